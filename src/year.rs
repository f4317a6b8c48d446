//! The year of a return or of exams, as written in cells and folder names.

use std::ops::RangeInclusive;

/// Four digits outside this range are not the year of a return: a folder called 3021 is something else.
const YEARS: RangeInclusive<i32> = 1900..=2199;

/// Reads a year, or the year in which a span ends: `2011`, `2010/11`, `2010-11`, `2010_11`, `2010/2011` and `2010-2011`
/// are all 2011.
pub(crate) fn read_year(text: &str) -> Option<i32> {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let year_of = |part: &str| (part.len() == 4 && digits(part)).then(|| part.parse::<i32>().ok()).flatten();
    let Some((first, last)) = text.split_once(['/', '-', '_']) else {
        return year_of(text).filter(|year| YEARS.contains(year));
    };
    let end = year_of(first)?.checked_add(1)?;
    let matches = match last.len() {
        4 => year_of(last)? == end,
        2 if digits(last) => last.parse::<i32>().ok()? == end % 100,
        _ => false,
    };
    (matches && YEARS.contains(&end)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_the_year_it_ends_in() {
        for text in ["2011", "2010/11", "2010-11", "2010_11", "2010/2011", "2010-2011", "2010_2011"] {
            assert_eq!(read_year(text), Some(2011), "{text}");
        }
        assert_eq!(read_year("1999-00"), Some(2000));
    }

    #[test]
    fn anything_else_is_not_a_year() {
        for text in [
            "",
            "11",
            "10/11",
            "2010-12",
            "2010/2012",
            "2010-1",
            "201011",
            "2010 11",
            "x2011",
            "2011-",
            "+201",
            "1899",
            "2200",
        ] {
            assert_eq!(read_year(text), None, "{text}");
        }
    }
}
