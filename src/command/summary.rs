//! What a run prints of the figures of one day.

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

/// One place's ten figures in a table: the only authority's, or England's where there are several, or those of all
/// authorities that were given.
pub(crate) fn summary(day: &Compared, indicators: &[IndicatorSeed]) -> String {
    let authorities = day.by_authority().count();
    let shown = if authorities == 1 { Level::LocalAuthority } else { Level::National };
    let figures = day.by_place().find(|figures| figures[0].figure.level.whole() == shown).unwrap_or_default();
    let named = naming(figures);
    let name = named.map_or("", |figure| figure.name.as_str());
    let (as_at, basis) = (day.timeframe.as_at.in_words(), day.timeframe.basis);
    let mut text = format!("\n{name} at {as_at} ({basis})");
    if named.is_some_and(|figure| figure.level == Level::National) {
        text.push_str(&format!(", {authorities} authorities"));
    }
    text.push('\n');
    let not_usable: String = figures.iter().map(not_usable).collect();
    if !not_usable.is_empty() {
        text.push_str(&format!("\nNot usable\n{not_usable}\n"));
    }
    text.push_str("NI   Indicator                           Value  Children  Note\n");
    let mut beside = String::new();
    for compared in figures {
        if let Some(seed) = indicators.iter().find(|seed| seed.number == compared.figure.indicator) {
            text.push_str(&line(compared, seed, name));
            beside.push_str(&targets(compared, seed));
        }
    }
    if !beside.is_empty() {
        text.push_str(&format!("\nTargets\n{beside}"));
    }
    for sentence in sources::in_words(day) {
        text.push_str(&indented(&sentence, 0));
    }
    text
}

fn line(compared: &ComparedFigure, seed: &IndicatorSeed, place: &str) -> String {
    let figure = &compared.figure;
    let value =
        if figure.status == Status::Ok { value(figure, seed.unit) + seed.unit.suffix() } else { "-".to_owned() };
    let children = if figure.status == Status::Ok { figure.denominator.to_string() } else { "-".to_owned() };
    let line = format!("{:<4} {:<34} {value:>6}  {children:>8}  ", seed.number, seed.short_title);
    let part = Some(&figure.name)
        .filter(|name| figure.status == Status::Ok && figure.level.is_part() && name.as_str() != place);
    let note = Some(Figure::note_in_short(compared)).filter(|note| !note.is_empty());
    let notes: Vec<String> = part.cloned().into_iter().chain(note).collect();
    format!("{}\n", (line + &notes.join("; ")).trim_end())
}

/// Why a figure is not usable, in full; blank where it is, or where there is no figure at all.
fn not_usable(compared: &ComparedFigure) -> String {
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
