//! The audit of folders that are to be published: their tables are read and attacked as anybody could, and every file
//! that is not known or not made of the tables is named, so that nothing goes out unseen.

pub(crate) mod beside;
pub mod error;
mod files;
mod groups;
mod packs;
mod pairs;
mod places;
mod restricted;
pub(crate) mod series;
mod year;

use crate::attack::earlier::{Earlier, Target, WHY_IS_NOT_SAID, hidden_before};
use crate::attack::figures::Part;
use crate::attack::shown::shown_against_profile;
use crate::attack::{Aim, Attacked, agreeing, attack_table, linked};
use crate::audit::error::AuditError;
use crate::printed::published::Published;
use crate::printed::same::same_numbers;
use crate::printed::{PrintedFigure, PrintedGroup};
use crate::seeds::Seeds;
use crate::seeds::indicators::IndicatorSeed;
pub(crate) use files::Extent;
use files::not_audited;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// What came of an audit.
#[derive(Debug, Default)]
pub(crate) struct Audit {
    /// The tables, as they were read from the folders, in their order.
    pub tables: Vec<Published>,
    /// How many figures they have.
    pub figures: usize,
    /// How many hidden counts and means were attacked.
    pub hidden: usize,
    /// The fewest whole numbers left for one; at least so many, where the attack aimed at breaches alone.
    pub fewest: Option<i64>,
    /// What gives too much away, a line each, without a number that is hidden.
    pub breaches: Vec<String>,
    /// Files that are not known, or hold more than they should, a line each.
    pub not_audited: Vec<String>,
    /// What cannot be undone, a line each: hidden numbers that what was published already, or the rule, gives away by itself,
    /// and figures that were revised since.
    pub already: Vec<String>,
}

impl Audit {
    /// Whether everything that is to be published was audited, and every hidden number is safe.
    pub(crate) fn is_safe(&self) -> bool {
        self.breaches.is_empty() && self.not_audited.is_empty()
    }
}

/// Audits folders as one set, together with what was published already. The tables are read here, once: what is attacked
/// and what packs are made of is what is on disk.
///
/// # Errors
/// Where a folder's table or profile cannot be read.
pub(crate) fn audit(
    folders: &[PathBuf],
    published: &[Published],
    seeds: &Seeds,
    aim: Aim,
    extent: Extent,
) -> Result<Audit, AuditError> {
    let days = folders.iter().map(|folder| Published::read(folder)).collect::<Result<Vec<_>, _>>()?;
    let mut audit = Audit { figures: days.iter().map(|day| day.whole().figures.len()).sum(), ..Audit::default() };
    for day in &days {
        audit.not_audited.extend(not_audited(day, &days, seeds, extent)?);
    }
    audit.not_audited.extend(groups::groups_together(&days, published));
    let beside = |day: &Published| Earlier::of(&day.table, published, &days, &seeds.indicators);
    let earlier: Vec<Vec<Earlier<'_>>> = days.iter().map(beside).collect();
    let targets: Vec<Target<'_>> = days
        .iter()
        .zip(&earlier)
        .map(|(day, earlier)| Target { table: day.whole(), profile: &day.profile, earlier, ruled: &WHY_IS_NOT_SAID })
        .collect();
    let attacked: Vec<_> = targets.par_iter().map(|target| attack_table(target, aim)).collect();
    for ((day, target), attacked) in days.iter().zip(&targets).zip(attacked) {
        audit.beside_earlier(day, target);
        let shown = shown_against_profile(day.whole(), &day.profile);
        audit.breaches.extend(shown.iter().map(|shown| in_words(target, day, shown)));
        match attacked {
            Ok(attacked) => audit.take(target, day, &attacked),
            Err(indicator) => audit.breaches.push(format!(
                "{}, NI {indicator}: what is printed contradicts itself, so that it cannot be said what it gives away",
                day.table.timeframe.as_at
            )),
        }
    }
    audit.over_time(&days, &seeds.indicators);
    Ok(Audit { tables: days, ..audit })
}

impl Audit {
    /// What the attack found of one table.
    fn take(&mut self, target: &Target<'_>, day: &Published, attacked: &[Attacked]) {
        self.hidden += attacked.len();
        let fewest = attacked.iter().map(|attacked| attacked.interval.range.integers()).min();
        self.fewest = self.fewest.into_iter().chain(fewest).min();
        let breaches = attacked.iter().filter(|attacked| attacked.is_breach());
        self.breaches.extend(breaches.map(|breach| in_words(target, day, breach)));
        let known_already = attacked.iter().filter(|attacked| attacked.already.is_some() && !attacked.is_breach());
        self.already.extend(known_already.map(|attacked| {
            let whose = whose(day, &day.whole().figures[attacked.figure], attacked.part) + &of_window(attacked);
            match published_in(target, attacked.figure) {
                folders if folders.is_empty() => {
                    format!("{whose}: told by the rule itself, and by who has nobody, however much is hidden")
                }
                folders => format!("{whose}: given away by what was published already in {folders}"),
            }
        }));
    }

    /// What was hidden where it was published already and is shown now, and what was revised since.
    fn beside_earlier(&mut self, day: &Published, target: &Target<'_>) {
        for earlier in target.earlier {
            let folder = earlier.published.folder.display();
            for (_, now, then) in earlier.twins(&day.table) {
                let shown = hidden_before(now, then, &day.profile);
                let shown =
                    shown.into_iter().map(|part| format!("{}: it was hidden in {folder}", whose(day, now, part)));
                self.breaches.extend(shown);
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
            let agreeing: Vec<&Path> = agreeing(target, &places).iter().map(|beside| beside.folder).collect();
            let beside = target.earlier.iter().filter_map(|earlier| earlier.beside(target, &places));
            self.already.extend(beside.filter(|beside| !agreeing.contains(&beside.folder)).map(|beside| {
                format!(
                    "{}, NI {}: the hidden numbers cannot all be those of {}: revised since, and the difference itself \
                     may tell what is hidden",
                    day.table.timeframe.as_at,
                    day.whole().figures[places[0]].indicator,
                    beside.folder.display()
                )
            }));
        }
    }

    /// What is hidden on one day and shown on another, of the same children, whatever their profiles.
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

/// Whose number it is.
fn whose(day: &Published, figure: &PrintedFigure, part: Part) -> String {
    let as_at = day.table.timeframe.as_at;
    let group = figure.group.as_ref().map(|PrintedGroup { dimension, name }| format!(", {dimension} {name}"));
    let group = group.unwrap_or_default();
    format!("{as_at}, NI {}, {} {}{group}, {}", figure.indicator, figure.code, figure.name, part.name())
}

/// The window of a number of another window than the table's.
fn of_window(attacked: &Attacked) -> String {
    attacked.window.map_or(String::new(), |[from, to]| format!(" of {from} to {to}"))
}

/// Where a figure was published already.
fn published_in(target: &Target<'_>, figure: usize) -> String {
    let earlier =
        target.earlier.iter().filter(|earlier| earlier.twins(target.table).any(|(place, ..)| place == figure));
    earlier.map(|earlier| earlier.published.folder.display().to_string()).collect::<Vec<_>>().join(" and ")
}

/// A breach in a line, without the number.
fn in_words(target: &Target<'_>, day: &Published, breach: &Attacked) -> String {
    let whose = whose(day, &day.whole().figures[breach.figure], breach.part) + &of_window(breach);
    let required = breach.required;
    let left = match breach.interval.range.integers() {
        0 => "the search gave up before it found a whole number for it".to_owned(),
        1 => format!("one whole number is left and {required} are required"),
        left => format!("{left} whole numbers are left and {required} are required"),
    };
    let because = match breach.because.join("; ") {
        because if because.is_empty() => match published_in(target, breach.figure) {
            folders if folders.is_empty() => "by everything that is printed of its indicator".to_owned(),
            folders => format!("by everything that is printed of its indicator, here and in {folders}"),
        },
        because => because,
    };
    format!("{whose}: {left}: {because}")
}
