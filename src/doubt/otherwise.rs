//! The history of one child with some of its rows read otherwise: built by the stages of quality and care themselves.

use crate::care::ChildHistory;
use crate::care::one_child::{OneChild, Reading};
use crate::code::{Code, Reference};
use crate::day::Day;
use crate::returns::finding::Source;
use crate::returns::tables::aside::Aside;
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::row::Row;
use crate::seeds::codes::roles::Role;
use crate::setting::Setting;

/// The birthday on which care ends at the latest.
pub(crate) const CARE_ENDS_AT: i32 = 18;

/// One child, with all that is needed to read it otherwise.
#[derive(Clone, Copy)]
pub(crate) struct Child<'run> {
    /// The history as it is.
    pub history: ChildHistory<'run>,
    /// The rows of episodes that it was built from.
    pub rows: &'run [Row<Episode>],
    /// What builds it again.
    pub builder: &'run OneChild<'run>,
    /// How the rows are read.
    pub reading: Reading<'run>,
    /// What every stage goes by.
    pub setting: Setting<'run>,
}

impl<'run> Child<'run> {
    /// The child with another history of the same episodes.
    pub(crate) fn with<'other>(&self, history: ChildHistory<'other>) -> Child<'other>
    where
        'run: 'other,
    {
        Child { history, ..*self }
    }

    /// Builds the history with other rows of episodes, and hands the child over.
    pub(crate) fn with_rows<R>(&self, rows: &[Row<Episode>], take: impl FnOnce(&Child<'_>) -> R) -> R {
        self.read(rows, self.reading, take)
    }

    /// The same, read another way.
    pub(crate) fn read<R>(&self, rows: &[Row<Episode>], reading: Reading<'_>, take: impl FnOnce(&Child<'_>) -> R) -> R {
        let Child { builder, setting, .. } = *self;
        builder.ask(&self.history, rows, reading, |history| {
            take(&Child { history: *history, rows, builder, reading, setting })
        })
    }

    /// The place of the row at a source.
    pub(crate) fn row_at(&self, source: Source) -> Option<usize> {
        self.rows.iter().position(|row| row.source == source)
    }

    /// The first day on which the child can have been in care: that of birth, or, where it is not known, as many years before
    /// the day of the figures as care lasts at the most.
    pub(crate) fn earliest(&self) -> Day {
        self.history.birth.unwrap_or_else(|| self.setting.timeframe.as_at.plus_months(-12 * CARE_ENDS_AT))
    }

    /// Rows of a child who has been in care for as long as any indicator asks, in one placement; with moves in the window,
    /// three placements at least; and, where the child may be any age, in care once and of age by now.
    pub(crate) fn in_care_for_long(&self) -> Vec<Vec<Row<Episode>>> {
        /// Longer than any indicator looks back: a care leaver turns 16 that long before the end of the window at the most.
        const MONTHS: i32 = 48;
        let as_at = self.setting.timeframe.as_at;
        let start = as_at.plus_months(-MONTHS).max(self.earliest());
        let [settled, moved] = self.settled_and_moved(start, [30, 20, 10].map(|days| as_at.plus_days(-days)));
        let mut once = settled.clone();
        once.iter_mut().for_each(|row| row.cells.dec = Some(as_at.plus_months(-MONTHS / 2)));
        if self.history.birth.is_some() { vec![settled, moved] } else { vec![settled, moved, once] }
    }

    /// Rows of a child in care from one day until another, in one placement; and with moves so late that neither the last
    /// placement nor the one before has lasted.
    pub(crate) fn in_care_until(&self, end: Day, start: Day) -> [Vec<Row<Episode>>; 2] {
        self.settled_and_moved(start, [2, 1].map(|days| end.plus_days(-days))).map(|mut rows| {
            rows.iter_mut().for_each(|row| row.cells.dec = row.cells.dec.min(Some(end)));
            rows
        })
    }

    /// Rows of a child in care from a day on, in one placement; and with moves on those of some days that are later.
    fn settled_and_moved<const MOVES: usize>(&self, start: Day, moves: [Day; MOVES]) -> [Vec<Row<Episode>>; 2] {
        let first = self.made_up(start, Role::StartsCare);
        let mut moved = vec![first.clone()];
        for from in moves.into_iter().filter(|from| *from > start) {
            if let Some(last) = moved.last_mut() {
                last.cells.dec = Some(from);
            }
            moved.push(self.made_up(from, Role::OpensPlacement));
        }
        [vec![first], moved]
    }

    /// An open episode of ordinary care that no file holds.
    pub(crate) fn made_up(&self, decom: Day, reason: Role) -> Row<Episode> {
        let roles = self.setting.seeds.codes.roles();
        let cells = Episode {
            decom,
            // Later than any day of figures, so that no step of cleaning gives it another end.
            dec: Some(Day::NEVER),
            reason_started: roles.first(reason),
            // Whatever is no short break is care.
            legal_status: Code::BLANK,
            place: roles.first(Role::Foster),
            reason_ended: Code::BLANK,
            provider: Code::BLANK,
            urn: Reference::BLANK,
            postcode: Reference::BLANK,
            need: Aside(Code::BLANK),
        };
        let source = Source { file: u32::MAX, line: 0 };
        Row { child: self.history.id, year: self.setting.timeframe.current_year(), source, cells }
    }
}
