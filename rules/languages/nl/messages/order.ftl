# Verandering, volgorde en vergelijking.

growth-base-error = Van { $initial } naar { $final } is { $direction ->
        [up] een stijging
        [down] een daling
       *[other] een verandering
    } met { $needed-rate }; { $rate } is van het verkeerde cijfer genomen.
    .short = { $rate } is niet van het oude cijfer genomen: { $claims }.
growth-period-label = { $first } en { $second } zouden beide de groei van één periode zijn: ten opzichte van wanneer?
    .short = { $claims }: ten opzichte van wanneer is elk gemeten?
growth-compounding = { $rate } per jaar over { $years } geeft in totaal { $needed-total }; in de tekst staat { $total }.
    .multiple = { $rate } per jaar over { $years } geeft { $needed-multiple }; in de tekst staat { $multiple }.
    .short = { $claims } gaan niet samen: jaarlijkse percentages stapelen.
range-inverted = De marge loopt achteruit, van { $low } tot { $high }.
    .short = De marge loopt achteruit: { $claims }.
range-missing-scale = { $stretch }: het onderste cijfer heeft geen schaalwoord.
value-outside-range = { $value } ligt niet binnen { $stretch }.
    .between = { $value } ligt niet tussen { $low } en { $high }.
    .short = { $claims }: het cijfer ligt niet binnen de marge.
ranking-order = De volgorde past niet bij de cijfers: { $claims }.
superlative-contradiction = { $record } overtreft { $earlier } niet.
    .short = Het record overtreft het eerdere niet: { $claims }.
threshold-crossing = { $value } ligt aan de andere kant van { $threshold } dan in de tekst staat.
    .short = { $claims }: het cijfer ligt aan de andere kant van de grens.
streak-contradiction = De cijfers van de reeks gaan niet allemaal dezelfde kant op: { $claims }.
multiple-word = Van { $initial } naar { $final } is { $needed-multiple }; in de tekst staat { $multiple }.
    .short = { $claims }: het veelvoud past niet bij de cijfers.
times-more = { $larger } is niet { $multiple } meer dan { $smaller }, en ook niet zoveel.
    .short = { $claims }: het veelvoud past niet bij de cijfers.
fraction-word = { $word } van { $whole } is { $needed-part }; in de tekst staat { $part }.
    .change = { $word } meer of minder dan { $initial } is { $needed-final }; in de tekst staat { $final }.
    .share = { $word } is niet { $share }.
    .short = { $claims }: de breuk past niet bij de cijfers.
majority-word = { $share } is { $direction ->
        [up] geen meerderheid
       *[other] geen minderheid
    }.
    .part = { $part } van { $whole } is { $direction ->
        [up] geen meerderheid
       *[other] geen minderheid
    }.
    .short = { $claims }: dat ligt aan de andere kant van de helft.
magnitude-word = { $exact } is niet { $band }.
    .short = { $claims } gaan niet samen.
hedge-direction = { $rough } dekt { $exact } niet.
    .share = { $word } dekt { $share } niet.
    .short = { $claims } gaan niet samen.
