quote-paraphrase = La citazione e il testo intorno danno { $first } e { $second } per quella che sembra la stessa cosa.
    .short = { $claims } sono detti della stessa cosa, uno dei due in una citazione.
scale-slip = { $first } e { $second } hanno le stesse cifre e un altro ordine di grandezza.
    .short = { $claims } hanno le stesse cifre e un altro ordine di grandezza.
mistyped-figure = { $first } e { $second } si distinguono solo per un errore di battitura e sono detti di quella che sembra la stessa cosa.
    .short = { $claims } si distinguono solo per un errore di battitura.
