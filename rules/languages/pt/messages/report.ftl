# What addsup says, in Portuguese. Syntax: https://projectfluent.org

# Report

section-findings = O que não bate
section-suppressed = Silenciado
suppressed-by-comment = silenciado pelo comentário da linha { $line }: { $reason }
    .bare = silenciado pelo comentário da linha { $line }
suppressed-by-baseline = conhecido: está na linha de base
section-claims = Todos os números
section-labels = Não são números que meçam
section-implied = O que o texto implica
section-checklist = O que conferir à mão, primeiro o que mais pesa
column-place = Lugar
column-rule = Regra
column-finding = O que dizem os números
column-claim = Texto
column-means = Significa
column-about = Sobre
column-standing = Situação
column-from = Decorre de
column-stake = Por que primeiro
column-kind = Tipo
column-label = Nomeia algo, não mede nada
column-via = Via
column-severity = Gravidade
column-group = Grupo
column-checks = Verifica que
severity-error = erro
severity-warning = aviso
severity-info = nota
standing-agrees = bate
standing-conflicts = conflita
standing-open = em aberto
modality-actual = real
modality-forecast = previsão
modality-target = meta
modality-estimate = estimativa
modality-revised = revisado
stake-money = dinheiro
stake-people = pessoas
stake-rank = posição
stake-rate = taxa
stake-amount = número
checklist-more = { $count ->
        [one] Mais um em aberto.
       *[other] Mais { $count } em aberto.
    }
published = publicado em { $date }
would-be = { $claim } teria de ser { $needed }
repair-why = se os outros números estão certos
slip-swapped = : { $meant } com dois dígitos trocados?
slip-scale = : { $meant } com outra palavra de escala?
slip-zero = : { $meant } com um zero ou uma vírgula a mais ou a menos?
slip-digit = : { $meant } com um dígito errado?
slip-length = : { $meant } com um dígito a mais?
totals = { $claims ->
        [one] 1 número
       *[other] { $claims } números
    }: { $agree } { $agree ->
        [one] bate
       *[other] batem
    }, { $conflict } { $conflict ->
        [one] conflita
       *[other] conflitam
    }, { $open } a conferir à mão
claims-total = { $claims ->
        [one] 1 número
       *[other] { $claims } números
    }
articles-total = { $articles ->
        [one] 1 texto
       *[other] { $articles } textos
    }, { $totals }
maturity-draft = rascunho
maturity-stable = estável
explain-laws = A lei
explain-guards = Mais leve (nota) onde o texto o diz
explain-finds = Encontra
explain-silent = Deixa passar

# Slots of relations, for implied figures

slot-initial = antes
slot-final = depois
slot-rate = variação em porcentagem
slot-rate-up = alta em porcentagem
slot-rate-down = queda em porcentagem
slot-difference = variação
slot-difference-up = alta
slot-difference-down = queda
slot-part = parte
slot-whole = todo
slot-share = parcela
slot-exchange_rate = taxa de câmbio
slot-total = total
slot-start = início
slot-end = fim
slot-length = duração
slot-event = fato
slot-reference = data de referência
slot-years = anos
slot-birth = nascimento
slot-age = idade
slot-date = data

# Values

unresolved = ?
no-value = nada
any-value = qualquer valor
read-as = { $value } (lido como { $reading })
or = { $first } ou { $last }
and = { $first } e { $last }
about = cerca de { $value }
at-least = pelo menos { $value }
at-most = no máximo { $value }
more-than = mais de { $value }
less-than = menos de { $value }
group-mark = .
decimal-mark = ,
scale-6 = { $amount } milhões
scale-9 = { $amount } bilhões
scale-12 = { $amount } trilhões
percent = { $amount }%
points = { $amount } pontos
ordinal = nº { $amount }
multiple = { $amount } vezes
money = { $code ->
        [USD] US$ { $amount }
        [BRL] R$ { $amount }
        [GBP] £ { $amount }
        [EUR] € { $amount }
       *[other] { $code } { $amount }
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
        [one] { $amount } dia
       *[other] { $amount } dias
    }
weeks = { $count ->
        [one] { $amount } semana
       *[other] { $amount } semanas
    }
months = { $count ->
        [one] { $amount } mês
       *[other] { $amount } meses
    }
years = { $count ->
        [one] { $amount } ano
       *[other] { $amount } anos
    }
decades = { $count ->
        [one] { $amount } década
       *[other] { $amount } décadas
    }
centuries = { $count ->
        [one] { $amount } século
       *[other] { $amount } séculos
    }
weekday-1 = segunda-feira
weekday-2 = terça-feira
weekday-3 = quarta-feira
weekday-4 = quinta-feira
weekday-5 = sexta-feira
weekday-6 = sábado
weekday-7 = domingo

# Statistics

statistics-findings = { $findings ->
        [one] 1 achado
       *[other] { $findings } achados
    }, { $suppressed } silenciados
statistics-run = { $files ->
        [one] 1 arquivo
       *[other] { $files } arquivos
    }, { $articles ->
        [one] 1 texto
       *[other] { $articles } textos
    }, { $megabytes } MB em { $seconds } s
