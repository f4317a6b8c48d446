//! Stage four: the indicators, a file each.
//!
//! An indicator decides about one child's history at a time and says why. Counting, percentages, regions and
//! targets are left to later stages.

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
pub mod review_chain;
pub mod seeded;
pub mod unavailable;
pub mod witness;
pub mod words;

use crate::care::{AuthorityHistories, CareHistories, ChildHistory};
use crate::day::Day;
use crate::indicators::question::{Indicator, Question};
use crate::indicators::unavailable::Unavailable;
use crate::quality::CleanReturns;
use crate::returns::held::{CollatedResults, Held};
use crate::returns::standing::Disputed;
use crate::returns::table::Table;
use crate::seeds::authorities::AuthorityIndex;
use crate::seeds::indicators::IndicatorSeed;
use crate::setting::Setting;
use crate::timeframe::Timeframe;
use outcome::Decision;
use outside::OutsideCounts;
use rayon::prelude::*;
use std::ops::RangeInclusive;
use witness::Witness;

/// The code of every indicator, in order of number. Each has an entry in seeds/indicators.toml.
pub const ALL: &[&dyn Indicator] = &[
    &ni058::EmotionalHealth,
    &ni061::AdoptionTimeliness,
    &ni062::NumberOfMoves,
    &ni063::LengthOfPlacement,
    &ni066::ReviewTimeliness,
    &ni099::ENGLISH_AT_KEY_STAGE_TWO,
    &ni100::MATHS_AT_KEY_STAGE_TWO,
    &ni101::GCSES_AT_KEY_STAGE_FOUR,
    &ni147::SUITABLE_ACCOMMODATION,
    &ni148::IN_EDUCATION_OR_WORK,
];

/// The code of the indicator of a number.
fn indicator(number: u16) -> Option<&'static dyn Indicator> {
    ALL.iter().copied().find(|indicator| indicator.number() == number)
}

/// The tables that the indicator of a number needs.
pub(crate) fn needs(number: u16) -> &'static [Table] {
    indicator(number).map_or(&[], |indicator| indicator.needs())
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
    /// The children it considered, in order of id: the child's index and the decision.
    pub decisions: Vec<(u32, Decision)>,
    /// How many others of the authority's children it did not consider, and why.
    pub outside: OutsideCounts,
}

impl IndicatorOutcomes {
    /// The decision on a child, by its index, where the indicator considered it.
    pub(crate) fn decision(&self, child: u32) -> Option<&Decision> {
        let place = self.decisions.binary_search_by_key(&child, |(child, _)| *child).ok()?;
        self.decisions.get(place).map(|(_, decision)| decision)
    }
}

/// What was decided about every child.
#[derive(Debug)]
pub struct Outcomes {
    /// Authority by authority, in order of code.
    pub authorities: Vec<AuthorityOutcomes>,
}

impl Outcomes {
    /// Asks every indicator about every child, for the authorities that exist on the day.
    pub(crate) fn measure(histories: &CareHistories<'_>, setting: Setting<'_>, clean: &CleanReturns) -> Outcomes {
        Outcomes::measure_as_known(histories, setting, clean, |history| history)
    }

    /// The same with what was known of each child's history.
    pub(crate) fn measure_as_known(
        histories: &CareHistories<'_>,
        setting: Setting<'_>,
        clean: &CleanReturns,
        as_known: impl for<'clean> Fn(ChildHistory<'clean>) -> ChildHistory<'clean> + Sync,
    ) -> Outcomes {
        let exists = |histories: &&AuthorityHistories<'_>| {
            setting.seeds.authorities.get(histories.clean.authority).existed_on(setting.timeframe.as_at)
        };
        let measured = histories.authorities.par_iter().filter(exists);
        Outcomes { authorities: measured.map(|histories| measure(histories, setting, clean, &as_known)).collect() }
    }
}

/// Asks every indicator about the children of one authority.
fn measure(
    histories: &AuthorityHistories<'_>,
    setting: Setting<'_>,
    clean: &CleanReturns,
    as_known: impl for<'clean> Fn(ChildHistory<'clean>) -> ChildHistory<'clean>,
) -> AuthorityOutcomes {
    let seeds = &setting.seeds.indicators;
    let mut all: Vec<_> = seeds.iter().map(|seed| Answers::begin(seed, histories, setting, clean)).collect();
    let mut witness = Witness::silent();
    for child in 0..histories.children() {
        let history = as_known(histories.child(child, setting.timeframe.known));
        for Answers { indicator, question, outcomes } in all.iter_mut().flatten() {
            match indicator.decide(&history, question, &mut witness) {
                Ok(decision) => outcomes.decisions.push((child as u32, decision)),
                Err(why) => outcomes.outside.add(why),
            }
        }
    }
    let indicators = all.into_iter().map(|answers| answers.map(|answers| answers.outcomes)).collect();
    AuthorityOutcomes { authority: histories.clean.authority, indicators }
}

/// An indicator and what it has decided so far.
struct Answers<'run> {
    indicator: &'static dyn Indicator,
    question: Question<'run>,
    outcomes: IndicatorOutcomes,
}

impl<'run> Answers<'run> {
    fn begin(
        seed: &IndicatorSeed,
        histories: &'run AuthorityHistories<'_>,
        setting: Setting<'run>,
        clean: &'run CleanReturns,
    ) -> Result<Answers<'run>, Unavailable> {
        let (indicator, question) = asked(seed, histories, setting, clean)?;
        let cover_too_short = indicator.looks_back_to(&question) < question.cover;
        let (decisions, outside) = (Vec::new(), OutsideCounts::default());
        let outcomes = IndicatorOutcomes { indicator: seed.number, cover_too_short, decisions, outside };
        Ok(Answers { indicator, question, outcomes })
    }
}

/// What each indicator, in order, looks at besides a child's history, or why it has no figure.
pub fn questions<'run>(
    histories: &'run AuthorityHistories<'_>,
    setting: Setting<'run>,
    clean: &'run CleanReturns,
) -> Vec<Result<Question<'run>, Unavailable>> {
    let question = |seed| asked(seed, histories, setting, clean).map(|(_, question)| question);
    setting.seeds.indicators.iter().map(question).collect()
}

/// An indicator and what it looks at besides a child's history.
///
/// # Errors
/// Why the authority has no figure for it.
pub(crate) fn asked<'run>(
    seed: &IndicatorSeed,
    histories: &'run AuthorityHistories<'_>,
    setting: Setting<'run>,
    clean: &'run CleanReturns,
) -> Result<(&'static dyn Indicator, Question<'run>), Unavailable> {
    asked_with(Needs::All, seed, histories, setting, clean)
}

/// What the returns must have for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// All that the indicator reads.
    All,
    /// Header and episodes, which tell who is in it: what its test is about is not known yet.
    Population,
}

/// An indicator and what it looks at besides a child's history, where the returns have what it needs.
///
/// # Errors
/// Why the authority has no figure for it.
pub(crate) fn asked_with<'run>(
    needs: Needs,
    seed: &IndicatorSeed,
    histories: &'run AuthorityHistories<'_>,
    setting: Setting<'run>,
    clean: &'run CleanReturns,
) -> Result<(&'static dyn Indicator, Question<'run>), Unavailable> {
    let (held, authority) = (&histories.clean.held, histories.clean.authority);
    let Setting { timeframe, seeds, policies } = setting;
    let year = seed.figure_year(&timeframe);
    let defined = indicator(seed.number).and_then(|indicator| Some((indicator, numbers(indicator, seed, year)?)));
    let (indicator, numbers) = defined.ok_or(Unavailable::NotDefined(year))?;
    let cover = available(indicator, needs, held, &timeframe, &clean.collated_results)
        .map_err(|why| why.or_refused(|year| clean.refused.may_hold(authority, year)))?;
    let (roles, long) = (seeds.codes.roles(), &clean.long);
    Ok((indicator, Question { timeframe, policies, roles, held, cover, long, numbers }))
}

/// The numbers of the definition that holds for a year, in the order in which the indicator names them.
fn numbers(indicator: &dyn Indicator, seed: &IndicatorSeed, year: i32) -> Option<Vec<i32>> {
    let names = indicator.numbers();
    if names.is_empty() {
        return Some(Vec::new());
    }
    let definition = seed.definition_of(year)?;
    names.iter().map(|name| definition.number(name)).collect()
}

/// The years of the returns whose rows of a table an indicator may ask for.
fn years_asked(table: Table, timeframe: &Timeframe) -> RangeInclusive<i32> {
    match table {
        Table::Oc2 if timeframe.takes_score_of_the_year_before() => {
            timeframe.current_year() - 1..=timeframe.current_year()
        }
        Table::Oc2 => timeframe.current_year()..=timeframe.current_year(),
        Table::Oc3 => timeframe.window_years(),
        _ => i32::MIN..=i32::MAX,
    }
}

/// The first day of cover where the authority has all that the indicator needs (section 5).
fn available(
    indicator: &dyn Indicator,
    needs: Needs,
    held: &Held,
    timeframe: &Timeframe,
    collated: &CollatedResults,
) -> Result<Day, Unavailable> {
    let current = timeframe.current_year();
    if !held.loaded(current) {
        let another = held.dates_fit(current).map(|fits| Unavailable::AnotherYears(current, fits));
        return Err(another.unwrap_or(Unavailable::NoCurrentReturn(current)));
    }
    let (tables, subject) = match needs {
        Needs::All => (indicator.needs(), indicator.subject()),
        Needs::Population => (&[Table::Header, Table::Episodes][..], None),
    };
    for &table in tables {
        let years = years_asked(table, timeframe);
        if let Some(Disputed { year, files, .. }) = held.disputed(table, &years) {
            return Err(Unavailable::TwoFiles(table, *year, files.clone()));
        }
        match table {
            _ if table.of_any_return() && held.has_in_any_year(table) => {}
            _ if table.of_any_return() => return Err(Unavailable::TableMissingEverywhere(table)),
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
    if let Some(subject) = subject {
        let exam_year = timeframe.school_cohort_day.year();
        if !held.has_results(exam_year, subject, collated) {
            return Err(Unavailable::NoResults(subject, exam_year));
        }
    }
    let cover = held.cover(current, indicator.covered_by());
    cover.ok_or(Unavailable::NoCurrentReturn(current))
}
