//! The two days of a look ahead: that up to which things are known, and that which is looked ahead to.

use super::error::CliError;
use crate::day::Day;
use crate::quality::CleanReturns;
use crate::run::all_answered;
use crate::run::covered::Covered;
use crate::seeds::authorities::Authorities;
use crate::timeframe::{Timeframe, read_as_at};

/// The two days, as they are asked for.
#[derive(Debug, clap::Args)]
pub(crate) struct AheadArguments {
    /// The day up to which things are known, the last of a month, as 2010-12-31 or 31/12/2010 [default: the last month end
    /// that the returns cover]
    #[arg(long, value_name = "DATE")]
    as_at: Option<String>,
    /// The day looked ahead to, the last of a month, at most twelve months later [default: the next 31 March]
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
}

/// The two days that are asked for; where the first is not, the returns tell it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DaysAhead {
    known: Option<Day>,
    outturn: Option<Day>,
}

impl AheadArguments {
    /// The days that are given.
    ///
    /// # Errors
    /// Where one is no date, or the two cannot go together.
    pub(crate) fn read(&self) -> Result<DaysAhead, CliError> {
        let day = |text: &Option<String>| text.as_deref().map(read_as_at).transpose().map_err(CliError::new);
        let days = DaysAhead { known: day(&self.as_at)?, outturn: day(&self.to)? };
        days.known.map(|known| days.from(known)).transpose()?;
        Ok(days)
    }
}

impl DaysAhead {
    /// The two days, and what tells the first where it was not asked for.
    ///
    /// # Errors
    /// Where the returns cannot answer for the first, or the second does not follow it.
    pub(crate) fn among(
        self,
        clean: &CleanReturns,
        authorities: &Authorities,
    ) -> Result<(Timeframe, Option<Covered>), CliError> {
        let (known, covered) = match self.known {
            Some(known) => (known, None),
            None => {
                let covered = Covered::known(clean, authorities).map_err(CliError::new)?;
                (covered.as_at, Some(covered))
            }
        };
        let timeframe = self.from(known)?;
        all_answered(clean, &[timeframe.now()], authorities).map_err(CliError::new)?;
        Ok((timeframe, covered))
    }

    fn from(self, known: Day) -> Result<Timeframe, CliError> {
        let next_march = || Day::thirty_first_of_march(known.plus_days(1).return_year());
        Timeframe::ahead(known, self.outturn.unwrap_or_else(next_march)).map_err(CliError::new)
    }
}
