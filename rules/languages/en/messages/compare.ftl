translation-number = “{ $source }” became “{ $target }”.
    .number = “{ $source }” became “{ $target }”.
    .unit = “{ $source }” became “{ $target }”: the same number of something else.
    .sign = “{ $source }” became “{ $target }”: up in one version, down in the other.
translation-missing = The source gives “{ $source }”; the target does not.
translation-added = The target gives “{ $target }”; the source does not.
translation-hedge-shift = “{ $source }” became “{ $target }”: the hedge does not say the same.

# Under the sentences that differ.
section-versions = Side by side
versions-total = { $pairs ->
        [one] 1 pair of sentences
       *[other] { $pairs } pairs of sentences
    }; only in the source: { $omitted }, only in the target: { $added }

# An edit.
revision-partial-update = { $old } was changed to { $new }; here it is still { $kept }.
section-changes = What changed
column-figures = Figures
column-sentence = Sentence
change-changed = { $old } → { $new }
change-added = + { $new }
change-removed = − { $old }
changes-none = No figure changed.
changes-total = { $changed } changed, { $added } added, { $removed } removed
