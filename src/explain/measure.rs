//! A measure of the care population, followed to its children.

use super::case::Case;
use crate::context::{Counted, children};
use crate::lines::hanging;
use crate::rounding;
use crate::seeds::context::{MeasureSeed, Of};
use crate::unit::Unit;

/// What it is, its number, and the ids of the children behind it.
pub(super) fn in_full(case: &Case<'_>, seed: &MeasureSeed) -> String {
    let followed = &case.followed;
    let heading = case.request.ink.heading(&seed.title);
    let mut text = format!("{heading}\n{}\n\n", case.heading());
    let Counted { children: part, times, whole } =
        children(seed, followed.histories, followed.setting).unwrap_or_default();
    for (name, words) in [
        ("Number", number(seed, part.len(), times, whole.as_deref().map(<[usize]>::len))),
        ("Population", seed.population.clone()),
        ("Test", seed.test.clone()),
        ("Source", seed.source.clone()),
    ] {
        text.push_str(&hanging(name, &words, 12));
    }
    let ids = |children: Vec<usize>| {
        let id = |child: &usize| followed.id(followed.histories.clean.children[*child].id);
        case.ids(&children.iter().map(id).collect::<Vec<_>>())
    };
    let others: Option<Vec<usize>> = whole
        .filter(|_| seed.counts.is_empty())
        .map(|whole| whole.into_iter().filter(|child| part.binary_search(child).is_err()).collect());
    for (name, children) in [("Counted", Some(part)), ("Not counted, of the whole", others)] {
        if let Some(children) = children {
            let heading = case.request.ink.heading(&format!("{name}: {}", children.len()));
            text.push_str(&format!("\n{heading}\n{}", ids(children)));
        }
    }
    text + case.how_to_see_ids()
}

/// `19 of 168, 11.3%`.
fn number(seed: &MeasureSeed, part: usize, times: Option<u64>, whole: Option<usize>) -> String {
    if let Some(times) = times {
        return format!("{times}, of {part} {}", if part == 1 { "child" } else { "children" });
    }
    let Some(whole) = whole.filter(|_| seed.of == Of::Share) else { return part.to_string() };
    let share = rounding::value(Unit::Percent, part as u64, whole as u64);
    format!("{part} of {whole}{}", share.map(|share| format!(", {share}%")).unwrap_or_default())
}
