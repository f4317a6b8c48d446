//! Charts of every authority: caterpillar, funnel, heat table.

use super::{RunCharts, rounded, value};
use crate::benchmark::across::{Across, OfAuthority};
use crate::benchmark::standing::Standing;
use crate::benchmark::{ComparedFigure, may_be_said};
use crate::charts::heat_table::{Cell, HeatTable, Row};
use crate::charts::strip::Strip;
use crate::charts::{caterpillar, funnel};
use crate::level::Level;
use crate::rounding::Tenths;
use crate::seeds::authorities::ENGLAND_CODE;
use crate::seeds::indicators::IndicatorSeed;
use crate::statistics::funnel::Convention;
use crate::wording::as_printed::AsPrinted;
use crate::wording::names::{Indicator, Place};
use crate::wording::value::Value;

/// How many points a funnel's limits are drawn through.
const POINTS: u64 = 72;

impl<F: AsPrinted> RunCharts<'_, F> {
    /// What the caterpillars of each indicator share, in order of number.
    pub fn caterpillars(&self) -> Vec<caterpillar::Authorities> {
        self.compared.across.iter().filter_map(|across| self.caterpillar(across)).collect()
    }

    fn caterpillar(&self, across: &Across) -> Option<caterpillar::Authorities> {
        let seed = self.seed(across.indicator)?;
        let of = |authority: &OfAuthority| {
            authority.known.used.as_ref().filter(|standing| may_be_said(standing).is_ok())?;
            Some(caterpillar::OfAuthority {
                place: place(authority),
                value: value(&authority.known).number()?,
                limits: authority.uncertainty.map(|uncertainty| uncertainty.at_95.into()),
                significance: authority.significance,
            })
        };
        let shown = across.authorities.iter().filter_map(of).collect();
        let (hidden, without) = others(across);
        let mut all = caterpillar::Authorities::new(Indicator::of(seed), self.when(), shown, hidden, without);
        all.england = across.england.as_ref().map(rounded);
        let year = across.authorities.iter().find_map(|authority| authority.known.used.as_ref()).map(|used| used.year);
        let target = year.and_then(|year| self.seeds.targets.beside(seed.number, ENGLAND_CODE, year));
        all.target = target.map(|target| {
            let shown = format!("{}{}", target.value, seed.unit.suffix());
            (Tenths::of(target.value.as_f64()), shown, target.year)
        });
        Some(all)
    }

    /// The values of all authorities with one place on them: what is hidden has no place, and so has what may not be judged.
    /// None where no other authority is shown.
    pub(crate) fn strip(&self, compared: &ComparedFigure<F>, seed: &IndicatorSeed) -> Option<Strip> {
        let across = self.compared.across.iter().find(|across| across.indicator == seed.number)?;
        let figure = &compared.figure;
        let of = |standing: &Standing| may_be_said(standing).is_ok().then(|| rounded(standing));
        let others = across.authorities.iter().filter(|other| other.code != figure.code());
        let mut others: Vec<Tenths> = others.filter_map(|other| of(other.known.used.as_ref()?)).collect();
        others.sort_unstable();
        let is_england = figure.level().whole() == Level::National;
        let year = seed.figure_year(&self.compared.timeframe);
        let target = self.seeds.targets.beside(seed.number, ENGLAND_CODE, year);
        (!others.is_empty()).then(|| Strip {
            indicator: Indicator::of(seed),
            name: figure.name().to_owned(),
            own: compared.standing.as_ref().and_then(of),
            england: across.england.as_ref().filter(|_| !is_england).map(rounded),
            target: target.map(|target| Tenths::of(target.value.as_f64())),
            others,
            hidden: across.authorities.iter().filter(|other| other.known.is_hidden()).count(),
        })
    }

    /// What the funnels of each indicator share, in order of number; an indicator without a funnel has none.
    pub fn funnels(&self) -> Vec<funnel::Authorities> {
        self.compared.across.iter().filter_map(|across| self.funnel(across)).collect()
    }

    fn funnel(&self, across: &Across) -> Option<funnel::Authorities> {
        let (seed, funnel) = (self.seed(across.indicator)?, across.funnel?);
        let of = |authority: &OfAuthority| {
            let standing = authority.known.used.as_ref().filter(|standing| may_be_said(standing).is_ok())?;
            let placed = funnel.place_figure(standing)?.ok();
            Some(funnel::Point {
                place: place(authority),
                of: standing.counts?.denominator,
                value: rounded(standing),
                position: placed.map(|placed| placed.position),
                widened: placed.and_then(|placed| placed.widened).map(|widened| widened.position),
                significance: authority.significance,
            })
        };
        let mut points: Vec<funnel::Point> = across.authorities.iter().filter_map(of).collect();
        points.sort_by(|one, other| (&one.place.name, &one.place.code).cmp(&(&other.place.name, &other.place.code)));
        let (hidden, _) = others(across);
        let largest = points.iter().map(|point| point.of).max()?;
        // Closer together at small sizes, where the limits bend.
        let mut sizes: Vec<u64> = (1..=POINTS).map(|part| (largest * part * part / (POINTS * POINTS)).max(1)).collect();
        sizes.dedup();
        let limits = sizes.into_iter().filter_map(|of| {
            let limits = funnel.limits_for(of)?;
            Some(funnel::LimitsOfSize { of, at_95: limits.at_95, at_99_8: limits.at_99_8 })
        });
        Some(funnel::Authorities {
            indicator: Indicator::of(seed),
            when: self.when(),
            without: across.authorities.len() - points.len() - hidden.len(),
            points,
            hidden,
            counts_to: self.counts_of_authorities_to(),
            centre: across.england.as_ref().map(rounded)?,
            convention: convention(funnel.convention()).to_owned(),
            limits: limits.collect(),
        })
    }

    /// What counts of authorities are rounded to; 1 where they are exact.
    fn counts_of_authorities_to(&self) -> i64 {
        let first = self.compared.by_authority().next().and_then(|figures| figures.first());
        first.map_or(1, |compared| compared.figure.counts_to())
    }

    /// The table of all authorities and indicators; none where fewer than two have a figure.
    pub fn heat_table(&self) -> Option<HeatTable> {
        let across = || self.compared.across.iter().filter_map(|across| Some((across, self.seed(across.indicator)?)));
        let of_england = |across: &Across| match &across.england {
            Some(england) => Value::Shown(rounded(england)),
            None if across.is_england_hidden => Value::Hidden,
            None => Value::NotAvailable,
        };
        let column = |(across, seed): (&Across, &IndicatorSeed)| (Indicator::of(seed), of_england(across));
        let first = self.compared.across.first()?;
        let row = |at: usize, authority: &OfAuthority| {
            let cell = |(across, _): (&Across, _)| {
                let of = across.authorities.get(at);
                let value = of.map_or(Value::NotAvailable, |of| value(&of.known));
                Cell {
                    value,
                    significance: of.and_then(|of| of.significance),
                    is_beyond_99_8: of.is_some_and(|of| of.is_beyond_99_8),
                }
            };
            Row { place: place(authority), cells: across().map(cell).collect() }
        };
        let rows = first.authorities.iter().enumerate().map(|(at, authority)| row(at, authority));
        // Authorities without any figure would be empty rows.
        let known = rows.filter(|row| row.cells.iter().any(|cell| !cell.value.is_missing())).collect();
        let table = HeatTable::new(self.when(), across().map(column).collect(), known);
        table.has_values().then_some(table)
    }
}

fn place(authority: &OfAuthority) -> Place {
    Place { code: authority.code.clone(), name: authority.name.clone() }
}

/// The names of the authorities that are hidden, and how many have no figure that may be judged.
fn others(across: &Across) -> (Vec<String>, usize) {
    let hidden = across.authorities.iter().filter(|of| value(&of.known) == Value::Hidden);
    let mut hidden: Vec<String> = hidden.map(|of| of.name.clone()).collect();
    hidden.sort();
    let without = across.authorities.iter().filter(|of| match &of.known.used {
        Some(standing) => may_be_said(standing).is_err(),
        None => value(&of.known).is_missing(),
    });
    (hidden, without.count())
}

/// How a funnel's limits are drawn, in words.
fn convention(convention: Option<Convention>) -> &'static str {
    match convention {
        Some(Convention::Score) => "score (normal approximation)",
        Some(Convention::Wilson) => "Wilson",
        Some(Convention::Arcsine) => "arcsine",
        None => "of a mean (normal approximation)",
    }
}
