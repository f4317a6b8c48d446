//! Counts of children whose rate is itself uncertain: beta-binomial and negative binomial.
//!
//! A rate with a beta (or gamma) distribution and a binomial (or Poisson) count of that rate make one distribution of the
//! count. It is worked out once, exactly, and drawn from by looking up: a draw of the rate and then of the count, in
//! one step.

/// A probability this much smaller than the greatest is left out.
const NEGLIGIBLE: f64 = 1e-14;

/// A distribution of counts, to draw from.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    /// The least count of the list.
    first: u32,
    /// The probability of each count or a smaller one, from `first` on; the last is 1.
    cumulative: Vec<f64>,
    /// For equal parts of 0 to 1, the first place of `cumulative` that a draw in the part can reach.
    guide: Vec<u32>,
}

impl Counts {
    /// How many of `children` meet a test, each with the same chance, of which a beta distribution with the weights `met`
    /// and `not_met` (at least 0, in children) tells what is known.
    ///
    /// `P(k + 1) / P(k) = (n - k) / (k + 1) · (a + k) / (b + n - k - 1)`.
    ///
    /// Skellam JG (1948). A probability distribution derived from the binomial distribution by regarding the probability
    /// of success as variable between the sets of trials. Journal of the Royal Statistical Society B 10:257-261.
    pub fn beta_binomial(children: u32, met: f64, not_met: f64) -> Counts {
        if children == 0 || met <= 0.0 {
            return Counts::always(0);
        }
        if not_met <= 0.0 {
            return Counts::always(children);
        }
        let number = f64::from(children);
        let ratio = |count: u32| {
            let count = f64::from(count);
            (number - count) / (count + 1.0) * (met + count) / (not_met + number - count - 1.0)
        };
        // With a weight below 1 the likeliest counts are at an end, with both at both.
        let (from, stops) = match (met < 1.0, not_met < 1.0) {
            (true, true) => (0, false),
            (true, false) => (0, true),
            (false, true) => (children, true),
            (false, false) => ((number * met / (met + not_met)).round() as u32, true),
        };
        Counts::walked(from, children, stops, ratio)
    }

    /// How many events there are among `exposed` children, whose rate has a gamma distribution with that shape and that
    /// rate: `shape` events were seen among `among` children.
    ///
    /// `P(k + 1) / P(k) = (r + k) / (k + 1) · e / (β + e)`.
    ///
    /// Greenwood M, Yule GU (1920). An inquiry into the nature of frequency distributions representative of multiple
    /// happenings. Journal of the Royal Statistical Society 83:255-279.
    pub fn negative_binomial(shape: f64, among: f64, exposed: f64) -> Counts {
        if shape <= 0.0 || exposed <= 0.0 || among <= 0.0 {
            return Counts::always(0);
        }
        let part = exposed / (among + exposed);
        let ratio = |count: u32| (shape + f64::from(count)) / (f64::from(count) + 1.0) * part;
        let likeliest = ((shape - 1.0).max(0.0) * exposed / among).floor();
        Counts::walked(likeliest as u32, u32::MAX, true, ratio)
    }

    /// One count for certain.
    fn always(count: u32) -> Counts {
        Counts { first: count, cumulative: vec![1.0], guide: vec![0] }
    }

    /// The distribution with that `ratio` of the chance of `count + 1` to that of `count`, from 0 to `most`, walked from a
    /// count. A walk that `stops` does so where a chance is negligible.
    fn walked(from: u32, most: u32, stops: bool, ratio: impl Fn(u32) -> f64) -> Counts {
        let mut chances = vec![1.0];
        let (mut chance, mut greatest) = (1.0_f64, 1.0_f64);
        for count in (0..from).rev() {
            chance /= ratio(count);
            greatest = greatest.max(chance);
            if stops && chance < greatest * NEGLIGIBLE {
                break;
            }
            chances.push(chance);
        }
        let first = from - (chances.len() as u32 - 1);
        chances.reverse();
        chance = 1.0;
        for count in from..most {
            chance *= ratio(count);
            greatest = greatest.max(chance);
            if stops && chance < greatest * NEGLIGIBLE {
                break;
            }
            chances.push(chance);
        }
        Counts::of(first, chances)
    }

    /// The distribution of chances that need not add up to 1, one for each count from `first` on.
    pub(crate) fn of(first: u32, mut chances: Vec<f64>) -> Counts {
        let total: f64 = chances.iter().sum();
        let mut sum = 0.0;
        for chance in &mut chances {
            sum += *chance / total;
            *chance = sum;
        }
        if let Some(last) = chances.last_mut() {
            *last = 1.0;
        }
        let parts = chances.len();
        let mut place = 0;
        let guide = (0..parts).map(|part| {
            while chances[place] <= part as f64 / parts as f64 {
                place += 1;
            }
            place as u32
        });
        let guide = guide.collect();
        Counts { first, cumulative: chances, guide }
    }

    /// The count at `part` of the distribution, from 0 up to, but not including, 1.
    #[inline]
    pub fn at(&self, part: f64) -> u32 {
        let guided = (part * self.guide.len() as f64) as usize;
        let mut place = self.guide[guided.min(self.guide.len() - 1)] as usize;
        while self.cumulative[place] <= part && place + 1 < self.cumulative.len() {
            place += 1;
        }
        self.first + place as u32
    }

    /// The probability of a count.
    pub fn chance_of(&self, count: u32) -> f64 {
        let Some(place) = count.checked_sub(self.first).map(|place| place as usize) else { return 0.0 };
        let below = place.checked_sub(1).map_or(0.0, |below| self.cumulative.get(below).copied().unwrap_or(1.0));
        self.cumulative.get(place).map_or(0.0, |upto| upto - below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(one: f64, other: f64) {
        assert!((one - other).abs() < 1e-12, "{one} is not {other}");
    }

    #[test]
    fn a_rate_of_which_nothing_is_known_makes_every_count_alike() {
        let counts = Counts::beta_binomial(4, 1.0, 1.0);
        (0..=4).for_each(|count| near(counts.chance_of(count), 0.2));
        near(counts.chance_of(5), 0.0);
    }

    #[test]
    fn two_children_by_hand() {
        // With the weights 2 and 1: P(0) = B(2, 3) / B(2, 1) = 1/6, P(1) = 2 B(3, 2) / B(2, 1) = 1/3, P(2) = 1/2.
        let counts = Counts::beta_binomial(2, 2.0, 1.0);
        [(0, 1.0 / 6.0), (1, 1.0 / 3.0), (2, 0.5)]
            .iter()
            .for_each(|&(count, chance)| near(counts.chance_of(count), chance));
        // With a half and a half: 3/8, 1/4, 3/8: likeliest at both ends.
        let counts = Counts::beta_binomial(2, 0.5, 0.5);
        [(0, 0.375), (1, 0.25), (2, 0.375)].iter().for_each(|&(count, chance)| near(counts.chance_of(count), chance));
    }

    #[test]
    fn what_never_happened_is_never_drawn() {
        assert_eq!(Counts::beta_binomial(10, 0.0, 20.0).at(0.999), 0);
        assert_eq!(Counts::beta_binomial(10, 20.0, 0.0).at(0.0), 10);
        assert_eq!(Counts::negative_binomial(0.0, 100.0, 50.0).at(0.999), 0);
    }

    #[test]
    fn one_event_among_as_many_children_halves_with_each() {
        let counts = Counts::negative_binomial(1.0, 100.0, 100.0);
        (0..10).for_each(|count| near(counts.chance_of(count), 0.5_f64.powi(count as i32 + 1)));
    }

    #[test]
    fn a_draw_finds_the_count_whose_part_it_lies_in() {
        let counts = Counts::of(3, vec![1.0, 2.0, 1.0]);
        let drawn = [0.0, 0.249, 0.25, 0.749, 0.75, 0.999].map(|part| counts.at(part));
        assert_eq!(drawn, [3, 3, 4, 4, 5, 5]);
    }

    proptest! {
        /// The mean of a beta-binomial is n a / (a + b), whatever its shape; all chances add up to 1.
        #[test]
        fn chances_add_up_and_have_the_mean(children in 0_u32..400, met in 0.01_f64..300.0, not_met in 0.01_f64..300.0) {
            let counts = Counts::beta_binomial(children, met, not_met);
            let (total, mean) = (0..=children).fold((0.0, 0.0), |(total, mean), count| {
                let chance = counts.chance_of(count);
                (total + chance, mean + chance * f64::from(count))
            });
            prop_assert!((total - 1.0).abs() < 1e-9);
            prop_assert!((mean - f64::from(children) * met / (met + not_met)).abs() < 1e-6 * f64::from(children).max(1.0));
        }

        /// The mean of a negative binomial is shape times exposed by among.
        #[test]
        fn events_have_the_mean(shape in 0.01_f64..200.0, among in 1.0_f64..2000.0, exposed in 0.0_f64..2000.0) {
            let counts = Counts::negative_binomial(shape, among, exposed);
            let mean: f64 = (0..400_000).map(|count| counts.chance_of(count) * f64::from(count)).sum();
            let expected = shape * exposed / among;
            if expected < 20_000.0 {
                prop_assert!((mean - expected).abs() < 1e-6 * expected.max(1.0), "{} for {}", mean, expected);
            }
        }
    }
}
