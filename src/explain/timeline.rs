//! A child's history along a line of years: what stands where, and the same in letters.

use crate::care::ChildHistory;
use crate::care::ends::DatedEpisode;
use crate::care::placement::is_temporary;
use crate::code::Code;
use crate::day::Day;
use crate::setting::Setting;
use crate::timeframe::Timeframe;

/// What stands on the line of years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// 1 January of the first year shown.
    pub first: Day,
    /// The last day shown, a little after the day of the figures.
    pub last: Day,
    /// The day of the figures.
    pub as_at: Day,
    /// The window's first day.
    pub window_start: Day,
    /// Periods of care, in order.
    pub periods: Vec<Span>,
    /// Placements, in order: their number is their place and one.
    pub placements: Vec<Stay>,
    /// Days of reviews.
    pub reviews: Vec<Day>,
    /// Days of decisions for adoption.
    pub decisions: Vec<Day>,
}

/// Time from a day up to, not including, another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub start: Day,
    /// The day after the last night; none while it is open.
    pub end: Option<Day>,
}

/// A placement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// From when to when.
    pub span: Span,
    /// The places of its ordinary episodes, each once in a row.
    pub places: Vec<Code>,
    /// Temporary stays in it.
    pub temporary: Vec<(Span, Code)>,
    /// Whether it is adoptive.
    pub adoptive: bool,
}

/// Years before that of the day that are shown at most.
const YEARS_BEFORE: i32 = 5;
/// Days shown after the day of the figures.
const DAYS_AFTER: i32 = 45;

impl Timeline {
    /// The timeline of a child as it was known.
    pub fn of(child: &ChildHistory<'_>, setting: Setting<'_>) -> Timeline {
        let Timeframe { as_at, window_start, .. } = setting.timeframe;
        let last_end = child.periods.last().map(|period| period.end.unwrap_or(as_at));
        let starts = child.periods.first().map(|period| period.start);
        let earliest = starts.into_iter().chain(child.decisions.first().copied()).min().unwrap_or(window_start).year();
        // Years of one long placement tell little; but something of a care that ended long ago is shown.
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
    pub fn years(&self) -> impl Iterator<Item = Day> {
        (self.first.year()..=self.last.year()).map(|year| Day::first_of_april(year).plus_months(-3))
    }

    /// The timeline in letters, a line for each kind of thing.
    pub fn in_text(&self) -> String {
        let mut years = Letters::blank();
        let mut ticks = Letters::blank();
        for year in self.years() {
            let column = self.column(year);
            ticks.put(column, '|');
            years.write(column, &year.year().to_string());
        }
        let mut window = Letters::blank();
        self.bar(&mut window, Span { start: self.window_start, end: Some(self.as_at.plus_days(1)) }, '=', '[');
        let mut care = Letters::blank();
        self.periods.iter().for_each(|period| self.bar(&mut care, *period, '=', '['));
        let mut placements = Letters::blank();
        self.placements.iter().for_each(|stay| self.bar(&mut placements, stay.span, '-', ' '));
        // Numbers stand over the bars, so that none is lost where placements are short.
        for (place, stay) in self.placements.iter().enumerate().filter(|(_, stay)| self.is_shown(stay.span)) {
            placements.number(self.column(stay.span.start), &(place + 1).to_string());
        }
        let mut lines =
            vec![("", years), ("", ticks), ("Window", window), ("In care", care), ("Placements", placements)];
        lines.push(("Reviews", self.marks(&self.reviews, 'r')));
        if !self.decisions.is_empty() {
            lines.push(("Decision", self.marks(&self.decisions, 'd')));
        }
        let mut as_at = Letters::blank();
        as_at.put(self.column(self.as_at), '^');
        lines.push(("As at", as_at));
        let mut text: String = lines
            .iter()
            .map(|(name, letters)| {
                format!("  {name:<NAME$}{}\n", letters.text().trim_end()).trim_end().to_owned() + "\n"
            })
            .collect();
        text.push_str(&self.key(&lines));
        text
    }

    /// What the letters mean that do not speak for themselves.
    fn key(&self, lines: &[(&str, Letters)]) -> String {
        let has = |letter: char| lines.iter().any(|(_, letters)| letters.0.contains(&letter));
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

    /// Whether any of it falls among the years shown.
    pub fn is_shown(&self, span: Span) -> bool {
        span.end.is_none_or(|end| end > self.first)
    }

    fn bar(&self, letters: &mut Letters, span: Span, body: char, start: char) {
        if !self.is_shown(span) {
            return;
        }
        let (from, to) = (self.column(span.start), self.column(span.end.unwrap_or(self.as_at.plus_days(1))));
        (from..to.max(from + 1)).for_each(|column| letters.put(column, body));
        if span.start < self.first {
            letters.put(from, '<');
        } else if start != ' ' {
            letters.put(from, start);
        }
        match span.end {
            None => letters.put(to.max(from + 1), '>'),
            // In the column of the last night, or after a bar of a single column.
            Some(end) if start != ' ' => letters.put(self.column(end.plus_days(-1)).max(from + 1), ']'),
            Some(_) => {}
        }
    }

    /// A letter for each day.
    fn marks(&self, days: &[Day], letter: char) -> Letters {
        let mut letters = Letters::blank();
        for day in days {
            let column = self.column(*day);
            let mark = match letters.0[column] {
                _ if *day < self.first => '<',
                ' ' => letter,
                _ => '+',
            };
            letters.put(column, mark);
        }
        letters
    }
}

/// Letters for the name of a line.
const NAME: usize = 12;
/// Letters for the years: with the name and the margin they fit on a page.
const COLUMNS: usize = 84;

/// A line of letters.
struct Letters(Vec<char>);

impl Letters {
    fn blank() -> Letters {
        Letters(vec![' '; COLUMNS])
    }

    fn put(&mut self, column: usize, letter: char) {
        if let Some(place) = self.0.get_mut(column) {
            *place = letter;
        }
    }

    fn write(&mut self, column: usize, text: &str) {
        text.chars().enumerate().for_each(|(place, letter)| self.put(column + place, letter));
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
    fn what_is_crowded_or_earlier_is_told_in_a_letter() {
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
    }
}
