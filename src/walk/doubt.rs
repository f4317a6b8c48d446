//! What is doubtful about a child's answer, where, and what else the answer could be.

use super::Followed;
use crate::doubt::ask::DoubtfulAnswer;
use crate::doubt::possible::Possible;
use crate::unit::Unit;

/// In words, with the rows where the doubt lies.
pub(super) fn in_words(followed: &Followed<'_>, doubtful: &DoubtfulAnswer, unit: Unit) -> String {
    let clues: Vec<String> = doubtful
        .clues
        .iter()
        .map(|clue| {
            let place = clue.source.map(|source| format!(", {}", followed.place_of(source))).unwrap_or_default();
            format!("{} ({}{place})", clue.ground.in_words(), clue.ground.cause.name())
        })
        .collect();
    format!("Doubtful: {}. {}.", clues.join("; "), answers(doubtful.possible, unit))
}

/// The answers that the child could have.
fn answers(possible: Possible, unit: Unit) -> String {
    let mut answers = Vec::new();
    match (possible.adds, unit) {
        (Some((least, most)), Unit::Score) if least == most => answers.push(format!("with a score of {least}")),
        (Some((least, most)), Unit::Score) => answers.push(format!("with a score from {least} to {most}")),
        (Some((least, most)), Unit::Percent) => {
            answers.extend((most == 1).then(|| "in the numerator and in the denominator".to_owned()));
            answers.extend((least == 0).then(|| "in the denominator alone".to_owned()));
        }
        (None, _) => {}
    }
    answers.extend(possible.out.then(|| "on neither side".to_owned()));
    format!("The child could count {}", answers.join(", or "))
}
