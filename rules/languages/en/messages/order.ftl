# Change, order and comparison. How messages are written: see rules.ftl.

growth-base-error = From { $initial } to { $final } is { $direction ->
        [up] a rise
        [down] a fall
       *[other] a change
    } of { $needed-rate }; { $rate } is taken of the wrong figure.
    .short = { $rate } is not taken of the old figure: { $claims }.
growth-period-label = { $first } and { $second } are both said to be the growth of one period: from when is it measured?
    .short = { $claims }: from when is each measured?
growth-compounding = { $rate } a year over { $years } comes to { $needed-total } in all; the text says { $total }.
    .multiple = { $rate } a year over { $years } comes to { $needed-multiple } times; the text says { $multiple }.
    .short = { $claims } do not fit together: yearly rates compound.
range-inverted = The range runs backwards, from { $low } to { $high }.
    .short = The range runs backwards: { $claims }.
range-missing-scale = { $stretch }: the lower end has no word of scale.
value-outside-range = { $value } does not lie within { $stretch }.
    .between = { $value } does not lie between { $low } and { $high }.
    .short = { $claims }: the figure does not lie in the range.
ranking-order = The order does not fit the figures: { $claims }.
superlative-contradiction = { $record } does not beat { $earlier }.
    .short = The record does not beat the earlier one: { $claims }.
threshold-crossing = { $value } is on the other side of { $threshold } than the text says.
    .short = { $claims }: the figure is on the other side of the mark.
streak-contradiction = The figures of the run do not all go the same way: { $claims }.
multiple-word = From { $initial } to { $final } is { $needed-multiple }; the text says { $multiple }.
    .short = { $claims }: the multiple does not fit the figures.
times-more = { $larger } is not { $multiple } more than { $smaller }, nor as much.
    .short = { $claims }: the multiple does not fit the figures.
fraction-word = { $word } of { $whole } is { $needed-part }; the text says { $part }.
    .change = { $word } more or less than { $initial } is { $needed-final }; the text says { $final }.
    .share = { $word } is not { $share }.
    .short = { $claims }: the fraction does not fit the figures.
majority-word = { $share } is { $direction ->
        [up] no majority
       *[other] no minority
    }.
    .part = { $part } of { $whole } is { $direction ->
        [up] no majority
       *[other] no minority
    }.
    .short = { $claims }: that is on the other side of half.
magnitude-word = { $exact } is not { $band }.
    .short = { $claims } do not fit together.
hedge-direction = { $rough } does not cover { $exact }.
    .share = { $word } does not cover { $share }.
    .short = { $claims } do not fit together.
