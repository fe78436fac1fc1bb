# Laporan untuk program

github-note = { $errors } galat, { $warnings } peringatan, { $infos } info: GitHub menampilkan { $shown } yang pertama dari setiap jenis; semuanya ada dalam log ini.

# Halaman untuk peramban

html-title = Apakah angkanya cocok?
html-articles = Artikel
html-figures = Angka:
html-keys = n, p: temuan berikutnya dan sebelumnya; Esc: kembali ke teks
html-minor = { $count } lagi yang kurang penting
html-nothing = Tidak ditemukan angka yang tidak cocok.
html-partners = Terkait dengan
html-problem = Tidak semestinya:
html-text = Artikel, dengan angkanya sebagai tombol
html-theme = Terang atau gelap
