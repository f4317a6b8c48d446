//! The days of a run's figures.

use crate::command::error::CliError;
use crate::command::shared::timeframe;
use crate::run::every::Every;
use crate::run::request::Days;
use crate::timeframe::{Basis, Timeframe};

/// The days of the figures.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct DayArguments {
    /// The day of the figures, the last of a month, as 2011-03-31 or 31/03/2011; each of several days gets a folder, and
    /// all of them a report together, in the folder series [default: the last month end that the returns cover]
    #[arg(long, value_name = "DATE", conflicts_with_all = ["every", "from", "to", "since"])]
    as_at: Vec<String>,
    /// Every month end, or quarter end, from --from to --to or since --since [default with those: month]
    #[arg(long, value_enum, value_name = "month|quarter")]
    every: Option<Every>,
    /// The first day of several, the last of a month
    #[arg(long, value_name = "DATE", requires = "to")]
    from: Option<String>,
    /// The last day of several, the last of a month
    #[arg(long, value_name = "DATE", requires = "from")]
    to: Option<String>,
    /// Every month end from this one to the last that the returns cover
    #[arg(long, value_name = "DATE", conflicts_with_all = ["from", "to"])]
    since: Option<String>,
}

impl DayArguments {
    /// The days asked for.
    ///
    /// # Errors
    /// Where one is not the last day of a month, or it is not said between which days every one is meant.
    pub(crate) fn days(&self, basis: Basis) -> Result<Days, CliError> {
        let DayArguments { as_at, every, from, to, since } = self;
        let steps = every.unwrap_or(Every::Month);
        match (from.as_ref().or(since.as_ref()), to) {
            (Some(first), to) => {
                let last = to.as_ref().map(|to| timeframe(to, basis)).transpose()?;
                Ok(Days::Every(steps, timeframe(first, basis)?, last))
            }
            (None, _) if every.is_some() => Err(CliError::with_remedy(
                "--every needs the days between which figures are asked for",
                "give --from and --to, or --since",
            )),
            (None, _) => given(as_at, basis),
        }
    }
}

/// The days that are named one by one, each once; the last that the returns cover where none is.
fn given(days: &[String], basis: Basis) -> Result<Days, CliError> {
    let mut timeframes = Vec::<Timeframe>::new();
    for day in days {
        let timeframe = timeframe(day, basis)?;
        if !timeframes.contains(&timeframe) {
            timeframes.push(timeframe);
        }
    }
    Ok(if timeframes.is_empty() { Days::LastCovered(basis) } else { Days::Given(timeframes) })
}
