//! What was decided about each child, hashed: known to the owner of the returns alone, and the same for the same children.

use crate::disclosure::Decided;
use crate::indicators::outcome::Counted;
use crate::indicators::{AuthorityOutcomes, IndicatorOutcomes, Outcomes};
use crate::quality::CleanReturns;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The hash of each indicator.
pub(super) fn decided(outcomes: &Outcomes, clean: &CleanReturns) -> Decided {
    let by_authority: Vec<Vec<(u16, [u8; 32])>> =
        outcomes.authorities.par_iter().map(|of_authority| of_one(of_authority, clean)).collect();
    let mut all = BTreeMap::<u16, Sha256>::new();
    for (indicator, hash) in by_authority.into_iter().flatten() {
        all.entry(indicator).or_default().update(hash);
    }
    all.into_iter().map(|(indicator, hash)| (indicator, hash.finalize().into())).collect()
}

/// The hashes of one authority, indicator by indicator.
fn of_one(outcomes: &AuthorityOutcomes, clean: &CleanReturns) -> Vec<(u16, [u8; 32])> {
    let of_authority = clean.authorities.iter().find(|clean| clean.authority == outcomes.authority);
    let children = of_authority.map_or(&[][..], |clean| &clean.children);
    let ids: Vec<String> = children.iter().map(|child| child.id.text(&clean.long)).collect();
    let of_indicator = |outcomes: &IndicatorOutcomes| {
        let mut hash = Sha256::new();
        for (child, decision) in &outcomes.decisions {
            let counted = match decision.counted {
                Counted::Met => [1, 0],
                Counted::NotMet(_) => [0, 0],
                Counted::Scored(score) => [2, score],
                Counted::Out(_) | Counted::Unscored => continue,
            };
            hash.update(ids.get(*child as usize).map_or("", String::as_str));
            hash.update(counted);
        }
        (outcomes.indicator, hash.finalize().into())
    };
    outcomes.indicators.iter().flatten().map(of_indicator).collect()
}
