# Money, units, calendar, counting and style.

conversion-rate-implausible = { $source } e { $target } são dados como a mesma quantia, mas a nenhuma taxa de câmbio das últimas décadas o são: { $source } seriam { $needed-target }.
    .short = { $source } e { $target } são dados como a mesma quantia, mas nenhuma taxa de câmbio das últimas décadas o permite.
conversion-rate-inconsistent = { $other_target } por { $other_source } faz de { $source } { $needed-target }; o texto diz { $target }.
    .stated = A { $exchange_rate }, { $source } são { $needed-target }; o texto diz { $target }.
    .short = { $claims } não são conversões a uma mesma taxa.

date-order-mixed = { $claims } têm dia e mês em ordem diferente.
event-order = { $claims }: o fim vem antes do começo.
century-ordinal = { $event } não cai em { $era } ({ $era-means }).
    .short = { $claims } não combinam.
clock-zone = { $first } e { $second } não são o mesmo momento em seus dois fusos horários.
    .short = { $claims } não são o mesmo momento.
relative-period = { $named } é { $named-means }; o texto ao lado diz { $period }.
    .short = { $claims } não são o mesmo período.
list-count = O texto anuncia { $count }, mas a lista tem { $items } itens.
    .between = O texto anuncia { $count }, mas a lista tem de { $least } a { $most } itens, como quer que se leia.
    .short = A lista não tem { $count } itens.
ordinal-sequence = Com os anteriores ({ $earlier }) este seria { $needed-number }; o texto diz { $number }.
    .field = { $place } de { $field } não é possível.
    .short = { $claims } não combinam.
spelled-vs-digits = Os dígitos e as palavras ao lado não são o mesmo número: { $claims }.
separator-mix = { $claims }: um deles marca decimais ou milhares de outro modo que o resto do texto.
hedge-precision-clash = { $figure } tem { $digits } dígitos que contam, demais para um número aproximado.
    .short = { $claims }: preciso demais para ser aproximado.
false-friend-scale = A palavra de escala atrás de { $figure } significa números diferentes para leitores diferentes: convém escrevê-la por extenso.
    .short = A palavra de escala atrás de { $claims } pode ser entendida de dois modos.
bounds-plausibility = { $figure } está fora da escala, que termina em { $most } (a partir de { $least }).
    .short = { $claims } está fora da sua escala.
unit-conversion = { $source } equivale a { $needed-target }; o texto diz { $target }.
    .short = { $claims } não são a mesma medida.
temperature-difference = Uma diferença de { $celsius } equivale a { $needed-fahrenheit }; o texto diz { $fahrenheit }.
    .short = { $claims } não são a mesma diferença de temperatura.
