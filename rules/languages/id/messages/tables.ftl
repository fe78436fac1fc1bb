# Tabel.

table-footing = { $via ->
        [table-row] Di baris “{ $total-row }”, { $parts } berjumlah { $needed-total }; kolom “{ $total-column }” menyebut { $total }.
       *[other] Di kolom “{ $total-column }”, { $parts } berjumlah { $needed-total }; baris “{ $total-row }” menyebut { $total }.
    }
    .short = { $parts } berjumlah { $needed-total }; totalnya menyebut { $total }.
    .plain = { $claims } tidak cocok jumlahnya.
    .all = { $shares } tidak berjumlah 100%.
summary-table-footing = Baris dan kolom tabel harus berjumlah sesuai totalnya.
