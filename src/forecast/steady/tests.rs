use super::*;
use crate::care::by_hand::{cleaned, day};
use crate::forecast::ahead::Undated;
use crate::seeds::policies::Policies;
use crate::timeframe::Timeframe;

/// The rows of each table of the return for 2011; that for 2009 tells of the cohort day of care leavers, 1 April 2008.
const TABLES: [(i32, &str, &str, &str); 7] = [
    (
        2009,
        "episodes",
        "CHILD,DECOM,RNE,LS,PLACE,DEC,REC",
        "G,01/05/2006,S,C2,U4,01/05/2008,E8\nH,01/05/2006,S,C2,U4,01/05/2008,E8",
    ),
    (2010, "episodes", "CHILD,DECOM,RNE,LS,PLACE,DEC,REC", ""),
    (
        2011,
        "episodes",
        "CHILD,DECOM,RNE,LS,PLACE,DEC,REC",
        "A,01/05/2009,S,C2,U4,,\nB,01/05/2009,S,C2,A4,01/10/2010,E11\nC,01/05/2009,S,C2,U4,01/10/2010,E8\n\
         D,01/05/2009,S,C2,U4,01/10/2010,E8\nE,01/05/2009,S,C2,U4,01/10/2010,E11\nF,01/05/2009,S,C2,A4,01/10/2010,E8",
    ),
    (2011, "header", "CHILD,SEX,DOB,ETHNIC", "A,1,01/01/2000,WBRI\nG,1,01/06/1991,WBRI\nH,1,01/02/1992,WBRI"),
    (2011, "ad1", "CHILD,DATE_INT", "B,01/05/2009\nC,01/05/2009"),
    (2011, "oc2", "CHILD,SDQ_SCORE", "A,12"),
    (2011, "oc3", "CHILD,IN_TOUCH,ACTIV,ACCOM", "G,YES,F1,B1\nH,YES,F1,B1"),
];

/// The children that an indicator follows from December 2010 to March 2011: id, state and score.
fn followed(number: u16, undated: Undated, oc3_before_birthday: bool) -> Vec<(String, State, Option<u8>)> {
    let files = TABLES.map(|(year, table, heading, rows)| (year, table, format!("{heading}\n{rows}\n")));
    let mut found = Vec::new();
    cleaned(&files, "31/12/2010", |clean, setting| {
        let timeframe = Timeframe::ahead(setting.timeframe.as_at, day("31/03/2011")).unwrap();
        let policies = Policies { oc3_before_birthday, ..setting.policies.clone() };
        let ahead = Ahead::new(timeframe, setting.seeds, &policies, undated);
        let steady = Steady::of(&CareHistories::build(clean, ahead.on_course()), &ahead, clean);
        assert_eq!(steady.authorities[0].looked_after, 1);
        let states =
            steady.authorities[0].indicators.iter().flatten().find(|states| states.indicator == number).unwrap();
        assert_eq!(states.cover, day("01/04/2008"));
        let id = |child: u32| clean.authorities[0].children[child as usize].id.text(&clean.long);
        found = states.children.iter().map(|child| (id(child.child), child.state, child.score)).collect();
    });
    found
}

fn states(number: u16, undated: Undated, oc3_before_birthday: bool) -> Vec<(String, State)> {
    followed(number, undated, oc3_before_birthday).into_iter().map(|(id, state, _)| (id, state)).collect()
}

fn written(children: &[(&str, State)]) -> Vec<(String, State)> {
    children.iter().map(|(id, state)| ((*id).to_owned(), *state)).collect()
}

#[test]
fn whoever_is_looked_after_is_followed() {
    assert_eq!(states(62, Undated::AsGiven, false), written(&[("A", State::NotMet)]));
}

#[test]
fn for_adoptions_so_is_whoever_has_a_decision_or_an_adoptive_placement_or_counts_already() {
    // E was adopted from no adoptive placement and without a decision; D left and was never placed for adoption.
    let expected = [("A", State::Out), ("B", State::In), ("C", State::Out), ("E", State::NotMet), ("F", State::Out)];
    assert_eq!(states(61, Undated::AsGiven, false), written(&expected));
}

#[test]
fn for_care_leavers_it_is_the_cohort() {
    let pending = written(&[("G", State::In), ("H", State::Nineteen)]);
    assert_eq!(states(147, Undated::AsGiven, false), pending);
    assert_eq!(states(147, Undated::AsGiven, true), written(&[("G", State::In), ("H", State::In)]));
    assert_eq!(states(147, Undated::ByDay, true), pending, "a row before the birthday cannot have been written");
}

#[test]
fn scores_of_a_return_that_has_not_ended_are_known_as_given_but_not_by_the_day() {
    assert_eq!(followed(58, Undated::AsGiven, false), [("A".to_owned(), State::In, Some(12))]);
    assert_eq!(followed(58, Undated::ByDay, false), [("A".to_owned(), State::ScoreMissing, None)]);
}
