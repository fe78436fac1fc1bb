# Geld, Einheiten, Kalender, Zählen und Stil.

slot-exchange_rate = Wechselkurs

conversion-rate-implausible = { $source } und { $target } sollen derselbe Betrag sein, doch zu keinem Kurs der letzten Jahrzehnte sind sie es: { $source } wären { $needed-target }.
    .short = { $source } und { $target } sollen derselbe Betrag sein, doch kein Kurs der letzten Jahrzehnte macht sie dazu.
conversion-rate-inconsistent = { $other_target } für { $other_source } macht aus { $source } { $needed-target }; im Text steht { $target }.
    .stated = Zum Kurs { $exchange_rate } sind { $source } { $needed-target }; im Text steht { $target }.
    .short = { $claims } sind nicht zu einem Kurs umgerechnet.

date-order-mixed = { $claims } haben Tag und Monat in verschiedener Reihenfolge.
event-order = { $claims }: Das Ende liegt vor dem Anfang.
century-ordinal = { $event } liegt nicht in { $era } ({ $era-means }).
    .short = { $claims } passen nicht zusammen.
clock-zone = { $first } und { $second } sind in ihren Zeitzonen nicht derselbe Augenblick.
    .short = { $claims } sind nicht derselbe Augenblick.
relative-period = { $named } ist { $named-means }; daneben steht { $period }.
    .short = { $claims } sind nicht derselbe Zeitraum.
list-count = Der Text kündigt { $count } an, die Liste hat aber { $items }.
    .between = Der Text kündigt { $count } an, die Liste hat aber, wie man sie auch liest, { $least } bis { $most }.
    .short = Die Liste hat nicht { $count } Glieder.
ordinal-sequence = Mit den früheren ({ $earlier }) wäre dies { $needed-number }; im Text steht { $number }.
    .field = { $place } von { $field } ist nicht möglich.
    .short = { $claims } passen nicht zusammen.
spelled-vs-digits = Die Ziffern und die Wörter daneben sind nicht dieselbe Zahl: { $claims }.
separator-mix = { $claims }: Eine dieser Zahlen trennt Dezimalstellen oder Tausender anders als der übrige Artikel.
hedge-precision-clash = { $figure } hat { $digits } geltende Ziffern, zu viele für eine ungefähre Zahl.
    .short = { $claims }: zu genau für eine ungefähre Zahl.
false-friend-scale = Die Größenordnung hinter { $figure } bedeutet für verschiedene Leser verschiedene Zahlen: bitte ausschreiben.
    .short = Die Größenordnung hinter { $claims } lässt sich auf zwei Arten verstehen.
bounds-plausibility = { $figure } liegt außerhalb der Skala, die bis { $most } reicht (ab { $least }).
    .short = { $claims } liegt außerhalb der Skala.
unit-conversion = { $source } sind { $needed-target }; im Text steht { $target }.
    .short = { $claims } sind nicht dasselbe Maß.
temperature-difference = Ein Unterschied von { $celsius } sind { $needed-fahrenheit }; im Text steht { $fahrenheit }.
    .short = { $claims } sind nicht derselbe Temperaturunterschied.
