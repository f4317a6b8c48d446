//! What the flags of children say.

use crate::indicators::AuthorityOutcomes;
use crate::walk::Followed;
use std::collections::BTreeMap;

/// Every flag that any child has: as rows have it, and what it says.
pub(super) fn of(followed: &Followed<'_>, outcomes: &AuthorityOutcomes) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let reasons = followed.setting.seeds.codes.of_column("SDQ_REASON");
    let meaning = |code: &str| reasons.and_then(|list| list.meanings().find(|(listed, _)| *listed == code));
    for (_, decision) in outcomes.indicators.iter().flatten().flat_map(|of| &of.decisions) {
        for (name, words) in decision.flags.named() {
            all.entry(plain(name)).or_insert_with(|| words.to_owned());
        }
        let reason = decision.flags.reason_unscored;
        if !reason.is_blank() {
            let code = followed.code(reason);
            let words = meaning(&code).map(|(_, words)| format!("no score: {words}"));
            all.entry(code)
                .or_insert_with(|| words.unwrap_or_else(|| "no score, for this reason in the return".to_owned()));
        }
    }
    all
}

/// A name of the tables as words.
pub(super) fn plain(name: &str) -> String {
    name.replace('_', " ")
}
