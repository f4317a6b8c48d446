//! Returns whose dates say that they are another year's: a folder or a YEAR column may be a year out.

use super::finding::{Finding, rules};
use super::held::Held;
use super::notice::{Bearing, Notice};
use super::set_aside::{SetAside, at_top};
use super::tables::AuthorityRows;
use crate::day::Day;
use crate::seeds::authorities::AuthorityIndex;
use std::collections::{BTreeMap, BTreeSet};

/// Events that must lie before a return's year, where none lies in it, for the return to be an earlier year's.
const EVENTS_BEFORE: u64 = 3;

/// How many events of a return (DECOM and DEC of its episodes, REVIEW) lie where.
#[derive(Debug, Clone, Copy)]
struct Events {
    year: i32,
    first_day: Day,
    last_day: Day,
    before: u64,
    within: u64,
    after: u64,
    /// How many ends and reviews lie before its year: a stable placement starts long before.
    ended_before: u64,
}

impl Events {
    /// None yet, of the return for a year.
    fn none_of(year: i32) -> Events {
        let (first_day, last_day) = (Day::first_of_april(year - 1), Day::thirty_first_of_march(year));
        Events { year, first_day, last_day, before: 0, within: 0, after: 0, ended_before: 0 }
    }

    #[inline]
    fn add(&mut self, day: Day, is_start: bool) {
        // Without a branch: the processor cannot predict the date.
        let (before, after) = (day < self.first_day, day > self.last_day);
        self.before += u64::from(before);
        self.within += u64::from(!before & !after);
        self.after += u64::from(after);
        self.ended_before += u64::from(before & !is_start);
    }

    /// Whether the years of the return's own events say that it is another year's; and if so, whether a day lies on the
    /// side on which that year is.
    fn of_another_year(&self) -> Option<impl Fn(Day) -> bool> {
        let later = self.after > self.within;
        let another = later || self.within == 0 && self.ended_before >= EVENTS_BEFORE;
        let Events { first_day, last_day, .. } = *self;
        another.then_some(move |day: Day| if later { day > last_day } else { day < first_day })
    }
}

/// Gives every event of the returns to `each`: the year of the return, the day, and whether it is a DECOM.
fn each_event(rows: &AuthorityRows, mut each: impl FnMut(i32, Day, bool)) {
    for row in &rows.episodes {
        each(row.year, row.cells.decom, true);
        if let Some(end) = row.cells.dec {
            each(row.year, end, false);
        }
    }
    for row in &rows.reviews {
        each(row.year, row.cells.held, false);
    }
}

/// The events of each return, in order of year.
fn events(rows: &AuthorityRows) -> Vec<Events> {
    let mut returns = Vec::<Events>::new();
    // Neighbouring rows mostly share their return.
    let mut last = 0;
    each_event(rows, |year, day, is_start| {
        if returns.get(last).is_none_or(|events| events.year != year) {
            last = returns.iter().position(|events| events.year == year).unwrap_or_else(|| {
                returns.push(Events::none_of(year));
                returns.len() - 1
            });
        }
        returns[last].add(day, is_start);
    });
    returns.sort_by_key(|events| events.year);
    returns
}

/// The year whose return the dates of another's fit: that with most of those on the side on which they lie, of several
/// the latest.
fn year_they_fit(rows: &AuthorityRows, events: &Events, on_side: impl Fn(Day) -> bool) -> Option<i32> {
    let mut years = BTreeMap::<i32, u64>::new();
    each_event(rows, |year, day, _| {
        if year == events.year && on_side(day) {
            *years.entry(day.return_year()).or_default() += 1;
        }
    });
    years.into_iter().max_by_key(|(year, events)| (*events, *year)).map(|(year, _)| year)
}

/// What came of the years of an authority's returns.
#[derive(Debug, Default)]
pub(super) struct OtherYears {
    /// A finding for each file of a return that is another year's.
    pub findings: Vec<Finding>,
    /// The rows of such returns.
    pub set_aside: Vec<SetAside>,
    /// The same in words, a line for each return.
    pub notices: Vec<Notice>,
}

impl OtherYears {
    /// Takes out the returns of an authority that are another year's: they count as not there. `shown` gives a file's
    /// path.
    pub fn take_out(
        authority: AuthorityIndex,
        rows: &mut AuthorityRows,
        held: &mut Held,
        shown: impl Fn(u32) -> String,
    ) -> OtherYears {
        let mut others = OtherYears::default();
        for events in events(rows) {
            let fits = events.of_another_year().and_then(|on_side| year_they_fit(rows, &events, on_side));
            let Some(fits) = fits else { continue };
            let Events { year, before, within, after, .. } = events;
            let files: BTreeSet<u32> = rows.sources(year).map(|source| source.file).collect();
            let words = format!(
                "dates in the return for {year}: {within} in its year, {before} before and {after} after it; they \
                 fit the return for {fits}: put it in a folder {fits}, or write {fits} in YEAR"
            );
            let rule = &rules::ANOTHER_YEARS_RETURN;
            others.findings.extend(files.iter().map(|&file| at_top(file, authority, rule, words.clone())));
            let files: Vec<String> = files.into_iter().map(&shown).collect();
            let words = format!("not used, as another year's: {}; {words}", files.join(", "));
            others.notices.push(Notice { kind: rule.name, bearing: Bearing::of(rule), words });
            let taken = rows.take_out(|of| of == year);
            let set_aside = |((table, file, year), rows)| SetAside { rule, table, file, year, rows };
            others.set_aside.extend(taken.into_iter().map(set_aside));
            held.is_another_years(year, fits);
        }
        others
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::{ChildId, Code, LongTexts, Reference};
    use crate::returns::finding::Source;
    use crate::returns::tables::aside::Aside;
    use crate::returns::tables::episodes::Episode;
    use crate::returns::tables::reviews::Review;
    use crate::returns::tables::row::Row;

    fn day(text: &str) -> Day {
        Day::read(text.as_bytes()).unwrap()
    }

    /// The year that the return for 2010 is of, with these DECOM and REVIEW, where it is another.
    fn fits(starts: &[&str], reviews: &[&str]) -> Option<i32> {
        let long = LongTexts::default();
        let child = ChildId::read(b"1", &long).unwrap();
        let source = Source { file: 0, line: 2 };
        let blank = Code::BLANK;
        let none = Reference::read(b"", &long);
        let episode = |text: &&str| Episode {
            decom: day(text),
            dec: None,
            reason_started: blank,
            legal_status: blank,
            place: blank,
            reason_ended: blank,
            provider: blank,
            urn: none,
            postcode: none,
            need: Aside(blank),
        };
        let review = |text: &&str| Review { held: day(text), birth: None, participation: blank };
        let rows = AuthorityRows {
            episodes: starts.iter().map(|text| Row { child, year: 2010, source, cells: episode(text) }).collect(),
            reviews: reviews.iter().map(|text| Row { child, year: 2010, source, cells: review(text) }).collect(),
            ..AuthorityRows::default()
        };
        let events = events(&rows)[0];
        events.of_another_year().and_then(|on_side| year_they_fit(&rows, &events, on_side))
    }

    #[test]
    fn a_return_is_another_years_where_more_events_follow_its_31_march_than_lie_in_its_year() {
        assert_eq!(fits(&["31/03/2010"], &["01/04/2010"]), None);
        assert_eq!(fits(&["31/03/2010"], &["01/04/2010", "31/03/2011"]), Some(2011));
        assert_eq!(fits(&["31/03/2009", "31/03/2009"], &["01/04/2010"]), Some(2011));
        assert_eq!(fits(&[], &["01/04/2010", "01/04/2011", "02/04/2011"]), Some(2012));
        assert_eq!(fits(&["01/04/2010"], &["01/04/2011"]), Some(2012), "the latest of as many");
    }

    #[test]
    fn or_where_none_lie_in_its_year_and_three_ends_or_reviews_before_it() {
        let before = ["31/03/2009", "30/03/2009", "01/05/2007"];
        assert_eq!(fits(&[], &before), Some(2009));
        assert_eq!(fits(&[], &before[..2]), None);
        assert_eq!(fits(&["01/04/2009"], &before), None);
        assert_eq!(fits(&["31/03/2010"], &before), None);
        assert_eq!(fits(&before, &before[..2]), None, "long open placements without reviews");
    }
}
