//! The targets that figures are compared with: the national ones, and an authority's own.

use super::authorities::{Authorities, ENGLAND_CODE, ENGLAND_NAME, plain_name};
use super::file::{Mistake, SeedError, SeedFile, read_csv, read_file};
use super::indicators::{IndicatorSeed, named};
use crate::year::read_year;
use serde::Deserialize;
use std::fmt;
use std::path::Path;

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/targets.csv");

/// The value of a target, in thousandths so that it can be compared with a figure exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TargetValue {
    thousandths: i64,
}

impl TargetValue {
    /// Reads a number from 0 to 100 with up to three decimals.
    pub fn read(text: &str) -> Option<TargetValue> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || decimals.len() > 3 || !digits(whole) || !digits(decimals) {
            return None;
        }
        let thousandths = format!("{whole}{decimals:0<3}").parse().ok()?;
        (thousandths <= 100_000).then_some(TargetValue { thousandths })
    }

    /// The value in thousandths.
    pub(crate) fn thousandths(self) -> i64 {
        self.thousandths
    }

    /// The value as charts place it.
    pub(crate) fn as_f64(self) -> f64 {
        self.thousandths as f64 / 1000.0
    }
}

/// As people write it: `60`, `62.5`.
impl fmt::Display for TargetValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.thousandths / 1000, self.thousandths % 1000);
        if rest == 0 {
            return write!(formatter, "{whole}");
        }
        write!(formatter, "{whole}.{}", format!("{rest:03}").trim_end_matches('0'))
    }
}

/// One target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The indicator's number.
    pub indicator: u16,
    /// The year to be met by: that in which the return ends, or the exams are taken.
    pub year: i32,
    /// England's code, or the authority's three digits.
    pub code: String,
    /// The value to be reached.
    pub value: TargetValue,
    /// The document that sets it.
    pub source: String,
}

/// The targets of a run.
#[derive(Debug, Clone, Default)]
pub struct Targets {
    list: Vec<Target>,
}

/// The columns that a list of targets must have.
const COLUMNS: [&str; 4] = ["indicator", "year", "code", "target"];

#[derive(Deserialize)]
struct Row {
    indicator: String,
    year: String,
    code: String,
    target: String,
    #[serde(default)]
    source: String,
}

impl Targets {
    /// The national targets of a seed.
    ///
    /// # Errors
    /// Where a row is not a target of one of the indicators for England.
    pub(super) fn load(seed: &SeedFile, indicators: &[IndicatorSeed]) -> Result<Targets, SeedError> {
        let mut targets = Targets::default();
        targets.take(&seed.name, &seed.bytes, indicators, |code| (code == ENGLAND_CODE).then(|| code.to_owned()))?;
        Ok(targets)
    }

    /// Adds the targets of a user's file with the columns `indicator, year, code, target` and, where
    /// wanted, `source`; code is an authority, or England's to replace a national target.
    ///
    /// # Errors
    /// Where the file cannot be opened or a line is not a target of one of the indicators for an authority
    /// of the list.
    pub fn with_file(
        mut self,
        path: &Path,
        authorities: &Authorities,
        indicators: &[IndicatorSeed],
    ) -> Result<Targets, SeedError> {
        let text = read_file(path)?;
        self.take(&path.display().to_string(), &text, indicators, |code| {
            if code == ENGLAND_CODE || plain_name(code) == plain_name(ENGLAND_NAME) {
                return Some(ENGLAND_CODE.to_owned());
            }
            authorities.find(code).map(|index| authorities.get(index).code.clone())
        })?;
        Ok(self)
    }

    fn take(
        &mut self,
        file: &str,
        text: &[u8],
        indicators: &[IndicatorSeed],
        code_of: impl Fn(&str) -> Option<String>,
    ) -> Result<(), SeedError> {
        for (line, row) in read_csv::<Row>(file, &COLUMNS, text)? {
            let wrong = |mistake: Mistake| mistake.on_line(file, line);
            let indicator = named(&row.indicator, indicators).map_err(wrong)?.number;
            let year = read_year(&row.year).ok_or_else(|| {
                wrong(Mistake::new(
                    format!("year '{}' is not a year", row.year),
                    "write the year to meet the target by, such as 2011",
                ))
            })?;
            let code = code_of(&row.code).ok_or_else(|| {
                wrong(Mistake::new(
                    format!("code '{}' is neither an authority of the list nor England ({ENGLAND_CODE})", row.code),
                    "write a code or name that is on the list",
                ))
            })?;
            let value = TargetValue::read(&row.target).ok_or_else(|| {
                wrong(Mistake::new(
                    format!("target '{}' is not a number", row.target),
                    "write one from 0 to 100, such as 62.5",
                ))
            })?;
            self.list.retain(|held| (held.indicator, held.year, &held.code) != (indicator, year, &code));
            self.list.push(Target { indicator, year, code, value, source: row.source });
        }
        Ok(())
    }

    /// The target to show beside the figure of a year: the first that is due that year or later, else the last
    /// that has passed.
    pub(crate) fn beside(&self, indicator: u16, code: &str, year: i32) -> Option<&Target> {
        let of_place = || self.list.iter().filter(|held| held.indicator == indicator && held.code == code);
        let ahead = of_place().filter(|held| held.year >= year).min_by_key(|held| held.year);
        ahead.or_else(|| of_place().max_by_key(|held| held.year))
    }

    /// Every target of one indicator.
    pub(crate) fn of_indicator(&self, indicator: u16) -> impl Iterator<Item = &Target> {
        self.list.iter().filter(move |held| held.indicator == indicator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_faulty_line_is_refused_with_its_value_and_what_to_write() {
        let seeds = crate::seeds::Seeds::built_in().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let read = |row: &str| {
            let file = folder.path().join("mine.csv");
            std::fs::write(&file, format!("indicator,year,code,target\n{row}\n")).unwrap();
            Targets::default().with_file(&file, &seeds.authorities, &seeds.indicators)
        };
        for (row, said) in [
            ("62,20x1,302,5", "line 2: year '20x1' is not a year: write the year to meet the target by, such as 2011"),
            ("7,2011,302,5", "line 2: there is no indicator '7': write one of 58, 61"),
            ("sixty,2011,302,5", "line 2: there is no indicator 'sixty'"),
            (
                "62,2011,999,5",
                "line 2: code '999' is neither an authority of the list nor England (E92000001): write a code",
            ),
            ("62,2011,302,many", "line 2: target 'many' is not a number: write one from 0 to 100, such as 62.5"),
        ] {
            let error = crate::fault::with_help(&read(row).unwrap_err());
            assert!(error.contains(said), "{error}");
        }
        let england = read("NI 62,2010-11,England,5").unwrap();
        assert_eq!(england.beside(62, ENGLAND_CODE, 2011).map(|target| target.year), Some(2011));
    }

    #[test]
    fn only_three_indicators_have_a_national_target() {
        let seeds = crate::seeds::Seeds::built_in().unwrap();
        for number in seeds.indicators.iter().map(|seed| seed.number) {
            let value = seeds.targets.beside(number, ENGLAND_CODE, 2011).map(|target| target.value.to_string());
            let expected = match number {
                99 => Some("60"),
                100 => Some("55"),
                101 => Some("20"),
                _ => None,
            };
            assert_eq!(value.as_deref(), expected, "NI {number}");
        }
    }

    #[test]
    fn the_target_beside_a_figure_is_the_next_or_else_the_last() {
        let mut targets = Targets::default();
        let rows = b"indicator,year,code,target\n62,2010,301,12\n62,2011,301,10.5\n62,2011,301,11\n";
        let indicators = crate::seeds::Seeds::built_in().unwrap().indicators;
        targets.take("mine.csv", rows, &indicators, |code| Some(code.to_owned())).unwrap();
        let beside = |year| targets.beside(62, "301", year).map(|target| target.value.to_string());
        assert_eq!(beside(2009).as_deref(), Some("12"));
        assert_eq!(beside(2011).as_deref(), Some("11"), "the later line replaces the earlier");
        assert_eq!(beside(2012).as_deref(), Some("11"));
        assert_eq!(targets.beside(62, "302", 2011), None);
    }

    #[test]
    fn values_are_exact() {
        assert_eq!(TargetValue::read("62.5").unwrap().thousandths(), 62_500);
        assert_eq!(TargetValue::read("62.50").unwrap().to_string(), "62.5");
        for wrong in ["", "-1", "100.1", "62,5", "sixty", "1e2", "60%", "0.1234"] {
            assert_eq!(TargetValue::read(wrong), None, "{wrong}");
        }
    }
}
