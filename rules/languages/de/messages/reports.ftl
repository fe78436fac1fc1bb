# Berichte für Programme

github-note = { $errors } Fehler, { $warnings } { $warnings ->
        [one] Warnung
       *[other] Warnungen
    }, { $infos } { $infos ->
        [one] Hinweis
       *[other] Hinweise
    }: GitHub zeigt die ersten { $shown } jeder Art; alle stehen in diesem Protokoll.

# Die Seite für den Browser

html-title = Gehen die Zahlen auf?
html-articles = Artikel
html-figures = Zahlen:
html-keys = n, p: nächster und voriger Befund; Esc: zurück zum Text
html-minor = { $count ->
        [one] Eine weitere, weniger folgenreich
       *[other] { $count } weitere, weniger folgenreich
    }
html-nothing = Nichts gefunden, was nicht aufgeht.
html-partners = Gehört zu
html-problem = Nicht, wie es sein soll:
html-text = Der Artikel, mit seinen Zahlen als Knöpfen
html-theme = Hell oder dunkel
