//! Any indicator and any pack, sensible or not.

use super::{pack, seeds, with_numbers};
use crate::benchmark::significance::Significance;
use crate::benchmark::targets::{self, Children};
use crate::figures::Behind;
use crate::level::Level;
use crate::pack::{Beside, Change, OfIndicator, Pack, Target};
use crate::printed::{Numbers, Printed};
use crate::rounding::Tenths;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const NOTES: [&str; 12] = [
    "",
    "",
    "with care: 12 of 40 adopted children without the date of the decision (30.0%)",
    "with care: earlier returns missing; 3 of 900 rows of its tables rejected (0.3%)",
    "unreliable: 30 of 152 authorities without the figure (19.7%)",
    "unreliable",
    "not available: no oc2 in the return for 2011",
    "not available: no authority has it",
    "no children in the population",
    "a remark  of the user's own.",
    "with care: one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
     seventeen eighteen nineteen twenty twenty-one",
    "withheld",
];
const ENGLAND: [&str; 1] = ["England"];
const REGIONS: [&str; 3] = ["London", "North East", "Yorkshire and the Humber"];
const NEIGHBOURS: [&str; 2] = ["mean of 1 neighbour", "mean of 10 neighbours (model of 2007)"];

fn printed(highest: i64) -> impl Strategy<Value = Printed> {
    prop_oneof![
        6 => (0..=highest).prop_map(Printed::Number),
        2 => (0..=2i64).prop_map(Printed::Number),
        1 => select(vec![
            Printed::Confidential, Printed::NotApplicable, Printed::NotAvailable, Printed::RoundsToNought,
        ]),
    ]
}

fn numbers() -> impl Strategy<Value = Numbers> {
    let any =
        (printed(30_000), prop_oneof![printed(25), printed(90_000)], printed(1_000), printed(1_000), printed(1_000));
    let symbols = select(vec![
        Numbers::all(Printed::Confidential),
        Numbers::all(Printed::NotAvailable),
        Numbers { denominator: Printed::Number(0), ..Numbers::all(Printed::NotApplicable) },
    ]);
    prop_oneof![
        5 => any.prop_map(|(numerator, denominator, value, lower, upper)| {
            Numbers { numerator, denominator, value, lower, upper }
        }),
        1 => symbols,
    ]
}

fn significance() -> impl Strategy<Value = Significance> {
    select(vec![Significance::Better, Significance::Worse, Significance::NotSignificant, Significance::NotTested])
}

fn beside(names: &[&'static str]) -> impl Strategy<Value = Option<Beside>> + use<> {
    let any =
        (select(names.to_vec()), 0i64..=1_000, option::of(2007..=2011), option::of(significance()), any::<[bool; 2]>());
    option::of(any.prop_map(|(name, value, of_year, significance, [is_beyond_99_8, leaves_out_hidden])| Beside {
        name: name.to_owned(),
        value: Printed::Number(value),
        of_year,
        significance,
        is_beyond_99_8,
        leaves_out_hidden,
        not_tested: None,
    }))
}

fn change() -> impl Strategy<Value = Option<Change>> {
    let any = (2007..=2010, 0i64..=1_000, -1_000i64..=1_000, significance(), any::<bool>());
    option::of(any.prop_map(|(from_year, from, points, significance, is_compared)| {
        Change {
            from_year,
            from: Tenths(from),
            points: Tenths(points),
            significance,
            not_compared: (significance == Significance::NotTested && !is_compared)
                .then(|| format!("{from_year} covers different authorities")),
        }
    }))
}

fn target() -> impl Strategy<Value = Target> {
    let tellings = vec![targets::MetAt95::Met, targets::MetAt95::NotMet, targets::MetAt95::Unclear];
    let children = prop_oneof![(1u64..3_000).prop_map(Children::Short), (0u64..3_000).prop_map(Children::ToSpare)];
    (
        any::<bool>(),
        select(vec!["60", "10.5", "0"]),
        2010..=2014,
        option::of(any::<bool>()),
        (option::of(select(tellings)), any::<bool>()),
        option::of(-1_000i64..=1_000),
        option::of(children),
    )
        .prop_map(|(is_local, value, year, met, (significance, is_beyond_99_8), above, children)| Target {
            is_local,
            value: value.to_owned(),
            year,
            met,
            significance,
            is_beyond_99_8,
            above: above.map(Tenths),
            children,
            in_words: String::new(),
        })
}

/// Any description of an indicator.
pub fn of_indicator(number: u16) -> impl Strategy<Value = OfIndicator> {
    (
        numbers(),
        select(vec![1, 1, 5, 10]),
        (beside(&ENGLAND), beside(&REGIONS), beside(&NEIGHBOURS)),
        change(),
        option::of(select(vec!["getting better", "getting worse", "no trend"])),
        prop::collection::vec(target(), 0..=2),
        prop::collection::vec(printed(1_000), 0..=5),
        select(NOTES.to_vec()),
    )
        .prop_map(
            move |(numbers, counts_to, (england, region, neighbours), change, trend, targets, years, note)| {
                OfIndicator {
                    counts_to,
                    england,
                    region,
                    neighbours,
                    change,
                    trend: trend.map(str::to_owned),
                    targets,
                    years: (2007..).zip(years).collect(),
                    note: note.to_owned(),
                    ..with_numbers(number, numbers)
                }
            },
        )
}

/// Any description of any of the ten.
pub(crate) fn of_any() -> impl Strategy<Value = OfIndicator> {
    select(seeds().to_vec()).prop_flat_map(|seed| of_indicator(seed.number))
}

/// Any pack of the ten, each with at most one target of the place's own, and of the nation's where it has one.
pub(crate) fn any_pack() -> impl Strategy<Value = Pack> {
    const NATIONAL: [u16; 3] = [99, 100, 101];
    let one_of_each = |mut of: OfIndicator| {
        of.targets.retain(|target| target.is_local || NATIONAL.contains(&of.indicator.number));
        of.targets.sort_by_key(|target| target.is_local);
        of.targets.dedup_by_key(|target| target.is_local);
        of
    };
    let ten: Vec<_> = seeds().iter().map(|seed| of_indicator(seed.number).prop_map(one_of_each)).collect();
    let behind = option::of((1u32..=152).prop_map(|available| Behind { available, listed: 152 }));
    (ten, behind).prop_map(|(indicators, behind)| Pack { level: Level::Regional, behind, ..pack(indicators) })
}
