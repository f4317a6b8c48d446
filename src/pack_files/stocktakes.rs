//! The files of the stocktakes of England and of whole regions, for the public alone.

use super::DECK;
use super::files::Files;
use crate::benchmark::Compared;
#[cfg(feature = "pdf")]
use crate::document::press::Press;
use crate::national::make::Stocktakes;
use crate::output::destination::Destination;
use crate::output::error::ReportError;
use crate::pages::{self, paths};
use crate::printed::public::{PublicDay, PublicFigure};
use crate::seeds::Seeds;
use crate::slides;

/// Writes them. `days` are the tables that the figures are made of, the day's own first.
///
/// # Errors
/// Where a file cannot be made or written.
pub(crate) fn write<D: Destination>(
    compared: &Compared<PublicFigure>,
    days: &[PublicDay<'_>],
    seeds: &Seeds,
    destination: &D,
) -> Result<Vec<D::Taken>, ReportError> {
    let Some(day) = days.first() else { return Ok(Vec::new()) };
    #[cfg(feature = "pdf")]
    let press = Press::new()?;
    let stocktakes = Stocktakes::new(compared, days, seeds, day.profile);
    let mut files = Files::to(destination);
    for (pack, figures) in stocktakes.places() {
        let page = paths::path_of_stocktake(&pack);
        let of = stocktakes.of(pack, figures);
        files.make(&page, || Ok(pages::of_stocktake(stocktakes.about(), &of)?.into_bytes()))?;
        let deck = format!("{}.{DECK}", page.trim_end_matches(".html"));
        files.make(&deck, || Ok(slides::of_stocktake(stocktakes.about(), &of, &seeds.branding)?))?;
        #[cfg(feature = "pdf")]
        files.make(&format!("{}.pdf", page.trim_end_matches(".html")), || {
            Ok(press.of_stocktake(stocktakes.about(), &of)?)
        })?;
    }
    Ok(files.written)
}
