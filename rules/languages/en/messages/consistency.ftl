quote-paraphrase = The quotation and the text around it give { $first } and { $second } for what reads like the same thing.
    .short = { $claims } are said of the same thing, one of them in a quotation.
scale-slip = { $first } and { $second } have the same digits and another word of scale.
    .short = { $claims } have the same digits and another word of scale.
mistyped-figure = { $first } and { $second } differ by a slip of the keys and are said of what reads like the same thing.
    .short = { $claims } differ by a slip of the keys.
reference-mismatch = The newsroom's table has { $fact } for { $fact-about } ({ $fact-source }); the text says { $claim }.
    .short = { $claims } contradicts the newsroom's table.
