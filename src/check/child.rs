//! One child in one return: what a rule looks at.

use super::items::filled;
use super::rows::{Ad1Row, EpisodeRow, HeaderRow, Oc2Row, Oc3Row, PlacedAdoptionRow, ReviewRow};
use super::sheets::Sheets;
use crate::care::ChildHistory;
use crate::care::period::Period;
use crate::code::{ChildId, Code};
use crate::day::Day;
use crate::returns::finding::Source;
use crate::returns::held::Held;
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;
use crate::seeds::codes::roles::Role;

/// What is the same for every child of an authority's return.
#[derive(Debug, Clone, Copy)]
pub struct OfReturn<'a> {
    /// The year in which the return ends.
    pub year: i32,
    /// Dates of birth are given as the first of the month, as anonymised returns have them.
    pub births_to_the_month: bool,
    /// The same of the return of the year before.
    pub births_before_to_the_month: bool,
    /// Which tables the authority's returns have.
    pub held: &'a Held,
    /// The codes that returns may hold.
    pub codes: &'a CodeLists,
}

/// One child in one return.
#[derive(Debug)]
pub struct Child<'a> {
    /// What is the same for every child of the return.
    pub of_return: OfReturn<'a>,
    /// The child's rows in this return.
    pub rows: ChildRows<'a>,
    /// The child's rows in the return of the year before, none of which need be there.
    pub before: ChildRows<'a>,
    /// The child's care as it was known on the 31 March that ends the return, from all returns given;
    /// none where the return has no episodes table.
    pub care: Option<ChildHistory<'a>>,
}

/// A child's rows in one return.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "each field is the table of the same name")]
pub struct ChildRows<'a> {
    pub header: &'a [HeaderRow<'a>],
    /// Rows whose DECOM can be read, in order of DECOM.
    pub episodes: &'a [EpisodeRow<'a>],
    /// Rows whose DECOM is blank or cannot be read.
    pub undated_episodes: &'a [EpisodeRow<'a>],
    pub reviews: &'a [ReviewRow<'a>],
    pub oc2: &'a [Oc2Row<'a>],
    pub oc3: &'a [Oc3Row<'a>],
    pub ad1: &'a [Ad1Row<'a>],
    pub placed_adoption: &'a [PlacedAdoptionRow<'a>],
}

impl<'a> ChildRows<'a> {
    /// The rows of a child in the return of a year.
    pub fn of(sheets: &'a Sheets<'a>, child: ChildId, year: i32) -> ChildRows<'a> {
        let episodes = sheets.episodes.of(child, year);
        let (undated_episodes, episodes) =
            episodes.split_at(episodes.partition_point(|episode| episode.decom.day.is_none()));
        ChildRows {
            header: sheets.header.of(child, year),
            episodes,
            undated_episodes,
            reviews: sheets.reviews.of(child, year),
            oc2: sheets.oc2.of(child, year),
            oc3: sheets.oc3.of(child, year),
            ad1: sheets.ad1.of(child, year),
            placed_adoption: sheets.placed_adoption.of(child, year),
        }
    }

    /// Every row of the episodes, dated or not.
    pub fn all_episodes(&self) -> impl Iterator<Item = &'a EpisodeRow<'a>> + use<'a> {
        self.undated_episodes.iter().chain(self.episodes)
    }

    /// Each episode but the last with the one that follows it, in order of DECOM.
    pub fn successive_episodes(&self) -> impl Iterator<Item = (&'a EpisodeRow<'a>, &'a EpisodeRow<'a>)> + use<'a> {
        self.episodes.iter().zip(self.episodes.iter().skip(1))
    }

    /// The episodes of care in order of DECOM: short breaks are no care (definitions 3.2). None while a row of
    /// the child has no date, for what follows what cannot be told then.
    pub fn care_in_order(&self) -> impl DoubleEndedIterator<Item = &'a EpisodeRow<'a>> + Clone + use<'a> {
        let dated = if self.undated_episodes.is_empty() { self.episodes } else { &[] };
        dated.iter().filter(|episode| !episode.is_short_break())
    }

    /// Each episode of care but the last with the one that follows it; not two of one DECOM, of which
    /// rule 501 speaks.
    pub fn successive_care(&self) -> impl Iterator<Item = (&'a EpisodeRow<'a>, &'a EpisodeRow<'a>)> + use<'a> {
        let care = self.care_in_order();
        care.clone().zip(care.skip(1)).filter(|(before, after)| before.decom.day != after.decom.day)
    }

    /// The last episode, where it is still open.
    pub fn open_episode(&self) -> Option<&'a EpisodeRow<'a>> {
        self.episodes.last().filter(|episode| episode.dec.is_blank())
    }

    /// The header's row; of several the last line, as in every table of one row a child.
    pub fn header_row(&self) -> Option<&'a HeaderRow<'a>> {
        self.header.last()
    }

    /// The OC2 row; of several the last line.
    pub fn oc2_row(&self) -> Option<&'a Oc2Row<'a>> {
        self.oc2.last()
    }

    /// The OC3 row in which something stands; of several rows the last line.
    pub fn oc3_row(&self) -> Option<&'a Oc3Row<'a>> {
        self.oc3.last().filter(|row| !filled(&row.items()).is_empty())
    }

    /// Whether every row of the episodes counts in the child's care: none is rejected (definitions 3.1 a).
    pub fn every_episode_counts(&self) -> bool {
        self.all_episodes().all(EpisodeRow::counts)
    }

    /// The first row of the episodes table, for findings about the child's episodes as a whole.
    pub fn first_episode(&self) -> Option<Source> {
        self.all_episodes().map(|episode| episode.at).min()
    }
}

impl<'a> Child<'a> {
    /// The 1 April that begins the return's year.
    pub fn year_start(&self) -> Day {
        Day::first_of_april(self.of_return.year - 1)
    }

    /// The 31 March that ends it.
    pub fn year_end(&self) -> Day {
        Day::thirty_first_of_march(self.of_return.year)
    }

    /// Whether a day lies in the return's year.
    pub fn in_year(&self, day: Day) -> bool {
        self.year_start() <= day && day <= self.year_end()
    }

    /// The date of birth: the Header's in this return where it can be read, else as the definitions tell it.
    pub fn birth(&self) -> Option<Day> {
        let header = self.rows.header_row().and_then(|row| row.birth.day);
        header.or_else(|| self.care.as_ref().and_then(|care| care.birth))
    }

    /// The latest day on which the child may have been born: the last of the month where dates of birth are
    /// given to the month.
    pub fn latest_birth(&self) -> Option<Day> {
        let birth = self.birth()?;
        let to_the_month = self.of_return.births_to_the_month && birth.ymd().2 == 1;
        Some(if to_the_month { birth.plus_months(1).plus_days(-1) } else { birth })
    }

    /// The date of birth that rules go by, as the header writes it where it is the header's.
    pub fn birth_told(&self) -> String {
        let header = self.rows.header_row().filter(|row| row.birth.day.is_some());
        let elsewhere = || self.birth().map(Day::slashed).unwrap_or_default();
        header.map_or_else(elsewhere, |row| row.birth.text.to_owned())
    }

    /// The 1 April from which on every return, to this one, has the tables: what they do not show since then
    /// did not happen. None where this return lacks one.
    pub fn cover(&self, tables: &[Table]) -> Option<Day> {
        self.of_return.held.cover(self.of_return.year, tables)
    }

    /// The row of care that starts on a day, in this return or the one before. Short breaks are not care.
    pub fn episode_from(&self, day: Day) -> Option<&'a EpisodeRow<'a>> {
        let rows = self.rows.episodes.iter().chain(self.before.episodes);
        rows.into_iter().find(|row| row.decom.day == Some(day) && !row.is_short_break())
    }

    /// The day up to which an episode is known to have run: its DEC, but not after the 1 April that follows the
    /// return; that day where it is the child's last and still open. None where it has no end and is not the last.
    pub fn ran_until(&self, episode: &EpisodeRow<'_>) -> Option<Day> {
        let open = self.rows.open_episode().is_some_and(|last| last.at == episode.at);
        let last = self.year_end().plus_days(1);
        if open { Some(last) } else { episode.dec.day.map(|end| end.min(last)) }
    }

    /// The period of care that covers the 31 March that ends the return.
    pub fn period_at_year_end(&self) -> Option<&Period> {
        self.care.as_ref()?.period_on(self.year_end())
    }

    /// The period of care in which a review on the day may be held: one that covers it, or ends on it, for the
    /// child began that day in care.
    pub fn period_of_review(&self, day: Day) -> Option<&Period> {
        let mut periods = self.care.as_ref()?.periods.iter();
        periods.find(|period| period.covers(day) || period.end == Some(day))
    }

    /// Whether the child has episodes in the return, and all are of an agreed series of short breaks.
    pub fn has_short_breaks_alone(&self) -> bool {
        self.rows.first_episode().is_some() && self.rows.all_episodes().all(EpisodeRow::is_short_break)
    }

    /// Whether any episode of the child is known: from this return or the one before, short breaks too, or of care
    /// from any other.
    pub fn has_known_episodes(&self) -> bool {
        let of_care = self.care.as_ref().is_some_and(|care| !care.episodes.is_empty());
        of_care || self.rows.first_episode().is_some() || self.before.first_episode().is_some()
    }

    /// Looked after continuously for the twelve months to the 31 March that ends the return
    /// (definitions 3.5). Short breaks do not count (3.2).
    pub fn twelve_months_in_care(&self) -> bool {
        self.period_at_year_end().is_some_and(|period| period.twelve_months_on(self.year_end()))
    }

    /// Whether the child surely was not looked after continuously for those twelve months: not where an episode
    /// is rejected, nor where care is known only from its middle on.
    pub fn surely_not_twelve_months_in_care(&self) -> bool {
        let from_its_middle = self.period_at_year_end().is_some_and(|period| period.start_truncated);
        self.rows.every_episode_counts() && !from_its_middle && !self.twelve_months_in_care()
    }

    /// Whether a code has a role in the definitions.
    pub fn has_role(&self, role: Role, code: Code) -> bool {
        self.of_return.codes.roles().has(role, code)
    }

    /// Whether the code is on the list of a column in this return's year; a blank is.
    pub fn listed(&self, table: &str, column: &str, code: &str) -> bool {
        code.is_empty() || self.of_return.codes.hold(table, column, code, self.of_return.year)
    }
}
