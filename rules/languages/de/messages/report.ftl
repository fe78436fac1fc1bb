# Was addsup sagt, auf Deutsch. Syntax: https://projectfluent.org

# Bericht

section-findings = Was nicht aufgeht
section-suppressed = Unterdrückt
suppressed-by-comment = unterdrückt durch den Kommentar in Zeile { $line }: { $reason }
    .bare = unterdrückt durch den Kommentar in Zeile { $line }
suppressed-by-baseline = bekannt: steht in der Basisliste
section-claims = Alle Angaben
section-labels = Keine Angaben
section-implied = Was der Artikel nahelegt
section-checklist = Von Hand zu prüfen, das Folgenreichste zuerst
column-place = Stelle
column-rule = Regel
column-finding = Was die Zahlen sagen
column-claim = Text
column-means = Bedeutet
column-about = Worüber
column-standing = Stand
column-from = Folgt aus
column-stake = Warum zuerst
column-kind = Art
column-label = Benennt etwas, misst nichts
column-via = Gelesen als
column-severity = Schwere
column-group = Gruppe
column-checks = Prüft, dass
severity-error = Fehler
severity-warning = Warnung
severity-info = Hinweis
standing-agrees = stimmt überein
standing-conflicts = widerspricht
standing-open = offen
modality-actual = Ist
modality-forecast = Prognose
modality-target = Ziel
modality-estimate = Schätzung
modality-revised = revidiert
stake-money = Geld
stake-people = Menschen
stake-rank = Rang
stake-rate = Quote
stake-amount = Zahl
checklist-more = { $count ->
        [one] Eine weitere ist offen.
       *[other] { $count } weitere sind offen.
    }
published = veröffentlicht { $date }
would-be = { $claim } müsste { $needed } sein
repair-why = wenn die anderen Zahlen stimmen
slip-swapped = : { $meant } mit zwei vertauschten Ziffern?
slip-scale = : { $meant } mit falscher Größenordnung?
slip-zero = : { $meant } mit verlorener oder überzähliger Null oder Kommastelle?
slip-digit = : { $meant } mit einer falschen Ziffer?
slip-length = : { $meant } mit einer Ziffer zu viel?
totals = { $claims ->
        [one] 1 Angabe
       *[other] { $claims } Angaben
    }: { $agree } { $agree ->
        [one] stimmt überein
       *[other] stimmen überein
    }, { $conflict } { $conflict ->
        [one] widerspricht
       *[other] widersprechen
    }, { $open } von Hand zu prüfen
claims-total = { $claims ->
        [one] 1 Angabe
       *[other] { $claims } Angaben
    }
articles-total = { $articles ->
        [one] 1 Artikel
       *[other] { $articles } Artikel
    }, { $totals }
maturity-draft = Entwurf
maturity-stable = stabil
explain-laws = Das Gesetz
explain-guards = Milder (Hinweis), wo der Text dies sagt
explain-finds = Gefunden
explain-silent = Durchgelassen

# Rollen der Angaben, für das Gefolgerte

slot-initial = vorher
slot-final = nachher
slot-rate = Veränderung in Prozent
slot-rate-up = Anstieg in Prozent
slot-rate-down = Rückgang in Prozent
slot-difference = Veränderung
slot-difference-up = Anstieg
slot-difference-down = Rückgang
slot-part = Teil
slot-whole = Ganzes
slot-share = Anteil
slot-exchange_rate = Wechselkurs
slot-total = Summe
slot-start = Beginn
slot-end = Ende
slot-length = Dauer
slot-event = Ereignis
slot-reference = Stichtag
slot-years = Jahre
slot-birth = geboren
slot-age = Alter
slot-date = Datum

# Werte

unresolved = ?
no-value = nichts
any-value = beliebig
read-as = { $value } (gelesen als { $reading })
or = { $first } oder { $last }
and = { $first } und { $last }
about = etwa { $value }
at-least = mindestens { $value }
at-most = höchstens { $value }
more-than = mehr als { $value }
less-than = weniger als { $value }
group-mark = .
decimal-mark = ,
scale-6 = { $amount } Millionen
scale-9 = { $amount } Milliarden
scale-12 = { $amount } Billionen
percent = { $amount } %
points = { $amount } Punkte
ordinal = Nr. { $amount }
multiple = { $amount }-mal
money = { $code ->
        [USD] { $amount } US-Dollar
        [GBP] { $amount } Pfund
        [EUR] { $amount } Euro
        [CHF] { $amount } Franken
       *[other] { $amount } { $code }
    }
quantity = { $amount } { $code }
seconds = { $count ->
        [one] { $amount } Sekunde
       *[other] { $amount } Sekunden
    }
minutes = { $count ->
        [one] { $amount } Minute
       *[other] { $amount } Minuten
    }
hours = { $count ->
        [one] { $amount } Stunde
       *[other] { $amount } Stunden
    }
days = { $count ->
        [one] { $amount } Tag
       *[other] { $amount } Tage
    }
weeks = { $count ->
        [one] { $amount } Woche
       *[other] { $amount } Wochen
    }
months = { $count ->
        [one] { $amount } Monat
       *[other] { $amount } Monate
    }
years = { $count ->
        [one] { $amount } Jahr
       *[other] { $amount } Jahre
    }
decades = { $count ->
        [one] { $amount } Jahrzehnt
       *[other] { $amount } Jahrzehnte
    }
centuries = { $count ->
        [one] { $amount } Jahrhundert
       *[other] { $amount } Jahrhunderte
    }
weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag

# Statistik

statistics-findings = { $findings ->
        [one] 1 Befund
       *[other] { $findings } Befunde
    }, { $suppressed } unterdrückt
statistics-run = { $files ->
        [one] 1 Datei
       *[other] { $files } Dateien
    }, { $articles ->
        [one] 1 Artikel
       *[other] { $articles } Artikel
    }, { $megabytes } MB in { $seconds } s
agrees-with = stimmt mit { $source } überein
facts-total = { $facts ->
        [one] 1 Angabe
       *[other] { $facts } Angaben
    }: { $contradictions ->
        [one] 1 Widerspruch
       *[other] { $contradictions } Widersprüche
    }{ $problems ->
        [0] {""}
        [one] , 1 Problem
       *[other] , { $problems } Probleme
    }
