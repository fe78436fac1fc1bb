# Versions d'un même article, et faits que la rédaction tient à jour.

agrees-with = concorde avec { $source }
section-changes = Ce qui a changé
column-figures = Chiffres
column-sentence = Phrase
change-changed = { $old } → { $new }
change-added = + { $new }
change-removed = − { $old }
changes-none = Aucun chiffre n'a changé.
changes-total = modifiés : { $changed }, ajoutés : { $added }, retirés : { $removed }
facts-total = { $facts ->
        [one] 1 fait
       *[other] { $facts } faits
    } : { $contradictions ->
        [one] 1 contradiction
       *[other] { $contradictions } contradictions
    }{ $problems ->
        [0] {""}
        [one] , 1 problème
       *[other] , { $problems } problèmes
    }
reference-mismatch = La table de la rédaction donne { $fact } pour { $fact-about } ({ $fact-source }) ; le texte dit { $claim }.
    .short = { $claims } contredit la table de la rédaction.
revision-partial-update = { $old } est devenu { $new } ; ici, il y a encore { $kept }.
