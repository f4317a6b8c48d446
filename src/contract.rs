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
