# Twee versies van een tekst.

translation-number = { $source } werd { $target }.
    .number = { $source } werd { $target }.
    .unit = { $source } werd { $target }: hetzelfde getal van iets anders.
    .sign = { $source } werd { $target }: in de ene versie omhoog, in de andere omlaag.
translation-missing = In de bron staat { $source }; in de vertaling niet.
translation-added = In de vertaling staat { $target }; in de bron niet.
translation-hedge-shift = { $source } werd { $target }: het voorbehoud zegt niet hetzelfde.

# Onder de zinnen die verschillen.
section-versions = Naast elkaar
versions-total = { $pairs ->
        [one] 1 zinspaar
       *[other] { $pairs } zinsparen
    }; alleen in de bron: { $omitted }, alleen in de vertaling: { $added }
# An edit.
revision-partial-update = { $old } werd { $new }; hier staat nog { $kept }.
section-changes = Wat er veranderd is
column-figures = Cijfers
column-sentence = Zin
change-changed = { $old } → { $new }
change-added = + { $new }
change-removed = − { $old }
changes-none = Geen cijfer is veranderd.
changes-total = { $changed } veranderd, { $added } toegevoegd, { $removed } weggelaten
