# Was an zwei Stellen steht.

quote-paraphrase = Das Zitat und der Text darum nennen { $first } und { $second } für dem Anschein nach dasselbe.
    .short = { $claims } werden über dasselbe gesagt, eines davon in einem Zitat.
scale-slip = { $first } und { $second } haben dieselben Ziffern und eine andere Größenordnung.
    .short = { $claims } haben dieselben Ziffern und eine andere Größenordnung.
mistyped-figure = { $first } und { $second } unterscheiden sich durch einen Tippfehler und werden dem Anschein nach über dasselbe gesagt.
    .short = { $claims } unterscheiden sich durch einen Tippfehler.
reference-mismatch = In der Tabelle der Redaktion steht { $fact } für { $fact-about } ({ $fact-source }); im Text steht { $claim }.
    .short = { $claims } widerspricht der Tabelle der Redaktion.
