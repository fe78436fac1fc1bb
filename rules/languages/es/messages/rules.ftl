# What addsup says of each rule, in Spanish. The header of the English rules.ftl tells what the messages may use. Figures are
# quoted as they stand in the text, so the sentences are built so that nothing inflects.

age-birthdate = Con nacimiento en { $birth }, la edad en { $reference-means } es { $needed-age }; el texto dice { $age }.
    .short = Con nacimiento en { $birth }, nadie puede tener entonces { $age }.
ago-year = De { $event } a { $reference-means } van { $needed-length }; el texto dice { $length }.
    .named = { $named } es { $named-means }; el texto dice { $event }.
    .short = { $event } y { $length } no encajan.
anniversary-mismatch = De { $start } a { $event-means } resulta { $needed-years }; el texto dice { $years }.
    .near = Contando desde { $start }, el aniversario de estos años solo puede ser { $needed-years }; el texto dice { $years }.
    .short = { $start } y { $years } no encajan.
change-endpoints = { $initial } y { $difference } { $direction ->
        [up] más
        [down] menos
       *[other] de variación
    } dan { $needed-final }; el texto dice { $final }.
    .short = { $initial }, { $difference } y { $final } no encajan.
duration-span = De { $start } a { $end } van { $needed-length }; el texto dice { $length }.
    .short = { $start }, { $end } y { $length } no encajan.
growth-direction = El texto habla de { $direction ->
        [up] subida
        [down] bajada
       *[other] estabilidad
    }, pero las cifras van de { $initial } a { $final }.
    .decline = Una caída de { $rate } deja menos que nada.
    .short = La dirección no encaja con las cifras: { $claims }.
growth-percent = De { $initial } a { $final } hay { $direction ->
        [up] una subida
        [down] una bajada
       *[other] una variación
    } de { $needed-rate }; el texto dice { $rate }.
    .short = { $initial }, { $final } y { $rate } no encajan.
    .step = Una variación de { $difference } hasta { $final } es { $needed-rate }; el texto dice { $rate }.
    .bare = { $claims } no encajan.
headline-body = El titular dice { $figure }; el artículo dice { $bodies }.
    .short = El titular dice { $figure }; ninguna cifra del artículo lo confirma.
impossible-date = No existe { $claims }: el día solo puede ser { $needed-day }.
    .short = No existe { $claims }.
percent-of-whole = { $part } de { $whole } es { $needed-share }; el texto dice { $share }.
    .short = { $part }, { $whole } y { $share } no encajan.
percent-out-of-bounds = { $share } no puede ser la cuota de un todo.
    .short = { $claims } no puede ser la cuota de un todo.
relative-day = { $first } es { $first-means }, { $second } es { $second-means }: el texto los da por el mismo día.
    .short = { $claims } no pueden ser el mismo día.
restated-figure = { $first } y { $second } se dicen de lo mismo.
    .short = { $claims } se dicen de lo mismo.
sum-of-parts = { $parts } suman { $needed-total }; el texto dice { $total }.
    .short = { $parts } no suman { $total }.
weekday-date = { $date-means } cae en { $needed-weekday }; el texto dice { $weekday }.
    .short = { $claims }: el día de la semana no es el de la fecha.
finding = Estas cifras no pueden ser todas ciertas: { $claims }.
