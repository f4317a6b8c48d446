//! What is shown, hidden, missing and lacking, each somewhere, small enough to check by hand.

use super::{about, beside, change, indicators, numbers, pack, sentences, target};
use crate::charts::by_hand::place;
use stocktake::benchmark::footing::Footing;
use stocktake::benchmark::significance::Significance;
use stocktake::benchmark::targets;
use stocktake::figures::Behind;
use stocktake::level::Level;
use stocktake::pack::{About, Audience, Beside, Nothing, OfIndicator, Pack, Packs, Summary, Target};
use stocktake::printed::Printed::{Confidential, NotApplicable, NotAvailable, Number, RoundsToNought};
use stocktake::printed::{Numbers, Printed};
use stocktake::rounding::Tenths;
use stocktake::seeds::indicators::IndicatorSeed;
use stocktake::wording::names::Place;

/// For anybody: England, a region, and three authorities, one shown, one hidden, one without a return.
pub fn packs() -> Packs {
    let northwold = || place("E12000091", "Northwold");
    let behind = |available| Some(Behind { available, listed: 4 });
    Packs {
        about: noted(Audience::Public),
        england: Some(Pack {
            behind: behind(2),
            ..of_place(Level::National, place("E92000001", "England"), None, of_england())
        }),
        regions: vec![Pack { behind: behind(2), ..of_place(Level::Regional, northwold(), None, of_england()) }],
        authorities: vec![
            ashbury(),
            of_place(Level::LocalAuthority, place("992", "Elmstead & Fen"), Some(northwold()), hidden()),
            of_place(Level::LocalAuthority, place("993", "Oakham, City of"), Some(northwold()), missing()),
        ],
    }
}

/// For the owner of the returns of one authority.
pub fn for_the_owner() -> Packs {
    Packs { about: noted(Audience::Owner), england: None, regions: Vec::new(), authorities: vec![ashbury()] }
}

/// As many as a national run has: England, nine regions, 152 authorities.
pub fn national() -> Packs {
    let mut packs = packs();
    let [region, authority] = [packs.regions[0].clone(), packs.authorities[0].clone()];
    let of = |pack: &Pack, code: String, name: String| Pack { place: place(&code, &name), ..pack.clone() };
    packs.regions = (1..=9).map(|at| of(&region, format!("E1200000{at}"), format!("Region {at}"))).collect();
    packs.authorities = (201..353).map(|at| of(&authority, at.to_string(), format!("Authority {at}"))).collect();
    packs
}

/// Everything there can be: NI 58 is a mean, NI 62 is compared with all, NI 66 rounds to zero, NI 99 has two targets,
/// and nobody is in NI 101.
fn ashbury() -> Pack {
    let mut indicators: Vec<OfIndicator> = indicators().iter().map(|seed| shown(seed, 5, 45)).collect();
    indicators[0] = OfIndicator {
        numbers: numbers([NotApplicable, Number(1210), Number(141), Number(130), Number(152)]),
        counted: "1,210 of 1,300 scored".to_owned(),
        note: "with care: 90 children have no score".to_owned(),
        ..indicators[0].clone()
    };
    indicators[2] = compared(indicators[2].clone());
    indicators[4].numbers = numbers([RoundsToNought, Number(4310), RoundsToNought, Number(0), Number(1)]);
    indicators[4].counted = "hardly any of 4,310".to_owned();
    indicators[5].targets = vec![missed("60", 600), Target { is_local: true, ..missed("55.5", 555) }];
    indicators[7].numbers = numbers([Number(0), Number(0), NotApplicable, NotApplicable, NotApplicable]);
    indicators[7].counted = "nobody is in it".to_owned();
    for of in &mut indicators {
        let latest = of.years.last_mut().unwrap();
        latest.1 = of.numbers.value;
    }
    let summary = Summary {
        lead: "There are nine figures of ten.".to_owned(),
        met: Vec::new(),
        behind: sentences(&[
            "NI 62, Three or more placements, is significantly worse than England.",
            "NI 99, Level 4 English at Key Stage 2, does not meet 60 by 2011.",
        ]),
        moved: sentences(&["NI 62 is significantly worse than in 2010."]),
        care: sentences(&["NI 58 is to be treated with care."]),
        nothing: Nothing {
            met: "No target is met. No figure is significantly better than England's.".to_owned(),
            behind: "No target is missed. No figure is significantly worse than England's.".to_owned(),
            moved: "No change is statistically significant.".to_owned(),
        },
    };
    let region = Some(place("E12000091", "Northwold"));
    Pack { summary, ..of_place(Level::LocalAuthority, place("991", "Ashbury"), region, indicators) }
}

fn compared(of: OfIndicator) -> OfIndicator {
    OfIndicator {
        england: Some(Beside { of_year: Some(2010), ..beside("England", 107, Significance::Worse) }),
        region: Some(beside("Northwold", 98, Significance::NotSignificant)),
        neighbours: Some(beside("mean of 10 neighbours", 103, Significance::NotTested)),
        change: Some(change(165, -54, Significance::Better)),
        trend: Some("getting better".to_owned()),
        rank: Some("3 of 6 (likely 1 to 5)".to_owned()),
        quarter: Some("second best quarter".to_owned()),
        years: vec![(2009, NotAvailable), (2010, Number(165)), (2011, Number(111))],
        footings: vec![(2010, Footing::Apart)],
        year_notes: vec![(2010, "needs earlier returns we do not have".to_owned())],
        words: sentences(&["5 of 45 children had three or more placements.", "Low is good."]),
        ..of
    }
}

fn missed(value: &str, tenths: i64) -> Target {
    let above = 111 - tenths;
    let in_words =
        format!("{value} by 2011: not met, {} points below; this is statistically significant", Tenths(-above));
    Target { in_words, ..target(value, false, above, targets::MetAt95::NotMet) }
}

fn of_england() -> Vec<OfIndicator> {
    indicators().iter().map(|seed| shown(seed, 2345, 21_105)).collect()
}

/// Every number is hidden, now and in every year.
fn hidden() -> Vec<OfIndicator> {
    let years = vec![(2010, Confidential), (2011, Confidential)];
    let hidden = |seed| OfIndicator { years: years.clone(), ..without(seed, Confidential, "hidden") };
    indicators().iter().map(hidden).collect()
}

fn missing() -> Vec<OfIndicator> {
    indicators().iter().map(|seed| without(seed, NotAvailable, "not available: no return")).collect()
}

fn shown(seed: &IndicatorSeed, numerator: i64, denominator: i64) -> OfIndicator {
    OfIndicator {
        counted: format!("{numerator} of {denominator}"),
        years: vec![(2010, Number(120)), (2011, Number(111))],
        ..OfIndicator::alone(seed, numbers([numerator, denominator, 111, 48, 235].map(Number)))
    }
}

/// With the same symbol for each number.
fn without(seed: &IndicatorSeed, symbol: Printed, counted: &str) -> OfIndicator {
    OfIndicator { counted: counted.to_owned(), ..OfIndicator::alone(seed, Numbers::all(symbol)) }
}

fn of_place(level: Level, place: Place, region: Option<Place>, indicators: Vec<OfIndicator>) -> Pack {
    let summary = Summary { lead: format!("{} has ten indicators.", place.name), ..Summary::default() };
    Pack { level, region, summary, ..pack(&place.code, &place.name, indicators) }
}

fn noted(audience: Audience) -> About {
    about(
        audience,
        &[
            ("What is shown", &["Counts of children from 1 to 5 are hidden.", "Counts are to the nearest 5."]),
            ("How figures are compared", &["A difference is significant where it lies outside the 95% limits."]),
        ],
    )
}
