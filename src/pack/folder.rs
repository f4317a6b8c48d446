//! The files of the packs of one day: every place's charts, and those of all, below one folder of a report.
//!
//! An authority's files are written as they are made and then let go, so that memory does not grow with the number of
//! authorities.

use crate::benchmark::{Compared, ComparedFigure};
use crate::charts::caterpillar::{self, Caterpillar};
use crate::charts::funnel::{self, Funnel};
use crate::charts::of_run::{OfRun, place_of};
use crate::charts::{Chart, DrawnChart, png};
use crate::progress::Progress;
use crate::publish::as_printed::AsPrinted;
use crate::report::ReportError;
use crate::report::authority::file_name;
use crate::report::folder::{ReportFolder, Written};
use crate::seeds::Seeds;
use rayon::prelude::*;

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

/// What the packs of a day are written from, and where.
#[derive(Debug)]
pub struct PackFolder<'run, F> {
    of_run: OfRun<'run, F>,
    compared: &'run Compared<F>,
    folder: &'run ReportFolder,
    /// The folder below the report's.
    below: &'static str,
    with_png: bool,
    /// What the charts of different authorities share, made once.
    caterpillars: Vec<caterpillar::Authorities>,
    funnels: Vec<funnel::Authorities>,
}

impl<'run, F: AsPrinted> PackFolder<'run, F> {
    /// Of the figures of one day; none where nothing is drawn.
    pub fn new(
        compared: &'run Compared<F>,
        seeds: &'run Seeds,
        (folder, below): (&'run ReportFolder, &'static str),
        drawing: Drawing,
    ) -> Option<PackFolder<'run, F>> {
        let of_run = OfRun::new(compared, seeds);
        let with_png = match drawing {
            Drawing::None => return None,
            Drawing::Svg => false,
            Drawing::SvgAndPng => true,
        };
        let (caterpillars, funnels) = rayon::join(|| of_run.caterpillars(), || of_run.funnels());
        Some(PackFolder { of_run, compared, folder, below, with_png, caterpillars, funnels })
    }

    /// Writes all of it.
    ///
    /// # Errors
    /// Where a chart cannot be drawn, or a file cannot be written.
    pub fn write(&self, progress: Progress) -> Result<Vec<Written>, ReportError> {
        let figures: Vec<_> = self.compared.by_authority().collect();
        let work = progress.pieces("Drawing", figures.len() as u64);
        let of_each: Result<Vec<_>, ReportError> = figures
            .into_par_iter()
            .map(|figures| {
                let written = self.of_authority(figures)?;
                work.advance(1);
                Ok(written)
            })
            .collect();
        let mut written = of_each?.concat();
        written.extend(self.of_all()?);
        work.finish();
        Ok(written)
    }

    /// The charts of one authority.
    fn of_authority(&self, figures: &'run [ComparedFigure<F>]) -> Result<Vec<Written>, ReportError> {
        let Some(place) = figures.first().map(|compared| place_of(&compared.figure)) else { return Ok(Vec::new()) };
        let file = format!("authorities/{}", file_name(&place.code, &place.name));
        let mut files = Files::of(self);
        if let Some(bars) = self.of_run.target_bars(figures) {
            files.draw_as(&file, "target-bars", &bars, true)?;
        }
        if let Some(spine) = self.of_run.spine(figures, &self.caterpillars) {
            files.draw(&file, "spine", &spine)?;
        }
        if let Some(slope) = self.of_run.slope(figures) {
            files.draw(&file, "slope", &slope)?;
        }
        for all in &self.caterpillars {
            if let Some(chart) = Caterpillar::of(all, &place.code) {
                files.draw(&file, &format!("caterpillar-{}", all.indicator.number), &chart)?;
            }
        }
        for all in &self.funnels {
            if let Some(chart) = Funnel::of(all, &place.code) {
                files.draw(&file, &format!("funnel-{}", all.indicator.number), &chart)?;
            }
        }
        for trend in self.of_run.trends(figures) {
            files.draw(&file, &format!("trend-{}", trend.indicator.number), &trend)?;
        }
        Ok(files.written)
    }

    /// The chart of all authorities.
    fn of_all(&self) -> Result<Vec<Written>, ReportError> {
        let mut files = Files::of(self);
        if let Some(table) = self.of_run.heat_table() {
            files.draw_as("heat-table", "heat-table", &table, self.with_png)?;
        }
        Ok(files.written)
    }
}

/// The files of one place, and its charts for the pages among them.
struct Files<'run, F> {
    of: &'run PackFolder<'run, F>,
    charts: Vec<DrawnChart>,
    written: Vec<Written>,
}

impl<'run, F: AsPrinted> Files<'run, F> {
    fn of(of: &'run PackFolder<'run, F>) -> Files<'run, F> {
        Files { of, charts: Vec::new(), written: Vec::new() }
    }

    /// Draws a chart into the folder of its place.
    fn draw(&mut self, folder: &str, name: &str, chart: &impl Chart) -> Result<(), ReportError> {
        self.draw_as(&format!("{folder}/{name}"), name, chart, self.of.with_png)
    }

    fn draw_as(&mut self, file: &str, name: &str, chart: &impl Chart, with_png: bool) -> Result<(), ReportError> {
        let drawn = DrawnChart::of(name, chart)?;
        self.put(&format!("{file}.svg"), drawn.svg.as_bytes())?;
        if with_png {
            self.put(&format!("{file}.png"), &png(chart)?)?;
        }
        self.charts.push(drawn);
        Ok(())
    }

    fn put(&mut self, file: &str, bytes: &[u8]) -> Result<(), ReportError> {
        let path = format!("{}/{file}", self.of.below);
        self.written.push(self.of.folder.write(&path, |out| out.write_all(bytes))?);
        Ok(())
    }
}
