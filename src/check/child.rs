//! One child in one return: what a rule checks.

use super::items::filled;
use super::rows::{Ad1Row, EpisodeRow, HeaderRow, Oc2Row, Oc3Row, PlacedAdoptionRow, ReviewRow};
use super::sheets::Sheets;
use crate::care::ChildHistory;
use crate::care::period::Period;
use crate::code::Code;
use crate::day::Day;
use crate::returns::finding::Source;
use crate::returns::held::Held;
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;
use crate::seeds::codes::roles::Role;

/// What is the same for every child in a return.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReturnContext<'a> {
    /// The year in which the return ends.
    pub(crate) year: i32,
    /// The 1 April that begins its year.
    pub(crate) year_start: Day,
    /// The 31 March that ends it.
    pub(crate) year_end: Day,
    /// Whether dates of birth are given as the first of the month, as in anonymised returns.
    pub(crate) births_to_the_month: bool,
    /// The same for the return of the year before.
    pub(crate) births_before_to_the_month: bool,
    /// The tables that the authority's returns have.
    pub(crate) held: &'a Held,
    /// The codes that returns may hold.
    pub(crate) codes: &'a CodeLists,
}

/// One child in one return.
#[derive(Debug)]
pub(crate) struct Child<'a> {
    /// What is the same for every child in the return.
    pub(crate) context: ReturnContext<'a>,
    /// The child's rows in this return.
    pub(crate) rows: ChildRows<'a>,
    /// The child's rows in the return of the year before, if any.
    pub(crate) before: ChildRows<'a>,
    /// The child's care as known on the 31 March that ends the return, from all the returns; none where the return
    /// has no episodes table.
    pub(crate) care: Option<ChildHistory<'a>>,
    /// See [`Child::birth`].
    birth: Option<Day>,
    /// See [`Child::latest_birth`].
    latest_birth: Option<Day>,
}

/// A child's rows in one return.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "each field is the table of the same name")]
pub(crate) struct ChildRows<'a> {
    pub(crate) header: &'a [HeaderRow<'a>],
    /// Rows whose DECOM can be read, in order of DECOM.
    pub(crate) episodes: &'a [EpisodeRow<'a>],
    /// Rows whose DECOM is blank or cannot be read.
    pub(crate) undated_episodes: &'a [EpisodeRow<'a>],
    pub(crate) reviews: &'a [ReviewRow<'a>],
    pub(crate) oc2: &'a [Oc2Row<'a>],
    pub(crate) oc3: &'a [Oc3Row<'a>],
    pub(crate) ad1: &'a [Ad1Row<'a>],
    pub(crate) placed_adoption: &'a [PlacedAdoptionRow<'a>],
}

impl<'a> ChildRows<'a> {
    /// The rows of a child, by its place in the sheets, in the return of a year.
    pub(crate) fn of(sheets: &'a Sheets<'a>, child: usize, year: i32) -> ChildRows<'a> {
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

    /// Every row of episodes, dated or not.
    pub(crate) fn all_episodes(&self) -> impl Iterator<Item = &'a EpisodeRow<'a>> + use<'a> {
        self.undated_episodes.iter().chain(self.episodes)
    }

    /// Each episode but the last with the one that follows it, in order of DECOM.
    pub(crate) fn successive_episodes(
        &self,
    ) -> impl Iterator<Item = (&'a EpisodeRow<'a>, &'a EpisodeRow<'a>)> + use<'a> {
        self.episodes.iter().zip(self.episodes.iter().skip(1))
    }

    /// The episodes of care in order of DECOM, without short breaks (definitions 3.2). None where a row of the child
    /// has no date: their order is not known then.
    pub(crate) fn care_in_order(&self) -> impl DoubleEndedIterator<Item = &'a EpisodeRow<'a>> + Clone + use<'a> {
        let dated = if self.undated_episodes.is_empty() { self.episodes } else { &[] };
        dated.iter().filter(|episode| !episode.is_short_break())
    }

    /// Each episode of care but the last with the one that follows it. Two with the same DECOM are left to rule 501.
    pub(crate) fn successive_care(&self) -> impl Iterator<Item = (&'a EpisodeRow<'a>, &'a EpisodeRow<'a>)> + use<'a> {
        let care = self.care_in_order();
        care.clone().zip(care.skip(1)).filter(|(before, after)| before.decom.day != after.decom.day)
    }

    /// The last episode, where it is open.
    pub(crate) fn open_episode(&self) -> Option<&'a EpisodeRow<'a>> {
        self.episodes.last().filter(|episode| episode.dec.is_blank())
    }

    /// The row of the header; the last of several, as in every table that has one row a child.
    pub(crate) fn header_row(&self) -> Option<&'a HeaderRow<'a>> {
        self.header.last()
    }

    /// The row of OC2; the last of several.
    pub(crate) fn oc2_row(&self) -> Option<&'a Oc2Row<'a>> {
        self.oc2.last()
    }

    /// The row of OC3, the last of several, where any item is filled.
    pub(crate) fn oc3_row(&self) -> Option<&'a Oc3Row<'a>> {
        self.oc3.last().filter(|row| !filled(&row.items()).is_empty())
    }

    /// Whether every row of episodes counts in the child's care: none is rejected (definitions 3.1 a).
    pub(crate) fn every_episode_counts(&self) -> bool {
        self.all_episodes().all(EpisodeRow::counts)
    }

    /// Where the child's first row of episodes is, by file and line.
    pub(crate) fn first_episode(&self) -> Option<Source> {
        self.all_episodes().map(|episode| episode.at).min()
    }
}

impl<'a> Child<'a> {
    /// A child with its rows in the return and in that of the year before, and its care.
    pub(crate) fn of(
        context: ReturnContext<'a>,
        [rows, before]: [ChildRows<'a>; 2],
        care: Option<ChildHistory<'a>>,
    ) -> Child<'a> {
        let header = rows.header_row().and_then(|row| row.birth.day);
        let birth = header.or_else(|| care.as_ref().and_then(|care| care.birth));
        let to_the_month = |birth: Day| context.births_to_the_month && birth.ymd().2 == 1;
        let latest = |birth| if to_the_month(birth) { birth.plus_months(1).plus_days(-1) } else { birth };
        Child { context, rows, before, care, birth, latest_birth: birth.map(latest) }
    }

    /// The 1 April that begins the return's year.
    pub(crate) fn year_start(&self) -> Day {
        self.context.year_start
    }

    /// The 31 March that ends it.
    pub(crate) fn year_end(&self) -> Day {
        self.context.year_end
    }

    /// Whether a day is in the return's year.
    pub(crate) fn in_year(&self, day: Day) -> bool {
        self.year_start() <= day && day <= self.year_end()
    }

    /// The date of birth: the header's in this return where it can be read, otherwise the one that the definitions
    /// give.
    pub(crate) fn birth(&self) -> Option<Day> {
        self.birth
    }

    /// The latest day on which the child may have been born: the last of the month where dates of birth are
    /// given to the month.
    pub(crate) fn latest_birth(&self) -> Option<Day> {
        self.latest_birth
    }

    /// The date of birth that rules go by, as written in the header where it is from there.
    pub(crate) fn birth_shown(&self) -> String {
        let header = self.rows.header_row().filter(|row| row.birth.day.is_some());
        let elsewhere = || self.birth().map(Day::slashed).unwrap_or_default();
        header.map_or_else(elsewhere, |row| row.birth.text.to_owned())
    }

    /// The 1 April from which every return up to this one has the tables: what they do not show since then did not
    /// happen. None where this return lacks one.
    pub(crate) fn cover(&self, tables: &[Table]) -> Option<Day> {
        self.context.held.cover(self.context.year, tables)
    }

    /// The episode of care that starts on a day, in this return or the one before.
    pub(crate) fn episode_from(&self, day: Day) -> Option<&'a EpisodeRow<'a>> {
        let rows = self.rows.episodes.iter().chain(self.before.episodes);
        rows.into_iter().find(|row| row.decom.day == Some(day) && !row.is_short_break())
    }

    /// The day up to which an episode is known to have run: its DEC, but no later than the 1 April after the return,
    /// and that day where it is the child's last and open. None where it has no end and is not the last.
    pub(crate) fn ran_until(&self, episode: &EpisodeRow<'_>) -> Option<Day> {
        let open = self.rows.open_episode().is_some_and(|last| last.at == episode.at);
        let last = self.year_end().plus_days(1);
        if open { Some(last) } else { episode.dec.day.map(|end| end.min(last)) }
    }

    /// The period of care that covers the 31 March that ends the return.
    pub(crate) fn period_at_year_end(&self) -> Option<&Period> {
        self.care.as_ref()?.period_on(self.year_end())
    }

    /// The period of care in which a review on the day may be held: one that covers the day or ends on it, since the
    /// child was in care when that day began.
    pub(crate) fn period_of_review(&self, day: Day) -> Option<&Period> {
        let mut periods = self.care.as_ref()?.periods.iter();
        periods.find(|period| period.covers(day) || period.end == Some(day))
    }

    /// Whether the child has episodes in the return and all of them are short breaks.
    pub(crate) fn has_only_short_breaks(&self) -> bool {
        self.rows.first_episode().is_some() && self.rows.all_episodes().all(EpisodeRow::is_short_break)
    }

    /// Whether any episode of the child is known: in this return or the one before, short breaks too, or an episode of
    /// care in any other.
    pub(crate) fn has_known_episodes(&self) -> bool {
        let of_care = self.care.as_ref().is_some_and(|care| !care.episodes.is_empty());
        of_care || self.rows.first_episode().is_some() || self.before.first_episode().is_some()
    }

    /// Looked after continuously for the twelve months to the 31 March that ends the return
    /// (definitions 3.5). Short breaks do not count (3.2).
    pub(crate) fn twelve_months_in_care(&self) -> bool {
        self.period_at_year_end().is_some_and(|period| period.twelve_months_on(self.year_end()))
    }

    /// Whether the child was certainly not looked after continuously for those twelve months. Not certain where an
    /// episode is rejected, or where the start of the care is not known.
    pub(crate) fn surely_not_twelve_months_in_care(&self) -> bool {
        let from_its_middle = self.period_at_year_end().is_some_and(|period| period.start_truncated);
        self.rows.every_episode_counts() && !from_its_middle && !self.twelve_months_in_care()
    }

    /// Whether a code has a role in the definitions.
    pub(crate) fn has_role(&self, role: Role, code: Code) -> bool {
        self.context.codes.roles().has(role, code)
    }

    /// Whether a code is on the list of a column for the return's year; a blank counts as listed.
    pub(crate) fn listed(&self, table: &str, column: &str, code: &str) -> bool {
        code.is_empty() || self.context.codes.hold(table, column, code, self.context.year)
    }
}
