//! Published figures to compare with, year by year: those of England and the regions and, from the user's file, of
//! authorities.

mod cell;
pub mod figure;
mod rows;
#[cfg(test)]
mod tests;

use super::authorities::{Authorities, ENGLAND_CODE, ENGLAND_NAME};
use super::file::{Mistake, SeedError, SeedFile, read_file};
use super::indicators::IndicatorSeed;
use crate::level::Level;
use crate::rounding::rounded;
use crate::unit::Unit;
use figure::{LeftOut, PublishedFigure};
use rows::Lines;
use std::path::Path;

pub(crate) use crate::decimal::Decimal;
pub(crate) use cell::{Cell, Symbol};

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/published.csv");

impl PublishedFigure {
    fn key(&self) -> (&str, u16, i32) {
        (&self.code, self.indicator, self.year)
    }

    /// Numerator and denominator, where both are known and the denominator is not zero.
    pub(crate) fn counts(&self) -> Option<(u64, u64)> {
        let counts = (*self.numerator.known()?, *self.denominator.known()?);
        (counts.1 > 0).then_some(counts)
    }

    /// The figure in its unit, as exact as the source allows: the fraction of the counts where that rounds to the
    /// printed value, else the printed value, for counts may be rounded at source. None where the value is a symbol.
    pub(crate) fn unrounded(&self, unit: Unit) -> Option<f64> {
        let value = self.value.known()?;
        let counts = self.counts().filter(|counts| rounded(unit, *counts, value.decimals()) == Some(*value));
        let fraction = |(numerator, denominator)| unit.times() as f64 * numerator as f64 / denominator as f64;
        Some(counts.map_or(value.as_f64(), fraction))
    }
}

/// The published figures of a run.
#[derive(Debug, Clone, Default)]
pub struct Published {
    /// In order of code, indicator and year, each once.
    list: Vec<PublishedFigure>,
    left_out: Option<LeftOut>,
}

impl Published {
    /// The figures of a seed, each place by its code.
    ///
    /// # Errors
    /// Where a line is not valid, or its place is not known.
    pub(super) fn load(seed: &SeedFile, indicators: &[IndicatorSeed]) -> Result<Published, SeedError> {
        let Lines { figures, left_out } = rows::read(&seed.name, &seed.bytes, indicators, |level, text| {
            let form = match level {
                Level::National | Level::PartOfNational => text == ENGLAND_CODE,
                Level::Regional | Level::PartOfRegional => text.len() == 9 && text.starts_with("E12"),
                Level::LocalAuthority => text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit()),
            };
            form.then(|| text.to_owned())
        })?;
        match left_out {
            None => Ok(Published { list: figures, left_out: None }),
            Some(LeftOut { line, code, .. }) => {
                let remedy = format!("write {ENGLAND_CODE}, a region's E12 code or an authority's three digits");
                Err(Mistake::new(format!("code '{code}' is not a place of its level"), remedy)
                    .on_line(&seed.name, line))
            }
        }
    }

    /// Adds the figures of a user's file with the columns `time_period, geographic_level, code, indicator,
    /// numerator, denominator, value` and, where wanted, `name` and `source`, one line for each place, indicator and
    /// year. A line replaces the figure already held for them. Lines of places that the list of authorities
    /// does not have are left out and counted.
    ///
    /// # Errors
    /// Where the file cannot be opened, a line is not valid, or two lines give the same figure.
    pub fn with_file(
        self,
        path: &Path,
        authorities: &Authorities,
        indicators: &[IndicatorSeed],
    ) -> Result<Published, SeedError> {
        let text = read_file(path)?;
        let file = path.display().to_string();
        let Lines { figures, left_out } =
            rows::read(&file, &text, indicators, |level, text| code_of(level, text, authorities))?;
        // The sort keeps the file's figure before the one held of the same, and the first of each stays.
        let mut list = figures;
        list.extend(self.list);
        list.sort_by(|one, other| one.key().cmp(&other.key()));
        list.dedup_by(|later, earlier| later.key() == earlier.key());
        Ok(Published { list, left_out })
    }

    /// The same figures, or none of them where the list of authorities has a region without any: it is then the list
    /// of another country, or a made-up one.
    pub(crate) fn without_places_unknown_to(self, authorities: &Authorities) -> Published {
        let known = |region: &str| self.list.iter().any(|figure| figure.code == region);
        if authorities.regions().into_keys().all(known) { self } else { Published::default() }
    }

    /// The figure of a place, indicator and year.
    pub fn find(&self, code: &str, indicator: u16, year: i32) -> Option<&PublishedFigure> {
        let place = self.list.binary_search_by(|held| held.key().cmp(&(code, indicator, year)));
        place.ok().map(|place| &self.list[place])
    }

    /// The figures of a place and indicator, in order of year.
    pub(crate) fn of(&self, code: &str, indicator: u16) -> impl Iterator<Item = &PublishedFigure> {
        let wanted = (code, indicator);
        let first = self.list.partition_point(|held| (held.code.as_str(), held.indicator) < wanted);
        let after = self.list.partition_point(|held| (held.code.as_str(), held.indicator) <= wanted);
        self.list[first..after].iter()
    }

    /// Every figure, in order of code, indicator and year.
    pub fn iter(&self) -> impl Iterator<Item = &PublishedFigure> {
        self.list.iter()
    }

    /// Whether there is no figure at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The lines of the user's file that are of places that are not on the list of authorities, if any.
    pub fn left_out(&self) -> Option<&LeftOut> {
        self.left_out.as_ref()
    }
}

/// The code under which figures of a place are held, from a code or name of its level.
fn code_of(level: Level, text: &str, authorities: &Authorities) -> Option<String> {
    let is = |known: &str| known.eq_ignore_ascii_case(text);
    match level {
        Level::National | Level::PartOfNational => {
            (is(ENGLAND_CODE) || is(ENGLAND_NAME)).then(|| ENGLAND_CODE.to_owned())
        }
        Level::Regional | Level::PartOfRegional => {
            let region = authorities.regions().into_iter().find(|(code, name)| is(code) || is(name));
            region.map(|(code, _)| code.to_owned())
        }
        Level::LocalAuthority => authorities.find(text).map(|index| authorities.get(index).code.clone()),
    }
}
