# Reports for programs

github-note = { $errors } { $errors ->
        [one] error
       *[other] errors
    }, { $warnings } { $warnings ->
        [one] warning
       *[other] warnings
    }, { $infos } { $infos ->
        [one] note
       *[other] notes
    }: GitHub shows the first { $shown } of each kind; all are in this log.

# The page for the browser

html-title = Do the figures add up?
html-articles = Articles
html-figures = Figures:
html-keys = n, p: next and previous finding; Esc: back to the text
html-minor = { $count ->
        [one] One more, of less consequence
       *[other] { $count } more, of less consequence
    }
html-nothing = Nothing was found that does not add up.
html-partners = Goes with
html-problem = Not as it should be:
html-text = The article, with its figures as buttons
html-theme = Light or dark
