//! Which returns are asked for: those of the authorities that belong together, for the years that any of them sent.

use crate::indicators::needs;
use crate::returns::table::Table;
use crate::seeds::Seeds;
use crate::seeds::authorities::{Authorities, AuthorityIndex};
use std::collections::BTreeSet;

/// The authorities whose returns are asked for. One authority's own returns ask for no others; those of several in one
/// region ask for the region's; those of several regions for all of the list.
pub(crate) fn authorities(senders: &BTreeSet<AuthorityIndex>, list: &Authorities) -> BTreeSet<AuthorityIndex> {
    if senders.len() < 2 {
        return senders.clone();
    }
    let regions: BTreeSet<&str> = senders.iter().map(|&sender| list.get(sender).region_code.as_str()).collect();
    let is_asked = |region: &str| regions.len() > 1 || regions.contains(region);
    list.iter().filter(|(_, authority)| is_asked(&authority.region_code)).map(|(index, _)| index).collect()
}

/// The tables that an indicator needs, in the order of the definitions.
pub(crate) fn tables(seeds: &Seeds) -> Vec<Table> {
    let needed: BTreeSet<Table> = seeds.indicators.iter().flat_map(|seed| needs(seed.number)).copied().collect();
    needed.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes of the authorities that are asked for where these sent something.
    fn asked(senders: &[&str]) -> Vec<String> {
        let list = Seeds::built_in().unwrap().authorities;
        let senders = senders.iter().map(|code| list.find(code).unwrap()).collect();
        authorities(&senders, &list).into_iter().map(|index| list.get(index).code.clone()).collect()
    }

    #[test]
    fn one_authority_asks_for_no_other() {
        assert_eq!(asked(&["302"]), ["302"]);
        assert!(asked(&[]).is_empty());
    }

    #[test]
    fn several_ask_for_their_region_and_those_of_several_regions_for_the_list() {
        let london = asked(&["302", "304"]);
        assert_eq!(london.len(), 33);
        assert!(london.iter().all(|code| code.starts_with('2') || code.starts_with('3')));
        let list = Seeds::built_in().unwrap().authorities;
        assert_eq!(asked(&["302", "933"]).len(), list.iter().count());
    }

    #[test]
    fn tables_for_the_checks_alone_are_not_asked_for() {
        let tables = tables(&Seeds::built_in().unwrap());
        assert_eq!(tables.len(), 7);
        assert!(!tables.contains(&Table::PlacedAdoption));
    }
}
