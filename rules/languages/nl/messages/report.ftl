# Wat addsup zegt, in het Nederlands. Syntaxis: https://projectfluent.org

# Rapport

section-findings = Wat niet klopt
section-suppressed = Onderdrukt
suppressed-by-comment = onderdrukt door de opmerking in regel { $line }: { $reason }
    .bare = onderdrukt door de opmerking in regel { $line }
suppressed-by-baseline = bekend: staat in de nulmeting
section-claims = Alle cijfers
section-labels = Geen cijfers
section-implied = Wat het artikel laat volgen
section-checklist = Met de hand na te gaan, het gewichtigste eerst
column-place = Plaats
column-rule = Regel
column-finding = Wat de cijfers zeggen
column-claim = Tekst
column-means = Betekent
column-about = Waarover
column-standing = Stand
column-from = Volgt uit
column-stake = Waarom eerst
column-kind = Soort
column-label = Benoemt iets, meet niets
column-via = Gelezen als
column-severity = Ernst
column-group = Groep
column-checks = Gaat na of
severity-error = fout
severity-warning = waarschuwing
severity-info = opmerking
standing-agrees = klopt
standing-conflicts = botst
standing-open = open
modality-actual = werkelijk
modality-forecast = prognose
modality-target = doel
modality-estimate = schatting
modality-revised = herzien
stake-money = geld
stake-people = mensen
stake-rank = rang
stake-rate = percentage
stake-amount = cijfer
checklist-more = { $count ->
        [one] Nog één staat open.
       *[other] Nog { $count } staan open.
    }
published = gepubliceerd { $date }
would-be = { $claim } zou { $needed } moeten zijn
repair-why = als de andere cijfers kloppen
slip-swapped = : { $meant } met twee verwisselde cijfers?
slip-scale = : { $meant } met het verkeerde schaalwoord?
slip-zero = : { $meant } met een nul of komma te veel of te weinig?
slip-digit = : { $meant } met één verkeerd cijfer?
slip-length = : { $meant } met een cijfer te veel?
totals = { $claims ->
        [one] 1 cijfer
       *[other] { $claims } cijfers
    }: { $agree } { $agree ->
        [one] klopt
       *[other] kloppen
    }, { $conflict } { $conflict ->
        [one] botst
       *[other] botsen
    }, { $open } met de hand na te gaan
claims-total = { $claims ->
        [one] 1 cijfer
       *[other] { $claims } cijfers
    }
articles-total = { $articles ->
        [one] 1 artikel
       *[other] { $articles } artikelen
    }, { $totals }
maturity-draft = ontwerp
maturity-stable = stabiel
explain-laws = De wet
explain-guards = Milder (opmerking) waar de tekst dit zegt
explain-finds = Gevonden
explain-silent = Doorgelaten

# Rollen van de cijfers, voor wat er volgt

slot-initial = ervoor
slot-final = erna
slot-rate = verandering in procenten
slot-rate-up = stijging in procenten
slot-rate-down = daling in procenten
slot-difference = verandering
slot-difference-up = stijging
slot-difference-down = daling
slot-part = deel
slot-whole = geheel
slot-share = aandeel
slot-exchange_rate = wisselkoers
slot-total = totaal
slot-start = begin
slot-end = einde
slot-length = duur
slot-event = gebeurtenis
slot-reference = peildatum
slot-years = jaren
slot-birth = geboren
slot-age = leeftijd
slot-date = datum

# Waarden

unresolved = ?
no-value = niets
any-value = alles
read-as = { $value } (gelezen als { $reading })
or = { $first } of { $last }
and = { $first } en { $last }
about = ongeveer { $value }
at-least = minstens { $value }
at-most = hooguit { $value }
more-than = meer dan { $value }
less-than = minder dan { $value }
group-mark = .
decimal-mark = ,
scale-6 = { $amount } miljoen
scale-9 = { $amount } miljard
scale-12 = { $amount } biljoen
percent = { $amount } procent
points = { $amount } punten
ordinal = nr. { $amount }
multiple = { $amount } keer
money = { $code ->
        [USD] { $amount } dollar
        [GBP] { $amount } pond
        [EUR] { $amount } euro
       *[other] { $amount } { $code }
    }
quantity = { $amount } { $code }
seconds = { $count ->
        [one] { $amount } seconde
       *[other] { $amount } seconden
    }
minutes = { $count ->
        [one] { $amount } minuut
       *[other] { $amount } minuten
    }
hours = { $amount } uur
days = { $count ->
        [one] { $amount } dag
       *[other] { $amount } dagen
    }
weeks = { $count ->
        [one] { $amount } week
       *[other] { $amount } weken
    }
months = { $count ->
        [one] { $amount } maand
       *[other] { $amount } maanden
    }
years = { $amount } jaar
decades = { $count ->
        [one] { $amount } decennium
       *[other] { $amount } decennia
    }
centuries = { $count ->
        [one] { $amount } eeuw
       *[other] { $amount } eeuwen
    }
weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag

# Statistiek

statistics-findings = { $findings ->
        [one] 1 bevinding
       *[other] { $findings } bevindingen
    }, { $suppressed } onderdrukt
statistics-run = { $files ->
        [one] 1 bestand
       *[other] { $files } bestanden
    }, { $articles ->
        [one] 1 artikel
       *[other] { $articles } artikelen
    }, { $megabytes } MB in { $seconds } s
agrees-with = klopt met { $source }
facts-total = { $facts ->
        [one] 1 gegeven
       *[other] { $facts } gegevens
    }: { $contradictions ->
        [one] 1 tegenspraak
       *[other] { $contradictions } tegenspraken
    }{ $problems ->
        [0] {""}
        [one] , 1 probleem
       *[other] , { $problems } problemen
    }
