//! Ids that a spreadsheet has made dates of.

use super::look::holds_day;
use crate::day::{Day, MONTHS};
use crate::text::trim;

/// What is shown of an id that a spreadsheet seems to have made a date of, `Mar-09` of MAR9 or `09/03/2011` of 9-3-11: never
/// its day. None where it is no such id.
pub(crate) fn made_date(id: &str) -> Option<String> {
    let id = id.trim();
    if let Some(day) = Day::read(trim(id.as_bytes())) {
        return Some(day.month_in_words());
    }
    let parts: Vec<&str> = id.split('-').collect();
    match parts.as_slice() {
        [month, year] if is_month(month) && is_number(year) => Some(id.to_owned()),
        [day, month] if is_number(day) && is_month(month) => Some(format!("…-{month}")),
        [day, month, year] if is_number(day) && is_month(month) && is_number(year) => Some(format!("…-{month}-{year}")),
        _ => of_numbers(id),
    }
}

/// What is shown of `09/03/11`.
fn of_numbers(id: &str) -> Option<String> {
    let parts: Vec<&str> = id.split('/').collect();
    let [_, month, year] = parts.as_slice() else { return None };
    (parts.iter().all(|part| is_number(part)) && holds_day(id)).then(|| format!("…/{month}/{year}"))
}

/// Whether a word is the three letters that a spreadsheet shows of a month.
fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| word.eq_ignore_ascii_case(&month[..3]))
}

fn is_number(word: &str) -> bool {
    matches!(word.len(), 1 | 2) && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_was_made_a_date_is_known_and_its_day_not_shown() {
        for (id, shown) in [
            ("Mar-09", "Mar-09"),
            ("MAR-9", "MAR-9"),
            ("09-Mar", "…-Mar"),
            ("09-Mar-11", "…-Mar-11"),
            ("09-Mar-2011", "March 2011"),
            ("09/03/2011", "March 2011"),
            ("2011-03-09 00:00:00", "March 2011"),
            ("09/03/11", "…/03/11"),
        ] {
            assert_eq!(made_date(id).as_deref(), Some(shown), "{id}");
        }
        for id in ["", "48750695", "09-MARK", "MAR09", "Mar-2011", "3-9", "9/3", "A-09-11", "SC-12", "123/45/6789"] {
            assert_eq!(made_date(id), None, "{id}");
        }
    }
}
