//! Whether a figure can be relied upon: usable, with care, or not usable, and why.
//!
//! The measures and their limits are in seeds/quality.toml; this is the one place that turns them into a verdict.

mod doubt;
pub mod measures;
mod reliance;
pub mod statement;

use crate::figures::{Behind, Figure, Status};
use crate::reconciliation::reconciled::Reconciled;
use crate::seeds::Seeds;
use crate::seeds::indicators::find;
use crate::seeds::quality::{Measure, MeasureSeed};
use crate::unit::Unit;
use measures::Measured;
use reliance::Reason;
pub use reliance::Reliance;
pub(crate) use reliance::{MARKS, NOT_TO_BE_RELIED_UPON, WITH_CARE};

/// Why a figure is not usable, where the reasons themselves are withheld because they hold counts of children: in full,
/// and in a few words.
const INCOMPLETE: (&str, &str) = ("its returns are incomplete or in doubt", "returns incomplete or in doubt");

/// The verdict on a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How far it can be relied upon.
    pub reliance: Reliance,
    /// The reasons against it, the gravest first; none where it is usable or there is no figure.
    pub because: Vec<Reason>,
}

impl Verdict {
    /// The verdict on a figure: by the range that the files leave, and by the rows and children behind it.
    pub(crate) fn on(figure: &Figure, reconciled: &Reconciled, seeds: &Seeds) -> Verdict {
        let unit = find(&seeds.indicators, figure.indicator).map_or(Unit::Percent, |seed| seed.unit);
        let doubt = doubt::reason(figure, unit, &seeds.quality);
        if figure.status != Status::Ok {
            return Verdict { reliance: Reliance::NotUsable, because: doubt.into_iter().collect() };
        }
        let of_indicator = seeds.quality.measures.iter().filter(|seed| seed.bears_on(figure.indicator));
        let measured = of_indicator.map(|seed| (seed, Measured::of_figure(seed.name, figure, reconciled)));
        Verdict::by(doubt.into_iter().chain(measured.filter_map(|(seed, measured)| reason(seed, measured))))
    }

    /// The verdict that may be published: the owner's reliance, with reasons about the returns and none about the
    /// children.
    pub(crate) fn in_public(
        reliance: Reliance,
        behind: Option<Behind>,
        cover_too_short: bool,
        seeds: &[MeasureSeed],
    ) -> Verdict {
        let mut verdict = Verdict::of(seeds.iter().filter_map(|seed| match seed.name {
            Measure::AuthoritiesMissing => Some((seed, Measured::of_authorities(behind))),
            Measure::CoverTooShort => Some((seed, Measured::of_cover(cover_too_short))),
            _ => None,
        }));
        if reliance == Reliance::NotUsable && verdict.reliance < reliance {
            verdict
                .because
                .insert(0, Reason { reliance, words: INCOMPLETE.0.to_owned(), short: INCOMPLETE.1.to_owned() });
        }
        verdict.reliance = verdict.reliance.max(reliance);
        verdict
    }

    fn of<'seeds>(measured: impl Iterator<Item = (&'seeds MeasureSeed, Measured)>) -> Verdict {
        Verdict::by(measured.filter_map(|(seed, measured)| reason(seed, measured)))
    }

    fn by(reasons: impl Iterator<Item = Reason>) -> Verdict {
        let mut because: Vec<Reason> = reasons.collect();
        because.sort_by_key(|reason| std::cmp::Reverse(reason.reliance));
        let reliance = because.first().map_or(Reliance::Usable, |gravest| gravest.reliance);
        Verdict { reliance, because }
    }

    /// `with care: 12 of 40 ...; 3 of 900 ...`; blank where the figure is usable.
    pub fn in_words(&self) -> String {
        let because: Vec<&str> = self.because.iter().map(|reason| reason.words.as_str()).collect();
        match self.reliance {
            Reliance::Usable => String::new(),
            reliance if because.is_empty() => reliance.in_words().to_owned(),
            reliance => format!("{}: {}", reliance.in_words(), because.join("; ")),
        }
    }

    /// `with care: many have no score`; blank where the figure is usable.
    pub(crate) fn in_short(&self) -> String {
        match (self.reliance, self.because.first()) {
            (Reliance::Usable, _) => String::new(),
            (reliance, None) => reliance.in_words().to_owned(),
            (reliance, Some(first)) => format!("{}: {}", reliance.in_words(), first.short),
        }
    }
}

/// What a measure says against a figure, if anything.
fn reason(seed: &MeasureSeed, measured: Measured) -> Option<Reason> {
    let above = |limit: Option<u64>| limit.is_some_and(|limit| measured.is_above(limit));
    let reliance = match (above(seed.not_usable_above), above(seed.with_care_above)) {
        (true, _) => Reliance::NotUsable,
        (false, true) => Reliance::WithCare,
        (false, false) => return None,
    };
    let words = match seed.name {
        Measure::CoverTooShort => seed.short.clone(),
        _ => measured.in_words(&seed.words),
    };
    Some(Reason { reliance, words, short: seed.short.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doubt::cause::{Cause, Ground};
    use crate::doubt::of_figure::Doubt;
    use crate::doubt::range::{Fraction, Range};
    use crate::indicators::outcome;
    use crate::level::Level;
    use crate::quality::ledger::TableLedger;
    use crate::reconciliation::children::ChildTally;
    use crate::returns::table::Table;
    use crate::seeds::Seeds;

    /// NI 58 with so many children, some of whom have no score, and some, scored 10, whose score is doubtful.
    fn verdict(children: u64, unscored: u64, doubtful: u64) -> (Reliance, Vec<String>) {
        let scored = children - unscored;
        let tally = ChildTally { children, scored, scores: 10 * scored, unscored, ..ChildTally::default() };
        let rows = vec![(Table::Oc2, TableLedger { read: 100, used: 100, ..TableLedger::default() })];
        let reconciled = Reconciled { rows, children: Some(tally), silent: (0, 365) };
        let end = |score: u64| Fraction { numerator: 10 * (scored - doubtful) + score * doubtful, denominator: scored };
        let grounds = vec![(Ground { cause: Cause::RowRejected, field: "oc2" }, doubtful)];
        let doubt = Doubt {
            children: doubtful,
            grounds: grounds.into_iter().filter(|_| doubtful > 0).collect(),
            range: Some(Range { low: end(0), high: end(40) }),
            ..Doubt::default()
        };
        let figure = Figure {
            level: Level::LocalAuthority,
            code: "301".to_owned(),
            name: String::new(),
            indicator: 58,
            status: Status::Ok,
            numerator: 10 * scored,
            squares: 100 * scored,
            denominator: scored,
            population: children,
            cover_too_short: false,
            behind: None,
            doubt,
        };
        let verdict = Verdict::on(&figure, &reconciled, &Seeds::built_in().unwrap());
        (verdict.reliance, verdict.because.into_iter().map(|reason| reason.words).collect())
    }

    #[test]
    fn a_share_on_the_limit_is_not_above_it() {
        assert_eq!(verdict(100, 25, 0), (Reliance::Usable, vec![]));
        let said = "26 of 100 children who should have a score have none (26.0%)".to_owned();
        assert_eq!(verdict(100, 26, 0), (Reliance::WithCare, vec![said]));
        assert_eq!(verdict(100, 50, 0).0, Reliance::WithCare);
        assert_eq!(verdict(100, 51, 0).0, Reliance::NotUsable);
    }

    #[test]
    fn a_range_as_wide_as_the_limit_is_not_wider() {
        // A score of which nothing is known moves the mean of 80 children by 40/80.
        assert_eq!(verdict(80, 0, 1), (Reliance::Usable, vec![]));
        let said = |range| format!("{range}, so the figure could be anywhere from 9.8 to 10.8");
        let (reliance, because) = verdict(40, 0, 1);
        assert_eq!(
            (reliance, because),
            (Reliance::WithCare, vec![said("1 in doubt, 40 in the figure: a row of oc2 rejected")])
        );
        assert_eq!(verdict(20, 0, 1).0, Reliance::WithCare);
        assert_eq!(verdict(40, 0, 2).0, Reliance::WithCare);
        assert_eq!(verdict(38, 0, 2).0, Reliance::NotUsable);
        // One child alone is never more than a caution.
        assert_eq!(verdict(2, 0, 1).0, Reliance::WithCare);
    }

    #[test]
    fn a_public_verdict_has_the_owners_reliance_and_no_count_of_children() {
        let seeds = Seeds::built_in().unwrap().quality.measures;
        let told = |reliance, available, cover_too_short| {
            let behind = Some(Behind { available, listed: 4 });
            let verdict = Verdict::in_public(reliance, behind, cover_too_short, &seeds);
            assert!(verdict.reliance >= reliance);
            verdict.in_words()
        };
        assert_eq!(told(Reliance::Usable, 4, false), "");
        assert_eq!(told(Reliance::WithCare, 4, false), "with care");
        assert_eq!(told(Reliance::WithCare, 4, true), "with care");
        let incomplete = "unreliable: its returns are incomplete or in doubt";
        assert_eq!(told(Reliance::NotUsable, 4, false), incomplete);
        // One authority of four missing is 25%, and two are more than that.
        let missing = "1 of 4 authorities without the figure (25.0%)";
        assert_eq!(told(Reliance::WithCare, 3, false), format!("with care: {missing}"));
        assert_eq!(told(Reliance::NotUsable, 3, false), format!("{incomplete}; {missing}"));
        assert_eq!(told(Reliance::NotUsable, 2, false), "unreliable: 2 of 4 authorities without the figure (50.0%)");
        // What was published before there were classes is judged by what is known of the returns alone.
        assert_eq!(told(Reliance::Usable, 3, false), format!("with care: {missing}"));
    }

    #[test]
    fn one_child_in_two_counted_from_an_assumed_review_is_the_limit_of_use() {
        let seeds = Seeds::built_in().unwrap().quality.measures;
        let seed = seeds.iter().find(|seed| seed.name == Measure::ReviewsAssumed).unwrap();
        assert!(seed.bears_on(66) && !seed.bears_on(63));
        let verdict = |reviews_assumed| {
            let mut children = ChildTally { met: 90, reviews_assumed, ..ChildTally::default() };
            children.not_met.insert(outcome::Reason::ReviewLate, 10);
            Verdict::of([(seed, Measured::of_children(seed.name, &children).unwrap())].into_iter())
        };
        let reliance = [0, 10, 11, 50, 51].map(|assumed| verdict(assumed).reliance);
        use Reliance::{NotUsable, Usable, WithCare};
        assert_eq!(reliance, [Usable, Usable, WithCare, WithCare, NotUsable]);
        let words =
            "unreliable: 51 of 100 children whose first review of the window is counted from an assumed one (51.0%)";
        assert_eq!(verdict(51).in_words(), words);
    }

    #[test]
    fn the_gravest_reason_comes_first() {
        let (reliance, because) = verdict(10, 4, 2);
        assert_eq!(reliance, Reliance::NotUsable);
        assert_eq!(because.len(), 2);
        assert!(because[0].starts_with("2 in doubt, 10 in the figure: a row of oc2 rejected"), "{because:?}");
    }
}
