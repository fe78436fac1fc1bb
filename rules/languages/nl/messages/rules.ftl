# Eén bericht voor elke regel; hoe ze geschreven worden staat in languages/en/messages/rules.ftl.

age-birthdate = Geboren { $birth }: de leeftijd op { $reference-means } is { $needed-age }; in de tekst staat { $age }.
    .short = Geboren { $birth }: niemand kan dan { $age } zijn.
ago-year = Van { $event } tot { $reference-means } is { $needed-length }; in de tekst staat { $length }.
    .named = { $named } is { $named-means }; in de tekst staat { $event }.
    .short = { $event } en { $length } gaan niet samen.
anniversary-mismatch = Van { $start } tot { $event-means } is { $needed-years }; in de tekst staat { $years }.
    .near = Geteld vanaf { $start } kan het in deze jaren alleen { $needed-years } zijn; in de tekst staat { $years }.
    .short = { $start } en { $years } gaan niet samen.
change-endpoints = { $initial } en { $difference } { $direction ->
        [up] meer
        [down] minder
       *[other] verandering
    } geeft { $needed-final }; in de tekst staat { $final }.
    .short = { $initial }, { $difference } en { $final } gaan niet samen.
duration-span = Van { $start } tot { $end } is { $needed-length }; in de tekst staat { $length }.
    .short = { $start }, { $end } en { $length } gaan niet samen.
growth-direction = Volgens de tekst gaat het { $direction ->
        [up] omhoog
        [down] omlaag
       *[other] nergens heen
    }, maar de cijfers gaan van { $initial } naar { $final }.
    .decline = Een daling met { $rate } laat minder dan niets over.
    .short = De richting past niet bij de cijfers: { $claims }.
growth-percent = Van { $initial } naar { $final } is { $direction ->
        [up] een stijging
        [down] een daling
       *[other] een verandering
    } met { $needed-rate }; in de tekst staat { $rate }.
    .short = { $initial }, { $final } en { $rate } gaan niet samen.
    .step = Een verandering met { $difference } naar { $final } is { $needed-rate }; in de tekst staat { $rate }.
    .bare = { $claims } gaan niet samen.
headline-body = In de kop staat { $figure }, in het artikel { $bodies }.
    .short = In de kop staat { $figure }; geen cijfer in het artikel bevestigt dat.
impossible-date = { $claims } bestaat niet: de dag kan alleen { $needed-day } zijn.
    .short = { $claims } bestaat niet.
percent-of-whole = { $part } van { $whole } is { $needed-share }; in de tekst staat { $share }.
    .short = { $part }, { $whole } en { $share } gaan niet samen.
percent-out-of-bounds = { $share } kan geen aandeel in een geheel zijn.
    .short = { $claims } kan geen aandeel in een geheel zijn.
relative-day = { $first } is { $first-means }, { $second } is { $second-means }: beide zouden dezelfde dag zijn.
    .short = { $claims } kunnen niet dezelfde dag zijn.
restated-figure = { $first } en { $second } worden over hetzelfde gezegd.
    .short = { $claims } worden over hetzelfde gezegd.
sum-of-parts = { $parts } is samen { $needed-total }; in de tekst staat { $total }.
    .short = { $parts } is samen niet { $total }.
weekday-date = { $date-means } is een { $needed-weekday }; in de tekst staat { $weekday }.
    .short = { $claims }: de weekdag hoort niet bij de datum.
finding = Deze cijfers kunnen niet allemaal kloppen: { $claims }.
