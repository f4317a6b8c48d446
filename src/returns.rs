//! Stage one: from files to tables.
//!
//! Files are found, recognised by their headings, and read into typed rows, grouped by authority.
//! Every row that cannot be used is reported with its place.

pub mod file;
pub mod files;
pub mod finding;
pub mod heading;
pub mod held;
pub(crate) mod lacking;
mod manner;
mod name;
pub(crate) mod names;
pub(crate) mod no_row;
pub mod notice;
pub(crate) mod observed;
pub mod place;
pub mod read;
mod reading;
pub(crate) mod rowplace;
pub mod set_aside;
pub(crate) mod source;
pub mod standing;
mod stretch;
pub mod subject;
pub mod suspect;
pub mod table;
mod table_rows;
pub mod tables;
pub mod unfound;
pub mod written;
pub(crate) mod years;

use crate::code::LongTexts;
use crate::progress::Progress;
use crate::seeds::Seeds;
use crate::seeds::authorities::AuthorityIndex;
use file::{FileReport, FileRows, Outcome};
use files::{FoundFile, FoundFiles, of_open_workbook};
use finding::Finding;
use held::{CollatedResults, Held, HeldByAuthority, RefusedFiles};
use notice::{Bearing, Notice};
use place::Place;
use rayon::prelude::*;
use reading::Reading;
use set_aside::SetAside;
use source::content::Content;
use source::packed;
use source::unread::Unread;
use standing::Stood;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use tables::AuthorityRows;
use written::{Kept, WrittenRows};
use years::OtherYears;

/// Everything that was read.
#[derive(Debug)]
pub struct Returns {
    /// What became of each file, in order of path.
    pub files: Vec<FileReport>,
    /// Files in folders that were skipped: not named `.csv`, or out of reach.
    pub not_csv: Vec<String>,
    /// The rows and tables of each authority that any file has rows of.
    pub authorities: BTreeMap<AuthorityIndex, AuthorityReturns>,
    /// The results that collated files have, by exam year and column.
    pub collated_results: CollatedResults,
    /// The places of refused files.
    pub refused: RefusedFiles,
    /// What was found in rows, in order of file and line.
    pub findings: Vec<Finding>,
    /// What is worth saying of the returns as a whole.
    pub notices: Vec<Notice>,
    /// Rows as they are written, where they are kept, in order of file and line.
    pub written: Vec<WrittenRows>,
    /// Texts too long for a number.
    pub long: LongTexts,
}

/// The returns of one authority.
#[derive(Debug, Default)]
pub struct AuthorityReturns {
    /// The rows of every table.
    pub rows: AuthorityRows,
    /// The tables of each return.
    pub held: Held,
    /// Rows that were set aside as whole tables.
    pub set_aside: Vec<SetAside>,
}

/// Reads the files found. The authorities of `seeds` are those that rows may name; `given` is the
/// authority and year of the command line, for files that do not say; `kept` says what to keep
/// of a row.
pub fn read(found: &FoundFiles, seeds: &Seeds, given: Place, kept: Kept, progress: Progress) -> Returns {
    let long = LongTexts::default();
    let reading = Reading { seeds, given, kept, long: &long };
    let together: Vec<&[FoundFile]> = found.files.chunk_by(|one, other| one.is_beside(other)).collect();
    let total = together.iter().map(|files| files[0].bytes).sum();
    let bar = progress.bytes("Reading", total);
    let buffers = Mutex::new(Vec::<Vec<u8>>::new());
    let buffers = || buffers.lock().unwrap_or_else(PoisonError::into_inner);
    let firsts = together.iter().scan(0, |next, files| Some(std::mem::replace(next, *next + files.len())));
    let numbered: Vec<(usize, &[FoundFile])> = firsts.zip(together.iter().copied()).collect();
    let read_together = |(first, files): (usize, &[FoundFile])| {
        let mut buffer = buffers().pop().unwrap_or_default();
        let contents = contents(&files.iter().collect::<Vec<_>>());
        let of_file = |(place, (file, content)): (usize, (&FoundFile, Content))| {
            read::read(&reading, (first + place) as u32, file, &content, &mut buffer)
        };
        let read: Vec<FileRows> = files.iter().zip(contents).enumerate().map(of_file).collect();
        buffers().push(buffer);
        bar.advance(files[0].bytes);
        read
    };
    let files: Vec<FileRows> = numbered.into_par_iter().flat_map_iter(read_together).collect();
    bar.finish();
    let mut returns = gather(files, found, kept, long);
    returns.notices.extend(given_for_nothing(&returns.files, given, seeds));
    returns.notices.extend(found.skipped.iter().filter_map(|file| open_elsewhere(file)));
    returns
}

/// That a workbook is open in a spreadsheet, which may hold changes that the file has not yet; none where a file is no lock.
fn open_elsewhere(file: &str) -> Option<Notice> {
    let workbook = of_open_workbook(Path::new(file))?;
    Some(Notice {
        kind: "workbook_open",
        bearing: Bearing::Figures,
        words: format!(
            "{file}: the lock file of a workbook that is open, passed over; save and close {workbook} if changes are missing"
        ),
    })
}

/// That the authority given makes no difference, which whoever gave it to choose one would not see.
fn given_for_nothing(files: &[FileReport], given: Place, seeds: &Seeds) -> Option<Notice> {
    let given = given.authority?;
    let places = files.iter().filter_map(|file| match file.outcome {
        Outcome::Read { collated: true, .. } => Some(None),
        Outcome::Read { .. } => Some(file.place.place.authority),
        _ => None,
    });
    let places: Vec<_> = places.collect();
    let why = match (places.contains(&Some(given)), places.iter().flatten().any(|place| *place != given)) {
        (false, _) if !places.is_empty() => "changes nothing, for every file tells its own",
        (true, true) => "is that of files that tell none, and chooses none: the returns of others are read too",
        _ => return None,
    };
    let name = &seeds.authorities.get(given).name;
    Some(Notice {
        kind: "authority_given_for_nothing",
        bearing: Bearing::Figures,
        words: format!(
            "the authority given, {name}, {why}; to look at one authority, give its files alone, or `stocktake show` the report"
        ),
    })
}

/// What each of the tables in one file holds.
pub(crate) fn contents(files: &[&FoundFile]) -> Vec<Content> {
    match files {
        [file]
            if file.within == packed::Within::default() && packed::Named::of(&file.path) != packed::Named::Packed =>
        {
            vec![Content::OnDisk { path: file.path.clone(), bytes: file.bytes }]
        }
        [first, ..] => {
            let within: Vec<&packed::Within> = files.iter().map(|file| &file.within).collect();
            packed::contents(&first.path, &within).unwrap_or_else(|error| {
                let problem = Unread::from(error).into_problem();
                files.iter().map(|_| Content::OfUnusable(problem.clone())).collect()
            })
        }
        [] => Vec::new(),
    }
}

fn gather(mut files: Vec<FileRows>, found: &FoundFiles, kept: Kept, long: LongTexts) -> Returns {
    let stood = Stood::settle(&mut files, found.standing.as_ref());
    let mut held = HeldByAuthority::default();
    let mut pieces = BTreeMap::<AuthorityIndex, Vec<AuthorityRows>>::new();
    let (mut reports, mut findings, mut written) = (Vec::new(), stood.findings, Vec::new());
    for file in files {
        held.add(&file);
        for (authority, rows) in file.rows {
            pieces.entry(authority).or_default().push(rows);
        }
        findings.extend(file.findings);
        written.extend(file.written);
        reports.push(file.report);
    }
    let joined = pieces.into_par_iter().map(|(authority, pieces)| {
        let rows = AuthorityRows::joined(pieces);
        (authority, AuthorityReturns { rows, ..AuthorityReturns::default() })
    });
    let mut authorities: BTreeMap<_, AuthorityReturns> = joined.collect();
    for (authority, tables) in held.into_tables() {
        authorities.entry(authority).or_default().held = tables;
    }
    for disputed in stood.disputed {
        authorities.entry(disputed.authority).or_default().held.dispute(disputed);
    }
    for (authority, rows) in stood.set_aside {
        authorities.entry(authority).or_default().set_aside.push(rows);
    }
    let shown = |file: u32| reports.get(file as usize).map_or(String::new(), |file: &FileReport| file.shown.clone());
    let others = authorities.par_iter_mut().map(|(&authority, AuthorityReturns { rows, held, set_aside })| {
        // The checks say of each date where it lies.
        let others = match kept {
            Kept::ForChecks | Kept::ForRules(_) => OtherYears::default(),
            _ => OtherYears::take_out(authority, rows, held, shown),
        };
        set_aside.extend(others.set_aside);
        held.note_own_results(&reports, &rows.attainment);
        (others.findings, others.notices)
    });
    let others: Vec<(Vec<Finding>, Vec<Notice>)> = others.collect();
    let mut notices = stood.notices;
    for (found, noticed) in others {
        findings.extend(found);
        notices.extend(noticed);
    }
    let collated_results =
        CollatedResults::of(&reports, authorities.values().flat_map(|authority| &authority.rows.attainment));
    for (authority, returns) in &authorities {
        for rows in &returns.set_aside {
            if let Some(report) = reports.get_mut(rows.file as usize) {
                report.leave_out(*authority, rows);
            }
        }
    }
    let refused = RefusedFiles::of(&reports);
    let not_csv = found.skipped.clone();
    Returns { files: reports, not_csv, authorities, collated_results, refused, findings, notices, written, long }
}
