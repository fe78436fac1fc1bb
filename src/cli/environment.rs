//! What the terminal and the environment say about how to print.

use super::arguments::OutputArgs;
use super::choices::ColorWhen;
use crate::report::Style;
use std::io::stdout;

/// Width of tables where there is no terminal: fixed, so that the same bytes in give the same bytes out.
const WIDTH: u16 = 100;
/// Narrower terminals get tables that they must wrap: below this no table can be read.
const LEAST_WIDTH: u16 = 20;

/// How to print to the standard output.
pub fn style(output: &OutputArgs) -> Style {
    let terminal = || terminal_size::terminal_size_of(stdout()).map(|(width, _)| width.0);
    let width = output.width.or_else(terminal).unwrap_or(WIDTH).max(LEAST_WIDTH);
    let color = match output.color {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        // Knows NO_COLOR, CLICOLOR, CLICOLOR_FORCE and TERM=dumb.
        ColorWhen::Auto => anstream::AutoStream::choice(&stdout()) != anstream::ColorChoice::Never,
    };
    Style { width, color, ascii: output.ascii }
}

/// How to print into a file: without colours, as wide as was asked for.
pub fn file_style(output: &OutputArgs) -> Style {
    Style { width: output.width.unwrap_or(WIDTH), color: false, ascii: output.ascii }
}

/// The language code of the environment's locale for messages, if it names one.
pub fn locale() -> Option<String> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let value = names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
    language_of(&value)
}

/// "id" of "id_ID.UTF-8"; none of "C" and "POSIX".
fn language_of(locale: &str) -> Option<String> {
    let code = locale.split(['_', '.', '@', '-']).next().unwrap_or_default().to_ascii_lowercase();
    (code.len() == 2 || code.len() == 3).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::language_of;

    #[test]
    fn languages_of_locales() {
        assert_eq!(language_of("id_ID.UTF-8").as_deref(), Some("id"));
        assert_eq!(language_of("en").as_deref(), Some("en"));
        assert_eq!(language_of("C.UTF-8"), None);
        assert_eq!(language_of("POSIX"), None);
    }
}
