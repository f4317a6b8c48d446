//! What was said in June, September and December set against March: no child does what its state rules out.

use super::ahead::{Ahead, Undated};
use super::became::{End, arrivals, became, end_of};
use super::state::State;
use super::steady::{AuthorityStates, ChildState, Steady};
use crate::care::{AuthorityHistories, CareHistories};
use crate::day::Day;
use crate::indicators::seeded;
use crate::progress::Progress;
use crate::quality::{CleanReturns, clean};
use crate::returns::files::find;
use crate::returns::place::Place;
use crate::returns::read;
use crate::returns::written::Kept;
use crate::seeds::authorities::Authorities;
use crate::seeds::policies::Policies;
use crate::synth::{self, Layout, Options, Scale};
use crate::timeframe::Timeframe;
use std::collections::BTreeMap;
use std::path::Path;

/// How many children were in a state, by what became of them.
type Ends = BTreeMap<(u16, State, End), u32>;

/// Sets what was said from each day against the March after it, and counts.
fn replayed(folder: &Path) -> Ends {
    let mut seeds = seeded::load(None).unwrap();
    let list = folder.join("authorities.csv");
    if list.exists() {
        seeds = seeds.with_authorities(Authorities::from_file(&list).unwrap());
    }
    let policies = Policies::from_seeds(&seeds.policies).unwrap();
    let found = find(&[folder.to_owned()], Path::new("out")).unwrap();
    let returns = read(&found, &seeds, Place::default(), Kept::ForIndicators, Progress::new(true));
    let clean = clean(returns, &seeds, &policies);
    let mut ends = Ends::new();
    for year in [2010, 2011] {
        for known in ["30/06", "30/09", "31/12"] {
            let known = Day::read(format!("{known}/{}", year - 1).as_bytes()).unwrap();
            let timeframe = Timeframe::ahead(known, Day::thirty_first_of_march(year)).unwrap();
            for undated in [Undated::AsGiven, Undated::ByDay] {
                set_against(&Ahead::new(timeframe, &seeds, &policies, undated), &clean, &mut ends);
            }
        }
    }
    ends
}

/// Sets what was said against what came.
fn set_against(ahead: &Ahead<'_>, clean: &CleanReturns, ends: &mut Ends) {
    let earlier = CareHistories::build(clean, ahead.on_course());
    let steady = Steady::of(&earlier, ahead, clean);
    let later = CareHistories::build(clean, ahead.afterwards());
    let outcomes = became(ahead, clean);
    for (states, outcomes) in steady.authorities.iter().zip(&outcomes.authorities) {
        assert_eq!(states.authority, outcomes.authority);
        let of = |histories: &CareHistories<'_>| {
            histories.authorities.iter().position(|histories| histories.clean.authority == states.authority).unwrap()
        };
        let two = Two { ahead, earlier: &earlier.authorities[of(&earlier)], later: &later.authorities[of(&later)] };
        let mut followed = 0;
        for (states, outcomes) in states.indicators.iter().zip(&outcomes.indicators) {
            let (Ok(states), Ok(outcomes)) = (states, outcomes) else { continue };
            let mut counted = 0;
            for child in &states.children {
                let end = end_of(outcomes, child.child);
                two.must_agree(states.indicator, child, end);
                *ends.entry((states.indicator, child.state, end)).or_default() += 1;
                counted += u32::from(end != End::Out);
            }
            followed += counted;
            let arrived = arrivals(states, outcomes);
            let in_denominator = outcomes.decisions.iter().filter(|(_, decision)| decision.in_denominator()).count();
            assert_eq!(counted + arrived.met + arrived.not_met, in_denominator as u32, "NI {}", states.indicator);
        }
        assert!(followed > 0 || states.looked_after == 0);
        in_order(states);
    }
}

/// Children stand in order of id, each once.
fn in_order(states: &AuthorityStates) {
    for states in states.indicators.iter().flatten() {
        assert!(states.children.windows(2).all(|pair| pair[0].child < pair[1].child));
    }
}

/// One authority's histories as they were known and as they are.
struct Two<'run> {
    ahead: &'run Ahead<'run>,
    earlier: &'run AuthorityHistories<'run>,
    later: &'run AuthorityHistories<'run>,
}

impl Two<'_> {
    /// Stops where a child did what its state rules out.
    fn must_agree(&self, indicator: u16, child: &ChildState, end: End) {
        let ruled_out: &[End] = match (indicator, child.state) {
            (_, State::TurnsSixteen) => &[End::In, End::NotMet],
            (_, State::ThirdPlacement) => &[End::NotMet],
            (_, State::LateAlready | State::Overdue) if self.same_period(child) => &[End::In, End::Out],
            (_, State::Due) if self.same_period(child) => &[End::Out],
            (_, State::ReachesTwoYears | State::Holds) if self.same_placement(child) => &[End::NotMet, End::Out],
            (_, State::Joins | State::AdoptiveWouldCount) if self.same_placement(child) => &[End::In, End::Out],
            (_, State::OneMoveAway) if self.same_placement(child) => &[End::In, End::Out],
            // Out of the population whatever happens: care is too short, the age is not right, or the cohort was left.
            (58 | 63 | 99..=101 | 147 | 148, State::Out) => &[End::In, End::NotMet],
            (62, State::NotMet) if self.same_placement(child) => &[End::In, End::Out],
            (62, State::In) => &[End::In, End::NotMet, End::Out],
            (61, State::In) => &[End::NotMet, End::Out],
            (61, State::NotMet) => &[End::In, End::Out],
            (147 | 148, State::In) => &[End::NotMet, End::Out],
            (147 | 148, State::NotMet) => &[End::In, End::Out],
            _ => &[],
        };
        let id = self.earlier.clean.children[child.child as usize].id;
        let (known, state) = (self.ahead.timeframe.known, child.state.name());
        assert!(!ruled_out.contains(&end), "{known}: child {id:?}, NI {indicator}, {state}: {end:?}");
    }

    /// Whether the child is at the outturn in the period of care in which it was.
    fn same_period(&self, child: &ChildState) -> bool {
        let (then, now) = (self.earlier, self.later);
        let Timeframe { known, as_at, .. } = self.ahead.timeframe;
        let then = then.child(child.child as usize, known).period_on(known).map(|period| period.start);
        let now = now.child(child.child as usize, as_at).period_on(as_at).map(|period| period.start);
        then.is_some() && then == now
    }

    /// Whether it is, and has had no other placement since.
    fn same_placement(&self, child: &ChildState) -> bool {
        let Timeframe { known, as_at, .. } = self.ahead.timeframe;
        let (then, now) =
            (self.earlier.child(child.child as usize, known), self.later.child(child.child as usize, as_at));
        self.same_period(child)
            && then.placements.len() == now.placements.len()
            && then.placements.last().map(|placement| placement.adoptive)
                == now.placements.last().map(|placement| placement.adoptive)
    }
}

/// Makes sure that every state of the watch list occurred, so that the test is one.
fn every_state(ends: &Ends) {
    let seen = |state: State| ends.keys().any(|(_, of, _)| *of == state);
    let unseen: Vec<&str> = State::ALL.into_iter().filter(|state| !seen(*state)).map(State::name).collect();
    assert_eq!(unseen, [""; 0]);
}

#[test]
fn no_child_of_the_projects_own_returns_does_what_its_state_rules_out() {
    every_state(&replayed(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")));
}

#[test]
fn nor_does_one_of_made_up_returns() {
    let folder = tempfile::tempdir().unwrap();
    let places = [("302", "Barnet"), ("303", "Bexley"), ("304", "Brent")];
    let authorities = places.map(|(code, name)| synth::Place::new(code, name)).to_vec();
    let (scale, layout, years) = (Scale::National, Layout::Collated, vec![2007, 2008, 2009, 2010, 2011]);
    let options = Options { seed: 11, scale, layout, years, times: 1, authorities };
    synth::write(&options, &folder.path().join("made"), &|_| {}).unwrap();
    every_state(&replayed(&folder.path().join("made")));
}
