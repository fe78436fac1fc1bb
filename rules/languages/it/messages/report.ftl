# Quello che dice addsup, in italiano. Sintassi: https://projectfluent.org

# Rapporto

section-findings = I conti che non tornano
section-suppressed = Messo da parte
suppressed-by-comment = messo da parte dal commento alla riga { $line }: { $reason }
    .bare = messo da parte dal commento alla riga { $line }
suppressed-by-baseline = noto: è nello stato di riferimento
section-claims = Tutte le cifre
section-labels = Non sono cifre
section-implied = Quello che l'articolo lascia intendere
section-checklist = Da verificare a mano, prima quello che pesa di più
column-place = Posto
column-rule = Regola
column-finding = Quello che dicono le cifre
column-claim = Testo
column-means = Significa
column-about = Riguarda
column-standing = Stato
column-from = Segue da
column-stake = Perché prima
column-kind = Tipo
column-label = Dà un nome, non misura nulla
column-via = Tramite
column-severity = Gravità
column-group = Gruppo
column-checks = Verifica che
severity-error = errore
severity-warning = avviso
severity-info = nota
standing-agrees = torna
standing-conflicts = si contraddice
standing-open = aperto
modality-actual = fatto
modality-forecast = previsione
modality-target = obiettivo
modality-estimate = stima
modality-revised = rivisto
stake-money = denaro
stake-people = persone
stake-rank = primato
stake-rate = tasso
stake-amount = cifra
checklist-more = { $count ->
        [one] Un'altra è aperta.
       *[other] Altre { $count } sono aperte.
    }
published = pubblicato il { $date }
would-be = { $claim } dovrebbe essere { $needed }
repair-why = se le altre cifre sono giuste
slip-swapped = : { $meant } con due cifre scambiate?
slip-scale = : { $meant } con l'ordine di grandezza sbagliato?
slip-zero = : { $meant } con uno zero o la virgola in meno o di troppo?
slip-digit = : { $meant } con una cifra sbagliata?
slip-length = : { $meant } con una cifra di troppo?
totals = { $claims ->
        [one] 1 cifra
       *[other] { $claims } cifre
    }: { $agree } { $agree ->
        [one] torna
       *[other] tornano
    }, { $conflict } { $conflict ->
        [one] si contraddice
       *[other] si contraddicono
    }, { $open } da verificare a mano
claims-total = { $claims ->
        [one] 1 cifra
       *[other] { $claims } cifre
    }
articles-total = { $articles ->
        [one] 1 articolo
       *[other] { $articles } articoli
    }, { $totals }
maturity-draft = bozza
maturity-stable = stabile
explain-laws = La legge
explain-guards = Più mite (nota) dove il testo lo dice
explain-finds = Trovato
explain-silent = Lasciato passare

# Ruoli nelle relazioni, per le cifre dedotte

slot-initial = prima
slot-final = dopo
slot-rate = variazione in percentuale
slot-rate-up = aumento in percentuale
slot-rate-down = calo in percentuale
slot-difference = variazione
slot-difference-up = aumento
slot-difference-down = calo
slot-part = parte
slot-whole = tutto
slot-share = quota
slot-exchange_rate = tasso di cambio
slot-total = totale
slot-start = inizio
slot-end = fine
slot-length = durata
slot-event = evento
slot-reference = data di riferimento
slot-years = anni
slot-birth = nascita
slot-age = età
slot-date = data

# Valori

unresolved = ?
no-value = nulla
any-value = qualunque cosa
read-as = { $value } (letto come { $reading })
or = { $first } o { $last }
and = { $first } e { $last }
about = circa { $value }
at-least = almeno { $value }
at-most = al massimo { $value }
more-than = più di { $value }
less-than = meno di { $value }
group-mark = .
decimal-mark = ,
scale-6 = { $amount } milioni
scale-9 = { $amount } miliardi
scale-12 = { $amount } mila miliardi
percent = { $amount }%
points = { $amount } punti
ordinal = n. { $amount }
multiple = { $amount } volte
money = { $code ->
        [USD] { $amount } $
        [GBP] { $amount } £
        [EUR] { $amount } €
       *[other] { $amount } { $code }
    }
quantity = { $amount } { $code }
seconds = { $count ->
        [one] { $amount } secondo
       *[other] { $amount } secondi
    }
minutes = { $count ->
        [one] { $amount } minuto
       *[other] { $amount } minuti
    }
hours = { $count ->
        [one] { $amount } ora
       *[other] { $amount } ore
    }
days = { $count ->
        [one] { $amount } giorno
       *[other] { $amount } giorni
    }
weeks = { $count ->
        [one] { $amount } settimana
       *[other] { $amount } settimane
    }
months = { $count ->
        [one] { $amount } mese
       *[other] { $amount } mesi
    }
years = { $count ->
        [one] { $amount } anno
       *[other] { $amount } anni
    }
decades = { $count ->
        [one] { $amount } decennio
       *[other] { $amount } decenni
    }
centuries = { $count ->
        [one] { $amount } secolo
       *[other] { $amount } secoli
    }
weekday-1 = lunedì
weekday-2 = martedì
weekday-3 = mercoledì
weekday-4 = giovedì
weekday-5 = venerdì
weekday-6 = sabato
weekday-7 = domenica

# Statistiche

statistics-findings = { $findings ->
        [one] 1 risultato
       *[other] { $findings } risultati
    }, { $suppressed } messi da parte
statistics-run = { $files ->
        [one] 1 file
       *[other] { $files } file
    }, { $articles ->
        [one] 1 articolo
       *[other] { $articles } articoli
    }, { $megabytes } MB in { $seconds } s
