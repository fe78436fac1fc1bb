quote-paraphrase = La citation et le texte qui l'entoure donnent { $first } et { $second } pour ce qui semble être la même chose.
    .short = { $claims } sont dits de la même chose, l'un dans une citation.
scale-slip = { $first } et { $second } ont les mêmes chiffres et un autre ordre de grandeur.
    .short = { $claims } ont les mêmes chiffres et un autre ordre de grandeur.
mistyped-figure = { $first } et { $second } ne diffèrent que par une faute de frappe et sont dits de ce qui semble être la même chose.
    .short = { $claims } ne diffèrent que par une faute de frappe.
