# Tables.

table-footing = { $via ->
        [table-row] In the row “{ $total-row }”, { $parts } add up to { $needed-total }; the column “{ $total-column }” says { $total }.
       *[other] In the column “{ $total-column }”, { $parts } add up to { $needed-total }; the row “{ $total-row }” says { $total }.
    }
    .short = { $parts } add up to { $needed-total }; the total says { $total }.
    .plain = { $claims } do not add up.
    .all = { $shares } do not add up to 100%.
