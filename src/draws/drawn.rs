//! Draws of a numerator and denominator at the outturn.

use super::chance::Chance;
use super::course::{Course, StateToday};
use super::scores::{NoScores, Scores, SumOfScores};
use crate::statistics::compound::Counts;

/// How many draws there are.
pub const DRAWS: usize = 10_000;

/// The draws of one figure: numerator and denominator, draw by draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn(Vec<(u32, u32)>);

impl Drawn {
    /// Nothing yet, for draws to be added to.
    pub fn nothing() -> Drawn {
        Drawn(vec![(0, 0); DRAWS])
    }

    /// Of a share of children.
    pub fn of_share(course: &Course, chance: &mut Chance) -> Drawn {
        Drawn::of(course, &mut NoScores, chance)
    }

    /// Of a mean score.
    pub fn of_mean(course: &Course, scores: &Scores, chance: &mut Chance) -> Drawn {
        Drawn::of(course, &mut scores.sums(), chance)
    }

    fn of(course: &Course, scores: &mut impl SumOfScores, chance: &mut Chance) -> Drawn {
        let mut tallies = vec![Tally::default(); DRAWS];
        for state in &course.states {
            draw_state(state, &mut tallies, chance);
        }
        let [counted, not_met] =
            course.arrivals.map(|rate| Counts::negative_binomial(rate.events, rate.among, course.looked_after.into()));
        let drawn = tallies.into_iter().map(|Tally { scored, others, not_met: of_states }| {
            let others = others + counted.at(chance.part());
            let denominator = scored + others + of_states + not_met.at(chance.part());
            (scores.sum(scored, others, chance), denominator)
        });
        Drawn(drawn.collect())
    }

    /// Adds the draws of another authority, draw by draw.
    pub fn add(&mut self, other: &Drawn) {
        for (one, other) in self.0.iter_mut().zip(&other.0) {
            *one = (one.0 + other.0, one.1 + other.1);
        }
    }

    /// Numerator and denominator of every draw.
    pub fn each(&self) -> &[(u32, u32)] {
        &self.0
    }
}

/// The children of one draw: counted with a score of their own, counted otherwise, in the population only.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    scored: u32,
    others: u32,
    not_met: u32,
}

/// Draws what becomes of the children of a state: how many stay in the population, then how many of those are counted.
fn draw_state(state: &StateToday, tallies: &mut [Tally], chance: &mut Chance) {
    let &StateToday { children, weights: [counted, not_met, out], scored } = state;
    if counted + not_met <= 0.0 {
        return;
    }
    let stay = Counts::beta_binomial(children, counted + not_met, out);
    // Few numbers of children are ever drawn, so that each is worked out when it first is.
    let mut of_staying: Vec<Option<Counts>> = vec![None; children as usize + 1];
    for tally in tallies {
        let staying = stay.at(chance.part());
        let of_staying = &mut of_staying[staying as usize];
        let of_staying = of_staying.get_or_insert_with(|| Counts::beta_binomial(staying, counted, not_met));
        let drawn = of_staying.at(chance.part());
        *(if scored { &mut tally.scored } else { &mut tally.others }) += drawn;
        tally.not_met += staying - drawn;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::evidence::ArrivalRate;
    use proptest::prelude::*;

    fn course(states: &[(u32, [f64; 3])], arrivals: [ArrivalRate; 2]) -> Course {
        let states = states.iter().map(|&(children, weights)| StateToday { children, weights, scored: false });
        Course { states: states.collect(), looked_after: 100, arrivals }
    }

    const NONE: ArrivalRate = ArrivalRate { events: 0.0, among: 100.0 };

    fn mean(drawn: &Drawn, of: impl Fn(&(u32, u32)) -> u32) -> f64 {
        drawn.each().iter().map(|draw| f64::from(of(draw))).sum::<f64>() / DRAWS as f64
    }

    #[test]
    fn what_is_certain_is_the_same_in_every_draw() {
        let course = course(&[(5, [20.0, 0.0, 0.0]), (3, [0.0, 9.0, 0.0]), (4, [0.0, 0.0, 2.0])], [NONE; 2]);
        let drawn = Drawn::of_share(&course, &mut Chance::of("301", 62));
        assert!(drawn.each().iter().all(|draw| *draw == (5, 8)));
    }

    #[test]
    fn draws_have_the_mean_of_the_weights() {
        // Of 100 children a half, a quarter and a quarter; of arrivals 10 and 20 among 100.
        let rates = [ArrivalRate { events: 20.0, among: 200.0 }, ArrivalRate { events: 40.0, among: 200.0 }];
        let drawn = Drawn::of_share(&course(&[(100, [40.0, 20.0, 20.0])], rates), &mut Chance::of("301", 62));
        // The standard error of each mean of 10,000 draws is below 0.08.
        assert!((mean(&drawn, |draw| draw.0) - 60.0).abs() < 0.4);
        assert!((mean(&drawn, |draw| draw.1) - 105.0).abs() < 0.4);
    }

    #[test]
    fn the_draws_of_a_region_are_those_of_its_authorities_added() {
        let course = course(&[(10, [3.0, 3.0, 3.0])], [NONE; 2]);
        let [one, other] = ["301", "302"].map(|code| Drawn::of_share(&course, &mut Chance::of(code, 62)));
        let mut region = Drawn::nothing();
        [&one, &other].iter().for_each(|drawn| region.add(drawn));
        assert_eq!(region.each()[7].0, one.each()[7].0 + other.each()[7].0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn no_draw_has_more_children_than_there_are(children in 0_u32..300, weights in [0.0_f64..40.0, 0.0..40.0, 0.0..40.0]) {
            let drawn = Drawn::of_share(&course(&[(children, weights)], [NONE; 2]), &mut Chance::of("903", 66));
            prop_assert!(drawn.each().iter().all(|(numerator, denominator)| numerator <= denominator && *denominator <= children));
        }
    }
}
