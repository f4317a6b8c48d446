//! What one day's report holds for its owner: the exact tables, and the packs of exact figures.

use super::measured::Measured;
use crate::benchmark::{Compared, ComparedFigure};
use crate::breakdowns::Breakdowns;
use crate::context::ContextRow;
use crate::contract::{PUBLISH, RESTRICTED, file_name};
use crate::forecast::quarters::Quarters;
use crate::forecast::{Forecast, words};
use crate::intake::Intake;
use crate::output::destination::Destination;
use crate::output::error::ReportError;
use crate::output::folder::{ReportFolder, Written};
use crate::pack_files::destination::{BelowReport, Wanted};
use crate::pack_files::{ForOwner, PackFolder};
use crate::pages;
use crate::pages::paths::INTAKE;
use crate::progress::Progress;
use crate::quality::CleanReturns;
use crate::report;
use crate::report::{
    authority, children, cleaning, comparators, forecast, indicators, methods, quality, reconciliation, targets,
    watchlist, years,
};
use crate::seeds::Seeds;
use std::io::{self, Write};

/// The exact tables of one day.
#[derive(Debug)]
pub(crate) struct ExactTables<'run> {
    /// The lists in force.
    pub seeds: &'run Seeds,
    /// The clean rows, with what was found in them.
    pub clean: &'run CleanReturns,
    /// What was sent.
    pub intake: &'run Intake,
    /// What was measured on the day.
    pub measured: &'run Measured<'run>,
    /// The figures by group.
    pub breakdowns: &'run Breakdowns,
    /// The care population.
    pub context: &'run [ContextRow],
    /// The look ahead from the day to the end of its year; none on the last day of a year.
    pub ahead: Option<&'run Forecast>,
}

impl ExactTables<'_> {
    /// Writes them.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn write(&self, folder: &ReportFolder) -> Result<Vec<Written>, ReportError> {
        let ExactTables { seeds, clean, intake, measured, breakdowns, context, ahead } = *self;
        let Measured { histories, outcomes, doubts, reconciliation: reconciled, statements, compared, .. } = measured;
        let Seeds { authorities, indicators: facts, configuration, quality: limits, .. } = seeds;
        let table = |name: &str, fill: &dyn Fn(&mut dyn Write) -> io::Result<()>| {
            folder.write(&format!("{RESTRICTED}/{name}.csv"), |file| fill(file))
        };
        let (of_children, (of_places, of_authorities)) = rayon::join(
            || {
                let children = table("children", &|file| children::write(outcomes, doubts, clean, authorities, file))?;
                let cleaning = table("cleaning", &|file| cleaning::write(clean, histories, authorities, file))?;
                let intake = table("intake", &|file| report::intake::write(intake, file))?;
                let described = table("columns", &|file| report::columns::write(&[RESTRICTED, PUBLISH], file))?;
                let groups = table("breakdowns", &|file| report::breakdowns::write(breakdowns, compared, facts, file))?;
                let population = table("context", &|file| report::context::write(context, &compared.timeframe, file))?;
                Ok::<_, ReportError>([children, cleaning, intake, described, groups, population])
            },
            || {
                rayon::join(
                    || {
                        let ledgers =
                            table("reconciliation", &|file| reconciliation::write(reconciled, compared, facts, file))?;
                        let figures =
                            table("indicators", &|file| indicators::write(compared, facts, configuration, file))?;
                        let quality =
                            table("quality", &|file| quality::write(statements, &limits.measures, compared, file))?;
                        let beside = table("comparators", &|file| comparators::write(compared, file))?;
                        let years = table("years", &|file| years::write(compared, facts, configuration, file))?;
                        let targets = table("targets", &|file| targets::write(compared, file))?;
                        let methods = folder.write(&format!("{RESTRICTED}/methods.txt"), |file| {
                            methods::write(compared, seeds, file)?;
                            ahead.map_or(Ok(()), |ahead| write!(file, "\n{}", words::methods(&ahead.timeframe)))
                        })?;
                        Ok::<_, ReportError>([ledgers, figures, quality, beside, years, targets, methods])
                    },
                    || self.of_each_authority(folder),
                )
            },
        );
        let mut outputs = of_authorities?;
        outputs.extend(of_children?);
        outputs.extend(of_places?);
        if let Some(ahead) = ahead {
            outputs.push(table("forecast", &|file| forecast::write(ahead, facts, file))?);
            outputs.push(table("watchlist", &|file| watchlist::write(ahead, clean, authorities, file))?);
        }
        Ok(outputs)
    }

    /// The table of each authority.
    fn of_each_authority(&self, folder: &ReportFolder) -> Result<Vec<Written>, ReportError> {
        // Tables are small: threads that create files in one folder mostly wait for each other.
        self.measured.compared.by_authority().map(|figures| self.table(figures, folder)).collect()
    }

    fn table(&self, figures: &[ComparedFigure], folder: &ReportFolder) -> Result<Written, ReportError> {
        let indicators = &self.seeds.indicators;
        let place = &figures[0].figure;
        let path = format!("{RESTRICTED}/authorities/{}.csv", file_name(&place.code, &place.name));
        let timeframe = &self.measured.compared.timeframe;
        folder.write(&path, |file| authority::write(figures, timeframe, indicators, file))
    }
}

/// What is seen ahead of one day.
#[derive(Debug)]
pub(crate) struct LookAhead {
    /// What is said of the end of the year.
    pub forecast: Forecast,
    /// The year so far, where packs show it.
    pub quarters: Option<Quarters>,
}

/// What the owner's packs have besides figures that are compared.
#[derive(Debug)]
pub(crate) struct More {
    /// What is seen ahead; none on the last day of a year.
    pub ahead: Option<LookAhead>,
    /// The figures by group.
    pub breakdowns: Breakdowns,
    /// The care population.
    pub context: Vec<ContextRow>,
    /// Whether each authority has a page of its children.
    pub has_children: bool,
    /// Whether the report has a folder of what may be published.
    pub is_published: bool,
}

/// Writes the packs of one day, where they are wanted.
///
/// # Errors
/// Where a file cannot be written, or a chart cannot be drawn.
pub(crate) fn packs(
    compared: &Compared,
    more: &More,
    intake: &Intake,
    seeds: &Seeds,
    wanted: Wanted,
    folder: &ReportFolder,
    progress: Progress,
) -> Result<Vec<Written>, ReportError> {
    if !wanted.packs {
        return Ok(Vec::new());
    }
    let destination = BelowReport { report: folder, folder: RESTRICTED, wanted };
    let ahead = more.ahead.as_ref().and_then(|ahead| Some((&ahead.forecast, ahead.quarters.as_ref()?)));
    let More { breakdowns, context, has_children, is_published, .. } = more;
    let (has_children, is_published) = (*has_children, *is_published);
    let for_owner = ForOwner { compared, ahead, breakdowns, context, has_children, is_published };
    let packs = PackFolder::new(compared, seeds, None, &destination)?.with(for_owner);
    let mut written = packs.write(progress)?;
    let page = pages::of_intake(packs.about(), intake)?;
    written.push(destination.take(INTAKE, page.as_bytes())?);
    Ok(written)
}
