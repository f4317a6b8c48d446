//! The names of what a run writes, on which other programs rely.

/// The record of a run.
pub const RECORD: &str = "run.json";
/// The folder of exact tables.
pub const RESTRICTED: &str = "restricted";
/// The folder of what may be read by anybody.
pub const PUBLISH: &str = "publish";
/// The folder in it of the years before, a folder for each day.
pub const YEARS: &str = "years";
/// The table of figures in it.
pub const PUBLISHED_FIGURES: &str = "indicators.csv";
/// How it is protected, in words.
pub const PUBLISHED_README: &str = "README.txt";
/// How it is protected, in numbers.
pub const PROFILE: &str = "disclosure.toml";
/// The folders of tables that a report of any kind has.
pub const TABLES: [&str; 5] = [RESTRICTED, PUBLISH, CHECK, COMPARISON, BACKTEST];
/// The folder of the tables of a check.
pub const CHECK: &str = "check";
/// The record of a check.
pub const CHECK_RECORD: &str = "check.json";
/// The folder of the tables of a comparison.
pub const COMPARISON: &str = "compare";
/// The record of a comparison.
pub const COMPARISON_RECORD: &str = "compare.json";
/// The folder of the table of a backtest.
pub const BACKTEST: &str = "backtest";
/// The record of a backtest.
pub const BACKTEST_RECORD: &str = "backtest.json";

/// The warning of a figure that looks further back than its returns cover.
pub const COVER_TOO_SHORT: &str = "cover_too_short";

/// What warnings beside a figure are joined by.
pub const BETWEEN_WARNINGS: &str = "; ";

/// The name that an authority's files share: `301-barking-and-dagenham`.
pub fn file_name(code: &str, name: &str) -> String {
    let mut plain = String::new();
    for letter in name.replace('&', "and").chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            plain.push(letter);
        } else if !plain.ends_with('-') && !plain.is_empty() {
            plain.push('-');
        }
    }
    format!("{code}-{}", plain.trim_end_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_for_the_authority() {
        assert_eq!(file_name("205", "Hammersmith & Fulham"), "205-hammersmith-and-fulham");
        assert_eq!(file_name("810", "Kingston upon Hull, City of"), "810-kingston-upon-hull-city-of");
        assert_eq!(file_name("991", "Ash (North)"), "991-ash-north");
    }
}
