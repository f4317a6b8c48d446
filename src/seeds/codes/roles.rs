//! What the definitions make of a code: its roles, as the column `role` of seeds/codes.csv gives them.
//!
//! A code keeps its role whatever the year of the return: the definitions let only a code that is on the
//! list of no year pass no test, so M1 in a return of 2011 is reported as out of date and still read as missing.

use crate::code::{Code, LongTexts};
use crate::seeds::file::Mistake;

/// What a code does in the definitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// RNE: the child starts to be looked after.
    StartsCare,
    /// RNE: a new placement opens (definitions 3.6).
    OpensPlacement,
    /// RNE: the placement goes on, with another legal status or in another place with the same carer (3.6).
    ContinuesPlacement,
    /// LS: an agreed series of short breaks, which is not care (3.2).
    ShortBreak,
    /// PLACE: a temporary stay (3.6).
    Temporary,
    /// PLACE: the child is missing (3.6).
    Missing,
    /// PLACE: a foster placement (3.6).
    Foster,
    /// PLACE: placed for adoption (3.6).
    Adoptive,
    /// PLACE: placed for adoption with a carer who may have fostered the child until then (3.6).
    AdoptedByCarer,
    /// REC: adopted (NI 61).
    Adopted,
    /// REC: the child died.
    Died,
    /// REC: another authority took over the care.
    TakenOver,
    /// REC: another episode begins on the day it ended (3.1 c).
    GoesOn,
    /// REC: a care leaver without an OC3 row is not expected to have one (NI 147 and 148).
    LeftCohort,
    /// IN_TOUCH: the authority is in touch with the care leaver.
    InTouch,
    /// IN_TOUCH: the care leaver died.
    LeaverDied,
    /// IN_TOUCH: the care leaver returned home.
    ReturnedHome,
    /// ACTIV: in education, employment or training (NI 148).
    Active,
    /// ACCOM: the accommodation is suitable (NI 147).
    Suitable,
}

impl Role {
    /// Every role, in the order of the tables.
    pub const ALL: [Role; 19] = [
        Role::StartsCare,
        Role::OpensPlacement,
        Role::ContinuesPlacement,
        Role::ShortBreak,
        Role::Temporary,
        Role::Missing,
        Role::Foster,
        Role::Adoptive,
        Role::AdoptedByCarer,
        Role::Adopted,
        Role::Died,
        Role::TakenOver,
        Role::GoesOn,
        Role::LeftCohort,
        Role::InTouch,
        Role::LeaverDied,
        Role::ReturnedHome,
        Role::Active,
        Role::Suitable,
    ];

    /// The role as seeds/codes.csv writes it.
    pub fn name(self) -> &'static str {
        match self {
            Role::StartsCare => "starts_care",
            Role::OpensPlacement => "opens_placement",
            Role::ContinuesPlacement => "continues_placement",
            Role::ShortBreak => "short_break",
            Role::Temporary => "temporary",
            Role::Missing => "missing",
            Role::Foster => "foster",
            Role::Adoptive => "adoptive",
            Role::AdoptedByCarer => "adopted_by_carer",
            Role::Adopted => "adopted",
            Role::Died => "died",
            Role::TakenOver => "taken_over",
            Role::GoesOn => "goes_on",
            Role::LeftCohort => "left_cohort",
            Role::InTouch => "in_touch",
            Role::LeaverDied => "leaver_died",
            Role::ReturnedHome => "returned_home",
            Role::Active => "active",
            Role::Suitable => "suitable",
        }
    }

    /// The table and column whose codes may have the role.
    pub(crate) fn column(self) -> (&'static str, &'static str) {
        match self {
            Role::StartsCare | Role::OpensPlacement | Role::ContinuesPlacement => ("episodes", "RNE"),
            Role::ShortBreak => ("episodes", "LS"),
            Role::Temporary | Role::Missing | Role::Foster | Role::Adoptive | Role::AdoptedByCarer => {
                ("episodes", "PLACE")
            }
            Role::Adopted | Role::Died | Role::TakenOver | Role::GoesOn | Role::LeftCohort => ("episodes", "REC"),
            Role::InTouch | Role::LeaverDied | Role::ReturnedHome => ("oc3", "IN_TOUCH"),
            Role::Active => ("oc3", "ACTIV"),
            Role::Suitable => ("oc3", "ACCOM"),
        }
    }

    fn named(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// The codes of each role, so few that a look along them is as fast as any table.
#[derive(Debug, Default)]
pub struct Roles([Codes; Role::ALL.len()]);

/// The codes of one role, as numbers and as text, in the order of the file.
#[derive(Debug, Default)]
struct Codes {
    numbers: Vec<Code>,
    texts: Vec<String>,
}

impl Roles {
    /// Whether the code has the role.
    #[inline]
    pub(crate) fn has(&self, role: Role, code: Code) -> bool {
        self.0[role as usize].numbers.contains(&code)
    }

    /// A code that has the role.
    pub(crate) fn first(&self, role: Role) -> Code {
        // Loading refuses a role without a code.
        self.0[role as usize].numbers.first().copied().unwrap_or(Code::BLANK)
    }

    /// Every role that a code of a column has.
    pub(super) fn of(&self, code: Code, column: (&str, &str)) -> Vec<&'static str> {
        let has = Role::ALL.into_iter().filter(|role| role.column() == column && self.has(*role, code));
        has.map(Role::name).collect()
    }

    /// Whether a tidy cell holds a code that has the role.
    pub(crate) fn is_written(&self, role: Role, cell: &str) -> bool {
        Code::of_tidy(cell).is_some_and(|code| self.has(role, code))
    }

    /// The codes of the role, `or` before the last: `E11 or E12`, `F1 to F5 or P1 to P5`.
    pub(crate) fn in_words(&self, role: Role, or: &str) -> String {
        let mut runs: Vec<(&str, &str)> = Vec::new();
        for code in &self.0[role as usize].texts {
            match runs.last_mut() {
                Some((_, last)) if follows(last, code) => *last = code,
                _ => runs.push((code, code)),
            }
        }
        let in_words = |(first, last): (&str, &str)| match (first, last) {
            _ if first == last => vec![first.to_owned()],
            _ if follows(first, last) => vec![first.to_owned(), last.to_owned()],
            _ => vec![format!("{first} to {last}")],
        };
        let words: Vec<String> = runs.into_iter().flat_map(in_words).collect();
        match words.as_slice() {
            [rest @ .., before, last] => {
                let rest: String = rest.iter().map(|word| format!("{word}, ")).collect();
                format!("{rest}{before} {or} {last}")
            }
            few => few.concat(),
        }
    }

    /// Gives a code the roles of its row, apart by spaces.
    ///
    /// # Errors
    /// What is wrong with them, and what to write.
    pub(super) fn add(&mut self, (table, column): (&str, &str), code: &str, roles: &str) -> Result<(), Mistake> {
        for name in roles.split_whitespace() {
            let role = Role::named(name).ok_or_else(|| {
                let names = Role::ALL.map(Role::name).join(", ");
                Mistake::new(format!("role '{name}' is not known"), format!("write some of {names}, or leave it blank"))
            })?;
            if role.column() != (table, column) {
                let (table, column) = role.column();
                let problem = format!("role '{name}' is for codes of {column} in {table}");
                return Err(Mistake::new(problem, format!("take it from {code}")));
            }
            let codes = &mut self.0[role as usize];
            if !codes.texts.iter().any(|held| held == code) {
                codes.numbers.push(Code::read(code.as_bytes(), &LongTexts::default()));
                codes.texts.push(code.to_owned());
            }
        }
        Ok(())
    }

    /// The first role that no code has.
    pub(super) fn vacant(&self) -> Option<Role> {
        Role::ALL.into_iter().find(|role| self.0[*role as usize].numbers.is_empty())
    }
}

/// Whether a code is the next after another: `F2` after `F1`.
fn follows(code: &str, next: &str) -> bool {
    let last_digit = |code: &str| code.chars().last().and_then(|last| last.to_digit(10));
    let same_start = code.len() == next.len() && code.get(..code.len() - 1) == next.get(..next.len() - 1);
    same_start && last_digit(code).zip(last_digit(next)).is_some_and(|(one, other)| one + 1 == other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;

    #[test]
    fn the_codes_have_the_roles_that_the_definitions_give_them() {
        let codes = Seeds::built_in().unwrap().codes;
        for (role, expected) in [
            (Role::StartsCare, "S"),
            (Role::OpensPlacement, "B, P or S"),
            (Role::ContinuesPlacement, "L, T or U"),
            (Role::ShortBreak, "V3 or V4"),
            (Role::Temporary, "T0 to T4"),
            (Role::Missing, "M1 to M3"),
            (Role::Foster, "Q1, Q2 or U1 to U6"),
            (Role::Adoptive, "A1 to A6"),
            (Role::AdoptedByCarer, "A3 or A5"),
            (Role::Adopted, "E11 or E12"),
            (Role::Died, "E2"),
            (Role::TakenOver, "E3"),
            (Role::LeftCohort, "E2 or E3"),
            (Role::InTouch, "YES"),
            (Role::LeaverDied, "DIED"),
            (Role::ReturnedHome, "RHOM"),
            (Role::Active, "F1 to F5 or P1 to P5"),
            (Role::Suitable, "B1, C1, D1, E1, G1, H1, K1, R1, T1, U1, V1, W1, Y1 or Z1"),
        ] {
            assert_eq!(codes.roles().in_words(role, "or"), expected, "{role:?}");
        }
    }

    #[test]
    fn a_code_has_a_role_in_its_column_alone() {
        let codes = Seeds::built_in().unwrap().codes;
        assert!(codes.roles().has(Role::Foster, Code::of("Q1")) && codes.roles().is_written(Role::Foster, "q1"));
        assert!(!codes.roles().has(Role::Foster, Code::of("F6")), "the definitions do not list it");
        assert!(!codes.roles().has(Role::Foster, Code::BLANK));
        let mut roles = Roles::default();
        let mut refused = |names| roles.add(("episodes", "REC"), "E2", names).unwrap_err();
        let mistake = Mistake::new("role 'foster' is for codes of PLACE in episodes", "take it from E2");
        assert_eq!(refused("foster"), mistake);
        assert_eq!(refused("died dead").to_string(), "role 'dead' is not known");
    }
}
