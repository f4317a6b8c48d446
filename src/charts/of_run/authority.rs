//! Charts of one authority: target bars, spine, slope, trends.

use super::{RunCharts, place, place_of, rounded, value};
use crate::benchmark::comparators::Comparator;
use crate::benchmark::footing::Footing;
use crate::benchmark::groups::GroupKind;
use crate::benchmark::standing::Standing;
use crate::benchmark::uncertainty::Uncertainty;
use crate::benchmark::years::Year as KnownYear;
use crate::benchmark::{Against, ComparedFigure, may_be_said, may_be_told};
use crate::charts::caterpillar;
use crate::charts::slope::{self, Slope};
use crate::charts::spine::{self, Spine, Spread};
use crate::charts::target_bars::{Bar, Target, TargetBars};
use crate::charts::trend::{England, Path, Trend, Year};
use crate::level::Level;
use crate::rounding::Tenths;
use crate::seeds::indicators::IndicatorSeed;
use crate::wording::as_printed::AsPrinted;
use crate::wording::names::Indicator;
use crate::wording::value::Value;

impl<'run, F: AsPrinted> RunCharts<'run, F> {
    /// The target bars of a place; none where there is no figure.
    pub fn target_bars(&self, figures: &'run [ComparedFigure<F>]) -> Option<TargetBars> {
        let bars: Vec<Bar> = self.with_seeds(figures).map(|(compared, seed)| bar(compared, seed)).collect();
        Some(TargetBars::new(place(figures)?, self.when(), bars))
    }

    /// The spine of an authority among all; none where it has no place among them.
    pub fn spine(&self, figures: &'run [ComparedFigure<F>], all: &[caterpillar::Authorities]) -> Option<Spine> {
        let row = |(compared, seed): (&ComparedFigure<F>, &IndicatorSeed)| {
            let all = all.iter().find(|all| all.indicator.number == seed.number);
            let shown = compared.years.first().map_or(Value::NotAvailable, |year| value(&year.known));
            let in_order: Vec<Tenths> = all.into_iter().flat_map(|all| all.in_order()).map(|of| of.value).collect();
            // A figure that may not be judged has no place.
            let is_told_of = compared.standing.as_ref().is_none_or(|standing| may_be_said(standing).is_ok());
            let others =
                all.into_iter().flat_map(|all| all.in_order()).filter(|of| of.place.code != compared.figure.code());
            let others: Vec<f64> = others.map(|of| of.value.as_f64()).collect();
            let above = |end: f64| others.iter().filter(|other| **other < end).count();
            spine::Row {
                indicator: Indicator::of(seed),
                value: shown,
                england: all.and_then(|all| all.england),
                significance: all.and_then(|all| all.of(compared.figure.code())?.significance),
                among: all.map(caterpillar::Authorities::among).unwrap_or_default(),
                spread: Spread::of(&in_order, seed.good).filter(|_| is_told_of),
                is_placed: compared.standing.as_ref().is_none_or(|standing| may_be_told(standing, above).is_ok()),
            }
        };
        let rows = self.with_seeds(figures).map(row).collect();
        let spine = Spine::new(place(figures)?, self.when(), rows);
        spine.has_a_place().then_some(spine)
    }

    /// The slope of an authority; none where no indicator is known in both years.
    pub fn slope(&self, figures: &'run [ComparedFigure<F>]) -> Option<Slope> {
        let row = |(compared, seed): (&ComparedFigure<F>, &IndicatorSeed)| {
            let [now, before] = compared.years.first_chunk::<2>()?;
            let footing = |year: &KnownYear| Footing::of(&year.known, &compared.years);
            Some(slope::Row {
                indicator: Indicator::on(seed, &self.compared.timeframe),
                before: (before.year, value(&before.known)),
                now: (now.year, value(&now.known)),
                significance: compared.change.as_ref().map(|change| change.significance),
                is_joined: footing(now).joins(footing(before)),
            })
        };
        let slope = Slope::new(place(figures)?, self.with_seeds(figures).filter_map(row).collect());
        slope.has_two_years().then_some(slope)
    }

    /// The trend of each indicator of an authority that is known for two years at least.
    pub(crate) fn trends(&self, figures: &'run [ComparedFigure<F>]) -> Vec<Trend> {
        let trend = |(compared, seed)| self.trend(compared, seed).filter(Trend::has_two_years);
        self.with_seeds(figures).filter_map(trend).collect()
    }

    fn trend(&self, compared: &ComparedFigure<F>, seed: &IndicatorSeed) -> Option<Trend> {
        let england = self.compared.list.iter().take_while(|of| of.figure.code() != compared.figure.code());
        let england: Option<&ComparedFigure<F>> =
            england.filter(|of| of.figure.level() == Level::National).find(|of| of.figure.indicator() == seed.number);
        let of_england = |year: i32| {
            let england = england?;
            let known = &england.years.iter().find(|known| known.year == year)?.known;
            let several = known.used.as_ref().filter(|standing| standing.source.is_of_several())?;
            Some(England {
                value: rounded(several),
                footing: Footing::of(known, &england.years),
                remark: several.remark(),
            })
        };
        let year = |year: &KnownYear| {
            let used = year.known.used.as_ref();
            Year {
                year: year.year,
                value: value(&year.known),
                limits: used.and_then(|standing| self.limits(standing, seed)),
                doubt: used.and_then(F::doubt_of_year),
                footing: Footing::of(&year.known, &compared.years),
                remark: used.map(Standing::remark).unwrap_or_default(),
                england: of_england(year.year),
            }
        };
        let mut years: Vec<Year> = compared.years.iter().rev().map(year).collect();
        // Years before the first that is known would only take up room.
        let first = years.iter().position(|year| !year.value.is_missing())?;
        years.drain(..first);
        let path =
            [(&compared.local, true), (&compared.national, false)].into_iter().find_map(|(against, is_local)| {
                let Against { target, path, already_met, .. } = against.as_ref()?;
                let from = path.as_ref().map(|path| &path.from).or(already_met.as_ref())?;
                Some(Path {
                    from: (from.year, rounded(from)),
                    is_already_met: already_met.is_some(),
                    to: (target.year, Tenths::of(target.value.as_f64())),
                    shown: format!("{}{}", target.value, seed.unit.suffix()),
                    is_local,
                })
            });
        let significance = compared.trending.as_ref().map(|trending| trending.name(seed.good));
        let indicator = Indicator::on(seed, &self.compared.timeframe);
        Some(Trend::new(place_of(&compared.figure), indicator, years, path, significance))
    }

    fn limits(&self, standing: &Standing, seed: &IndicatorSeed) -> Option<crate::wording::value::Limits> {
        let uncertainty = Uncertainty::of(standing, seed.unit, self.seeds.configuration.interval)?;
        Some(uncertainty.at_95.into())
    }
}

fn bar<F: AsPrinted>(compared: &ComparedFigure<F>, seed: &IndicatorSeed) -> Bar {
    let figure = &compared.figure;
    let value: Value = F::numbers(compared, seed.unit).value.into();
    let targets = [(&compared.national, false), (&compared.local, true)];
    Bar {
        indicator: Indicator::of(seed),
        value,
        limits: compared.uncertainty.map(|uncertainty| uncertainty.at_95.into()),
        doubt: figure.doubt(seed.unit),
        counted: figure.counted(seed.unit).unwrap_or_else(|| F::note(compared)),
        rounding: figure.rounding(),
        targets: targets
            .into_iter()
            .filter_map(|(against, is_local)| target(against.as_ref()?, seed, is_local))
            .collect(),
        england: same_year(compared, GroupKind::England).and_then(|england| england.whole.as_ref()).map(rounded),
        neighbours: same_year(compared, GroupKind::Neighbours).and_then(Comparator::value).map(Tenths::of),
        care: if value.is_missing() { String::new() } else { F::note_in_short(compared) },
    }
}

fn target(against: &Against, seed: &IndicatorSeed, is_local: bool) -> Option<Target> {
    let Against { target, met, significance, .. } = against;
    Some(Target {
        is_local,
        value: Tenths::of(target.value.as_f64()),
        shown: format!("{}{}", target.value, seed.unit.suffix()),
        year: target.year,
        met: *met,
        significance: *significance,
    })
}

/// What a figure is compared with, where both are of the same year.
fn same_year<F>(compared: &ComparedFigure<F>, kind: GroupKind) -> Option<&Comparator> {
    let year = compared.years.first()?.year;
    let of_year = |comparator: &&Comparator| comparator.whole.as_ref().is_none_or(|whole| whole.year == year);
    compared.comparators.iter().find(|comparator| comparator.kind == kind && comparator.used).filter(of_year)
}
