# Tabellen.

table-footing = { $via ->
        [table-row] In der Zeile „{ $total-row }“ ergeben { $parts } zusammen { $needed-total }; in der Spalte „{ $total-column }“ steht { $total }.
       *[other] In der Spalte „{ $total-column }“ ergeben { $parts } zusammen { $needed-total }; in der Zeile „{ $total-row }“ steht { $total }.
    }
    .short = { $parts } ergeben zusammen { $needed-total }; als Summe steht dort { $total }.
    .plain = { $claims } gehen nicht auf.
    .all = { $shares } ergeben zusammen nicht 100 %.
