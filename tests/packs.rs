//! Made-up packs, small enough to check by hand: what is shown, hidden, missing and lacking, each somewhere.

use stocktake::benchmark::targets;
use stocktake::benchmark::told::Told;
use stocktake::charts::shown::{Indicator, Place};
use stocktake::day::Day;
use stocktake::figures::rounding::Tenths;
use stocktake::figures::{Behind, Level};
use stocktake::pack::{About, Audience, Beside, Change, Note, OfIndicator, Pack, Packs, Summary, Target};
use stocktake::publish::Printed::{Confidential, NotApplicable, NotAvailable, Number, RoundsToNought};
use stocktake::publish::{Numbers, Printed};
use stocktake::seeds::Seeds;
use stocktake::seeds::indicators::IndicatorSeed;
use stocktake::timeframe::{Basis, Timeframe};

/// The facts of the ten indicators.
pub fn indicators() -> Vec<IndicatorSeed> {
    Seeds::built_in().unwrap().indicators
}

/// For anybody: England, a region, and three authorities, one shown, one hidden, one without a return.
pub fn packs() -> Packs {
    let northwold = || place("E12000091", "Northwold");
    let behind = |available| Some(Behind { available, listed: 4 });
    Packs {
        about: about(Audience::Anybody),
        england: Some(Pack {
            behind: behind(2),
            ..pack(Level::National, place("E92000001", "England"), None, of_england())
        }),
        regions: vec![Pack { behind: behind(2), ..pack(Level::Regional, northwold(), None, of_england()) }],
        authorities: vec![
            ashbury(),
            pack(Level::LocalAuthority, place("992", "Elmstead & Fen"), Some(northwold()), hidden()),
            pack(Level::LocalAuthority, place("993", "Oakham, City of"), Some(northwold()), missing()),
        ],
    }
}

/// For the owner of the returns of one authority.
pub fn for_the_owner() -> Packs {
    let about = about(Audience::Owner);
    Packs { about, england: None, regions: Vec::new(), authorities: vec![ashbury()] }
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

fn about(audience: Audience) -> About {
    let note = |heading: &str, paragraphs: &[&str]| Note {
        heading: heading.to_owned(),
        paragraphs: paragraphs.iter().map(|paragraph| (*paragraph).to_owned()).collect(),
    };
    About {
        audience,
        timeframe: Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap(),
        when: "twelve months to 31 March 2011".to_owned(),
        notes: vec![
            note("What is shown", &["Counts of children from 1 to 5 are hidden.", "Counts are to the nearest 5."]),
            note("How figures are compared", &["A difference is told where 95% can tell it from chance."]),
        ],
    }
}

/// Everything there can be: NI 58 is a mean, NI 62 is compared with all, NI 66 rounds to nought, NI 99 has two targets,
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
    indicators[5].targets = vec![target(false, "60", 600), target(true, "55.5", 555)];
    indicators[7].numbers = numbers([Number(0), Number(0), NotApplicable, NotApplicable, NotApplicable]);
    indicators[7].counted = "nobody is in it".to_owned();
    for of in &mut indicators {
        let latest = of.years.last_mut().unwrap();
        latest.1 = of.numbers.value;
    }
    let summary = Summary {
        lead: "There are nine figures of ten.".to_owned(),
        met: Vec::new(),
        behind: vec![
            "NI 62, Three or more placements, is worse than England beyond chance.".to_owned(),
            "NI 99, Level 4 English at Key Stage 2, does not meet 60 by 2011.".to_owned(),
        ],
        moved: vec!["NI 62 is worse than in 2010 beyond chance.".to_owned()],
        care: vec!["NI 58 is to be treated with care.".to_owned()],
    };
    let region = Some(place("E12000091", "Northwold"));
    Pack { summary, ..pack(Level::LocalAuthority, place("991", "Ashbury"), region, indicators) }
}

fn compared(of: OfIndicator) -> OfIndicator {
    let beside = |name: &str, value, of_year, told| {
        Some(Beside { name: name.to_owned(), value: Tenths(value), of_year, told: Some(told) })
    };
    OfIndicator {
        england: beside("England", 107, Some(2010), Told::Worse),
        region: beside("Northwold", 98, None, Told::Not),
        neighbours: beside("mean of 10 neighbours", 103, None, Told::Untested),
        change: Some(Change { from_year: 2010, from: Tenths(165), points: Tenths(-54), told: Told::Better }),
        trend: Some("getting better".to_owned()),
        rank: Some("3 of 6, chance allows 1 to 5".to_owned()),
        band: Some("B".to_owned()),
        years: [(2009, NotAvailable), (2010, Number(165)), (2011, Number(111))].to_vec(),
        words: vec!["5 of 45 children had three or more placements.".to_owned(), "Low is good.".to_owned()],
        ..of
    }
}

fn target(is_local: bool, value: &str, tenths: i64) -> Target {
    let above = Tenths(111 - tenths);
    Target {
        is_local,
        value: value.to_owned(),
        year: 2011,
        met: Some(false),
        told: Some(targets::Told::NotMet),
        above: Some(above),
        children: None,
        in_words: format!("{value} by 2011: not met, {} points below (at 95%: not met)", Tenths(-above.0)),
    }
}

fn of_england() -> Vec<OfIndicator> {
    indicators().iter().map(|seed| shown(seed, 2345, 21_105)).collect()
}

/// Every number is hidden, now and in every year.
fn hidden() -> Vec<OfIndicator> {
    let years = vec![(2010, Confidential), (2011, Confidential)];
    let hidden = |seed| OfIndicator { years: years.clone(), ..of(seed, Confidential, "hidden") };
    indicators().iter().map(hidden).collect()
}

fn missing() -> Vec<OfIndicator> {
    indicators().iter().map(|seed| of(seed, NotAvailable, "not available: no return")).collect()
}

fn shown(seed: &IndicatorSeed, numerator: i64, denominator: i64) -> OfIndicator {
    OfIndicator {
        numbers: numbers([Number(numerator), Number(denominator), Number(111), Number(48), Number(235)]),
        counted: format!("{numerator} of {denominator}"),
        years: vec![(2010, Number(120)), (2011, Number(111))],
        ..of(seed, NotApplicable, "")
    }
}

/// With the same symbol for each number, and nothing beside it.
fn of(seed: &IndicatorSeed, symbol: Printed, counted: &str) -> OfIndicator {
    OfIndicator {
        indicator: Indicator::of(seed),
        title: seed.title.clone(),
        numbers: Numbers::all(symbol),
        counts_to: 1,
        counted: counted.to_owned(),
        england: None,
        region: None,
        neighbours: None,
        change: None,
        trend: None,
        rank: None,
        band: None,
        targets: Vec::new(),
        years: Vec::new(),
        words: Vec::new(),
        note: String::new(),
    }
}

fn numbers([numerator, denominator, value, lower, upper]: [Printed; 5]) -> Numbers {
    Numbers { numerator, denominator, value, lower, upper }
}

fn pack(level: Level, place: Place, region: Option<Place>, indicators: Vec<OfIndicator>) -> Pack {
    let summary = Summary { lead: format!("{} has ten indicators.", place.name), ..Summary::default() };
    Pack { level, place, region, behind: None, summary, indicators }
}

fn place(code: &str, name: &str) -> Place {
    Place { code: code.to_owned(), name: name.to_owned() }
}
