//! Why the returns cannot answer for a day.

use miette::Diagnostic;
use thiserror::Error;

/// Why the returns cannot answer for a day that was asked for: nothing is written.
#[derive(Debug, Clone, Error, Diagnostic)]
pub enum Unanswered {
    /// Rows were read, of all tables or of one that the day's return has, and not one of them can be used.
    #[error(
        "none of the {rows} rows{of_table} can be used, so nothing was written: {count} of them were rejected by the rule \
         {rule}, the first in {first}"
    )]
    EveryRowRejected {
        /// How many rows there are.
        rows: u64,
        /// Which rows: those read, or those of a table.
        of_table: String,
        /// How many of them were rejected by the rule that rejected most.
        count: usize,
        /// That rule.
        rule: &'static str,
        /// The first row that it rejected.
        first: String,
        /// What would put the input right.
        #[help]
        remedy: String,
    },
    /// No day was asked for, and none is known that returns cover.
    #[error("no day was asked for, and no return tells its year, so nothing was written")]
    #[diagnostic(help("give the day with --as-at, and the year of the return with --year"))]
    NoDay,
    /// No day of those asked for lies between the first and the last.
    #[error("there is no {every} from {first} to {last}, so nothing was written")]
    #[diagnostic(help(
        "give an earlier day with --from or --since, or a later one with --to, or a return that covers a later one"
    ))]
    NoDayBetween {
        /// What is asked for.
        every: &'static str,
        /// The first day.
        first: String,
        /// The last.
        last: String,
    },
    /// No authority has a return for the day.
    #[error(
        "{as_at} needs the return for {span} (the year {year}), and there is none, so nothing was written: {loaded}"
    )]
    #[diagnostic(help("give a day that a return is loaded for, or the return for {span} too{so_far}"))]
    NoReturn {
        /// The day.
        as_at: String,
        /// The year in which the return ends that it needs.
        year: i32,
        /// The same as a span of two years.
        span: String,
        /// Which returns are loaded, and which files were refused.
        loaded: String,
        /// That an extract within its year will do, where it is the year after those that are loaded.
        so_far: String,
    },
    /// No authority has a return for the day, and a file that may be of it was refused.
    #[error(
        "{as_at} needs the return for {span} (the year {year}), and a file that may be of it was refused, so nothing was \
         written: {why}"
    )]
    ReturnRefused {
        /// The day.
        as_at: String,
        /// The year in which the return ends that it needs.
        year: i32,
        /// The same as a span of two years.
        span: String,
        /// The file, the line and what is wrong there; how many more were refused, and which returns are loaded.
        why: String,
        /// What would mend it.
        #[help]
        remedy: String,
    },
    /// No authority's return for the day has episodes, without which there is no figure, and a file that may hold them was
    /// refused.
    #[error(
        "{as_at} needs the episodes of {span}, and the file that may hold them was refused, so nothing was written: {why}"
    )]
    EpisodesRefused {
        /// The day.
        as_at: String,
        /// The year of the return, as a span of two years.
        span: String,
        /// The file, the line and what is wrong there.
        why: String,
        /// What would mend it.
        #[help]
        remedy: String,
    },
}
