//! The year that the name of a file tells. A number that may be part of a date, a copy's or a version's number tells
//! nothing.

use crate::year::read_year;
use std::collections::BTreeSet;

/// Months in short, as dates in names have them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// Months in full, in the same order.
const MONTHS_IN_FULL: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A run of digits or of letters, and what stands before it.
#[derive(Debug, Clone, Copy)]
struct Piece<'name> {
    text: &'name str,
    /// What stands between it and the piece before; blank where they touch.
    before: &'name str,
}

impl Piece<'_> {
    fn is_number(&self) -> bool {
        self.text.starts_with(|character: char| character.is_ascii_digit())
    }

    fn is_month(&self) -> bool {
        let text = self.text.to_lowercase();
        MONTHS.contains(&text.as_str()) || MONTHS_IN_FULL.contains(&text.as_str()) || text == "sept"
    }
}

/// Whether a piece may be the day or month of a date: `15`, `Apr`, `4th`; but not the number of `oc3` or `v2`.
fn may_be_of_date(pieces: &[Piece<'_>], at: usize) -> bool {
    let piece = &pieces[at];
    let of_word = at > 0 && piece.before.is_empty() && !pieces[at - 1].is_month();
    let is_day = piece.is_number() && piece.text.len() <= 2 && !of_word;
    let ends_day = ["st", "nd", "rd", "th"].contains(&piece.text.to_lowercase().as_str());
    is_day || ends_day || piece.is_month()
}

/// The one year that fits, if any: four digits, or a span as folders are named, that cannot be part of a date.
pub(crate) fn year_in(name: &str) -> Option<i32> {
    let pieces = pieces(name);
    let mut years = BTreeSet::new();
    let mut at = 0;
    while at < pieces.len() {
        let (year, used, joined) = match span_at(&pieces, at) {
            Some((year, joined)) => (Some(year), 2, Some(joined)),
            None => (read_year(pieces[at].text), 1, None),
        };
        years.extend(year.filter(|_| !touches_date(&pieces, at, at + used, joined)));
        at += used;
    }
    let mut years = years.into_iter();
    years.next().filter(|_| years.next().is_none())
}

/// The year of a span that begins at a piece, and what joins its halves.
fn span_at<'name>(pieces: &[Piece<'name>], at: usize) -> Option<(i32, &'name str)> {
    let [first, last] = pieces.get(at..at + 2)? else { return None };
    let year = read_year(&format!("{}{}{}", first.text, last.before, last.text))?;
    Some((year, last.before))
}

/// Whether the pieces from one to another may be part of a date with what stands beside them. A date has one separator
/// throughout, so what is `joined` by one is no part of a date with another.
fn touches_date(pieces: &[Piece<'_>], from: usize, to: usize, joined: Option<&str>) -> bool {
    let is_of_date = |between: &str, beside: usize| {
        let one_separator = between.chars().count() <= 1 && joined.is_none_or(|joined| joined == between);
        // A third number makes a span something else.
        let goes_on = joined.is_some() && pieces[beside].is_number();
        one_separator && (goes_on || may_be_of_date(pieces, beside))
    };
    let before = from.checked_sub(1).is_some_and(|before| is_of_date(pieces[from].before, before));
    let after = pieces.get(to).is_some_and(|next| is_of_date(next.before, to));
    // Of a quarter the year may be the calendar's.
    let beside_quarter = || from >= 2 && is_quarter(pieces, from - 2) || is_quarter(pieces, to);
    before || after || joined.is_none() && beside_quarter()
}

/// Whether a piece and the number that touches it are a quarter: `Q4`.
fn is_quarter(pieces: &[Piece<'_>], at: usize) -> bool {
    let [letter, number] = pieces.get(at..at + 2).unwrap_or_default() else { return false };
    letter.text.eq_ignore_ascii_case("q") && number.before.is_empty() && number.is_number()
}

/// The runs of digits and of letters in a name.
fn pieces(name: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut end_of_last, mut last) = (0, 0, None);
    for (place, character) in name.char_indices().chain([(name.len(), ' ')]) {
        let kind = character.is_alphanumeric().then_some(character.is_ascii_digit());
        if kind != last || place == name.len() {
            if last.is_some() {
                pieces.push(Piece { text: &name[start..place], before: &name[end_of_last..start] });
                end_of_last = place;
            }
            (start, last) = (place, kind);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_four_digits_or_a_span_as_in_folders() {
        for name in [
            "302_episodes_2011",
            "2011 Brent oc3",
            "LAC_Episodes_2010-11 (final v2)",
            "header 2010_11",
            "episodes2011",
            "2010-2011 ad1",
            "SSDA903_2011_v2",
            "2010-11 and 2011",
            "episodes 2011 (1)",
            "oc3-2011-final",
            "Episodes_2010-11_15-04-2011",
            "903 return 2010-11 Q4",
            "oc2_2011",
            "ad1 v2 2011 r15",
        ] {
            assert_eq!(year_in(name), Some(2011), "{name}");
        }
    }

    #[test]
    fn a_day_or_a_number_that_may_be_part_of_one_is_no_year() {
        for name in [
            "",
            "episodes v2",
            "episodes final",
            "export 20110415",
            "export 15-04-2011",
            "export 15.04.2011",
            "export_2011_04_15",
            "export 2011-04-15",
            "export 2010-11-15",
            "export 15 April 2011",
            "export 15th April 2011",
            "Apr2011",
            "Apr15 2011",
            "2011 March",
            "episodes 2011_1",
            "episodes Q2 2011",
            "episodes 2011 Q2",
            "201104 export",
            "export 2011-04",
            "episodes 2010-11-2012",
            "E09000003",
            "child 1024",
            "batch 120115",
        ] {
            assert_eq!(year_in(name), None, "{name}");
        }
    }

    #[test]
    fn two_years_are_none() {
        for name in ["2010 and 2011", "2009-10_2010-11", "2010_2012", "2011 of 2012"] {
            assert_eq!(year_in(name), None, "{name}");
        }
    }
}
