//! The rows of a return as rules see them: every cell as text, and dates read as well.

use crate::code::{ChildId, Code};
use crate::day::Day;
use crate::returns::finding::Source;
use crate::returns::table::Table;
use crate::returns::written::WrittenRows;
use crate::seeds::codes::roles::{Role, Roles};
use std::ops::Range;

/// A cell that should hold a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DateCell<'a> {
    /// The text in the cell.
    pub(crate) text: &'a str,
    /// The day, where it can be read.
    pub(crate) day: Option<Day>,
}

impl DateCell<'_> {
    /// Whether the cell is blank.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether the cell is filled but not with a date.
    pub(crate) fn is_unreadable(&self) -> bool {
        self.day.is_none() && !self.is_blank()
    }
}

/// A kind of cell.
trait Cell<'a> {
    fn of(text: &'a str) -> Self;
}

impl<'a> Cell<'a> for &'a str {
    fn of(text: &'a str) -> &'a str {
        text
    }
}

impl<'a> Cell<'a> for DateCell<'a> {
    fn of(text: &'a str) -> DateCell<'a> {
        DateCell { text, day: Day::read(text.as_bytes()) }
    }
}

/// A row of one of the tables.
pub(crate) trait CheckRow<'a>: Sized + Send {
    /// The table.
    const TABLE: Table;

    /// Hands rows of a file, by number, to `add`; its codes have these roles.
    fn of(written: &'a WrittenRows, rows: Range<usize>, roles: &'a Roles, add: &mut impl FnMut(Self));

    /// The child, and the year in which the return ends.
    fn key(&self) -> (ChildId, i32);

    /// The file and line.
    fn at(&self) -> Source;

    /// The day that the rows of a child are sorted by, before their file and line.
    fn order(&self) -> Option<Day> {
        None
    }
}

macro_rules! rows {
    ($($(#[$doc:meta])* $row:ident of $table:ident $(by $by:ident)? { $($field:ident: $kind:ty = $column:literal,)* })*) => {
        /// The columns that rules look at, of all tables.
        pub(crate) const COLUMNS: &[&str] = &[$($($column,)*)*];

        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            #[allow(missing_docs, reason = "each field is the column of the same name")]
            pub(crate) struct $row<'a> {
                pub(crate) child: ChildId,
                pub(crate) year: i32,
                pub(crate) at: Source,
                #[allow(dead_code, reason = "rows of every table are made alike; only those of episodes ask for roles")]
                roles: &'a Roles,
                $(pub(crate) $field: $kind,)*
            }

            impl<'a> CheckRow<'a> for $row<'a> {
                const TABLE: Table = Table::$table;

                fn of(written: &'a WrittenRows, rows: Range<usize>, roles: &'a Roles, add: &mut impl FnMut(Self)) {
                    struct Places { $($field: Option<usize>,)* }
                    let places = Places { $($field: written.column($column),)* };
                    for number in rows {
                        let row = written.rows[number];
                        let cell = |place: Option<usize>| place.map_or("", |place| written.cell(number, place));
                        add($row {
                            child: row.child,
                            year: row.year,
                            at: row.source,
                            roles,
                            $($field: <$kind>::of(cell(places.$field)),)*
                        });
                    }
                }

                fn key(&self) -> (ChildId, i32) {
                    (self.child, self.year)
                }

                fn at(&self) -> Source {
                    self.at
                }

                $(fn order(&self) -> Option<Day> {
                    self.$by.day
                })?
            }
        )*
    };
}

rows! {
    /// A row of the header.
    HeaderRow of Header {
        sex: &'a str = "SEX",
        birth: DateCell<'a> = "DOB",
        ethnic: &'a str = "ETHNIC",
        mother: &'a str = "MOTHER",
    }
    /// A row of episodes; those of a child are in order of DECOM.
    EpisodeRow of Episodes by decom {
        decom: DateCell<'a> = "DECOM",
        rne: &'a str = "RNE",
        ls: &'a str = "LS",
        cin: &'a str = "CIN",
        place: &'a str = "PLACE",
        place_provider: &'a str = "PLACE_PROVIDER",
        dec: DateCell<'a> = "DEC",
        rec: &'a str = "REC",
        pl_post: &'a str = "PL_POST",
        urn: &'a str = "URN",
    }
    /// A row of reviews; those of a child are in order of REVIEW.
    ReviewRow of Reviews by review {
        birth: DateCell<'a> = "DOB",
        review: DateCell<'a> = "REVIEW",
        review_code: &'a str = "REVIEW_CODE",
    }
    /// A row of OC2.
    Oc2Row of Oc2 {
        birth: DateCell<'a> = "DOB",
        sdq_score: &'a str = "SDQ_SCORE",
        sdq_reason: &'a str = "SDQ_REASON",
        convicted: &'a str = "CONVICTED",
        health_check: &'a str = "HEALTH_CHECK",
        immunisations: &'a str = "IMMUNISATIONS",
        teeth_check: &'a str = "TEETH_CHECK",
        health_assessment: &'a str = "HEALTH_ASSESSMENT",
        substance_misuse: &'a str = "SUBSTANCE_MISUSE",
        intervention_received: &'a str = "INTERVENTION_RECEIVED",
        intervention_offered: &'a str = "INTERVENTION_OFFERED",
    }
    /// A row of OC3.
    Oc3Row of Oc3 {
        birth: DateCell<'a> = "DOB",
        in_touch: &'a str = "IN_TOUCH",
        activ: &'a str = "ACTIV",
        accom: &'a str = "ACCOM",
    }
    /// A row of AD1.
    Ad1Row of Ad1 {
        birth: DateCell<'a> = "DOB",
        date_int: DateCell<'a> = "DATE_INT",
        date_match: DateCell<'a> = "DATE_MATCH",
        foster_care: &'a str = "FOSTER_CARE",
        nb_adoptr: &'a str = "NB_ADOPTR",
        sex_adoptr: &'a str = "SEX_ADOPTR",
        ls_adoptr: &'a str = "LS_ADOPTR",
    }
    /// A row of PlacedAdoption; those of a child are in order of DATE_PLACED.
    PlacedAdoptionRow of PlacedAdoption by date_placed {
        date_placed: DateCell<'a> = "DATE_PLACED",
        date_placed_ceased: DateCell<'a> = "DATE_PLACED_CEASED",
        reason_placed_ceased: &'a str = "REASON_PLACED_CEASED",
    }
}

/// Whether a cell has one of the codes.
pub(crate) fn is_any_of(cell: &str, codes: &[Code]) -> bool {
    codes.iter().any(|code| code.is_written(cell))
}

impl EpisodeRow<'_> {
    /// Whether it is a short break, or an agreed series of them, which is not care (definitions 3.2).
    pub(crate) fn is_short_break(&self) -> bool {
        self.roles.is_written(Role::ShortBreak, self.ls)
    }

    /// Whether it is a temporary stay.
    pub(crate) fn is_temporary(&self) -> bool {
        self.roles.is_written(Role::Temporary, self.place)
    }

    /// Whether the child is placed for adoption.
    pub(crate) fn is_adoptive(&self) -> bool {
        self.roles.is_written(Role::Adoptive, self.place)
    }

    /// Whether it ended with the child's adoption; a REC without a DEC ends nothing.
    pub(crate) fn is_adoption(&self) -> bool {
        !self.dec.is_blank() && self.roles.is_written(Role::Adopted, self.rec)
    }

    /// Whether its RNE says that care starts.
    pub(crate) fn starts_care(&self) -> bool {
        self.roles.is_written(Role::StartsCare, self.rne)
    }

    /// Whether its RNE says that care goes on from the episode before.
    pub(crate) fn goes_on(&self) -> bool {
        let listed = [Role::OpensPlacement, Role::ContinuesPlacement].map(|role| self.roles.is_written(role, self.rne));
        listed.contains(&true) && !self.starts_care()
    }

    /// Whether its REC says that care ended: every such code, in any year, begins with E.
    pub(crate) fn leaves_care(&self) -> bool {
        self.rec.starts_with('E')
    }

    /// Whether it counts in the child's care: it is not rejected (definitions 3.1 a).
    pub(crate) fn counts(&self) -> bool {
        let filled = ![self.rne, self.ls, self.place].contains(&"");
        let ends = !self.dec.is_unreadable() && self.dec.day.is_none_or(|end| self.decom.day <= Some(end));
        filled && ends && self.decom.day.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;

    #[test]
    fn the_columns_that_rules_need_are_among_those_that_are_kept() {
        let needed = crate::check::rules::all().flat_map(|rule| rule.needs_columns.iter());
        let lacking: Vec<&str> = needed.map(|(_, column)| *column).filter(|column| !COLUMNS.contains(column)).collect();
        assert_eq!(lacking, [""; 0]);
    }

    #[test]
    fn every_reason_for_ending_but_x1_begins_with_e() {
        let list = Seeds::built_in().unwrap().codes.of_any_year("episodes", "REC").cloned().unwrap();
        for first in 'A'..='Z' {
            let codes = (0..50).map(|number| Code::of(&format!("{first}{number}")));
            let listed = codes.filter(|code| list.contains(*code)).count();
            assert_eq!(listed > 0, first == 'E' || first == 'X', "{first}");
        }
        assert!(list.contains(Code::of("X1")));
    }
}
