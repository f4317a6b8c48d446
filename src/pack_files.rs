//! The files of one day's packs: the charts, page, slides and document of every place, the overview and the workbook.
//!
//! The files of a place are handed over as they are made and then dropped, so that only a few are in memory at once.

pub mod destination;
mod files;
mod for_owner;
pub(crate) mod series;
pub(crate) mod stocktakes;
mod zipped;

pub(crate) use for_owner::ForOwner;

use crate::benchmark::{Compared, ComparedFigure};
use crate::charts::caterpillar::{self, Caterpillar};
use crate::charts::chart::ChartError;
use crate::charts::funnel::{self, Funnel};
use crate::charts::of_run::RunCharts;
use crate::charts::svg::Ground;
use crate::charts::{DrawnChart, ground_of};
#[cfg(feature = "pdf")]
use crate::document::press::Press;
use crate::figures::Figure;
use crate::level::Level;
use crate::output::destination::Destination;
use crate::output::error::ReportError;
use crate::pack::of_run::RunPacks;
use crate::pack::{About, Audience};
use crate::pages::shared::{self, Shared};
use crate::pages::{Held, paths};
use crate::progress::Progress;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::slides::comments::Comments;
use crate::wording::as_printed::AsPrinted;
use crate::workbook::Format;
use crate::{pages, slides, workbook};
use destination::shared_by;
use files::Files;
use rayon::prelude::*;

/// The workbook of all packs.
pub(crate) const WORKBOOK: &str = "stocktake.xlsx";

/// Its tables as an OpenDocument spreadsheet.
pub(crate) const OPEN_DOCUMENT: &str = "stocktake.ods";

/// What the name of a deck ends in.
pub(crate) const DECK: &str = "pptx";

/// What the packs of a day are made from, and where they go.
#[derive(Debug)]
pub(crate) struct PackFolder<'run, F, D> {
    of_run: RunCharts<'run, F>,
    packs: RunPacks<'run, F>,
    about: About,
    seeds: &'run Seeds,
    destination: &'run D,
    /// What the owner's packs have besides.
    for_owner: Option<ForOwner<'run>>,
    /// What the charts of different authorities share, made once.
    caterpillars: Vec<caterpillar::Authorities>,
    funnels: Vec<funnel::Authorities>,
    /// What lies under the funnels of each indicator; none where no authority has one.
    grounds: Vec<Option<Ground>>,
    /// Where pages have what they share.
    shared: Shared,
    #[cfg(feature = "pdf")]
    press: Press,
}

impl<'run, D: Destination> PackFolder<'run, Figure, D> {
    /// The same, with what is for the owner alone: it goes with exact figures, and does not compile beside others.
    pub fn with(self, for_owner: ForOwner<'run>) -> PackFolder<'run, Figure, D> {
        PackFolder { for_owner: Some(for_owner), ..self }
    }
}

impl<'run, F: AsPrinted, D: Destination> PackFolder<'run, F, D> {
    /// Of the figures of one day: the owner's, or with the profile by which they are protected public ones.
    ///
    /// # Errors
    /// Where what charts share cannot be drawn, or documents cannot be made at all.
    pub fn new(
        compared: &'run Compared<F>,
        seeds: &'run Seeds,
        protected: Option<&Profile>,
        destination: &'run D,
    ) -> Result<PackFolder<'run, F, D>, ReportError> {
        let of_run = RunCharts::new(compared, seeds);
        let (caterpillars, funnels) = rayon::join(|| of_run.caterpillars(), || of_run.funnels());
        let grounds = funnels.iter().map(ground_of_funnels).collect::<Result<_, _>>()?;
        let packs = RunPacks::new(compared, seeds);
        let about = packs.about(protected);
        let authorities = compared.by_authority().count();
        Ok(PackFolder {
            of_run,
            packs,
            about,
            seeds,
            destination,
            for_owner: None,
            caterpillars,
            funnels,
            grounds,
            shared: shared_by(authorities),
            #[cfg(feature = "pdf")]
            press: Press::new()?,
        })
    }

    /// What all packs share.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Writes all of it.
    ///
    /// # Errors
    /// Where a chart cannot be drawn, or a file cannot be written.
    pub fn write(&self, progress: Progress) -> Result<Vec<D::Taken>, ReportError> {
        let figures: Vec<_> = self.packs.places().collect();
        let whom = match self.about.audience {
            Audience::Owner => "the owner",
            Audience::Public => "anybody",
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
        let Some(mut pack) = self.packs.pack(figures) else { return Ok(Vec::new()) };
        if let Some(for_owner) = &self.for_owner {
            for_owner.add_to(&mut pack, self.seeds);
        }
        let place = &pack.place;
        let page = paths::path(&pack);
        let file = page.trim_end_matches(".html").to_owned();
        let mut files = Files::of_place(self.destination, &file);
        if let Some(bars) = self.of_run.target_bars(figures) {
            files.draw_as(&file, "target-bars", &bars)?;
        }
        // A spine is of one among authorities.
        let spine = || self.of_run.spine(figures, &self.caterpillars);
        if let Some(spine) = (pack.level == Level::LocalAuthority).then(spine).flatten() {
            files.draw_alone(&format!("{file}/spine"), "spine", &spine)?;
        }
        if let Some(chart) = self.for_owner.and_then(|for_owner| for_owner.year_end(&pack, self.seeds)) {
            files.draw(&file, "year-end", &chart)?;
        }
        if let Some(slope) = self.of_run.slope(figures) {
            files.draw(&file, "slope", &slope)?;
        }
        for all in &self.caterpillars {
            if let Some(chart) = Caterpillar::of(all, &place.code) {
                let name = format!("caterpillar-{}", all.indicator.number);
                files.draw_alone(&format!("{file}/{name}"), &name, &chart)?;
            }
        }
        for (all, ground) in self.funnels.iter().zip(&self.grounds) {
            if let Some(chart) = Funnel::of(all, &place.code) {
                let name = funnel_name(all);
                files.draw_over(ground.as_ref(), &format!("{file}/{name}"), &name, &chart)?;
            }
        }
        let trends = self.of_run.trends(figures);
        for trend in &trends {
            files.draw(&file, &format!("trend-{}", trend.indicator.number), trend)?;
        }
        let charts = std::mem::take(&mut files.charts);
        let in_page = |shared| Ok(pages::of_place(&self.about, &pack, &charts, shared)?.into_bytes());
        files.make(&page, || in_page(self.shared))?;
        if self.shared == Shared::Beside {
            files.send_instead(&page, || in_page(Shared::Within))?;
        }
        let deck = format!("{file}.{DECK}");
        files.make(&deck, || {
            let comments = self.comments(&deck)?;
            Ok(slides::of_place(&self.about, &pack, &trends, &self.seeds.branding, &comments)?)
        })?;
        #[cfg(feature = "pdf")]
        files.make(&format!("{file}.pdf"), || Ok(self.press.of_place(&self.about, &pack, &charts)?))?;
        files.zip(&file, &[format!("{file}.csv"), paths::path_of_children(place)])?;
        Ok(files.written)
    }

    /// What somebody wrote into the deck that lies in the place of a new one. What is published keeps nothing of the kind.
    fn comments(&self, deck: &str) -> Result<Comments, ReportError> {
        let earlier = match self.about.audience {
            Audience::Owner => self.destination.earlier(deck)?,
            Audience::Public => None,
        };
        let read = |bytes: Vec<u8>| Comments::of(&bytes).map_err(|_| ReportError::NoDeck { path: deck.into() });
        Ok(earlier.map(read).transpose()?.unwrap_or_default())
    }

    /// What the pages of places share, a file each.
    fn share(&self, files: &mut Files<'_, D>) -> Result<(), ReportError> {
        files.make(shared::STYLE, || Ok(pages::style_of_places(&self.about).into_bytes()))?;
        for (all, ground) in self.funnels.iter().zip(&self.grounds) {
            if let Some(ground) = ground {
                files.make(&shared::ground(&funnel_name(all)), || Ok(ground.in_file().into_bytes()))?;
            }
        }
        Ok(())
    }

    /// The chart of all authorities, the overview and the workbook.
    fn of_all(&self) -> Result<Vec<D::Taken>, ReportError> {
        let mut files = Files::to(self.destination);
        if self.shared == Shared::Beside {
            self.share(&mut files)?;
        }
        if let Some(table) = self.of_run.heat_table() {
            files.draw_alone("heat-table", "heat-table", &table)?;
        }
        let has_areas = self.caterpillars.iter().any(|all| all.in_order().len() > 1);
        if has_areas {
            let drawn = |all: &caterpillar::Authorities| {
                let name = format!("caterpillar-{}", all.indicator.number);
                Caterpillar::of_all(all).map(|chart| DrawnChart::in_pages(&name, &chart, None))
            };
            let areas = || {
                let charts: Vec<_> = self.caterpillars.iter().filter_map(drawn).collect::<Result<_, _>>()?;
                Ok(pages::of_areas(&self.about, &self.caterpillars, &self.funnels, &charts)?.into_bytes())
            };
            files.make(paths::AREAS, areas)?;
        }
        let packs = self.packs.all(self.about.clone());
        let held = Held {
            open_document: self.destination.wants(OPEN_DOCUMENT),
            slides: self.destination.wants(&format!("{}/any.{DECK}", paths::AUTHORITIES)),
            areas: has_areas,
            children: self.for_owner.is_some_and(|of| of.has_children),
            watch_list: self.for_owner.is_some_and(|of| of.ahead.is_some()),
            published: self.for_owner.is_some_and(|of| of.is_published),
        };
        files.make(paths::OVERVIEW, || Ok(pages::overview(&packs, held)?.into_bytes()))?;
        let of_owner = self.for_owner.as_ref().map(ForOwner::tables);
        let unfinished = self.destination.unfinished();
        for (file, format) in [(WORKBOOK, Format::Excel(&unfinished)), (OPEN_DOCUMENT, Format::OpenDocument)] {
            let write = || workbook::write_with(&packs, of_owner.as_ref(), &self.seeds.indicators, format);
            files.make(file, || Ok(write()?))?;
        }
        Ok(files.written)
    }
}

/// The name of the funnels of an indicator.
fn funnel_name(all: &funnel::Authorities) -> String {
    format!("funnel-{}", all.indicator.number)
}

/// What lies under the funnels of an indicator; none where no authority has one.
fn ground_of_funnels(all: &funnel::Authorities) -> Result<Option<Ground>, ChartError> {
    let first = all.points.iter().find_map(|point| Funnel::of(all, &point.place.code));
    first.map(|funnel| ground_of(&funnel)).transpose()
}
