# What addsup says, in English. Syntax: https://projectfluent.org

# Report

section-findings = What does not add up
section-suppressed = Suppressed
suppressed-by-comment = suppressed by the comment in line { $line }: { $reason }
    .bare = suppressed by the comment in line { $line }
suppressed-by-baseline = known: it is in the baseline
section-claims = All claims
section-labels = No figures
section-implied = What the article implies
section-checklist = What to check by hand, most consequential first
column-place = Place
column-rule = Rule
column-finding = What the figures say
column-claim = Text
column-means = Means
column-about = About
column-standing = Standing
column-from = Follows from
column-stake = Why first
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
agrees-with = agrees with { $source }
standing-open = open
modality-actual = actual
modality-forecast = forecast
modality-target = target
modality-estimate = estimate
modality-revised = revised
stake-money = money
stake-people = people
stake-rank = rank
stake-rate = rate
stake-amount = figure
checklist-more = { $count ->
        [one] One more is open.
       *[other] { $count } more are open.
    }
published = published { $date }
would-be = { $claim } would have to be { $needed }
repair-why = if the other figures are right
slip-swapped = : { $meant } with two digits exchanged?
slip-scale = : { $meant } with the wrong word of scale?
slip-zero = : { $meant } with a zero or the decimal mark lost or added?
slip-digit = : { $meant } with one digit wrong?
slip-length = : { $meant } with a digit too many?
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
facts-total = { $facts ->
        [one] 1 fact
       *[other] { $facts } facts
    }: { $contradictions ->
        [one] 1 contradiction
       *[other] { $contradictions } contradictions
    }{ $problems ->
        [0] {""}
        [one] , 1 problem
       *[other] , { $problems } problems
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
slot-rate-up = rise in percent
slot-rate-down = fall in percent
slot-difference = change
slot-difference-up = rise
slot-difference-down = fall
slot-part = part
slot-whole = whole
slot-share = share
slot-exchange_rate = exchange rate
slot-total = total
slot-start = began
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
about = about { $value }
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
money = { $code ->
        [USD] ${ $amount }
        [GBP] £{ $amount }
        [EUR] €{ $amount }
       *[other] { $code } { $amount }
    }
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

# Statistics

statistics-findings = { $findings ->
        [one] 1 finding
       *[other] { $findings } findings
    }, { $suppressed } suppressed
statistics-run = { $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }, { $megabytes } MB in { $seconds } s
