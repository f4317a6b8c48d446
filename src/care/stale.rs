//! Whether an authority's returns stop before the window does: an extract that was not made anew.

use crate::day::Day;
use crate::quality::CleanAuthority;
use crate::timeframe::Timeframe;

/// The days at the end of the window in which something is expected to happen.
const DAYS: i32 = 60;

/// Whether nothing (DECOM, DEC or REVIEW) happened in the last 60 days of the window, while something did in the same days
/// a year before, of which the return is loaded.
pub(super) fn is_stale(clean: &CleanAuthority, timeframe: &Timeframe) -> bool {
    !any_event(clean, timeframe.as_at)
        && clean.held.loaded(timeframe.current_year() - 1)
        && any_event(clean, timeframe.back(12))
}

/// Whether something happened in the 60 days that end on a day.
fn any_event(clean: &CleanAuthority, last: Day) -> bool {
    let days = last.plus_days(1 - DAYS)..=last;
    let episodes = clean.episodes.all().iter().map(|row| &row.episode);
    let mut events = episodes.flat_map(|episode| std::iter::once(episode.decom).chain(episode.dec));
    events.any(|day| days.contains(&day)) || clean.reviews.all().iter().any(|day| days.contains(day))
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
            stale = Some(is_stale(&clean.authorities[0], &setting.timeframe));
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
}
