# Rapports pour programmes

github-note = { $errors } { $errors ->
        [one] erreur
       *[other] erreurs
    }, { $warnings } { $warnings ->
        [one] avertissement
       *[other] avertissements
    }, { $infos } { $infos ->
        [one] remarque
       *[other] remarques
    } : GitHub montre les { $shown } premiers de chaque sorte ; tous figurent dans ce journal.

# La page pour le navigateur

html-title = Les chiffres tombent-ils juste ?
html-articles = Articles
html-figures = Chiffres :
html-keys = n, p : constat suivant et précédent ; Échap : retour au texte
html-minor = { $count ->
        [one] Un de plus, de moindre conséquence
       *[other] { $count } de plus, de moindre conséquence
    }
html-nothing = Rien n'a été trouvé qui ne tombe pas juste.
html-partners = Va avec
html-problem = Il y a un problème :
html-text = L'article, avec ses chiffres en boutons
html-theme = Clair ou sombre
