# Money, units, calendar, counting and style: one message for each rule. The header of rules.ftl tells what they may use.

slot-exchange_rate = exchange rate

conversion-rate-implausible = { $source } and { $target } are given as the same amount, but at no rate of recent decades are they: { $source } would be { $needed-target }.
    .short = { $source } and { $target } are given as the same amount, but no rate of recent decades makes them so.
conversion-rate-inconsistent = { $other_target } for { $other_source } makes { $source } { $needed-target }; the text says { $target }.
    .stated = At { $exchange_rate }, { $source } is { $needed-target }; the text says { $target }.
    .short = { $claims } are not conversions at one rate.

date-order-mixed = { $claims } have day and month in different orders.
event-order = { $claims }: the end comes before the beginning.
century-ordinal = { $event } does not lie in { $era } ({ $era-means }).
    .short = { $claims } do not fit together.
clock-zone = { $first } and { $second } are not the same moment in their two time zones.
    .short = { $claims } are not the same moment.
relative-period = { $named } is { $named-means }; the text beside it says { $period }.
    .short = { $claims } are not the same period.
list-count = The text announces { $count }, but the list has { $items } items.
    .between = The text announces { $count }, but the list has { $least } to { $most } items, however it is read.
    .short = The list does not have { $count } items.
ordinal-sequence = With the earlier ones ({ $earlier }) this would be { $needed-number }; the text says { $number }.
    .field = { $place } of { $field } is not possible.
    .short = { $claims } do not fit together.
spelled-vs-digits = The digits and the words beside them are not the same number: { $claims }.
separator-mix = { $claims }: one of them marks decimals or thousands in another way than the rest of the article.
hedge-precision-clash = { $figure } has { $digits } digits that count, too many for a figure that is only about right.
    .short = { $claims }: too precise for its hedge.
false-friend-scale = The scale word behind { $figure } means different numbers to different readers: spell it out.
    .short = The scale word behind { $claims } can be understood in two ways.
bounds-plausibility = { $figure } is off the scale, which ends at { $most } (from { $least }).
    .short = { $claims } is off its scale.
unit-conversion = { $source } is { $needed-target }; the text says { $target }.
    .short = { $claims } are not the same measure.
temperature-difference = A difference of { $celsius } is { $needed-fahrenheit }; the text says { $fahrenheit }.
    .short = { $claims } are not the same difference of temperature.
