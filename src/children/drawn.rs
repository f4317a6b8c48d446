//! The timelines and walks of many children as data that is small and written once: what is said is folded, and days are
//! counted from the day of the figures.

use super::phrases::{Ends, Folded, Phrases, Settled};
use crate::day::Day;
use crate::lines::visible;
use crate::walk::Followed;
use crate::walk::answer::Walk;
use crate::walk::sheet::{self, Bar, Group, Rows, Sheet};
use crate::walk::timeline::{Span, Timeline};
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;

/// The timelines and walks of many children.
#[derive(Serialize)]
pub(crate) struct Drawn {
    /// The sizes by which timelines are laid out.
    sizes: Sizes,
    /// The day from which days are counted: year, month and day.
    origin: (i32, u32, u32),
    /// What all timelines have alike; none without a child.
    alike: Option<Alike>,
    /// What each indicator is called.
    indicators: Vec<String>,
    /// What the rows of timelines are called.
    names: Vec<&'static str>,
    /// Phrases without the days and numbers that are not always the same.
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
    top: u32,
    gap: u32,
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
    top: sheet::TOP,
    gap: sheet::GAP,
    row: sheet::ROW,
    bar_top: sheet::BAR_TOP,
    bar: sheet::BAR,
    mark: sheet::MARK,
    lane: sheet::LANE,
    date: sheet::DATE,
    air: sheet::AIR,
    below: sheet::BELOW,
};

/// What all timelines have alike: their last day and the first of the window; the words over the window and under the day of
/// the figures.
#[derive(Serialize)]
struct Alike(i32, i32, String, String);

/// One child: its id; when it was born, and what is known of its care; the first day of its timeline and the rows of it; and
/// the walks.
#[derive(Serialize)]
struct Child(String, Vec<i32>, i32, Vec<Part>, Vec<Told>);

/// Rows under one name: its place, the rows, and how many are earlier.
#[derive(Serialize)]
struct Part(usize, Marked, usize);

/// Bars, or days that are marked.
#[derive(Serialize)]
#[serde(untagged)]
enum Marked {
    Bars(Vec<DrawnBar>),
    Days(Vec<i32>),
}

/// A walk, or which of the walks before says the same.
#[derive(Serialize)]
#[serde(untagged)]
enum Told {
    Walk(Vec<i32>),
    Again(usize),
}

/// A bar: from when to when, its words, and stays elsewhere in it.
struct DrawnBar {
    from: i32,
    to: Option<i32>,
    words: Vec<i32>,
    away: Vec<(i32, Option<i32>)>,
}

/// In one list, and stays elsewhere as one list at its end, if there are any.
impl Serialize for DrawnBar {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        list.serialize_element(&self.from)?;
        list.serialize_element(&self.to)?;
        self.words.iter().try_for_each(|number| list.serialize_element(number))?;
        if !self.away.is_empty() {
            list.serialize_element(&self.away)?;
        }
        list.end()
    }
}

impl Drawn {
    /// Of some children of an authority, by index.
    pub(super) fn of(followed: &Followed<'_>, children: BTreeSet<u32>) -> Drawn {
        let as_at = followed.setting.timeframe.as_at;
        let mut phrases = Phrases::from(as_at);
        let mut alike = None;
        let of_child = |child: u32| {
            let sheet = Sheet::of(followed, child as usize);
            alike.get_or_insert_with(|| what_is_alike(&sheet, &phrases));
            Followable::of(followed, child as usize, &sheet, &mut phrases)
        };
        let children: Vec<Followable> = children.into_iter().map(of_child).collect();
        let settled = phrases.settled();
        let mut names = Vec::new();
        let children = children.into_iter().map(|child| child.settled(&settled, &mut names)).collect();
        let indicators = followed.setting.seeds.indicators.iter();
        let indicators = indicators.map(|seed| format!("NI {}, {}", seed.number, seed.short_title)).collect();
        let Settled { phrases, sequences, .. } = settled;
        Drawn { sizes: SIZES, origin: as_at.ymd(), alike, indicators, names, phrases, sequences, children }
    }
}

fn what_is_alike(sheet: &Sheet, phrases: &Phrases) -> Alike {
    let Timeline { last, window_start, .. } = sheet.timeline;
    let [last, window_start] = [last, window_start].map(|day| phrases.count(day));
    Alike(last, window_start, sheet.window_in_words(), sheet.as_at_in_words())
}

/// One child before all has been said of all.
struct Followable {
    id: String,
    about: Folded,
    first: i32,
    groups: Vec<(Group, Vec<Folded>)>,
    walks: Vec<Folded>,
    origin: Day,
}

impl Followable {
    fn of(followed: &Followed<'_>, child: usize, sheet: &Sheet, phrases: &mut Phrases) -> Followable {
        let history = followed.history(child);
        let born = followed.born(history.birth);
        let about = phrases.fold([born.as_str(), &sheet.subtitle]);
        let groups = sheet.groups().into_iter().map(|group| {
            let words = match &group.rows {
                Rows::Bars(bars) => {
                    bars.iter().map(|bar| phrases.fold_between([bar.words.as_str()], Some(ends(bar)))).collect()
                }
                Rows::Marks(..) => Vec::new(),
            };
            (group, words)
        });
        let groups = groups.collect();
        let walks = (0..followed.asked.len()).map(|indicator| {
            let lines = in_lines(Walk::of(followed, child, &history, indicator));
            phrases.fold(lines.iter().map(String::as_str))
        });
        Followable {
            about,
            groups,
            walks: walks.collect(),
            id: followed.id(history.id),
            first: phrases.count(sheet.timeline.first),
            origin: followed.setting.timeframe.as_at,
        }
    }

    fn settled(self, settled: &Settled, names: &mut Vec<&'static str>) -> Child {
        let count = |day: Day| day.days_since(self.origin);
        let span = |span: &Span| (count(span.start), span.end.map(count));
        let mut place = |name| {
            names.iter().position(|known| *known == name).unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            })
        };
        let part = |(group, words): &(Group, Vec<Folded>)| {
            let rows = match &group.rows {
                Rows::Marks(marks, _) => Marked::Days(marks.iter().map(|mark| count(mark.day)).collect()),
                Rows::Bars(bars) => {
                    let bar = |(bar, words): (&Bar, &Folded)| {
                        let (from, to) = span(&bar.span);
                        DrawnBar { from, to, words: settled.of(words), away: bar.away.iter().map(span).collect() }
                    };
                    Marked::Bars(bars.iter().zip(words).map(bar).collect())
                }
            };
            Part(place(group.name), rows, group.earlier)
        };
        let told = |(place, walk): (usize, &Folded)| {
            let before = self.walks[..place].iter().position(|other| other == walk);
            before.map_or_else(|| Told::Walk(settled.of(walk)), Told::Again)
        };
        let walks = self.walks.iter().enumerate().map(told).collect();
        Child(self.id.clone(), settled.of(&self.about), self.first, self.groups.iter().map(part).collect(), walks)
    }
}

/// The days from which and to which a bar is.
fn ends(bar: &Bar) -> Ends {
    (bar.span.start, bar.span.end)
}

/// The lines of a walk, each with a sign of what it is: passed, not passed or no test; the answer; and the doubt.
fn in_lines(walk: Walk) -> Vec<String> {
    let Walk { lines, said, doubt } = walk;
    let sign = |passed: Option<bool>| passed.map_or(' ', |passed| if passed { '+' } else { '-' });
    let seen = lines.iter().map(|line| format!("{}{}", sign(line.passed), visible(&line.words)));
    seen.chain([format!("={said}")]).chain(doubt.map(|doubt| format!("?{doubt}"))).collect()
}
