# Perubahan, urutan, dan perbandingan.

growth-base-error = Dari { $initial } ke { $final } adalah { $direction ->
        [up] kenaikan
        [down] penurunan
       *[other] perubahan
    } { $needed-rate }; { $rate } dihitung dari angka yang salah.
    .short = { $rate } tidak dihitung dari angka lama: { $claims }.
growth-period-label = { $first } dan { $second } sama-sama disebut pertumbuhan satu periode: dibandingkan dengan kapan?
    .short = { $claims }: masing-masing dibandingkan dengan kapan?
growth-compounding = { $rate } per tahun selama { $years } menjadi { $needed-total } secara keseluruhan; teks menyebut { $total }.
    .multiple = { $rate } per tahun selama { $years } menjadi { $needed-multiple } kali; teks menyebut { $multiple }.
    .short = { $claims } tidak cocok: laju tahunan berbunga-bunga.
range-inverted = Kisaran ini terbalik, dari { $low } ke { $high }.
    .short = Kisaran ini terbalik: { $claims }.
range-missing-scale = { $stretch }: ujung bawahnya tanpa juta atau miliar.
value-outside-range = { $value } tidak berada dalam { $stretch }.
    .between = { $value } tidak berada di antara { $low } dan { $high }.
    .short = { $claims }: angka itu tidak berada dalam kisarannya.
ranking-order = Urutannya tidak cocok dengan angkanya: { $claims }.
superlative-contradiction = { $record } tidak melampaui { $earlier }.
    .short = Rekor itu tidak melampaui rekor sebelumnya: { $claims }.
threshold-crossing = { $value } berada di sisi lain dari { $threshold }, tidak seperti kata teks.
    .short = { $claims }: angka itu berada di sisi lain dari batasnya.
streak-contradiction = Angka-angka ini tidak semuanya bergerak ke arah yang sama: { $claims }.
multiple-word = Dari { $initial } ke { $final } adalah { $needed-multiple }; teks menyebut { $multiple }.
    .short = { $claims }: kelipatannya tidak cocok dengan angkanya.
times-more = { $larger } bukan { $multiple } dari { $smaller }.
    .short = { $claims }: kelipatannya tidak cocok dengan angkanya.
fraction-word = { $word } dari { $whole } adalah { $needed-part }; teks menyebut { $part }.
    .change = { $word } lebih atau kurang dari { $initial } adalah { $needed-final }; teks menyebut { $final }.
    .share = { $word } bukan { $share }.
    .short = { $claims }: pecahannya tidak cocok dengan angkanya.
majority-word = { $share } bukan { $direction ->
        [up] mayoritas
       *[other] minoritas
    }.
    .part = { $part } dari { $whole } bukan { $direction ->
        [up] mayoritas
       *[other] minoritas
    }.
    .short = { $claims }: itu di sisi lain dari separuh.
magnitude-word = { $exact } bukan { $band }.
    .short = { $claims } tidak cocok.
hedge-direction = { $rough } tidak mencakup { $exact }.
    .share = { $word } tidak mencakup { $share }.
    .short = { $claims } tidak cocok.

summary-growth-base-error = Perubahan dalam persen dihitung dari angka lama.
summary-growth-compounding = Laju tahunan selama beberapa tahun berbunga-bunga.
summary-growth-period-label = Dua laju pertumbuhan untuk satu periode perlu menyebut pembandingnya.
summary-range-missing-scale = Ujung bawah kisaran uang menyebut juta atau miliarnya sendiri.
summary-range-inverted = Ujung bawah kisaran disebut lebih dulu dan tidak melebihi ujung atasnya.
summary-value-outside-range = Rata-rata, median, atau anggota suatu kisaran berada di dalamnya.
summary-ranking-order = Yang disusul sesuatu tidak lebih kecil darinya.
summary-superlative-contradiction = Rekor melampaui rekor sebelumnya.
summary-threshold-crossing = Yang melewati batas berada di atasnya, yang gagal berada di bawahnya.
summary-streak-contradiction = Rentetan kenaikan atau penurunan bergerak ke arah yang sama di setiap langkah.
summary-multiple-word = Dua kali lipat, tiga kali lipat: kedua angkanya harus sesuai.
summary-times-more = Sekian kali lebih besar: sekian kali, atau satu lebih.
summary-fraction-word = Sepertiga, separuh, satu dari lima: angka di sampingnya harus sesuai.
summary-majority-word = Mayoritas lebih dari separuh, minoritas kurang.
summary-magnitude-word = Belasan, puluhan, ratusan: jumlah tepatnya harus termasuk di dalamnya.
summary-hedge-direction = Hampir, lebih dari, paling banyak: angka tepatnya harus di sisi itu.
