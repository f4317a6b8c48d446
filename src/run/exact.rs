//! What one day's report has for its owner: the exact tables and the charts.

use super::Request;
use super::measured::Measured;
use crate::benchmark::ComparedFigure;
use crate::contract::RESTRICTED;
use crate::pack::folder::{BelowReport, PackFolder};
use crate::progress::Progress;
use crate::quality::CleanReturns;
use crate::report::folder::{ReportFolder, Written};
use crate::report::{
    ReportError, authority, children, cleaning, comparators, indicators, methods, quality, reconciliation, targets,
    years,
};
use crate::seeds::Seeds;
use std::io::{self, Write};

/// The exact report of one day.
#[derive(Debug)]
pub struct ExactReport<'run> {
    /// What was asked.
    pub request: &'run Request,
    /// The clean rows, with what was found in them.
    pub clean: &'run CleanReturns,
    /// What was measured on the day.
    pub measured: &'run Measured<'run>,
}

impl ExactReport<'_> {
    /// Writes it.
    ///
    /// # Errors
    /// Where a file cannot be written, or a chart cannot be drawn.
    pub fn write(&self, folder: &ReportFolder, progress: Progress) -> Result<Vec<Written>, ReportError> {
        let ExactReport { request, clean, measured } = *self;
        let Measured { histories, outcomes, reconciliation: reconciled, statements, compared } = measured;
        let Seeds { authorities, indicators: seeds, configuration, .. } = &request.seeds;
        let measures = &request.seeds.quality;
        let table = |name: &str, fill: &dyn Fn(&mut dyn Write) -> io::Result<()>| {
            folder.write(&format!("{RESTRICTED}/{name}.csv"), |file| fill(file))
        };
        let (of_children, (of_places, of_authorities)) = rayon::join(
            || {
                let children = table("children", &|file| children::write(outcomes, clean, authorities, file))?;
                let cleaning = table("cleaning", &|file| cleaning::write(clean, histories, authorities, file))?;
                Ok::<_, ReportError>([children, cleaning])
            },
            || {
                rayon::join(
                    || {
                        let ledgers =
                            table("reconciliation", &|file| reconciliation::write(reconciled, compared, seeds, file))?;
                        let figures =
                            table("indicators", &|file| indicators::write(compared, seeds, configuration, file))?;
                        let quality = table("quality", &|file| quality::write(statements, measures, compared, file))?;
                        let beside = table("comparators", &|file| comparators::write(compared, file))?;
                        let years = table("years", &|file| years::write(compared, seeds, configuration, file))?;
                        let targets = table("targets", &|file| targets::write(compared, file))?;
                        let methods = folder.write(&format!("{RESTRICTED}/methods.txt"), |file| {
                            methods::write(compared, &request.seeds, file)
                        })?;
                        Ok::<_, ReportError>([ledgers, figures, quality, beside, years, targets, methods])
                    },
                    || self.of_each_authority(folder, progress),
                )
            },
        );
        let mut outputs = of_authorities?;
        outputs.extend(of_children?);
        outputs.extend(of_places?);
        Ok(outputs)
    }

    /// The table of each authority and, where wanted, the charts of all.
    fn of_each_authority(&self, folder: &ReportFolder, progress: Progress) -> Result<Vec<Written>, ReportError> {
        let compared = &self.measured.compared;
        // Tables are small: cores that make files in one folder side by side mostly wait for each other.
        let tables: Result<Vec<_>, ReportError> =
            compared.by_authority().map(|figures| self.table(figures, folder)).collect();
        let mut written = tables?;
        let Request { seeds, wanted, .. } = self.request;
        if wanted.packs {
            let destination = BelowReport { report: folder, folder: RESTRICTED, wanted: *wanted };
            written.extend(PackFolder::new(compared, seeds, None, &destination)?.write(progress)?);
        }
        Ok(written)
    }

    fn table(&self, figures: &[ComparedFigure], folder: &ReportFolder) -> Result<Written, ReportError> {
        let seeds = &self.request.seeds.indicators;
        let place = &figures[0].figure;
        let path = format!("{RESTRICTED}/authorities/{}.csv", authority::file_name(&place.code, &place.name));
        folder.write(&path, |file| authority::write(figures, seeds, file))
    }
}
