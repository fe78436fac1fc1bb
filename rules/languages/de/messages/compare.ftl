# Zwei Fassungen eines Textes.

translation-number = Aus { $source } wurde { $target }.
    .number = Aus { $source } wurde { $target }.
    .unit = Aus { $source } wurde { $target }: dieselbe Zahl von etwas anderem.
    .sign = Aus { $source } wurde { $target }: in der einen Fassung aufwärts, in der anderen abwärts.
translation-missing = In der Vorlage steht { $source }; in der Übersetzung nicht.
translation-added = In der Übersetzung steht { $target }; in der Vorlage nicht.
translation-hedge-shift = Aus { $source } wurde { $target }: Die Einschränkung sagt nicht dasselbe.

# Unter den Sätzen, die sich unterscheiden.
section-versions = Nebeneinander
versions-total = { $pairs ->
        [one] 1 Satzpaar
       *[other] { $pairs } Satzpaare
    }; nur in der Vorlage: { $omitted }, nur in der Übersetzung: { $added }
# An edit.
revision-partial-update = { $old } wurde zu { $new }; hier steht noch { $kept }.
section-changes = Was sich geändert hat
column-figures = Zahlen
column-sentence = Satz
change-changed = { $old } → { $new }
change-added = + { $new }
change-removed = − { $old }
changes-none = Keine Zahl hat sich geändert.
changes-total = { $changed } geändert, { $added } hinzugekommen, { $removed } weggefallen
