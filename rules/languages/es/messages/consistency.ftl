# One thing said twice.

quote-paraphrase = La cita y el texto que la rodea dan { $first } y { $second } para lo que parece lo mismo.
    .short = { $claims } se dicen de lo mismo, una de ellas en una cita.
scale-slip = { $first } y { $second } tienen los mismos dígitos y otra palabra de escala.
    .short = { $claims } tienen los mismos dígitos y otra palabra de escala.
mistyped-figure = { $first } y { $second } se distinguen por un desliz de las teclas y se dicen de lo que parece lo mismo.
    .short = { $claims } se distinguen por un desliz de las teclas.
