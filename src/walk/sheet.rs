//! The layout of a child's timeline: rows of bars and marks, placed before they are drawn.

use super::timeline::{Span, Stay, Timeline};
use super::{Followed, whose};
use crate::code::Code;
use crate::day::Day;

/// Positions, in pixels.
pub(crate) const WIDTH: u32 = 1120;
pub(crate) const MARGIN: u32 = 24;
pub(crate) const LEFT: u32 = 160;
pub(crate) const RIGHT: u32 = WIDTH - MARGIN;
/// The tops of the words over the window, of the years, and of the first row.
pub(crate) const OVER: u32 = 92;
pub(crate) const YEARS: u32 = 120;
pub(crate) const TOP: u32 = 156;
/// A row of one bar: its words, then the bar.
pub(crate) const ROW: u32 = 56;
pub(crate) const BAR_TOP: u32 = 26;
pub(crate) const BAR: u32 = 16;
/// A row of marks, and a line of dates under it.
pub(crate) const MARK: u32 = 18;
pub(crate) const LANE: u32 = 24;
/// The space between groups of rows.
pub(crate) const GAP: u32 = 14;
/// The space under the rows, for the day of the figures.
pub(crate) const BELOW: u32 = 48;
/// The width of a date.
pub(crate) const DATE: u32 = 112;
/// The space between words and a line.
pub(crate) const AIR: u32 = 8;

/// The drawing of a child.
pub(crate) struct Sheet {
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) timeline: Timeline,
    /// Words beside each placement.
    pub(crate) placements: Vec<String>,
}

/// Rows of one kind under one name.
pub(crate) struct Group {
    pub(crate) name: &'static str,
    /// How many are before the years shown.
    pub(crate) earlier: usize,
    pub(crate) rows: Rows,
}

pub(crate) enum Rows {
    /// A row for each bar.
    Bars(Vec<Bar>),
    /// Marks in one row, and how many lines their dates take.
    Marks(Vec<Mark>, u32),
}

/// A span with its words.
pub(crate) struct Bar {
    pub(crate) span: Span,
    /// Stays elsewhere in it.
    pub(crate) away: Vec<Span>,
    pub(crate) words: String,
}

/// A day.
pub(crate) struct Mark {
    pub(crate) day: Day,
    /// The line of its date.
    pub(crate) lane: u32,
    /// Where its date starts.
    pub(crate) words_at: u32,
}

impl Group {
    /// Its height.
    pub(crate) fn height(&self) -> u32 {
        let rows = match &self.rows {
            Rows::Bars(bars) => ROW * bars.len() as u32,
            Rows::Marks(marks, _) if marks.is_empty() => 0,
            Rows::Marks(_, lanes) => MARK + LANE * lanes + 4,
        };
        if self.earlier > 0 { rows.max(2 * LANE) } else { rows }
    }
}

impl Sheet {
    /// The drawing of a child.
    pub(crate) fn of(followed: &Followed<'_>, child: usize) -> Sheet {
        let history = followed.history(child);
        let timeline = Timeline::of(&history, followed.setting);
        let placements = timeline.placements.iter().enumerate();
        let words = placements.map(|(place, stay)| format!("{}: {}", place + 1, placement(followed, stay)));
        Sheet {
            title: format!("Child {}, {}", followed.id(history.id), whose(followed.authority)),
            subtitle: subtitle(&timeline),
            placements: words.collect(),
            timeline,
        }
    }

    /// What stands over the window: `window 1 Apr 2010 to 31 Mar 2011`.
    pub(crate) fn window_in_words(&self) -> String {
        let Timeline { as_at, window_start, .. } = self.timeline;
        format!("window {} to {}", window_start.in_short(), as_at.in_short())
    }

    /// What stands under the day of the figures.
    pub(crate) fn as_at_in_words(&self) -> String {
        format!("as at {}", self.timeline.as_at.in_short())
    }

    /// A description of the drawing, for those who cannot see it.
    pub(crate) fn in_words(&self) -> String {
        let Timeline { as_at, window_start, periods, reviews, .. } = &self.timeline;
        let care: Vec<String> = periods.iter().map(|period| between(*period)).collect();
        let reviews: Vec<String> = reviews.iter().map(|day| day.in_short()).collect();
        format!(
            "{}. Window {} to {}. In care: {}. Placements: {}. Reviews: {}.",
            self.subtitle,
            window_start.in_short(),
            as_at.in_short(),
            or_none(&care),
            or_none(&self.placements),
            or_none(&reviews)
        )
    }

    /// The groups of rows, from the top.
    pub(crate) fn groups(&self) -> Vec<Group> {
        let Timeline { periods, placements, reviews, decisions, .. } = &self.timeline;
        let care = periods.iter().map(|period| Bar { span: *period, away: Vec::new(), words: between(*period) });
        let stays = placements.iter().zip(&self.placements).map(|(stay, words)| Bar {
            span: stay.span,
            away: stay.temporary.iter().map(|(span, _)| *span).filter(|span| self.timeline.is_shown(*span)).collect(),
            words: words.clone(),
        });
        let groups = [
            self.bars("In care", care.collect()),
            self.bars("Placements", stays.collect()),
            self.marks("Reviews", reviews),
            self.marks("Decisions", decisions),
        ];
        groups.into_iter().filter(|group| group.height() > 0).collect()
    }

    /// A row for each bar that reaches into the years shown.
    fn bars(&self, name: &'static str, mut bars: Vec<Bar>) -> Group {
        let all = bars.len();
        bars.retain(|bar| self.timeline.is_shown(bar.span));
        Group { name, earlier: all - bars.len(), rows: Rows::Bars(bars) }
    }

    /// Marks with their dates in as few lines as keep them apart.
    fn marks(&self, name: &'static str, days: &[Day]) -> Group {
        let mut ends: Vec<u32> = Vec::new();
        let mut marks = Vec::new();
        for day in days.iter().copied().filter(|&day| day >= self.timeline.first) {
            let words_at = self.x(day).saturating_sub(DATE / 2).clamp(LEFT, self.today() - DATE);
            let free = ends.iter().position(|&end| end <= words_at);
            let lane = free.unwrap_or(ends.len());
            if free.is_none() {
                ends.push(0);
            }
            ends[lane] = words_at + DATE;
            marks.push(Mark { day, lane: lane as u32, words_at });
        }
        Group { name, earlier: days.len() - marks.len(), rows: Rows::Marks(marks, ends.len() as u32) }
    }

    /// Where the rows end.
    pub(crate) fn bottom(&self) -> u32 {
        TOP + self.groups().iter().map(|group| group.height() + GAP).sum::<u32>()
    }

    /// The horizontal position of a day.
    pub(crate) fn x(&self, day: Day) -> u32 {
        let Timeline { first, last, .. } = self.timeline;
        let passed = day.clamp(first, last).days_since(first) as u32;
        LEFT + passed * (RIGHT - LEFT) / last.days_since(first).max(1) as u32
    }

    /// Where a span starts and ends, at least three pixels wide.
    pub(crate) fn ends(&self, span: Span) -> (u32, u32) {
        let from = self.x(span.start);
        let end = span.end.unwrap_or(self.timeline.as_at.plus_days(1));
        (from, self.x(end).max(from + 3))
    }

    /// Where the day of the figures ends.
    pub(crate) fn today(&self) -> u32 {
        self.x(self.timeline.as_at.plus_days(1))
    }
}

/// A placement in words: its places, when, and stays elsewhere.
fn placement(followed: &Followed<'_>, stay: &Stay) -> String {
    let text = |code: &Code| followed.code(*code);
    let places: Vec<String> = stay.places.iter().map(text).collect();
    let places = if places.is_empty() { String::new() } else { format!("{}, ", places.join(" then ")) };
    let adoptive = if stay.adoptive { ", adoptive" } else { "" };
    let away = stay.temporary.iter().map(|(span, place)| format!("; away ({}) {}", text(place), between(*span)));
    format!("{places}{}{adoptive}{}", between(stay.span), away.collect::<String>())
}

/// What is known about the child's care on the day: `As known on 31 March 2011: care ended 2 October 2010`.
fn subtitle(timeline: &Timeline) -> String {
    let known = match timeline.periods.last() {
        None => "no period of care".to_owned(),
        Some(Span { end: None, .. }) => "looked after on that day".to_owned(),
        Some(Span { end: Some(end), .. }) => format!("care ended {}", end.in_words()),
    };
    format!("As known on {}: {known}", timeline.as_at.in_words())
}

/// `14 Jul 2010 to 2 Feb 2011`, or `14 Jul 2010, still open`.
fn between(span: Span) -> String {
    match span.end {
        Some(end) => format!("{} to {}", span.start.in_short(), end.in_short()),
        None => format!("{}, still open", span.start.in_short()),
    }
}

fn or_none(items: &[String]) -> String {
    if items.is_empty() { "none".to_owned() } else { items.join("; ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subtitle_says_whether_the_child_is_still_looked_after() {
        let day = |text: &str| Day::read(text.as_bytes());
        let said = |end: Option<&str>| {
            let period = |end: &str| Span { start: Day::first_of_april(2009), end: day(end) };
            subtitle(&Timeline {
                first: Day::first_of_april(2009),
                last: Day::first_of_april(2011),
                as_at: Day::thirty_first_of_march(2011),
                window_start: Day::first_of_april(2010),
                periods: end.map(period).into_iter().collect(),
                placements: Vec::new(),
                reviews: Vec::new(),
                decisions: Vec::new(),
            })
        };
        assert_eq!(said(None), "As known on 31 March 2011: no period of care");
        assert_eq!(said(Some("")), "As known on 31 March 2011: looked after on that day");
        assert_eq!(said(Some("2010-10-02")), "As known on 31 March 2011: care ended 2 October 2010");
    }
}
