//! What belongs in a column of the return: anything else in it is not copied.

use super::known::Known;
use crate::day::Day;
use crate::day::order::{DateOrder, Slashed};
use crate::identity::{DAYS, Field};
use crate::seeds::Seeds;
use crate::seeds::codes::list::CodeList;
use crate::text::{tidy, trim};
use crate::year::read_year;
use std::sync::Arc;

/// The columns of days in tables that no indicator reads.
const OTHER_DAYS: [&str; 8] =
    ["DATE_PERM", "DUC", "MIS_START", "MIS_END", "SW_DECOM", "SW_DEC", "DOLO_START", "DOLO_END"];

/// The days of an episode. Care that begins with birth is no mistake, and figures rest on it.
const OF_EPISODES: [&str; 2] = ["DECOM", "DEC"];

/// Words of a cell that say that there is nothing.
const NOTHING: [&str; 4] = ["NULL", "N/A", "NONE", "-"];

/// Whether a column holds days, be they of birth or other.
pub(super) fn is_of_days(column: &str) -> bool {
    DAYS.contains(&column) || OTHER_DAYS.contains(&column) || Field::of(column) == Some(Field::Birth)
}

/// What belongs in a column.
#[derive(Debug, Clone)]
pub(super) enum Belongs {
    /// The code or name of an authority.
    Authority,
    /// The year of a return or of exams.
    Year,
    /// A day of an episode.
    DayOfEpisode,
    /// Any other day.
    Day,
    /// A code of the list, or a text of the user's own for one.
    Code(Arc<CodeList>),
    /// A whole number, as of a score.
    Number,
    /// The reference of a provider: `SC012345`.
    Reference,
    /// A mark or level: few letters or digits.
    Mark,
    /// The code of an authority or region, in a list of them.
    CodeOfPlace,
}

/// Whether a cell belongs where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It does.
    Belongs,
    /// It does, and is the day of the child's birth.
    DayOfBirth,
    /// It does, and is written so that the copy says the same.
    Otherwise(String),
    /// This much of it does.
    InPart(String),
    /// It does not.
    Strayed,
}

/// A cell with what its row tells.
#[derive(Debug, Clone, Copy)]
pub(super) struct OfRow<'row> {
    /// The child's id, where it is known.
    pub id: Option<&'row str>,
    /// The order of the dates in the column.
    pub order: DateOrder,
    /// Whether a workbook counts its days from 1904 on.
    pub from_1904: bool,
}

impl Belongs {
    /// What belongs in a column of a table of the return.
    pub(super) fn of(table: &str, column: &str, seeds: &Seeds) -> Belongs {
        let list = || seeds.codes.of_any_year(table, column).or_else(|| seeds.codes.of_any_year("header", column));
        match column {
            "LA" => Belongs::Authority,
            "YEAR" | "ACADYR" => Belongs::Year,
            "SDQ_SCORE" => Belongs::Number,
            "URN" => Belongs::Reference,
            column if OF_EPISODES.contains(&column) => Belongs::DayOfEpisode,
            column if is_of_days(column) => Belongs::Day,
            _ => list().map_or(Belongs::Mark, |list| Belongs::Code(list.clone())),
        }
    }

    /// Whether a cell belongs here.
    pub(super) fn verdict(&self, cell: &[u8], row: OfRow<'_>, known: &Known, seeds: &Seeds) -> Verdict {
        let text = tidy(cell);
        let words = String::from_utf8_lossy(text);
        if text.is_empty() || NOTHING.iter().any(|nothing| words.eq_ignore_ascii_case(nothing)) {
            return Verdict::Belongs;
        }
        let belongs = match self {
            Belongs::Authority => seeds.authorities.find(&words).is_some(),
            Belongs::Year => read_year(&words).is_some(),
            Belongs::DayOfEpisode | Belongs::Day => return self.of_day(cell, row, known),
            Belongs::Code(list) => return of_code(list, text, known),
            Belongs::Number => is_number(&words) && !known.is_id(&words),
            Belongs::Reference => is_reference(&words) && !known.is_id(&words) && !known.is_birth(&words),
            Belongs::Mark => is_mark(&words) && !known.is_id(&words),
            Belongs::CodeOfPlace => words.len() <= 9 && words.bytes().all(|byte| byte.is_ascii_alphanumeric()),
        };
        if belongs { Verdict::Belongs } else { Verdict::Strayed }
    }

    fn of_day(&self, cell: &[u8], OfRow { id, order, from_1904 }: OfRow<'_>, known: &Known) -> Verdict {
        let text = trim(cell);
        let as_people_write = Day::read_noting(text, order, &mut Slashed::default());
        let Some(day) = as_people_write.or_else(|| Day::of_serial(text, from_1904)) else {
            let words = String::from_utf8_lossy(text);
            let strayed = !is_like_a_day(text) || known.holds_id(&words) || known.may_be_birth_of(&words, id);
            return if strayed { Verdict::Strayed } else { Verdict::Belongs };
        };
        match (self, known.is_birth_of(day, id)) {
            (Belongs::DayOfEpisode, true) => Verdict::DayOfBirth,
            (_, true) => Verdict::Strayed,
            // Nothing in the copy says from when its days count.
            _ if as_people_write.is_none() && from_1904 => Verdict::Otherwise(day.to_string()),
            _ => Verdict::Belongs,
        }
    }
}

/// Whether a text is written as days are, though it may be none: `31/04/2010`, `1.4.10`, `Apr 2010`.
fn is_like_a_day(text: &[u8]) -> bool {
    let text = String::from_utf8_lossy(text);
    let mut runs = text.split(|character: char| !character.is_alphanumeric()).filter(|run| !run.is_empty());
    let is_month = |run: &str| {
        crate::day::MONTHS.iter().any(|month| {
            let (month, run) = (month.to_lowercase(), run.to_lowercase());
            run == month || run == month[..3]
        })
    };
    let is_number = |run: &str| run.len() <= 4 && run.bytes().all(|byte| byte.is_ascii_digit());
    text.len() <= 24
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && runs.all(|run| is_number(run) || is_month(run))
}

/// A label that names somebody is left off; the code before it is read all the same.
fn of_code(list: &CodeList, text: &[u8], known: &Known) -> Verdict {
    let words = String::from_utf8_lossy(text);
    let code = list.code_of(text);
    let is_labelled = list.mapped(text).is_none() && list.with_label(text).is_some();
    match code {
        // One that is on no list is told from a word.
        None if is_mark(&words) && !is_word(&words) && !known.is_id(&words) => Verdict::Belongs,
        None => Verdict::Strayed,
        Some(_) if is_labelled && known.is_in(&words) => {
            let end = words.find([' ', '-', ':']).unwrap_or(words.len());
            Verdict::InPart(words[..end].to_owned())
        }
        Some(_) => Verdict::Belongs,
    }
}

/// Whether a mark may be a name: three letters.
fn is_word(words: &str) -> bool {
    words.len() > 2 && words.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Letters and digits of a URN; where there is none, `XXXXXXX` or the like stands for it.
fn is_reference(words: &str) -> bool {
    let closed: String = words.split(' ').collect();
    let letters = closed.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = closed[letters..].bytes().all(|byte| byte.is_ascii_digit());
    let is_none = letters > 2 && closed.bytes().take(letters).all(|byte| byte.eq_ignore_ascii_case(&b'X'));
    digits && closed.len() <= 9 && (letters <= 2 && (1..=7).contains(&(closed.len() - letters)) || is_none)
}

/// A score has two digits at most, and a zero may stand before them.
fn is_number(words: &str) -> bool {
    words.len() <= 3 && words.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_mark(words: &str) -> bool {
    let letters = words.bytes().filter(u8::is_ascii_alphabetic).count();
    words.len() <= 4 && letters <= 3 && words.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_belongs_in_its_column_or_has_strayed() {
        let seeds = Seeds::built_in().unwrap();
        let mut known = Known::default();
        for (id, birth) in [("1234567", "03/05/2000"), ("SC000009", "04/05/2000"), ("123", "")] {
            known.take_id(id);
            known.take_birth(id, birth.as_bytes(), DateOrder::DayFirst);
        }
        let row = OfRow { id: Some("1234567"), order: DateOrder::DayFirst, from_1904: false };
        let part = |text: &str| Verdict::InPart(text.to_owned());
        for (table, column, cell, expected) in [
            ("episodes", "LA", "Barnet", Verdict::Belongs),
            ("episodes", "LA", "Ann's", Verdict::Strayed),
            ("episodes", "YEAR", "2010/11", Verdict::Belongs),
            ("episodes", "YEAR", "03/05/2000", Verdict::Strayed),
            ("episodes", "DECOM", "01/04/2010", Verdict::Belongs),
            ("episodes", "DECOM", "03/05/2000", Verdict::DayOfBirth),
            ("episodes", "DEC", "2000-05-03", Verdict::DayOfBirth),
            ("episodes", "DECOM", "04/05/2000", Verdict::Belongs),
            ("episodes", "DECOM", "03/05/00", Verdict::Strayed),
            ("episodes", "DECOM", "05/05/00", Verdict::Belongs),
            ("episodes", "DECOM", "31/04/2010", Verdict::Belongs),
            ("episodes", "DECOM", "1234567", Verdict::Strayed),
            ("episodes", "DECOM", "Ann 2010", Verdict::Strayed),
            ("episodes", "DECOM", "40269", Verdict::Belongs),
            ("episodes", "DEC", "N/A", Verdict::Belongs),
            ("reviews", "REVIEW", "03/05/2000", Verdict::Strayed),
            ("reviews", "REVIEW", "05/03/2000", Verdict::Belongs),
            ("reviews", "REVIEW", "1,234,567", Verdict::Strayed),
            ("reviews", "REVIEW", "36649", Verdict::Strayed),
            ("reviews", "REVIEW", "04/05/2000", Verdict::Belongs),
            ("missing", "MIS_START", "03/05/2000", Verdict::Strayed),
            ("episodes", "LS", "c2", Verdict::Belongs),
            ("episodes", "LS", "=\"C2\"", Verdict::Belongs),
            ("episodes", "LS", "C2 - Full order", Verdict::Belongs),
            ("episodes", "LS", "C2 - 1234567's", part("C2")),
            ("episodes", "LS", "Smith", Verdict::Strayed),
            ("episodes", "LS", "Ann", Verdict::Strayed),
            ("episodes", "LS", "C9", Verdict::Belongs),
            ("oc2", "SDQ_REASON", "SDQ9", Verdict::Belongs),
            ("header", "SEX", "1", Verdict::Belongs),
            ("header", "SEX", "03/05/2000", Verdict::Strayed),
            ("uasc", "SEX", "2", Verdict::Belongs),
            ("header", "MOTHER", "1", Verdict::Belongs),
            ("header", "MOTHER", "1234567", Verdict::Strayed),
            ("header", "MOTHER", "0123", Verdict::Strayed),
            ("oc2", "SDQ_SCORE", "123", Verdict::Strayed),
            ("oc2", "SDQ_SCORE", "12.0", Verdict::Belongs),
            ("oc2", "SDQ_SCORE", "twelve", Verdict::Strayed),
            ("attainment", "KS2_ENGLEV", "4B", Verdict::Belongs),
            ("episodes", "URN", "SC012345", Verdict::Belongs),
            ("episodes", "URN", "7654321", Verdict::Belongs),
            ("episodes", "URN", "XXXXXXX", Verdict::Belongs),
            ("episodes", "URN", "1,234,567", Verdict::Strayed),
            ("episodes", "URN", "sc000009", Verdict::Strayed),
            ("episodes", "URN", "030500", Verdict::Strayed),
            ("episodes", "URN", "SC030500", Verdict::Belongs),
            ("episodes", "URN", "Oak House", Verdict::Strayed),
            ("episodes", "URN", "20000503", Verdict::Strayed),
        ] {
            let found = Belongs::of(table, column, &seeds).verdict(cell.as_bytes(), row, &known, &seeds);
            assert_eq!(found, expected, "{column} {cell}");
        }
        let of_1904 = OfRow { from_1904: true, ..row };
        let review = Belongs::of("reviews", "REVIEW", &seeds);
        let expected = Verdict::Otherwise("2010-04-01".to_owned());
        assert_eq!(review.verdict(b"38807", of_1904, &known, &seeds), expected);
        let month_first = OfRow { order: DateOrder::MonthFirst, ..row };
        assert_eq!(review.verdict(b"05/03/2000", month_first, &known, &seeds), Verdict::Strayed);
        let of_nobody = OfRow { id: None, ..row };
        assert_eq!(review.verdict(b"04/05/2000", of_nobody, &known, &seeds), Verdict::Strayed);
    }
}
