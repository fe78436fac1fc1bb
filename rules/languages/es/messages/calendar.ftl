# Money, units, calendar, counting and style.

conversion-rate-implausible = { $source } y { $target } se dan por la misma cantidad, pero con ningún tipo de cambio de las últimas décadas lo son: { $source } serían { $needed-target }.
    .short = { $source } y { $target } se dan por la misma cantidad, pero ningún tipo de cambio de las últimas décadas lo permite.
conversion-rate-inconsistent = { $other_target } por { $other_source } hace de { $source } { $needed-target }; el texto dice { $target }.
    .stated = A { $exchange_rate }, { $source } son { $needed-target }; el texto dice { $target }.
    .short = { $claims } no son conversiones con un mismo tipo de cambio.

date-order-mixed = { $claims } tienen el día y el mes en distinto orden.
event-order = { $claims }: el fin va antes que el comienzo.
century-ordinal = { $event } no cae en { $era } ({ $era-means }).
    .short = { $claims } no encajan.
clock-zone = { $first } y { $second } no son el mismo momento en sus dos husos horarios.
    .short = { $claims } no son el mismo momento.
relative-period = { $named } es { $named-means }; el texto al lado dice { $period }.
    .short = { $claims } no son el mismo periodo.
list-count = El texto anuncia { $count }, pero la lista tiene { $items } elementos.
    .between = El texto anuncia { $count }, pero la lista tiene de { $least } a { $most } elementos, se lea como se lea.
    .short = La lista no tiene { $count } elementos.
ordinal-sequence = Con los anteriores ({ $earlier }) este sería { $needed-number }; el texto dice { $number }.
    .field = { $place } de { $field } no es posible.
    .short = { $claims } no encajan.
spelled-vs-digits = Los dígitos y las palabras que los acompañan no son el mismo número: { $claims }.
separator-mix = { $claims }: una de ellas marca decimales o millares de otra manera que el resto del artículo.
hedge-precision-clash = { $figure } tiene { $digits } dígitos que cuentan, demasiados para una cifra aproximada.
    .short = { $claims }: demasiado precisa para ser aproximada.
false-friend-scale = La palabra de escala detrás de { $figure } significa números distintos para distintos lectores: conviene escribirla entera.
    .short = La palabra de escala detrás de { $claims } se puede entender de dos maneras.
bounds-plausibility = { $figure } se sale de la escala, que acaba en { $most } (desde { $least }).
    .short = { $claims } se sale de su escala.
unit-conversion = { $source } equivale a { $needed-target }; el texto dice { $target }.
    .short = { $claims } no son la misma medida.
temperature-difference = Una diferencia de { $celsius } equivale a { $needed-fahrenheit }; el texto dice { $fahrenheit }.
    .short = { $claims } no son la misma diferencia de temperatura.
