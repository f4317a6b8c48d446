//! The audit of folders that are to be published: every file is read as a stranger would read it, and what none of
//! the readers knows is named, so that nothing goes out unlooked at.

use super::{Aim, Attacked, attack_table, shown_in_spite};
use crate::attack::knowledge::Part;
use crate::contract::{PROFILE, PUBLISHED_FIGURES, PUBLISHED_README};
use crate::disclosure::time::same_cohort;
use crate::publish::{Printed, PrintedFigure, PrintedTable, table, words};
use crate::seeds::disclosure::Profile;
use crate::seeds::indicators::IndicatorSeed;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use thiserror::Error;
use walkdir::WalkDir;

/// Folders that cannot be audited.
#[derive(Debug, Error)]
pub enum AuditError {
    /// There is nothing to audit.
    #[error("{0} holds nothing published: give a report of `stocktake run`, its folder publish, or a folder of days")]
    Nothing(String),
    /// A file without which there is no audit cannot be read.
    #[error("{path} cannot be read ({problem}): run `stocktake run` again")]
    Unreadable {
        /// The file.
        path: String,
        /// What is wrong.
        problem: String,
    },
}

/// What came of an audit.
#[derive(Debug, Default)]
pub struct Audit {
    /// How many tables there are.
    pub tables: usize,
    /// How many figures are in them.
    pub figures: usize,
    /// How many hidden counts and means were attacked.
    pub hidden: usize,
    /// The fewest whole numbers that are left for one; at least so many, where the attack aimed at breaches alone.
    pub fewest: Option<i64>,
    /// What gives too much away, a line each, without a number that is hidden.
    pub breaches: Vec<String>,
    /// The files that no reader knows, a line each.
    pub not_audited: Vec<String>,
}

impl Audit {
    /// Whether all that is published was looked at, and nothing gives too much away.
    pub fn is_safe(&self) -> bool {
        self.breaches.is_empty() && self.not_audited.is_empty()
    }
}

/// What is published of one day.
struct Day {
    profile: Profile,
    table: PrintedTable,
}

/// One kind of file, and what of it is not understood.
struct Reader {
    name: &'static str,
    not_understood: fn(&Day, &[u8], &[IndicatorSeed]) -> bool,
}

/// The readers of every kind of file that is published.
const READERS: [Reader; 3] = [
    Reader {
        name: PUBLISHED_FIGURES,
        // Written again, what was read must give the same bytes: then nothing else was in it.
        not_understood: |day, bytes, indicators| {
            let mut again = Vec::new();
            table::write(&day.table, indicators, &mut again).is_err() || again != bytes
        },
    },
    Reader {
        name: PROFILE,
        not_understood: |day, bytes, _| words::settings(&day.profile, &day.table.same_children).as_bytes() != bytes,
    },
    Reader {
        name: PUBLISHED_README,
        not_understood: |day, bytes, _| words::readme(&day.profile, &day.table.timeframe).as_bytes() != bytes,
    },
];

/// The published folders of a report, of a folder of reports for several days, or the published folder itself.
pub fn folders(given: &Path, publish: &str) -> Vec<PathBuf> {
    let is_one = |folder: &Path| folder.join(PROFILE).is_file();
    if is_one(given) {
        return vec![given.to_owned()];
    }
    let mut days: Vec<PathBuf> = std::fs::read_dir(given)
        .map(|entries| entries.filter_map(Result::ok).map(|entry| entry.path()).collect())
        .unwrap_or_default();
    days.push(given.to_owned());
    days.sort();
    days.into_iter().map(|day| day.join(publish)).filter(|folder| is_one(folder)).collect()
}

/// Audits folders as one set.
///
/// # Errors
/// Where a folder's table or profile cannot be read.
pub fn audit(folders: &[PathBuf], indicators: &[IndicatorSeed], aim: Aim) -> Result<Audit, AuditError> {
    let mut audit = Audit { tables: folders.len(), ..Audit::default() };
    let mut days = Vec::new();
    for folder in folders {
        let day = Day::read(folder)?;
        audit.not_audited.extend(unlooked_at(folder, &day, indicators));
        audit.figures += day.table.figures.len();
        days.push(day);
    }
    let attacked: Vec<_> = days.par_iter().map(|day| attack_table(&day.table, &day.profile, aim)).collect();
    for (day, attacked) in days.iter().zip(attacked) {
        let shown = shown_in_spite(&day.table, &day.profile);
        audit.breaches.extend(shown.iter().map(|shown| told(day, shown)));
        match attacked {
            Ok(attacked) => audit.take(day, &attacked),
            Err(indicator) => audit.breaches.push(format!(
                "{}, NI {indicator}: what is printed contradicts itself, so that nobody can say what it gives away",
                day.table.timeframe.as_at
            )),
        }
    }
    audit.over_time(&days);
    Ok(audit)
}

impl Audit {
    fn take(&mut self, day: &Day, attacked: &[Attacked]) {
        self.hidden += attacked.len();
        let fewest = attacked.iter().map(|attacked| attacked.bounds.range.integers()).min();
        self.fewest = self.fewest.into_iter().chain(fewest).min();
        self.breaches.extend(attacked.iter().filter(|attacked| attacked.is_breach()).map(|breach| told(day, breach)));
    }

    /// What is hidden on one day and shown on another, of the same children.
    fn over_time(&mut self, days: &[Day]) {
        for (at, day) in days.iter().enumerate() {
            let others = days.iter().enumerate().filter(|(place, other)| *place != at && day.profile == other.profile);
            for (_, other) in others {
                for (figure, twin) in same_cohort(&day.table, &other.table) {
                    let (figure, twin) = (&day.table.figures[figure], &other.table.figures[twin]);
                    let hidden_and_shown = [
                        (Part::Numerator, figure.numbers.numerator, twin.numbers.numerator),
                        (Part::Denominator, figure.numbers.denominator, twin.numbers.denominator),
                    ];
                    for (part, hidden, shown) in hidden_and_shown {
                        if hidden == Printed::Confidential && matches!(shown, Printed::Number(_)) {
                            let (whose, other) = (whose(day, figure, part), other.table.timeframe.as_at);
                            self.breaches.push(format!("{whose}: the table of {other} shows it, of the same children"));
                        }
                    }
                }
            }
        }
    }
}

impl Day {
    fn read(folder: &Path) -> Result<Day, AuditError> {
        let bytes = |name: &str| {
            let path = folder.join(name);
            let unreadable = |problem: String| AuditError::Unreadable { path: path.display().to_string(), problem };
            std::fs::read(&path).map_err(|error| unreadable(error.to_string()))
        };
        let unreadable =
            |name: &str, problem| AuditError::Unreadable { path: folder.join(name).display().to_string(), problem };
        let (profile, same_children) =
            words::read_settings(&bytes(PROFILE)?).map_err(|problem| unreadable(PROFILE, problem))?;
        let table =
            table::read(&bytes(PUBLISHED_FIGURES)?).map_err(|problem| unreadable(PUBLISHED_FIGURES, problem))?;
        Ok(Day { profile, table: PrintedTable { same_children, ..table } })
    }
}

/// The files of a folder that hold something that no reader understands.
fn unlooked_at(folder: &Path, day: &Day, indicators: &[IndicatorSeed]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let Ok(entry) = entry else {
            found.push(format!("{} holds something that cannot be read", folder.display()));
            continue;
        };
        if entry.file_type().is_dir() {
            continue;
        }
        let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let reader = READERS.iter().find(|reader| Path::new(reader.name) == inside);
        let bytes = std::fs::read(entry.path()).unwrap_or_default();
        match reader {
            Some(reader) if !(reader.not_understood)(day, &bytes, indicators) => {}
            Some(_) => found.push(format!("{}: holds more than this program writes there", entry.path().display())),
            None => found.push(format!("{}: a file that this program does not read", entry.path().display())),
        }
    }
    found
}

/// Whose number it is.
fn whose(day: &Day, figure: &PrintedFigure, part: Part) -> String {
    let as_at = day.table.timeframe.as_at;
    format!("{as_at}, NI {}, {} {}, {}", figure.indicator, figure.code, figure.name, part.name())
}

/// A breach in a line, without the number.
fn told(day: &Day, breach: &Attacked) -> String {
    let whose = whose(day, &day.table.figures[breach.figure], breach.part);
    let left = match breach.bounds.range.integers() {
        0 => "no whole number was found for it within the search's limit".to_owned(),
        1 => format!("one whole number is left and {} are asked for", breach.asked),
        left => format!("{left} whole numbers are left and {} are asked for", breach.asked),
    };
    let because = match breach.because.join("; ") {
        because if because.is_empty() => "by all that is printed of its indicator together".to_owned(),
        because => because,
    };
    format!("{whose}: {left}: {because}")
}
