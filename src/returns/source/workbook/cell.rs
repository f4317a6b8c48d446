//! A cell of a workbook as text: text as it stands, numbers in full, days as 2010-04-01.

use crate::day::Day;
use calamine::DataType;
use std::borrow::Cow;

/// Whole numbers from which a spreadsheet keeps no longer every digit.
const EXACT: f64 = 1e15;

/// The last day that a spreadsheet knows, 31 December 9999.
const LAST_DAY: f64 = 2_958_465.0;

/// Days from 30 December 1899 to 1 January 1904.
const DAYS_TO_1904: f64 = 1462.0;

/// A cell with a formula that has never been worked out.
const NOT_WORKED_OUT: &str = "#FORMULA";

/// Writes the cells of a workbook as text.
pub(super) struct Written {
    from_1904: bool,
}

impl Written {
    /// For a workbook that counts its days from 1904 on, or from 1900.
    pub(super) fn new(from_1904: bool) -> Written {
        Written { from_1904 }
    }

    /// The text of a cell; a formula's is that of its value.
    pub(super) fn text<'cell>(&self, value: &'cell impl DataType, is_formula: bool) -> Cow<'cell, str> {
        if let Some(text) = value.get_string() {
            return Cow::Borrowed(text);
        }
        if value.is_empty() {
            return Cow::Borrowed(if is_formula { NOT_WORKED_OUT } else { "" });
        }
        let written = value
            .get_float()
            .map(number)
            .or_else(|| value.get_int().map(|whole| whole.to_string()))
            .or_else(|| value.get_datetime().map(|time| self.moment(time.as_f64(), time.is_datetime())))
            .or_else(|| value.get_datetime_iso().map(|time| time.replace('T', " ")))
            .or_else(|| value.get_bool().map(|is| if is { "TRUE" } else { "FALSE" }.to_owned()))
            .or_else(|| value.get_error().map(ToString::to_string))
            .or_else(|| value.get_duration_iso().map(str::to_owned));
        Cow::Owned(written.unwrap_or_default())
    }

    /// A moment that a spreadsheet counts in days: a day, with the time where it is not midnight.
    fn moment(&self, days: f64, is_day: bool) -> String {
        let counted = if self.from_1904 { days + DAYS_TO_1904 } else { days };
        if !is_day || !(1.0..=LAST_DAY + 1.0).contains(&counted) {
            return number(days);
        }
        // Excel takes 1900 for a leap year, so that days before March of it are one behind.
        let whole = counted.floor() + if counted < 60.0 { 1.0 } else { 0.0 };
        let seconds = ((counted - counted.floor()) * 86_400.0).round() as u32;
        let day = Day::from_ymd(1899, 12, 30).map(|first| first.plus_days(whole as i32 + (seconds / 86_400) as i32));
        let seconds = seconds % 86_400;
        match day {
            None => number(days),
            Some(day) if seconds == 0 => day.to_string(),
            Some(day) => format!("{day} {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60),
        }
    }
}

/// A number in full, never as 1.23E+08, save where the workbook itself no longer has every digit.
fn number(number: f64) -> String {
    if number.abs() >= EXACT { format!("{number:E}").replace('E', "E+") } else { number.to_string() }
}

/// The name of a column: A, B, ..., Z, AA.
pub(crate) fn column_name(place: usize) -> String {
    let mut name = Vec::new();
    let mut left = place + 1;
    while left > 0 {
        name.push(b'A' + ((left - 1) % 26) as u8);
        left = (left - 1) / 26;
    }
    name.iter().rev().map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, ExcelDateTime, ExcelDateTimeType};

    fn day(days: f64, from_1904: bool) -> String {
        let time = ExcelDateTime::new(days, ExcelDateTimeType::DateTime, from_1904);
        Written::new(from_1904).text(&Data::DateTime(time), false).into_owned()
    }

    #[test]
    fn days_are_written_whatever_a_workbook_counts_from() {
        assert_eq!(day(40269.0, false), "2010-04-01");
        assert_eq!(day(38807.0, true), "2010-04-01");
        assert_eq!(day(40269.5, false), "2010-04-01 12:00:00");
        assert_eq!(day(40_268.999_999_9, false), "2010-04-01", "a rounding short of midnight");
        assert_eq!(day(1.0, false), "1900-01-01");
        assert_eq!(day(59.0, false), "1900-02-28");
        assert_eq!(day(61.0, false), "1900-03-01");
        assert_eq!(day(0.5, false), "0.5", "a time without a day");
    }

    #[test]
    fn numbers_are_written_in_full_and_text_as_it_stands() {
        let text = |data: Data| Written::new(false).text(&data, false).into_owned();
        assert_eq!(text(Data::Float(123_456_789.0)), "123456789");
        assert_eq!(text(Data::Float(12.5)), "12.5");
        assert_eq!(text(Data::Float(1.234_567_890_123_456e17)), "1.234567890123456E+17");
        assert_eq!(text(Data::String("00123".into())), "00123");
        assert_eq!(text(Data::Bool(true)), "TRUE");
        assert_eq!(text(Data::Error(calamine::CellErrorType::NA)), "#N/A");
        assert_eq!(text(Data::DateTimeIso("2010-04-01T00:00:00".into())), "2010-04-01 00:00:00");
        assert_eq!(Written::new(false).text(&Data::Empty, true), "#FORMULA");
    }

    #[test]
    fn columns_are_named_as_a_spreadsheet_names_them() {
        assert_eq!([0, 25, 26, 701, 702].map(column_name), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
