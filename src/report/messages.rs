//! Messages: every sentence addsup says about an article, in the language of the reader, by Project Fluent.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// What fills the `{ $names }` of a message.
pub type Args<'a> = FluentArgs<'a>;

/// One language's messages, parsed when the first is wanted: most runs never need the second language.
struct Catalogue {
    language: String,
    source: String,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl Catalogue {
    fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| {
            let language = self.language.parse::<LanguageIdentifier>().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![language]);
            // The marks that isolate directions are noise in a terminal.
            bundle.set_use_isolating(false);
            let resource = match FluentResource::try_new(self.source.clone()) {
                Ok(resource) => resource,
                // What could be parsed is in it; `check_source` names the rest.
                Err((resource, _)) => resource,
            };
            // A newsroom's own messages come after the built-in ones and replace them.
            bundle.add_resource_overriding(resource);
            bundle
        })
    }

    /// The message in the first of its variants that finds all its arguments: the attribute named `law`, the message
    /// itself, then its other attributes as they stand in the file.
    fn format(&self, id: &str, law: Option<&str>, args: &Args) -> Option<String> {
        let bundle = self.bundle();
        let message = bundle.get_message(id)?;
        let named = law.and_then(|law| message.get_attribute(law)).map(|attribute| attribute.value());
        let others = message.attributes().map(|attribute| attribute.value());
        named.into_iter().chain(message.value()).chain(others).find_map(|pattern| {
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(args), &mut errors);
            errors.is_empty().then(|| text.into_owned())
        })
    }
}

/// Messages of one language, with English for those that it lacks.
pub struct Messages {
    catalogues: Vec<Catalogue>,
}

impl Messages {
    /// Messages from their Fluent sources, each with its language code, the preferred first.
    pub fn new<'a>(sources: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let catalogues = sources.into_iter().map(|(language, source)| Catalogue {
            language: language.to_owned(),
            source: source.to_owned(),
            bundle: OnceLock::new(),
        });
        Messages { catalogues: catalogues.collect() }
    }

    /// Code of the preferred language.
    pub fn language(&self) -> &str {
        self.catalogues.first().map_or("en", |catalogue| &catalogue.language)
    }

    /// A message without arguments; its id where no language has it.
    pub fn text(&self, id: &str) -> String {
        self.format(id, &Args::new())
    }

    /// A message; its id where no language has it.
    pub fn format(&self, id: &str, args: &Args) -> String {
        self.try_format(id, None, args).unwrap_or_else(|| id.to_owned())
    }

    /// A message in the variant for a law, else in the first whose arguments are all given; `None` where there is none.
    pub fn try_format(&self, id: &str, law: Option<&str>, args: &Args) -> Option<String> {
        self.catalogues.iter().find_map(|catalogue| catalogue.format(id, law, args))
    }
}

/// Is this source Fluent? Names the first line that is not.
///
/// # Errors
/// Line (from 1) and what the parser says.
pub fn check_source(source: &str) -> Result<(), (usize, String)> {
    match FluentResource::try_new(source.to_owned()) {
        Ok(_) => Ok(()),
        Err((_, errors)) => match errors.first() {
            Some(error) => {
                let before = source.get(..error.pos.start).unwrap_or(source);
                Err((before.matches('\n').count() + 1, error.kind.to_string()))
            }
            None => Ok(()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages() -> Messages {
        Messages::new([
            ("id", "both = { $a } dan { $b }\n    .one = hanya { $a }\n    .special = khusus\n"),
            ("en", "both = { $a } and { $b }\nonly = { $n ->\n [one] one thing\n *[other] { $n } things\n }\n"),
        ])
    }

    #[test]
    fn the_first_variant_whose_arguments_are_given() {
        let mut args = Args::new();
        assert_eq!(messages().format("both", &args), "khusus");
        args.set("a", "x");
        assert_eq!(messages().format("both", &args), "hanya x");
        args.set("b", "y");
        assert_eq!(messages().format("both", &args), "x dan y");
        assert_eq!(messages().try_format("both", Some("special"), &args).as_deref(), Some("khusus"));
    }

    #[test]
    fn english_where_the_language_has_none_and_the_id_where_nobody_has() {
        let mut args = Args::new();
        args.set("n", 1);
        assert_eq!(messages().format("only", &args), "one thing");
        args.set("n", 5);
        assert_eq!(messages().format("only", &args), "5 things");
        assert_eq!(messages().text("nothing"), "nothing");
    }

    #[test]
    fn what_comes_later_replaces_what_was() {
        let messages = Messages::new([("en", "a = theirs\n\na = ours\n")]);
        assert_eq!(messages.text("a"), "ours");
    }

    #[test]
    fn bad_sources_name_their_line() {
        assert!(check_source("a = b\n").is_ok());
        assert_eq!(check_source("a = b\nc = { $\n").unwrap_err().0, 2);
        let broken = Messages::new([("en", "a = b\nc = { $\n"), ("!!", "")]);
        assert_eq!(broken.text("a"), "b");
    }
}
