//! Whether an authority's returns stop before the window does: an extract that was not made anew.

use crate::day::Day;
use crate::quality::CleanAuthority;
use crate::quality::clean_episode::CleanEpisode;
use crate::timeframe::Timeframe;

/// The days at the end of the window in which something is expected to happen.
const DAYS: i32 = 60;
/// Those in which a review is: every child in care has one in half a year.
const DAYS_OF_REVIEWS: i32 = 183;
/// Of so many children in care for those days, one at least has had one.
const CHILDREN_WITH_REVIEWS: usize = 10;

/// What of an authority's returns stops before the window does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stops {
    /// Nothing.
    Nothing,
    /// Reviews: there is none in the last 183 days of the window.
    Reviews,
    /// Everything: nothing (DECOM, DEC or REVIEW) happened in its last 60 days.
    Everything,
}

impl Stops {
    /// What stops of an authority's returns, while it did not in the same days a year before, of which the return is loaded.
    /// Reviews stop too where there is none at all.
    pub(super) fn of(clean: &CleanAuthority, timeframe: &Timeframe) -> Stops {
        let [now, before] = [timeframe.as_at, timeframe.back(12)];
        let year_before = clean.held.loaded(timeframe.current_year() - 1);
        if year_before && !any_event(clean, now) && any_event(clean, before) {
            return Stops::Everything;
        }
        let no_more = !any_review(clean, now, DAYS_OF_REVIEWS) && any_review(clean, before, DAYS_OF_REVIEWS);
        let none_at_all =
            clean.reviews.all().is_empty() && in_care_for_half_a_year(clean, now) >= CHILDREN_WITH_REVIEWS;
        if year_before && no_more || none_at_all { Stops::Reviews } else { Stops::Nothing }
    }
}

/// Whether something happened in the 60 days that end on a day.
fn any_event(clean: &CleanAuthority, last: Day) -> bool {
    let days = last.plus_days(1 - DAYS)..=last;
    let episodes = clean.episodes.all().iter().map(|row| &row.episode);
    let mut events = episodes.flat_map(|episode| std::iter::once(episode.decom).chain(episode.dec));
    events.any(|day| days.contains(&day)) || any_review(clean, last, DAYS)
}

/// How many children were in one episode for as many days, up to a day, as have a review in them.
fn in_care_for_half_a_year(clean: &CleanAuthority, last: Day) -> usize {
    let for_long = |row: &CleanEpisode| {
        row.episode.decom <= last.plus_days(-DAYS_OF_REVIEWS) && row.episode.dec.is_none_or(|dec| dec > last)
    };
    (0..clean.children.len()).filter(|&child| clean.episodes.of(child).iter().any(for_long)).count()
}

/// Whether there was a review in so many days that end on a day.
fn any_review(clean: &CleanAuthority, last: Day, days: i32) -> bool {
    let days = last.plus_days(1 - days)..=last;
    clean.reviews.all().iter().any(|day| days.contains(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::by_hand::cleaned;

    /// Whether the return for 2011 is stale at 31 March, with these ends of the only episode of 2010 and of 2011, and this
    /// review in 2011.
    fn stale(end_2010: &str, end_2011: &str, review: &str) -> bool {
        let episodes = |decom, end| format!("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,{decom},S,C2,U4,{end},E8\n");
        let files = [
            (2010, "episodes", episodes("01/05/2009", end_2010)),
            (2011, "episodes", episodes("01/05/2010", end_2011)),
            (2011, "reviews", format!("CHILD,REVIEW\nA,{review}\n")),
        ];
        let mut stale = None;
        cleaned(&files, "31/03/2011", |clean, setting| {
            stale = Some(Stops::of(&clean.authorities[0], &setting.timeframe) == Stops::Everything);
        });
        stale.unwrap()
    }

    #[test]
    fn a_return_is_stale_where_its_last_sixty_days_are_silent_and_those_of_the_year_before_are_not() {
        // The sixty days to 31 March begin on 31 January.
        assert!(stale("31/01/2010", "30/01/2011", "30/01/2011"));
        assert!(!stale("30/01/2010", "30/01/2011", "30/01/2011"), "as silent a year before");
        assert!(!stale("31/01/2010", "31/01/2011", "30/01/2011"), "an end on the first day");
        assert!(!stale("31/01/2010", "30/01/2011", "31/01/2011"), "a review on the first day");
        assert!(!stale("31/01/2010", "30/01/2011", "31/03/2011"), "a review on the last day");
        assert!(stale("31/01/2010", "30/01/2011", "01/04/2011"), "a review after the window is not known");
        assert!(stale("31/03/2010", "30/01/2011", "30/01/2011"));
    }

    #[test]
    fn reviews_stop_where_ten_children_in_care_for_half_a_year_have_none_at_all() {
        let stops = |children: usize, reviews: &str| {
            let rows = |child: usize| format!("{child},29/09/2010,S,C2,U4,,\n");
            let episodes: String = (0..children).map(rows).collect();
            let files = [
                (2011, "episodes", format!("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n{episodes}")),
                (2011, "reviews", format!("CHILD,REVIEW\n{reviews}")),
            ];
            let mut stops = None;
            cleaned(&files, "31/03/2011", |clean, setting| {
                stops = Some(Stops::of(&clean.authorities[0], &setting.timeframe));
            });
            stops.unwrap()
        };
        assert_eq!(stops(10, ""), Stops::Reviews);
        assert_eq!(stops(9, ""), Stops::Nothing, "so few may have had none");
        assert_eq!(stops(10, "1,30/09/2010\n"), Stops::Nothing);
    }

    #[test]
    fn reviews_stop_where_half_a_year_has_none_and_that_of_the_year_before_has() {
        // The 183 days to 31 March 2011 begin on 30 September 2010.
        let stops = |of_2010: &str, of_2011: &str| {
            let files = [
                (2010, "episodes", "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/05/2009,S,C2,U4,,\n".to_owned()),
                (2010, "reviews", format!("CHILD,REVIEW\nA,{of_2010}\n")),
                (2011, "episodes", "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/05/2009,S,C2,U4,31/03/2011,E4\n".to_owned()),
                (2011, "reviews", format!("CHILD,REVIEW\n{of_2011}")),
            ];
            let mut stops = None;
            cleaned(&files, "31/03/2011", |clean, setting| {
                stops = Some(Stops::of(&clean.authorities[0], &setting.timeframe));
            });
            stops.unwrap()
        };
        assert_eq!(stops("30/09/2009", ""), Stops::Reviews, "a table of headings alone");
        assert_eq!(stops("30/09/2009", "A,30/09/2009\n"), Stops::Reviews, "the table of the year before again");
        assert_eq!(stops("30/09/2009", "A,29/09/2010\n"), Stops::Reviews);
        assert_eq!(stops("30/09/2009", "A,30/09/2010\n"), Stops::Nothing);
        assert_eq!(stops("29/09/2009", ""), Stops::Nothing, "as silent a year before");
    }
}
