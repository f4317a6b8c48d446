//! Each branch by hand, and what holds of any sentence.

use super::*;
use crate::benchmark::significance;
use crate::pack::Change;
use crate::pack::by_hand::any::of_any;
use crate::pack::by_hand::measured::{held, is_readable, numbers, says_too_much};
use crate::pack::by_hand::{beside, change, of, said, said_after, seed, with_numbers};
use crate::printed::{Numbers, Printed};
use crate::timeframe::{Basis, Timeframe, read_as_at};
use crate::wording::names::Indicator;
use proptest::prelude::*;

fn first(of: &OfIndicator) -> String {
    said(of).swap_remove(0)
}

#[test]
fn a_figure_says_how_many_of_how_many_and_which_way_is_better() {
    let cases = [
        (of(62, 19, 168, 113), "19 of 168 children in care had three or more placements (11.3%; lower is better)."),
        (of(62, 1, 168, 6), "1 of 168 children in care had three or more placements (0.6%; lower is better)."),
        (of(62, 0, 168, 0), "None of the 168 children in care had three or more placements (0.0%; lower is better)."),
        (
            of(66, 168, 168, 1000),
            "All 168 children in care with a review due had every review on time (100.0%; higher is better).",
        ),
        (of(147, 1, 30, 33), "1 of 30 care leavers was in suitable accommodation (3.3%; higher is better)."),
        (of(147, 15, 30, 500), "15 of 30 care leavers were in suitable accommodation (50.0%; higher is better)."),
        (
            of(62, 1_234, 10_970, 112),
            "1,234 of 10,970 children in care had three or more placements (11.2%; lower is better).",
        ),
    ];
    for (of, expected) in cases {
        assert_eq!(said(&of), [expected]);
    }
}

#[test]
fn few_children_are_said_to_be_few() {
    let few = |met, all, tenths| first(&of(62, met, all, tenths));
    let had = "had three or more placements";
    assert_eq!(few(2, 7, 286), format!("Of only 7 children in care, 2 {had} (28.6%; lower is better)."));
    assert_eq!(few(0, 7, 0), format!("Of only 7 children in care, none {had} (0.0%; lower is better)."));
    assert_eq!(few(7, 7, 1000), format!("Of only 7 children in care, all {had} (100.0%; lower is better)."));
    assert_eq!(few(1, 1, 1000), format!("The only child in care {had} (100.0%; lower is better)."));
    assert_eq!(few(0, 1, 0), format!("Of only 1 child in care, none {had} (0.0%; lower is better)."));
    assert_eq!(few(1, 19, 53), format!("Of only 19 children in care, 1 {had} (5.3%; lower is better)."));
    assert_eq!(few(1, 20, 50), format!("1 of 20 children in care {had} (5.0%; lower is better)."));
    let one = first(&of(148, 1, 2, 500));
    assert_eq!(one, "Of only 2 care leavers, 1 was in employment, education or training (50.0%; higher is better).");
}

#[test]
fn exams_are_of_their_year() {
    let mut english = of(99, 20, 52, 385);
    let expected = "20 of 52 children at the end of Key Stage 2 reached level 4 in English in the exams of 2011 (38.5%; higher is better).";
    assert_eq!(first(&english), expected);
    english.years.clear();
    assert_eq!(first(&english), expected.replace(" in the exams of 2011", ""));
}

#[test]
fn rounded_counts_are_about() {
    let rounded = |met, all, tenths| OfIndicator { counts_to: 10, ..of(62, met, all, tenths) };
    let had = "had three or more placements";
    for (of, expected) in [
        (
            rounded(1_230, 10_970, 112),
            format!("About 1,230 of about 10,970 children in care {had} (11.2%; lower is better)."),
        ),
        (rounded(0, 90, 0), format!("None of the about 90 children in care {had} (0.0%; lower is better).")),
        // 87 of 91 are both 90, and 8 of 10 both 10: no reader would get 95.6% or 80.0% from them.
        (rounded(90, 90, 956), format!("95.6% of children in care {had} (lower is better).")),
        (rounded(10, 10, 800), format!("80.0% of children in care {had} (lower is better).")),
        (
            rounded(10, 10, 1000),
            format!("Of only about 10 children in care, about 10 {had} (100.0%; lower is better)."),
        ),
    ] {
        assert_eq!(first(&of), expected);
    }
}

#[test]
fn a_figure_without_its_counts_is_a_share() {
    let shown = |numerator, value| {
        first(&with_numbers(
            62,
            Numbers { numerator, denominator: Printed::Number(20_000), value, ..Numbers::all(Printed::NotApplicable) },
        ))
    };
    assert_eq!(
        shown(Printed::Confidential, Printed::Number(1)),
        "0.1% of children in care had three or more placements (lower is better)."
    );
    assert_eq!(
        shown(Printed::Number(3), Printed::RoundsToNought),
        "3 of 20,000 children in care had three or more placements (which rounds to zero; lower is better)."
    );
    assert_eq!(
        shown(Printed::RoundsToNought, Printed::RoundsToNought),
        "So few children in care had three or more placements that the figure rounds to zero (lower is better)."
    );
}

#[test]
fn a_mean_says_which_end_is_best() {
    let scale = "where 0 is best and 40 worst.";
    assert_eq!(said(&of(58, 0, 52, 144)), [format!("The mean score of the 52 children scored is 14.4, {scale}")]);
    assert_eq!(first(&of(58, 0, 7, 144)), format!("The mean score of only 7 children scored is 14.4, {scale}"));
    assert_eq!(first(&of(58, 0, 1, 140)), format!("The score of the only child scored is 14.0, {scale}"));
    let about = OfIndicator { counts_to: 10, ..of(58, 0, 3_210, 139) };
    assert_eq!(first(&about), format!("The mean score of about 3,210 children scored is 13.9, {scale}"));
    let mut uncounted = of(58, 0, 52, 144);
    uncounted.numbers.denominator = Printed::Confidential;
    assert_eq!(first(&uncounted), format!("The mean score is 14.4, {scale}"));
}

#[test]
fn where_there_is_no_figure_the_reason_is_said() {
    let nobody = Numbers { denominator: Printed::Number(0), ..Numbers::all(Printed::NotApplicable) };
    let symbols = |number, numbers, note: &str| {
        said(&OfIndicator {
            note: note.to_owned(),
            england: beside("England", 102, significance::Significance::Worse),
            ..with_numbers(number, numbers)
        })
    };
    let england = "England's figure is 10.2%.";
    let none = "no children in the population";
    assert_eq!(symbols(61, nobody, none), ["No adopted children were counted, so there is no figure.", england]);
    assert_eq!(symbols(58, nobody, none)[0], "No children had a score, so there is no figure.");
    let unavailable = Numbers::all(Printed::NotAvailable);
    assert_eq!(
        symbols(62, unavailable, "not available: no oc2 in the return for 2011"),
        ["There is no figure: no oc2 in the return for 2011.", england]
    );
    assert_eq!(symbols(62, unavailable, "")[0], "There is no figure, for it could not be calculated.");
    let hidden = symbols(62, Numbers::all(Printed::Confidential), "with care: 3 of 4 cells doubtful");
    assert_eq!(hidden, ["The figure is not shown, to protect children.", england]);
}

#[test]
fn what_any_reader_can_work_out_is_not_said_to_be_hidden() {
    let without_percentage = |numerator, counts_to| OfIndicator {
        counts_to,
        ..with_numbers(
            62,
            Numbers { numerator, denominator: Printed::Number(7), ..Numbers::all(Printed::Confidential) },
        )
    };
    let hidden = "The figure is not shown, to protect children.";
    assert_eq!(first(&without_percentage(Printed::Number(7), 1)), "No percentage is given for such small numbers.");
    assert_eq!(first(&without_percentage(Printed::Confidential, 1)), hidden);
    assert_eq!(first(&without_percentage(Printed::Number(10), 10)), hidden, "rounded counts do not give it");
}

#[test]
fn others_are_better_or_worse_only_where_it_is_significant() {
    let set =
        |england, region, neighbours| said_after(&OfIndicator { england, region, neighbours, ..of(62, 19, 168, 113) });
    let england = |significance| beside("England", 102, significance);
    use significance::Significance::{Better, NotSignificant, NotTested, Worse};
    assert_eq!(
        set(england(Worse), None, None),
        ["It is worse than England (10.2%); this is statistically significant."]
    );
    assert_eq!(
        set(england(Better), None, None),
        ["It is better than England (10.2%); this is statistically significant."]
    );
    assert_eq!(set(england(NotSignificant), None, None), ["It is not significantly different from England (10.2%)."]);
    assert_eq!(
        set(england(NotTested), None, None),
        ["The difference from England (10.2%) was not tested.", "The counts behind the figure are not known."]
    );
    assert_eq!(
        set(
            england(NotSignificant),
            beside("North East", 98, Worse),
            beside("mean of 10 neighbours", 110, NotSignificant)
        ),
        [
            "It is worse than the North East (9.8%); this is statistically significant.",
            "It is not significantly different from England (10.2%) or the mean of 10 neighbours (11.0%)."
        ]
    );
    let mean = beside("mean of 8 of 10 neighbours", 110, Worse);
    let leaves_out = mean.map(|mean| crate::pack::Beside { leaves_out_hidden: true, ..mean });
    assert_eq!(
        set(None, None, leaves_out)[1],
        "Hidden figures are not counted; they may be better or worse.",
        "what is averaged is not all"
    );
    let of_2010 = england(NotSignificant).map(|england| crate::pack::Beside { of_year: Some(2010), ..england });
    assert_eq!(set(of_2010, None, None), ["It is not significantly different from England (10.2% in 2010)."]);
    let score = said_after(&OfIndicator { england: beside("England", 139, NotTested), ..of(58, 0, 1, 140) });
    assert_eq!(
        score,
        ["The difference from England (13.9) was not tested.", "Too little is known of how far the scores differ."]
    );
}

#[test]
fn a_change_that_is_not_significant_is_neither_better_nor_worse() {
    let moved = |from, significance, trend: Option<&str>| {
        said_after(&OfIndicator {
            change: change(from, significance),
            trend: trend.map(str::to_owned),
            ..of(62, 19, 168, 113)
        })
    };
    use significance::Significance::{Better, NotSignificant, NotTested, Worse};
    let chance = "In 2010 it was 5.8%: the change is not statistically significant";
    assert_eq!(moved(58, NotSignificant, None), [format!("{chance}.")]);
    assert_eq!(moved(58, NotSignificant, Some("no trend")), [format!("{chance}, and five years show no clear trend.")]);
    assert_eq!(moved(113, NotSignificant, None), ["In 2010 it was 11.3% too."]);
    assert_eq!(moved(113, NotTested, None), ["In 2010 it was 11.3% too."]);
    assert_eq!(
        moved(58, Worse, None),
        ["It has got worse since 2010, when it was 5.8%; this is statistically significant."]
    );
    assert_eq!(
        moved(158, Better, Some("no trend")),
        [
            "It has got better since 2010, when it was 15.8%; this is statistically significant, but five years show no clear trend."
        ]
    );
    assert_eq!(
        moved(58, NotTested, None),
        [
            "In 2010 it was 5.8%; the difference was not tested, because the counts of one of the two years are not known."
        ]
    );
    let of_others = significance::Significance::NotTested;
    let not_compared = change(58, of_others)
        .map(|change| Change { not_compared: Some("2010 needs earlier returns we do not have".to_owned()), ..change });
    assert_eq!(
        said_after(&OfIndicator { change: not_compared, ..of(62, 19, 168, 113) }),
        ["In 2010 it was 5.8%; the two years are not compared: 2010 needs earlier returns we do not have."]
    );
    assert_eq!(
        moved(58, NotSignificant, Some("getting worse")),
        [format!("{chance}."), "Over five years it has been getting worse.".to_owned()]
    );
    let over_years = OfIndicator { trend: Some("getting better".to_owned()), ..of(62, 19, 168, 113) };
    assert_eq!(said_after(&over_years), ["Over five years it has been getting better."]);
}

#[test]
fn a_year_is_called_by_the_month_of_its_day() {
    use significance::Significance::{Better, NotSignificant};
    for (day, before, published) in [
        ("2011-03-31", "2010", "2010"),
        ("2010-12-31", "December 2009", "March 2010"),
        ("2010-04-30", "April 2009", "March 2010"),
    ] {
        let timeframe = Timeframe::new(read_as_at(day).unwrap(), Basis::Rolling).unwrap();
        let on =
            |number| OfIndicator { indicator: Indicator::on(seed(number), &timeframe), ..of(number, 19, 168, 113) };
        let not_told = OfIndicator { change: change(58, NotSignificant), ..on(62) };
        assert_eq!(
            said_after(&not_told),
            [format!("In {before} it was 5.8%: the change is not statistically significant.")]
        );
        assert_eq!(finding(&not_told, seed(62)), format!("Not significantly different from {before}"));
        let better = OfIndicator { change: change(158, Better), ..on(62) };
        assert_eq!(finding(&better, seed(62)), format!("Significantly better than in {before}"));
        // The figure of another year that it stands beside is a published one.
        let england = beside("England", 100, NotSignificant)
            .map(|england| crate::pack::Beside { of_year: Some(2010), ..england });
        let found = format!("More than in England of {published} had three or more placements, but not significantly");
        assert_eq!(finding(&OfIndicator { england, ..on(62) }, seed(62)), found);
        // Exams have years of their own.
        let exams = OfIndicator { change: change(58, NotSignificant), ..on(99) };
        assert_eq!(finding(&exams, seed(99)), "Not significantly different from 2010");
    }
}

#[test]
fn nothing_leads_back_to_a_year_that_is_hidden() {
    let mut moved = OfIndicator {
        change: change(58, significance::Significance::NotSignificant),
        trend: Some("getting worse".to_owned()),
        ..of(62, 19, 168, 113)
    };
    moved.years[0].1 = Printed::Confidential;
    assert_eq!(said_after(&moved), ["In 2010 it was 5.8%: the change is not statistically significant."]);
    moved.years[3].1 = Printed::Confidential;
    assert_eq!(said_after(&moved), Vec::<String>::new());
}

#[test]
fn a_seed_of_the_users_need_not_say_what_was_done() {
    let blank = || String::new();
    let seed = IndicatorSeed { did: blank(), who: blank(), ..seed(62).clone() };
    assert_eq!(sentences(&of(62, 19, 168, 113), &seed), ["19 of 168 children were counted (11.3%; lower is better)."]);
}

#[test]
fn every_percentage_says_what_was_done_in_the_words_that_are_read() {
    for seed in crate::pack::by_hand::seeds() {
        assert_eq!(seed.did.is_empty(), seed.number == 58, "NI {}", seed.number);
        let is_plain = |text: &str| !text.starts_with("was ") && !text.ends_with('.') && text.trim() == text;
        assert!(is_plain(&seed.did) && is_plain(&seed.who) && is_plain(&seed.person) && is_plain(&seed.people));
    }
}

proptest! {
    #[test]
    fn every_sentence_is_fit_to_be_read_and_tells_no_more_than_is_told(of in of_any()) {
        let held = held(&of);
        for sentence in said(&of) {
            prop_assert!(is_readable(&sentence), "{}", sentence);
            prop_assert!(!says_too_much(&sentence, std::slice::from_ref(&of)), "{}", sentence);
            let more: Vec<String> = numbers(&sentence).into_iter().filter(|number| !held.contains(number)).collect();
            prop_assert!(more.is_empty(), "{:?} in {}", more, sentence);
        }
    }

    #[test]
    fn a_figure_that_is_not_shown_leaves_no_trace(of in of_any(), other in of_any()) {
        let symbols = Numbers::all(Printed::Confidential);
        let hidden = OfIndicator { numbers: symbols, ..of.clone() };
        let nothing = OfIndicator { england: of.england, ..with_numbers(of.indicator.number, symbols) };
        prop_assert_eq!(said(&hidden), said(&nothing));
        prop_assert!(said(&hidden)[0].contains("to protect children"));
        // Whatever is hidden is spoken of only by its symbol, and a percentage of so few by that.
        let mixed = OfIndicator { numbers: Numbers { value: Printed::Confidential, ..other.numbers }, ..hidden };
        let after = |of: &OfIndicator| said(of).split_off(1);
        prop_assert_eq!(after(&mixed), after(&nothing));
        prop_assert_eq!(said(&mixed) != said(&nothing), mixed.is_of_so_few());
    }
}
