translation-number = “{ $source }” menjadi “{ $target }”.
    .number = “{ $source }” menjadi “{ $target }”.
    .unit = “{ $source }” menjadi “{ $target }”: angkanya sama, satuannya lain.
    .sign = “{ $source }” menjadi “{ $target }”: naik di satu versi, turun di versi lain.
translation-missing = Sumber menyebut “{ $source }”; terjemahannya tidak.
translation-added = Terjemahan menyebut “{ $target }”; sumbernya tidak.
translation-hedge-shift = “{ $source }” menjadi “{ $target }”: kata kira-kiranya tidak searti.
summary-translation-number = Angka sumber harus tetap sama di terjemahan: nilai, satuan, besaran, tanda, dan tanggalnya.
summary-translation-missing = Angka dalam kalimat yang dipertahankan harus ada di terjemahan.
summary-translation-added = Angka di terjemahan semestinya ada di sumber.
summary-translation-hedge-shift = Kata kira-kira di sumber harus searah dengan yang di terjemahan.

section-versions = Berdampingan
versions-total = { $pairs } pasang kalimat; hanya di sumber: { $omitted }, hanya di terjemahan: { $added }

# Penyuntingan.
revision-partial-update = { $old } sudah diubah menjadi { $new }; di sini masih { $kept }.
summary-revision-partial-update = Angka yang diubah dalam penyuntingan harus diubah di semua tempat.
section-changes = Yang berubah
column-figures = Angka
column-sentence = Kalimat
change-changed = { $old } → { $new }
change-added = + { $new }
change-removed = − { $old }
changes-none = Tidak ada angka yang berubah.
changes-total = { $changed } diubah, { $added } ditambah, { $removed } dihapus
