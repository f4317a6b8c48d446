//! One place over several days, from a report for each.

use super::cells::{Table, breakable, marked, range, value};
use super::error::ShowError;
use super::page::Page;
use super::place::{code_of, naming};
use crate::level::Level;
use crate::read_back::figure::FigureRow;
use crate::read_back::report::Report;
use crate::rounding::Tenths;
use crate::seeds::indicators::IndicatorSeed;

/// A place on each of several days, in order of day.
pub(super) struct Days<'seeds> {
    /// What the place is.
    pub(super) level: Level,
    heading: String,
    indicators: Vec<OverDays<'seeds>>,
}

/// One indicator, with a figure for each day that has one.
struct OverDays<'seeds> {
    seed: &'seeds IndicatorSeed,
    days: Vec<Option<FigureRow>>,
}

impl<'seeds> Days<'seeds> {
    /// Finds the place that is asked for in reports of several days.
    ///
    /// # Errors
    /// Where the report of the last day has no such place, or a row cannot be read.
    pub(super) fn read(
        reports: &[Report],
        indicators: &'seeds [IndicatorSeed],
        asked: Option<&str>,
    ) -> Result<Days<'seeds>, ShowError> {
        let days = reports.iter().map(|report| report.rows().collect::<Result<Vec<FigureRow>, _>>());
        let days = days.collect::<Result<Vec<_>, _>>()?;
        let last = days.last().ok_or(ShowError::Empty)?;
        let code = code_of(last, asked)?;
        let named = naming(last.iter().filter(|figure| figure.code == code)).ok_or(ShowError::Empty)?;
        let first = days.first().and_then(|day| day.first()).map_or(named.as_at, |figure| figure.as_at);
        let of_code =
            if named.geographic_level.whole() == Level::National { String::new() } else { format!(" ({code})") };
        let heading =
            format!("{}{of_code}, {} to {}", breakable(&named.name), first.in_words(), named.as_at.in_words());
        let over_days = |seed: &'seeds IndicatorSeed| {
            let is_meant = |figure: &&FigureRow| figure.code == code && figure.indicator == seed.number;
            let of_day = |day: &Vec<FigureRow>| day.iter().find(is_meant).cloned();
            OverDays { seed, days: days.iter().map(of_day).collect() }
        };
        let level = named.geographic_level;
        Ok(Days { level, heading, indicators: indicators.iter().map(over_days).collect() })
    }

    /// Every indicator in brief, or the one of a number in full.
    pub(super) fn text(&self, indicator: Option<u16>, page: Page) -> String {
        let table = match indicator {
            None => self.in_brief(page),
            Some(number) => {
                let asked = self.indicators.iter().find(|over| over.seed.number == number);
                asked.map_or_else(String::new, |over| over.in_full(page))
            }
        };
        format!("{}\n\n{table}", page.ink.heading(page.indented(&self.heading, 0).trim_end()))
    }

    /// The value of each day, and what changed since the same day a year before the last.
    fn in_brief(&self, page: Page) -> String {
        let months: Vec<String> = self.months();
        let row = |over: &OverDays<'_>| {
            let of_day = |figure: &Option<FigureRow>| {
                let figure = figure.as_ref()?;
                Some(value(&figure.value?.to_string(), figure.unit))
            };
            let last = over.days.last().and_then(Option::as_ref);
            let change = last.and_then(|figure| Some(marked(&Tenths::signed(figure.change?), figure.change_told)));
            let title = Some(format!("{:<3} {}", over.seed.number, over.seed.short_title));
            std::iter::once(title).chain(over.days.iter().map(of_day)).chain([change]).collect()
        };
        let columns: Vec<(&str, usize)> = std::iter::once(("NI  Indicator", 1))
            .chain(months.iter().map(|month| (month.as_str(), 5)))
            .chain([("On a year before", 5)])
            .collect();
        let numbers = self.indicators.iter().map(|over| over.seed.number).collect();
        let rows = self.indicators.iter().map(row).collect();
        Table { columns: &columns, rows, numbers, least_needed: &[] }.text(page)
    }

    /// `12/2010` for each day.
    fn months(&self) -> Vec<String> {
        let days = self.indicators.first().map_or(0, |over| over.days.len());
        let as_at = |day: usize| self.indicators.iter().find_map(|over| over.days[day].as_ref()).map(|of| of.as_at);
        (0..days)
            .map(|day| {
                as_at(day).map_or_else(String::new, |as_at| {
                    let (year, month, _) = as_at.ymd();
                    format!("{month:02}/{year}")
                })
            })
            .collect()
    }
}

impl OverDays<'_> {
    /// Each day in a row: the value with its interval, and the same day a year before.
    fn in_full(&self, page: Page) -> String {
        let row = |figure: &FigureRow| {
            vec![
                Some(figure.as_at.to_string()),
                figure.value.map(|number| value(&number.to_string(), figure.unit)),
                range(figure.lower_95, figure.upper_95),
                figure.numerator.zip(figure.denominator).map(|(met, of)| format!("{met} of {of}")),
                figure.change_from_value.map(|before| value(&before.to_string(), figure.unit)),
                figure.change.map(|change| marked(&Tenths::signed(change), figure.change_told)),
            ]
        };
        let columns =
            [("Day", 1), (" Value", 5), ("95% interval", 1), ("Counted", 1), ("A year before", 5), ("Change", 5)];
        let rows: Vec<_> = self.days.iter().flatten().map(row).collect();
        let numbers = rows.iter().map(|_| self.seed.number).collect();
        let table = Table { columns: &columns, rows, numbers, least_needed: &["Counted", "95% interval"] }.text(page);
        format!("NI {}, {}\n\n{table}", self.seed.number, self.seed.short_title)
    }
}

/// What must not be read into days beside each other.
pub(super) const SHARED: &str = "Successive days share most of their children: compare each with the same day a year \
    before. What happened in each month alone is in series/restricted/flows.csv.";
