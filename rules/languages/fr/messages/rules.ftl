# Ce que dit addsup, en français. Syntaxe : https://projectfluent.org
# Les chiffres sont cités tels qu'ils figurent dans le texte : les phrases sont construites pour que rien ne s'accorde.

age-birthdate = Né(e) le { $birth } : l'âge au { $reference-means } est { $needed-age } ; le texte dit { $age }.
    .short = Né(e) le { $birth }, personne ne peut alors avoir { $age }.
ago-year = De { $event } à { $reference-means }, il y a { $needed-length } ; le texte dit { $length }.
    .named = « { $named } », c'est { $named-means } ; le texte dit { $event }.
    .short = { $event } et { $length } ne vont pas ensemble.
anniversary-mismatch = De { $start } à { $event-means }, cela fait { $needed-years } ; le texte dit { $years }.
    .near = Compté depuis { $start }, l'anniversaire de ces années-ci ne peut être que { $needed-years } ; le texte dit { $years }.
    .short = { $start } et { $years } ne vont pas ensemble.
change-endpoints = { $initial } et { $difference } { $direction ->
        [up] de plus
        [down] de moins
       *[other] d'écart
    } donnent { $needed-final } ; le texte dit { $final }.
    .short = { $initial }, { $difference } et { $final } ne vont pas ensemble.
duration-span = De { $start } à { $end }, il y a { $needed-length } ; le texte dit { $length }.
    .short = { $start }, { $end } et { $length } ne vont pas ensemble.
growth-direction = Le texte parle { $direction ->
        [up] d'une hausse
        [down] d'une baisse
       *[other] d'une stagnation
    }, mais les chiffres vont de { $initial } à { $final }.
    .decline = Après une baisse de { $rate }, il reste moins que rien.
    .short = Le sens ne correspond pas aux chiffres : { $claims }.
growth-percent = De { $initial } à { $final }, il y a { $direction ->
        [up] une hausse
        [down] une baisse
       *[other] une variation
    } : { $needed-rate } ; le texte dit { $rate }.
    .short = { $initial }, { $final } et { $rate } ne vont pas ensemble.
    .step = Une variation de { $difference } jusqu'à { $final } représente { $needed-rate } ; le texte dit { $rate }.
    .bare = { $claims } ne vont pas ensemble.
headline-body = Le titre dit { $figure } ; l'article dit { $bodies }.
    .short = Le titre dit { $figure } ; aucun chiffre de l'article ne le confirme.
impossible-date = Il n'y a pas de { $claims } : le jour ne peut être que { $needed-day }.
    .short = Il n'y a pas de { $claims }.
percent-of-whole = { $part } sur { $whole }, c'est { $needed-share } ; le texte dit { $share }.
    .short = { $part }, { $whole } et { $share } ne vont pas ensemble.
percent-out-of-bounds = { $share } ne peut pas être la part d'un tout.
    .short = { $claims } ne peut pas être la part d'un tout.
relative-day = { $first }, c'est { $first-means } ; { $second }, c'est { $second-means } : le texte en fait le même jour.
    .short = { $claims } ne peuvent pas être le même jour.
restated-figure = { $first } et { $second } sont dits de la même chose.
    .short = { $claims } sont dits de la même chose.
sum-of-parts = La somme de { $parts } est { $needed-total } ; le texte dit { $total }.
    .short = La somme de { $parts } n'est pas { $total }.
weekday-date = Le { $date-means } est un { $needed-weekday } ; le texte dit { $weekday }.
    .short = { $claims } : le jour de la semaine n'est pas celui de la date.
finding = Ces chiffres ne peuvent pas être tous vrais : { $claims }.
