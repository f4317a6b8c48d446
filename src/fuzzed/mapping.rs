//! A user's own headings and codes.

use super::files::Files;
use crate::columns::understand;
use crate::returns::files::find_readable;
use crate::seeds::Seeds;

/// Reads a mapping, and files by it: what is printed of them must be a mapping again.
pub fn mapping(bytes: &[u8]) {
    let Ok(files) = Files::of(bytes, "mapping") else { return };
    let Ok(seeds) = Seeds::built_in() else { return };
    let Ok(seeds) = seeds.with_mapping(&files.at("mine.toml")) else { return };
    let Ok(found) = find_readable(&[files.at("returns")], &files.at("out")) else { return };
    let understood = understand(&found.files, &seeds);
    let again = files.at("again.toml");
    if std::fs::write(&again, &understood.text).is_ok() {
        let again = Seeds::built_in().and_then(|seeds| seeds.with_mapping(&again));
        assert!(again.is_ok(), "what is printed is no mapping");
    }
}
