# Wat op twee plaatsen staat.

quote-paraphrase = Het citaat en de tekst eromheen geven { $first } en { $second } voor wat hetzelfde lijkt.
    .short = { $claims } worden over hetzelfde gezegd, een ervan in een citaat.
scale-slip = { $first } en { $second } hebben dezelfde cijfers en een ander schaalwoord.
    .short = { $claims } hebben dezelfde cijfers en een ander schaalwoord.
mistyped-figure = { $first } en { $second } verschillen door een tikfout en worden gezegd over wat hetzelfde lijkt.
    .short = { $claims } verschillen door een tikfout.
reference-mismatch = In de tabel van de redactie staat { $fact } voor { $fact-about } ({ $fact-source }); in de tekst staat { $claim }.
    .short = { $claims } is in strijd met de tabel van de redactie.
