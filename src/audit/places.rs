//! The places of a published table, held to the list of authorities: names and regions are free text, in which anything
//! could be said.

use crate::level::Level;
use crate::printed::PrintedFigure;
use crate::printed::published::Published;
use crate::seeds::authorities::{Authorities, ENGLAND_CODE, ENGLAND_NAME};

/// What is said of a table with a place that is not as the list has it. Its text is not repeated: it may tell a number.
pub(crate) fn not_as_listed(day: &Published, authorities: &Authorities) -> Option<String> {
    let mut wrong = day.table.figures.iter().filter(|figure| !is_as_listed(figure, authorities));
    let first = wrong.next()?;
    let others = match wrong.count() {
        0 => String::new(),
        1 => ", and of 1 figure more".to_owned(),
        others => format!(", and of {others} figures more"),
    };
    let as_at = day.table.timeframe.as_at;
    Some(format!(
        "{as_at}, NI {}: the code, name or region of a place{others} is not in the list of authorities; if the run had a \
         list of its own, give it with --authorities",
        first.indicator
    ))
}

fn is_as_listed(figure: &PrintedFigure, authorities: &Authorities) -> bool {
    let listed = match figure.level {
        Level::National => (figure.code == ENGLAND_CODE).then_some((ENGLAND_NAME, None)),
        Level::LocalAuthority => authorities
            .iter()
            .find(|(_, authority)| authority.code == figure.code)
            .map(|(_, authority)| (authority.name.as_str(), Some(authority.region_code.as_str()))),
        _ => authorities.regions().get(figure.code.as_str()).map(|name| (*name, None)),
    };
    listed.is_some_and(|(name, region)| name == figure.name && region == figure.region.as_deref())
}
