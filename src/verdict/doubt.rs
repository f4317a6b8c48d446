//! What the range that the files leave says of a figure.

use super::reliance::{Reason, Reliance};
use crate::doubt::of_figure::Doubt;
use crate::doubt::range::Fraction;
use crate::figures::{Figure, Status};
use crate::rounding;
use crate::seeds::quality::Quality;
use crate::unit::Unit;

/// What speaks against a figure because of children whose answer is doubtful, if anything.
pub(super) fn reason(figure: &Figure, unit: Unit, quality: &Quality) -> Option<Reason> {
    let (greatest, _) = *figure.doubt.grounds.first()?;
    let limits = quality.range_limits(unit)?;
    let value = |end: Fraction| rounding::value(unit, end.numerator, end.denominator);
    let ends = figure.range().and_then(|range| value(range.low).zip(value(range.high)));
    let width = ends.map(|(low, high)| high.0 - low.0);
    let reliance = match width {
        _ if figure.status != Status::Ok => Reliance::NotUsable,
        Some(width) if width <= limits.usable => return None,
        Some(width) if width <= limits.with_care => Reliance::WithCare,
        _ if figure.doubt.children == 1 => Reliance::WithCare,
        _ => Reliance::NotUsable,
    };
    let mut words = counted(&figure.doubt, figure.population);
    if let Some((low, high)) = ends {
        let sign = if unit == Unit::Percent { "%" } else { "" };
        words.push_str(&format!(", so the figure could be anywhere from {low}{sign} to {high}{sign}"));
    }
    Some(Reason { reliance, words, short: greatest.in_words() })
}

/// The most causes that are named.
const NAMED: usize = 3;

/// `23 in doubt, 43 in the figure: ACCOM code not recognised`, for those in doubt may be in it or not; of several
/// causes each with its count, of which there may be more than children.
fn counted(doubt: &Doubt, population: u64) -> String {
    let causes = match doubt.grounds.as_slice() {
        [(only, _)] => only.in_words(),
        grounds => {
            let named =
                grounds.iter().take(NAMED).map(|(ground, children)| format!("{} ({children})", ground.in_words()));
            let named: Vec<String> = named.collect();
            match (grounds.len() - named.len(), named.split_last()) {
                (0, Some((last, first))) => format!("{} and {last}", first.join(", ")),
                (more, _) => format!("{} and {more} more, in children.csv", named.join(", ")),
            }
        }
    };
    format!("{} in doubt, {population} in the figure: {causes}", doubt.children)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doubt::cause::{Cause, Ground};

    #[test]
    fn up_to_three_causes_are_named_with_their_counts() {
        let words = |children, causes: &[(Cause, u64)]| {
            let grounds = causes.iter().map(|(cause, children)| (Ground::new(*cause, "episodes"), *children)).collect();
            counted(&Doubt { children, grounds, ..Doubt::default() }, 64)
        };
        let causes = [(Cause::UnmatchedIds, 4), (Cause::Overlap, 2), (Cause::Twice, 1), (Cause::EndAssumed, 1)];
        assert_eq!(words(4, &causes[..1]), "4 in doubt, 64 in the figure: an id without an episode");
        assert_eq!(
            words(5, &causes[..2]),
            "5 in doubt, 64 in the figure: an id without an episode (4) and episodes overlap (2)"
        );
        let three = words(5, &causes[..3]);
        assert!(
            three.starts_with("5 in doubt, 64 in the figure: an id without an episode (4), episodes overlap (2) and "),
            "{three}"
        );
        let four = words(6, &causes);
        assert!(four.ends_with(" (1) and 1 more, in children.csv"), "{four}");
        assert!(words(65, &causes[..1]).starts_with("65 in doubt, 64 in the figure: "));
    }
}
