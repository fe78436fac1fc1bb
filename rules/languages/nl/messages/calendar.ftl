# Geld, eenheden, kalender, tellen en stijl.

slot-exchange_rate = wisselkoers

conversion-rate-implausible = { $source } en { $target } zouden hetzelfde bedrag zijn, maar tegen geen koers van de laatste decennia zijn ze dat: { $source } zou { $needed-target } zijn.
    .short = { $source } en { $target } zouden hetzelfde bedrag zijn, maar geen koers van de laatste decennia maakt ze dat.
conversion-rate-inconsistent = { $other_target } voor { $other_source } maakt van { $source } { $needed-target }; in de tekst staat { $target }.
    .stated = Tegen { $exchange_rate } is { $source } { $needed-target }; in de tekst staat { $target }.
    .short = { $claims } zijn niet tegen één koers omgerekend.

date-order-mixed = { $claims } hebben dag en maand in verschillende volgorde.
event-order = { $claims }: het einde ligt voor het begin.
century-ordinal = { $event } ligt niet in { $era } ({ $era-means }).
    .short = { $claims } gaan niet samen.
clock-zone = { $first } en { $second } zijn in hun tijdzones niet hetzelfde moment.
    .short = { $claims } zijn niet hetzelfde moment.
relative-period = { $named } is { $named-means }; ernaast staat { $period }.
    .short = { $claims } zijn niet dezelfde periode.
list-count = De tekst kondigt { $count } aan, maar de lijst heeft er { $items }.
    .between = De tekst kondigt { $count } aan, maar de lijst heeft er, hoe ook gelezen, { $least } tot { $most }.
    .short = De lijst heeft geen { $count } onderdelen.
ordinal-sequence = Met de eerdere ({ $earlier }) zou dit { $needed-number } zijn; in de tekst staat { $number }.
    .field = { $place } van { $field } kan niet.
    .short = { $claims } gaan niet samen.
spelled-vs-digits = De cijfers en de woorden ernaast zijn niet hetzelfde getal: { $claims }.
separator-mix = { $claims }: een van deze cijfers scheidt decimalen of duizendtallen anders dan de rest van het artikel.
hedge-precision-clash = { $figure } heeft { $digits } tellende cijfers, te veel voor een cijfer dat maar ongeveer klopt.
    .short = { $claims }: te precies voor een cijfer dat maar ongeveer klopt.
false-friend-scale = Het schaalwoord achter { $figure } betekent voor verschillende lezers een ander getal: schrijf het uit.
    .short = Het schaalwoord achter { $claims } kan op twee manieren gelezen worden.
bounds-plausibility = { $figure } valt buiten de schaal, die tot { $most } loopt (vanaf { $least }).
    .short = { $claims } valt buiten de schaal.
unit-conversion = { $source } is { $needed-target }; in de tekst staat { $target }.
    .short = { $claims } zijn niet dezelfde maat.
temperature-difference = Een verschil van { $celsius } is { $needed-fahrenheit }; in de tekst staat { $fahrenheit }.
    .short = { $claims } zijn niet hetzelfde temperatuurverschil.
