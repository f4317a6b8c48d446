//! A figure and its rank in words.

use super::counts::{HIDDEN_NOT_COUNTED, count_with_commas};
use crate::benchmark::indicator::Placed;
use crate::figures::{Figure, Status};
use crate::rounding;
use crate::unit::Unit;

/// The figure's value with one decimal; blank where there is none.
pub(crate) fn value(figure: &Figure, unit: Unit) -> String {
    if figure.status != Status::Ok {
        return String::new();
    }
    rounding::value(unit, figure.numerator, figure.denominator).map(|value| value.to_string()).unwrap_or_default()
}

/// Why there is no figure, for a single authority.
pub(crate) fn reason(figure: &Figure) -> String {
    match &figure.status {
        Status::NotAvailable(Some(why)) => why.to_string(),
        Status::NotAvailable(None) => "no authority has it".to_owned(),
        Status::Ok | Status::NoDenominator => String::new(),
    }
}

/// Why there is no figure, from its status and reason as the tables have them; of how many should have had a score.
pub(crate) fn why_no_figure(status: &str, reason: &str, population: u64) -> Option<String> {
    if status == Status::Ok.name() {
        None
    } else if status == Status::NoDenominator.name() {
        Some(match population {
            0 => "no children in the population".to_owned(),
            1.. => format!("none of {} has a score", count_with_commas(population)),
        })
    } else {
        Some(format!("not available: {reason}"))
    }
}

/// `3 of 6, chance allows 1 to 6`, `3 of the 4 that are shown. Hidden figures are not counted; ...`.
pub(crate) fn place_in_words(placed: &Placed) -> String {
    let place = placed.place;
    let shared = if place.sharing > 1 { format!(", shared by {}", place.sharing) } else { String::new() };
    let allowed = place.allowed.map(|allowed| format!(", chance allows {} to {}", allowed.best, allowed.worst));
    let of = if placed.hidden == 0 { place.of.to_string() } else { format!("the {} that are shown", place.of) };
    let hidden = if placed.hidden == 0 { String::new() } else { format!(". {HIDDEN_NOT_COUNTED}") };
    format!("{} of {of}{shared}{}{hidden}", place.rank, allowed.unwrap_or_default())
}

/// What is said of a figure's place among others where its range reaches over several.
pub(crate) const PLACE_LEFT_OPEN: &str = "not known, as the files leave it open";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::place::{Allowed, Place};

    #[test]
    fn nobody_and_nobody_with_a_score_are_told_apart() {
        let why = |population| why_no_figure("no_denominator", "", population);
        assert_eq!(why(0).as_deref(), Some("no children in the population"));
        assert_eq!(why(1).as_deref(), Some("none of 1 has a score"));
        assert_eq!(why(1_200).as_deref(), Some("none of 1,200 has a score"));
        assert_eq!(why_no_figure("ok", "", 0), None);
    }

    #[test]
    fn a_place_in_words() {
        let among = |sharing, allowed, hidden| {
            let place = Place { rank: 3, of: 6, sharing, band: None, allowed };
            let listed = 6 + hidden;
            place_in_words(&Placed { place, from_returns: 6, from_published: 0, without_counts: 0, listed, hidden })
        };
        let words = |sharing, allowed| among(sharing, allowed, 0);
        let allowed = Some(Allowed { best: 1, worst: 5, not_told_apart: 4 });
        assert_eq!(words(1, allowed), "3 of 6, chance allows 1 to 5");
        assert_eq!(words(2, None), "3 of 6, shared by 2");
        // Where one is hidden, nobody can say how many are better.
        let hidden = "Hidden figures are not counted; they may be better or worse.";
        assert_eq!(among(1, allowed, 1), format!("3 of the 6 that are shown, chance allows 1 to 5. {hidden}"));
        assert_eq!(among(2, None, 4), format!("3 of the 6 that are shown, shared by 2. {hidden}"));
    }
}
