//! Which figures are used where places are compared, in words, so that a run never mixes sources without saying so.

use super::counts::listed;
use crate::benchmark::standing::{Known, Source};
use crate::benchmark::{Comparable, Compared, ComparedFigure};
use crate::level::Level;

/// A sentence each for England, regions and authorities, where some of their figures are known from another
/// source too or are not from the returns; none where all are from the returns alone.
pub(crate) fn in_words<F: Comparable>(compared: &Compared<F>) -> Vec<String> {
    let of = |level: Level| compared.list.iter().filter(move |compared| compared.figure.level() == level);
    let england: Vec<&ComparedFigure<F>> = of(Level::National).collect();
    let mut sentences = Vec::new();
    sentences.extend(sentence("England's figures", &england));
    for (level, name) in [(Level::Regional, "Regions' figures"), (Level::LocalAuthority, "Authorities' figures")] {
        let figures: Vec<&ComparedFigure<F>> = of(level).collect();
        sentences.extend(sentence(name, &figures));
    }
    sentences
}

/// `England's figures when compared: published figures for NI 58 and 62; the returns given for NI 63.`
fn sentence<F: Comparable>(name: &str, figures: &[&ComparedFigure<F>]) -> Option<String> {
    let known = |compared: &&ComparedFigure<F>| compared.years.first().map(|year| year.known.clone());
    let mut kinds: Vec<(Kind, Vec<u16>)> = Vec::new();
    for (compared, known) in figures.iter().filter_map(|compared| Some((compared, known(compared)?))) {
        let Some(kind) = Kind::of(&known) else { continue };
        let at = kinds.iter().position(|(held, _)| *held == kind).unwrap_or_else(|| {
            kinds.push((kind, Vec::new()));
            kinds.len() - 1
        });
        let numbers = &mut kinds[at].1;
        if !numbers.contains(&compared.figure.indicator()) {
            numbers.push(compared.figure.indicator());
        }
    }
    if kinds.iter().all(|(kind, _)| *kind == Kind::Returns) {
        return None;
    }
    kinds.sort_by_key(|(kind, _)| *kind);
    let part = |(kind, numbers): &(Kind, Vec<u16>)| format!("{} for NI {}", kind.in_words(), listed(numbers));
    Some(format!("{name} when compared: {}.", kinds.iter().map(part).collect::<Vec<_>>().join("; ")))
}

/// Which source is used, and which is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Published,
    PublishedNotReturns,
    ReturnsNotPublished,
    PartOfReturns,
    OneAuthority,
    Returns,
}

impl Kind {
    fn of(known: &Known) -> Option<Kind> {
        let used = known.used.as_ref()?;
        Some(match (&used.source, known.passed_over.is_some()) {
            (Source::Published(_), false) => Kind::Published,
            (Source::Published(_), true) => Kind::PublishedNotReturns,
            (Source::Returns(_), true) => Kind::ReturnsNotPublished,
            (source, false) if !source.is_of_several() => Kind::OneAuthority,
            (source, false) if source.is_whole() => Kind::Returns,
            (_, false) => Kind::PartOfReturns,
        })
    }

    fn in_words(self) -> &'static str {
        match self {
            Kind::Published => "published figures",
            Kind::PublishedNotReturns => {
                "published figures, not the returns given, which are of part of the authorities,"
            }
            Kind::ReturnsNotPublished => "the returns given, not the published figures,",
            Kind::PartOfReturns => "the returns given, of part of the authorities, there being no published figure,",
            // They would compare it with itself.
            Kind::OneAuthority => "none, there being neither a published figure nor returns of several authorities,",
            Kind::Returns => "the returns given",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::by_hand::of_source;
    use crate::benchmark::standing::Standing;
    use crate::figures::Behind;

    fn standing(source: Source) -> Option<Standing> {
        Some(of_source(source))
    }

    fn kind(used: Option<Standing>, passed_over: Option<Standing>) -> Option<Kind> {
        Kind::of(&Known { used, passed_over, ..Known::default() })
    }

    #[test]
    fn each_kind_is_told_from_the_others() {
        let published = || standing(Source::Published("SFR21/2011".to_owned()));
        let part = || standing(Source::Returns(Some(Behind { available: 1, listed: 152 })));
        let whole = || standing(Source::Returns(Some(Behind { available: 152, listed: 152 })));
        assert_eq!(kind(published(), part()), Some(Kind::PublishedNotReturns));
        assert_eq!(kind(published(), None), Some(Kind::Published));
        assert_eq!(kind(whole(), published()), Some(Kind::ReturnsNotPublished));
        let of = |available| standing(Source::Returns(Some(Behind { available, listed: 152 })));
        assert_eq!(kind(of(2), None), Some(Kind::PartOfReturns));
        assert_eq!(kind(of(1), None), Some(Kind::OneAuthority));
        assert_eq!(
            kind(standing(Source::Returns(Some(Behind { available: 1, listed: 1 }))), None),
            Some(Kind::OneAuthority)
        );
        assert_eq!(kind(whole(), None), Some(Kind::Returns));
        assert_eq!(kind(standing(Source::Returns(None)), None), Some(Kind::Returns));
        assert_eq!(kind(None, None), None);
    }
}
