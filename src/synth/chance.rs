//! Random draws, in whole numbers only, so that a seed gives the same returns on any machine.

use rand_core::Rng;
use rand_pcg::Pcg64Mcg;

/// A random generator.
pub(crate) struct Chance(Pcg64Mcg);

impl Chance {
    /// The generator for something with a name, such as an authority by its code.
    pub(crate) fn named(seed: u64, name: &str) -> Chance {
        // FNV-1a, because the hash must never change.
        let hash = name
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        Chance(Pcg64Mcg::new((u128::from(seed) << 64) | u128::from(hash)))
    }

    /// The generator for one child in one year, whichever other years are made.
    pub(crate) fn in_year(seed: u64, year: i32) -> Chance {
        Chance(Pcg64Mcg::new((u128::from(seed) << 64) | u128::from(year.unsigned_abs())))
    }

    /// A seed for another generator.
    pub(crate) fn seed(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number from zero up to, but not including, `limit`.
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        (((self.0.next_u64() >> 32) * u64::from(limit)) >> 32) as u32
    }

    /// A number in a range, both ends included.
    pub(crate) fn between(&mut self, (first, last): (i32, i32)) -> i32 {
        let width = last.saturating_sub(first).max(0).unsigned_abs();
        first + self.below(width + 1) as i32
    }

    /// As [`Chance::between`], with the middle likelier than the ends.
    pub(crate) fn near_the_middle_of(&mut self, (first, last): (i32, i32)) -> i32 {
        let third = (last - first) / 3;
        let draws = self.between((0, third)) + self.between((0, third)) + self.between((0, last - first - 2 * third));
        first + draws
    }

    /// True with this probability, per thousand.
    pub(crate) fn happens(&mut self, in_a_thousand: u32) -> bool {
        self.below(1000) < in_a_thousand
    }

    /// One of the choices, drawn by weight; the default if there are none.
    pub(crate) fn pick<T: Copy + Default>(&mut self, choices: &[(u32, T)]) -> T {
        let total: u32 = choices.iter().map(|(weight, _)| weight).sum();
        let mut drawn = self.below(total);
        for &(weight, choice) in choices {
            if drawn < weight {
                return choice;
            }
            drawn -= weight;
        }
        T::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_name_draw_the_same() {
        let draws = |seed, name| {
            let mut chance = Chance::named(seed, name);
            (0..20).map(|_| chance.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(draws(1, "301"), draws(1, "301"));
        assert_ne!(draws(1, "301"), draws(2, "301"));
        assert_ne!(draws(1, "301"), draws(1, "302"));
    }

    #[test]
    fn draws_stay_within_their_bounds() {
        let mut chance = Chance::named(7, "bounds");
        for _ in 0..1000 {
            assert!((-3..=4).contains(&chance.between((-3, 4))));
            assert!((0..=40).contains(&chance.near_the_middle_of((0, 40))));
            assert!(chance.below(5) < 5);
        }
        assert!(chance.happens(1000) && !chance.happens(0));
    }

    #[test]
    fn a_weight_of_zero_is_never_picked() {
        let mut chance = Chance::named(7, "weights");
        assert!((0..1000).all(|_| chance.pick(&[(0, "never"), (1, "always")]) == "always"));
        assert_eq!(chance.pick::<&str>(&[]), "");
    }
}
