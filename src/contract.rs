//! The names of files and folders that a run writes, on which other programs rely.

/// The record of a run.
pub(crate) const RECORD: &str = "run.json";
/// The folder of exact tables, which are restricted.
pub(crate) const RESTRICTED: &str = "restricted";
/// The folder of the report over several days.
pub(crate) const SERIES: &str = "series";
/// Its record.
pub(crate) const SERIES_RECORD: &str = "series.json";
/// The folder of what anyone may read.
pub(crate) const PUBLISH: &str = "publish";
/// Its folder of earlier years, with a folder for each date.
pub(crate) const YEARS: &str = "years";
/// Its table of figures.
pub(crate) const PUBLISHED_FIGURES: &str = "indicators.csv";
/// The figures of groups, below a folder that is published.
pub(crate) const PUBLISHED_BREAKDOWNS: &str = "breakdowns.csv";
/// The care population of England and of regions, below a folder that is published.
pub(crate) const PUBLISHED_CONTEXT: &str = "context.csv";
/// Where figures will probably end, below a folder that is published.
pub(crate) const PUBLISHED_FORECAST: &str = "forecast.csv";
/// How its figures are protected, in words.
pub(crate) const PUBLISHED_README: &str = "README.txt";
/// How its figures are protected, as settings.
pub(crate) const PROFILE: &str = "disclosure.toml";
/// The folders of tables in reports of every kind.
pub(crate) const TABLES: [&str; 6] = [RESTRICTED, PUBLISH, CHECK, COMPARISON, BACKTEST, WORKLIST];
/// The folder of a check's tables.
pub(crate) const CHECK: &str = "check";
/// The record of a check.
pub(crate) const CHECK_RECORD: &str = "check.json";
/// The folder of a comparison's tables.
pub(crate) const COMPARISON: &str = "compare";
/// The record of a comparison.
pub(crate) const COMPARISON_RECORD: &str = "compare.json";
/// The folder of a backtest's table.
pub(crate) const BACKTEST: &str = "backtest";
/// The record of a backtest.
pub(crate) const BACKTEST_RECORD: &str = "backtest.json";
/// The folder of worklists.
pub(crate) const WORKLIST: &str = "worklist";
/// The record of a worklist.
pub(crate) const WORKLIST_RECORD: &str = "worklist.json";

/// The record of a look ahead, whose tables are restricted.
pub(crate) const FORECAST_RECORD: &str = "forecast.json";

/// The warning on a figure that needs earlier returns than there are.
pub(crate) const COVER_TOO_SHORT: &str = "cover_too_short";
/// The warning on a figure whose cohort a return would tell that is not loaded.
pub(crate) const COHORT_ASSUMED: &str = "cohort_assumed";
/// The warning on a forecast with few children of earlier years behind it.
pub(crate) const FEW_PAST_CHILDREN: &str = "few_past_children";
/// Why there is no forecast: no earlier year tells.
pub(crate) const NO_EARLIER_YEAR: &str = "no_earlier_year";

/// Why there is no forecast of NI 58: nobody was scored in earlier years.
pub(crate) const NO_PAST_SCORES: &str = "no_past_scores";

/// Why there is no forecast: going by earlier years, nobody will be in the population.
pub(crate) const NOBODY_EXPECTED: &str = "nobody_expected";
/// The warning on a published figure that may lie on either side of a target or of another figure.
pub(crate) const LEFT_OPEN: &str = "left_open";

/// The separator between the warnings on a figure.
pub(crate) const BETWEEN_WARNINGS: &str = "; ";

/// The most letters of a place's name in the names of its files.
const LONGEST_NAME: usize = 60;

/// The name of an authority's files and folders: `301-barking-and-dagenham`. Of a code and a name, only what is safe in a path
/// is kept.
pub(crate) fn file_name(code: &str, name: &str) -> String {
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut plain = String::new();
    for character in name.replace('&', "and").chars().flat_map(char::to_lowercase) {
        if character.is_ascii_alphanumeric() {
            plain.push(character);
        } else if !plain.ends_with('-') && !plain.is_empty() {
            plain.push('-');
        }
    }
    plain.truncate(LONGEST_NAME);
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
        assert_eq!(file_name("../../E12", "../Ash\\..."), "E12-ash");
        assert_eq!(file_name("991", &"a".repeat(300)).len(), 64);
    }
}
