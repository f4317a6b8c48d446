//! The order among choices that lose as much: by chance, so that what is chosen says nothing about the numbers.
//!
//! Were it the smallest that is hidden with another, whoever knows this program would know that all that are shown are
//! larger. So the order comes from a key: a hash of the exact figures, and of what was decided about each child, which
//! nobody has but the owner. The key is written nowhere. The same returns give the same order, on every machine; and the
//! same children the same, in whichever quarter's table they stand, for each group of linked indicators has its own.

use crate::attack::figures::Part;
use crate::figures::Figure;
use crate::printed::{PrintedFigure, PrintedGroup};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// For each indicator, a hash of what was decided about each child.
pub type Decided = BTreeMap<u16, [u8; 32]>;

/// The place of a number in the order: smaller comes first.
pub(super) type Rank = u64;

/// The keys of the indicators of one day.
#[derive(Debug, Clone)]
pub(super) struct Order(BTreeMap<u16, [u8; 32]>);

impl Order {
    /// The keys for these figures. Indicators of the same children are one group.
    pub fn of<'run>(
        figures: impl Iterator<Item = &'run Figure>,
        decided: &Decided,
        same_children: &[[u16; 2]],
    ) -> Order {
        let first = |indicator: u16| {
            let pair = same_children.iter().find(|pair| pair.contains(&indicator));
            pair.map_or(indicator, |pair| pair[0].min(pair[1]))
        };
        let mut groups = BTreeMap::<u16, Sha256>::new();
        for (indicator, hash) in decided {
            groups.entry(first(*indicator)).or_default().update(hash);
        }
        let mut indicators = BTreeMap::new();
        for figure in figures {
            let group = first(figure.indicator);
            indicators.insert(figure.indicator, group);
            let hash = groups.entry(group).or_default();
            hash.update(figure.code.as_bytes());
            let Figure { indicator, numerator, squares, denominator, population, .. } = *figure;
            for number in [u64::from(indicator), numerator, squares, denominator, population] {
                hash.update(number.to_le_bytes());
            }
        }
        let keys: BTreeMap<u16, [u8; 32]> =
            groups.into_iter().map(|(group, hash)| (group, hash.finalize().into())).collect();
        Order(indicators.into_iter().filter_map(|(indicator, group)| Some((indicator, *keys.get(&group)?))).collect())
    }

    /// Where a number of a figure comes.
    pub fn rank(&self, figure: &PrintedFigure, part: Part) -> Rank {
        let mut hash = Sha256::new();
        hash.update(self.0.get(&figure.indicator).copied().unwrap_or_default());
        hash.update(figure.code.as_bytes());
        hash.update(figure.indicator.to_le_bytes());
        hash.update(part.name().as_bytes());
        if let Some(PrintedGroup { dimension, name }) = &figure.group {
            hash.update(dimension.as_bytes());
            hash.update(name.as_bytes());
        }
        let hash: [u8; 32] = hash.finalize().into();
        hash.iter().take(8).fold(0, |rank, byte| rank << 8 | Rank::from(*byte))
    }
}
