//! The audit of folders that are to be published: every file is read as a stranger would read it, and what none of
//! the readers knows is named, so that nothing goes out unlooked at.

pub mod error;
mod packs;

use crate::attack::earlier::{Earlier, Target, hidden_before};
use crate::attack::figures::Part;
use crate::attack::{Aim, Attacked, agreeing, attack_table, linked, shown_in_spite};
use crate::audit::error::AuditError;
use crate::contract::{PROFILE, PUBLISHED_FIGURES, PUBLISHED_README, YEARS};
use crate::printed::folders::is_empty;
use crate::printed::published::Published;
use crate::printed::same::same_numbers;
use crate::printed::{PrintedFigure, table, words};
use crate::seeds::Seeds;
use crate::seeds::indicators::IndicatorSeed;
use packs::made_again;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

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
    /// What was published already and can be mended no more, a line each: hidden numbers that it tells by itself, and
    /// figures that were revised since.
    pub already: Vec<String>,
}

impl Audit {
    /// Whether all that is published was looked at, and nothing gives too much away.
    pub fn is_safe(&self) -> bool {
        self.breaches.is_empty() && self.not_audited.is_empty()
    }
}

/// One kind of file, and what of it is not understood.
struct Reader {
    name: &'static str,
    not_understood: fn(&Published, &[u8], &[IndicatorSeed]) -> bool,
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
        not_understood: |day, bytes, _| !words::is_settings(bytes, &day.profile, &day.table.same_children),
    },
    Reader {
        name: PUBLISHED_README,
        not_understood: |day, bytes, _| !words::is_readme(bytes, &day.profile, &day.table.timeframe),
    },
];

/// Audits folders as one set, with what was published already.
///
/// # Errors
/// Where a folder's table or profile cannot be read.
pub fn audit(folders: &[PathBuf], published: &[Published], seeds: &Seeds, aim: Aim) -> Result<Audit, AuditError> {
    let mut audit = Audit { tables: folders.len(), ..Audit::default() };
    let mut days = Vec::new();
    for folder in folders {
        let day = Published::read(folder)?;
        audit.not_audited.extend(unlooked_at(folder, folders, &day, seeds)?);
        audit.figures += day.table.figures.len();
        days.push(day);
    }
    let earlier: Vec<Vec<Earlier<'_>>> =
        days.iter().map(|day| Earlier::of(&day.table, published, &seeds.indicators)).collect();
    let targets: Vec<Target<'_>> = days
        .iter()
        .zip(&earlier)
        .map(|(day, earlier)| Target { table: &day.table, profile: &day.profile, earlier })
        .collect();
    let attacked: Vec<_> = targets.par_iter().map(|target| attack_table(target, aim)).collect();
    for ((day, target), attacked) in days.iter().zip(&targets).zip(attacked) {
        audit.since(day, target);
        let shown = shown_in_spite(&day.table, &day.profile);
        audit.breaches.extend(shown.iter().map(|shown| told(target, day, shown)));
        match attacked {
            Ok(attacked) => audit.take(target, day, &attacked),
            Err(indicator) => audit.breaches.push(format!(
                "{}, NI {indicator}: what is printed contradicts itself, so that nobody can say what it gives away",
                day.table.timeframe.as_at
            )),
        }
    }
    audit.over_time(&days, &seeds.indicators);
    Ok(audit)
}

impl Audit {
    fn take(&mut self, target: &Target<'_>, day: &Published, attacked: &[Attacked]) {
        self.hidden += attacked.len();
        let fewest = attacked.iter().map(|attacked| attacked.bounds.range.integers()).min();
        self.fewest = self.fewest.into_iter().chain(fewest).min();
        let breaches = attacked.iter().filter(|attacked| attacked.is_breach());
        self.breaches.extend(breaches.map(|breach| told(target, day, breach)));
        let told_already = attacked.iter().filter(|attacked| attacked.already.is_some() && !attacked.is_breach());
        self.already.extend(told_already.map(|attacked| {
            let whose = whose(day, &day.table.figures[attacked.figure], attacked.part);
            format!("{whose}: told by what was published already in {}", published_in(target, attacked.figure))
        }));
    }

    /// What was hidden in what was published already and is shown now, and what was revised since.
    fn since(&mut self, day: &Published, target: &Target<'_>) {
        for earlier in target.earlier {
            let folder = &earlier.published.folder;
            for (_, now, then) in earlier.twins(&day.table) {
                let shown = hidden_before(now, then, &day.profile);
                let told =
                    shown.into_iter().map(|part| format!("{}: it was hidden in {folder}", whose(day, now, part)));
                self.breaches.extend(told);
            }
            let revised = earlier.revised(&day.table, &day.profile);
            if let Some(&first) = revised.first() {
                let (many, first) = (revised.len(), &day.table.figures[first]);
                let figures = if many == 1 { "1 figure is".to_owned() } else { format!("{many} figures are") };
                self.already.push(format!(
                    "{}: {figures} not as in {folder}, NI {} of {} {} the first: revised since, and the difference \
                     itself may tell what is hidden",
                    day.table.timeframe.as_at, first.indicator, first.code, first.name
                ));
            }
        }
        for places in linked(target) {
            let agreeing: Vec<&str> = agreeing(target, &places).iter().map(|beside| beside.folder).collect();
            let beside = target.earlier.iter().filter_map(|earlier| earlier.beside(target, &places));
            self.already.extend(beside.filter(|beside| !agreeing.contains(&beside.folder)).map(|beside| {
                format!(
                    "{}, NI {}: the hidden numbers cannot all be those of {}: revised since, and the difference itself \
                     may tell what is hidden",
                    day.table.timeframe.as_at, day.table.figures[places[0]].indicator, beside.folder
                )
            }));
        }
    }

    /// What is hidden on one day and shown on another, of the same children, by whatever profile.
    fn over_time(&mut self, days: &[Published], indicators: &[IndicatorSeed]) {
        for (at, day) in days.iter().enumerate() {
            let others = days.iter().enumerate().filter(|(place, _)| *place != at);
            for (_, other) in others {
                for (figure, twin) in same_numbers(&day.table, &other.table, indicators) {
                    let (figure, twin) = (&day.table.figures[figure], &other.table.figures[twin]);
                    let as_at = other.table.timeframe.as_at;
                    self.breaches.extend(hidden_before(twin, figure, &other.profile).into_iter().map(|part| {
                        format!("{}: the table of {as_at} shows it, of the same children", whose(day, figure, part))
                    }));
                }
            }
        }
    }
}

/// What is in a folder, or in its name, that no reader understands, and is not made of its tables alone. `folders` are
/// all that are audited.
fn unlooked_at(folder: &Path, folders: &[PathBuf], day: &Published, seeds: &Seeds) -> Result<Vec<String>, AuditError> {
    let (mut found, mut unread) = (Vec::new(), Vec::new());
    if is_misnamed(folder, day) {
        found.push(format!("{}: a year's folder that is not named by its day", folder.display()));
    }
    // The years before are read as folders of their own.
    let is_audited = |entry: &DirEntry| folders.iter().any(|folder| folder == entry.path());
    let all = WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    for entry in all.filter_entry(|entry| !is_audited(entry)) {
        let Ok(entry) = entry else {
            found.push(format!("{} holds something that cannot be read", folder.display()));
            continue;
        };
        if entry.file_type().is_dir() {
            if is_empty(entry.path()) {
                found.push(format!("{}: an empty folder, which this program does not write", entry.path().display()));
            }
            continue;
        }
        let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let reader = READERS.iter().find(|reader| Path::new(reader.name) == inside);
        match reader {
            Some(reader) => {
                let bytes = std::fs::read(entry.path()).unwrap_or_default();
                if (reader.not_understood)(day, &bytes, &seeds.indicators) {
                    found.push(format!("{}: holds more than this program writes there", entry.path().display()));
                }
            }
            None => unread.push(inside.to_owned()),
        }
    }
    let made = if unread.is_empty() { Default::default() } else { made_again(folder, &unread, folders, seeds)? };
    found.extend(unread.iter().filter_map(|file| {
        let problem = match made.get(file) {
            Some(true) => return None,
            Some(false) => {
                "is not what the tables beside it give; if it was made with lists of targets, neighbours or the like, \
                 give them here too"
            }
            None if is_unmakeable(file) => {
                "a document, which this program was built without: audit it with one built with --features pdf"
            }
            None => "a file that this program does not read",
        };
        Some(format!("{}: {problem}", folder.join(file).display()))
    }));
    Ok(found)
}

/// Whether it is the folder of a year before, and named otherwise than by its day: a name can tell something too.
fn is_misnamed(folder: &Path, day: &Published) -> bool {
    let is_of_a_year = folder.parent().and_then(Path::file_name).is_some_and(|parent| parent == YEARS);
    let named = day.table.timeframe.as_at.to_string();
    is_of_a_year && folder.file_name().is_none_or(|name| name != named.as_str())
}

/// Whether it is a document that this program cannot make again.
fn is_unmakeable(file: &Path) -> bool {
    !cfg!(feature = "pdf") && file.extension().is_some_and(|extension| extension == "pdf")
}

/// Whose number it is.
fn whose(day: &Published, figure: &PrintedFigure, part: Part) -> String {
    let as_at = day.table.timeframe.as_at;
    format!("{as_at}, NI {}, {} {}, {}", figure.indicator, figure.code, figure.name, part.name())
}

/// Where a figure was published already.
fn published_in(target: &Target<'_>, figure: usize) -> String {
    let earlier =
        target.earlier.iter().filter(|earlier| earlier.twins(target.table).any(|(place, ..)| place == figure));
    earlier.map(|earlier| earlier.published.folder.as_str()).collect::<Vec<_>>().join(" and ")
}

/// A breach in a line, without the number.
fn told(target: &Target<'_>, day: &Published, breach: &Attacked) -> String {
    let whose = whose(day, &day.table.figures[breach.figure], breach.part);
    let asked = breach.asked;
    let left = match breach.bounds.range.integers() {
        0 => "no whole number was found for it within the search's limit".to_owned(),
        1 => format!("one whole number is left and {asked} are asked for"),
        left => format!("{left} whole numbers are left and {asked} are asked for"),
    };
    let because = match breach.because.join("; ") {
        because if because.is_empty() => match published_in(target, breach.figure) {
            folders if folders.is_empty() => "by all that is printed of its indicator together".to_owned(),
            folders => format!("by all that is printed of its indicator together, here and in {folders}"),
        },
        because => because,
    };
    format!("{whose}: {left}: {because}")
}
