# What addsup says, in English. Syntax: https://projectfluent.org
#
# One message for each rule, named like the rule. It may speak of the slots of the broken law:
#   { $rate }         the figure as the text writes it
#   { $rate-means }   the figure normalised
#   { $needed-rate }  what it would have to be if the others are right
#   { $direction }    up, down or other
#   { $claims }       all figures of the finding, as written
# A variant (.name) serves where an argument of the message is not known; the variant named like the broken law goes
# before all others. Figures are quoted as they stand in the text, so build sentences in which nothing inflects.


age-birthdate = Born { $birth }, the age on { $reference-means } is { $needed-age }; the text says { $age }.
    .short = Born { $birth }, nobody can then be { $age }.
ago-year = From { $event } to { $reference-means } is { $needed-length }; the text says { $length }.
    .named = { $named } is { $named-means }; the text says { $event }.
    .short = { $event } and { $length } do not fit together.
anniversary-mismatch = From { $start } to { $event-means } makes { $needed-years }; the text says { $years }.
    .near = Counted from { $start }, the anniversary of these years can only be { $needed-years }; the text says { $years }.
    .short = { $start } and { $years } do not fit together.
change-endpoints = { $initial } and { $difference } { $direction ->
        [up] more
        [down] less
       *[other] of change
    } make { $needed-final }; the text says { $final }.
    .short = { $initial }, { $difference } and { $final } do not fit together.
duration-span = From { $start } to { $end } is { $needed-length }; the text says { $length }.
    .short = { $start }, { $end } and { $length } do not fit together.
growth-direction = The text says { $direction ->
        [up] up
        [down] down
       *[other] unchanged
    }, but the figures go from { $initial } to { $final }.
    .decline = A fall of { $rate } leaves less than nothing.
    .short = The direction does not fit the figures: { $claims }.
growth-percent = From { $initial } to { $final } is { $direction ->
        [up] a rise
        [down] a fall
       *[other] a change
    } of { $needed-rate }; the text says { $rate }.
    .short = { $initial }, { $final } and { $rate } do not fit together.
    .step = A change of { $difference } to { $final } is { $needed-rate }; the text says { $rate }.
    .bare = { $claims } do not fit together.
headline-body = The headline says { $figure }; the article says { $bodies }.
    .short = The headline says { $figure }; no figure of the article bears it out.
impossible-date = There is no { $claims }: the day can only be { $needed-day }.
    .short = There is no { $claims }.
percent-of-whole = { $part } of { $whole } is { $needed-share }; the text says { $share }.
    .short = { $part }, { $whole } and { $share } do not fit together.
percent-out-of-bounds = { $share } cannot be the share of a whole.
    .short = { $claims } cannot be the share of a whole.
relative-day = { $first } is { $first-means }, { $second } is { $second-means }: both are said to be the same day.
    .short = { $claims } cannot be the same day.
restated-figure = { $first } and { $second } are said of the same thing.
    .short = { $claims } are said of the same thing.
sum-of-parts = { $parts } add up to { $needed-total }; the text says { $total }.
    .short = { $parts } do not add up to { $total }.
weekday-date = { $date-means } is a { $needed-weekday }; the text says { $weekday }.
    .short = { $claims }: the weekday is not that of the date.
finding = These figures cannot all be true: { $claims }.
