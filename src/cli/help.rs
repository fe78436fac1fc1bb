//! What stands below the help of the program and of its commands: examples, and exit codes.

macro_rules! exit_codes {
    () => {
        "\
Exit codes:
  0    nothing found at or above --fail-on
  1    findings at or above --fail-on
  2    an input, a data file or an option could not be used; this wins over 1, and the other inputs are still checked
  130  ended by Ctrl-C: the report of what was checked until then is whole"
    };
}

pub const EXIT_CODES: &str = exit_codes!();
pub const CHECK: &str = concat!(
    "\
Examples:
  addsup check article.txt                                 one article
  addsup check drafts --since origin/main                  what changed in this branch
  addsup check drafts --write-baseline baseline.toml       know what is there now ...
  addsup check drafts --baseline baseline.toml             ... and report only what is new
  addsup check drafts --watch --output-format concise      again on every save
  addsup check - --lang id --published 2023-10-13          a text that is piped in

",
    exit_codes!()
);
pub const COMPARE: &str = concat!(
    "\
Examples:
  addsup compare wire.en.txt story.id.txt                       figures that the translation lost or changed
  addsup compare wire.txt rewrite.txt --whole                   ... or left out with whole sentences
  addsup compare wire.en.txt story.id.txt --output-format html  both side by side, for a browser
  addsup compare --revision monday.txt tuesday.txt              what changed, and what was forgotten
  addsup compare --since HEAD~1 article.txt                     the same with what git has of it
  addsup compare --input-format jsonl pairs.jsonl               {\"id\", \"source\", \"target\", \"source_lang\"?,
                                                                \"target_lang\"?, \"published\"?} a line

",
    exit_codes!()
);
pub const CLAIMS: &str = "\
Examples:
  addsup claims article.txt                         every figure, what it means and what found it
  addsup claims --all --output-format jsonl -       as JSON, page numbers and the like included";
pub const RULES: &str = "\
Examples:
  addsup rules                    all rules
  addsup rules --test house       do the examples of a newsroom's own rules hold?";
pub const EXPLAIN: &str = "\
Examples:
  addsup explain growth-percent";
pub const FACTS: &str = "\
Examples:
  addsup facts check facts.csv                                            do rows contradict each other?
  addsup facts add story.txt:9:20 --to facts.csv --source \"BPS 2023\"     take a confirmed figure into the table
  addsup check story.txt --facts facts.csv                                hold articles against it";
pub const INIT: &str = "\
Examples:
  addsup init                writes addsup.toml here
  addsup init articles       or there";
pub const SCHEMA: &str = "\
Examples:
  addsup schema > addsup.schema.json       for editors that complete and check TOML";
pub const COMPLETIONS: &str = "\
Examples:
  addsup completions bash > ~/.local/share/bash-completion/completions/addsup
  addsup completions zsh > ~/.zfunc/_addsup
  addsup completions fish > ~/.config/fish/completions/addsup.fish";
pub const MAN: &str = "\
Examples:
  addsup man | man -l -                    read it
  addsup man ~/.local/share/man/man1       install the pages of all commands";
