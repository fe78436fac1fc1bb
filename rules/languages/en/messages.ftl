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

# Rules

age-birthdate = Born { $birth }, the age on { $reference-means } is { $needed-age }; the text says { $age }.
    .short = Born { $birth }, nobody can then be { $age }.
ago-year = From { $event } to { $reference-means } is { $needed-length }; the text says { $length }.
    .named = { $named } is { $named-means }; the text says { $event }.
    .short = { $event } and { $length } do not fit together.
anniversary-mismatch = From { $start } to { $event-means } makes { $needed-years }; the text says { $years }.
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

# Report

section-findings = What does not add up
section-claims = All claims
section-labels = No figures
section-implied = What the article implies
column-place = Place
column-rule = Rule
column-finding = What the figures say
column-claim = Text
column-means = Means
column-about = About
column-standing = Standing
column-from = Follows from
column-kind = Kind
column-label = Names something, measures nothing
column-via = Via
column-severity = Severity
column-group = Group
column-checks = Checks that
severity-error = error
severity-warning = warning
severity-info = info
standing-agrees = agrees
standing-conflicts = conflicts
standing-open = open
modality-actual = actual
modality-forecast = forecast
modality-target = target
modality-estimate = estimate
modality-revised = revised
published = published { $date }
would-be = { $claim } would have to be { $needed }
repair-why = if the other figures are right
totals = { $claims ->
        [one] 1 claim
       *[other] { $claims } claims
    }: { $agree } { $agree ->
        [one] agrees
       *[other] agree
    }, { $conflict } { $conflict ->
        [one] conflicts
       *[other] conflict
    }, { $open } to check by hand
claims-total = { $claims ->
        [one] 1 claim
       *[other] { $claims } claims
    }
articles-total = { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }, { $totals }
maturity-draft = draft
maturity-stable = stable
explain-laws = The law
explain-guards = Milder (info) where the text says so
explain-finds = Found
explain-silent = Let pass

# Slots of relations, for implied figures

slot-initial = before
slot-final = after
slot-rate = change in percent
slot-difference = change
slot-part = part
slot-whole = whole
slot-share = share
slot-total = total
slot-start = beginning
slot-end = end
slot-length = duration
slot-event = event
slot-reference = reference date
slot-years = years
slot-birth = born
slot-age = age
slot-date = date

# Values

unresolved = ?
no-value = nothing
any-value = anything
read-as = { $value } (read as { $reading })
or = { $first } or { $last }
and = { $first } and { $last }
at-least = at least { $value }
at-most = at most { $value }
more-than = more than { $value }
less-than = less than { $value }
group-mark = ,
decimal-mark = .
scale-6 = { $amount } million
scale-9 = { $amount } billion
scale-12 = { $amount } trillion
percent = { $amount }%
points = { $amount } points
ordinal = no. { $amount }
multiple = { $amount } times
money = { $code } { $amount }
quantity = { $amount } { $code }
seconds = { $count ->
        [one] { $amount } second
       *[other] { $amount } seconds
    }
minutes = { $count ->
        [one] { $amount } minute
       *[other] { $amount } minutes
    }
hours = { $count ->
        [one] { $amount } hour
       *[other] { $amount } hours
    }
days = { $count ->
        [one] { $amount } day
       *[other] { $amount } days
    }
weeks = { $count ->
        [one] { $amount } week
       *[other] { $amount } weeks
    }
months = { $count ->
        [one] { $amount } month
       *[other] { $amount } months
    }
years = { $count ->
        [one] { $amount } year
       *[other] { $amount } years
    }
decades = { $count ->
        [one] { $amount } decade
       *[other] { $amount } decades
    }
centuries = { $count ->
        [one] { $amount } century
       *[other] { $amount } centuries
    }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
