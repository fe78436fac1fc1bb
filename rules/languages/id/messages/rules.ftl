# Yang dikatakan addsup, dalam bahasa Indonesia. Argumen dan ragam dijelaskan di rules/languages/en/messages/rules.ftl.


age-birthdate = Lahir { $birth }, usia pada { $reference-means } adalah { $needed-age }; teks menyebut { $age }.
    .short = Lahir { $birth }, usia ketika itu tidak mungkin { $age }.
ago-year = Dari { $event } sampai { $reference-means } adalah { $needed-length }; teks menyebut { $length }.
    .named = { $named } adalah { $named-means }; teks menyebut { $event }.
    .short = { $event } dan { $length } tidak cocok.
anniversary-mismatch = Dari { $start } sampai { $event-means } menjadi { $needed-years }; teks menyebut { $years }.
    .near = Dihitung dari { $start }, peringatan tahun-tahun ini hanya mungkin { $needed-years }; teks menyebut { $years }.
    .short = { $start } dan { $years } tidak cocok.
change-endpoints = { $initial } { $direction ->
        [up] ditambah
        [down] dikurangi
       *[other] dengan selisih
    } { $difference } menjadi { $needed-final }; teks menyebut { $final }.
    .short = { $initial }, { $difference } dan { $final } tidak cocok.
duration-span = Dari { $start } sampai { $end } adalah { $needed-length }; teks menyebut { $length }.
    .short = { $start }, { $end } dan { $length } tidak cocok.
growth-direction = Teks menyebut { $direction ->
        [up] naik
        [down] turun
       *[other] tetap
    }, tetapi angkanya dari { $initial } menjadi { $final }.
    .decline = Penurunan { $rate } menyisakan kurang dari nol.
    .short = Arah perubahan tidak cocok dengan angkanya: { $claims }.
growth-percent = Dari { $initial } menjadi { $final } adalah { $direction ->
        [up] kenaikan
        [down] penurunan
       *[other] perubahan
    } { $needed-rate }; teks menyebut { $rate }.
    .short = { $initial }, { $final } dan { $rate } tidak cocok.
    .step = Perubahan { $difference } menjadi { $final } adalah { $needed-rate }; teks menyebut { $rate }.
    .bare = { $claims } tidak cocok.
headline-body = Judul menyebut { $figure }; isi berita menyebut { $bodies }.
    .short = Judul menyebut { $figure }; tidak ada angka dalam isi berita yang mendukungnya.
impossible-date = Tidak ada { $claims }: tanggalnya hanya mungkin { $needed-day }.
    .short = Tidak ada { $claims }.
percent-of-whole = { $part } dari { $whole } adalah { $needed-share }; teks menyebut { $share }.
    .short = { $part }, { $whole } dan { $share } tidak cocok.
percent-out-of-bounds = { $share } tidak mungkin menjadi bagian dari keseluruhan.
    .short = { $claims } tidak mungkin menjadi bagian dari keseluruhan.
relative-day = { $first } adalah { $first-means }, { $second } adalah { $second-means }: keduanya disebut sebagai hari yang sama.
    .short = { $claims } tidak mungkin hari yang sama.
restated-figure = { $first } dan { $second } disebut untuk hal yang sama.
    .short = { $claims } disebut untuk hal yang sama.
sum-of-parts = { $parts } berjumlah { $needed-total }; teks menyebut { $total }.
    .short = { $parts } tidak berjumlah { $total }.
weekday-date = { $date-means } adalah hari { $needed-weekday }; teks menyebut { $weekday }.
    .short = { $claims }: nama hari tidak sesuai dengan tanggalnya.
finding = Angka-angka ini tidak mungkin semuanya benar: { $claims }.

summary-age-birthdate = Usia dan tanggal lahir harus cocok pada hari yang dimaksud.
summary-ago-year = Tahun suatu peristiwa dan berapa lama yang lalu harus cocok.
summary-anniversary-mismatch = Peringatan ke-N dan tahun awalnya harus cocok.
summary-change-endpoints = Nilai lama ditambah perubahannya harus sama dengan nilai baru.
summary-duration-span = Tanggal awal, tanggal akhir dan lamanya harus cocok.
summary-growth-direction = Kata naik atau turun harus sesuai dengan kedua nilainya.
summary-growth-percent = Dua nilai dan persentase perubahannya harus cocok.
summary-headline-body = Angka dalam judul harus didukung oleh isi berita.
summary-impossible-date = Tanggal yang ditulis harus ada dalam kalender.
summary-percent-of-whole = Bagian, keseluruhan dan persentasenya harus cocok.
summary-percent-out-of-bounds = Bagian dari keseluruhan terletak antara 0 dan 100 persen.
summary-relative-day = Hari relatif dan tanggal yang disebut untuk hari yang sama harus cocok.
summary-restated-figure = Angka yang disebut dua kali untuk hal yang sama harus sama.
summary-sum-of-parts = Bagian-bagian harus berjumlah sama dengan totalnya.
summary-weekday-date = Nama hari di samping tanggal harus sesuai dengan tanggal itu.
