quote-paraphrase = Kutipan dan teks di sekitarnya menyebut { $first } dan { $second } untuk hal yang tampaknya sama.
    .short = { $claims } disebut untuk hal yang sama, salah satunya dalam kutipan.
scale-slip = { $first } dan { $second } berangka sama, tetapi kata besarannya berbeda.
    .short = { $claims } berangka sama, tetapi kata besarannya berbeda.
summary-quote-paraphrase = Angka dalam kutipan harus sama dengan yang disebut artikel untuk hal yang sama.
summary-scale-slip = Angka yang disebut dua kali harus memakai kata besaran yang sama.
