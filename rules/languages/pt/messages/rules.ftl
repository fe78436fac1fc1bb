# What addsup says of each rule, in Portuguese. The header of the English rules.ftl tells what the messages may use. Figures
# are quoted as they stand in the text, so the sentences are built so that nothing inflects.

age-birthdate = Com nascimento em { $birth }, a idade em { $reference-means } é { $needed-age }; o texto diz { $age }.
    .short = Com nascimento em { $birth }, ninguém pode ter então { $age }.
ago-year = De { $event } a { $reference-means } são { $needed-length }; o texto diz { $length }.
    .named = { $named } é { $named-means }; o texto diz { $event }.
    .short = { $event } e { $length } não combinam.
anniversary-mismatch = De { $start } a { $event-means } resulta { $needed-years }; o texto diz { $years }.
    .near = Contando de { $start }, o aniversário destes anos só pode ser { $needed-years }; o texto diz { $years }.
    .short = { $start } e { $years } não combinam.
change-endpoints = { $initial } e { $difference } { $direction ->
        [up] a mais
        [down] a menos
       *[other] de variação
    } dão { $needed-final }; o texto diz { $final }.
    .short = { $initial }, { $difference } e { $final } não combinam.
duration-span = De { $start } a { $end } são { $needed-length }; o texto diz { $length }.
    .short = { $start }, { $end } e { $length } não combinam.
growth-direction = O texto fala em { $direction ->
        [up] alta
        [down] queda
       *[other] estabilidade
    }, mas os números vão de { $initial } a { $final }.
    .decline = Uma queda de { $rate } deixa menos que nada.
    .short = A direção não combina com os números: { $claims }.
growth-percent = De { $initial } a { $final } há { $direction ->
        [up] uma alta
        [down] uma queda
       *[other] uma variação
    } de { $needed-rate }; o texto diz { $rate }.
    .short = { $initial }, { $final } e { $rate } não combinam.
    .step = Uma variação de { $difference } até { $final } é { $needed-rate }; o texto diz { $rate }.
    .bare = { $claims } não combinam.
headline-body = O título diz { $figure }; o texto diz { $bodies }.
    .short = O título diz { $figure }; nenhum número do texto o confirma.
impossible-date = Não existe { $claims }: o dia só pode ser { $needed-day }.
    .short = Não existe { $claims }.
percent-of-whole = { $part } de { $whole } é { $needed-share }; o texto diz { $share }.
    .short = { $part }, { $whole } e { $share } não combinam.
percent-out-of-bounds = { $share } não pode ser a parcela de um todo.
    .short = { $claims } não pode ser a parcela de um todo.
relative-day = { $first } é { $first-means }, { $second } é { $second-means }: o texto os dá pelo mesmo dia.
    .short = { $claims } não podem ser o mesmo dia.
restated-figure = { $first } e { $second } são ditos da mesma coisa.
    .short = { $claims } são ditos da mesma coisa.
sum-of-parts = { $parts } somam { $needed-total }; o texto diz { $total }.
    .short = { $parts } não somam { $total }.
weekday-date = { $date-means } cai em { $needed-weekday }; o texto diz { $weekday }.
    .short = { $claims }: o dia da semana não é o da data.
finding = Estes números não podem ser todos verdadeiros: { $claims }.
