# Tabellen.

table-footing = { $via ->
        [table-row] In de rij ‘{ $total-row }’ is { $parts } samen { $needed-total }; in de kolom ‘{ $total-column }’ staat { $total }.
       *[other] In de kolom ‘{ $total-column }’ is { $parts } samen { $needed-total }; in de rij ‘{ $total-row }’ staat { $total }.
    }
    .short = { $parts } is samen { $needed-total }; als totaal staat er { $total }.
    .plain = { $claims } tellen niet op.
    .all = { $shares } is samen geen 100 procent.
