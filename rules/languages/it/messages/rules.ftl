# Quello che dice addsup, in italiano. Sintassi: https://projectfluent.org
# Le cifre sono citate come stanno nel testo: le frasi sono costruite in modo che nulla debba accordarsi.

age-birthdate = Con la nascita il { $birth }, l'età al { $reference-means } è { $needed-age }; il testo dice { $age }.
    .short = Con la nascita il { $birth }, nessuno può avere { $age }.
ago-year = Da { $event } a { $reference-means } passano { $needed-length }; il testo dice { $length }.
    .named = « { $named } » significa { $named-means }; il testo dice { $event }.
    .short = { $event } e { $length } non vanno insieme.
anniversary-mismatch = Da { $start } a { $event-means } fanno { $needed-years }; il testo dice { $years }.
    .near = Contato da { $start }, l'anniversario di questi anni può essere solo { $needed-years }; il testo dice { $years }.
    .short = { $start } e { $years } non vanno insieme.
change-endpoints = { $initial } e { $difference } { $direction ->
        [up] in più
        [down] in meno
       *[other] di differenza
    } danno { $needed-final }; il testo dice { $final }.
    .short = { $initial }, { $difference } e { $final } non vanno insieme.
duration-span = Da { $start } a { $end } passano { $needed-length }; il testo dice { $length }.
    .short = { $start }, { $end } e { $length } non vanno insieme.
growth-direction = Il testo parla di { $direction ->
        [up] un aumento
        [down] un calo
       *[other] stabilità
    }, ma le cifre vanno da { $initial } a { $final }.
    .decline = Dopo un calo di { $rate } resta meno di nulla.
    .short = La direzione non corrisponde alle cifre: { $claims }.
growth-percent = Da { $initial } a { $final } c'è { $direction ->
        [up] un aumento
        [down] un calo
       *[other] una variazione
    }: { $needed-rate }; il testo dice { $rate }.
    .short = { $initial }, { $final } e { $rate } non vanno insieme.
    .step = Una variazione di { $difference } fino a { $final } è { $needed-rate }; il testo dice { $rate }.
    .bare = { $claims } non vanno insieme.
headline-body = Il titolo dice { $figure }; l'articolo dice { $bodies }.
    .short = Il titolo dice { $figure }; nessuna cifra dell'articolo lo conferma.
impossible-date = La data { $claims } non esiste: il giorno può essere solo { $needed-day }.
    .short = La data { $claims } non esiste.
percent-of-whole = { $part } su { $whole } fa { $needed-share }; il testo dice { $share }.
    .short = { $part }, { $whole } e { $share } non vanno insieme.
percent-out-of-bounds = { $share } non può essere la parte di un tutto.
    .short = { $claims } non può essere la parte di un tutto.
relative-day = { $first } è { $first-means }, { $second } è { $second-means }: il testo ne fa lo stesso giorno.
    .short = { $claims } non possono essere lo stesso giorno.
restated-figure = { $first } e { $second } sono detti della stessa cosa.
    .short = { $claims } sono detti della stessa cosa.
sum-of-parts = La somma di { $parts } è { $needed-total }; il testo dice { $total }.
    .short = La somma di { $parts } non è { $total }.
weekday-date = Il giorno { $date-means } è { $needed-weekday }; il testo dice { $weekday }.
    .short = { $claims }: il giorno della settimana non è quello della data.
finding = Queste cifre non possono essere tutte vere: { $claims }.
