//! An end that cleaning gave an episode, or a row of an earlier return that a later one supersedes: the answers with the
//! row open, or as in the earlier return.

use super::ask::{Asker, Clue};
use super::cause::{Cause, Ground};
use super::otherwise::Child;
use crate::care::one_child::Reading;
use crate::indicators::witness::Sight;
use crate::quality::superseded::Superseding;
use crate::returns::finding::Source;

/// Answers with each of the ends `given` left open, with the `superseded` rows as the earlier return has them, and with
/// all of it together.
pub(crate) fn ask(child: &Child<'_>, given: &[Source], superseded: &[Source], asker: &mut Asker<'_, '_>) {
    if !asker.is_open(Sight::Episodes, Cause::EndAssumed) {
        return;
    }
    let clue = |source| Clue { ground: Ground::new(Cause::EndAssumed, "DEC"), source: Some(source) };
    let as_measured = child.reading;
    let mut read = |reading: Reading<'_>, source: Source| {
        child.read(child.rows, reading, |child| asker.again(child, Sight::Episodes, &[clue(source)]));
    };
    for source in given {
        read(Reading { left_open: std::slice::from_ref(source), ..as_measured }, *source);
    }
    if let [first, _, ..] = given {
        read(Reading { left_open: given, ..as_measured }, *first);
    }
    if let Some(first) = superseded.first() {
        let as_before = Reading { superseding: Superseding::AsInEarlierReturn, ..as_measured };
        read(as_before, *first);
        if !given.is_empty() {
            read(Reading { left_open: given, ..as_before }, *first);
        }
    }
}
