//! How far the files could move each figure: the children whose answer rests on something that the files do not tell for
//! certain, why, and what else their answer could be.
//!
//! An indicator is asked again with the cell read otherwise; no definition is written down twice.

pub(crate) mod ask;
pub mod cause;
mod code_unknown;
mod date_unreadable;
mod earlier_not_seen;
mod end_assumed;
mod no_row;
pub mod of_figure;
mod otherwise;
mod overlap;
pub(crate) mod possible;
pub mod range;
mod reread;
mod row_rejected;
mod twice;
mod unmatched_ids;

use crate::care::stale::Stops;
use crate::care::{AuthorityHistories, CareHistories};
use crate::indicators::question::{Indicator, Question};
use crate::indicators::{AuthorityOutcomes, IndicatorOutcomes, Outcomes, asked};
use crate::quality::{CleanAuthority, CleanReturns};
use crate::returns::table::Table;
use crate::setting::Setting;
use ask::{Asked, Clue, DoubtfulAnswer};
use cause::{Cause, Ground};
use possible::{Possible, answer_of};
use rayon::prelude::*;
use reread::Reread;

/// What is doubtful about the answers of every authority's children.
#[derive(Debug)]
pub struct Doubts {
    /// Authority by authority, in the order of the outcomes.
    pub authorities: Vec<AuthorityDoubts>,
}

/// What is doubtful about the answers of one authority's children.
#[derive(Debug)]
pub struct AuthorityDoubts {
    /// For each indicator in order: the children whose answer is doubtful, in order of id, by their index.
    pub indicators: Vec<Vec<(u32, DoubtfulAnswer)>>,
}

impl Doubts {
    /// Asks again wherever the files leave something open.
    pub(crate) fn of(
        histories: &CareHistories<'_>,
        outcomes: &Outcomes,
        setting: Setting<'_>,
        clean: &CleanReturns,
    ) -> Doubts {
        let of = |of_authority: &AuthorityOutcomes| {
            let mut all = histories.authorities.iter();
            let histories = all.find(|histories| histories.clean.authority == of_authority.authority);
            let nothing = || AuthorityDoubts { indicators: vec![Vec::new(); of_authority.indicators.len()] };
            histories.map_or_else(nothing, |histories| AuthorityDoubts::of(histories, of_authority, setting, clean))
        };
        Doubts { authorities: outcomes.authorities.par_iter().map(of).collect() }
    }
}

impl AuthorityDoubts {
    fn of(
        histories: &AuthorityHistories<'_>,
        outcomes: &AuthorityOutcomes,
        setting: Setting<'_>,
        clean: &CleanReturns,
    ) -> AuthorityDoubts {
        let seeds = &setting.seeds.indicators;
        let asked: Vec<Asked<'_>> = seeds.iter().map(|seed| asked(seed, histories, setting, clean).ok()).collect();
        let outcomes: Vec<Option<&IndicatorOutcomes>> =
            outcomes.indicators.iter().map(|outcomes| outcomes.as_ref().ok()).collect();
        let mut doubts = AuthorityDoubts { indicators: vec![Vec::new(); asked.len()] };
        let reread = Reread::of(histories, &asked, &outcomes, setting);
        for child in reread.children() {
            for (found, of_child) in doubts.indicators.iter_mut().zip(reread.doubts_of(child)) {
                found.extend(of_child.map(|answer| (child, answer)));
            }
        }
        doubts.add_stale(histories, &asked, &outcomes);
        doubts
    }

    /// An extract that stops before the window does could say anything of any child.
    fn add_stale(
        &mut self,
        histories: &AuthorityHistories<'_>,
        asked: &[Asked<'_>],
        outcomes: &[Option<&IndicatorOutcomes>],
    ) {
        let of_reviews = if histories.stops == Stops::Reviews { "reviews" } else { "" };
        let clue = Clue { ground: Ground::new(Cause::Stale, of_reviews), source: None };
        let rests_on_it = |(indicator, _): &(&dyn Indicator, Question<'_>)| match histories.stops {
            Stops::Nothing => false,
            Stops::Reviews => indicator.needs().contains(&Table::Reviews),
            Stops::Everything => indicator.rests_on_last_days(),
        };
        let places = |rests: &dyn Fn(&(&dyn Indicator, Question<'_>)) -> bool| -> Vec<usize> {
            let all = asked.iter().enumerate();
            all.filter(|(_, asked)| asked.as_ref().is_some_and(rests)).map(|(place, _)| place).collect()
        };
        for place in places(&rests_on_it) {
            self.add_to_all(place, histories, outcomes[place], Possible::ANY, clue);
        }
        let clue = Clue { ground: Ground::new(Cause::Stale, Table::Oc2.name()), source: None };
        let has_old_scores = |(indicator, question): &(&dyn Indicator, Question<'_>)| {
            indicator.needs().contains(&Table::Oc2)
                && scores_are_those_of_the_year_before(histories.clean, question.timeframe.current_year())
        };
        for place in places(&has_old_scores) {
            self.add_to_all(place, histories, outcomes[place], Possible::ANY_SCORE, clue);
        }
    }

    /// Puts every child in doubt.
    fn add_to_all(
        &mut self,
        place: usize,
        histories: &AuthorityHistories<'_>,
        outcomes: Option<&IndicatorOutcomes>,
        possible: Possible,
        clue: Clue,
    ) {
        let mut known = std::mem::take(&mut self.indicators[place]).into_iter().peekable();
        for child in 0..histories.children() as u32 {
            let of_child = known.next_if(|(other, _)| *other == child).map(|(_, answer)| answer);
            let given = outcomes.and_then(|of| of.decision(child));
            let given = given.and_then(|decision| answer_of(&Ok(*decision)));
            let mut answer = of_child.unwrap_or(DoubtfulAnswer { given, possible, clues: Vec::new() });
            answer.possible = possible;
            answer.clues.push(clue);
            self.indicators[place].push((child, answer));
        }
    }
}

/// Whether a return has the scores of the return of the year before again: for the same children the same, of so many that it
/// is no chance.
fn scores_are_those_of_the_year_before(clean: &CleanAuthority, year: i32) -> bool {
    /// Fewer may have the same scores two years running.
    const CHILDREN: usize = 10;
    let score =
        |child: usize, year: i32| clean.oc2.of(child).iter().find(|(of, _)| *of == year).map(|(_, row)| row.score);
    let scores = |year: i32| (0..clean.children.len()).map(move |child| score(child, year));
    scores(year).flatten().flatten().count() >= CHILDREN && scores(year).eq(scores(year - 1))
}
