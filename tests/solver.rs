//! The solver, held against exact rationals: what it calls wrong cannot be true, and on trees it decides.
//!
//! The networks are those of the fuzz target `solver` (`tests/fuzz`), which looks on for as long as it is let.

#[path = "common/cases.rs"]
mod cases;
#[path = "fuzz/src/oracle.rs"]
mod oracle;
#[path = "fuzz/src/solver.rs"]
mod solver;

use arbitrary::Unstructured;
use cases::cases;
use proptest::prelude::*;
use solver::{Linear, Tree};

fn linear() -> impl Strategy<Value = Linear> {
    let read = |bytes: Vec<u8>| Linear::arbitrary(&mut Unstructured::new(&bytes)).ok();
    prop::collection::vec(any::<u8>(), 160).prop_filter_map("bytes enough", read)
}

fn tree() -> impl Strategy<Value = Tree> {
    let read = |bytes: Vec<u8>| Tree::arbitrary(&mut Unstructured::new(&bytes)).ok();
    prop::collection::vec(any::<u8>(), 160).prop_filter_map("bytes enough", read)
}

/// A wider one: every end of a figure moved outwards by so much, or away.
fn widened(mut network: Linear, by: &[u8]) -> Linear {
    for ((low, high), by) in network.ends.iter_mut().zip(by) {
        let more = i64::from(by >> 2);
        *low = low.filter(|_| by & 3 != 3).map(|(at, closed)| (at - more, closed || by & 1 == 1));
        *high = high.filter(|_| by & 3 != 2).map(|(at, closed)| (at + more, closed || by & 1 == 1));
    }
    network
}

proptest! {
    #![proptest_config(cases(2000))]

    /// Sums and orders, in trees and in rings: a finding is a contradiction; in trees, a contradiction is a finding, and none of
    /// its relations could be spared.
    #[test]
    fn sums_and_orders_are_judged_as_rationals_are(network in linear()) {
        network.check();
    }

    /// Products, quotients and growth, in trees.
    #[test]
    fn products_are_judged_as_rationals_are(tree in tree()) {
        tree.check();
    }

    /// Who reads more generously finds nothing new.
    #[test]
    fn wider_readings_make_no_findings(network in linear(), by in prop::collection::vec(any::<u8>(), 7)) {
        if network.network().findings().is_empty() {
            let wider = widened(network.clone(), &by);
            prop_assert!(wider.network().findings().is_empty(), "{network:?} and {wider:?}");
        }
    }
}

/// The networks are of all kinds, so that none of the properties holds for want of cases.
#[test]
fn networks_are_of_all_kinds() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::new(cases(1));
    let mut seen = [[0; 2]; 2];
    for _ in 0..400 {
        let network = linear().new_tree(&mut runner).unwrap().current();
        let all: Vec<usize> = (0..network.laws.len()).collect();
        if let Some(solvable) = network.is_solvable(&all) {
            seen[usize::from(network.is_tree())][usize::from(solvable)] += 1;
        }
    }
    assert!(seen.as_flattened().iter().all(|count| *count > 20), "{seen:?}");
}
