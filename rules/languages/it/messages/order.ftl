# Variazione, ordine e confronto.

growth-base-error = Da { $initial } a { $final } c'è { $direction ->
        [up] un aumento
        [down] un calo
       *[other] una variazione
    }: { $needed-rate }; { $rate } è calcolato sulla cifra sbagliata.
    .short = { $rate } non è calcolato sulla vecchia cifra: { $claims }.
growth-period-label = { $first } e { $second } sono dati entrambi come crescita di uno stesso periodo: rispetto a quando?
    .short = { $claims }: rispetto a quando è misurato ciascuno?
growth-compounding = { $rate } all'anno per { $years } fa in tutto { $needed-total }; il testo dice { $total }.
    .multiple = { $rate } all'anno per { $years } moltiplica per { $needed-multiple }; il testo dice { $multiple }.
    .short = { $claims } non vanno insieme: i tassi annui si cumulano.
range-inverted = L'intervallo è alla rovescia, da { $low } a { $high }.
    .short = L'intervallo è alla rovescia: { $claims }.
range-missing-scale = { $stretch }: all'estremo inferiore manca « mila », « milioni » o « miliardi ».
value-outside-range = { $value } non sta in { $stretch }.
    .between = { $value } non sta tra { $low } e { $high }.
    .short = { $claims }: la cifra non sta nell'intervallo.
ranking-order = L'ordine non corrisponde alle cifre: { $claims }.
superlative-contradiction = { $record } non batte { $earlier }.
    .short = Il record non batte quello precedente: { $claims }.
threshold-crossing = { $value } sta dall'altra parte di { $threshold } rispetto a quanto dice il testo.
    .short = { $claims }: la cifra sta dall'altra parte della soglia.
streak-contradiction = Le cifre della serie non vanno tutte nello stesso senso: { $claims }.
multiple-word = Da { $initial } a { $final } è { $needed-multiple }; il testo dice { $multiple }.
    .short = { $claims }: il multiplo non corrisponde alle cifre.
times-more = { $larger } non è { $multiple } più di { $smaller }, né altrettanto.
    .short = { $claims }: il multiplo non corrisponde alle cifre.
fraction-word = { $word } di { $whole } è { $needed-part }; il testo dice { $part }.
    .change = { $word } in più o in meno di { $initial } è { $needed-final }; il testo dice { $final }.
    .share = { $word } non è { $share }.
    .short = { $claims }: la frazione non corrisponde alle cifre.
majority-word = { $share } non è { $direction ->
        [up] una maggioranza
       *[other] una minoranza
    }.
    .part = { $part } su { $whole } non è { $direction ->
        [up] una maggioranza
       *[other] una minoranza
    }.
    .short = { $claims }: sta dall'altra parte della metà.
magnitude-word = { $exact } non è { $band }.
    .short = { $claims } non vanno insieme.
hedge-direction = { $rough } non comprende { $exact }.
    .share = { $word } non comprende { $share }.
    .short = { $claims } non vanno insieme.
