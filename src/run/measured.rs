//! One day's figures, stage after stage, and those of the years before.

use super::decided::decided;
use super::error::RunError;
use crate::benchmark::Compared;
use crate::benchmark::standings::Judged;
use crate::care::CareHistories;
use crate::day::Day;
use crate::disclosure::Decided;
use crate::doubt::Doubts;
use crate::figures::{Figure, Figures};
use crate::indicators::Outcomes;
use crate::progress::Progress;
use crate::quality::CleanReturns;
use crate::reconciliation::reconciled::Reconciliation;
use crate::setting::Setting;
use crate::timeframe::Timeframe;
use crate::verdict::statement::{self, Statement};
use crate::verdict::{Reliance, Verdict};
use std::collections::BTreeMap;

/// What is measured on one day.
#[derive(Debug)]
pub struct Measured<'clean> {
    /// The care histories as they were known on the day.
    pub histories: CareHistories<'clean>,
    /// What was decided about every child.
    pub outcomes: Outcomes,
    /// What is doubtful about it.
    pub doubts: Doubts,
    /// The rows and children behind each figure.
    pub reconciliation: Reconciliation,
    /// The statements on the figures' quality.
    pub statements: Vec<Statement>,
    /// What was decided about each child, hashed.
    pub decided: Decided,
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
        setting: Setting<'_>,
        clean: &'clean CleanReturns,
        earlier: &[&Before],
    ) -> Result<Measured<'clean>, RunError> {
        let Counted { histories, outcomes, doubts, figures, reconciliation, verdicts } = Counted::on(setting, clean)?;
        let decided = decided(&outcomes, clean);
        let Setting { timeframe, seeds, .. } = setting;
        let held = statement::held(clean, &seeds.authorities);
        let statements = statement::statements(&figures.list, &reconciliation, &held, setting);
        let judged = earlier
            .iter()
            .map(|Before { figures, reliance, .. }| Judged { figures: &figures.list, reliance: reliance.clone() });
        let earlier: Vec<Judged<'_, Figure>> = judged.collect();
        let mut compared = Compared::of(timeframe, &figures.list, verdicts, &earlier, seeds);
        for compared in &mut compared.list {
            compared.figure.doubt.left_open = compared.is_left_open();
        }
        Ok(Measured { histories, outcomes, doubts, reconciliation, statements, decided, compared })
    }
}

/// One day's figures and everything behind them, before they are compared with others.
struct Counted<'clean> {
    histories: CareHistories<'clean>,
    outcomes: Outcomes,
    doubts: Doubts,
    figures: Figures,
    reconciliation: Reconciliation,
    /// The verdicts on the figures, in their order.
    verdicts: Vec<Verdict>,
}

impl<'clean> Counted<'clean> {
    fn on(setting: Setting<'_>, clean: &'clean CleanReturns) -> Result<Counted<'clean>, RunError> {
        let histories = CareHistories::build(clean, setting);
        let outcomes = Outcomes::measure(&histories, setting, clean);
        let doubts = Doubts::of(&histories, &outcomes, setting, clean);
        let figures = Figures::count(&outcomes, setting)?.with_doubts(&outcomes, &doubts, setting.seeds);
        let reconciliation =
            Reconciliation::of(clean, &histories, &outcomes, &figures, setting).map_err(RunError::NotReconciled)?;
        let both = figures.list.iter().zip(&reconciliation.list);
        let verdicts = both.map(|(figure, behind)| Verdict::on(figure, behind, setting.seeds)).collect();
        Ok(Counted { histories, outcomes, doubts, figures, reconciliation, verdicts })
    }
}

/// The figures of the same days in the years before, for change and trend.
#[derive(Debug)]
pub(crate) struct Earlier {
    years: usize,
    days: BTreeMap<Day, Before>,
}

/// The figures of a day in an earlier year.
#[derive(Debug)]
pub struct Before {
    /// The figures.
    pub figures: Figures,
    /// How far each can be relied upon, in their order.
    pub reliance: Vec<Reliance>,
    /// What was decided about each child, hashed.
    pub decided: Decided,
}

impl Before {
    /// Each figure, and how far it can be relied upon.
    pub fn judged(&self) -> impl Iterator<Item = (&Figure, Reliance)> {
        self.figures.list.iter().zip(self.reliance.iter().copied())
    }
}

impl Earlier {
    /// Measures the years before each day, as far back as some authority's current return is loaded; `years` counts the
    /// day's own.
    ///
    /// # Errors
    /// Where the figures cannot be counted, or do not add up.
    pub fn measure(
        settings: &[Setting<'_>],
        years: usize,
        clean: &CleanReturns,
        progress: Progress,
    ) -> Result<Earlier, RunError> {
        let loaded = |timeframe: &Timeframe| {
            clean.authorities.iter().any(|authority| authority.held.loaded(timeframe.current_year()))
        };
        let mut days = BTreeMap::new();
        let years = years.saturating_sub(1);
        for setting in settings {
            for before in setting.timeframe.years_before(years).take_while(loaded) {
                if days.contains_key(&before.as_at) {
                    continue;
                }
                let work = progress.pieces(&format!("Looking back to {}", before.as_at), 1);
                let Counted { figures, outcomes, verdicts, .. } =
                    Counted::on(Setting { timeframe: before, ..*setting }, clean)?;
                let reliance = verdicts.iter().map(|verdict| verdict.reliance).collect();
                days.insert(before.as_at, Before { figures, reliance, decided: decided(&outcomes, clean) });
                work.finish();
            }
        }
        Ok(Earlier { years, days })
    }

    /// The figures of one year before, two, ..., without a gap.
    pub fn before(&self, timeframe: Timeframe) -> Vec<&Before> {
        timeframe.years_before(self.years).map_while(|before| self.days.get(&before.as_at)).collect()
    }
}
