//! What a run prints of the figures of one day.

mod several;

use crate::benchmark::{Compared, ComparedFigure, naming};
use crate::figures::{Figure, Status};
use crate::level::Level;
use crate::lines::{hanging, indented};
use crate::seeds::indicators::IndicatorSeed;
use crate::verdict::Reliance;
use crate::wording::as_printed::AsPrinted;
use crate::wording::figure::value;
use crate::wording::sources;
use crate::wording::target::TargetInWords;

/// The figures of a day: ten in a table of the only authority's, of England's or of the region's where all their authorities
/// are there; of a part of them a line for each authority, then one of all together.
pub(crate) fn summary(day: &Compared, indicators: &[IndicatorSeed]) -> String {
    let authorities = day.by_authority().count();
    let figures = leading(day, authorities);
    let named = naming(figures);
    let name = named.map_or("", |figure| figure.name.as_str());
    let (as_at, basis) = (day.timeframe.as_at.in_words(), day.timeframe.basis);
    let is_part = named.is_some_and(|figure| figure.level.is_part());
    let called = if is_part { several::called(day) } else { name.to_owned() };
    let mut text = format!("\n{called} at {as_at} ({basis})");
    if named.is_some_and(|figure| matches!(figure.level, Level::National | Level::Regional)) {
        text.push_str(&format!(", {authorities} authorities"));
    }
    text.push('\n');
    let without = if authorities > 1 { several::without_figures(day) } else { String::new() };
    text.push_str(&block("Without figures", &without));
    if is_part && authorities <= several::MOST {
        text.push_str(&several::figures(day, figures, indicators));
        text.push_str(&titled("Targets", &several::targets(day, indicators)));
    } else {
        text.push_str(&of_one_place(figures, name, indicators));
    }
    for sentence in sources::in_words(day) {
        text.push_str(&indented(&sentence, 0));
    }
    text
}

/// The place whose figures are shown: the only authority; where there are several, England, or the only region where all of
/// its authorities and no others are there, or else all of them together.
fn leading(day: &Compared, authorities: usize) -> &[ComparedFigure] {
    let of = |level: Level| day.by_place().filter(move |figures| figures[0].figure.level.whole() == level);
    if authorities == 1 {
        return of(Level::LocalAuthority).next().unwrap_or_default();
    }
    let national = of(Level::National).next().unwrap_or_default();
    let mut regions = of(Level::Regional);
    let only = regions.next().filter(|_| regions.next().is_none());
    let is_whole = |figures: &&[ComparedFigure]| naming(figures).is_some_and(|figure| !figure.level.is_part());
    let is_england = is_whole(&national);
    only.filter(is_whole).filter(|_| !is_england).unwrap_or(national)
}

/// Ten figures in a table, after those that are unreliable, and their targets.
fn of_one_place(figures: &[ComparedFigure], name: &str, indicators: &[IndicatorSeed]) -> String {
    let unreliable: String = figures.iter().map(unreliable).collect();
    let mut text = block("Unreliable", &unreliable);
    text.push_str("NI   Indicator                           Value  Children  Note\n");
    let mut beside = String::new();
    let shared = shared_notes(figures);
    for compared in figures {
        if let Some(seed) = indicators.iter().find(|seed| seed.number == compared.figure.indicator) {
            text.push_str(&line(compared, seed, name, &shared));
            beside.push_str(&targets(compared, seed));
        }
    }
    let below: String = (1..).zip(&shared).map(|(number, note)| hanging(&number.to_string(), note, 5)).collect();
    text.push_str(&titled("Notes", &below));
    text.push_str(&titled("Targets", &beside));
    text
}

/// Notes that several figures have and that a line has no room for, each once, in the order of the figures.
fn shared_notes(figures: &[ComparedFigure]) -> Vec<String> {
    const ROOM: usize = 40;
    let notes: Vec<String> = figures.iter().map(Figure::note_in_short).collect();
    let mut shared: Vec<String> = Vec::new();
    for note in &notes {
        let is_shared = notes.iter().filter(|other| *other == note).count() > 1;
        if is_shared && note.chars().count() > ROOM && !shared.contains(note) {
            shared.push(note.clone());
        }
    }
    shared
}

/// Lines under a title, between blank lines; nothing where there are none.
fn block(title: &str, lines: &str) -> String {
    if lines.is_empty() { String::new() } else { titled(title, lines) + "\n" }
}

/// Lines under a title, after a blank line; nothing where there are none.
fn titled(title: &str, lines: &str) -> String {
    if lines.is_empty() { String::new() } else { format!("\n{title}\n{lines}") }
}

fn line(compared: &ComparedFigure, seed: &IndicatorSeed, place: &str, shared: &[String]) -> String {
    let figure = &compared.figure;
    let value =
        if figure.status == Status::Ok { value(figure, seed.unit) + seed.unit.suffix() } else { "-".to_owned() };
    let children = if figure.status == Status::Ok { figure.denominator.to_string() } else { "-".to_owned() };
    let line = format!("{:<4} {:<34} {value:>6}  {children:>8}  ", seed.number, seed.short_title);
    let part = Some(&figure.name)
        .filter(|name| figure.status == Status::Ok && figure.level.is_part() && name.as_str() != place);
    let note = Some(Figure::note_in_short(compared)).filter(|note| !note.is_empty());
    let place_below = |note: &String| shared.iter().position(|shared| shared == note);
    let note = note.map(|note| place_below(&note).map_or(note, |place| format!("note {}", place + 1)));
    let notes: Vec<String> = part.cloned().into_iter().chain(note).collect();
    format!("{}\n", (line + &notes.join("; ")).trim_end())
}

/// Why a figure is unreliable, in full; blank where it is, or where there is no figure at all.
fn unreliable(compared: &ComparedFigure) -> String {
    let because = compared.verdict.because.first().filter(|gravest| gravest.reliance == Reliance::NotUsable);
    because.map(|gravest| hanging(&compared.figure.indicator.to_string(), &gravest.words, 5)).unwrap_or_default()
}

/// The targets of a figure, a line each.
fn targets(compared: &ComparedFigure, seed: &IndicatorSeed) -> String {
    let targets = [("local", &compared.local), ("national", &compared.national)];
    let known = targets.into_iter().filter_map(|(whose, against)| Some((whose, against.as_ref()?)));
    let in_words = |(whose, against)| {
        let words = format!("{whose}, {}", TargetInWords::from(against).in_full(seed));
        hanging(&seed.number.to_string(), &words, 5)
    };
    known.map(in_words).collect()
}
