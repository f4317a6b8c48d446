//! Sums of scores, for the mean score of NI 58: of children who have one, and of children who are newly scored.

use super::chance::Chance;
use crate::statistics::compound::Counts;
use crate::unit::HIGHEST_SCORE;

/// Scores from which sums are drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// The scores of the children who have one.
    known: Vec<u8>,
    /// Sums of 1, 8 and 64 new scores.
    new: [Counts; 3],
}

/// After so many draws the known scores are put into another order.
const DRAWS_OF_AN_ORDER: u32 = 25;

impl Scores {
    /// Of the children who have a score, and of how many past children had each score from 0 on. `None` where no past child
    /// had one: a new score cannot be drawn then.
    pub fn of(known: Vec<u8>, past: &[u64]) -> Option<Scores> {
        let past: Vec<f64> =
            past.iter().take(usize::from(HIGHEST_SCORE) + 1).map(|&children| children as f64).collect();
        if past.iter().all(|children| *children <= 0.0) {
            return None;
        }
        let one = shares(past);
        let eight = doubled(&one, 3);
        let sixty_four = doubled(&eight, 3);
        Some(Scores { known, new: [one, eight, sixty_four].map(|shares| Counts::of(0, shares)) })
    }

    /// Sums to be drawn.
    pub(crate) fn sums(&self) -> DrawnSums<'_> {
        DrawnSums { scores: self, order: self.known.clone(), sums: Vec::new(), draws: 0 }
    }
}

/// The same as parts of one.
fn shares(mut chances: Vec<f64>) -> Vec<f64> {
    let total: f64 = chances.iter().sum();
    chances.iter_mut().for_each(|chance| *chance /= total);
    chances
}

/// The chances of the sum of twice as many, so many times over.
fn doubled(chances: &[f64], times: u32) -> Vec<f64> {
    (0..times).fold(chances.to_vec(), |of_half, _| {
        let mut of_sum = vec![0.0; 2 * of_half.len() - 1];
        for (place, one) in of_half.iter().enumerate().filter(|(_, one)| **one > 0.0) {
            for (sum, other) in of_sum[place..].iter_mut().zip(&of_half) {
                *sum += one * other;
            }
        }
        of_sum
    })
}

/// What a numerator is made of: the sum of scores, or the children themselves.
pub(crate) trait SumOfScores {
    /// Of children with a score of their own, and of others.
    fn sum(&mut self, scored: u32, others: u32, chance: &mut Chance) -> u32;
}

/// Children count as one each.
pub(crate) struct NoScores;

impl SumOfScores for NoScores {
    #[inline]
    fn sum(&mut self, scored: u32, others: u32, _: &mut Chance) -> u32 {
        scored + others
    }
}

/// Sums of scores, drawn.
pub(crate) struct DrawnSums<'scores> {
    scores: &'scores Scores,
    /// The known scores in a random order.
    order: Vec<u8>,
    /// The sum of the first scores of the order, taken twice round: none, one and so on.
    sums: Vec<u32>,
    draws: u32,
}

impl DrawnSums<'_> {
    /// The sum of so many of the known scores: neighbours in a circle of random order, which is any choice as likely as any
    /// other.
    fn of_known(&mut self, scored: usize, chance: &mut Chance) -> u32 {
        if scored >= self.order.len() {
            return self.order.iter().copied().map(u32::from).sum();
        }
        if self.draws.is_multiple_of(DRAWS_OF_AN_ORDER) {
            self.shuffle(chance);
        }
        self.draws += 1;
        let first = chance.below(self.order.len());
        self.sums[first + scored] - self.sums[first]
    }

    fn shuffle(&mut self, chance: &mut Chance) {
        for place in (1..self.order.len()).rev() {
            self.order.swap(place, chance.below(place + 1));
        }
        let twice_round = self.order.iter().chain(&self.order);
        let mut sum = 0;
        self.sums.clear();
        self.sums.push(0);
        self.sums.extend(twice_round.map(|score| {
            sum += u32::from(*score);
            sum
        }));
    }

    fn of_new(&self, others: u32, chance: &mut Chance) -> u32 {
        let [one, eight, sixty_four] = &self.scores.new;
        let times = [(sixty_four, others / 64), (eight, others % 64 / 8), (one, others % 8)];
        times
            .into_iter()
            .flat_map(|(sums, times)| (0..times).map(move |_| sums))
            .map(|sums| sums.at(chance.part()))
            .sum()
    }
}

impl SumOfScores for DrawnSums<'_> {
    fn sum(&mut self, scored: u32, others: u32, chance: &mut Chance) -> u32 {
        self.of_known(scored as usize, chance) + self.of_new(others, chance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn past(scores: &[(usize, u64)]) -> Vec<u64> {
        let mut past = vec![0; 41];
        scores.iter().for_each(|&(score, children)| past[score] = children);
        past
    }

    #[test]
    fn a_score_that_all_had_is_drawn_for_each() {
        let scores = Scores::of(vec![3, 5, 7], &past(&[(11, 4)])).unwrap();
        let mut sums = scores.sums();
        let chance = &mut Chance::of("903", 58);
        assert_eq!(sums.sum(3, 0, chance), 15);
        assert_eq!(sums.sum(0, 137, chance), 11 * 137);
        assert_eq!(sums.sum(0, 0, chance), 0);
    }

    #[test]
    fn two_known_scores_of_three_are_each_pair_alike() {
        let scores = Scores::of(vec![0, 10, 40], &past(&[(20, 1)])).unwrap();
        let mut sums = scores.sums();
        let chance = &mut Chance::of("903", 58);
        let drawn: Vec<u32> = (0..30_000).map(|_| sums.sum(2, 0, chance)).collect();
        for pair in [10, 40, 50] {
            let share = drawn.iter().filter(|sum| **sum == pair).count() as f64 / 30_000.0;
            // Three standard errors of a third of 1,200 orders, with 25 draws each.
            assert!((share - 1.0 / 3.0).abs() < 0.02, "{pair}: {share}");
        }
    }

    #[test]
    fn new_scores_have_the_mean_and_the_spread_of_the_past() {
        // 0 and 40 alike: the mean of 100 is 2,000 and the standard deviation 200.
        let scores = Scores::of(Vec::new(), &past(&[(0, 5), (40, 5)])).unwrap();
        let (mut sums, chance) = (scores.sums(), &mut Chance::of("903", 58));
        let drawn: Vec<f64> = (0..10_000).map(|_| f64::from(sums.sum(0, 100, chance))).collect();
        let mean = drawn.iter().sum::<f64>() / 10_000.0;
        let deviation = (drawn.iter().map(|sum| (sum - mean).powi(2)).sum::<f64>() / 10_000.0).sqrt();
        assert!((mean - 2000.0).abs() < 8.0 && (deviation - 200.0).abs() < 6.0, "{mean} {deviation}");
    }

    #[test]
    fn where_no_score_was_ever_seen_none_can_be_drawn() {
        assert_eq!(Scores::of(vec![4], &past(&[])), None);
        assert_eq!(Scores::of(vec![4], &[]), None);
    }
}
