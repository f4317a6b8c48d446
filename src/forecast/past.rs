//! The past pairs of days: what they tell, and the forecasts that would have been made on the way.

use super::ahead::Ahead;
use super::pair::{Evidence, OfPair, Pair, Today};
use super::steady::Steady;
use crate::quality::CleanReturns;
use crate::seeds::authorities::AuthorityIndex;
use rayon::prelude::*;

/// How many months each pair lies back.
const MONTHS_BACK: [i32; 4] = [12, 24, 36, 48];

/// The past pairs of days, the nearest first.
#[derive(Debug)]
pub(crate) struct Past(Vec<Pair>);

impl Past {
    /// The two days moved back a year and more, as far as the returns go; `steady` is where children stand today.
    pub(crate) fn of(ahead: &Ahead<'_>, steady: &Steady, clean: &CleanReturns) -> Past {
        let loaded = clean.authorities.iter().flat_map(|authority| authority.held.loaded_years());
        let Some(first) = loaded.min() else { return Past(Vec::new()) };
        let moved: Vec<Ahead<'_>> = MONTHS_BACK.iter().map_while(|months| ahead.moved_back(*months)).collect();
        let covered = moved.par_iter().filter(|moved| moved.timeframe.window_start.return_year() >= first);
        let today = Today { known: ahead.timeframe.known, steady };
        Past(covered.map(|moved| Pair::of(moved, clean, today)).collect())
    }

    /// How many pairs there are.
    pub(crate) fn pairs(&self) -> usize {
        self.0.len()
    }

    /// An authority and indicator in a pair, the nearest being 0.
    pub(crate) fn of_pair(&self, pair: usize, authority: AuthorityIndex, place: usize) -> Option<&OfPair> {
        self.0.get(pair)?.of_authority(authority, place)
    }

    /// What the pairs from one on tell of an authority; none where it has none of them.
    pub(crate) fn own(&self, from: usize, authority: AuthorityIndex, place: usize) -> Option<Evidence> {
        sum(self.0[from..].iter().filter_map(|pair| pair.of_authority(authority, place)).filter(self.was_known(from)))
    }

    /// What the pairs from one on tell of all authorities together.
    pub(crate) fn all(&self, from: usize, place: usize) -> Evidence {
        let pairs = self.0[from..].iter().flat_map(|pair| pair.of_indicator(place));
        sum(pairs.filter(self.was_known(from))).unwrap_or_default()
    }

    /// Whether it was known what came of a pair on the day from which the pair nearer than these looked ahead; of all, today.
    fn was_known(&self, from: usize) -> impl Fn(&&OfPair) -> bool + use<> {
        let then = from.checked_sub(1).map(|nearer| self.0[nearer].known);
        move |pair| then.is_none_or(|then| pair.known_from <= then)
    }
}

fn sum<'pairs>(pairs: impl Iterator<Item = &'pairs OfPair>) -> Option<Evidence> {
    pairs.fold(None, |sum, of_pair| {
        let mut sum = sum.unwrap_or_default();
        sum += &of_pair.evidence;
        Some(sum)
    })
}
