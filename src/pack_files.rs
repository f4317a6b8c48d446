//! The files of the packs of one day: every place's charts and page, and those of all with the workbook.
//!
//! A place's files are handed over as they are made and then let go, so that no more than a few are in memory at once.

use crate::benchmark::{Compared, ComparedFigure};
use crate::charts::caterpillar::{self, Caterpillar};
use crate::charts::chart::Chart;
use crate::charts::funnel::{self, Funnel};
use crate::charts::of_run::OfRun;
use crate::charts::{DrawnChart, png};
#[cfg(feature = "pdf")]
use crate::document::press::Press;
use crate::level::Level;
use crate::output::destination::Destination;
use crate::output::error::ReportError;
use crate::output::folder::{ReportFolder, Written};
use crate::pack::of_run::PacksOfRun;
use crate::pack::{About, Audience};
use crate::pages::paths;
use crate::progress::Progress;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::wording::as_printed::AsPrinted;
use crate::{pages, workbook};
use rayon::prelude::*;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Which files of the packs are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Charts as SVG, pages and the workbook, and each authority's target bars as PNG too; without them, tables alone.
    pub packs: bool,
    /// Every chart as PNG too.
    pub png: bool,
    /// A document for each place.
    pub pdf: bool,
}

impl Wanted {
    /// Whether a file is to be made.
    fn wants(self, file: &str) -> bool {
        // The one that people paste into other documents.
        let of_authority = || Path::new(file).parent() == Some(Path::new(AUTHORITIES));
        match Path::new(file).extension().and_then(OsStr::to_str) {
            Some("csv") => true,
            Some("png") => self.packs && (self.png || of_authority()),
            Some("pdf") => self.packs && self.pdf,
            _ => self.packs,
        }
    }
}

/// A folder of a report that is being written.
#[derive(Debug, Clone, Copy)]
pub struct BelowReport<'run> {
    /// The report.
    pub report: &'run ReportFolder,
    /// The folder in it.
    pub folder: &'static str,
    /// Which files are made.
    pub wanted: Wanted,
}

impl Destination for BelowReport<'_> {
    type Taken = Written;

    fn wants_packs(&self) -> bool {
        self.wanted.packs
    }

    fn wants(&self, file: &str) -> bool {
        self.wanted.wants(file)
    }

    /// Beside the files themselves, so that exact figures are on no other disk.
    fn unfinished(&self) -> PathBuf {
        self.report.unfinished(self.folder)
    }

    fn take(&self, file: &str, bytes: &[u8]) -> Result<Written, ReportError> {
        self.report.write(&format!("{}/{file}", self.folder), |out| out.write_all(bytes))
    }
}

/// The workbook of all packs.
const WORKBOOK: &str = "stocktake.xlsx";
/// The folder of what each authority has of its own.
const AUTHORITIES: &str = "authorities";

/// What the packs of a day are made from, and where they go.
#[derive(Debug)]
pub struct PackFolder<'run, F, D> {
    of_run: OfRun<'run, F>,
    packs: PacksOfRun<'run, F>,
    about: About,
    seeds: &'run Seeds,
    destination: &'run D,
    /// What the charts of different authorities share, made once.
    caterpillars: Vec<caterpillar::Authorities>,
    funnels: Vec<funnel::Authorities>,
    #[cfg(feature = "pdf")]
    press: Press,
}

impl<'run, F: AsPrinted, D: Destination> PackFolder<'run, F, D> {
    /// Of the figures of one day: the owner's, or with the profile by which they are protected public ones.
    ///
    /// # Errors
    /// Where documents cannot be made at all.
    pub fn new(
        compared: &'run Compared<F>,
        seeds: &'run Seeds,
        protected: Option<&Profile>,
        destination: &'run D,
    ) -> Result<PackFolder<'run, F, D>, ReportError> {
        let of_run = OfRun::new(compared, seeds);
        let (caterpillars, funnels) = rayon::join(|| of_run.caterpillars(), || of_run.funnels());
        let packs = PacksOfRun::new(compared, seeds);
        let about = packs.about(protected);
        Ok(PackFolder {
            of_run,
            packs,
            about,
            seeds,
            destination,
            caterpillars,
            funnels,
            #[cfg(feature = "pdf")]
            press: Press::new()?,
        })
    }

    /// Writes all of it.
    ///
    /// # Errors
    /// Where a chart cannot be drawn, or a file cannot be written.
    pub fn write(&self, progress: Progress) -> Result<Vec<D::Taken>, ReportError> {
        let figures: Vec<_> = self.packs.places().collect();
        let whom = match self.about.audience {
            Audience::Owner => "the owner",
            Audience::Anybody => "anybody",
        };
        let work = progress.pieces(&format!("Drawing for {whom}"), figures.len() as u64);
        let of_each = || {
            let written = |figures| {
                let written = self.of_place(figures)?;
                work.advance(1);
                Ok(written)
            };
            figures.into_par_iter().map(written).collect::<Result<Vec<_>, ReportError>>()
        };
        let (of_all, of_each) = rayon::join(|| self.of_all(), of_each);
        let mut written: Vec<D::Taken> = of_each?.into_iter().flatten().collect();
        written.extend(of_all?);
        work.finish();
        Ok(written)
    }

    /// The charts and the page of one place; those of a region or England are of its own figures alone.
    fn of_place(&self, figures: &'run [ComparedFigure<F>]) -> Result<Vec<D::Taken>, ReportError> {
        let Some(pack) = self.packs.pack(figures) else { return Ok(Vec::new()) };
        let place = &pack.place;
        let page = paths::path(&pack);
        let file = page.trim_end_matches(".html").to_owned();
        let mut files = Files::to(self.destination);
        if let Some(bars) = self.of_run.target_bars(figures) {
            files.draw_as(&file, "target-bars", &bars)?;
        }
        // A spine is of one among authorities.
        let spine = || self.of_run.spine(figures, &self.caterpillars);
        if let Some(spine) = (pack.level == Level::LocalAuthority).then(spine).flatten() {
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
        let charts = std::mem::take(&mut files.charts);
        files.make(&page, || Ok(pages::of_place(&self.about, &pack, &charts)?.into_bytes()))?;
        #[cfg(feature = "pdf")]
        files.make(&format!("{file}.pdf"), || Ok(self.press.of_place(&self.about, &pack, &charts)?))?;
        Ok(files.written)
    }

    /// The chart of all authorities, the overview and the workbook.
    fn of_all(&self) -> Result<Vec<D::Taken>, ReportError> {
        let mut files = Files::to(self.destination);
        if let Some(table) = self.of_run.heat_table() {
            files.draw_as("heat-table", "heat-table", &table)?;
        }
        let charts = std::mem::take(&mut files.charts);
        let packs = self.packs.all(self.about.clone());
        files.make(paths::OVERVIEW, || Ok(pages::overview(&packs, &charts)?.into_bytes()))?;
        files
            .make(WORKBOOK, || Ok(workbook::write(&packs, &self.seeds.indicators, &self.destination.unfinished())?))?;
        Ok(files.written)
    }
}

/// The files of one place, and its charts for the pages among them.
struct Files<'run, D: Destination> {
    destination: &'run D,
    charts: Vec<DrawnChart>,
    written: Vec<D::Taken>,
}

impl<'run, D: Destination> Files<'run, D> {
    fn to(destination: &'run D) -> Files<'run, D> {
        Files { destination, charts: Vec::new(), written: Vec::new() }
    }

    /// Draws a chart into the folder of its place.
    fn draw(&mut self, folder: &str, name: &str, chart: &impl Chart) -> Result<(), ReportError> {
        self.draw_as(&format!("{folder}/{name}"), name, chart)
    }

    fn draw_as(&mut self, file: &str, name: &str, chart: &impl Chart) -> Result<(), ReportError> {
        let drawn = DrawnChart::of(name, chart)?;
        self.put(&format!("{file}.svg"), drawn.svg.as_bytes())?;
        self.make(&format!("{file}.png"), || Ok(png(chart)?))?;
        self.charts.push(drawn);
        Ok(())
    }

    /// Hands a file over, if it is wanted.
    fn put(&mut self, file: &str, bytes: &[u8]) -> Result<(), ReportError> {
        if self.destination.wants(file) {
            self.written.push(self.destination.take(file, bytes)?);
        }
        Ok(())
    }

    /// Makes a file, if it is wanted.
    fn make(&mut self, file: &str, make: impl FnOnce() -> Result<Vec<u8>, ReportError>) -> Result<(), ReportError> {
        if self.destination.wants(file) { self.put(file, &make()?) } else { Ok(()) }
    }
}
