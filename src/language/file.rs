//! The files of a language pack, as they are written. Plain data: also compiled into `build.rs`, which stores the
//! packs inside the program, so nothing here may lean on the rest of the crate.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// `language.toml`: what holds for the whole language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LanguageFile {
    /// Name of the language in the language itself.
    pub name: String,
    /// Code of the language that it is read as, but for what its own folder says: of a near relative, forms and
    /// constructions need not be written twice.
    #[serde(default)]
    pub base: Option<String>,
    /// What it says for words in the patterns of the base, by the word there.
    #[serde(default)]
    pub says: BTreeMap<String, Vec<String>>,
    /// The sign before the decimals.
    pub decimal: char,
    /// The sign between groups of three digits.
    pub group: char,
    /// Order of day and month in dates of digits only: `dmy`, `mdy` or `ymd`.
    pub date_order: String,
    /// Where the head of a noun phrase stands among its modifiers: `left` or `right`.
    pub head: String,
    /// What verbs begin with, by what they say of a figure that follows: `object` (it is what they act on), `passive` or
    /// `state`. Only for languages in which few other words begin so; those stand in the class `no-verb`.
    #[serde(default)]
    pub verb_prefixes: BTreeMap<String, Vec<String>>,
    /// Do verbs leave open whether something is past? Then a month that is about to begin is as likely as that of last year.
    #[serde(default)]
    pub timeless_verbs: bool,
    /// Are all nouns written with a capital letter? Then one says nothing of a name, and a noun phrase ends with its last.
    #[serde(default)]
    pub capital_nouns: bool,
    /// Are numerals written in one word ("zweihundertzwanzig")?
    #[serde(default)]
    pub joined_numerals: bool,
    /// Is a number with a point behind it an ordinal ("am 3. Mai")?
    #[serde(default)]
    pub ordinal_point: bool,
    /// Snowball algorithm that gives lemmas, if there is one.
    #[serde(default)]
    pub stemmer: Option<String>,
    /// Frequent words: they tell which language a text is in. A word that other languages share says less.
    pub function_words: Vec<String>,
    /// Letters that tell the language where words do not, as ranges ("ぁ-ゖ").
    #[serde(default)]
    pub letters: Vec<String>,
    /// Is a text read in it whose words tell nothing?
    #[serde(default)]
    pub fallback: bool,
}

/// A file of `lexicon/`: class → value → words. A word written with a capital is matched in that case (or all in
/// capitals) only; several words stand for a phrase.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LexiconFile {
    /// The classes.
    #[serde(default)]
    pub classes: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Words, by class, that are not to be taken from the generated half.
    #[serde(default)]
    pub except: BTreeMap<String, Vec<String>>,
}

impl LexiconFile {
    /// Adds the words of another file.
    pub fn add(&mut self, other: LexiconFile) {
        for (class, values) in other.classes {
            let known = self.classes.entry(class).or_default();
            for (value, words) in values {
                known.entry(value).or_default().extend(words);
            }
        }
        for (class, words) in other.except {
            self.except.entry(class).or_default().extend(words);
        }
    }

    /// Adds the words of the generated half. What the hand-written half says of a word in a class counts: its value, the
    /// case that it is to be written in, or that it is none (`except`).
    pub fn complete(&mut self, generated: LexiconFile) {
        for (class, values) in generated.classes {
            let own = self.classes.get(&class).into_iter().flat_map(BTreeMap::values);
            let own = own.chain(self.except.get(&class)).flatten();
            let known: BTreeSet<String> = own.map(|word| word.to_lowercase()).collect();
            let entry = self.classes.entry(class).or_default();
            for (value, mut words) in values {
                words.retain(|word| !known.contains(&word.to_lowercase()));
                if !words.is_empty() {
                    entry.entry(value).or_default().extend(words);
                }
            }
        }
    }

    /// Adds the words of a folder on top of this one, which may also take words away (`except`).
    pub fn overlay(&mut self, top: LexiconFile) {
        for (class, except) in &top.except {
            let gone: BTreeSet<String> = except.iter().map(|word| word.to_lowercase()).collect();
            for words in self.classes.get_mut(class).into_iter().flat_map(BTreeMap::values_mut) {
                words.retain(|word| !gone.contains(&word.to_lowercase()));
            }
        }
        self.add(top);
    }
}

/// A way to write a figure (`forms.toml`).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormFile {
    /// Name, shown as `via`.
    pub id: String,
    /// What is made of it: one of the closed set of makers in `extract`.
    pub make: String,
    /// Patterns, any of which will do.
    pub patterns: Vec<String>,
    /// Values that the words of the pattern do not give, by slot name.
    #[serde(default)]
    pub set: BTreeMap<String, String>,
    /// Classes that must not stand near it in the sentence.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Classes that must not follow it.
    #[serde(default, rename = "unless-next")]
    pub unless_next: Vec<String>,
}

/// Forms of one file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormsFile {
    /// Pieces of patterns by name: `%name%` in any pattern of the language stands for the piece.
    #[serde(default)]
    pub fragments: BTreeMap<String, String>,
    /// Ways to write a figure.
    #[serde(default)]
    pub form: Vec<FormFile>,
    /// Shapes (regular expressions) that are no figures: addresses of pages, telephone numbers, names of models.
    #[serde(default)]
    pub shape: Vec<ShapeFile>,
}

/// A shape that is no figure.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShapeFile {
    /// Name.
    pub id: String,
    /// Regular expression.
    pub pattern: String,
}

/// Which figures of a construction must count the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Alike {
    /// Those that name what they count.
    Named,
    /// All; each must name it.
    All,
}

/// A pattern that ties figures (`constructions/*.toml`).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConstructionFile {
    /// Name, shown as `via`.
    pub id: String,
    /// The relation that it makes.
    pub relation: String,
    /// Patterns, any of which will do.
    pub patterns: Vec<String>,
    /// Slots that a word or the publication date fills: `direction = "-1"`, `reference = "published"`.
    #[serde(default)]
    pub set: BTreeMap<String, String>,
    /// Classes that must not stand in the same clause.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Classes that must not follow, at once or after one word.
    #[serde(default, rename = "unless-next")]
    pub unless_next: Vec<String>,
    /// Must figures that name what they count name the same thing ("17 samples of 14 people" are no part of 14)?
    #[serde(default)]
    pub alike: Option<Alike>,
    /// May a bare number take the unit of the other figures of its group ("43,500 tonnes, in Spain 12,000")?
    #[serde(default)]
    pub elide: bool,
    /// Must the relation hold every figure of the sentence that could be in its lists?
    #[serde(default)]
    pub complete: bool,
}

/// Constructions of one file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConstructionsFile {
    /// Pieces of patterns by name: `%name%` in any pattern of the language stands for the piece.
    #[serde(default)]
    pub fragments: BTreeMap<String, String>,
    /// Patterns that tie figures.
    #[serde(default)]
    pub construction: Vec<ConstructionFile>,
}

/// An example of a rule: text with the figures in question in double brackets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleFile {
    /// The text; `[[…]]` marks the figures of the finding and is taken out before reading.
    pub text: String,
    /// Of a rule that compares two versions: the version that was there first; `text` is the other.
    #[serde(default)]
    pub source: Option<String>,
    /// Language of that version, where it is another one.
    #[serde(default, rename = "source-lang")]
    pub source_lang: Option<String>,
    /// Of a rule that looks at an edit: the article before it; `text` is the article after it.
    #[serde(default)]
    pub before: Option<String>,
    /// Must the rule find something here?
    pub finds: bool,
    /// The newsroom's facts that it is held against: columns of a table of facts by name.
    #[serde(default)]
    pub facts: Vec<BTreeMap<String, String>>,
    /// Publication date, where it matters.
    #[serde(default)]
    pub published: Option<String>,
    /// What one of the figures would have to be, as the report says it: the first repair.
    #[serde(default)]
    pub repair: Option<String>,
}

/// Examples of one rule in one language (`examples/<rule>.toml`).
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExamplesFile {
    /// The examples.
    #[serde(default)]
    pub example: Vec<ExampleFile>,
}

/// What a language is read with.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Grammar {
    /// All of `lexicon/`, completed by what is generated from CLDR (`cldr/`).
    pub lexicon: LexiconFile,
    /// All of `forms/`.
    pub forms: FormsFile,
    /// All of `constructions/`.
    pub constructions: ConstructionsFile,
}

/// A grammar, or the bytes of one inside the program, which are read when a text in its language comes.
#[derive(Clone, Debug)]
pub enum GrammarSource {
    /// Read.
    Read(Box<Grammar>),
    /// Not yet read.
    Stored(StoredGrammar),
}

/// The bytes of a grammar.
#[derive(Clone, Copy, Debug)]
pub struct StoredGrammar {
    /// The words as they are written.
    pub words: &'static [u8],
    /// The same as a `Lexicon`, with the words of the patterns.
    pub lexicon: &'static [u8],
    /// The grammar without its words.
    pub rest: &'static [u8],
    /// Its forms as `CompiledForms`.
    pub forms: &'static [u8],
    /// Its constructions as `CompiledConstructions`.
    pub constructions: &'static [u8],
}

impl Default for GrammarSource {
    fn default() -> Self {
        GrammarSource::Read(Box::default())
    }
}

/// A whole language pack.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Pack {
    /// Folder name: the language's code.
    pub code: String,
    /// `language.toml`.
    pub language: LanguageFile,
    /// Words of figures and dates, which tell the language of short texts where its frequent words do not.
    pub figure_words: Vec<String>,
    /// Can texts be read in it? A language without forms is only recognised.
    pub reads: bool,
    /// What it is read with.
    #[serde(skip)]
    pub grammar: GrammarSource,
    /// What is said in it.
    #[serde(skip)]
    pub texts: TextsSource,
}

/// Messages and examples of a language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PackTexts {
    /// All of `messages/*.ftl`.
    pub messages: String,
    /// Examples by rule.
    pub examples: BTreeMap<String, ExamplesFile>,
}

/// The texts of a language, or their bytes inside the program, which are read when they are asked for.
#[derive(Clone, Debug)]
pub enum TextsSource {
    /// Read.
    Read(Box<PackTexts>),
    /// Not read before the first is asked for.
    Stored(&'static [u8], OnceLock<Box<PackTexts>>),
}

impl Default for TextsSource {
    fn default() -> Self {
        TextsSource::Read(Box::default())
    }
}

/// A unit of measure (`rules/units.toml`).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitFile {
    /// Code, as lexicons name it.
    pub code: String,
    /// What it measures.
    pub dimension: String,
    /// How many base units of the dimension it is, as a decimal.
    pub factor: String,
}

/// All units.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitsFile {
    /// The units.
    #[serde(default)]
    pub unit: Vec<UnitFile>,
}

/// A language that is only told from others (`rules/detect.toml`).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ForeignLanguage {
    /// Its code.
    pub code: String,
    /// Its name in the language itself.
    pub name: String,
    /// Frequent words.
    #[serde(default)]
    pub function_words: Vec<String>,
    /// Letters that no other language has, as ranges.
    #[serde(default)]
    pub letters: Vec<String>,
    /// It has a pack, which this program was built without.
    #[serde(default)]
    pub left_out: bool,
}

/// All languages that are only told from others.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForeignFile {
    /// The languages.
    #[serde(default)]
    pub language: Vec<ForeignLanguage>,
}

impl Grammar {
    /// Puts the pieces of patterns in the place of their names. Pieces may name other pieces.
    ///
    /// # Errors
    /// The name that no piece has, and the entry that uses it; or a piece that names itself.
    pub fn expand(&mut self) -> Result<(), String> {
        let mut pieces = std::mem::take(&mut self.forms.fragments);
        pieces.append(&mut self.constructions.fragments);
        for form in &mut self.forms.form {
            expand(&mut form.patterns, &pieces).map_err(|message| format!("form {:?}: {message}", form.id))?;
        }
        for construction in &mut self.constructions.construction {
            expand(&mut construction.patterns, &pieces)
                .map_err(|message| format!("construction {:?}: {message}", construction.id))?;
        }
        Ok(())
    }
}

/// How often each piece may stand in a pattern that is built of pieces within pieces.
const DEPTH: usize = 8;

fn expand(patterns: &mut [String], pieces: &BTreeMap<String, String>) -> Result<(), String> {
    for pattern in patterns {
        let mut depth = 0;
        while let Some((before, rest)) = pattern.split_once('%') {
            let Some((name, after)) = rest.split_once('%') else { break };
            if name.is_empty() || name.contains([' ', '"', '{']) {
                break;
            }
            let piece = pieces.get(name).ok_or_else(|| format!("there is no fragment {name:?}"))?;
            depth += usize::from(piece.contains('%'));
            if depth > DEPTH * pieces.len() {
                return Err(format!("the fragment {name:?} holds itself"));
            }
            let expanded = format!("{before}{piece}{after}");
            *pattern = expanded;
        }
    }
    Ok(())
}
