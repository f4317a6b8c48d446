//! publish/run.json: what a reader of the published figures needs to know of the run, and nothing of its returns.

use crate::contract::{PUBLISH, RECORD};
use crate::output::error::ReportError;
use crate::output::folder::{ReportFolder, Written};
use crate::output::hash::hexadecimal;
use crate::seeds::policies::Settings;
use crate::timeframe::Timeframe;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::{Component, Path, PathBuf};

/// The record.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    program: String,
    version: String,
    as_at: String,
    basis: String,
    window_start: String,
    window_end: String,
    policies: Settings,
    disclosure: String,
    /// The files beside it, by their paths there.
    outputs: Vec<Written>,
}

impl Record {
    /// Of the figures of a day, protected by the profile of that name.
    fn of(timeframe: &Timeframe, policies: Settings, profile: &str, version: &str, outputs: Vec<Written>) -> Record {
        Record {
            program: env!("CARGO_PKG_NAME").to_owned(),
            version: version.to_owned(),
            as_at: timeframe.as_at.to_string(),
            basis: timeframe.basis.to_string(),
            window_start: timeframe.window_start.to_string(),
            window_end: timeframe.as_at.to_string(),
            policies,
            disclosure: profile.to_owned(),
            outputs,
        }
    }

    fn bytes(&self) -> serde_json::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// Writes the record of a day; of the files written for its report, those that are published are listed.
///
/// # Errors
/// Where it cannot be written.
pub(crate) fn write(
    timeframe: &Timeframe,
    policies: Settings,
    profile: &str,
    written: &[Written],
    folder: &ReportFolder,
) -> Result<Written, ReportError> {
    let published = written.iter().filter_map(|file| {
        let path = file.path.strip_prefix(PUBLISH)?.strip_prefix('/')?;
        Some(Written { path: path.to_owned(), ..file.clone() })
    });
    let mut outputs: Vec<Written> = published.collect();
    outputs.sort();
    let record = Record::of(timeframe, policies, profile, env!("CARGO_PKG_VERSION"), outputs);
    folder.write(&format!("{PUBLISH}/{RECORD}"), |file| file.write_all(&record.bytes()?))
}

/// Whether bytes are such a record of the files in a folder, and hold nothing else.
pub(crate) fn is_record(bytes: &[u8], folder: &Path, timeframe: &Timeframe, profile: &str) -> bool {
    let Ok(Record { version, policies, outputs, .. }) = serde_json::from_slice(bytes) else { return false };
    let is_version = version.split('.').count() == 3 && version.split('.').all(|part| part.parse::<u16>().is_ok());
    let is_sound = is_version && policies.is_sound() && outputs.is_sorted_by(|one, other| one.path < other.path);
    let all_there = outputs.iter().all(|file| is_there(file, folder));
    let again = Record::of(timeframe, policies, profile, &version, outputs);
    is_sound && all_there && again.bytes().is_ok_and(|again| again == bytes)
}

/// The files in a folder that are not as its record lists them; none where there is no record to go by.
pub(crate) fn changed_since(folder: &Path) -> Vec<PathBuf> {
    let record =
        std::fs::read(folder.join(RECORD)).ok().and_then(|bytes| serde_json::from_slice::<Record>(&bytes).ok());
    let listed = record.map(|record| record.outputs).unwrap_or_default();
    let is_changed = |file: &Written| folder.join(&file.path).is_file() && !is_there(file, folder);
    listed.into_iter().filter(is_changed).map(|file| file.path.into()).collect()
}

/// Whether a file lies in the folder as it was written.
fn is_there(file: &Written, folder: &Path) -> bool {
    let is_below = Path::new(&file.path).components().all(|part| matches!(part, Component::Normal(_)));
    let bytes = if is_below { std::fs::read(folder.join(&file.path)).ok() } else { None };
    bytes.is_some_and(|bytes| bytes.len() as u64 == file.bytes && hexadecimal(&Sha256::digest(&bytes)) == file.sha256)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::seeds::Seeds;
    use crate::seeds::policies::Policies;
    use crate::timeframe::Basis;

    #[test]
    fn only_what_this_program_writes_of_the_files_beside_it_is_its_record() {
        let timeframe = Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap();
        let policies = || Policies::from_seeds(&Seeds::built_in().unwrap().policies).unwrap().settings();
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.csv"), "a\n").unwrap();
        let sha256 = hexadecimal(&Sha256::digest(b"a\n"));
        let of = |path: &str, sha256: &str, bytes: u64| {
            let output = Written { path: path.to_owned(), bytes, sha256: sha256.to_owned() };
            Record::of(&timeframe, policies(), "sfr-2011", "0.1.0", vec![output]).bytes().unwrap()
        };
        let is = |bytes: &[u8]| is_record(bytes, folder.path(), &timeframe, "sfr-2011");
        let sound = of("a.csv", &sha256, 2);
        assert!(is(&sound));
        let text = String::from_utf8(sound.clone()).unwrap();
        for other in [
            text.replace("{\n  \"program\"", "{\n  \"rows\": 3,\n  \"program\""),
            text.replace("sfr-2011", "other"),
            text.replace("0.1.0", "0.1.301 of 7 children"),
            text.replace("2011-03-31", "2012-03-31"),
            format!("{text} "),
        ] {
            assert!(!is(other.as_bytes()), "{other}");
        }
        for (path, hash, bytes) in
            [("b.csv", sha256.as_str(), 2), ("../a.csv", &sha256, 2), ("a.csv", "00", 2), ("a.csv", &sha256, 7)]
        {
            assert!(!is(&of(path, hash, bytes)), "{path} {hash} {bytes}");
        }
    }
}
