# Denaro, unità, calendario, conteggi e stile.

slot-exchange_rate = tasso di cambio

conversion-rate-implausible = { $source } e { $target } sono dati come lo stesso importo, ma non lo sono a nessun cambio degli ultimi decenni: { $source } varrebbe { $needed-target }.
    .short = { $source } e { $target } sono dati come lo stesso importo, ma non lo sono a nessun cambio degli ultimi decenni.
conversion-rate-inconsistent = { $other_target } per { $other_source } fa { $needed-target } per { $source }; il testo dice { $target }.
    .stated = A { $exchange_rate }, { $source } vale { $needed-target }; il testo dice { $target }.
    .short = { $claims } non sono convertiti allo stesso cambio.

date-order-mixed = { $claims } non hanno giorno e mese nello stesso ordine.
event-order = { $claims }: la fine viene prima dell'inizio.
century-ordinal = { $event } non cade nel { $era } ({ $era-means }).
    .short = { $claims } non vanno insieme.
clock-zone = { $first } e { $second } non sono lo stesso istante nei loro due fusi orari.
    .short = { $claims } non sono lo stesso istante.
relative-period = « { $named } » significa { $named-means }; il testo accanto dice { $period }.
    .short = { $claims } non sono lo stesso periodo.
list-count = Il testo annuncia { $count }, ma l'elenco ha { $items } voci.
    .between = Il testo annuncia { $count }, ma l'elenco ha da { $least } a { $most } voci, comunque lo si legga.
    .short = L'elenco non ha { $count } voci.
ordinal-sequence = Con i precedenti ({ $earlier }) questo sarebbe { $needed-number }; il testo dice { $number }.
    .field = { $place } su { $field } non è possibile.
    .short = { $claims } non vanno insieme.
spelled-vs-digits = Le cifre e il numero in lettere accanto non sono lo stesso numero: { $claims }.
separator-mix = { $claims }: uno dei due segna i decimali o le migliaia in modo diverso dal resto dell'articolo.
hedge-precision-clash = { $figure } ha { $digits } cifre significative, troppe per una cifra approssimativa.
    .short = { $claims }: troppo preciso per un'approssimazione.
false-friend-scale = L'ordine di grandezza dietro { $figure } non è lo stesso per tutti i lettori: meglio scriverlo in altro modo.
    .short = L'ordine di grandezza dietro { $claims } si può intendere in due modi.
bounds-plausibility = { $figure } è fuori scala: la scala finisce a { $most } (da { $least }).
    .short = { $claims } è fuori scala.
unit-conversion = { $source } è { $needed-target }; il testo dice { $target }.
    .short = { $claims } non sono la stessa misura.
temperature-difference = Una differenza di { $celsius } è { $needed-fahrenheit }; il testo dice { $fahrenheit }.
    .short = { $claims } non sono la stessa differenza di temperatura.
translation-number = { $source } è diventato { $target }.
    .number = { $source } è diventato { $target }.
    .unit = { $source } è diventato { $target }: lo stesso numero di qualcos'altro.
    .sign = { $source } è diventato { $target }: in aumento in una versione, in calo nell'altra.
translation-missing = L'originale dà { $source }; la traduzione no.
translation-added = La traduzione dà { $target }; l'originale no.
translation-hedge-shift = { $source } è diventato { $target }: la sfumatura non è la stessa.

# Sotto le frasi che differiscono.
section-versions = Fianco a fianco
versions-total = { $pairs ->
        [one] 1 coppia di frasi
       *[other] { $pairs } coppie di frasi
    }; solo nell'originale: { $omitted }, solo nella traduzione: { $added }
