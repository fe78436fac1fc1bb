# Money, units, calendar, counting and style: one message for each rule. The header of rules.ftl tells what they may use.

slot-exchange_rate = exchange rate

conversion-rate-implausible = { $source } and { $target } are given as the same amount, but at no rate of recent decades are they: { $source } would be { $needed-target }.
    .short = { $source } and { $target } are given as the same amount, but no rate of recent decades makes them so.
conversion-rate-inconsistent = { $other_target } for { $other_source } makes { $source } { $needed-target }; the text says { $target }.
    .stated = At { $exchange_rate }, { $source } is { $needed-target }; the text says { $target }.
    .short = { $claims } are not conversions at one rate.
