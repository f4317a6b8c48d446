//! The pages of the children behind every authority's figures, written while the rows of children are still there.

use super::exact::ExactTables;
use crate::benchmark::ComparedFigure;
use crate::breakdowns::grouping::Groupings;
use crate::children::{Behind, Children};
use crate::contract::RESTRICTED;
use crate::indicators::AuthorityOutcomes;
use crate::level::Level;
use crate::output::error::ReportError;
use crate::output::folder::{ReportFolder, Written};
use crate::pack::About;
use crate::pack::of_run::RunPacks;
use crate::pages;
use crate::pages::paths::{name_of, path_of, path_of_children};
use crate::progress::Progress;
use crate::setting::Setting;
use crate::walk::Followed;
use rayon::prelude::*;

/// Writes a page for each authority.
///
/// # Errors
/// Where a file cannot be made or written.
pub(super) fn write(
    tables: &ExactTables<'_>,
    setting: Setting<'_>,
    folder: &ReportFolder,
    progress: Progress,
) -> Result<Vec<Written>, ReportError> {
    let outcomes = &tables.measured.outcomes.authorities;
    let about = RunPacks::new(&tables.measured.compared, tables.seeds).about(None);
    let groupings = Groupings::of(tables.clean, setting);
    let work = progress.pieces("Writing the pages of children", outcomes.len() as u64);
    let written = outcomes.par_iter().enumerate().map(|(place, outcomes)| {
        let written = of_authority(tables, setting, &groupings, &about, (place, outcomes), folder);
        work.advance(1);
        written
    });
    let written: Vec<Option<Written>> = written.collect::<Result<_, ReportError>>()?;
    work.finish();
    Ok(written.into_iter().flatten().collect())
}

/// The page of one authority; none where its figures are those of nobody.
fn of_authority(
    tables: &ExactTables<'_>,
    setting: Setting<'_>,
    groupings: &Groupings,
    about: &About,
    (place, outcomes): (usize, &AuthorityOutcomes),
    folder: &ReportFolder,
) -> Result<Option<Written>, ReportError> {
    let measured = tables.measured;
    let mut all = measured.histories.authorities.iter();
    let Some(histories) = all.find(|histories| histories.clean.authority == outcomes.authority) else {
        return Ok(None);
    };
    let followed = Followed::of(histories, &measured.doubts.authorities[place], setting, tables.clean);
    let code = &followed.authority.code;
    let is_of = |of: &&ComparedFigure| of.figure.level == Level::LocalAuthority && of.figure.code == *code;
    let figures = measured.compared.list.iter().filter(is_of).map(|compared| &compared.figure).collect();
    let watched =
        tables.ahead.map(|ahead| ahead.watch_list.iter().filter(|row| row.authority == outcomes.authority).collect());
    let children = Children::of(&Behind { followed, outcomes, figures, watched, groupings });
    let path = path_of_children(&children.place);
    let place_page = path_of(Level::LocalAuthority, &children.place);
    let page = pages::of_children(about, &children, name_of(&place_page))?;
    folder.write(&format!("{RESTRICTED}/{path}"), |file| file.write_all(page.as_bytes())).map(Some)
}
