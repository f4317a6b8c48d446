//! Which group of each dimension a child is in on a day.

use crate::care::ChildHistory;
use crate::care::ends::DatedEpisode;
use crate::code::Code;
use crate::day::Day;
use crate::quality::child::CleanChild;
use crate::quality::{CleanAuthority, CleanReturns};
use crate::returns::table::Table;
use crate::seeds::breakdowns::{By, Dimension};
use crate::setting::Setting;

/// The dimensions, and where the groups of each stand among those of all.
pub(crate) struct Groupings {
    /// The dimensions: those of the seeds, then the columns of the user's choice.
    pub dimensions: Vec<Dimension>,
    /// How many of them are of the seeds.
    of_seeds: usize,
    /// The place of each of the others among the columns of the user's choice.
    own_columns: Vec<usize>,
    /// The first group of each among all groups; the last is how many there are.
    first: Vec<usize>,
}

impl Groupings {
    /// Those of the seeds, and one for each column of the user's choice.
    pub(crate) fn of(clean: &CleanReturns, setting: Setting<'_>) -> Groupings {
        let mut dimensions = setting.seeds.breakdowns.clone();
        let of_seeds = dimensions.len();
        let own = &clean.own_cells;
        let mut own_columns = Vec::new();
        for (place, column) in own.columns().iter().enumerate() {
            let Some(texts) = own.groups(place) else { continue };
            let mut dimension = Dimension::of_column(column, texts.into_iter());
            if dimensions.iter().any(|other| other.name == dimension.name) {
                dimension.name = format!("own_{}", dimension.name);
            }
            own_columns.push(place);
            dimensions.push(dimension);
        }
        let mut first = vec![0];
        for dimension in &dimensions {
            first.push(first.last().copied().unwrap_or_default() + dimension.count());
        }
        Groupings { dimensions, of_seeds, own_columns, first }
    }

    /// How many groups there are, of all dimensions together.
    pub(crate) fn count(&self) -> usize {
        self.first.last().copied().unwrap_or_default()
    }

    /// What is kept of every group, dimension by dimension.
    pub(crate) fn split<'all, T>(&'all self, all: &'all [T]) -> impl Iterator<Item = &'all [T]> {
        self.first.windows(2).map(|ends| &all[ends[0]..ends[1]])
    }

    /// The group of each dimension that a child is in on a day, among all groups; on a day that is not known, what does not
    /// depend on it.
    pub(crate) fn put(&self, child: &Known<'_>, day: Option<Day>, clean: &CleanReturns, groups: &mut Vec<usize>) {
        groups.clear();
        let episode = day.and_then(|day| episode_on(child.history, day));
        for (place, dimension) in self.dimensions.iter().enumerate() {
            let group = match place.checked_sub(self.of_seeds) {
                None => of_seed(dimension, child, day, episode),
                Some(column) => {
                    let cells = day.map(|day| clean.own_cells.of_child(child.authority, child.place, day));
                    cells
                        .and_then(|cells| dimension.of_text(cells[self.own_columns[column]]))
                        .unwrap_or(dimension.not_known())
                }
            };
            groups.push(self.first[place] + usize::from(group));
        }
    }

    /// The names of the groups that a child was put into, dimension by dimension.
    pub(crate) fn names<'all>(&'all self, groups: &'all [usize]) -> impl Iterator<Item = &'all str> {
        let both = self.dimensions.iter().zip(&self.first).zip(groups);
        both.map(|((dimension, first), group)| dimension.group(group - first))
    }
}

/// A child, and all that is known of it.
pub(crate) struct Known<'run> {
    /// The rows of the child's authority.
    pub authority: &'run CleanAuthority,
    /// The child's index among them.
    pub place: u32,
    /// The care history.
    pub history: &'run ChildHistory<'run>,
}

fn of_seed(dimension: &Dimension, child: &Known<'_>, day: Option<Day>, episode: Option<&DatedEpisode<'_>>) -> u16 {
    let CleanChild { sex, ethnicity, .. } = child.authority.children[child.place as usize];
    let coded = |code: Code| dimension.of_code(code);
    let of_episode = |code: fn(&DatedEpisode<'_>) -> Code| episode.and_then(|episode| coded(code(episode)));
    let group = match dimension.by {
        By::Sex => coded(sex),
        By::Ethnicity => coded(ethnicity),
        By::Age => day.and_then(|day| child.history.age_on(day)).and_then(|age| dimension.of_years(age)),
        _ if day.is_some() && episode.is_none() => Some(dimension.not_looked_after()),
        By::LegalStatus => of_episode(|episode| episode.row.legal_status),
        By::Placement => of_episode(|episode| episode.row.place),
        By::Need => of_episode(|episode| episode.row.need.0),
        By::YearsInCare => {
            day.and_then(|day| years_in_care(child.history, day)).and_then(|years| dimension.of_years(years))
        }
        By::Unaccompanied => day.and_then(|day| is_unaccompanied(child, day)).and_then(|yes| dimension.of_answer(yes)),
        By::OwnColumn | By::Else => None,
    };
    group.unwrap_or(dimension.not_known())
}

/// Whether a child is an unaccompanied asylum seeker on a day, by the return of the day's year; nobody knows where that has no
/// table of them.
fn is_unaccompanied(child: &Known<'_>, day: Day) -> Option<bool> {
    let year = day.return_year();
    let row = child.authority.uasc.of(child.place as usize).iter().find(|(of, _)| *of == year);
    let is_held = child.authority.held.has(year, Table::Uasc);
    is_held.then(|| row.is_some_and(|(_, row)| row.is_one_on(day)))
}

/// The episode that covers a day, of several the last that began; else the one that ended on it.
fn episode_on<'run>(history: &ChildHistory<'run>, day: Day) -> Option<&'run DatedEpisode<'run>> {
    let begun = &history.episodes[..history.episodes.partition_point(|episode| episode.row.decom <= day)];
    let covering = begun.iter().rev().find(|episode| episode.end.is_none_or(|end| end > day));
    covering.or_else(|| begun.iter().rev().find(|episode| episode.end == Some(day)))
}

/// The completed years since the period of care that covers a day, or ended on it, began.
fn years_in_care(history: &ChildHistory<'_>, day: Day) -> Option<i32> {
    let ended = || history.periods.iter().find(|period| period.end == Some(day));
    history.period_on(day).or_else(ended).map(|period| period.start.age_on(day))
}
