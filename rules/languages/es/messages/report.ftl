# What addsup says, in Spanish. Syntax: https://projectfluent.org

# Report

section-findings = Lo que no cuadra
section-suppressed = Silenciado
suppressed-by-comment = silenciado por el comentario de la línea { $line }: { $reason }
    .bare = silenciado por el comentario de la línea { $line }
suppressed-by-baseline = conocido: está en la línea base
section-claims = Todas las cifras
section-labels = No son cifras
section-implied = Lo que implica el artículo
section-checklist = Lo que hay que comprobar a mano, primero lo que más pesa
column-place = Lugar
column-rule = Regla
column-finding = Lo que dicen las cifras
column-claim = Texto
column-means = Significa
column-about = Sobre
column-standing = Estado
column-from = Se deduce de
column-stake = Por qué primero
column-kind = Clase
column-label = Nombra algo, no mide nada
column-via = Vía
column-severity = Gravedad
column-group = Grupo
column-checks = Comprueba que
severity-error = error
severity-warning = aviso
severity-info = nota
standing-agrees = cuadra
standing-conflicts = choca
standing-open = sin comprobar
modality-actual = real
modality-forecast = previsión
modality-target = objetivo
modality-estimate = estimación
modality-revised = revisado
stake-money = dinero
stake-people = personas
stake-rank = rango
stake-rate = tasa
stake-amount = cifra
checklist-more = { $count ->
        [one] Queda otra sin comprobar.
       *[other] Quedan otras { $count } sin comprobar.
    }
published = publicado el { $date }
would-be = { $claim } tendría que ser { $needed }
repair-why = si las otras cifras son correctas
slip-swapped = : ¿{ $meant } con dos dígitos cambiados?
slip-scale = : ¿{ $meant } con otra palabra de escala?
slip-zero = : ¿{ $meant } con un cero o una coma de más o de menos?
slip-digit = : ¿{ $meant } con un dígito equivocado?
slip-length = : ¿{ $meant } con un dígito de más?
totals = { $claims ->
        [one] 1 cifra
       *[other] { $claims } cifras
    }: { $agree } { $agree ->
        [one] cuadra
       *[other] cuadran
    }, { $conflict } { $conflict ->
        [one] choca
       *[other] chocan
    }, { $open } por comprobar a mano
claims-total = { $claims ->
        [one] 1 cifra
       *[other] { $claims } cifras
    }
articles-total = { $articles ->
        [one] 1 artículo
       *[other] { $articles } artículos
    }, { $totals }
maturity-draft = borrador
maturity-stable = estable
explain-laws = La ley
explain-guards = Más leve (nota) donde el texto lo dice
explain-finds = Encuentra
explain-silent = Deja pasar

# Slots of relations, for implied figures

slot-initial = antes
slot-final = después
slot-rate = variación en porcentaje
slot-rate-up = subida en porcentaje
slot-rate-down = bajada en porcentaje
slot-difference = variación
slot-difference-up = subida
slot-difference-down = bajada
slot-part = parte
slot-whole = todo
slot-share = cuota
slot-exchange_rate = tipo de cambio
slot-total = total
slot-start = comienzo
slot-end = fin
slot-length = duración
slot-event = hecho
slot-reference = fecha de referencia
slot-years = años
slot-birth = nacimiento
slot-age = edad
slot-date = fecha

# Values

unresolved = ?
no-value = nada
any-value = cualquier valor
read-as = { $value } (leído como { $reading })
or = { $first } o { $last }
and = { $first } y { $last }
about = cerca de { $value }
at-least = al menos { $value }
at-most = como máximo { $value }
more-than = más de { $value }
less-than = menos de { $value }
group-mark = .
decimal-mark = ,
scale-6 = { $amount } millones
scale-9 = { $amount } mil millones
scale-12 = { $amount } billones
percent = { $amount } %
points = { $amount } puntos
ordinal = n.º { $amount }
multiple = { $amount } veces
money = { $code ->
        [USD] { $amount } US$
        [GBP] { $amount } £
        [EUR] { $amount } €
       *[other] { $amount } { $code }
    }
quantity = { $amount } { $code }
seconds = { $count ->
        [one] { $amount } segundo
       *[other] { $amount } segundos
    }
minutes = { $count ->
        [one] { $amount } minuto
       *[other] { $amount } minutos
    }
hours = { $count ->
        [one] { $amount } hora
       *[other] { $amount } horas
    }
days = { $count ->
        [one] { $amount } día
       *[other] { $amount } días
    }
weeks = { $count ->
        [one] { $amount } semana
       *[other] { $amount } semanas
    }
months = { $count ->
        [one] { $amount } mes
       *[other] { $amount } meses
    }
years = { $count ->
        [one] { $amount } año
       *[other] { $amount } años
    }
decades = { $count ->
        [one] { $amount } década
       *[other] { $amount } décadas
    }
centuries = { $count ->
        [one] { $amount } siglo
       *[other] { $amount } siglos
    }
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo

# Statistics

statistics-findings = { $findings ->
        [one] 1 hallazgo
       *[other] { $findings } hallazgos
    }, { $suppressed } silenciados
statistics-run = { $files ->
        [one] 1 archivo
       *[other] { $files } archivos
    }, { $articles ->
        [one] 1 artículo
       *[other] { $articles } artículos
    }, { $megabytes } MB en { $seconds } s
