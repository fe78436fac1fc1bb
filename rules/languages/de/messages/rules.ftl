# Eine Nachricht für jede Regel; wie sie geschrieben werden, steht in languages/en/messages/rules.ftl.

age-birthdate = Geboren { $birth }: Das Alter am { $reference-means } ist { $needed-age }; im Text steht { $age }.
    .short = Geboren { $birth }: Niemand kann dann { $age } sein.
ago-year = Von { $event } bis { $reference-means } sind es { $needed-length }; im Text steht { $length }.
    .named = { $named } ist { $named-means }; im Text steht { $event }.
    .short = { $event } und { $length } passen nicht zusammen.
anniversary-mismatch = Von { $start } bis { $event-means } sind es { $needed-years }; im Text steht { $years }.
    .near = Von { $start } an gezählt, kann es in diesen Jahren nur { $needed-years } sein; im Text steht { $years }.
    .short = { $start } und { $years } passen nicht zusammen.
change-endpoints = { $initial } und { $difference } { $direction ->
        [up] mehr
        [down] weniger
       *[other] Veränderung
    } ergeben { $needed-final }; im Text steht { $final }.
    .short = { $initial }, { $difference } und { $final } passen nicht zusammen.
duration-span = Von { $start } bis { $end } sind es { $needed-length }; im Text steht { $length }.
    .short = { $start }, { $end } und { $length } passen nicht zusammen.
growth-direction = Im Text geht es { $direction ->
        [up] aufwärts
        [down] abwärts
       *[other] nirgendwohin
    }, die Zahlen aber gehen von { $initial } auf { $final }.
    .decline = Ein Rückgang um { $rate } lässt weniger als nichts übrig.
    .short = Die Richtung passt nicht zu den Zahlen: { $claims }.
growth-percent = Von { $initial } auf { $final } ist { $direction ->
        [up] ein Anstieg
        [down] ein Rückgang
       *[other] eine Veränderung
    } um { $needed-rate }; im Text steht { $rate }.
    .short = { $initial }, { $final } und { $rate } passen nicht zusammen.
    .step = Eine Veränderung um { $difference } auf { $final } ist { $needed-rate }; im Text steht { $rate }.
    .bare = { $claims } passen nicht zusammen.
headline-body = In der Überschrift steht { $figure }, im Artikel { $bodies }.
    .short = In der Überschrift steht { $figure }; keine Zahl des Artikels belegt das.
impossible-date = { $claims } gibt es nicht: Der Tag kann nur { $needed-day } sein.
    .short = { $claims } gibt es nicht.
percent-of-whole = { $part } von { $whole } sind { $needed-share }; im Text steht { $share }.
    .short = { $part }, { $whole } und { $share } passen nicht zusammen.
percent-out-of-bounds = { $share } kann nicht der Anteil an einem Ganzen sein.
    .short = { $claims } kann nicht der Anteil an einem Ganzen sein.
relative-day = { $first } ist { $first-means }, { $second } ist { $second-means }: Beides soll derselbe Tag sein.
    .short = { $claims } können nicht derselbe Tag sein.
restated-figure = { $first } und { $second } werden über dasselbe gesagt.
    .short = { $claims } werden über dasselbe gesagt.
sum-of-parts = { $parts } ergeben zusammen { $needed-total }; im Text steht { $total }.
    .short = { $parts } ergeben zusammen nicht { $total }.
weekday-date = { $date-means } ist ein { $needed-weekday }; im Text steht { $weekday }.
    .short = { $claims }: Der Wochentag ist nicht der des Datums.
finding = Diese Zahlen können nicht alle stimmen: { $claims }.
