//! What is published, audited.

use super::files::Files;
use crate::attack::Aim;
use crate::audit::beside::not_accounted_for;
use crate::audit::{self, Extent};
use crate::printed::folders::folders;
use crate::printed::published::already_published;
use crate::seeds::Seeds;

/// Audits a report, beside what was published already in another. Packs are not made again: that takes long, and nothing of
/// them is read.
pub fn audit(bytes: &[u8]) {
    let Ok(files) = Files::of(bytes, "audit") else { return };
    let Ok(seeds) = Seeds::built_in() else { return };
    let earlier = already_published(&[files.at("earlier")]).unwrap_or_default();
    if let Ok(folders) = folders(&files.at("report")) {
        let _ = audit::audit(&folders, &earlier, &seeds, Aim::Intervals, Extent::Tables);
    }
    not_accounted_for(&files.at("report"));
}
