# Ce que dit addsup, en français. Syntaxe : https://projectfluent.org

# Rapport

section-findings = Ce qui ne tombe pas juste
section-suppressed = Écarté
suppressed-by-comment = écarté par le commentaire de la ligne { $line } : { $reason }
    .bare = écarté par le commentaire de la ligne { $line }
suppressed-by-baseline = connu : figure dans l'état de référence
section-claims = Tous les chiffres
section-labels = Ne sont pas des chiffres
section-implied = Ce que l'article laisse entendre
section-checklist = À vérifier à la main, le plus lourd de conséquences d'abord
column-place = Endroit
column-rule = Règle
column-finding = Ce que disent les chiffres
column-claim = Texte
column-means = Signifie
column-about = À propos de
column-standing = État
column-from = Découle de
column-stake = Pourquoi d'abord
column-kind = Genre
column-label = Nomme quelque chose, ne mesure rien
column-via = Par
column-severity = Gravité
column-group = Groupe
column-checks = Vérifie que
severity-error = erreur
severity-warning = avertissement
severity-info = remarque
standing-agrees = concorde
standing-conflicts = se contredit
standing-open = ouvert
modality-actual = fait
modality-forecast = prévision
modality-target = objectif
modality-estimate = estimation
modality-revised = révisé
stake-money = argent
stake-people = personnes
stake-rank = rang
stake-rate = taux
stake-amount = chiffre
checklist-more = { $count ->
        [one] Un de plus est ouvert.
       *[other] { $count } de plus sont ouverts.
    }
published = publié le { $date }
would-be = { $claim } devrait être { $needed }
repair-why = si les autres chiffres sont justes
slip-swapped = {" "}: { $meant } avec deux chiffres intervertis ?
slip-scale = {" "}: { $meant } avec le mauvais ordre de grandeur ?
slip-zero = {" "}: { $meant } avec un zéro ou la virgule en moins ou en trop ?
slip-digit = {" "}: { $meant } avec un chiffre faux ?
slip-length = {" "}: { $meant } avec un chiffre de trop ?
totals = { $claims ->
        [one] 1 chiffre
       *[other] { $claims } chiffres
    } : { $agree } { $agree ->
        [one] concorde
       *[other] concordent
    }, { $conflict } { $conflict ->
        [one] se contredit
       *[other] se contredisent
    }, { $open } à vérifier à la main
claims-total = { $claims ->
        [one] 1 chiffre
       *[other] { $claims } chiffres
    }
articles-total = { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }, { $totals }
maturity-draft = ébauche
maturity-stable = stable
explain-laws = La loi
explain-guards = Plus doux (remarque) là où le texte le dit
explain-finds = Trouvé
explain-silent = Laissé passer

# Rôles dans les relations, pour les chiffres déduits

slot-initial = avant
slot-final = après
slot-rate = variation en pour cent
slot-rate-up = hausse en pour cent
slot-rate-down = baisse en pour cent
slot-difference = variation
slot-difference-up = hausse
slot-difference-down = baisse
slot-part = partie
slot-whole = tout
slot-share = part
slot-exchange_rate = taux de change
slot-total = total
slot-start = début
slot-end = fin
slot-length = durée
slot-event = événement
slot-reference = date de référence
slot-years = années
slot-birth = naissance
slot-age = âge
slot-date = date

# Valeurs

unresolved = ?
no-value = rien
any-value = n'importe quoi
read-as = { $value } (lu comme { $reading })
or = { $first } ou { $last }
and = { $first } et { $last }
about = environ { $value }
at-least = au moins { $value }
at-most = au plus { $value }
more-than = plus de { $value }
less-than = moins de { $value }
group-mark = {" "}
decimal-mark = ,
scale-6 = { $amount } millions
scale-9 = { $amount } milliards
scale-12 = { $amount } billions
percent = { $amount } %
points = { $amount } points
ordinal = n° { $amount }
multiple = { $amount } fois
money = { $code ->
        [USD] { $amount } $
        [GBP] { $amount } £
        [EUR] { $amount } €
       *[other] { $amount } { $code }
    }
quantity = { $amount } { $code }
seconds = { $amount } s
minutes = { $amount } min
hours = { $amount } h
days = { $count ->
        [one] { $amount } jour
       *[other] { $amount } jours
    }
weeks = { $count ->
        [one] { $amount } semaine
       *[other] { $amount } semaines
    }
months = { $amount } mois
years = { $count ->
        [one] { $amount } an
       *[other] { $amount } ans
    }
decades = { $count ->
        [one] { $amount } décennie
       *[other] { $amount } décennies
    }
centuries = { $count ->
        [one] { $amount } siècle
       *[other] { $amount } siècles
    }
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche

# Statistiques

statistics-findings = { $findings ->
        [one] 1 constat
       *[other] { $findings } constats
    }, { $suppressed } { $suppressed ->
        [one] écarté
       *[other] écartés
    }
statistics-run = { $files ->
        [one] 1 fichier
       *[other] { $files } fichiers
    }, { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }, { $megabytes } Mo en { $seconds } s
