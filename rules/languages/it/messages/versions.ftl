# Versioni di uno stesso articolo, e fatti che la redazione tiene aggiornati.

agrees-with = torna con { $source }
section-changes = Che cosa è cambiato
column-figures = Cifre
column-sentence = Frase
change-changed = { $old } → { $new }
change-added = + { $new }
change-removed = − { $old }
changes-none = Nessuna cifra è cambiata.
changes-total = modificate: { $changed }, aggiunte: { $added }, tolte: { $removed }
facts-total = { $facts ->
        [one] 1 fatto
       *[other] { $facts } fatti
    }: { $contradictions ->
        [one] 1 contraddizione
       *[other] { $contradictions } contraddizioni
    }{ $problems ->
        [0] {""}
        [one] , 1 problema
       *[other] , { $problems } problemi
    }
reference-mismatch = La tabella della redazione dà { $fact } per { $fact-about } ({ $fact-source }); il testo dice { $claim }.
    .short = { $claims } contraddice la tabella della redazione.
revision-partial-update = { $old } è diventato { $new }; qui c'è ancora { $kept }.
