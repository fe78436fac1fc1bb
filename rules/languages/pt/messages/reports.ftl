# Reports for programs

github-note = { $errors } { $errors ->
        [one] erro
       *[other] erros
    }, { $warnings } { $warnings ->
        [one] aviso
       *[other] avisos
    }, { $infos } { $infos ->
        [one] nota
       *[other] notas
    }: o GitHub mostra os primeiros { $shown } de cada tipo; todos estão neste registro.

# The page for the browser

html-title = Os números batem?
html-articles = Textos
html-figures = Números:
html-keys = n, p: achado seguinte e anterior; Esc: voltar ao texto
html-minor = { $count ->
        [one] Mais um, de menor peso
       *[other] Mais { $count }, de menor peso
    }
html-nothing = Nada foi encontrado que não bata.
html-partners = Vai com
html-problem = Não está como deveria:
html-text = O texto, com seus números como botões
html-theme = Claro ou escuro
