# Change, order and comparison.

growth-base-error = De { $initial } a { $final } hay { $direction ->
        [up] una subida
        [down] una bajada
       *[other] una variación
    } de { $needed-rate }; { $rate } está tomado de la cifra equivocada.
    .short = { $rate } no está tomado de la cifra anterior: { $claims }.
growth-period-label = { $first } y { $second } se dan ambos por el crecimiento de un mismo periodo: ¿respecto a cuándo se miden?
    .short = { $claims }: ¿respecto a cuándo se mide cada uno?
growth-compounding = { $rate } al año durante { $years } da { $needed-total } en total; el texto dice { $total }.
    .multiple = { $rate } al año durante { $years } da { $needed-multiple }; el texto dice { $multiple }.
    .short = { $claims } no encajan: las tasas anuales se acumulan.
range-inverted = El rango va al revés, de { $low } a { $high }.
    .short = El rango va al revés: { $claims }.
range-missing-scale = { $stretch }: el extremo inferior no tiene palabra de escala.
value-outside-range = { $value } no está dentro de { $stretch }.
    .between = { $value } no está entre { $low } y { $high }.
    .short = { $claims }: la cifra no está en el rango.
ranking-order = El orden no encaja con las cifras: { $claims }.
superlative-contradiction = { $record } no supera { $earlier }.
    .short = El récord no supera al anterior: { $claims }.
threshold-crossing = { $value } está al otro lado de { $threshold } de lo que dice el texto.
    .short = { $claims }: la cifra está al otro lado de la marca.
streak-contradiction = Las cifras de la racha no van todas en la misma dirección: { $claims }.
multiple-word = De { $initial } a { $final } hay { $needed-multiple }; el texto dice { $multiple }.
    .short = { $claims }: el múltiplo no encaja con las cifras.
times-more = { $larger } no es { $multiple } más que { $smaller }, ni tanto.
    .short = { $claims }: el múltiplo no encaja con las cifras.
fraction-word = { $word } de { $whole } es { $needed-part }; el texto dice { $part }.
    .change = { $word } más o menos que { $initial } es { $needed-final }; el texto dice { $final }.
    .share = { $word } no es { $share }.
    .short = { $claims }: la fracción no encaja con las cifras.
majority-word = { $share } no es { $direction ->
        [up] mayoría
       *[other] minoría
    }.
    .part = { $part } de { $whole } no es { $direction ->
        [up] mayoría
       *[other] minoría
    }.
    .short = { $claims }: está al otro lado de la mitad.
magnitude-word = { $exact } no es { $band }.
    .short = { $claims } no encajan.
hedge-direction = { $rough } no abarca { $exact }.
    .share = { $word } no abarca { $share }.
    .short = { $claims } no encajan.
