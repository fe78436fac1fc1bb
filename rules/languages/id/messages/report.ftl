# Yang dikatakan addsup, dalam bahasa Indonesia. Tata tulis: https://projectfluent.org

# Laporan

section-findings = Yang tidak cocok
section-suppressed = Yang diredam
suppressed-by-comment = diredam oleh komentar di baris { $line }: { $reason }
    .bare = diredam oleh komentar di baris { $line }
suppressed-by-baseline = sudah diketahui: ada di baseline
section-claims = Semua klaim
section-labels = Bukan angka
section-implied = Yang tersirat dalam artikel
section-checklist = Yang perlu diperiksa sendiri, yang terpenting lebih dahulu
column-place = Tempat
column-rule = Aturan
column-finding = Kata angkanya
column-claim = Teks
column-means = Arti
column-about = Tentang
column-standing = Kedudukan
column-from = Berdasarkan
column-stake = Alasan
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
agrees-with = cocok dengan { $source }
standing-open = terbuka
modality-actual = nyata
modality-forecast = perkiraan
modality-target = target
modality-estimate = taksiran
modality-revised = revisi
stake-money = uang
stake-people = orang
stake-rank = peringkat
stake-rate = persentase
stake-amount = angka
checklist-more = { $count } lagi terbuka.
published = terbit { $date }
would-be = { $claim } seharusnya { $needed }
repair-why = jika angka lainnya benar
slip-swapped = : { $meant } dengan dua angka tertukar?
slip-scale = : { $meant } dengan kata satuan besaran yang keliru?
slip-zero = : { $meant } dengan nol atau tanda desimal yang hilang atau berlebih?
slip-digit = : { $meant } dengan satu angka keliru?
slip-length = : { $meant } dengan kelebihan satu angka?
totals = { $claims } klaim: { $agree } cocok, { $conflict } bertentangan, { $open } perlu diperiksa sendiri
claims-total = { $claims } klaim
facts-total = { $facts } fakta: { $contradictions } pertentangan{ $problems ->
        [0] {""}
       *[other] , { $problems } masalah
    }
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
slot-rate-up = kenaikan dalam persen
slot-rate-down = penurunan dalam persen
slot-difference = perubahan
slot-difference-up = kenaikan
slot-difference-down = penurunan
slot-part = bagian
slot-whole = keseluruhan
slot-share = porsi
slot-exchange_rate = kurs
slot-total = total
slot-start = mulai
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
about = sekitar { $value }
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

# Statistik

statistics-findings = { $findings } temuan, { $suppressed } diredam
statistics-run = { $files } berkas, { $articles } artikel, { $megabytes } MB dalam { $seconds } detik
