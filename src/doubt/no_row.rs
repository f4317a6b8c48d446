//! The child has no row, or no date, where the answer asks for one: in or not, as a row would have it.

use super::ask::{Asker, Clue};
use super::cause::{Cause, Ground};
use super::date_unreadable;
use super::otherwise::Child;
use crate::care::ChildHistory;
use crate::code::Code;
use crate::indicators::outcome::{Counted, Decision, Reason};
use crate::indicators::witness::Sight;
use crate::quality::results::ExamResults;
use crate::returns::tables::attainment::{ExamResult, Subject};
use crate::returns::tables::oc3::Oc3;
use crate::seeds::codes::roles::Role;

/// What a decision asks for and does not find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lacking {
    /// An OC3 row.
    Leaver,
    /// The date of a decision for adoption.
    Decision,
    /// A result.
    Result,
}

impl Lacking {
    /// What a decision lacks, if anything.
    pub(crate) fn of(decision: &Decision) -> Option<Lacking> {
        match decision.counted {
            Counted::NotMet(reason) | Counted::Out(reason) => match reason {
                Reason::NoOc3Row => Some(Lacking::Leaver),
                Reason::NoDecisionDate => Some(Lacking::Decision),
                Reason::NotMatched => Some(Lacking::Result),
                _ => None,
            },
            _ => None,
        }
    }

    /// Answers as if there were a row.
    pub(crate) fn ask(self, child: &Child<'_>, asker: &mut Asker<'_, '_>) {
        let clue = |field| Clue { ground: Ground::new(Cause::NoRow, field), source: None };
        match self {
            Lacking::Leaver => {
                let years: Vec<i32> = child.setting.timeframe.window_years().collect();
                years.into_iter().for_each(|year| any_leaver(child, year, clue("oc3"), asker));
            }
            Lacking::Decision => date_unreadable::any_decision(child, clue("DATE_INT"), asker),
            Lacking::Result => any_result(child, clue("attainment"), asker),
        }
    }
}

/// In touch with everything right, in touch with nothing right and, where there is a row or was one, died.
pub(crate) fn any_leaver(child: &Child<'_>, year: i32, clue: Clue, asker: &mut Asker<'_, '_>) {
    let roles = child.setting.seeds.codes.roles();
    let row = |in_touch, activity, accommodation| Oc3 { in_touch, activity, accommodation, birth: None };
    let nothing = Code::BLANK;
    let in_touch = roles.first(Role::InTouch);
    // A child without a row stays in the cohort: only a row that is there, or was lost, may say that the child died.
    let died = if clue.ground.cause == Cause::NoRow {
        None
    } else {
        Some(row(roles.first(Role::LeaverDied), nothing, nothing))
    };
    let rows = [
        Some(row(in_touch, roles.first(Role::Active), roles.first(Role::Suitable))),
        Some(row(in_touch, nothing, nothing)),
        died,
    ];
    for row in rows.into_iter().flatten() {
        let mut oc3: Vec<(i32, Oc3)> = child.history.oc3.iter().copied().filter(|(of, _)| *of != year).collect();
        oc3.push((year, row));
        oc3.sort_by_key(|(year, _)| *year);
        asker.again(&child.with(ChildHistory { oc3: &oc3, ..child.history }), Sight::Leaver, &[clue]);
    }
}

/// Every result that there is, in the exams of the year.
pub(crate) fn any_result(child: &Child<'_>, clue: Clue, asker: &mut Asker<'_, '_>) {
    let exam_year = child.setting.timeframe.school_cohort_day.year();
    for number in 0..=9 {
        let result = Some(ExamResult::Number(number));
        let mut results: Vec<ExamResults> =
            child.history.results.iter().copied().filter(|results| results.exam_year != exam_year).collect();
        results.push(ExamResults { exam_year, results: [result; Subject::ALL.len()] });
        asker.again(&child.with(ChildHistory { results: &results, ..child.history }), Sight::Results, &[clue]);
    }
}
