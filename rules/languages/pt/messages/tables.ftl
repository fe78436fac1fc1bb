# Tables.

table-footing = { $via ->
        [table-row] Na linha “{ $total-row }”, { $parts } somam { $needed-total }; a coluna “{ $total-column }” diz { $total }.
       *[other] Na coluna “{ $total-column }”, { $parts } somam { $needed-total }; a linha “{ $total-row }” diz { $total }.
    }
    .short = { $parts } somam { $needed-total }; o total diz { $total }.
    .plain = { $claims } não batem.
    .all = { $shares } não somam 100%.
