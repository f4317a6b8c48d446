//! A pack and its charts by hand.

use crate::charts::by_hand::{
    WHEN, bars, caterpillars, funnels, indicator, place, slope as slope_chart, spine as spine_chart, trend,
};
use stocktake::benchmark::targets;
use stocktake::benchmark::told::Told;
use stocktake::charts::DrawnChart;
use stocktake::charts::caterpillar::Caterpillar;
use stocktake::charts::funnel::Funnel;
use stocktake::figures::Level;
use stocktake::figures::rounding::Tenths;
use stocktake::pack::{About, Audience, Beside, Change, Note, OfIndicator, Pack, Summary, Target};
use stocktake::publish::{Numbers, Printed};
use stocktake::seeds::indicators::NUMBERS;
use stocktake::timeframe::{Basis, Timeframe, read_as_at};

pub fn about(audience: Audience) -> About {
    About {
        audience,
        timeframe: Timeframe::new(read_as_at("2011-03-31").unwrap(), Basis::Rolling).unwrap(),
        when: WHEN.to_owned(),
        notes: vec![
            Note {
                heading: "How figures are compared".to_owned(),
                paragraphs: vec![
                    "A difference is better or worse where it is beyond what chance alone would bring about 19 times in \
                     20. All others cannot be told from chance, whichever way they lie."
                        .to_owned(),
                ],
            },
            Note {
                heading: "Where figures come from".to_owned(),
                paragraphs: vec![
                    "From returns for looked-after children, by the definitions of the National Indicator set.".to_owned(),
                ],
            },
        ],
    }
}

fn sentences(sentences: &[&str]) -> Vec<String> {
    sentences.iter().map(|sentence| (*sentence).to_owned()).collect()
}

/// Ten indicators, one of them hidden, with a long name.
pub fn pack() -> Pack {
    Pack {
        level: Level::LocalAuthority,
        place: place("839", "Bournemouth, Christchurch and Poole"),
        region: Some(place("E12000009", "South West")),
        behind: None,
        summary: Summary {
            lead: "Nine of ten indicators have a figure that can be shown. Two are better than England beyond chance, one \
                   is worse, and of three targets one is met."
                .to_owned(),
            met: sentences(&["NI 100, Level 4 maths at Key Stage 2: 58.3%, where the target for 2011 is 55%."]),
            behind: sentences(&[
                "NI 99, Level 4 English at Key Stage 2: 47.5%, 12.5 points below the target of 60% for 2011; 2 more \
                 children at level 4 or above would meet it.",
                "NI 62, Three or more placements: 14.0%, worse than England's 10.7% beyond chance.",
            ]),
            moved: sentences(&[
                "NI 66, Reviews held on time: from 96.0% to 88.0%, worse beyond chance.",
                "NI 63, Same placement for two years has been getting better over five years.",
            ]),
            care: sentences(&[
                "NI 61, Placed for adoption in 12 months is hidden to protect children.",
                "NI 58, Emotional and behavioural health: many have no score.",
            ]),
        },
        indicators: NUMBERS.map(of_indicator).to_vec(),
    }
}

fn of_indicator(number: u16) -> OfIndicator {
    if number == 61 { hidden(number) } else { shown(number) }
}

/// With everything beside it.
pub fn shown(number: u16) -> OfIndicator {
    let beside =
        |name: &str, value, of_year, told| Beside { name: name.to_owned(), value: Tenths(value), of_year, told };
    OfIndicator {
        numbers: Numbers {
            numerator: Printed::Number(7),
            denominator: Printed::Number(50),
            value: Printed::Number(140),
            lower: Printed::Number(70),
            upper: Printed::Number(262),
        },
        counts_to: 1,
        counted: "7 of 50".to_owned(),
        england: Some(beside("England", 107, None, Some(Told::Worse))),
        region: Some(beside("South West", 112, None, Some(Told::Not))),
        neighbours: Some(beside("mean of 10 neighbours", 98, Some(2010), Some(Told::Untested))),
        change: Some(Change { from_year: 2010, from: Tenths(165), points: Tenths(-25), told: Told::Not }),
        trend: Some("no trend".to_owned()),
        rank: Some("97 of 152, chance allows 40 to 131".to_owned()),
        band: Some("C".to_owned()),
        targets: vec![Target {
            is_local: false,
            value: "60".to_owned(),
            year: 2011,
            met: Some(false),
            told: Some(targets::Told::CannotBeTold),
            above: Some(Tenths(-460)),
            children: None,
            in_words: "60 by 2011: not met, 46.0 points below, 23 more children would meet it (at 95%: cannot be told)"
                .to_owned(),
        }],
        years: vec![
            (2007, Printed::NotAvailable),
            (2008, Printed::Number(152)),
            (2009, Printed::Confidential),
            (2010, Printed::Number(165)),
            (2011, Printed::Number(140)),
        ],
        words: sentences(&[
            "Of 50 children, 7 had three or more placements in the year: 14.0%, where chance alone would give anything from \
             7.0% to 26.2%.",
            "That is higher than England's 10.7%, and worse beyond chance.",
        ]),
        note: "with care: 3 of 50 children have gaps between placements".to_owned(),
        ..hidden(number)
    }
}

/// Hidden, with nothing beside it.
pub fn hidden(number: u16) -> OfIndicator {
    let indicator = indicator(number);
    OfIndicator {
        title: format!("{} in full, as the handbook of definitions has it", indicator.title),
        indicator,
        numbers: Numbers::all(Printed::Confidential),
        counts_to: 1,
        counted: "hidden".to_owned(),
        england: None,
        region: None,
        neighbours: None,
        change: None,
        trend: None,
        rank: None,
        band: None,
        targets: Vec::new(),
        years: Vec::new(),
        words: sentences(&["The figure is hidden to protect children."]),
        note: String::new(),
    }
}

/// Three charts of all indicators, and three of each that is shown.
pub fn charts() -> Vec<DrawnChart> {
    let (caterpillars, funnels) = (caterpillars(150), funnels(150));
    let mut charts = vec![
        DrawnChart::of("spine", &spine_chart()).unwrap(),
        DrawnChart::of("slope", &slope_chart()).unwrap(),
        DrawnChart::of("target-bars", &bars()).unwrap(),
    ];
    for number in NUMBERS.into_iter().filter(|number| *number != 61) {
        let caterpillar = Caterpillar::of(&caterpillars, "101").unwrap();
        charts.push(DrawnChart::of(format!("caterpillar-{number}"), &caterpillar).unwrap());
        charts.push(DrawnChart::of(format!("funnel-{number}"), &Funnel::of(&funnels, "101").unwrap()).unwrap());
        charts.push(DrawnChart::of(format!("trend-{number}"), &trend()).unwrap());
    }
    charts
}
