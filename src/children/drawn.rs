//! The timelines and walks of many children as data that is small and written once: what is said is folded, and days are
//! counted from the day of the figures.

use super::phrases::Phrases;
use crate::lines::visible;
use crate::walk::Followed;
use crate::walk::answer::Walk;
use crate::walk::sheet::{self, Bar, Group, Rows, Sheet};
use crate::walk::timeline::{Span, Timeline};
use serde::Serialize;
use std::collections::BTreeSet;

/// The timelines and walks of many children.
#[derive(Serialize)]
pub(crate) struct Drawn {
    /// The sizes by which timelines are laid out.
    sizes: Sizes,
    /// The day from which days are counted: year, month and day.
    origin: (i32, u32, u32),
    /// What each indicator is called.
    indicators: Vec<String>,
    /// Phrases without their days.
    phrases: Vec<String>,
    /// Sequences of them, by place.
    sequences: Vec<Vec<usize>>,
    /// The children, in order of id.
    children: Vec<Child>,
}

/// The sizes by which timelines are laid out, in pixels.
#[derive(Serialize)]
struct Sizes {
    width: u32,
    margin: u32,
    left: u32,
    right: u32,
    over: u32,
    years: u32,
    row: u32,
    bar_top: u32,
    bar: u32,
    mark: u32,
    lane: u32,
    date: u32,
    air: u32,
    below: u32,
}

const SIZES: Sizes = Sizes {
    width: sheet::WIDTH,
    margin: sheet::MARGIN,
    left: sheet::LEFT,
    right: sheet::RIGHT,
    over: sheet::OVER,
    years: sheet::YEARS,
    row: sheet::ROW,
    bar_top: sheet::BAR_TOP,
    bar: sheet::BAR,
    mark: sheet::MARK,
    lane: sheet::LANE,
    date: sheet::DATE,
    air: sheet::AIR,
    below: sheet::BELOW,
};

/// One child: its id; when it was born, and what is known of its care; the layout of its timeline; and the walks.
#[derive(Serialize)]
struct Child(String, Vec<i32>, Layout, Vec<Vec<i32>>);

/// The layout of a timeline: its first and last day and the first of the window; where the rows end, in pixels; the words
/// over the window and under the day of the figures; and the rows.
#[derive(Serialize)]
struct Layout([i32; 3], u32, [Vec<i32>; 2], Vec<Part>);

/// Rows under one name: the name, how many are earlier, where they begin in pixels, bars, and days that are marked.
#[derive(Serialize)]
struct Part(Vec<i32>, usize, u32, Vec<DrawnBar>, Vec<i32>);

/// A bar: from when to when, its words, and stays elsewhere in it.
#[derive(Serialize)]
struct DrawnBar(i32, Option<i32>, Vec<i32>, Vec<(i32, Option<i32>)>);

impl Drawn {
    /// Of some children of an authority, by index.
    pub(super) fn of(followed: &Followed<'_>, children: BTreeSet<u32>) -> Drawn {
        let as_at = followed.setting.timeframe.as_at;
        let mut phrases = Phrases::from(as_at);
        let children = children.into_iter().map(|child| of_child(followed, child as usize, &mut phrases)).collect();
        let indicators = followed.setting.seeds.indicators.iter();
        let indicators = indicators.map(|seed| format!("NI {}, {}", seed.number, seed.short_title)).collect();
        let (phrases, sequences) = phrases.into_lists();
        Drawn { sizes: SIZES, origin: as_at.ymd(), indicators, phrases, sequences, children }
    }
}

fn of_child(followed: &Followed<'_>, child: usize, phrases: &mut Phrases) -> Child {
    let history = followed.history(child);
    let sheet = Sheet::of(followed, child);
    let born = followed.born(history.birth);
    let said = phrases.fold([born.as_str(), &sheet.subtitle]);
    let layout = layout(&sheet, phrases);
    let walks = (0..followed.asked.len()).map(|indicator| {
        let lines = in_lines(Walk::of(followed, child, &history, indicator));
        phrases.fold(lines.iter().map(String::as_str))
    });
    let walks = walks.collect();
    Child(followed.id(history.id), said, layout, walks)
}

/// The lines of a walk, each with a sign of what it is: passed, not passed or no test; the answer; and the doubt.
fn in_lines(walk: Walk) -> Vec<String> {
    let Walk { lines, said, doubt } = walk;
    let sign = |passed: Option<bool>| passed.map_or(' ', |passed| if passed { '+' } else { '-' });
    let seen = lines.iter().map(|line| format!("{}{}", sign(line.passed), visible(&line.words)));
    seen.chain([format!("={said}")]).chain(doubt.map(|doubt| format!("?{doubt}"))).collect()
}

fn layout(sheet: &Sheet, phrases: &mut Phrases) -> Layout {
    let Timeline { first, last, window_start, .. } = sheet.timeline;
    let words = [sheet.window_in_words(), sheet.as_at_in_words()].map(|words| phrases.fold([words.as_str()]));
    let mut below = sheet::TOP;
    let part = |group: Group| {
        let top = below;
        below += group.height() + sheet::GAP;
        part(group, top, phrases)
    };
    let parts = sheet.groups().into_iter().map(part).collect();
    Layout([first, last, window_start].map(|day| phrases.count(day)), sheet.bottom(), words, parts)
}

fn part(group: Group, top: u32, phrases: &mut Phrases) -> Part {
    let (bars, days) = match &group.rows {
        Rows::Bars(bars) => (bars.iter().map(|bar| drawn_bar(bar, phrases)).collect(), Vec::new()),
        Rows::Marks(marks, _) => (Vec::new(), marks.iter().map(|mark| phrases.count(mark.day)).collect()),
    };
    Part(phrases.fold([group.name]), group.earlier, top, bars, days)
}

fn drawn_bar(bar: &Bar, phrases: &mut Phrases) -> DrawnBar {
    let words = phrases.fold([bar.words.as_str()]);
    let ends = |span: &Span| (phrases.count(span.start), span.end.map(|end| phrases.count(end)));
    let (from, to) = ends(&bar.span);
    DrawnBar(from, to, words, bar.away.iter().map(ends).collect())
}
