//! Stage six: figures set beside targets.

use crate::figures::rounding::{Tenths, above, excess};
use crate::figures::{Figure, Figures, Level, Status};
use crate::indicators::ALL;
use crate::seeds::authorities::ENGLAND_CODE;
use crate::seeds::indicators::{Good, IndicatorSeed};
use crate::seeds::targets::{Target, Targets};
use crate::timeframe::Timeframe;
use crate::verdict::Verdict;

/// A figure beside one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// The target.
    pub target: Target,
    /// How far the unrounded figure lies above it, rounded; none where there is no figure.
    pub above: Option<Tenths>,
    /// Whether the unrounded figure meets it; none where there is no figure.
    pub met: Option<bool>,
}

/// A figure and what it is set against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedFigure {
    /// The figure.
    pub figure: Figure,
    /// The nation's target.
    pub national: Option<Against>,
    /// The authority's own target.
    pub local: Option<Against>,
    /// How far the figure can be relied upon.
    pub verdict: Verdict,
}

/// Figures and what they are set against.
#[derive(Debug)]
pub struct Compared {
    /// The day and the window.
    pub timeframe: Timeframe,
    /// In order of level, code and indicator.
    pub list: Vec<ComparedFigure>,
}

impl Compared {
    /// Sets each figure beside the national target and, for an authority, its own. The verdicts are those
    /// on the figures, in their order.
    pub fn with_targets(
        figures: Figures,
        verdicts: Vec<Verdict>,
        targets: &Targets,
        indicators: &[IndicatorSeed],
    ) -> Compared {
        let timeframe = figures.timeframe;
        let compare = |(figure, verdict): (Figure, Verdict)| {
            let indicator = indicators.iter().find(|seed| seed.number == figure.indicator);
            let year = target_year(figure.indicator, &timeframe);
            let against = |code: &str| {
                let target = targets.beside(figure.indicator, code, year)?;
                Some(set_against(&figure, target, indicator?))
            };
            let national = against(ENGLAND_CODE);
            let local = (figure.level == Level::LocalAuthority).then(|| against(&figure.code)).flatten();
            ComparedFigure { figure, national, local, verdict }
        };
        Compared { timeframe, list: figures.list.into_iter().zip(verdicts).map(compare).collect() }
    }

    /// The figures of each authority, authority by authority in order of code.
    pub fn by_authority(&self) -> impl Iterator<Item = &[ComparedFigure]> {
        let first = self.list.partition_point(|compared| compared.figure.level < Level::LocalAuthority);
        self.list[first..].chunk_by(|one, other| one.figure.code == other.figure.code)
    }
}

/// The year whose target stands beside a figure: that of the exams, or that in which the return ends.
fn target_year(indicator: u16, timeframe: &Timeframe) -> i32 {
    let of_exams = ALL.iter().any(|asked| asked.number() == indicator && asked.subject().is_some());
    if of_exams { timeframe.school_cohort_day.year() } else { timeframe.current_year() }
}

fn set_against(figure: &Figure, target: &Target, indicator: &IndicatorSeed) -> Against {
    let (unit, numerator, denominator) = (indicator.unit, figure.numerator, figure.denominator);
    let target_value = target.value.thousandths();
    let is_figure = figure.status == Status::Ok;
    let excess = excess(unit, numerator, denominator, target_value);
    let met = match indicator.good {
        Good::High => excess >= 0,
        Good::Low => excess <= 0,
    };
    Against {
        target: target.clone(),
        above: is_figure.then(|| above(unit, numerator, denominator, target_value)).flatten(),
        met: is_figure.then_some(met),
    }
}
