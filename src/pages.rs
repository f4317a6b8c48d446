//! The pack as web pages: one for each place and an overview of all, each a self-contained file; of many places, pages of
//! places have what they share in files beside them.
//!
//! The templates in templates/ lay them out from a pack and its charts and nothing else: every number and
//! word is there already, and a hidden number is there as its symbol alone. A page needs no network, no font and no
//! script; a few lines of script sort and filter the table of the overview, which is complete without them.

mod ahead;
mod answer;
mod areas;
mod children;
mod frame;
mod intake;
mod lean;
mod national;
mod overview;
pub mod paths;
mod pieces;
mod place;
mod policy;
mod readers;
mod section;
mod series;
pub(crate) mod shared;

use crate::charts::{DrawnChart, caterpillar, funnel};
use crate::children::Children;
use crate::intake::Intake;
use crate::level::Level;
use crate::national::Stocktake;
use crate::output::error::ReportError;
use crate::pack::{About, Pack, Packs};
use crate::wording::holder::Holder;
use crate::wording::names::Place;
use areas::AreasPage;
use askama::Template;
use children::ChildrenPage;
use frame::Frame;
use intake::IntakePage;
use miette::Diagnostic;
use national::NationalPage;
use overview::OverviewPage;
use place::PlacePage;
pub use readers::Held;
pub(crate) use series::Row as SeriesRow;
use series::{SeriesOverview, SeriesPage};
pub use shared::Shared;
use std::cell::RefCell;
use thiserror::Error;

/// A page that cannot be made.
#[derive(Debug, Error, Diagnostic)]
#[error("the page of {of} cannot be made")]
#[diagnostic(help("give --no-charts to have the tables alone, and report this to whoever gave you the program"))]
pub struct PageError {
    /// What the page is of.
    of: String,
    /// What went wrong in the template.
    source: askama::Error,
}

impl From<PageError> for ReportError {
    fn from(source: PageError) -> ReportError {
        ReportError::render(source)
    }
}

thread_local! {
    /// A page before it is made lean, whose room the next one takes.
    static LAID_OUT: RefCell<String> = const { RefCell::new(String::new()) };
}

fn rendered(page: &impl Template) -> askama::Result<String> {
    LAID_OUT.with_borrow_mut(|laid_out| {
        laid_out.clear();
        page.render_into(laid_out)?;
        Ok(lean::page(laid_out))
    })
}

/// The page of a place, with its charts: `year-end`, `target-bars`, `spine` and `slope`, and of each indicator `trend-62`,
/// `caterpillar-62` and `funnel-62`. A chart of another name is left out. What such pages share is within it, or beside it.
///
/// # Errors
/// Where the template fails, which its tests rule out.
pub fn of_place(about: &About, pack: &Pack, charts: &[DrawnChart], shared: Shared) -> Result<String, PageError> {
    let page = PlacePage::new(about, pack, charts, shared);
    rendered(&page).map_err(|source| PageError { of: pack.place.name.clone(), source })
}

/// The style of the pages of places, for the file that those with their style beside them name.
pub(crate) fn style_of_places(about: &About) -> String {
    Frame::new(about, Holder::Organisation, "", "").style().to_owned()
}

/// The page of all places: a table that says what the chart `heat-table` shows. It links to the page of each, at its `path`.
///
/// # Errors
/// Where the template fails, which its tests rule out.
pub fn overview(packs: &Packs, held: Held) -> Result<String, PageError> {
    let page = OverviewPage::new(packs, held);
    rendered(&page).map_err(|source| PageError { of: "all places".to_owned(), source })
}

/// The stocktake of England or of a region.
///
/// # Errors
/// Where the template fails, which its tests rule out.
pub(crate) fn of_stocktake(about: &About, of: &Stocktake) -> Result<String, PageError> {
    let page = NationalPage::new(about, of);
    rendered(&page).map_err(|source| PageError { of: of.pack.place.name.clone(), source })
}

/// The page of all areas, from what the charts of all authorities share and those drawn of all alike; pages of places link
/// to it.
///
/// # Errors
/// Where the template fails, which its tests rule out.
pub fn of_areas(
    about: &About,
    in_order: &[caterpillar::Authorities],
    by_size: &[funnel::Authorities],
    charts: &[DrawnChart],
) -> Result<String, PageError> {
    let page = AreasPage::new(about, in_order, by_size, charts);
    rendered(&page).map_err(|source| PageError { of: "all areas".to_owned(), source })
}

/// The page of what was sent, for the owner alone.
///
/// # Errors
/// Where the template fails, which its tests rule out.
pub fn of_intake(about: &About, intake: &Intake) -> Result<String, PageError> {
    let page = IntakePage::new(about, intake);
    rendered(&page).map_err(|source| PageError { of: "what was sent".to_owned(), source })
}

/// The page of the children behind an authority's figures, for the owner alone; it links to the page of the authority, a file
/// in the same folder.
///
/// # Errors
/// Where the template fails, which its tests rule out.
pub(crate) fn of_children(about: &About, children: &Children<'_>, place_page: &str) -> Result<String, PageError> {
    let page = ChildrenPage::new(about, children, place_page).map_err(askama::Error::custom);
    page.and_then(|page| rendered(&page)).map_err(|source| PageError { of: children.place.name.clone(), source })
}

/// The page of a place over several days, with its charts `series` and `flows`.
///
/// # Errors
/// Where the template fails, which its tests rule out.
pub(crate) fn of_series(
    about: &About,
    (level, place): (Level, &Place),
    charts: &[DrawnChart],
) -> Result<String, PageError> {
    let page = SeriesPage::new(about, (level, place), charts);
    rendered(&page).map_err(|source| PageError { of: place.name.clone(), source })
}

/// The page of all places over several days.
///
/// # Errors
/// Where the template fails, which its tests rule out.
pub(crate) fn overview_of_series(about: &About, rows: &[SeriesRow]) -> Result<String, PageError> {
    let page = SeriesOverview::new(about, rows);
    rendered(&page).map_err(|source| PageError { of: "all places".to_owned(), source })
}
