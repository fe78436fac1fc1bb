# Tables.

table-footing = { $via ->
        [table-row] En la fila «{ $total-row }», { $parts } suman { $needed-total }; la columna «{ $total-column }» dice { $total }.
       *[other] En la columna «{ $total-column }», { $parts } suman { $needed-total }; la fila «{ $total-row }» dice { $total }.
    }
    .short = { $parts } suman { $needed-total }; el total dice { $total }.
    .plain = { $claims } no cuadran.
    .all = { $shares } no suman el 100 %.
