# Tabelle.

table-footing = { $via ->
        [table-row] Nella riga « { $total-row } » la somma di { $parts } è { $needed-total }; la colonna « { $total-column } » dice { $total }.
       *[other] Nella colonna « { $total-column } » la somma di { $parts } è { $needed-total }; la riga « { $total-row } » dice { $total }.
    }
    .short = La somma di { $parts } è { $needed-total }; il totale dice { $total }.
    .plain = La somma non torna: { $claims }.
    .all = { $shares } non fanno insieme il 100%.
