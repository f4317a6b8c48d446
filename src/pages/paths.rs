//! The paths of pages.

use crate::contract::file_name;
use crate::level::Level;
use crate::pack::Pack;
use crate::wording::names::Place;

/// The folder of authorities' pages and charts.
pub(crate) const AUTHORITIES: &str = "authorities";
/// The folder of the pages and charts of regions and of England.
pub(crate) const REGIONS: &str = "regions";
/// The folder of what the pages of places share, where it is not within each.
pub(crate) const SHARED: &str = "shared";
/// The file of the overview.
pub const OVERVIEW: &str = "index.html";
/// The file of the numbers of all areas.
pub const AREAS: &str = "areas.html";
/// The file of England's stocktake.
pub const NATIONAL: &str = "national.html";
/// The file of what was sent.
pub const INTAKE: &str = "intake.html";

/// The path of a place's page, from the overview: `authorities/302-barnet.html`,
/// `regions/e12000007-london.html`.
pub fn path(pack: &Pack) -> String {
    path_of(pack.level, &pack.place)
}

/// The same of a place at a level.
pub(crate) fn path_of(level: Level, place: &Place) -> String {
    let folder = match level {
        Level::LocalAuthority => AUTHORITIES,
        _ => REGIONS,
    };
    format!("{folder}/{}.html", file_name(&place.code, &place.name))
}

/// The path of the stocktake of England or of a region: `national.html`, `regions/e12000007-london-stocktake.html`.
pub(crate) fn path_of_stocktake(pack: &Pack) -> String {
    match pack.level {
        Level::National => NATIONAL.to_owned(),
        _ => format!("{}-stocktake.html", path(pack).trim_end_matches(".html")),
    }
}

/// The path of the page of an authority's children, beside its own: `authorities/302-barnet-children.html`.
pub(crate) fn path_of_children(place: &Place) -> String {
    format!("{AUTHORITIES}/{}-children.html", file_name(&place.code, &place.name))
}

/// The name of the file at a path.
pub(crate) fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}
