# Rapporti per programmi

github-note = { $errors } { $errors ->
        [one] errore
       *[other] errori
    }, { $warnings } { $warnings ->
        [one] avviso
       *[other] avvisi
    }, { $infos } { $infos ->
        [one] nota
       *[other] note
    }: GitHub mostra i primi { $shown } di ogni tipo; tutti stanno in questo registro.

# La pagina per il browser

html-title = I conti tornano?
html-articles = Articoli
html-figures = Cifre:
html-keys = n, p: risultato successivo e precedente; Esc: torna al testo
html-minor = { $count ->
        [one] Ancora uno, di minor peso
       *[other] Altri { $count }, di minor peso
    }
html-nothing = Non è stato trovato nulla che non torni.
html-partners = Va con
html-problem = Qualcosa non va:
html-text = L'articolo, con le sue cifre come pulsanti
html-theme = Chiaro o scuro
