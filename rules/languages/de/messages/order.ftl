# Veränderung, Ordnung und Vergleich.

growth-base-error = Von { $initial } auf { $final } ist { $direction ->
        [up] ein Anstieg
        [down] ein Rückgang
       *[other] eine Veränderung
    } um { $needed-rate }; { $rate } ist von der falschen Zahl genommen.
    .short = { $rate } ist nicht von der alten Zahl genommen: { $claims }.
growth-period-label = { $first } und { $second } sollen beide das Wachstum eines Zeitraums sein: Gegenüber wann ist es gemessen?
    .short = { $claims }: Gegenüber wann ist das jeweils gemessen?
growth-compounding = { $rate } im Jahr über { $years } ergeben insgesamt { $needed-total }; im Text steht { $total }.
    .multiple = { $rate } im Jahr über { $years } ergeben { $needed-multiple }; im Text steht { $multiple }.
    .short = { $claims } passen nicht zusammen: Jährliche Raten verzinsen sich.
range-inverted = Die Spanne läuft rückwärts, von { $low } bis { $high }.
    .short = Die Spanne läuft rückwärts: { $claims }.
range-missing-scale = { $stretch }: Dem unteren Ende fehlt die Größenordnung.
value-outside-range = { $value } liegt nicht in { $stretch }.
    .between = { $value } liegt nicht zwischen { $low } und { $high }.
    .short = { $claims }: Die Zahl liegt nicht in der Spanne.
ranking-order = Die Reihenfolge passt nicht zu den Zahlen: { $claims }.
superlative-contradiction = { $record } übertrifft { $earlier } nicht.
    .short = Der Rekord übertrifft den früheren nicht: { $claims }.
threshold-crossing = { $value } liegt auf der anderen Seite von { $threshold }, als im Text steht.
    .short = { $claims }: Die Zahl liegt auf der anderen Seite der Marke.
streak-contradiction = Die Zahlen der Serie gehen nicht alle in dieselbe Richtung: { $claims }.
multiple-word = Von { $initial } auf { $final } ist { $needed-multiple }; im Text steht { $multiple }.
    .short = { $claims }: Das Vielfache passt nicht zu den Zahlen.
times-more = { $larger } ist nicht { $multiple } mehr als { $smaller }, und auch nicht so viel.
    .short = { $claims }: Das Vielfache passt nicht zu den Zahlen.
fraction-word = { $word } von { $whole } ist { $needed-part }; im Text steht { $part }.
    .change = { $word } mehr oder weniger als { $initial } ist { $needed-final }; im Text steht { $final }.
    .share = { $word } ist nicht { $share }.
    .short = { $claims }: Der Bruch passt nicht zu den Zahlen.
majority-word = { $share } ist { $direction ->
        [up] keine Mehrheit
       *[other] keine Minderheit
    }.
    .part = { $part } von { $whole } ist { $direction ->
        [up] keine Mehrheit
       *[other] keine Minderheit
    }.
    .short = { $claims }: Das liegt auf der anderen Seite der Hälfte.
magnitude-word = { $exact } ist nicht { $band }.
    .short = { $claims } passen nicht zusammen.
hedge-direction = { $rough } deckt { $exact } nicht.
    .share = { $word } deckt { $share } nicht.
    .short = { $claims } passen nicht zusammen.
