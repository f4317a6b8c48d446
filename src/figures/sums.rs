//! The sums behind figures, grouped by polars.

use crate::indicators::Outcomes;
use crate::seeds::authorities::Authorities;
use polars::prelude::*;
use std::collections::BTreeMap;

/// The sums of one place and indicator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    /// Children who meet the test, or their scores.
    pub numerator: u64,
    /// The sum of the squares of what each adds: for NI 58 the squared scores.
    pub squares: u64,
    /// Children who count.
    pub denominator: u64,
    /// Children who should count.
    pub population: u64,
    /// Authorities for which the indicator is available.
    pub available: u32,
    /// Whether any of them looks further back than its returns cover.
    pub cover_too_short: bool,
}

/// The sums of one place, in the order of the indicators.
pub(crate) type PlaceSums = Vec<Sum>;

/// The sums of every place.
#[derive(Debug)]
pub(crate) struct Sums {
    /// England's.
    pub national: PlaceSums,
    /// The regions', by code.
    pub regional: BTreeMap<String, PlaceSums>,
    /// The authorities', in the order of the outcomes.
    pub local: Vec<PlaceSums>,
}

/// A place and an indicator in one number, which is faster to group by than two.
const CELL: &str = "cell";
const PLACE: &str = "place";
const REGION: &str = "region";
const INDICATOR: &str = "indicator";
const NUMERATOR: &str = "numerator";
const SQUARES: &str = "squares";
const DENOMINATOR: &str = "denominator";
const POPULATION: &str = "population";
const AVAILABLE: &str = "available";
const TOO_SHORT: &str = "cover_too_short";
const COUNTS: [&str; 4] = [NUMERATOR, SQUARES, DENOMINATOR, POPULATION];

impl Sums {
    /// Sums outcomes by authority, then authorities by region and for England, of so many indicators.
    ///
    /// # Errors
    /// Where polars cannot run a query.
    pub fn of(outcomes: &Outcomes, authorities: &Authorities, indicators: usize) -> PolarsResult<Sums> {
        let regions: Vec<&str> = authorities.regions().into_keys().collect();
        let by_child =
            decisions(outcomes, indicators)?.lazy().group_by([col(CELL)]).agg(COUNTS.map(|count| col(count).sum()));
        let local = places(outcomes, authorities, &regions, indicators)?
            .lazy()
            .left_join(by_child, col(CELL), col(CELL))
            .with_columns(COUNTS.map(|count| col(count).fill_null(lit(0u32))))
            .collect()?;
        let summed_by = |key: Expr| {
            let sums = COUNTS.into_iter().chain([AVAILABLE]).map(|count| col(count).sum());
            let sums: Vec<Expr> = sums.chain([col(TOO_SHORT).max()]).collect();
            local.clone().lazy().group_by([key.alias(PLACE), col(INDICATOR)]).agg(sums).collect()
        };
        let by_place = |frame: &DataFrame| by_place(frame, indicators);
        let national = by_place(&summed_by(lit(0u32).cast(DataType::UInt32))?)?.remove(&0);
        let national = national.unwrap_or_else(|| vec![Sum::default(); indicators]);
        let regional = by_place(&summed_by(col(REGION))?)?
            .into_iter()
            .filter_map(|(place, sums)| Some(((*regions.get(place as usize)?).to_owned(), sums)))
            .collect();
        Ok(Sums { national, regional, local: by_place(&local)?.into_values().collect() })
    }
}

/// One row per child considered and indicator: where it counts, and in which counts.
fn decisions(outcomes: &Outcomes, indicators: usize) -> PolarsResult<DataFrame> {
    let decisions = outcomes.authorities.iter().map(|authority| authority.indicators.iter().flatten());
    let rows = decisions.map(|of_place| of_place.map(|outcomes| outcomes.decisions.len()).sum::<usize>()).sum();
    let mut columns = [CELL, NUMERATOR, SQUARES, DENOMINATOR, POPULATION].map(|_| Vec::<u32>::with_capacity(rows));
    for (place, authority) in outcomes.authorities.iter().enumerate() {
        for (number, outcomes) in authority.indicators.iter().enumerate() {
            for (_, decision) in outcomes.iter().flat_map(|outcomes| &outcomes.decisions) {
                let (counts, should) = (decision.in_denominator(), decision.in_population());
                let adds = decision.adds();
                let values = [cell(place, number, indicators), adds, adds * adds, counts.into(), should.into()];
                columns.iter_mut().zip(values).for_each(|(column, value)| column.push(value));
            }
        }
    }
    let [cell, numerator, squares, denominator, population] = columns;
    df!(CELL => cell, NUMERATOR => numerator, SQUARES => squares, DENOMINATOR => denominator, POPULATION => population)
}

/// The number of a place and an indicator, of so many.
fn cell(place: usize, indicator: usize, indicators: usize) -> u32 {
    (place * indicators + indicator) as u32
}

/// One row per authority and indicator: its region, whether it is available, whether cover is too short.
fn places(
    outcomes: &Outcomes,
    authorities: &Authorities,
    regions: &[&str],
    indicators: usize,
) -> PolarsResult<DataFrame> {
    let (mut cells, mut place, mut region, mut indicator, mut available, mut too_short) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (of_place, of_authority) in outcomes.authorities.iter().enumerate() {
        let code = authorities.get(of_authority.authority).region_code.as_str();
        let of_region = regions.iter().position(|region| *region == code).unwrap_or_default();
        for (number, result) in of_authority.indicators.iter().enumerate() {
            cells.push(cell(of_place, number, indicators));
            place.push(of_place as u32);
            region.push(of_region as u32);
            indicator.push(number as u32);
            available.push(u32::from(result.is_ok()));
            too_short.push(u32::from(result.as_ref().is_ok_and(|outcomes| outcomes.cover_too_short)));
        }
    }
    df!(CELL => cells, PLACE => place, REGION => region, INDICATOR => indicator, AVAILABLE => available, TOO_SHORT => too_short)
}

/// The sums of a frame with one row per place and indicator, by place.
fn by_place(frame: &DataFrame, indicators: usize) -> PolarsResult<BTreeMap<u32, PlaceSums>> {
    let column = |name| PolarsResult::Ok(frame.column(name)?.u32()?.clone());
    let (place, indicator) = (column(PLACE)?, column(INDICATOR)?);
    let (numerator, squares) = (column(NUMERATOR)?, column(SQUARES)?);
    let (denominator, population) = (column(DENOMINATOR)?, column(POPULATION)?);
    let (available, too_short) = (column(AVAILABLE)?, column(TOO_SHORT)?);
    let mut sums = BTreeMap::<u32, PlaceSums>::new();
    for row in 0..frame.height() {
        let at = |column: &UInt32Chunked| column.get(row).unwrap_or_default();
        let of_place = sums.entry(at(&place)).or_insert_with(|| vec![Sum::default(); indicators]);
        if let Some(sum) = of_place.get_mut(at(&indicator) as usize) {
            *sum = Sum {
                numerator: at(&numerator).into(),
                squares: at(&squares).into(),
                denominator: at(&denominator).into(),
                population: at(&population).into(),
                available: at(&available),
                cover_too_short: at(&too_short) > 0,
            };
        }
    }
    Ok(sums)
}
