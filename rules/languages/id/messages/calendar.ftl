# Uang, satuan, kalender, hitungan dan gaya. Argumen dan ragam dijelaskan di rules/languages/en/messages/rules.ftl.

slot-exchange_rate = kurs

conversion-rate-implausible = { $source } dan { $target } disebut sebagai jumlah yang sama, tetapi tidak ada kurs dalam beberapa dasawarsa terakhir yang menyamakannya: { $source } seharusnya { $needed-target }.
    .short = { $source } dan { $target } disebut sebagai jumlah yang sama, tetapi tidak ada kurs yang menyamakannya.
conversion-rate-inconsistent = Dengan { $other_target } untuk { $other_source }, { $source } menjadi { $needed-target }; teks menyebut { $target }.
    .stated = Dengan { $exchange_rate }, { $source } menjadi { $needed-target }; teks menyebut { $target }.
    .short = { $claims } tidak dikonversi dengan kurs yang sama.

summary-conversion-rate-implausible = Suatu jumlah dan konversinya harus sesuai dengan kurs yang pernah ada.
summary-conversion-rate-inconsistent = Semua konversi antara dua mata uang dalam satu berita harus memakai satu kurs.
