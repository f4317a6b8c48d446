//! Each list by hand, and what holds of any summary.

mod unknown;

use super::*;
use crate::benchmark::significance::Significance;
use crate::benchmark::targets;
use crate::figures::Behind;
use crate::level::Level;
use crate::pack::by_hand::any::any_pack;
use crate::pack::by_hand::measured::{held, is_readable, numbers, says_too_much, words};
use crate::pack::by_hand::{beside, change, of, pack, target, with_numbers};
use crate::pack::{Nothing, OfIndicator, Target};
use crate::printed::{Numbers, Printed};
use proptest::prelude::*;
use std::collections::BTreeSet;
use targets::MetAt95::{Met, NotMet, Unclear};

/// Words that leave room on a page for a table of ten rows, whatever there is to say.
const MOST_WORDS: usize = 450;

fn of_targets(number: u16, targets: Vec<Target>) -> OfIndicator {
    OfIndicator { targets, ..of(number, 20, 52, 385) }
}

fn summed(indicators: Vec<OfIndicator>) -> Summary {
    summary(&pack(indicators))
}

fn hidden(number: u16) -> OfIndicator {
    with_numbers(number, Numbers::all(Printed::Confidential))
}

#[test]
fn the_lead_counts_figures_and_targets_and_names_what_is_significant_at_99_8_alone() {
    let missing = with_numbers(58, Numbers::all(Printed::NotAvailable));
    let untold = |met| target("60", met, -10, Some(Unclear));
    let lead = |significance: [Target; 3]| {
        let [english, maths, gcses] = significance;
        let three = [of_targets(99, vec![english]), of_targets(100, vec![maths]), of_targets(101, vec![gcses])];
        summed([vec![missing.clone()], three.to_vec()].concat()).lead
    };
    let figures = "Of four indicators, three have a figure.";
    let nothing = "None of the three tested differences from a target is statistically significant.";
    let this = "this is statistically significant at 99.8%.";
    assert_eq!(
        lead([untold(true), untold(false), untold(false)]),
        format!("{figures} One of three national targets is met, and two are not. {nothing}")
    );
    let at_95 = |met| target("60", met, -10, Some(if met { Met } else { NotMet }));
    let told = |met| Target { is_beyond_99_8: true, ..at_95(met) };
    assert_eq!(
        lead([at_95(true), untold(true), at_95(true)]),
        format!(
            "{figures} All three national targets are met. Of the three tested differences from a target, two are statistically \
             significant at 95%, but none at 99.8%."
        ),
        "one in twenty is beyond 95% by luck"
    );
    assert_eq!(
        lead([told(true), untold(true), told(true)]),
        format!("{figures} All three national targets are met. NI 99 and 101 meet their national target; {this}")
    );
    assert_eq!(
        lead([told(false), at_95(false), told(true)]),
        format!(
            "{figures} One of three national targets is met, and two are not. NI 99 misses its national target; {this} NI \
             101 meets its national target; {this}"
        )
    );
    let own = Target { is_local: true, ..told(false) };
    assert_eq!(
        summed(vec![of_targets(62, vec![own, untold(true)]), of(63, 20, 52, 385)]).lead,
        format!(
            "Of two indicators, two have a figure. The one national target is met. The one local target is not met. NI 62 \
             misses its local target; {this}"
        )
    );
}

#[test]
fn the_lead_names_what_differs_from_england_at_99_8() {
    let set = |tellings: &[(Significance, bool)]| {
        let of = |(number, (told, is_beyond_99_8)): (u16, &(Significance, bool))| OfIndicator {
            england: beside("England", 300, *told)
                .map(|england| crate::pack::Beside { is_beyond_99_8: *is_beyond_99_8, ..england }),
            ..of(number, 20, 52, 385)
        };
        summed([61, 62, 63, 66].into_iter().zip(tellings).map(of).collect()).lead
    };
    use Significance::{Better, NotSignificant, NotTested, Worse};
    let this = "this is statistically significant at 99.8%.";
    assert_eq!(
        set(&[(Better, true), (Worse, true), (Worse, true), (NotSignificant, false)]),
        format!(
            "All four indicators have a figure. NI 62 and 63 are worse than England; {this} NI 61 is better than England; {this}"
        )
    );
    assert_eq!(
        set(&[(Better, false), (NotSignificant, false), (NotTested, false)]),
        "All three indicators have a figure. Of the two tested differences from England, one is statistically significant at \
         95%, but none at 99.8%."
    );
    let figures = "All three indicators have a figure.";
    assert_eq!(
        set(&[(NotSignificant, false), (NotSignificant, false), (NotTested, false)]),
        format!("{figures} Neither of the two tested differences from England is statistically significant.")
    );
    assert_eq!(
        set(&[(NotSignificant, false), (NotTested, false), (NotTested, false)]),
        format!("{figures} The one tested difference from England is not statistically significant.")
    );
    assert_eq!(set(&[(NotTested, false)]), "Of one indicator, one has a figure.");
    // No limits at 99.8% are published of a mean score.
    let of_scores = OfIndicator { england: beside("England", 139, Worse), ..of(58, 20, 52, 145) };
    assert_eq!(
        summed(vec![of_scores, OfIndicator { england: beside("England", 300, NotSignificant), ..of(61, 20, 52, 385) }])
            .lead,
        "Of two indicators, two have a figure. Of the two tested differences from England, one is statistically significant at \
         95%, but none is known to be at 99.8%."
    );
    assert_eq!(
        summed(vec![hidden(61), hidden(62)]).lead,
        "Of two indicators, none has a figure that can be shown. Hidden figures are not counted; they may be better or worse."
    );
    let empty = Summary { nothing: summed(Vec::new()).nothing, ..Summary::default() };
    assert_eq!(summed(Vec::new()), Summary { lead: "There is no indicator.".to_owned(), ..empty });
}

#[test]
fn what_is_met_and_behind_comes_by_gravity_and_then_by_number() {
    let worse =
        |number| OfIndicator { england: beside("England", 102, Significance::Worse), ..of(number, 19, 168, 113) };
    let better = OfIndicator { england: beside("England", 102, Significance::Better), ..of(147, 19, 20, 950) };
    let all = summed(vec![
        worse(62),
        worse(63),
        of_targets(99, vec![target("60", false, -19, Some(Unclear))]),
        of_targets(100, vec![target("55", true, 10, Some(Unclear))]),
        of_targets(101, vec![target("20", false, -119, Some(NotMet))]),
        better,
    ]);
    assert_eq!(
        all.behind,
        [
            "NI 101, 5 A*-C with English and maths, is 11.9 points below the national target of 20% by 2011; this \
             is statistically significant.",
            "Two indicators are significantly worse than England: NI 62 and 63.",
            "NI 99, Level 4 English at Key Stage 2, is 1.9 points below the national target of 60% by 2011; this is not \
             statistically significant.",
        ]
    );
    assert_eq!(
        all.met,
        [
            "One indicator is significantly better than England: NI 147.",
            "NI 100, Level 4 maths at Key Stage 2, meets the national target of 55% by 2011; this is not statistically significant.",
        ]
    );
}

#[test]
fn a_long_list_is_said_together() {
    let own = |number| {
        let missed = Target { is_local: true, ..target("60", false, -19, Some(Unclear)) };
        of_targets(number, vec![missed])
    };
    let all = summed([61, 62, 63, 66, 99, 100, 101].map(own).to_vec());
    assert_eq!(all.behind.len(), 4);
    assert!(all.behind[2].starts_with("NI 63, Same placement for two years, is 1.9 points below the local target"));
    assert_eq!(all.behind[3], "Local targets also missed (not statistically significant): NI 66, 99, 100 and 101.");
    let four = summed([61, 62, 63, 66].map(own).to_vec());
    assert!(four.behind[3].starts_with("NI 66, Reviews held on time, is 1.9 points"), "one alone is said alone");
}

#[test]
fn a_target_just_missed_or_without_its_gap_is_missed() {
    let missed = |above| {
        let target = Target { above, ..target("60", false, 0, None) };
        summed(vec![of_targets(99, vec![target])]).behind
    };
    let of = |misses: &str| {
        [format!(
            "NI 99, Level 4 English at Key Stage 2, {misses} the national target of 60% by 2011; this was not tested."
        )]
    };
    use crate::rounding::Tenths;
    assert_eq!(missed(Some(Tenths(0))), of("just misses"));
    assert_eq!(missed(Some(Tenths(5))), of("is 0.5 points above"));
    assert_eq!(missed(None), of("misses"));
}

#[test]
fn only_what_is_significant_has_moved_and_the_worse_first() {
    let moved = |number, told, trend: &str| OfIndicator {
        change: change(58, told),
        trend: Some(trend.to_owned()),
        ..of(number, 19, 168, 113)
    };
    let all = summed(vec![
        moved(62, Significance::Better, "no trend"),
        moved(63, Significance::Worse, "getting better"),
        moved(66, Significance::NotSignificant, "getting worse"),
        moved(99, Significance::NotTested, "no trend"),
    ]);
    assert_eq!(
        all.moved,
        [
            "NI 63, Same placement for two years, has got worse since 2010: from 5.8% to 11.3%.",
            "NI 66, Reviews held on time, has been getting worse over five years.",
            "NI 62, Three or more placements, has got better since 2010: from 5.8% to 11.3%.",
            "NI 63, Same placement for two years, has been getting better over five years.",
        ]
    );
    assert_eq!(
        all.care,
        [
            "One change since the year before is not statistically significant: NI 66.",
            "One change since the year before was not tested: NI 99.",
        ]
    );
}

#[test]
fn what_to_treat_with_care_is_said_by_kind() {
    let noted = |number, note: &str| OfIndicator { note: note.to_owned(), ..of(number, 19, 168, 113) };
    let nobody = Numbers { denominator: Printed::Number(0), ..Numbers::all(Printed::NotApplicable) };
    let unjudged = Target { met: None, ..target("60", false, 0, None) };
    let mut region = pack(vec![
        OfIndicator { targets: vec![unjudged], ..with_numbers(58, Numbers::all(Printed::NotAvailable)) },
        with_numbers(61, nobody),
        noted(62, "unreliable: earlier returns missing"),
        noted(63, "with care: earlier returns missing"),
        noted(66, "with care: earlier returns missing"),
        OfIndicator { england: beside("England", 102, Significance::NotSignificant), ..of(99, 2, 7, 286) },
        OfIndicator { england: beside("England", 102, Significance::NotTested), ..of(100, 20, 52, 385) },
        hidden(147),
        hidden(148),
    ]);
    region.behind = Some(Behind { available: 3, listed: 33 });
    assert_eq!(
        summary(&region).care,
        [
            "The figures cover 3 of 33 authorities.",
            "One figure is not available: NI 58.",
            "Two figures are not shown, to protect children: NI 147 and 148.",
            "One figure is unreliable: NI 62.",
            "One indicator has no children to count: NI 61.",
            "Two figures are to be treated with care: NI 63 and 66.",
            "One indicator has a target that cannot be judged: NI 58.",
            "One figure has small numbers, so one child changes the result a lot: NI 99.",
            "One indicator is not significantly different from England: NI 99.",
            "One difference from England was not tested: NI 100.",
        ]
    );
    region.behind = Some(Behind { available: 33, listed: 33 });
    assert_eq!(summary(&region).care.len(), 9);
}

#[test]
fn a_percentage_of_so_few_is_not_said_to_be_hidden() {
    let few = Numbers {
        numerator: Printed::Number(7),
        denominator: Printed::Number(7),
        ..Numbers::all(Printed::Confidential)
    };
    assert_eq!(
        summed(vec![with_numbers(61, few), hidden(62)]).care,
        [
            "One figure is not shown, to protect children: NI 62.",
            "One percentage is not given, because of small numbers: NI 61."
        ]
    );
}

fn all_sentences(summary: &Summary) -> Vec<String> {
    let lead = summary.lead.split_inclusive(". ").map(|sentence| sentence.trim_end().to_owned());
    let lists = [&summary.met, &summary.behind, &summary.moved, &summary.care];
    lead.chain(lists.into_iter().flatten().cloned()).collect()
}

proptest! {
    #[test]
    fn any_summary_is_fit_to_be_read_and_fits_its_page(pack in any_pack()) {
        let said = summary(&pack);
        let mut known: BTreeSet<String> = pack.indicators.iter().flat_map(held).collect();
        known.extend(["95", "99.8"].map(str::to_owned));
        known.extend(pack.behind.into_iter().flat_map(|behind| [behind.available.to_string(), behind.listed.to_string()]));
        let sentences = all_sentences(&said);
        for sentence in &sentences {
            prop_assert!(is_readable(sentence), "{}", sentence);
            prop_assert!(!says_too_much(sentence, &pack.indicators), "{}", sentence);
            let more: Vec<String> = numbers(sentence).into_iter().filter(|number| !known.contains(number)).collect();
            prop_assert!(more.is_empty() || more.iter().all(|count| is_a_count(count)), "{:?} in {}", more, sentence);
        }
        let length: usize = sentences.iter().map(|sentence| words(sentence).len()).sum();
        prop_assert!(length <= MOST_WORDS, "{} words", length);
    }

    #[test]
    fn hidden_figures_are_counted_and_no_more(pack in any_pack()) {
        let symbols = Numbers::all(Printed::Confidential);
        let hide = |of: &OfIndicator| OfIndicator { numbers: symbols, ..of.clone() };
        let bare = |of: &OfIndicator| OfIndicator { targets: of.targets.clone(), ..with_numbers(of.indicator.number, symbols) };
        let of = |indicators| summary(&super::super::Pack { indicators, ..pack.clone() });
        let hidden = of(pack.indicators.iter().map(hide).collect());
        prop_assert_eq!(&hidden, &of(pack.indicators.iter().map(bare).collect()));
        prop_assert_eq!((hidden.met.len(), hidden.behind.len(), hidden.moved.len()), (0, 0, 0));
    }
}

/// How many targets or tested differences there are is said in words up to ten.
fn is_a_count(number: &str) -> bool {
    number.parse::<usize>().is_ok_and(|count| (11..=40).contains(&count))
}
