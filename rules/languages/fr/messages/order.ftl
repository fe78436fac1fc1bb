# Évolution, ordre et comparaison.

growth-base-error = De { $initial } à { $final }, il y a { $direction ->
        [up] une hausse
        [down] une baisse
       *[other] une variation
    } : { $needed-rate } ; { $rate } est calculé sur le mauvais chiffre.
    .short = { $rate } n'est pas calculé sur l'ancien chiffre : { $claims }.
growth-period-label = { $first } et { $second } sont donnés tous deux pour la croissance d'une même période : par rapport à quand ?
    .short = { $claims } : par rapport à quand chacun est-il mesuré ?
growth-compounding = { $rate } par an pendant { $years }, cela fait { $needed-total } en tout ; le texte dit { $total }.
    .multiple = { $rate } par an pendant { $years }, cela multiplie par { $needed-multiple } ; le texte dit { $multiple }.
    .short = { $claims } ne vont pas ensemble : les taux annuels se cumulent.
range-inverted = La fourchette est à l'envers, de { $low } à { $high }.
    .short = La fourchette est à l'envers : { $claims }.
range-missing-scale = { $stretch } : il manque « mille », « millions » ou « milliards » à la borne inférieure.
value-outside-range = { $value } n'est pas dans { $stretch }.
    .between = { $value } n'est pas entre { $low } et { $high }.
    .short = { $claims } : le chiffre n'est pas dans la fourchette.
ranking-order = L'ordre ne correspond pas aux chiffres : { $claims }.
superlative-contradiction = { $record } ne bat pas { $earlier }.
    .short = Le record ne bat pas le précédent : { $claims }.
threshold-crossing = { $value } est de l'autre côté de { $threshold } que ne le dit le texte.
    .short = { $claims } : le chiffre est de l'autre côté du seuil.
streak-contradiction = Les chiffres de la série ne vont pas tous dans le même sens : { $claims }.
multiple-word = De { $initial } à { $final }, c'est { $needed-multiple } ; le texte dit { $multiple }.
    .short = { $claims } : le multiple ne correspond pas aux chiffres.
times-more = { $larger } n'est pas { $multiple } plus que { $smaller }, ni autant.
    .short = { $claims } : le multiple ne correspond pas aux chiffres.
fraction-word = { $word } de { $whole }, c'est { $needed-part } ; le texte dit { $part }.
    .change = { $word } de plus ou de moins que { $initial }, c'est { $needed-final } ; le texte dit { $final }.
    .share = { $word }, ce n'est pas { $share }.
    .short = { $claims } : la fraction ne correspond pas aux chiffres.
majority-word = { $share }, ce n'est { $direction ->
        [up] pas une majorité
       *[other] pas une minorité
    }.
    .part = { $part } sur { $whole }, ce n'est { $direction ->
        [up] pas une majorité
       *[other] pas une minorité
    }.
    .short = { $claims } : c'est de l'autre côté de la moitié.
magnitude-word = { $exact } n'est pas { $band }.
    .short = { $claims } ne vont pas ensemble.
hedge-direction = { $rough } ne couvre pas { $exact }.
    .share = { $word } ne couvre pas { $share }.
    .short = { $claims } ne vont pas ensemble.
