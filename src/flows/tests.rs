//! What happened in each month, from returns written by hand.

use super::*;
use crate::care::by_hand::{cleaned, day};
use crate::statistics::Interval;

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n";

/// The counts of a flow of Barking and Dagenham in each month from December 2010 to February 2011.
fn counted(flow: Flow, files: &[(i32, &str, String)]) -> Vec<Option<(u64, u64)>> {
    let mut counts = Vec::new();
    cleaned(files, "2011-02-28", |clean, setting| {
        let histories = CareHistories::build(clean, setting);
        let months = Months::spanning(day("2010-12-31"), day("2011-02-28"));
        let flows = Flows::of(&histories, setting, clean, months);
        let place = flows.list.iter().find(|place| place.code == "301" && place.flow == flow).unwrap();
        let count = |month: &InMonth| month.count.map(|count| (count.numerator, count.denominator));
        counts = place.months.iter().map(count).collect();
    });
    counts
}

fn told(counts: [(u64, u64); 3]) -> Vec<Option<(u64, u64)>> {
    counts.map(Some).to_vec()
}

#[test]
fn a_review_counts_in_the_month_in_which_it_fell_due() {
    // Care began on 3 December: the first review is due on the 31st, the second 91 days after the first was held.
    let of = |reviews: &[&str]| {
        let reviews: String = reviews.iter().map(|day| format!("A,{day}\n")).collect();
        let episodes = format!("{EPISODES}A,03/12/2010,S,C2,U1,,\n");
        counted(Flow::Reviews, &[(2011, "episodes", episodes), (2011, "reviews", format!("CHILD,REVIEW\n{reviews}"))])
    };
    assert_eq!(of(&["31/12/2010"]), told([(1, 1), (0, 0), (0, 0)]));
    assert_eq!(of(&["01/01/2011"]), told([(0, 1), (0, 0), (0, 0)]), "a day late");
    assert_eq!(of(&[]), told([(0, 1), (0, 0), (0, 0)]), "not held");
    // Held on 4 December, the second is due on 5 March, after the last month; on 29 November it cannot have been.
    assert_eq!(of(&["04/12/2010"]), told([(1, 1), (0, 0), (0, 0)]));
}

#[test]
fn a_review_falls_due_only_while_the_child_is_looked_after() {
    let of = |end: &str| {
        let episodes = format!("{EPISODES}A,03/12/2010,S,C2,U1,{end},E4\n");
        let reviews = "CHILD,REVIEW\nB,01/01/2011\n".to_owned();
        counted(Flow::Reviews, &[(2011, "episodes", episodes), (2011, "reviews", reviews)])[0]
    };
    assert_eq!(of("31/12/2010"), Some((0, 0)), "on the day care ends the child is no longer in it");
    assert_eq!(of("01/01/2011"), Some((0, 1)));
}

#[test]
fn placements_begin_in_a_month_and_nights_of_care_are_their_denominator() {
    // Two nights of December and two of January with the first carers, then with others to the end of care.
    let episodes = format!("{EPISODES}A,30/12/2010,S,C2,U1,03/01/2011,X1\nA,03/01/2011,P,C2,U1,02/02/2011,E4\n");
    let counts = counted(Flow::Placements, &[(2011, "episodes", episodes)]);
    assert_eq!(counts, told([(1, 2), (1, 31), (0, 1)]));
    // What continues an earlier placement does not begin.
    let episodes = format!("{EPISODES}A,30/12/2010,L,C2,U1,,\n");
    let counts = counted(Flow::Placements, &[(2011, "episodes", episodes)]);
    assert_eq!(counts, told([(0, 2), (0, 31), (0, 28)]));
}

#[test]
fn an_adoption_counts_in_the_month_of_its_day() {
    let of = |adopted: &str, decided: &str| {
        let episodes = format!("{EPISODES}A,01/12/2010,S,E1,A4,{adopted},E11\n");
        let decisions = format!("CHILD,DATE_INT\nA,{decided}\n");
        counted(Flow::Adoptions, &[(2011, "episodes", episodes), (2011, "ad1", decisions)])
    };
    assert_eq!(of("31/12/2010", "01/12/2009"), told([(1, 1), (0, 0), (0, 0)]));
    assert_eq!(of("01/01/2011", "01/12/2009"), told([(0, 0), (1, 1), (0, 0)]));
    assert_eq!(of("01/01/2011", "30/11/2009"), told([(0, 0), (0, 1), (0, 0)]), "placed a day too late");
}

#[test]
fn a_nineteenth_birthday_counts_in_its_month() {
    let of = |born: &str| {
        let header = format!("CHILD,SEX,DOB,ETHNIC\nA,1,{born},WBRI\n");
        let leavers = format!("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nA,{born},YES,F1,B2\n");
        let episodes = format!("{EPISODES}B,30/12/2010,S,C2,U1,,\n");
        let files = [(2011, "header", header), (2011, "oc3", leavers), (2011, "episodes", episodes)];
        [Flow::Housed, Flow::AtWork].map(|flow| counted(flow, &files))
    };
    let [housed, at_work] = of("31/12/1991");
    assert_eq!((housed, at_work), (told([(0, 1), (0, 0), (0, 0)]), told([(1, 1), (0, 0), (0, 0)])));
    assert_eq!(of("01/01/1992")[1], told([(0, 0), (1, 1), (0, 0)]));
    assert_eq!(of("01/03/1992")[1], told([(0, 0), (0, 0), (0, 0)]));
}

#[test]
fn a_month_of_which_the_returns_do_not_tell_has_no_count() {
    let episodes = format!("{EPISODES}A,30/12/2010,S,C2,U1,,\n");
    assert_eq!(counted(Flow::Reviews, &[(2011, "episodes", episodes)]), [None, None, None], "there are no reviews");
}

/// A month of an authority.
fn month(numerator: u64, denominator: u64) -> InMonth {
    in_month(Level::LocalAuthority, "Ash", None, Some(Count { numerator, denominator }))
}

#[test]
fn limits_follow_the_denominator_about_the_centre_of_all_months() {
    // 10 of 20 in all. Of ten with one half, 2 to 8 at 95%; of two, none or all is 25% each.
    let chart = PlaceFlow::charted("991", Flow::Reviews, vec![month(6, 10), month(3, 8), month(1, 2), month(0, 0)]);
    let limits: Vec<Option<Interval>> = chart.months.iter().map(|month| Some(month.limits?.at_95)).collect();
    assert_eq!(limits[0], Some(Interval { lower: 20.0, upper: 80.0 }));
    assert_eq!(limits[2], Some(Interval { lower: 0.0, upper: 100.0 }));
    assert_eq!(limits[3], None, "nobody");
    assert_eq!(chart.months[3].value(Flow::Reviews), None);
}

#[test]
fn a_part_of_a_place_has_a_centre_of_its_own_months() {
    let both = [Some(Count { numerator: 1, denominator: 2 }), Some(Count { numerator: 1, denominator: 2 })];
    let late = [None, Some(Count { numerator: 2, denominator: 2 })];
    let counts = [both, late].map(|counts| Flow::ALL.map(|_| counts.to_vec()));
    let summed = summed((Level::Regional, "E12", "London"), &[&counts[0], &counts[1]], 2);
    let months = &summed[0].months;
    assert_eq!((months[0].level, months[0].name.as_str()), (Level::PartOfRegional, "1 of 2 authorities of London"));
    assert_eq!((months[1].level, months[1].name.as_str()), (Level::Regional, "London"));
    assert_eq!([0, 1].map(|month| months[month].centre_value(Flow::Adoptions)), [Some(50.0), Some(75.0)]);
}
