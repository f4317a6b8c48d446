//! Random numbers of one authority and indicator.

use rand_core::Rng;
use rand_pcg::Pcg64;

/// The seed of every generator.
const SEED: u128 = 903;

/// Random numbers of one authority and indicator.
#[derive(Debug, Clone)]
pub struct Chance(Pcg64);

impl Chance {
    /// A stream of their own, so that another authority moves none of these.
    pub fn of(authority: &str, indicator: u16) -> Chance {
        let code = authority.bytes().fold(0_u128, |code, byte| code << 8 | u128::from(byte));
        Chance(Pcg64::new(SEED, code << 16 | u128::from(indicator)))
    }

    /// A number from 0 up to, but not including, 1.
    #[inline]
    pub(crate) fn part(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
    }

    /// A number from 0 up to, but not including, `limit`.
    #[inline]
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.part() * limit as f64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_an_authoritys_and_an_indicators_own() {
        let first = |authority, indicator| Chance::of(authority, indicator).part();
        assert_eq!(first("301", 62), first("301", 62));
        assert_ne!(first("301", 62), first("302", 62));
        assert_ne!(first("301", 62), first("301", 63));
    }
}
