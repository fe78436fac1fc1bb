# Laporan untuk program

github-note = { $errors } galat, { $warnings } peringatan, { $infos } info: GitHub menampilkan { $shown } yang pertama dari setiap jenis; semuanya ada dalam log ini.
