//! One day's figures, stage after stage, and those of the years before.

use super::{Request, RunError};
use crate::benchmark::Compared;
use crate::care::CareHistories;
use crate::day::Day;
use crate::figures::{Figure, Figures};
use crate::indicators::Outcomes;
use crate::policy::Policies;
use crate::progress::Progress;
use crate::quality::CleanReturns;
use crate::reconciliation::Reconciliation;
use crate::seeds::Seeds;
use crate::timeframe::Timeframe;
use crate::verdict::Verdict;
use crate::verdict::statement::{self, Statement};
use std::collections::BTreeMap;

/// What is measured on one day.
#[derive(Debug)]
pub struct Measured<'clean> {
    /// The care histories as they were known.
    pub histories: CareHistories<'clean>,
    /// What was decided about every child.
    pub outcomes: Outcomes,
    /// What stands behind each figure.
    pub reconciliation: Reconciliation,
    /// What is said of the figures' quality.
    pub statements: Vec<Statement>,
    /// The figures beside targets, in the order of the reconciliation.
    pub compared: Compared,
}

impl<'clean> Measured<'clean> {
    /// Takes clean rows to figures, stage after stage. `earlier` are the figures of the same day one year before,
    /// two, ..., without a gap.
    ///
    /// # Errors
    /// Where the figures cannot be counted, or do not add up.
    pub fn on(
        timeframe: Timeframe,
        clean: &'clean CleanReturns,
        seeds: &Seeds,
        policies: &Policies,
        earlier: &[&Figures],
    ) -> Result<Measured<'clean>, RunError> {
        let authorities = &seeds.authorities;
        let histories = CareHistories::build(clean, timeframe, policies);
        let outcomes = Outcomes::measure(&histories, authorities, policies, clean);
        let figures = Figures::count(&outcomes, authorities, timeframe)?;
        let reconciliation =
            Reconciliation::of(clean, &histories, &outcomes, &figures, authorities).map_err(RunError::NotReconciled)?;
        let both = figures.list.iter().zip(&reconciliation.list);
        let verdicts = both.map(|(figure, behind)| Verdict::on(figure, behind, &seeds.quality)).collect();
        let held = statement::held(clean, authorities);
        let statements = statement::statements(&figures.list, &reconciliation, &held, &timeframe, &seeds.quality);
        let earlier: Vec<&[Figure]> = earlier.iter().map(|figures| figures.list.as_slice()).collect();
        let compared = Compared::of(timeframe, &figures.list, verdicts, &earlier, seeds);
        Ok(Measured { histories, outcomes, reconciliation, statements, compared })
    }
}

/// The figures of the same days in the years before, for change and trend.
#[derive(Debug)]
pub struct Earlier {
    years: usize,
    figures: BTreeMap<Day, Figures>,
}

impl Earlier {
    /// Measures the years before each day, as far back as the current return of some authority is loaded.
    ///
    /// # Errors
    /// Where the figures cannot be counted.
    pub fn measure(request: &Request, clean: &CleanReturns, progress: Progress) -> Result<Earlier, RunError> {
        let loaded = |timeframe: &Timeframe| {
            clean.authorities.iter().any(|authority| authority.held.loaded(timeframe.current_year()))
        };
        let mut figures = BTreeMap::new();
        let years = request.years.saturating_sub(1);
        for timeframe in &request.timeframes {
            for before in timeframe.years_before(years).take_while(loaded) {
                if figures.contains_key(&before.as_at) {
                    continue;
                }
                let work = progress.pieces(&format!("Looking back to {}", before.as_at), 1);
                let histories = CareHistories::build(clean, before, &request.policies);
                let authorities = &request.seeds.authorities;
                let outcomes = Outcomes::measure(&histories, authorities, &request.policies, clean);
                figures.insert(before.as_at, Figures::count(&outcomes, authorities, before)?);
                work.finish();
            }
        }
        Ok(Earlier { years, figures })
    }

    /// The figures of one year before, two, ..., without a gap.
    pub fn before(&self, timeframe: Timeframe) -> Vec<&Figures> {
        timeframe.years_before(self.years).map_while(|before| self.figures.get(&before.as_at)).collect()
    }
}
