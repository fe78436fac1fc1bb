# Change, order and comparison.

growth-base-error = De { $initial } a { $final } há { $direction ->
        [up] uma alta
        [down] uma queda
       *[other] uma variação
    } de { $needed-rate }; { $rate } foi tirado do número errado.
    .short = { $rate } não foi tirado do número anterior: { $claims }.
growth-period-label = { $first } e { $second } são dados ambos como o crescimento de um mesmo período: em relação a quando são medidos?
    .short = { $claims }: em relação a quando é medido cada um?
growth-compounding = { $rate } ao ano durante { $years } dá { $needed-total } no total; o texto diz { $total }.
    .multiple = { $rate } ao ano durante { $years } dá { $needed-multiple }; o texto diz { $multiple }.
    .short = { $claims } não combinam: taxas anuais se acumulam.
range-inverted = A faixa corre ao contrário, de { $low } a { $high }.
    .short = A faixa corre ao contrário: { $claims }.
range-missing-scale = { $stretch }: a ponta inferior não tem palavra de escala.
value-outside-range = { $value } não está dentro de { $stretch }.
    .between = { $value } não está entre { $low } e { $high }.
    .short = { $claims }: o número não está na faixa.
ranking-order = A ordem não combina com os números: { $claims }.
superlative-contradiction = { $record } não supera { $earlier }.
    .short = O recorde não supera o anterior: { $claims }.
threshold-crossing = { $value } está do outro lado de { $threshold } em relação ao que diz o texto.
    .short = { $claims }: o número está do outro lado da marca.
streak-contradiction = Os números da sequência não vão todos na mesma direção: { $claims }.
multiple-word = De { $initial } a { $final } há { $needed-multiple }; o texto diz { $multiple }.
    .short = { $claims }: o múltiplo não combina com os números.
times-more = { $larger } não é { $multiple } mais que { $smaller }, nem tanto quanto isso.
    .short = { $claims }: o múltiplo não combina com os números.
fraction-word = { $word } de { $whole } é { $needed-part }; o texto diz { $part }.
    .change = { $word } a mais ou a menos que { $initial } é { $needed-final }; o texto diz { $final }.
    .share = { $word } não é { $share }.
    .short = { $claims }: a fração não combina com os números.
majority-word = { $share } não é { $direction ->
        [up] maioria
       *[other] minoria
    }.
    .part = { $part } de { $whole } não é { $direction ->
        [up] maioria
       *[other] minoria
    }.
    .short = { $claims }: está do outro lado da metade.
magnitude-word = { $exact } não é { $band }.
    .short = { $claims } não combinam.
hedge-direction = { $rough } não cobre { $exact }.
    .share = { $word } não cobre { $share }.
    .short = { $claims } não combinam.
