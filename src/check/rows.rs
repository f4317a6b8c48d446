//! The rows of a return as rules see them: every cell as text, dates read beside it.

use crate::code::ChildId;
use crate::day::Day;
use crate::returns::finding::Source;
use crate::returns::table::Table;
use crate::returns::written::WrittenRows;
use crate::seeds::codes::roles::{Role, Roles};

/// A cell that should hold a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateCell<'a> {
    /// What stands there.
    pub text: &'a str,
    /// The day, where it can be read.
    pub day: Option<Day>,
}

impl DateCell<'_> {
    /// Whether nothing stands there.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether something stands there that is no date.
    pub fn is_unreadable(&self) -> bool {
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

/// A row of some table.
pub trait CheckRow<'a>: Sized + Send {
    /// The table.
    const TABLE: Table;

    /// The rows of the table among those of a file, whose codes have these roles.
    fn of(written: &'a WrittenRows, roles: &'a Roles, add: &mut impl FnMut(usize, Self));

    /// Whose it is: the child and the year in which the return ends.
    fn key(&self) -> (ChildId, i32);

    /// Where it stands.
    fn at(&self) -> Source;

    /// The day by which the rows of a child are put in order, before their place.
    fn order(&self) -> Option<Day> {
        None
    }
}

macro_rules! rows {
    ($($(#[$doc:meta])* $row:ident of $table:ident $(by $by:ident)? { $($field:ident: $kind:ty = $column:literal,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            #[allow(missing_docs, reason = "each field is the column of the same name")]
            pub struct $row<'a> {
                pub child: ChildId,
                pub year: i32,
                pub at: Source,
                pub roles: &'a Roles,
                $(pub $field: $kind,)*
            }

            impl<'a> CheckRow<'a> for $row<'a> {
                const TABLE: Table = Table::$table;

                fn of(written: &'a WrittenRows, roles: &'a Roles, add: &mut impl FnMut(usize, Self)) {
                    struct Places { $($field: Option<usize>,)* }
                    let places = Places { $($field: written.column($column),)* };
                    for (number, row) in written.rows.iter().enumerate() {
                        let cell = |place: Option<usize>| place.map_or("", |place| written.cell(number, place));
                        add(number, $row {
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
        mother_child_birth: DateCell<'a> = "MC_DOB",
    }
    /// A row of the episodes; those of a child are in order of DECOM.
    EpisodeRow of Episodes by decom {
        decom: DateCell<'a> = "DECOM",
        rne: &'a str = "RNE",
        ls: &'a str = "LS",
        cin: &'a str = "CIN",
        place: &'a str = "PLACE",
        place_provider: &'a str = "PLACE_PROVIDER",
        dec: DateCell<'a> = "DEC",
        rec: &'a str = "REC",
        reason_place_change: &'a str = "REASON_PLACE_CHANGE",
        pl_post: &'a str = "PL_POST",
        urn: &'a str = "URN",
    }
    /// A row of the reviews; those of a child are in order of REVIEW.
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
    /// A row of placed for adoption; those of a child are in order of DATE_PLACED.
    PlacedAdoptionRow of PlacedAdoption by date_placed {
        birth: DateCell<'a> = "DOB",
        date_placed: DateCell<'a> = "DATE_PLACED",
        date_placed_ceased: DateCell<'a> = "DATE_PLACED_CEASED",
        reason_placed_ceased: &'a str = "REASON_PLACED_CEASED",
    }
}

impl EpisodeRow<'_> {
    /// Whether it is of an agreed series of short breaks, which is not care (definitions 3.2).
    pub fn is_short_break(&self) -> bool {
        self.roles.is_written(Role::ShortBreak, self.ls)
    }

    /// Whether it is a temporary stay.
    pub fn is_temporary(&self) -> bool {
        self.roles.is_written(Role::Temporary, self.place)
    }

    /// Whether the child is placed for adoption.
    pub fn is_adoptive(&self) -> bool {
        self.roles.is_written(Role::Adoptive, self.place)
    }

    /// Whether it ended with the child's adoption; a REC without DEC ends nothing.
    pub fn is_adoption(&self) -> bool {
        !self.dec.is_blank() && self.roles.is_written(Role::Adopted, self.rec)
    }

    /// Whether its RNE says that care goes on from the episode before.
    pub fn goes_on(&self) -> bool {
        let listed = [Role::OpensPlacement, Role::ContinuesPlacement].map(|role| self.roles.is_written(role, self.rne));
        listed.contains(&true) && !self.starts_care()
    }

    /// Whether its RNE says that care starts.
    pub fn starts_care(&self) -> bool {
        self.roles.is_written(Role::StartsCare, self.rne)
    }

    /// Whether its REC says that care ended: every such code, of whatever year, begins with E.
    pub fn leaves_care(&self) -> bool {
        self.rec.starts_with('E')
    }

    /// Whether the row counts in the child's care: it is not rejected (definitions 3.1 a).
    pub fn counts(&self) -> bool {
        let filled = ![self.rne, self.ls, self.place].contains(&"");
        let ends = !self.dec.is_unreadable() && self.dec.day.is_none_or(|end| self.decom.day <= Some(end));
        filled && ends && self.decom.day.is_some()
    }
}

#[cfg(test)]
mod tests {
    use crate::code::Code;
    use crate::seeds::Seeds;

    #[test]
    fn every_reason_to_end_but_one_begins_with_e() {
        let list = Seeds::built_in().unwrap().codes.of_any_year("episodes", "REC").cloned().unwrap();
        for first in 'A'..='Z' {
            let codes = (0..50).map(|number| Code::of(&format!("{first}{number}")));
            let listed = codes.filter(|code| list.contains(*code)).count();
            assert_eq!(listed > 0, first == 'E' || first == 'X', "{first}");
        }
        assert!(list.contains(Code::of("X1")));
    }
}
