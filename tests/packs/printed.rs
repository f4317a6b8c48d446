//! A pack as it is printed: ten indicators, one of them hidden, with a long name.

use super::{about, alone, beside, change, indicators, numbers, pack, sentences, target};
use crate::charts::by_hand::place;
use stocktake::benchmark::significance::Significance;
use stocktake::benchmark::targets;
use stocktake::pack::{About, Audience, Beside, Nothing, OfIndicator, Pack, Summary, Target};
use stocktake::printed::{Numbers, Printed};

pub fn noted(audience: Audience) -> About {
    about(
        audience,
        &[
            (
                "How figures are compared",
                &[
                    "A difference is better or worse where it is beyond what chance alone would bring about 19 times in \
                   20. All others cannot be told from chance, whichever way they lie.",
                ],
            ),
            (
                "Where figures come from",
                &["From returns for looked-after children, by the definitions of the National Indicator set."],
            ),
        ],
    )
}

/// Ten indicators, one of them hidden, with a long name.
pub fn ten() -> Pack {
    Pack {
        region: Some(place("E12000009", "South West")),
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
            nothing: Nothing::default(),
        },
        ..pack("839", "Bournemouth, Christchurch and Poole", indicators().iter().map(|seed| of_indicator(seed.number)).collect())
    }
}

fn of_indicator(number: u16) -> OfIndicator {
    if number == 61 { hidden(number) } else { shown(number) }
}

/// With everything beside it.
pub fn shown(number: u16) -> OfIndicator {
    OfIndicator {
        numbers: numbers([7, 50, 140, 70, 262].map(Printed::Number)),
        counted: "7 of 50".to_owned(),
        england: Some(beside("England", 107, Significance::Worse)),
        region: Some(beside("South West", 112, Significance::NotSignificant)),
        neighbours: Some(Beside { of_year: Some(2010), ..beside("mean of 10 neighbours", 98, Significance::NotTested) }),
        change: Some(change(165, -25, Significance::NotSignificant)),
        trend: Some("no trend".to_owned()),
        rank: Some("97 of 152 (likely 40 to 131)".to_owned()),
        quarter: Some("second worst quarter".to_owned()),
        targets: vec![Target {
            in_words: "60 by 2011: not met, 46.0 points below, 23 more children would meet it; this is not statistically significant"
                .to_owned(),
            ..target("60", false, -460, targets::MetAt95::Unclear)
        }],
        years: vec![
            (2007, Printed::NotAvailable),
            (2008, Printed::Number(152)),
            (2009, Printed::Confidential),
            (2010, Printed::Number(165)),
            (2011, Printed::Number(140)),
        ],
        year_notes: vec![(2008, "needs earlier returns we do not have".to_owned())],
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
    let of = alone(number, Numbers::all(Printed::Confidential));
    OfIndicator {
        title: format!("{} in full, as the handbook of definitions has it", of.indicator.title),
        counted: "hidden".to_owned(),
        words: sentences(&["The figure is hidden to protect children."]),
        ..of
    }
}
