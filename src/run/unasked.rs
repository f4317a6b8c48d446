//! What a report of many authorities leaves out unless it is asked for, and how it is asked for.

use super::request::Days;
use crate::pack_files::destination::{MOST_IN_FULL, Wanted};
use crate::timeframe::Timeframe;

/// What is left out of a run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unasked {
    authorities: usize,
    /// The pages of children.
    children: bool,
    /// Pages of places that need no other file.
    alone: bool,
    /// The look ahead from every day of a series but the last.
    look_ahead: bool,
}

impl Unasked {
    /// What is left out of a run of so many authorities over these days.
    pub fn of(authorities: usize, wanted: Wanted, days: &Days, timeframes: &[Timeframe]) -> Unasked {
        // Days that are named each have their look ahead. Of a series it would take longer than all else together.
        let of_many = matches!(days, Days::Every(..)) && authorities > MOST_IN_FULL;
        Unasked {
            authorities,
            children: wanted.packs && !wanted.wants_children_of(authorities),
            alone: wanted.packs && !wanted.zip && authorities > MOST_IN_FULL,
            look_ahead: of_many && timeframes.len() > 1,
        }
    }

    /// Whether a day among all is looked ahead from.
    pub fn looks_ahead_from(self, timeframe: &Timeframe, all: &[Timeframe]) -> bool {
        !self.look_ahead || all.iter().all(|other| other.as_at <= timeframe.as_at)
    }

    /// What is left out, a line each.
    pub fn in_words(self) -> Vec<String> {
        let Unasked { authorities, children, alone, look_ahead } = self;
        let many = format!("of more than {MOST_IN_FULL} authorities (the returns are of {authorities})");
        let of_children = format!("No pages of children: {many} they are made with --children-pages alone.");
        let by_themselves = format!(
            "Pages of places need the folder shared/ of their report: {many} what they share is there once. With --zip each \
             place has a zip, whose page needs no other file."
        );
        let from_every_day = format!(
            "No look ahead but from the last day: {many} a series has no more. With the days named (--as-at, once each) \
             every one has its own."
        );
        let all = [(children, of_children), (alone, by_themselves), (look_ahead, from_every_day)];
        all.into_iter().filter(|(is_out, _)| *is_out).map(|(_, line)| line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::run::every::Every;
    use crate::timeframe::Basis;

    fn at(text: &str) -> Timeframe {
        Timeframe::new(Day::read(text.as_bytes()).unwrap(), Basis::Rolling).unwrap()
    }

    #[test]
    fn of_more_than_forty_authorities_a_series_looks_ahead_from_its_last_day_alone() {
        let days = [at("2010-10-31"), at("2010-11-30")];
        let looks_ahead = |authorities, asked: &Days| {
            let unasked = Unasked::of(authorities, Wanted::TABLES, asked, &days);
            assert_eq!(unasked.in_words().len(), usize::from(unasked.look_ahead));
            days.map(|day| unasked.looks_ahead_from(&day, &days))
        };
        let series = Days::Every(Every::Month, days[0], Some(days[1]));
        assert_eq!(looks_ahead(40, &series), [true, true]);
        assert_eq!(looks_ahead(41, &series), [false, true]);
        assert_eq!(looks_ahead(41, &Days::Given(days.to_vec())), [true, true]);
    }

    #[test]
    fn pages_of_children_and_such_as_need_no_file_are_left_out_where_pages_are_made() {
        let day = Days::LastCovered(Basis::Rolling);
        let packs = Wanted { packs: true, ..Wanted::TABLES };
        let lines = |authorities, wanted| Unasked::of(authorities, wanted, &day, &[at("2010-11-30")]).in_words();
        let said = "No pages of children: of more than 40 authorities (the returns are of 41) they are made with --children-pages alone.";
        assert_eq!(lines(41, packs)[..1], [said]);
        let alone = "Pages of places need the folder shared/ of their report: of more than 40 authorities (the returns are of 41) \
                     what they share is there once. With --zip each place has a zip, whose page needs no other file.";
        assert_eq!(lines(41, packs)[1..], [alone]);
        assert_eq!(lines(41, Wanted { zip: true, ..packs }), [said]);
        assert!(lines(40, packs).is_empty() && lines(41, Wanted::TABLES).is_empty());
    }
}
