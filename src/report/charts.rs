//! restricted/authorities/: the charts of each authority, and restricted/heat-table.svg of all. Each is written as it
//! is drawn.

use super::ReportError;
use super::authority::file_name;
use super::folder::{ReportFolder, Written};
use crate::benchmark::{Compared, ComparedFigure};
use crate::charts::caterpillar::{self, Caterpillar};
use crate::charts::funnel::{self, Funnel};
use crate::charts::of_run::OfRun;
use crate::charts::{Chart, png, svg};
use crate::contract::RESTRICTED;
use crate::seeds::Seeds;

/// Which charts are drawn, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawing {
    /// None.
    None,
    /// All, as SVG; each authority's target bars as PNG too.
    Svg,
    /// All, as SVG and PNG.
    SvgAndPng,
}

/// The charts of a run.
#[derive(Debug)]
pub struct Charts<'run> {
    of_run: OfRun<'run>,
    folder: &'run ReportFolder,
    with_png: bool,
    /// What the charts of different authorities share, made once.
    caterpillars: Vec<caterpillar::Authorities>,
    funnels: Vec<funnel::Authorities>,
}

impl<'run> Charts<'run> {
    /// Of the figures of one day; none where none are drawn.
    pub fn new(
        compared: &'run Compared,
        seeds: &'run Seeds,
        folder: &'run ReportFolder,
        drawing: Drawing,
    ) -> Option<Charts<'run>> {
        let of_run = OfRun::new(compared, seeds);
        let with_png = match drawing {
            Drawing::None => return None,
            Drawing::Svg => false,
            Drawing::SvgAndPng => true,
        };
        let (caterpillars, funnels) = rayon::join(|| of_run.caterpillars(), || of_run.funnels());
        Some(Charts { of_run, folder, with_png, caterpillars, funnels })
    }

    /// Draws and writes the charts of one authority.
    ///
    /// # Errors
    /// Where one cannot be drawn or written.
    pub fn of_authority(&self, figures: &'run [ComparedFigure]) -> Result<Vec<Written>, ReportError> {
        let mut written = Vec::new();
        let Some(place) = figures.first().map(|compared| &compared.figure) else { return Ok(written) };
        let name = format!("authorities/{}", file_name(&place.code, &place.name));
        if let Some(bars) = self.of_run.target_bars(figures) {
            self.write(&name, &bars, true, &mut written)?;
        }
        if let Some(spine) = self.of_run.spine(figures, &self.caterpillars) {
            self.write(&format!("{name}/spine"), &spine, self.with_png, &mut written)?;
        }
        if let Some(slope) = self.of_run.slope(figures) {
            self.write(&format!("{name}/slope"), &slope, self.with_png, &mut written)?;
        }
        for all in &self.caterpillars {
            if let Some(chart) = Caterpillar::of(all, &place.code) {
                let name = format!("{name}/caterpillar-{}", all.indicator.number);
                self.write(&name, &chart, self.with_png, &mut written)?;
            }
        }
        for all in &self.funnels {
            if let Some(chart) = Funnel::of(all, &place.code) {
                self.write(&format!("{name}/funnel-{}", all.indicator.number), &chart, self.with_png, &mut written)?;
            }
        }
        for trend in self.of_run.trends(figures) {
            let name = format!("{name}/trend-{}", trend.indicator.number);
            self.write(&name, &trend, self.with_png, &mut written)?;
        }
        Ok(written)
    }

    /// Draws and writes the chart of all authorities.
    ///
    /// # Errors
    /// Where it cannot be drawn or written.
    pub fn of_all(&self) -> Result<Vec<Written>, ReportError> {
        let mut written = Vec::new();
        if let Some(table) = self.of_run.heat_table() {
            self.write("heat-table", &table, self.with_png, &mut written)?;
        }
        Ok(written)
    }

    fn write(
        &self,
        name: &str,
        chart: &impl Chart,
        with_png: bool,
        written: &mut Vec<Written>,
    ) -> Result<(), ReportError> {
        let drawing = svg(chart)?;
        written
            .push(self.folder.write(&format!("{RESTRICTED}/{name}.svg"), |file| file.write_all(drawing.as_bytes()))?);
        if with_png {
            let pixels = png(chart)?;
            written.push(self.folder.write(&format!("{RESTRICTED}/{name}.png"), |file| file.write_all(&pixels))?);
        }
        Ok(())
    }
}
