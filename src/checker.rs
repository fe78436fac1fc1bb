//! The pipeline as one call: a document in, claims, relations and findings out.

mod compare;
mod joined;

pub use joined::JoinedReading;

use crate::compare::{Counterpart, FigureChange};
use crate::data::{DataError, RuleData};
use crate::extract::{Aliases, Extraction, Hints, Ledger, Units, extract, units};
use crate::facts::Facts;
use crate::judge::{Check, Implied, JudgeOptions, Judgement, Remark, UNUSED_SUPPRESSION, judge, suppress};
use crate::language::file::{ExampleFile, ForeignLanguage, Pack};
use crate::language::{Detected, Detector, Language, NumberStyle};
use crate::nearest::did_you_mean;
use crate::relate::{Currencies, Definitions, Open, References, Relater, Relation, Tie};
use crate::source::Document;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Everything addsup says about one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// Code of the language that it was read in, or that it is in but cannot be read in yet.
    pub language: Arc<str>,
    /// What is doubtful about the language.
    pub doubt: Option<Doubt>,
    /// Its claims.
    pub ledger: Ledger,
    /// What ties them.
    pub relations: Vec<Relation>,
    /// What follows.
    pub judgement: Judgement,
    /// Comments of the article to addsup that do nothing.
    pub remarks: Vec<Remark>,
    /// Of a joined document: what its parts are in. `language` is then that of all of them, or empty.
    pub parts: Vec<CheckedPart>,
    /// Of two versions that were compared: their aligned sentences.
    pub counterparts: Vec<Counterpart>,
    /// Of an article before and after an edit: what the edit did to its figures.
    pub changes: Option<Vec<FigureChange>>,
}

/// What there is to say of the language of a part of a joined document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckedPart {
    /// As [`Checked::language`].
    pub language: Arc<str>,
    /// As [`Checked::doubt`].
    pub doubt: Option<Doubt>,
}

impl Checked {
    /// Without what only follows from what is supposed to hold.
    fn without_supposed(mut self) -> Self {
        let relations = &self.relations;
        self.judgement.implied.retain(|implied| {
            let relation = relations.get(implied.relation.0 as usize);
            relation.is_none_or(|relation| relation.tie > Tie::Supposed)
        });
        self
    }
}

/// What is doubtful about the language of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It was read, but may well be in another language.
    Unsure,
    /// It was not read: its language has no pack yet, or is not known at all. The name in the language itself.
    Unread(Option<Arc<str>>),
    /// It was not read: this program was built without the pack of its language. The name in the language itself.
    LeftOut(Arc<str>),
}

/// How a checker works.
#[derive(Clone, Debug, Default)]
pub struct CheckerOptions {
    /// Language of every text; `None`: the one that the input names, else the one that its words tell.
    pub language: Option<String>,
    /// Publication date of every text that does not bring its own; `None`: read from the text's date line.
    pub published: Option<NaiveDate>,
    /// How numbers are written in every text; `None`: as its language does, unless the text itself tells otherwise.
    pub number_style: Option<NumberStyle>,
    /// Names that mean one thing, by the name that stands for all of them.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// The newsroom's own facts.
    pub facts: Facts,
    /// Which checks run, and how strictly.
    pub judge: JudgeOptions,
}

/// A language with its constructions, compiled when the first text in it comes.
#[derive(Debug)]
pub struct Reader {
    /// The language.
    pub language: Language,
    /// Names in it that mean one thing.
    aliases: Aliases,
    /// Its constructions, compiled when the first text with a figure is to be checked.
    relater: OnceLock<Result<Relater, DataError>>,
    /// The newsroom's facts as it names them, made when the first text with a figure is to be checked.
    references: OnceLock<References>,
}

/// Reads and judges articles. Immutable: one serves many threads.
#[derive(Debug)]
pub struct Checker {
    packs: Vec<Pack>,
    readers: Vec<OnceLock<Result<Reader, DataError>>>,
    /// Languages that are only told from those of the packs.
    foreign: Vec<ForeignLanguage>,
    detector: OnceLock<Detector>,
    units: Units,
    definitions: Definitions,
    currencies: Currencies,
    checks: Vec<Check>,
    /// Classes of guard words that some check names.
    guards: Vec<Arc<str>>,
    options: CheckerOptions,
}

impl Checker {
    /// Prepares the data. Packs of languages are only compiled when a text needs them, or by `compile_all`.
    ///
    /// # Errors
    /// Names the entry of the data, or the option, that cannot be used.
    pub fn new(data: RuleData, options: CheckerOptions) -> Result<Self, DataError> {
        let definitions = Definitions::new(&data.relations)?;
        let checks = Check::all(&data.checks, &definitions)?;
        let units = units(&data.units)?;
        if !data.packs.iter().any(|pack| pack.reads) {
            return Err(DataError::here("there is no language in the data"));
        }
        if let Some(code) = &options.language
            && !data.packs.iter().any(|pack| pack.reads && pack.code == *code)
        {
            if data.foreign.language.iter().any(|language| language.left_out && language.code == *code) {
                return Err(DataError::here(format!("addsup was built without {code:?} (feature lang-{code})")));
            }
            let read: Vec<&str> = data.packs.iter().filter(|pack| pack.reads).map(|pack| pack.code.as_str()).collect();
            return Err(DataError::here(format!("addsup does not read {code:?} yet; it reads {}", read.join(", "))));
        }
        let known = |rule: &String| rule == UNUSED_SUPPRESSION || checks.iter().any(|check| *check.name == **rule);
        if let Some(rule) = options.judge.select.iter().chain(&options.judge.ignore).find(|rule| !known(rule)) {
            let near = did_you_mean(rule, checks.iter().map(|check| &*check.name));
            return Err(DataError::here(format!("there is no rule {rule:?}{near}")));
        }
        let mut guards: Vec<Arc<str>> = checks.iter().flat_map(|check| check.guards.iter().cloned()).collect();
        guards.sort();
        guards.dedup();
        Ok(Checker {
            foreign: data.foreign.language,
            detector: OnceLock::new(),
            readers: data.packs.iter().map(|_| OnceLock::new()).collect(),
            packs: data.packs,
            units,
            currencies: Currencies::new(&data.currencies.currency)?,
            definitions,
            checks,
            guards,
            options,
        })
    }

    /// Compiles every language, and looks for names that nothing has: worth it for data that was just written.
    ///
    /// # Errors
    /// Names the entry that cannot be used.
    pub fn compile_all(&self) -> Result<(), DataError> {
        for pack in &self.packs {
            let folder = format!("languages/{}", pack.code);
            if pack.language.name.is_empty() {
                let known = self.packs.iter().filter(|pack| !pack.language.name.is_empty()).map(|pack| &*pack.code);
                let near = did_you_mean(&pack.code, known);
                let what = format!("there is no language `{}`, nor a language.toml that makes it one{near}", pack.code);
                return Err(DataError::new(folder, "", what));
            }
            let known = || self.checks.iter().map(|check| &*check.name);
            if let Some(rule) = pack.texts().examples.keys().find(|rule| known().all(|name| name != *rule)) {
                let what = format!("there is no rule `{rule}`{}", did_you_mean(rule, known()));
                return Err(DataError::new(folder, format!("examples/{rule}"), what));
            }
        }
        let read = (0..self.packs.len()).filter(|index| self.packs[*index].reads);
        let readers = read.map(|index| self.reader(index)).collect::<Result<Vec<_>, _>>()?;
        let relaters = readers.iter().map(|reader| self.relater(reader)).collect::<Result<Vec<_>, _>>()?;
        for check in &self.checks {
            let unknown = |guard: &&Arc<str>| !relaters.iter().any(|relater| relater.knows_guard(guard));
            if let Some(guard) = check.guards.iter().find(unknown) {
                let lexicon = readers.first().map(|reader| reader.language.lexicon.no_class(guard));
                let place = format!("checks/{}/{}", check.group, check.name);
                return Err(DataError::new(place, "guards", lexicon.unwrap_or_default()));
            }
        }
        Ok(())
    }

    fn reader(&self, index: usize) -> Result<&Reader, DataError> {
        let compile = || {
            let language = Language::new(&self.packs[index])?;
            let aliases = Aliases::new(&self.options.aliases, &language);
            Ok(Reader { language, aliases, relater: OnceLock::new(), references: OnceLock::new() })
        };
        self.readers[index].get_or_init(compile).as_ref().map_err(Clone::clone)
    }

    /// The constructions of a language.
    ///
    /// # Errors
    /// Names the construction that cannot be used.
    pub fn relater<'a>(&self, reader: &'a Reader) -> Result<&'a Relater, DataError> {
        let compile = || Relater::new(&reader.language, &self.definitions, &self.guards);
        reader.relater.get_or_init(compile).as_ref().map_err(Clone::clone)
    }

    /// The language of a document: the one that an option or the input names, else the one that its words tell.
    fn language(&self, document: &Document) -> Detected {
        let codes = self.packs.iter().map(|pack| &pack.code);
        let codes = codes.chain(self.foreign.iter().map(|language| &language.code));
        let named = |wanted: &String| codes.clone().position(|code| code == wanted);
        let wanted = self.options.language.as_ref().or(document.language.as_ref());
        if let Some(named) = wanted.and_then(named) {
            return Detected::Clear(named);
        }
        let detector = self.detector.get_or_init(|| Detector::new(&self.packs, &self.foreign));
        match detector.detect(&document.words()) {
            Detected::Unsure(found) => {
                document.language_hint.as_ref().and_then(named).map_or(Detected::Unsure(found), Detected::Clear)
            }
            found => found,
        }
    }

    /// The compiled language that reads a document, if there is one, and what there is to say of the language.
    fn read(&self, document: &Document) -> Result<(Option<&Reader>, Checked), DataError> {
        let (index, doubt) = match self.language(document) {
            Detected::Clear(index) => (index, None),
            Detected::Unsure(index) => (index, Some(Doubt::Unsure)),
            Detected::Unknown => (usize::MAX, Some(Doubt::Unread(None))),
        };
        let doubtful =
            |code: &str, doubt: Doubt| Checked { language: code.into(), doubt: Some(doubt), ..Checked::default() };
        let unread = |code: &str, name: &str| doubtful(code, Doubt::Unread(Some(name.into())));
        let Some(pack) = self.packs.get(index) else {
            let foreign = self.foreign.get(index.wrapping_sub(self.packs.len()));
            let nameless = || Checked { doubt, ..Checked::default() };
            let named = |language: &ForeignLanguage| {
                if language.left_out {
                    return doubtful(&language.code, Doubt::LeftOut(language.name.as_str().into()));
                }
                unread(&language.code, &language.name)
            };
            return Ok((None, foreign.map_or_else(nameless, named)));
        };
        if !pack.reads {
            return Ok((None, unread(&pack.code, &pack.language.name)));
        }
        let reader = self.reader(index)?;
        Ok((Some(reader), Checked { language: reader.language.code.clone(), doubt, ..Checked::default() }))
    }

    /// The compiled language that reads a document, if there is one.
    ///
    /// # Errors
    /// If its pack cannot be used.
    pub fn reader_of(&self, document: &Document) -> Result<Option<&Reader>, DataError> {
        self.read(document).map(|(reader, _)| reader)
    }

    /// How it works.
    pub fn options(&self) -> &CheckerOptions {
        &self.options
    }

    /// Units by code.
    pub fn units(&self) -> &Units {
        &self.units
    }

    /// Extracts and judges.
    ///
    /// # Errors
    /// If the pack of the document's language cannot be used.
    pub fn check(&self, document: &Document) -> Result<Checked, DataError> {
        if !document.joined_parts().is_empty() {
            return self.check_joined(document);
        }
        let (reader, checked) = self.read(document)?;
        let Some(reader) = reader else { return Ok(checked) };
        let extraction = self.extraction(document, document, 0..document.blocks.len(), reader);
        self.judged_alone(document, reader, checked, extraction, self.references(reader))
    }

    /// Extracts and judges one text by itself, with other facts than those of the options.
    ///
    /// # Errors
    /// If the pack of the document's language cannot be used.
    pub fn check_against(&self, document: &Document, facts: &Facts) -> Result<Checked, DataError> {
        let (reader, checked) = self.read(document)?;
        let Some(reader) = reader else { return Ok(checked) };
        let extraction = self.extraction(document, document, 0..document.blocks.len(), reader);
        let references = References::new(facts, &reader.language);
        self.judged_alone(document, reader, checked, extraction, (!facts.is_empty()).then_some(&references))
    }

    /// The newsroom's facts for texts in a language, if it has any.
    fn references<'a>(&self, reader: &'a Reader) -> Option<&'a References> {
        let facts = &self.options.facts;
        let made = || reader.references.get_or_init(|| References::new(facts, &reader.language));
        (!facts.is_empty()).then(made)
    }

    fn judged_alone(
        &self,
        document: &Document,
        reader: &Reader,
        checked: Checked,
        extraction: Extraction<'_>,
        references: Option<&References>,
    ) -> Result<Checked, DataError> {
        if extraction.is_empty() {
            return Ok(self.suppressed(
                document,
                &self.options.judge,
                Checked { ledger: extraction.ledger, ..checked },
            ));
        }
        let (relations, judgement) = self.related(&document.text, reader, &extraction, references)?;
        let judgement = judgement.unwrap_or_else(|| self.judged(&document.text, &extraction.ledger, &relations));
        let checked = Checked { ledger: extraction.ledger, relations, judgement, ..checked };
        Ok(self.suppressed(document, &self.options.judge, checked.without_supposed()))
    }

    /// What ties the claims of one text, and what follows from it where that is known already.
    fn related(
        &self,
        text: &str,
        reader: &Reader,
        extraction: &Extraction<'_>,
        references: Option<&References>,
    ) -> Result<(Vec<Relation>, Option<Judgement>), DataError> {
        let relater = self.relater(reader)?;
        let mut relations = relater.relate(extraction, &self.definitions, &self.currencies);
        if let Some(references) = references {
            relater.refer(extraction, &self.definitions, references, &mut relations);
        }
        let judgement = self.judged(text, &extraction.ledger, &relations);
        // What the laws say of open slots tells which figures near by may fill them.
        let open: Vec<Open> = judgement.implied.iter().map(Implied::open).collect();
        let more = relater.complete(extraction, &self.definitions, &open, &mut relations);
        Ok((relations, (!more).then_some(judgement)))
    }

    fn judged(&self, text: &str, ledger: &Ledger, relations: &[Relation]) -> Judgement {
        judge(text, ledger, relations, &self.definitions, &self.checks, &self.options.judge)
    }

    /// Without the findings that the article's comments suppress.
    fn suppressed(&self, document: &Document, judging: &JudgeOptions, mut checked: Checked) -> Checked {
        if !document.comments.is_empty() {
            let judgement = &mut checked.judgement;
            checked.remarks = suppress(document, &checked.ledger, &self.checks, judging, judgement);
        }
        checked
    }

    /// Extracts only.
    ///
    /// # Errors
    /// If the pack of the document's language cannot be used.
    pub fn extract(&self, document: &Document) -> Result<Checked, DataError> {
        if !document.joined_parts().is_empty() {
            return self.extract_joined(document);
        }
        let blocks = 0..document.blocks.len();
        Ok(match self.read(document)? {
            (Some(reader), checked) => {
                Checked { ledger: self.extraction(document, document, blocks, reader).ledger, ..checked }
            }
            (None, checked) => checked,
        })
    }

    /// Reads blocks of a document: all of them, or those of the `part` of a joined one.
    fn extraction<'a>(
        &'a self,
        document: &'a Document,
        part: &Document,
        blocks: Range<usize>,
        reader: &'a Reader,
    ) -> Extraction<'a> {
        let hints = Hints {
            published: part.published.or(self.options.published),
            published_time: part.published.and(part.published_time),
            number_style: self.options.number_style,
        };
        let mut extraction = extract(document, blocks, &reader.language, &self.units, hints);
        reader.aliases.unify(&mut extraction.ledger);
        extraction
    }

    /// All checks, in the order of groups and names.
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// The relations that checks speak of.
    pub fn definitions(&self) -> &Definitions {
        &self.definitions
    }

    /// Between which rates currencies have stood.
    pub fn currencies(&self) -> &Currencies {
        &self.currencies
    }

    /// Fluent messages of a language.
    pub fn messages(&self, language: &str) -> Option<&str> {
        let pack = self.packs.iter().find(|pack| pack.code == language);
        pack.map(|pack| pack.texts().messages.as_str()).filter(|messages| !messages.is_empty())
    }

    /// Codes of the languages that can be read.
    pub fn languages(&self) -> Vec<&str> {
        self.packs.iter().filter(|pack| pack.reads).map(|pack| pack.code.as_str()).collect()
    }

    /// Examples of a rule in the pack of a language. (English ones stand with the check itself.)
    pub fn examples(&self, language: &str, rule: &str) -> &[ExampleFile] {
        let pack = self.packs.iter().find(|pack| pack.code == language);
        pack.and_then(|pack| pack.texts().examples.get(rule)).map_or(&[], |file| file.example.as_slice())
    }

    /// Examples of a check in a language, in English where the language has none.
    pub fn examples_in<'a>(&'a self, language: &str, check: &'a Check) -> &'a [ExampleFile] {
        let own = self.examples(language, &check.name);
        if own.is_empty() { &check.examples } else { own }
    }
}
