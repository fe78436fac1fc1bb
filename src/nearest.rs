//! The right spelling that is nearest to a name nobody knows.

/// `; did you mean …?`, or nothing where no known name is near.
pub fn did_you_mean<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    match nearest(wrong, known) {
        Some(name) => format!("; did you mean `{name}`?"),
        None => String::new(),
    }
}

/// The known name that takes the fewest slips of the keyboard, at most one in three letters; of equally near ones, the first.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = (wrong.chars().count() / 3).max(1);
    let distance = |name: &'a str| (strsim::damerau_levenshtein(wrong, name), name);
    let near = known.into_iter().map(distance).filter(|(slips, _)| *slips <= most);
    near.min_by_key(|(slips, _)| *slips).map(|(_, name)| name)
}

/// What the reader of a data file says of an unknown key, "unknown field `a`, expected one of `b`, `c`", with the nearest
/// right spelling. Serde tells no more than this text.
#[cfg(feature = "cli")]
pub fn with_spelling(message: &str) -> String {
    let mut names = message.split('`').skip(1).step_by(2);
    let unknown = message.starts_with("unknown ") && message.contains("expected");
    match names.next().filter(|_| unknown) {
        Some(wrong) => format!("{message}{}", did_you_mean(wrong, names)),
        None => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_near_is_offered() {
        assert_eq!(nearest("gorwth-percent", ["sum-of-parts", "growth-percent"]), Some("growth-percent"));
        assert_eq!(nearest("nmae", ["name", "same"]), Some("name"));
        assert_eq!(nearest("x", ["y", "zz"]), Some("y"));
        assert_eq!(nearest("weather", ["name", "group"]), None);
        assert_eq!(did_you_mean("weather", ["name"]), "");
    }

    #[cfg(feature = "cli")]
    #[test]
    fn serde_messages_are_given_a_spelling() {
        let told = with_spelling("unknown field `gruop`, expected one of `name`, `group`");
        assert_eq!(told, "unknown field `gruop`, expected one of `name`, `group`; did you mean `group`?");
        let told = with_spelling("unknown variant `eror`, expected one of `info`, `error`");
        assert!(told.ends_with("did you mean `error`?"), "{told}");
        assert_eq!(with_spelling("missing field `name`"), "missing field `name`");
    }
}
