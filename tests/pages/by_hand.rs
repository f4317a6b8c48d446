//! Packs that nobody lives in: hidden, missing and without a target; long names, one authority and all of them.

use crate::charts::by_hand::{WHEN, bars, caterpillars, funnels, heat_table, indicator, place, slope, spine, trend};
use stocktake::benchmark::targets;
use stocktake::benchmark::told::Told;
use stocktake::charts::DrawnChart;
use stocktake::charts::caterpillar::Caterpillar;
use stocktake::charts::funnel::Funnel;
use stocktake::day::Day;
use stocktake::figures::rounding::Tenths;
use stocktake::figures::{Behind, Level};
use stocktake::pack::{About, Audience, Beside, Change, Note, OfIndicator, Pack, Packs, Summary, Target};
use stocktake::publish::{Numbers, Printed};
use stocktake::seeds::Seeds;
use stocktake::seeds::authorities::Authority;
use stocktake::seeds::indicators::NUMBERS;
use stocktake::timeframe::{Basis, Timeframe};

pub const LONG_NAME: &str = "Bournemouth, Christchurch & Poole <and \"Wimborne\">";

pub fn about(audience: Audience) -> About {
    let note = |heading: &str, paragraphs: &[&str]| Note {
        heading: heading.to_owned(),
        paragraphs: paragraphs.iter().map(|&paragraph| paragraph.to_owned()).collect(),
    };
    About {
        audience,
        timeframe: Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap(),
        when: WHEN.to_owned(),
        notes: vec![
            note(
                "What is shown",
                &[
                    "Figures follow the profile sfr-2011. Counts of children from 1 to 5 are hidden, and a percentage is \
                     hidden where its numerator is 5 or less, or its denominator is 10 or less.",
                    "More is hidden where a hidden count could be worked out from what is shown.",
                ],
            ),
            note(
                "How figures are compared",
                &["A figure is better or worse than England where its 95% limits leave England's value out; else it \
                   cannot be told from chance. Limits are Wilson's for a percentage and Student's t for a mean score."],
            ),
            note("Where figures come from", &["Earlier years: SFR21/2011 & SFR30/2011, Department for Education."]),
        ],
    }
}

/// An indicator with everything: beside England, region and neighbours, two targets, five years.
pub fn full(number: u16, value: i64) -> OfIndicator {
    let of = indicator(number);
    let beside = |name: &str, value: i64, of_year: Option<i32>, told: Told| {
        Some(Beside { name: name.to_owned(), value: Tenths(value), of_year, told: Some(told) })
    };
    let told = [Told::Better, Told::Not, Told::Worse, Told::Untested][usize::from(number) % 4];
    let target = |is_local: bool, value: &str, met: bool, told: targets::Told| Target {
        is_local,
        value: value.to_owned(),
        year: 2011,
        met: Some(met),
        told: Some(told),
        above: Some(Tenths(-125)),
        children: None,
        in_words: format!(
            "{value} by 2011: {}, 12.5 points below, 2 more children would meet it (at 95%: {})",
            if met { "met" } else { "not met" },
            told.name()
        ),
    };
    OfIndicator {
        counts_to: 1,
        title: format!("{} of children in care, by the handbook's full title", of.title),
        numbers: Numbers {
            numerator: Printed::Number(43),
            denominator: Printed::Number(373),
            value: Printed::Number(value),
            lower: Printed::Number((value - 28).max(0)),
            upper: Printed::Number(value + 37),
        },
        counted: "43 of 373".to_owned(),
        england: beside("England", 107, None, told),
        region: beside("Yorkshire and The Humber", 112, Some(2010), Told::Not),
        neighbours: beside("mean of 10 neighbours", 121, None, Told::Better),
        change: Some(Change { from_year: 2010, from: Tenths(value - 54), points: Tenths(54), told: Told::Not }),
        trend: Some("no trend".to_owned()),
        rank: Some("3 of 6, chance allows 1 to 5".to_owned()),
        band: Some("B".to_owned()),
        targets: vec![
            target(false, "60", false, targets::Told::NotMet),
            target(true, "47.5", true, targets::Told::CannotBeTold),
        ],
        years: (2007..=2011).map(|year| (year, Printed::Number(value - 2 * i64::from(2011 - year)))).collect(),
        words: vec![
            format!("{} was {}. The chance limits run from there to there.", of.name(), of.shown(Tenths(value))),
            "It cannot be told from England's 10.7% at 95%, nor from last year's value: the number of children is \
             small."
                .to_owned(),
        ],
        note: String::new(),
        indicator: of,
    }
}

/// One whose value is hidden. What is told of it must not be shown, though it was given by mistake.
pub fn hidden(number: u16) -> OfIndicator {
    OfIndicator {
        numbers: Numbers { denominator: Printed::Number(20), ..Numbers::all(Printed::Confidential) },
        counted: "[c] of 20".to_owned(),
        years: vec![(2010, Printed::Number(415)), (2011, Printed::Confidential)],
        words: vec!["The figure is hidden to protect children.".to_owned()],
        note: "hidden to protect children".to_owned(),
        ..full(number, 317)
    }
}

/// One without a figure, a target or a region.
pub fn missing(number: u16) -> OfIndicator {
    OfIndicator {
        numbers: Numbers::all(Printed::NotAvailable),
        counted: "not available: no rows of OC3 for 2011, and none of the two years before it".to_owned(),
        region: None,
        neighbours: None,
        change: None,
        trend: None,
        rank: None,
        band: None,
        targets: Vec::new(),
        years: Vec::new(),
        words: vec!["There is no figure, for the return has no rows of OC3.".to_owned()],
        note: "not available: no rows of OC3 for 2011".to_owned(),
        ..full(number, 0)
    }
}

pub fn summary() -> Summary {
    let owned = |sentences: &[&str]| sentences.iter().map(|&sentence| sentence.to_owned()).collect();
    Summary {
        lead:
            "Of ten indicators eight have a figure: two are better than England beyond chance, one is worse, and five \
               cannot be told from it."
                .to_owned(),
        met: owned(&["NI 100, Level 4 maths at Key Stage 2: 55 by 2011 is met, with 2 children to spare."]),
        behind: owned(&[
            "NI 99, Level 4 English at Key Stage 2: 60 by 2011 is not met; 2 more children would meet it.",
            "NI 147, Care leavers suitably housed, is worse than England beyond chance (70.0% beside 86.7%).",
        ]),
        moved: owned(&["NI 62, Three or more placements, is getting better over five years."]),
        care: owned(&["NI 61 is hidden to protect children.", "NI 63 is not available: no rows of OC3 for 2011."]),
    }
}

pub fn pack(level: Level, code: &str, name: &str, seed: usize) -> Pack {
    let of = |(column, number): (usize, &u16)| match (seed + column) % 11 {
        1 => hidden(*number),
        3 => missing(*number),
        _ => full(*number, 60 + ((seed * 37 + column * 101) % 900) as i64),
    };
    let is_authority = level == Level::LocalAuthority;
    Pack {
        level,
        place: place(code, name),
        region: is_authority.then(|| place("E12000003", "Yorkshire and The Humber")),
        behind: (!is_authority).then_some(Behind { available: 6, listed: 33 }),
        summary: summary(),
        indicators: NUMBERS.iter().enumerate().map(of).collect(),
    }
}

/// Packs of so many authorities of the list, in order of code, the first with a name that must be escaped.
pub fn packs(audience: Audience, number: usize) -> Packs {
    let authorities = Seeds::built_in().unwrap().authorities;
    let of = |(at, (_, authority)): (usize, (_, &Authority))| {
        let name = if at == 0 { LONG_NAME } else { &authority.name };
        let region = place(&authority.region_code, &authority.region_name);
        Pack { region: Some(region), ..pack(Level::LocalAuthority, &authority.code, name, at) }
    };
    let regions = authorities.regions();
    let region = |(at, (code, name)): (usize, (&&str, &&str))| without_region(pack(Level::Regional, code, name, at));
    Packs {
        about: about(audience),
        england: Some(without_region(pack(Level::National, "E92000001", "England", 2))),
        regions: regions.iter().enumerate().map(region).collect(),
        authorities: authorities.iter().take(number).enumerate().map(of).collect(),
    }
}

fn without_region(mut pack: Pack) -> Pack {
    for of in &mut pack.indicators {
        (of.region, of.neighbours) = (None, None);
        if pack.level == Level::National {
            of.england = None;
        }
    }
    pack
}

/// The charts of a place among so many authorities.
pub fn charts(among: usize) -> Vec<DrawnChart> {
    let mut charts = vec![
        DrawnChart::of("target-bars", &bars()).unwrap(),
        DrawnChart::of("spine", &spine()).unwrap(),
        DrawnChart::of("slope", &slope()).unwrap(),
    ];
    let (caterpillars, funnels) = (caterpillars(among), funnels(among));
    for number in NUMBERS {
        charts.push(DrawnChart::of(format!("trend-{number}"), &trend()).unwrap());
        if let Some(chart) = Caterpillar::of(&caterpillars, "101") {
            charts.push(DrawnChart::of(format!("caterpillar-{number}"), &chart).unwrap());
        }
        if let Some(chart) = Funnel::of(&funnels, "101") {
            charts.push(DrawnChart::of(format!("funnel-{number}"), &chart).unwrap());
        }
    }
    charts
}

pub fn charts_of_all(number: usize) -> Vec<DrawnChart> {
    vec![DrawnChart::of("heat-table", &heat_table(number)).unwrap()]
}
