//! A child's history along a line of years, and the same drawn in characters.

use crate::care::ChildHistory;
use crate::care::ends::DatedEpisode;
use crate::care::placement::is_temporary;
use crate::code::Code;
use crate::day::Day;
use crate::setting::Setting;
use crate::timeframe::Timeframe;

/// A child's history along a line of years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Timeline {
    /// 1 January of the first year shown.
    pub(crate) first: Day,
    /// The last day shown, a little after the day of the figures.
    pub(crate) last: Day,
    /// The day of the figures.
    pub(crate) as_at: Day,
    /// The window's first day.
    pub(crate) window_start: Day,
    /// Periods of care, in order.
    pub(crate) periods: Vec<Span>,
    /// Placements, in order; they are numbered from 1.
    pub(crate) placements: Vec<Stay>,
    /// Days of reviews.
    pub(crate) reviews: Vec<Day>,
    /// Days of decisions for adoption.
    pub(crate) decisions: Vec<Day>,
}

/// The time from one day up to, but not including, another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// The first day.
    pub(crate) start: Day,
    /// The day after the last night; none while it is open.
    pub(crate) end: Option<Day>,
}

/// A placement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stay {
    /// From when to when.
    pub(crate) span: Span,
    /// The places of its ordinary episodes, without repeats in a row.
    pub(crate) places: Vec<Code>,
    /// Temporary stays in it.
    pub(crate) temporary: Vec<(Span, Code)>,
    /// Whether it is adoptive.
    pub(crate) adoptive: bool,
}

/// The most years shown before the year of the figures.
const YEARS_BEFORE: i32 = 5;
/// Days shown after the day of the figures.
const DAYS_AFTER: i32 = 45;

impl Timeline {
    /// A child's timeline as known on the day of the figures.
    pub(crate) fn of(child: &ChildHistory<'_>, setting: Setting<'_>) -> Timeline {
        let Timeframe { as_at, window_start, .. } = setting.timeframe;
        let last_end = child.periods.last().map(|period| period.end.unwrap_or(as_at));
        let starts = child.periods.first().map(|period| period.start);
        let earliest = starts.into_iter().chain(child.decisions.first().copied()).min().unwrap_or(window_start).year();
        // Years of one long placement say little, but care that ended long ago is still shown in part.
        let shown = (as_at.year() - YEARS_BEFORE).min(last_end.map_or(as_at, |end| end).year() - 1);
        let first_year = earliest.max(shown).min(window_start.year());
        let stays = child.placements.iter().map(|placement| {
            let episodes = &child.episodes[placement.episodes.clone()];
            let (temporary, ordinary): (Vec<&DatedEpisode<'_>>, Vec<_>) =
                episodes.iter().partition(|episode| is_temporary(episode.row.place, setting));
            let mut places: Vec<Code> = ordinary.iter().map(|episode| episode.row.place).collect();
            places.dedup();
            let away = temporary
                .iter()
                .map(|episode| (Span { start: episode.row.decom, end: episode.end }, episode.row.place));
            Stay {
                span: Span { start: placement.start, end: placement.end },
                places,
                temporary: away.collect(),
                adoptive: placement.adoptive,
            }
        });
        Timeline {
            first: Day::first_of_april(first_year).plus_months(-3),
            last: as_at.plus_days(DAYS_AFTER),
            as_at,
            window_start,
            periods: child.periods.iter().map(|period| Span { start: period.start, end: period.end }).collect(),
            placements: stays.collect(),
            reviews: child.reviews.to_vec(),
            decisions: child.decisions.to_vec(),
        }
    }

    /// Each 1 January shown.
    pub(crate) fn years(&self) -> impl Iterator<Item = Day> {
        (self.first.year()..=self.last.year()).map(|year| Day::first_of_april(year).plus_months(-3))
    }

    /// The timeline in characters, with a line for each kind of thing.
    pub(crate) fn in_text(&self) -> String {
        let mut years = Characters::blank();
        let mut ticks = Characters::blank();
        for year in self.years() {
            let column = self.column(year);
            ticks.put(column, '|');
            // A year that begins at the edge keeps its line alone: half a number is another.
            let name = year.year().to_string();
            if column + name.len() <= COLUMNS {
                years.write(column, &name);
            }
        }
        let mut window = Characters::blank();
        self.bar(&mut window, Span { start: self.window_start, end: Some(self.as_at.plus_days(1)) }, '=', '[');
        let mut care = Characters::blank();
        self.periods.iter().for_each(|period| self.bar(&mut care, *period, '=', '['));
        let mut placements = Characters::blank();
        self.placements.iter().for_each(|stay| self.bar(&mut placements, stay.span, '-', ' '));
        // Numbers are written over the bars, so that none is lost where placements are short.
        for (place, stay) in self.placements.iter().enumerate().filter(|(_, stay)| self.is_shown(stay.span)) {
            placements.number(self.column(stay.span.start), &(place + 1).to_string());
        }
        let mut lines =
            vec![("", years), ("", ticks), ("Window", window), ("In care", care), ("Placements", placements)];
        lines.push(("Reviews", self.marks(&self.reviews, 'r')));
        if !self.decisions.is_empty() {
            lines.push(("Decision", self.marks(&self.decisions, 'd')));
        }
        let mut as_at = Characters::blank();
        as_at.put(self.column(self.as_at), '^');
        lines.push(("As at", as_at));
        let mut text: String = lines
            .iter()
            .map(|(name, characters)| {
                format!("  {name:<NAME$}{}\n", characters.text().trim_end()).trim_end().to_owned() + "\n"
            })
            .collect();
        text.push_str(&self.key(&lines));
        text
    }

    /// What the less obvious characters mean.
    fn key(&self, lines: &[(&str, Characters)]) -> String {
        let has = |character: char| lines.iter().any(|(_, characters)| characters.0.contains(&character));
        let days = self.last.days_since(self.first) / COLUMNS as i32;
        let keys = [(has('>'), "> still open"), (has('<'), "< earlier"), (has('+'), "+ several in one column")];
        let keys: Vec<&str> = keys.into_iter().filter(|(there, _)| *there).map(|(_, words)| words).collect();
        let keys = keys.into_iter().map(|words| format!("; {words}")).collect::<String>();
        format!("  {:NAME$}a column is {days} days{keys}\n", "")
    }

    /// The column of a day.
    fn column(&self, day: Day) -> usize {
        let day = day.clamp(self.first, self.last);
        let passed = day.days_since(self.first) as usize * (COLUMNS - 1);
        passed / self.last.days_since(self.first).max(1) as usize
    }

    /// Whether any of it is in the years shown.
    pub(crate) fn is_shown(&self, span: Span) -> bool {
        span.end.is_none_or(|end| end > self.first)
    }

    fn bar(&self, characters: &mut Characters, span: Span, body: char, start: char) {
        if !self.is_shown(span) {
            return;
        }
        let (from, to) = (self.column(span.start), self.column(span.end.unwrap_or(self.as_at.plus_days(1))));
        (from..to.max(from + 1)).for_each(|column| characters.put(column, body));
        if span.start < self.first {
            characters.put(from, '<');
        } else if start != ' ' {
            characters.put(from, start);
        }
        match span.end {
            None => characters.put(to.max(from + 1), '>'),
            // In the column of the last night, or after a bar of a single column.
            Some(end) if start != ' ' => characters.put(self.column(end.plus_days(-1)).max(from + 1), ']'),
            Some(_) => {}
        }
    }

    /// A character for each day.
    fn marks(&self, days: &[Day], character: char) -> Characters {
        let mut characters = Characters::blank();
        for day in days {
            let column = self.column(*day);
            let mark = match characters.0[column] {
                _ if *day < self.first => '<',
                ' ' => character,
                _ => '+',
            };
            characters.put(column, mark);
        }
        characters
    }
}

/// The width of the name of a line.
const NAME: usize = 12;
/// The width of the years; with the name and the margin they fit on a page.
const COLUMNS: usize = 84;

/// A line of characters.
struct Characters(Vec<char>);

impl Characters {
    fn blank() -> Characters {
        Characters(vec![' '; COLUMNS])
    }

    fn put(&mut self, column: usize, character: char) {
        if let Some(place) = self.0.get_mut(column) {
            *place = character;
        }
    }

    fn write(&mut self, column: usize, text: &str) {
        text.chars().enumerate().for_each(|(place, character)| self.put(column + place, character));
    }

    /// Writes a number, or `+` where another stands already.
    fn number(&mut self, column: usize, number: &str) {
        if self.0[column].is_ascii_digit() || self.0[column] == '+' {
            self.put(column, '+');
        } else {
            self.write(column, number);
        }
    }

    fn text(&self) -> String {
        self.0.iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::read(text.as_bytes()).unwrap()
    }

    fn span(start: &str, end: &str) -> Span {
        Span { start: day(start), end: Day::read(end.as_bytes()) }
    }

    fn stay(start: &str, end: &str) -> Stay {
        Stay { span: span(start, end), places: Vec::new(), temporary: Vec::new(), adoptive: false }
    }

    #[test]
    fn what_is_crowded_or_earlier_has_a_mark_of_its_own() {
        let timeline = Timeline {
            first: day("2006-01-01"),
            last: day("2011-05-15"),
            as_at: day("2011-03-31"),
            window_start: day("2010-04-01"),
            periods: vec![span("2001-01-01", "2002-01-01"), span("2004-03-01", "2008-02-01"), span("2010-06-01", "")],
            placements: vec![
                stay("2001-01-01", "2002-01-01"),
                stay("2004-03-01", "2008-02-01"),
                stay("2010-06-01", "2010-06-03"),
                stay("2010-06-03", "2010-06-05"),
                stay("2010-06-05", ""),
            ],
            reviews: vec![day("2005-01-01"), day("2010-07-01"), day("2010-07-02"), day("2011-03-31")],
            decisions: Vec::new(),
        };
        insta::assert_snapshot!(timeline.in_text(), @r"
                      2006           2007           2008            2009           2010            2011
                      |              |              |               |              |               |
          Window                                                                       [===============]
          In care     <===============================]                                   [============>
          Placements  2-------------------------------                                    +------------>
          Reviews     <                                                                    +           r
          As at                                                                                        ^
                      a column is 23 days; > still open; < earlier; + several in one column
        ");
        assert!(timeline.in_text().lines().all(|line| line.chars().count() <= 100));
        // 2011 begins 45 days before the end of a line that begins with 2006, where there is room for half its name.
        let at_the_edge = Timeline { as_at: day("2010-12-31"), last: day("2011-02-14"), ..timeline };
        let years = at_the_edge.in_text().lines().next().unwrap_or_default().to_owned();
        assert!(years.trim_end().ends_with("2010"), "{years}");
    }
}
