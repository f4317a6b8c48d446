//! What is printed about rows that were rejected.

use crate::progress::Progress;
use crate::quality::InputAccount;
use crate::returns::finding::Remedies;
use crate::seeds::authorities::Authorities;

/// How many rejected rows are shown.
const SHOWN: usize = 5;

/// Says of the first rows that were rejected what is wrong with each, and how many there are; `all` says where all of them are.
pub(crate) fn report_rejections(input: &InputAccount, authorities: &Authorities, all: &str, progress: Progress) {
    let rejected = input.rejections().count();
    let mut remedies = Remedies::new(authorities);
    for finding in input.rejections().take(SHOWN) {
        let (place, rule) = (input.place_of(finding.source, finding.field), finding.rule);
        let (field, found) = (finding.field, &finding.found);
        progress.say(&format!("{place}: {field} '{found}' ({}); {}", rule.name, remedies.of(finding)));
    }
    match rejected {
        0 => {}
        1 => progress.say(&format!("1 row rejected; {all}")),
        2..=SHOWN => progress.say(&format!("{rejected} rows rejected; {all}")),
        _ => progress.say(&format!("{rejected} rows rejected, of which these are the first {SHOWN}; {all}")),
    }
}
