//! The answers that a child could have.

use crate::indicators::outcome::Decision;
use crate::indicators::outside::Outside;
use crate::unit::HIGHEST_SCORE;

/// An answer, as far as the figure goes: what the child adds to the numerator where it counts in the denominator (1
/// or 0, for NI 58 the score); none where it does not count.
pub(crate) type Answer = Option<u8>;

/// The answer of a decision.
pub(crate) fn answer_of(decided: &Result<Decision, Outside>) -> Answer {
    let decision = decided.as_ref().ok().filter(|decision| decision.in_denominator())?;
    u8::try_from(decision.adds()).ok()
}

/// The answers that a child could have: all that a range needs of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Possible {
    /// The child could count on neither side.
    pub out: bool,
    /// The least and the most it could add to the numerator where it counts.
    pub adds: Option<(u8, u8)>,
}

impl Possible {
    /// `in`, `not` and `out`.
    pub(crate) const ANY: Possible = Possible { out: true, adds: Some((0, 1)) };
    /// `in` and `not`.
    pub(crate) const COUNTED: Possible = Possible { out: false, adds: Some((0, 1)) };
    /// Any score, or none.
    pub(crate) const ANY_SCORE: Possible = Possible { out: true, adds: Some((0, HIGHEST_SCORE)) };

    /// One answer alone.
    pub(crate) fn only(answer: Answer) -> Possible {
        Possible { out: answer.is_none(), adds: answer.map(|adds| (adds, adds)) }
    }

    /// These answers and those.
    pub(crate) fn or(self, other: Possible) -> Possible {
        let adds = match (self.adds, other.adds) {
            (Some((least, most)), Some((other_least, other_most))) => {
                Some((least.min(other_least), most.max(other_most)))
            }
            (one, other) => one.or(other),
        };
        Possible { out: self.out || other.out, adds }
    }
}
