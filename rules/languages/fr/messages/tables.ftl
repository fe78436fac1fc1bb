# Tableaux.

table-footing = { $via ->
        [table-row] Dans la ligne « { $total-row } », la somme de { $parts } est { $needed-total } ; la colonne « { $total-column } » dit { $total }.
       *[other] Dans la colonne « { $total-column } », la somme de { $parts } est { $needed-total } ; la ligne « { $total-row } » dit { $total }.
    }
    .short = La somme de { $parts } est { $needed-total } ; le total dit { $total }.
    .plain = La somme ne tombe pas juste : { $claims }.
    .all = { $shares } ne font pas 100 % ensemble.
