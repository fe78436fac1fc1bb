# Uang, satuan, kalender, hitungan dan gaya. Argumen dan ragam dijelaskan di rules/languages/en/messages/rules.ftl.

slot-exchange_rate = kurs

conversion-rate-implausible = { $source } dan { $target } disebut sebagai jumlah yang sama, tetapi tidak ada kurs dalam beberapa dasawarsa terakhir yang menyamakannya: { $source } seharusnya { $needed-target }.
    .short = { $source } dan { $target } disebut sebagai jumlah yang sama, tetapi tidak ada kurs yang menyamakannya.
conversion-rate-inconsistent = Dengan { $other_target } untuk { $other_source }, { $source } menjadi { $needed-target }; teks menyebut { $target }.
    .stated = Dengan { $exchange_rate }, { $source } menjadi { $needed-target }; teks menyebut { $target }.
    .short = { $claims } tidak dikonversi dengan kurs yang sama.

summary-conversion-rate-implausible = Suatu jumlah dan konversinya harus sesuai dengan kurs yang pernah ada.
summary-conversion-rate-inconsistent = Semua konversi antara dua mata uang dalam satu berita harus memakai satu kurs.

date-order-mixed = { $claims } menulis hari dan bulan dalam urutan yang berbeda.
event-order = { $claims }: akhirnya lebih dulu daripada awalnya.
century-ordinal = { $event } tidak termasuk { $era } ({ $era-means }).
    .short = { $claims } tidak cocok.
clock-zone = { $first } dan { $second } bukan saat yang sama menurut zona waktunya.
    .short = { $claims } bukan saat yang sama.
relative-period = { $named } adalah { $named-means }; teks di sampingnya menyebut { $period }.
    .short = { $claims } bukan periode yang sama.
list-count = Teks menyebut { $count }, tetapi daftarnya memuat { $items } butir.
    .between = Teks menyebut { $count }, tetapi daftarnya memuat { $least } sampai { $most } butir, bagaimana pun dibaca.
    .short = Daftarnya tidak memuat { $count } butir.
ordinal-sequence = Setelah yang sebelumnya ({ $earlier }) seharusnya { $needed-number }; teks menyebut { $number }.
    .field = { $place } dari { $field } tidak mungkin.
    .short = { $claims } tidak cocok.
spelled-vs-digits = Angka dan huruf di sebelahnya tidak sama: { $claims }.
separator-mix = { $claims }: salah satunya memakai tanda desimal atau ribuan yang lain daripada isi berita selebihnya.
hedge-precision-clash = { $figure } memuat { $digits } angka penting, terlalu teliti untuk angka yang hanya kira-kira.
    .short = { $claims }: terlalu teliti untuk angka kira-kira.
false-friend-scale = Kata bilangan di belakang { $figure } dapat dipahami sebagai angka yang berbeda: tuliskan lengkap.
    .short = Kata bilangan di belakang { $claims } dapat dipahami dengan dua cara.
bounds-plausibility = { $figure } berada di luar skalanya, yang berakhir pada { $most } (mulai { $least }).
    .short = { $claims } berada di luar skalanya.
unit-conversion = { $source } adalah { $needed-target }; teks menyebut { $target }.
    .short = { $claims } bukan ukuran yang sama.
temperature-difference = Selisih { $celsius } adalah { $needed-fahrenheit }; teks menyebut { $fahrenheit }.
    .short = { $claims } bukan selisih suhu yang sama.

summary-date-order-mixed = Tanggal dalam angka memakai satu urutan hari dan bulan.
summary-event-order = Sesuatu tidak mungkin berakhir sebelum dimulai.
summary-century-ordinal = Tahun pembuatan sesuatu harus termasuk abad yang disebut.
summary-clock-zone = Satu saat menurut dua zona waktu harus saat yang sama.
summary-relative-period = Periode yang disebut dengan "lalu", "ini" atau "depan" harus sama dengan yang tertulis di sampingnya.
summary-list-count = Bilangan yang mengantar sebuah daftar harus sama dengan jumlah butirnya.
summary-ordinal-sequence = Urutan suatu keberhasilan harus satu lebih dari yang sebelumnya, dan tidak ada yang finis di belakang yang terakhir.
summary-spelled-vs-digits = Angka dan hurufnya yang tertulis berdampingan harus sama.
summary-separator-mix = Satu berita memakai satu cara menandai desimal dan ribuan.
summary-hedge-precision-clash = Angka yang tepat sampai satuannya tidak memerlukan kata "sekitar".
summary-false-friend-scale = Kata bilangan tidak boleh berarti angka lain bagi pembaca lain.
summary-bounds-plausibility = Angka harus berada di dalam skalanya.
summary-unit-conversion = Ukuran dan konversinya harus ukuran yang sama.
summary-temperature-difference = Selisih suhu dikonversi tanpa tambahan 32 derajat.
