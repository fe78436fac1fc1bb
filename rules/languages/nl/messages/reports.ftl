# Rapporten voor programma's

github-note = { $errors } { $errors ->
        [one] fout
       *[other] fouten
    }, { $warnings } { $warnings ->
        [one] waarschuwing
       *[other] waarschuwingen
    }, { $infos } { $infos ->
        [one] opmerking
       *[other] opmerkingen
    }: GitHub toont de eerste { $shown } van elke soort; alle staan in dit logboek.

# De pagina voor de browser

html-title = Kloppen de cijfers?
html-articles = Artikelen
html-figures = Cijfers:
html-keys = n, p: volgende en vorige bevinding; Esc: terug naar de tekst
html-minor = { $count ->
        [one] Nog één, minder gewichtig
       *[other] Nog { $count }, minder gewichtig
    }
html-nothing = Niets gevonden dat niet klopt.
html-partners = Hoort bij
html-problem = Niet zoals het hoort:
html-text = Het artikel, met zijn cijfers als knoppen
html-theme = Licht of donker
