//! What is gathered while a stretch of a file is read, row by row.

use super::file::{FileRows, LineCounts, PlaceRows, Unplaced};
use super::finding::{Finding, Rule, Source};
use super::heading::Heading;
use super::observed::Observed;
use super::place::Place;
use super::rowplace::RowPlace;
use super::source::record::Record;
use super::suspect::{LostRow, RejectedRow, Suspect, Suspicion};
use super::table::Table;
use super::tables::cells::{Fault, Found};
use super::tables::row::Row;
use super::tables::{AuthorityRows, RejectedEpisode, TableOfAuthority};
use super::written::{WrittenRow, WrittenRows};
use crate::code::ChildId;
use crate::identity::exact::ExactCells;
use crate::seeds::authorities::AuthorityIndex;
use crate::text::Problem;
use std::collections::{BTreeMap, BTreeSet};

/// The most rows to reserve space for.
const MOST_ROOM: usize = 1 << 12;

/// What was read from a stretch of a file.
pub(crate) struct Stretch<T> {
    table: Table,
    current: Option<AuthorityIndex>,
    of_current: Vec<Row<T>>,
    rows: BTreeMap<AuthorityIndex, Vec<Row<T>>>,
    rejected_episodes: Vec<(AuthorityIndex, RejectedEpisode)>,
    suspects: Vec<(AuthorityIndex, Suspect)>,
    lost: Vec<(AuthorityIndex, LostRow)>,
    unplaced: Vec<Unplaced>,
    returns: BTreeSet<(AuthorityIndex, i32)>,
    last_return: Option<(AuthorityIndex, i32)>,
    findings: Vec<Finding>,
    /// The rows as they are written, where they are kept.
    written: Option<WrittenRows>,
    by_place: BTreeMap<Place, PlaceRows>,
    /// The rows since the last of another place.
    of_last_place: (Place, PlaceRows),
    /// Cells that are not anonymised.
    pub exact: ExactCells,
    /// What the rows have in common.
    pub observed: Observed,
    /// Blank rows.
    pub blank_lines: u64,
    /// What its lines are other than rows.
    pub lines: LineCounts,
    /// What is wrong with the records as a whole.
    pub problem: Option<Problem>,
}

impl<T: TableOfAuthority> Stretch<T> {
    /// Nothing read yet of about that many rows under a heading; `written` takes the rows as they are written, where they are
    /// kept.
    pub(crate) fn new(heading: &Heading, written: Option<WrittenRows>, rows: usize) -> Stretch<T> {
        Stretch {
            table: heading.table,
            current: None,
            of_current: Vec::with_capacity(rows.min(MOST_ROOM)),
            rows: BTreeMap::new(),
            rejected_episodes: Vec::new(),
            suspects: Vec::new(),
            lost: Vec::new(),
            unplaced: Vec::new(),
            returns: BTreeSet::new(),
            last_return: None,
            findings: Vec::new(),
            written,
            by_place: BTreeMap::new(),
            of_last_place: <(Place, PlaceRows)>::default(),
            exact: ExactCells::default(),
            observed: Observed::of(heading.columns.len()),
            blank_lines: 0,
            lines: LineCounts::default(),
            problem: None,
        }
    }

    /// Takes a row of a known return and child, and what was found of it.
    #[inline]
    pub(crate) fn take(&mut self, source: Source, place: &RowPlace, child: Option<ChildId>, cells: T, found: Found) {
        self.tally(place, false);
        let (&RowPlace::Return(authority, year), Some(child)) = (place, child) else { return };
        self.put(authority, Row { child, year, source, cells });
        for fault in found.kept {
            self.report(source, Some(authority), Some(child), fault);
        }
        for what in found.doubts {
            self.suspects.push((authority, Suspect { child, year, source, what }));
        }
    }

    /// Takes the fault for which a row is rejected.
    #[cold]
    pub(crate) fn reject(
        &mut self,
        source: Source,
        place: &RowPlace,
        child: Option<ChildId>,
        fault: Fault,
        what: Suspicion,
    ) {
        self.tally(place, true);
        match (place, child) {
            (&RowPlace::Return(authority, year), _) => self.doubt(authority, year, source, child, what),
            (&RowPlace::None(_, place), Some(child)) => self.unplaced.push(Unplaced { place, child, source, what }),
            (RowPlace::None(..), None) => {}
        }
        self.note(source, place, child, fault);
    }

    /// Counts a row of an authority and year.
    #[inline]
    fn tally(&mut self, place: &RowPlace, rejected: bool) {
        let place = match *place {
            RowPlace::Return(authority, year) => Place { authority: Some(authority), year: Some(year) },
            RowPlace::None(_, place) => place,
        };
        if self.of_last_place.0 != place {
            self.end_place(place);
        }
        let rows = &mut self.of_last_place.1;
        rows.rows += 1;
        rows.rejected += u64::from(rejected);
    }

    /// Counts the rows of the last place with the others of theirs, and turns to the next.
    fn end_place(&mut self, next: Place) {
        let (place, rows) = std::mem::replace(&mut self.of_last_place, (next, PlaceRows::default()));
        if rows.rows > 0 {
            self.by_place.entry(place).or_default().add(rows);
        }
    }

    /// Keeps what is doubtful where a row of a known return is rejected.
    fn doubt(&mut self, authority: AuthorityIndex, year: i32, source: Source, child: Option<ChildId>, what: Suspicion) {
        let Some(child) = child else {
            let (decom, dec) = if let Suspicion::Rejected(row) = what { (row.decom, row.dec) } else { (None, None) };
            self.lost.push((authority, LostRow { table: self.table, year, source, decom, dec }));
            return;
        };
        if let Suspicion::Rejected(RejectedRow { decom: Some(decom), .. }) = what {
            self.rejected_episodes.push((authority, RejectedEpisode { child, year, decom }));
        }
        self.suspects.push((authority, Suspect { child, year, source, what }));
    }

    /// Notes the return that a row names by its cells.
    #[inline]
    pub(crate) fn names(&mut self, place: &RowPlace) {
        let &RowPlace::Return(authority, year) = place else { return };
        if self.last_return != Some((authority, year)) {
            self.returns.insert((authority, year));
            self.last_return = Some((authority, year));
        }
    }

    /// Keeps a row as it is written, where rows are kept and its return and child are known.
    pub(crate) fn keep(&mut self, source: Source, place: &RowPlace, child: Option<ChildId>, record: Record<'_>) {
        if let (Some(written), &RowPlace::Return(authority, year), Some(child)) = (&mut self.written, place, child) {
            written.keep(WrittenRow { source, authority, year, child }, record);
        }
    }

    /// Notes what was found of a row as a whole.
    pub(crate) fn note(&mut self, source: Source, place: &RowPlace, child: Option<ChildId>, fault: Fault) {
        let authority = match place {
            RowPlace::Return(authority, _) => Some(*authority),
            RowPlace::None(_, place) => place.authority,
        };
        self.report(source, authority, child, fault);
    }

    fn put(&mut self, authority: AuthorityIndex, row: Row<T>) {
        if self.current != Some(authority) {
            self.change_to(Some(authority));
        }
        self.of_current.push(row);
    }

    /// Stores the rows of the current authority and turns to another, if there is one.
    fn change_to(&mut self, authority: Option<AuthorityIndex>) {
        if let Some(current) = self.current {
            self.rows.entry(current).or_default().append(&mut self.of_current);
        }
        self.current = authority;
    }

    /// Notes a line that is no row.
    pub(crate) fn note_no_row(&mut self, source: Source, rule: &'static Rule) {
        self.lines.no_row += 1;
        self.report(source, None, None, Fault { rule, field: "", found: String::new() });
    }

    fn report(&mut self, source: Source, authority: Option<AuthorityIndex>, child: Option<ChildId>, fault: Fault) {
        let Fault { rule, field, found } = fault;
        self.findings.push(Finding { source, authority, child, rule, field, found });
    }

    /// Everything has been read.
    pub(crate) fn end(mut self) -> Stretch<T> {
        self.change_to(None);
        self.end_place(Place::default());
        self.written.iter_mut().for_each(WrittenRows::end);
        self
    }

    /// Adds what was read to the rest of the file's.
    pub(crate) fn put_into(self, file: &mut FileRows) {
        for (place, rows) in self.by_place {
            file.report.rows += rows.rows;
            file.report.rejected += rows.rejected;
            file.report.by_place.entry(place).or_default().add(rows);
        }
        file.report.exact.add(self.exact);
        file.report.blank_lines += self.blank_lines;
        file.report.lines.add(self.lines);
        file.observed.add(self.observed);
        file.unplaced.extend(self.unplaced);
        file.returns.extend(self.returns);
        file.findings.extend(self.findings);
        file.written.extend(self.written);
        let mut pieces = BTreeMap::<AuthorityIndex, AuthorityRows>::new();
        for (authority, rows) in self.rows {
            *T::rows(pieces.entry(authority).or_default()) = rows;
        }
        for (authority, rejected) in self.rejected_episodes {
            pieces.entry(authority).or_default().rejected_episodes.push(rejected);
        }
        for (authority, suspect) in self.suspects {
            pieces.entry(authority).or_default().suspects.push(suspect);
        }
        for (authority, lost) in self.lost {
            pieces.entry(authority).or_default().lost.push(lost);
        }
        file.rows.extend(pieces);
    }
}
