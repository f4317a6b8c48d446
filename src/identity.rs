//! The return's own identifying fields, and how coarse they are made wherever they are shown or copied.
//!
//! A date of birth is shown as its month, a postcode as its sector, a UPN not at all: as the sector
//! anonymises returns. The definitions still work with the cells as written.

pub mod exact;
mod look;
mod made_date;
mod postcode;

use crate::day::Day;
use crate::lines::{in_brief, visible};
use crate::text::trim;
use look::{has_digits, holds_day, is_day_or_number, is_upn};
pub(crate) use look::{holds_postcode, holds_upn};
pub(crate) use made_date::made_date;
use std::fmt;

/// The columns of days other than births.
pub(crate) const DAYS: [&str; 7] =
    ["DECOM", "DEC", "REVIEW", "DATE_INT", "DATE_MATCH", "DATE_PLACED", "DATE_PLACED_CEASED"];
/// The columns of dates of birth.
pub(crate) const BIRTHS: [&str; 2] = ["DOB", "MC_DOB"];
/// The columns of ids of children.
pub(crate) const IDS: [&str; 2] = ["CHILD", "MOTHER"];

/// The most characters of a cell that are shown.
const MOST: usize = 24;

/// A field other than the id by which a child may be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    /// DOB and MC_DOB, the birth of the child and of the child's own child.
    Birth,
    /// HOME_POST and PL_POST.
    Postcode,
    /// UPN, the unique pupil number.
    PupilNumber,
}

/// How a cell of an identifying field becomes coarse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Coarse {
    /// It stays: it is blank or coarse already.
    AsItStands,
    /// This takes its place.
    Instead(String),
    /// It cannot be read, and so not be made coarse.
    Unreadable,
}

impl Field {
    /// The field of a column; what follows the column's name, as in `DOB last year`, does not matter.
    pub(crate) fn of(column: &str) -> Option<Field> {
        match column.split(' ').next()? {
            birth if BIRTHS.contains(&birth) => Some(Field::Birth),
            "HOME_POST" | "PL_POST" => Some(Field::Postcode),
            "UPN" => Some(Field::PupilNumber),
            _ => None,
        }
    }

    /// How a cell is made coarse: a date of birth is put on the first of its month, in the form it has; a
    /// postcode is cut to its sector; a UPN is taken out.
    pub(crate) fn coarse(self, cell: &[u8]) -> Coarse {
        let text = trim(cell);
        if text.is_empty() {
            return Coarse::AsItStands;
        }
        match self {
            Field::Birth => match Day::read(text) {
                Some(day) if day == day.first_of_month() => Coarse::AsItStands,
                Some(day) => {
                    let first = day.first_of_month();
                    Coarse::Instead(if text.contains(&b'/') { first.slashed() } else { first.to_string() })
                }
                None => Coarse::Unreadable,
            },
            Field::Postcode => match postcode::sector(text) {
                Some(sector) => Coarse::Instead(sector),
                None if postcode::is_sector_or_district(text) => Coarse::AsItStands,
                None => Coarse::Unreadable,
            },
            Field::PupilNumber => Coarse::Instead(String::new()),
        }
    }

    /// The content of a cell, as it may be shown.
    pub(crate) fn shown(self, text: &str) -> String {
        let coarse = self.coarse(text.as_bytes());
        match (self, coarse) {
            (_, Coarse::AsItStands) if text.trim().is_empty() => String::new(),
            (Field::Birth, Coarse::Unreadable) => "a date of birth that cannot be read".to_owned(),
            (Field::Birth, _) => Day::read(trim(text.as_bytes())).map(Day::month_in_words).unwrap_or_default(),
            (Field::Postcode, Coarse::AsItStands) => plain(text),
            (Field::Postcode, Coarse::Instead(sector)) => sector,
            (Field::Postcode, Coarse::Unreadable) => "a postcode that cannot be read".to_owned(),
            (Field::PupilNumber, _) => UPN_NOT_SHOWN.to_owned(),
        }
    }
}

const UPN_NOT_SHOWN: &str = "a UPN, not shown";

/// What is said in place of a child's id in a column where none belongs.
pub(crate) const ID_NOT_SHOWN: &str = "a child's id, not shown";

/// The content of a cell, as it may be shown: in one line, of no more than a few words. A date of birth, a full postcode or
/// a UPN that a shifted row puts in another column is made coarse too.
pub(crate) fn shown(column: &str, text: &str) -> String {
    coarsened(column, text).unwrap_or_else(|| plain(text))
}

/// What is shown in place of the content of a cell that identifies a child; none where it does not.
pub(crate) fn coarsened(column: &str, text: &str) -> Option<String> {
    Field::of(column).or_else(|| out_of_place(column, text)).map(|field| field.shown(text))
}

/// A child's id as it may be shown: one that is a date of birth, as where columns are swapped, is made coarse.
pub(crate) fn shown_id(id: &str) -> String {
    if has_digits(id.as_bytes()) && holds_day(id) { Field::Birth.shown(id) } else { plain(id) }
}

fn plain(text: &str) -> String {
    in_brief(&visible(text), MOST)
}

/// The identifying field that the content of another column belongs to.
fn out_of_place(column: &str, text: &str) -> Option<Field> {
    if !has_digits(text.as_bytes()) {
        return None;
    }
    let column = column.split(' ').next().unwrap_or_default();
    let holds_birth = || match column {
        _ if DAYS.contains(&column) => false,
        // The id may be any number.
        _ if IDS.contains(&column) => holds_day(text),
        _ => is_day_or_number(text),
    };
    match () {
        () if holds_upn(text) => Some(Field::PupilNumber),
        () if holds_postcode(text) => Some(Field::Postcode),
        () if holds_birth() => Some(Field::Birth),
        () => None,
    }
}

/// The identifying field that a text plainly belongs to, in whatever column it is.
pub(crate) fn strayed(text: &[u8]) -> Option<Field> {
    let text = trim(text);
    if is_upn(text) {
        return Some(Field::PupilNumber);
    }
    postcode::is_full(text).then_some(Field::Postcode)
}

/// The content of a cell, compared as it is and shown only in the coarse form that its column demands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Guarded {
    hides: Hides,
    text: String,
}

/// What of a cell is not shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hides {
    /// Nothing.
    Nothing,
    /// What an identifying field has beyond its coarse form.
    Field(Field),
    /// The id of a child.
    Id,
}

impl Guarded {
    /// The content of a cell of a column.
    pub(crate) fn of(column: &str, text: &str) -> Guarded {
        let field = Field::of(column).or_else(|| out_of_place(column, text));
        Guarded { hides: field.map_or(Hides::Nothing, Hides::Field), text: text.to_owned() }
    }

    /// Shows it no more: it turned out to be the id of a child.
    pub(crate) fn hide_id(&mut self) {
        self.hides = Hides::Id;
    }

    /// Whether the exact content is such.
    pub(crate) fn is(&self, such: impl FnOnce(&str) -> bool) -> bool {
        such(&self.text)
    }

    /// Whether the cell is empty.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// The cell uncoarsened, for tests of rules alone.
    #[cfg(test)]
    pub(crate) fn as_it_stands(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Guarded {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.hides {
            Hides::Field(field) => formatter.write_str(&field.shown(&self.text)),
            Hides::Id => formatter.write_str(ID_NOT_SHOWN),
            Hides::Nothing => formatter.write_str(&plain(&self.text)),
        }
    }
}

/// As it is shown: debug output is no more exact.
impl fmt::Debug for Guarded {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "\"{self}\"")
    }
}

/// A child's id in messages: at most its first two characters, and never more than half of it.
pub(crate) fn shortened(id: &str) -> String {
    let characters = id.chars().count();
    let mut start: String = id.chars().take((characters / 2).min(2)).collect();
    start.push('…');
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_birth_go_to_the_first_of_their_month_in_their_own_form() {
        let instead = |text: &str| Coarse::Instead(text.to_owned());
        for (cell, coarse) in [
            ("02/05/2000", instead("01/05/2000")),
            ("2/5/2000", instead("01/05/2000")),
            ("31/12/1999", instead("01/12/1999")),
            ("29/02/1992", instead("01/02/1992")),
            ("2000-05-31", instead("2000-05-01")),
            ("2000-05-31 00:00:00", instead("2000-05-01")),
            ("01/05/2000", Coarse::AsItStands),
            (" 2000-05-01 ", Coarse::AsItStands),
            ("", Coarse::AsItStands),
            ("  ", Coarse::AsItStands),
            ("02/05/00", Coarse::Unreadable),
            ("30/02/2000", Coarse::Unreadable),
            ("about May", Coarse::Unreadable),
        ] {
            assert_eq!(Field::Birth.coarse(cell.as_bytes()), coarse, "{cell:?}");
        }
    }

    #[test]
    fn an_identifying_field_is_shown_only_coarse() {
        for (column, text, said) in [
            ("DOB", "03/05/2000", "May 2000"),
            ("DOB in Header", "2000-05-03", "May 2000"),
            ("MC_DOB", "01/05/2010", "May 2010"),
            ("DOB", "03/05/00", "a date of birth that cannot be read"),
            ("HOME_POST", "ab1 2cd", "AB1 2"),
            ("PL_POST before", "AB12CD", "AB1 2"),
            ("PL_POST", "AB1 2", "AB1 2"),
            ("PL_POST", "12 High Street", "a postcode that cannot be read"),
            ("UPN", "A123456789012", "a UPN, not shown"),
            ("UPN", "", ""),
            ("DOB", " ", ""),
            ("DECOM", "03/05/2000", "03/05/2000"),
            ("LS", "A123456789012", "a UPN, not shown"),
            ("PLACE", "AB1 2CD", "AB1 2"),
            ("PLACE", "U1", "U1"),
            ("SEX", "03/05/2000", "May 2000"),
            ("SEX", "03/05/00", "a date of birth that cannot be read"),
            ("ETHNIC", "36648", "a date of birth that cannot be read"),
            ("DECOM", "03/05/00", "03/05/00"),
            ("DECOM", "36648", "36648"),
            ("REVIEW in Reviews", "3 May 2000", "3 May 2000"),
            ("CHILD", "03/05/2000", "May 2000"),
            ("CHILD", "36648", "36648"),
            ("LS", "12 High Street, AB1 2CD", "a postcode that cannot be read"),
            ("REVIEW", "for A123456789012", "a UPN, not shown"),
            ("LS", "a line\nand \u{202e}one\u{1b}[2J", "a line\u{fffd}and \u{fffd}one\u{fffd}[2J"),
            ("LS", "twenty-four characters..", "twenty-four characters.."),
            ("LS", "twenty-five characters...", "twenty-five characters.…"),
        ] {
            assert_eq!(shown(column, text), said, "{column} {text}");
            let guarded = Guarded::of(column, text);
            assert_eq!(format!("{guarded} {guarded:?}"), format!("{said} \"{said}\""));
        }
        assert_ne!(Guarded::of("DOB", "03/05/2000"), Guarded::of("DOB", "04/05/2000"), "compared as they stand");
    }

    #[test]
    fn a_shortened_id_is_never_the_id() {
        for (id, short) in
            [("45194547", "45…"), ("1234", "12…"), ("123", "1…"), ("12", "1…"), ("7", "…"), ("éa1b", "éa…")]
        {
            assert_eq!(shortened(id), short);
        }
    }
}
