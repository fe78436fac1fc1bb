# Reports for programs

github-note = { $errors } { $errors ->
        [one] error
       *[other] errores
    }, { $warnings } { $warnings ->
        [one] aviso
       *[other] avisos
    }, { $infos } { $infos ->
        [one] nota
       *[other] notas
    }: GitHub muestra los primeros { $shown } de cada clase; todos están en este registro.

# The page for the browser

html-title = ¿Cuadran las cifras?
html-articles = Artículos
html-figures = Cifras:
html-keys = n, p: hallazgo siguiente y anterior; Esc: volver al texto
html-minor = { $count ->
        [one] Otro, de menor peso
       *[other] Otros { $count }, de menor peso
    }
html-nothing = No se ha encontrado nada que no cuadre.
html-partners = Va con
html-problem = No es como debería:
html-text = El artículo, con sus cifras como botones
html-theme = Claro u oscuro
