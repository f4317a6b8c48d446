//! As much as a pack can hold: long names, long notes, everything beside each figure, one authority and all of them.

use super::{about, alone, beside, change, indicators, numbers, pack, sentences, target};
use crate::charts::by_hand::place;
use stocktake::benchmark::footing::Footing;
use stocktake::benchmark::significance::Significance;
use stocktake::benchmark::targets;
use stocktake::charts::strip::Strip;
use stocktake::figures::Behind;
use stocktake::level::Level;
use stocktake::pack::{About, Audience, Beside, Nothing, OfIndicator, Pack, Packs, Summary, Target};
use stocktake::printed::{Numbers, Printed};
use stocktake::rounding::Tenths;
use stocktake::seeds::Seeds;
use stocktake::seeds::authorities::Authority;
use stocktake::wording::names::Indicator;
use stocktake::wording::target::met_or_not;
use stocktake::wording::value::Limits;

pub const LONG_NAME: &str = "Bournemouth, Christchurch & Poole <and \"Wimborne\">";

pub fn noted(audience: Audience) -> About {
    about(
        audience,
        &[
            (
                "What is shown",
                &[
                    "Figures follow the profile sfr-2011. Counts of children from 1 to 5 are hidden, and a percentage is \
                     hidden where its numerator is 5 or less, or its denominator is 10 or less.",
                    "More is hidden where a hidden count could be worked out from what is shown.",
                ],
            ),
            (
                "How figures are compared",
                &["A figure is better or worse than England where its 95% limits leave England's value out; else it \
                   is not statistically significant. Limits are Wilson's for a percentage and Student's t for a mean score."],
            ),
            ("Where figures come from", &["Earlier years: SFR21/2011 & SFR30/2011, Department for Education."]),
        ],
    )
}

/// An indicator with everything: beside England, region and neighbours, two targets, five years.
pub fn full(number: u16, value: i64) -> OfIndicator {
    let limits = [(value - 28).max(0), value + 37];
    let of = alone(number, numbers([43, 373, value, limits[0], limits[1]].map(Printed::Number)));
    let significance =
        [Significance::Better, Significance::NotSignificant, Significance::Worse, Significance::NotTested]
            [usize::from(number) % 4];
    let judged = |value: &str, met: bool, significance: targets::MetAt95| Target {
        in_words: format!(
            "{value} by 2011: {}, 12.5 points below, 2 more children would meet it ({})",
            met_or_not(met),
            significance.in_words(met)
        ),
        ..target(value, met, -125, significance)
    };
    OfIndicator {
        title: format!("{} of children in care, by the handbook's full title", of.indicator.title),
        counted: "43 of 373".to_owned(),
        england: Some(beside("England", 107, significance)),
        region: Some(Beside {
            of_year: Some(2010),
            ..beside("Yorkshire and The Humber", 112, Significance::NotSignificant)
        }),
        neighbours: Some(beside("mean of 10 neighbours", 121, Significance::Better)),
        change: Some(change(value - 54, 54, Significance::NotSignificant)),
        trend: Some("no trend".to_owned()),
        rank: Some("3 of 6 (likely 1 to 5)".to_owned()),
        quarter: Some("second best quarter".to_owned()),
        targets: vec![
            judged("60", false, targets::MetAt95::NotMet),
            Target { is_local: true, ..judged("47.5", true, targets::MetAt95::Unclear) },
        ],
        years: (2007..=2011).map(|year| (year, Printed::Number(value - 2 * i64::from(2011 - year)))).collect(),
        footings: [2007, 2008].map(|year| (year, Footing::Published)).to_vec(),
        doubt: Some(Limits { lower: Tenths(value - 4), upper: Tenths(value + 9) }),
        strip: Some(strip(of.indicator.clone(), value)),
        finding: "Fewer than in England were placed for adoption in time, but not significantly".to_owned(),
        words: vec![
            format!(
                "{} was {}. The chance limits run from there to there.",
                of.indicator.name(),
                of.indicator.shown(Tenths(value))
            ),
            "It is not significantly different from England's 10.7% at 95%, nor from last year's value: the number of children is \
             small."
                .to_owned(),
        ],
        ..of
    }
}

/// One area of 152, of which two lie far out.
fn strip(indicator: Indicator, value: i64) -> Strip {
    let others = (0..149).map(|at| Tenths((value + 2 * at - 150).clamp(0, 1000)));
    let far_out = [Tenths(0), Tenths(1000)];
    let mut others: Vec<Tenths> = others.chain(far_out).collect();
    others.sort_unstable();
    Strip {
        indicator,
        name: LONG_NAME.to_owned(),
        own: Some(Tenths(value)),
        england: Some(Tenths(value + 30)),
        target: Some(Tenths(value - 60)),
        others,
        hidden: 0,
    }
}

/// One whose value is hidden. What is told of it must not be shown, though it was given by mistake.
pub fn hidden(number: u16) -> OfIndicator {
    OfIndicator {
        numbers: Numbers { denominator: Printed::Number(20), ..Numbers::all(Printed::Confidential) },
        counted: "[c] of 20".to_owned(),
        years: vec![(2010, Printed::Number(415)), (2011, Printed::Confidential)],
        finding: "Not shown, to protect children".to_owned(),
        words: sentences(&["The figure is hidden to protect children."]),
        note: "hidden to protect children".to_owned(),
        ..full(number, 317)
    }
}

/// One without a figure, and nothing but England beside it.
pub fn missing(number: u16) -> OfIndicator {
    let full = full(number, 0);
    OfIndicator {
        title: full.title,
        counted: "not available: no rows of OC3 for 2011, and none of the two years before it".to_owned(),
        england: full.england,
        finding: "There is no figure".to_owned(),
        words: sentences(&["There is no figure, for the return has no rows of OC3."]),
        note: "not available: no rows of OC3 for 2011".to_owned(),
        ..alone(number, Numbers::all(Printed::NotAvailable))
    }
}

fn summary() -> Summary {
    Summary {
        lead:
            "Of ten indicators eight have a figure: two are significantly better than England, one is worse, and five \
               are not significantly different."
                .to_owned(),
        met: sentences(&["NI 100, Level 4 maths at Key Stage 2: 55 by 2011 is met, with 2 children to spare."]),
        behind: sentences(&[
            "NI 99, Level 4 English at Key Stage 2: 60 by 2011 is not met; 2 more children would meet it.",
            "NI 147, Care leavers suitably housed, is significantly worse than England (70.0% against 86.7%).",
        ]),
        moved: sentences(&["NI 62, Three or more placements, is getting better over five years."]),
        care: sentences(&["NI 61 is hidden to protect children.", "NI 63 is not available: no rows of OC3 for 2011."]),
        nothing: Nothing {
            met: "No target is met. No figure is significantly better than England's.".to_owned(),
            behind: "No target is missed. No figure is significantly worse than England's.".to_owned(),
            moved: "No change is statistically significant.".to_owned(),
        },
    }
}

pub fn of_place(level: Level, code: &str, name: &str, seed: usize) -> Pack {
    let of = |(column, number): (usize, u16)| match (seed + column) % 11 {
        1 => hidden(number),
        3 => missing(number),
        _ => full(number, 60 + ((seed * 37 + column * 101) % 900) as i64),
    };
    let is_authority = level == Level::LocalAuthority;
    Pack {
        level,
        region: is_authority.then(|| place("E12000003", "Yorkshire and The Humber")),
        behind: (!is_authority).then_some(Behind { available: 6, listed: 33 }),
        summary: summary(),
        ..pack(code, name, indicators().iter().map(|seed| seed.number).enumerate().map(of).collect())
    }
}

/// Packs of so many authorities of the list, in order of code, the first with a name that must be escaped.
pub fn packs(audience: Audience, number: usize) -> Packs {
    let authorities = Seeds::built_in().unwrap().authorities;
    let of = |(at, (_, authority)): (usize, (_, &Authority))| {
        let name = if at == 0 { LONG_NAME } else { &authority.name };
        let region = place(&authority.region_code, &authority.region_name);
        Pack { region: Some(region), ..of_place(Level::LocalAuthority, &authority.code, name, at) }
    };
    let regions = authorities.regions();
    let region =
        |(at, (code, name)): (usize, (&&str, &&str))| without_region(of_place(Level::Regional, code, name, at));
    Packs {
        about: noted(audience),
        england: Some(without_region(of_place(Level::National, "E92000001", "England", 2))),
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
