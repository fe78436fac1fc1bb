# Yang dikatakan addsup, dalam bahasa Indonesia. Argumen dan ragam dijelaskan di rules/languages/en/messages.ftl.

# Aturan

age-birthdate = Lahir { $birth }, usia pada { $reference-means } adalah { $needed-age }; teks menyebut { $age }.
    .short = Lahir { $birth }, usia ketika itu tidak mungkin { $age }.
ago-year = Dari { $event } sampai { $reference-means } adalah { $needed-length }; teks menyebut { $length }.
    .named = { $named } adalah { $named-means }; teks menyebut { $event }.
    .short = { $event } dan { $length } tidak cocok.
anniversary-mismatch = Dari { $start } sampai { $event-means } menjadi { $needed-years }; teks menyebut { $years }.
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

# Laporan

section-findings = Yang tidak cocok
section-claims = Semua klaim
section-labels = Bukan angka
section-implied = Yang tersirat dalam artikel
column-place = Tempat
column-rule = Aturan
column-finding = Kata angkanya
column-claim = Teks
column-means = Arti
column-about = Tentang
column-standing = Kedudukan
column-from = Berdasarkan
column-kind = Jenis
column-label = Menamai, tidak mengukur
column-via = Melalui
column-severity = Tingkat
column-group = Kelompok
column-checks = Memeriksa bahwa
severity-error = galat
severity-warning = peringatan
severity-info = info
standing-agrees = cocok
standing-conflicts = bertentangan
standing-open = terbuka
modality-actual = nyata
modality-forecast = perkiraan
modality-target = target
modality-estimate = taksiran
modality-revised = revisi
published = terbit { $date }
would-be = { $claim } seharusnya { $needed }
repair-why = jika angka lainnya benar
totals = { $claims } klaim: { $agree } cocok, { $conflict } bertentangan, { $open } perlu diperiksa sendiri
claims-total = { $claims } klaim
articles-total = { $articles } artikel, { $totals }
maturity-draft = rancangan
maturity-stable = mantap
explain-laws = Hukumnya
explain-guards = Lebih ringan (info) bila teks menyebut
explain-finds = Ditemukan
explain-silent = Dibiarkan

# Slot hubungan, untuk angka yang tersirat

slot-initial = sebelum
slot-final = sesudah
slot-rate = perubahan dalam persen
slot-difference = perubahan
slot-part = bagian
slot-whole = keseluruhan
slot-share = porsi
slot-total = total
slot-start = awal
slot-end = akhir
slot-length = lamanya
slot-event = peristiwa
slot-reference = tanggal acuan
slot-years = tahun
slot-birth = lahir
slot-age = usia
slot-date = tanggal

# Nilai

unresolved = ?
no-value = tidak ada
any-value = apa saja
read-as = { $value } (dibaca { $reading })
or = { $first } atau { $last }
and = { $first } dan { $last }
at-least = sedikitnya { $value }
at-most = paling banyak { $value }
more-than = lebih dari { $value }
less-than = kurang dari { $value }
group-mark = .
decimal-mark = ,
scale-6 = { $amount } juta
scale-9 = { $amount } miliar
scale-12 = { $amount } triliun
percent = { $amount }%
points = { $amount } poin
ordinal = ke-{ $amount }
multiple = { $amount } kali
money = { $code ->
        [IDR] Rp { $amount }
        [USD] US$ { $amount }
        [GBP] £{ $amount }
        [EUR] €{ $amount }
       *[other] { $code } { $amount }
    }
quantity = { $amount } { $code }
seconds = { $amount } detik
minutes = { $amount } menit
hours = { $amount } jam
days = { $amount } hari
weeks = { $amount } minggu
months = { $amount } bulan
years = { $amount } tahun
decades = { $amount } dekade
centuries = { $amount } abad
weekday-1 = Senin
weekday-2 = Selasa
weekday-3 = Rabu
weekday-4 = Kamis
weekday-5 = Jumat
weekday-6 = Sabtu
weekday-7 = Minggu
