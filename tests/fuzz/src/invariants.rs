//! What must hold of documents, claims, relations and judgements, whatever the input.

use addsup::extract::{Claim, ClaimId};
use addsup::judge::{Item, Standing};
use addsup::source::{Document, Origin, Place, Places};
use addsup::{Checked, Checker};
use std::ops::Range;

/// Is it a run of whole characters of the text?
fn is_inside(text: &str, span: &Range<usize>) -> bool {
    text.get(span.clone()).is_some()
}

/// The blocks of a document stand in its text, in order, and every one of them leads back into the file.
pub fn check_document(document: &Document) {
    let text = &document.text;
    let places = Places::new(document);
    let mut from = 0;
    for block in &document.blocks {
        let span = &block.span;
        assert!(is_inside(text, span) && span.start >= from, "the block {span:?} behind {from}");
        from = span.end;
        let (part, back) = document.source_at(span.clone());
        let source = part.source();
        assert!(is_inside(source, &back), "{span:?} leads back to {back:?}");
        match places.of(span.start) {
            Place::Line { line, column } => {
                let breaks = source.bytes().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
                assert!((1..=breaks + 1).contains(&line) && column >= 1);
            }
            Place::Paragraph(number) | Place::Note(number) | Place::Page(number) => assert!(number >= 1),
            Place::Cell { table, row, column } => assert!(table.min(row).min(column) >= 1),
        }
        if let Some(cell) = block.cell {
            assert!(cell.table.min(cell.row).min(cell.column) >= 1, "{cell:?}");
        }
    }
    for comment in &document.comments {
        let source = document.part_at(comment.at).source();
        assert!(text.is_char_boundary(comment.at) && is_inside(source, &comment.source), "{comment:?}");
    }
    match &document.origin {
        Origin::Text => {}
        Origin::Joined(parts) => parts.iter().for_each(|part| check_document(&part.document)),
        Origin::Parts(places) => assert_eq!(places.len(), document.blocks.len(), "each block has a place"),
        Origin::Markup(markup) => {
            let mut last = 0;
            for piece in &markup.pieces {
                assert!(piece.text >= last && text.is_char_boundary(piece.text), "{piece:?} behind {last}");
                assert!(is_inside(&markup.source, &piece.source), "{piece:?}");
                last = piece.text;
            }
        }
    }
}

/// Claims and labels stand in order in the text, each inside its block, and their readings are nested.
pub fn check_claims(document: &Document, checked: &Checked) {
    let ledger = &checked.ledger;
    let text = &document.text;
    let mut from = 0;
    for (index, claim) in ledger.claims.iter().enumerate() {
        assert_eq!(claim.id.0 as usize, index);
        assert!(is_inside(text, &claim.span) && claim.span.start < claim.span.end, "{:?}", claim.span);
        assert!(claim.span.start >= from, "claims overlap: {:?}", &text[claim.span.clone()]);
        from = claim.span.end;
        let block = &document.blocks[claim.block as usize].span;
        assert!(block.start <= claim.span.start && claim.span.end <= block.end, "a claim runs out of its block");
        check_readings(claim);
        let context = &claim.context;
        let heads = context.heads.iter().flat_map(|heads| [&heads.row, &heads.column, &heads.measure]).flatten();
        let spans = context.subject.iter().map(|subject| &subject.span).chain(heads);
        spans.for_each(|span| assert!(is_inside(text, span), "{span:?}"));
        assert!(!claim.via.is_empty(), "something made it");
    }
    let order = ledger.claims.windows(2).all(|pair| pair[0].sentence <= pair[1].sentence);
    assert!(order, "sentences are counted through the article");
    ledger.labels.iter().for_each(|label| assert!(is_inside(text, &label.span), "{label:?}"));
    let known = |id: &ClaimId| (id.0 as usize) < ledger.claims.len();
    assert!(ledger.people.iter().chain(&ledger.published_by).all(known));
    for rank in &ledger.superlatives {
        assert!(is_inside(text, &rank.span) && rank.claim.iter().all(known), "{rank:?}");
    }
}

fn check_readings(claim: &Claim) {
    let plain = claim.plain.clone().unwrap_or_else(|| claim.reading.clone());
    for reading in [&claim.reading, &plain, &claim.law_reading(), &claim.plain_reading()] {
        assert!(reading.narrow.is_subset_of(&reading.standard), "{reading:?}");
        assert!(reading.standard.is_subset_of(&reading.wide), "{reading:?}");
        assert!(!reading.wide.is_empty(), "{reading:?}");
    }
}

/// Relations tie claims that exist by relations that are defined; findings are made of them and of known rules.
pub fn check_relations(checker: &Checker, checked: &Checked) {
    let Checked { ledger, relations, judgement, .. } = checked;
    let known = |id: &ClaimId| (id.0 as usize) < ledger.claims.len();
    for (index, relation) in relations.iter().enumerate() {
        assert_eq!(relation.id.0 as usize, index);
        let definition = checker.definitions().get(&relation.name).expect("a relation is defined");
        for (slot, filler) in &relation.slots {
            assert!(definition.slot(slot).is_some(), "{} has no slot {slot}", relation.name);
            assert!(filler.claims().iter().all(known));
        }
    }
    if relations.is_empty() && judgement.verdicts.is_empty() {
        assert!(judgement.findings.is_empty());
        return;
    }
    assert_eq!(judgement.verdicts.len(), relations.len());
    assert_eq!(judgement.standings.len(), ledger.claims.len());
    assert!(judgement.findings.is_sorted_by_key(|finding| std::cmp::Reverse(finding.severity)));
    for finding in &judgement.findings {
        assert!(checker.checks().iter().any(|check| check.name == finding.rule), "{}", finding.rule);
        // In the order of the text; of two versions the second comes first, for it is the one that is mended.
        let claims = &finding.claims;
        let in_order = claims.is_sorted_by(|a, b| a < b) || claims.is_sorted_by(|a, b| a > b);
        assert!(!claims.is_empty() && in_order && claims.iter().all(known), "{finding:?}");
        let tied =
            |id: &ClaimId| finding.relations.iter().any(|it| relations[it.0 as usize].claims().any(|of| of == *id));
        assert!(finding.claims.iter().all(tied), "a claim of a finding that nothing ties: {finding:?}");
        assert!(finding.relations.contains(&finding.law.0));
        let conflicts = |id: &ClaimId| judgement.standings[id.0 as usize] == Standing::Conflicts;
        assert!(finding.claims.iter().all(conflicts));
        assert!(finding.repairs.iter().all(|repair| finding.claims.contains(&repair.claim)));
    }
    for implied in &judgement.implied {
        let relation = &relations[implied.relation.0 as usize];
        assert!(relation.filler(&implied.slot).is_none(), "what the text says is not implied");
        assert!(implied.from.iter().all(known));
    }
    for task in &judgement.checklist {
        match task.item {
            Item::Claim(id) => assert_eq!(judgement.standings[id.0 as usize], Standing::Open),
            Item::Superlative(index) => assert!(index < ledger.superlatives.len()),
        }
    }
}
