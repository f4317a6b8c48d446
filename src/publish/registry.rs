//! All that publish/ may hold, a kind of file a line, with the facts it carries: a run that writes anything else fails, and
//! an audit names it.

use super::packs::TIDY;
use crate::contract::{
    PROFILE, PUBLISHED_BREAKDOWNS, PUBLISHED_CONTEXT, PUBLISHED_FIGURES, PUBLISHED_FORECAST, PUBLISHED_README, RECORD,
    YEARS,
};
use crate::pack_files::{OPEN_DOCUMENT, WORKBOOK};
use crate::pages::paths::{AREAS, AUTHORITIES, NATIONAL, OVERVIEW, REGIONS, SHARED};
use crate::tidy::{DATA, METADATA};
use std::path::{Component, Path};

/// One kind of file.
#[derive(Debug)]
pub(crate) struct Kind {
    /// Its path, name by name; a star stands for any beginning.
    path: &'static [&'static str],
    /// The facts it carries.
    pub facts: &'static str,
    /// Whether all of it is made of the tables.
    pub is_made: bool,
}

const fn written(path: &'static [&'static str], facts: &'static str) -> Kind {
    Kind { path, facts, is_made: false }
}

const fn made(path: &'static [&'static str], facts: &'static str) -> Kind {
    Kind { path, facts, is_made: true }
}

/// What a chart of a place carries.
const CHART: &str = "a chart of a place's figures";
/// What a page, a document or the slides of a place carry.
const PACK: &str = "the pack of a place";
/// What the stocktake of England carries.
const STOCKTAKE: &str = "the stocktake of England";

const KINDS: [Kind; 38] = [
    written(&[PUBLISHED_FIGURES], "the figures of the day"),
    written(&[PUBLISHED_BREAKDOWNS], "the figures of groups of children, where the settings ask for them"),
    written(&[PUBLISHED_CONTEXT], "the care population of England and of regions"),
    written(&[PUBLISHED_FORECAST], "where figures will probably end, where the settings ask for it"),
    written(&[PROFILE], "the profile, and which indicators ask the same children"),
    written(&[PUBLISHED_README], "the day, the profile and the symbols, in words"),
    written(&[RECORD], "the day, the policies, the profile and the files with their SHA-256"),
    written(&[YEARS, "*", PUBLISHED_FIGURES], "the figures of a year before"),
    written(&[YEARS, "*", PROFILE], "the profile of a year before, and which indicators ask the same children"),
    made(&[TIDY, DATA], "the figures of all years, tidy"),
    made(&[TIDY, METADATA], "the meaning of the columns of the tidy data"),
    made(&[OVERVIEW], "the figures of all places"),
    made(&[AREAS], "the figures of all authorities that the charts of all areas show"),
    made(&[NATIONAL], STOCKTAKE),
    made(&["national.pptx"], STOCKTAKE),
    made(&["national.pdf"], STOCKTAKE),
    made(&["heat-table.svg"], "the places of all figures among each other"),
    made(&["heat-table.png"], "the places of all figures among each other"),
    made(&[WORKBOOK], "the packs of all places"),
    made(&[OPEN_DOCUMENT], "the packs of all places"),
    made(&[SHARED, "page.css"], "the style of the pages of places"),
    made(&[SHARED, "*.svg"], "the figures of all authorities, as the charts of places have them under their own"),
    made(&[AUTHORITIES, "*.html"], PACK),
    made(&[AUTHORITIES, "*.pdf"], PACK),
    made(&[AUTHORITIES, "*.pptx"], PACK),
    made(&[AUTHORITIES, "*.zip"], PACK),
    made(&[AUTHORITIES, "*.svg"], CHART),
    made(&[AUTHORITIES, "*.png"], CHART),
    made(&[AUTHORITIES, "*", "*.svg"], CHART),
    made(&[AUTHORITIES, "*", "*.png"], CHART),
    made(&[REGIONS, "*.html"], PACK),
    made(&[REGIONS, "*.pdf"], PACK),
    made(&[REGIONS, "*.pptx"], PACK),
    made(&[REGIONS, "*.zip"], PACK),
    made(&[REGIONS, "*.svg"], CHART),
    made(&[REGIONS, "*.png"], CHART),
    made(&[REGIONS, "*", "*.svg"], CHART),
    made(&[REGIONS, "*", "*.png"], CHART),
];

/// The kind of a file, by its path in publish/; none where it may not be there.
pub(crate) fn kind(file: &Path) -> Option<&'static Kind> {
    let names: Vec<_> = file.components().map(Component::as_os_str).collect();
    KINDS.iter().find(|kind| {
        kind.path.len() == names.len() && kind.path.iter().zip(&names).all(|(kind, name)| is_named(kind, name.to_str()))
    })
}

fn is_named(kind: &str, name: Option<&str>) -> bool {
    name.is_some_and(|name| match kind.strip_prefix('*') {
        Some(end) => name.len() > end.len() && name.ends_with(end),
        None => name == kind,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_of_a_kind_or_may_not_be_there() {
        for (file, is_made) in [
            ("indicators.csv", Some(false)),
            ("years/2010-03-31/disclosure.toml", Some(false)),
            ("tidy/children_in_care_indicators.csv", Some(true)),
            ("authorities/302-barnet/funnel-62.svg", Some(true)),
            ("regions/e92000001-england.html", Some(true)),
            ("authorities/302-barnet.pptx", Some(true)),
            ("national.html", Some(true)),
            ("national.pptx", Some(true)),
            ("national.pdf", Some(true)),
            ("stocktake.ods", Some(true)),
            ("regions/e12000007-london-stocktake.html", Some(true)),
            ("authorities/302-barnet.zip", Some(true)),
            ("302-barnet.zip", None),
            ("shared/page.css", Some(true)),
            ("shared/funnel-62.svg", Some(true)),
            ("shared/other.css", None),
            ("regions/shared/page.css", None),
            ("years/2010-03-31/README.txt", None),
            ("authorities/302-barnet.csv", None),
            ("authorities/.html", None),
            ("breakdowns.csv", Some(false)),
            ("years/2010-03-31/breakdowns.csv", None),
            ("context.csv", Some(false)),
            ("years/2010-03-31/context.csv", None),
            ("forecast.csv", Some(false)),
            ("years/2010-03-31/forecast.csv", None),
            ("watchlist.csv", None),
            ("intake.html", None),
            ("INDEX.html", None),
        ] {
            assert_eq!(kind(Path::new(file)).map(|kind| kind.is_made), is_made, "{file}");
        }
    }
}
