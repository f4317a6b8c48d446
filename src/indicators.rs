//! Stage four: the ten indicators, a file each.
//!
//! An indicator decides about one child's history at a time and says why. Counting, percentages,
//! regions and targets are for the stages after it.

mod care_leavers;
mod key_stage;
pub mod ni058;
pub mod ni061;
pub mod ni062;
pub mod ni063;
pub mod ni066;
pub mod ni099;
pub mod ni100;
pub mod ni101;
pub mod ni147;
pub mod ni148;
pub mod outcome;
pub mod outside;
mod population;
pub mod question;
pub mod witness;

use crate::care::{AuthorityHistories, CareHistories};
use crate::day::Day;
use crate::indicators::question::{Indicator, Question};
use crate::quality::CleanReturns;
use crate::returns::held::{CollatedResults, Held};
use crate::returns::table::Table;
use crate::returns::tables::attainment::Subject;
use crate::seeds::authorities::AuthorityIndex;
use crate::setting::Setting;
use crate::timeframe::Timeframe;
use outcome::Decision;
use outside::OutsideCounts;
use rayon::prelude::*;
use witness::Witness;

/// The ten indicators, in order of number.
pub const ALL: [&dyn Indicator; 10] = [
    &ni058::EmotionalHealth,
    &ni061::AdoptionTimeliness,
    &ni062::NumberOfMoves,
    &ni063::LengthOfPlacement,
    &ni066::ReviewTimeliness,
    &ni099::EnglishAtKeyStageTwo,
    &ni100::MathsAtKeyStageTwo,
    &ni101::GcsesAtKeyStageFour,
    &ni147::SuitableAccommodation,
    &ni148::InEducationOrWork,
];

/// Whether an indicator is of exams: then its figure is of their year, on whatever day.
pub fn of_exams(number: u16) -> bool {
    ALL.iter().any(|indicator| indicator.number() == number && indicator.subject().is_some())
}

/// Why an authority has no figure for an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unavailable {
    /// The return that ends on the first 31 March on or after the day is not loaded.
    NoCurrentReturn(i32),
    /// A table is missing from the return of the year.
    TableMissing(Table, i32),
    /// A table is missing from every return.
    TableMissingEverywhere(Table),
    /// No row of the exam year has the column filled.
    NoResults(Subject, i32),
    /// One of these, but a file was refused that may hold what is missing.
    InRefusedFile(Box<Unavailable>),
}

impl Unavailable {
    /// The year of the return in which something is missing; none where any return may hold it.
    fn year(&self) -> Option<i32> {
        match self {
            Unavailable::NoCurrentReturn(year) | Unavailable::TableMissing(_, year) => Some(*year),
            Unavailable::TableMissingEverywhere(_) | Unavailable::NoResults(..) => None,
            Unavailable::InRefusedFile(why) => why.year(),
        }
    }
}

/// In words, as the table of figures has it.
impl std::fmt::Display for Unavailable {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Unavailable::NoCurrentReturn(year) => write!(formatter, "no episodes in the return for {year}"),
            Unavailable::TableMissing(table, year) => write!(formatter, "no {table} in the return for {year}"),
            Unavailable::TableMissingEverywhere(table) => write!(formatter, "no {table} in any return"),
            Unavailable::NoResults(subject, year) => {
                write!(formatter, "no {} filled for the exams of {year}", subject.column())
            }
            Unavailable::InRefusedFile(why) => write!(formatter, "{why} (a file that may hold it was refused)"),
        }
    }
}

/// What was decided about the children of one authority.
#[derive(Debug)]
pub struct AuthorityOutcomes {
    /// Which authority.
    pub authority: AuthorityIndex,
    /// For each indicator in order: the outcomes, or why there are none.
    pub indicators: Vec<Result<IndicatorOutcomes, Unavailable>>,
}

/// What one indicator decided about the children of one authority.
#[derive(Debug)]
pub struct IndicatorOutcomes {
    /// The indicator's number.
    pub indicator: u16,
    /// Whether it looks further back than the returns cover.
    pub cover_too_short: bool,
    /// The children it considered, in order of id: the child's place and the decision.
    pub decisions: Vec<(u32, Decision)>,
    /// How many others of the authority's children it did not consider, and why.
    pub outside: OutsideCounts,
}

/// What was decided about every child.
#[derive(Debug)]
pub struct Outcomes {
    /// Authority by authority, in order of code.
    pub authorities: Vec<AuthorityOutcomes>,
}

impl Outcomes {
    /// Puts every child's history to every indicator, for the authorities that exist on the day.
    pub fn measure(histories: &CareHistories<'_>, setting: Setting<'_>, clean: &CleanReturns) -> Outcomes {
        let exists = |histories: &&AuthorityHistories<'_>| {
            setting.seeds.authorities.get(histories.clean.authority).existed_on(setting.timeframe.as_at)
        };
        let measured = histories.authorities.par_iter().filter(exists);
        Outcomes { authorities: measured.map(|histories| measure(histories, setting, clean)).collect() }
    }
}

/// Puts the children of one authority to every indicator.
fn measure(histories: &AuthorityHistories<'_>, setting: Setting<'_>, clean: &CleanReturns) -> AuthorityOutcomes {
    let timeframe = &setting.timeframe;
    let questions = questions(histories, setting, clean);
    let mut decisions = ALL.map(|_| Vec::new());
    let mut outside = ALL.map(|_| OutsideCounts::default());
    let mut witness = Witness::silent();
    for child in 0..histories.children() {
        let history = histories.child(child, timeframe.as_at);
        for (place, (indicator, question)) in ALL.iter().zip(&questions).enumerate() {
            let Ok(question) = question else { continue };
            match indicator.decide(&history, question, &mut witness) {
                Ok(decision) => decisions[place].push((child as u32, decision)),
                Err(why) => outside[place].add(why),
            }
        }
    }
    let answers = decisions.into_iter().zip(outside);
    let outcomes = |((indicator, question), (decisions, outside)): ((&&dyn Indicator, Result<Question<'_>, _>), _)| {
        let cover_too_short = indicator.looks_back_to(timeframe) < question?.cover;
        Ok(IndicatorOutcomes { indicator: indicator.number(), cover_too_short, decisions, outside })
    };
    AuthorityOutcomes {
        authority: histories.clean.authority,
        indicators: ALL.iter().zip(questions).zip(answers).map(outcomes).collect(),
    }
}

/// What each indicator, in order, looks at beside a child's history, or why it has no figure.
pub fn questions<'run>(
    histories: &'run AuthorityHistories<'_>,
    setting: Setting<'run>,
    clean: &'run CleanReturns,
) -> [Result<Question<'run>, Unavailable>; ALL.len()] {
    let held = &histories.clean.held;
    ALL.map(|indicator| {
        let refused = |why: &Unavailable| clean.refused.may_hold(histories.clean.authority, why.year());
        let cover = available(indicator, held, &setting.timeframe, &clean.collated_results)
            .map_err(|why| if refused(&why) { Unavailable::InRefusedFile(Box::new(why)) } else { why })?;
        Ok(Question { timeframe: setting.timeframe, policies: setting.policies, held, cover, long: &clean.long })
    })
}

/// The first day of cover where the authority has all that the indicator needs (section 5).
fn available(
    indicator: &dyn Indicator,
    held: &Held,
    timeframe: &Timeframe,
    collated: &CollatedResults,
) -> Result<Day, Unavailable> {
    let current = timeframe.current_year();
    if !held.loaded(current) {
        return Err(Unavailable::NoCurrentReturn(current));
    }
    for &table in indicator.needs() {
        match table {
            Table::Ad1 | Table::Attainment if held.has_in_any_year(table) => {}
            Table::Ad1 | Table::Attainment => return Err(Unavailable::TableMissingEverywhere(table)),
            Table::Oc3 => {
                let lacks = |year: &i32| held.loaded(*year) && !held.has(*year, table);
                if let Some(year) = timeframe.window_years().find(lacks) {
                    return Err(Unavailable::TableMissing(table, year));
                }
            }
            _ if held.has(current, table) => {}
            _ => return Err(Unavailable::TableMissing(table, current)),
        }
    }
    if let Some(subject) = indicator.subject() {
        let exam_year = timeframe.school_cohort_day.year();
        if !held.has_results(exam_year, subject, collated) {
            return Err(Unavailable::NoResults(subject, exam_year));
        }
    }
    let cover = held.cover(current, indicator.covered_by());
    cover.ok_or(Unavailable::NoCurrentReturn(current))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;
    use crate::seeds::indicators::NUMBERS;

    #[test]
    fn the_seeds_say_what_the_program_does() {
        assert_eq!(ALL.map(Indicator::number), NUMBERS);
        let seeds = Seeds::built_in().unwrap().indicators;
        assert_eq!(seeds.iter().map(|seed| seed.number).collect::<Vec<_>>(), NUMBERS);
        for (indicator, seed) in ALL.iter().zip(&seeds) {
            let needs: Vec<&str> = indicator.needs().iter().map(|table| table.name()).collect();
            assert_eq!(needs, seed.needs, "NI {}", seed.number);
        }
    }
}
