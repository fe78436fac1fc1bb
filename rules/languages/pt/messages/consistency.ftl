# One thing said twice.

quote-paraphrase = A citação e o texto ao redor dão { $first } e { $second } para o que parece a mesma coisa.
    .short = { $claims } são ditos da mesma coisa, um deles numa citação.
scale-slip = { $first } e { $second } têm os mesmos dígitos e outra palavra de escala.
    .short = { $claims } têm os mesmos dígitos e outra palavra de escala.
mistyped-figure = { $first } e { $second } diferem por um deslize das teclas e são ditos do que parece a mesma coisa.
    .short = { $claims } diferem por um deslize das teclas.
