# Reports for programs

github-note = { $errors } { $errors ->
        [one] error
       *[other] errors
    }, { $warnings } { $warnings ->
        [one] warning
       *[other] warnings
    }, { $infos } { $infos ->
        [one] note
       *[other] notes
    }: GitHub shows the first { $shown } of each kind; all are in this log.
