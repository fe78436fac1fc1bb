//! Which language is a text in? By the frequent words that only one language has.

use super::file::Pack;
use super::token::{TokenKind, fold, tokenize};
use rustc_hash::FxHashMap;

/// Words are counted in the first so many bytes.
const SAMPLE: usize = 8192;

/// Function words of all languages.
#[derive(Debug, Default)]
pub struct Detector {
    words: FxHashMap<Box<str>, Vec<u8>>,
    languages: usize,
}

impl Detector {
    /// From the function words of the packs; languages count in their order.
    pub fn new(packs: &[Pack]) -> Self {
        let mut words: FxHashMap<Box<str>, Vec<u8>> = FxHashMap::default();
        for (index, pack) in packs.iter().enumerate().take(usize::from(u8::MAX)) {
            for word in &pack.language.function_words {
                words.entry(word.as_str().into()).or_default().push(index as u8);
            }
        }
        Detector { words, languages: packs.len() }
    }

    /// Index of the pack whose words are commonest in the text; the first pack where no word decides.
    pub fn detect(&self, text: &str) -> usize {
        let mut end = text.len().min(SAMPLE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let (mut tokens, mut folded) = (Vec::new(), String::new());
        tokenize(text, 0, end, &mut tokens);
        let mut counts = vec![0u32; self.languages.max(1)];
        for token in tokens.iter().filter(|token| token.kind == TokenKind::Word) {
            fold(token.text(text), &mut folded);
            for index in self.words.get(folded.as_str()).into_iter().flatten() {
                counts[usize::from(*index)] += 1;
            }
        }
        let most = counts.iter().copied().max().unwrap_or(0);
        counts.iter().position(|count| *count == most).unwrap_or(0)
    }
}
