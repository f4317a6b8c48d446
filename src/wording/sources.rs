//! Which figures are used where places are compared, in words, so that a run never mixes sources without saying so.

use super::counts::listed;
use crate::benchmark::groups::GroupKind;
use crate::benchmark::standing::{Known, Standing};
use crate::benchmark::{Comparable, Compared, ComparedFigure};
use crate::level::Level;
use std::collections::BTreeMap;

/// Where all figures come from, in the workbook and on slides.
pub(crate) const SOURCE: &str =
    "Source: local authorities' returns of looked-after children (SSDA903), worked out by stocktake.";

/// A sentence each for England, regions and authorities, where some of their figures are known from another
/// source too, are not from the returns or are not known; none where all are from the returns alone.
pub(crate) fn in_words<F: Comparable>(compared: &Compared<F>) -> Vec<String> {
    let whole =
        |kind| compared.list.iter().filter_map(move |of| Some((of.figure.indicator(), Kind::of_whole(of, kind)?)));
    let authorities = compared.list.iter().filter(|of| of.figure.level() == Level::LocalAuthority);
    let own = authorities.filter_map(|of| Some((of.figure.indicator(), Kind::of(&of.years.first()?.known)?)));
    let [england, regions] = [GroupKind::England, GroupKind::Region].map(|kind| kinds(whole(kind)));
    let wholes = match (england, regions) {
        (england, regions) if england == regions => [sentence("England's and regions' figures", england), None],
        (england, regions) => [sentence("England's figures", england), sentence("Regions' figures", regions)],
    };
    wholes.into_iter().chain([sentence("Authorities' figures", kinds(own))]).flatten().collect()
}

/// `England's figures when compared: published figures; for NI 63 the returns given.`
fn sentence(name: &str, kinds: Option<String>) -> Option<String> {
    kinds.map(|kinds| format!("{name} when compared: {kinds}."))
}

/// The kind of most indicators, then each other with its indicators; none where all are from the returns alone.
fn kinds(figures: impl Iterator<Item = (u16, Kind)>) -> Option<String> {
    let mut kinds = BTreeMap::<Kind, Vec<u16>>::new();
    for (number, kind) in figures {
        let numbers = kinds.entry(kind).or_default();
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    if kinds.keys().all(|kind| *kind == Kind::Returns) {
        return None;
    }
    kinds.values_mut().for_each(|numbers| numbers.sort_unstable());
    // Of kinds with as many indicators the first; where an indicator is of two kinds, each kind names its own.
    let mut all: Vec<u16> = kinds.values().flatten().copied().collect();
    all.sort_unstable();
    let is_twice = all.windows(2).any(|two| two[0] == two[1]);
    let most = kinds.iter().rev().max_by_key(|(_, numbers)| numbers.len()).map(|(kind, _)| *kind);
    let most = most.filter(|_| !is_twice);
    let others = kinds.iter().filter(|(kind, _)| Some(**kind) != most);
    let others = others.map(|(kind, numbers)| format!("for NI {} {}", listed(numbers), kind.in_words()));
    let most = most.map(|most| most.in_words().to_owned());
    Some(most.into_iter().chain(others).collect::<Vec<_>>().join("; "))
}

/// Which source is used, and which is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Published,
    ReturnsNotPublished,
    NotKnown,
    Returns,
}

impl Kind {
    fn of(known: &Known) -> Option<Kind> {
        Kind::of_both(known.used.as_ref(), known.passed_over.as_ref())
    }

    /// Of the England or region that an authority's figure is compared with; none where the authority has no figure, or
    /// that of the whole is hidden.
    fn of_whole<F: Comparable>(compared: &ComparedFigure<F>, kind: GroupKind) -> Option<Kind> {
        if compared.figure.level() != Level::LocalAuthority || compared.standing.is_none() {
            return None;
        }
        let mut all = compared.comparators.iter().filter(|comparator| comparator.kind == kind);
        let used = all.find(|comparator| comparator.used && !comparator.is_hidden)?;
        Some(
            Kind::of_both(used.whole.as_ref(), all.next().and_then(|other| other.whole.as_ref()))
                .unwrap_or(Kind::NotKnown),
        )
    }

    fn of_both(used: Option<&Standing>, passed_over: Option<&Standing>) -> Option<Kind> {
        Some(match (used?.source.is_published(), passed_over.is_some()) {
            (true, _) => Kind::Published,
            (false, true) => Kind::ReturnsNotPublished,
            (false, false) => Kind::Returns,
        })
    }

    fn in_words(self) -> &'static str {
        match self {
            Kind::Published => "published figures",
            Kind::ReturnsNotPublished => "the returns given, not the published figures",
            // The returns of a single authority would be compared with themselves.
            Kind::NotKnown => "none, because there is neither a published figure nor the returns of all authorities",
            Kind::Returns => "the returns given",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::by_hand::of_source;
    use crate::benchmark::standing::Source;

    #[test]
    fn each_kind_is_told_from_the_others() {
        let published = || Some(of_source(Source::Published("SFR21/2011".to_owned())));
        let returns = || Some(of_source(Source::Returns(None)));
        let kind = |used, passed_over| Kind::of(&Known { used, passed_over, ..Known::default() });
        assert_eq!(kind(published(), None), Some(Kind::Published));
        assert_eq!(kind(returns(), published()), Some(Kind::ReturnsNotPublished));
        assert_eq!(kind(returns(), None), Some(Kind::Returns));
        assert_eq!(kind(None, None), None);
    }

    #[test]
    fn the_indicators_of_each_kind_are_listed() {
        let said = |of: &[(u16, Kind)]| sentence("England's figures", kinds(of.iter().copied()));
        assert_eq!(said(&[(62, Kind::Returns), (63, Kind::Returns)]), None);
        assert_eq!(
            said(&[(62, Kind::Returns), (63, Kind::Published), (66, Kind::Published), (62, Kind::Returns)]).as_deref(),
            Some("England's figures when compared: published figures; for NI 62 the returns given.")
        );
        assert_eq!(
            said(&[(63, Kind::Returns), (62, Kind::ReturnsNotPublished)]).as_deref(),
            Some(
                "England's figures when compared: the returns given, not the published figures; for NI 63 the returns given."
            )
        );
        assert_eq!(
            said(&[(62, Kind::Returns), (62, Kind::Published)]).as_deref(),
            Some("England's figures when compared: for NI 62 published figures; for NI 62 the returns given.")
        );
        assert_eq!(
            said(&[(62, Kind::Published)]).as_deref(),
            Some("England's figures when compared: published figures.")
        );
    }
}
