# Argent, unités, calendrier, dénombrement et style.

slot-exchange_rate = taux de change

conversion-rate-implausible = { $source } et { $target } sont donnés pour le même montant, ce qu'ils ne sont à aucun taux des dernières décennies : { $source } vaudrait { $needed-target }.
    .short = { $source } et { $target } sont donnés pour le même montant, ce qu'ils ne sont à aucun taux des dernières décennies.
conversion-rate-inconsistent = { $other_target } pour { $other_source }, cela fait { $needed-target } pour { $source } ; le texte dit { $target }.
    .stated = À { $exchange_rate }, { $source } vaut { $needed-target } ; le texte dit { $target }.
    .short = { $claims } ne sont pas convertis au même taux.

date-order-mixed = { $claims } n'ont pas le jour et le mois dans le même ordre.
event-order = { $claims } : la fin précède le début.
century-ordinal = { $event } n'est pas dans le { $era } ({ $era-means }).
    .short = { $claims } ne vont pas ensemble.
clock-zone = { $first } et { $second } ne sont pas le même instant dans leurs deux fuseaux horaires.
    .short = { $claims } ne sont pas le même instant.
relative-period = « { $named } », c'est { $named-means } ; le texte à côté dit { $period }.
    .short = { $claims } ne sont pas la même période.
list-count = Le texte annonce { $count }, mais la liste compte { $items } éléments.
    .between = Le texte annonce { $count }, mais la liste compte de { $least } à { $most } éléments, de quelque façon qu'on la lise.
    .short = La liste ne compte pas { $count } éléments.
ordinal-sequence = Avec les précédents ({ $earlier }), ce serait { $needed-number } ; le texte dit { $number }.
    .field = { $place } sur { $field } n'est pas possible.
    .short = { $claims } ne vont pas ensemble.
spelled-vs-digits = Les chiffres et le nombre en toutes lettres à côté ne sont pas les mêmes : { $claims }.
separator-mix = { $claims } : l'un des deux marque les décimales ou les milliers autrement que le reste de l'article.
hedge-precision-clash = { $figure } a { $digits } chiffres significatifs, trop pour un chiffre approximatif.
    .short = { $claims } : trop précis pour une approximation.
false-friend-scale = L'ordre de grandeur derrière { $figure } n'est pas le même pour tous les lecteurs : mieux vaut l'écrire autrement.
    .short = L'ordre de grandeur derrière { $claims } peut se comprendre de deux façons.
bounds-plausibility = { $figure } sort de l'échelle, qui s'arrête à { $most } (à partir de { $least }).
    .short = { $claims } sort de l'échelle.
unit-conversion = { $source }, c'est { $needed-target } ; le texte dit { $target }.
    .short = { $claims } ne sont pas la même mesure.
temperature-difference = Un écart de { $celsius }, c'est { $needed-fahrenheit } ; le texte dit { $fahrenheit }.
    .short = { $claims } ne sont pas le même écart de température.
translation-number = { $source } est devenu { $target }.
    .number = { $source } est devenu { $target }.
    .unit = { $source } est devenu { $target } : le même nombre d'autre chose.
    .sign = { $source } est devenu { $target } : en hausse dans une version, en baisse dans l'autre.
translation-missing = La source donne { $source } ; la traduction, non.
translation-added = La traduction donne { $target } ; la source, non.
translation-hedge-shift = { $source } est devenu { $target } : la nuance n'est pas la même.

# Sous les phrases qui diffèrent.
section-versions = Côte à côte
versions-total = { $pairs ->
        [one] 1 paire de phrases
       *[other] { $pairs } paires de phrases
    } ; seulement dans la source : { $omitted }, seulement dans la traduction : { $added }
