//! A place that has every kind of figure of which sentences speak.

use super::{beside, change, pack, target};
use stocktake::benchmark::significance::Significance;
use stocktake::benchmark::targets::{self, Children};
use stocktake::pack::{OfIndicator, Pack, Target};
use stocktake::printed::{Numbers, Printed};
use stocktake::seeds::indicators::IndicatorSeed;

/// Numerator, denominator, value in tenths.
fn numbers(numerator: Printed, denominator: i64, value: i64) -> Numbers {
    let [denominator, value] = [denominator, value].map(Printed::Number);
    Numbers { numerator, denominator, value, lower: value, upper: value }
}

fn of(seed: &IndicatorSeed, numbers: Numbers) -> OfIndicator {
    let years = (2007..=2011).map(|year| (year, Printed::Number(100))).collect();
    OfIndicator { years, ..OfIndicator::alone(seed, numbers) }
}

fn of_children(value: &str, above: i64, children: Children, significance: targets::MetAt95) -> Target {
    let met = matches!(children, Children::ToSpare(_));
    Target { children: Some(children), ..target(value, met, above, significance) }
}

/// One of each kind; `shift` moves every count, so that there are many places.
pub fn one_of_each(seeds: &[IndicatorSeed], shift: i64) -> Pack {
    let counted = |met: i64, all: i64, value| numbers(Printed::Number(met + shift), all + shift, value);
    let fill = |seed: &IndicatorSeed| match seed.number {
        58 => OfIndicator {
            england: Some(beside("England", 139, Significance::NotSignificant)),
            change: Some(change(132, 0, Significance::NotTested)),
            note: "with care: 14 of 66 children who should have a score without one (21.2%)".to_owned(),
            ..of(seed, numbers(Printed::NotApplicable, 52 + shift, 144))
        },
        61 => of(seed, Numbers::all(Printed::Confidential)),
        62 => OfIndicator {
            england: Some(beside("England", 107, Significance::NotSignificant)),
            region: Some(beside("London", 113, Significance::NotSignificant)),
            neighbours: Some(beside("mean of 10 neighbours", 70, Significance::Worse)),
            change: Some(change(58, 0, Significance::NotSignificant)),
            trend: Some("no trend".to_owned()),
            ..of(seed, counted(19, 168, 113))
        },
        63 => OfIndicator {
            england: Some(beside("England", 682, Significance::Better)),
            change: Some(change(601, 0, Significance::Better)),
            trend: Some("getting better".to_owned()),
            ..of(seed, counted(80, 98, 816))
        },
        66 => OfIndicator {
            england: Some(beside("England", 905, Significance::Worse)),
            change: Some(change(902, 0, Significance::Worse)),
            ..of(seed, counted(120, 160, 750))
        },
        99 => OfIndicator {
            england: Some(beside("England", 500, Significance::NotSignificant)),
            targets: vec![of_children("60", -76, Children::Short(2), targets::MetAt95::Unclear)],
            ..of(seed, counted(11, 21, 524))
        },
        100 => OfIndicator {
            england: Some(beside("England", 480, Significance::NotSignificant)),
            targets: vec![of_children("55", 117, Children::ToSpare(2), targets::MetAt95::Unclear)],
            ..of(seed, counted(14, 21, 667))
        },
        101 => OfIndicator {
            england: Some(beside("England", 128, Significance::NotSignificant)),
            targets: vec![of_children("20", -160, Children::Short(5), targets::MetAt95::NotMet)],
            ..of(seed, counted(2, 50, 40))
        },
        147 => OfIndicator {
            england: Some(beside("England", 900, Significance::NotSignificant)),
            ..of(seed, counted(5, 7, 714))
        },
        _ => OfIndicator {
            note: "not available: no oc3 in the return for 2011".to_owned(),
            england: Some(beside("England", 610, Significance::NotSignificant)),
            ..of(seed, Numbers::all(Printed::NotAvailable))
        },
    };
    pack("301", "Barking and Dagenham", seeds.iter().map(fill).collect())
}
