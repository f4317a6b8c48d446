//! The title of a slide: what was found, so far as it is known.

use crate::benchmark::significance::Significance;
use crate::pack::words::Remark;
use crate::pack::words::known::{Known, value_in_words};
use crate::pack::words::phrases::capital;
use crate::pack::{Beside, OfIndicator, Pack};
use crate::verdict::Reliance;
use crate::wording::counts::HIDDEN_NOT_COUNTED;
use crate::wording::target::met_or_not;

/// Of one indicator: `Three or more placements: 11.1%, significantly worse than England (10.7%); national target of 60% not met`.
pub(crate) fn of_indicator(of: &OfIndicator) -> String {
    let title = capital(&of.indicator.title);
    let Some(value) = value_in_words(of.numbers.value, of.indicator.unit) else {
        return match Known::of(&of.numbers) {
            Known::Nobody => format!("{title}: nobody was counted"),
            Known::NotAvailable => format!("{title}: there is no figure"),
            Known::Hidden | Known::Shown => format!("{title}: not shown, to protect children"),
        };
    };
    if let Some(Remark::Verdict(Reliance::NotUsable, _)) = Remark::read(&of.note) {
        return format!("{title}: {value}, which is unreliable");
    }
    let care = if of.caution().is_empty() { "" } else { " (with care)" };
    let compared = of.england.as_ref().and_then(|england| of_england(of, england)).or_else(|| since(of));
    let target = of.targets.iter().find_map(|target| {
        let met = met_or_not(target.met?);
        Some(format!("; {} target of {}{} {met}", target.whose(), target.value, of.indicator.unit.suffix()))
    });
    format!("{title}: {value}{care}{}{}", compared.unwrap_or_default(), target.unwrap_or_default())
}

fn of_england(of: &OfIndicator, england: &Beside) -> Option<String> {
    let value = value_in_words(england.value, of.indicator.unit)?;
    let differs = match england.significance? {
        Significance::Better => "significantly better than",
        Significance::Worse => "significantly worse than",
        Significance::NotSignificant => "similar to",
        Significance::NotTested => return None,
    };
    let year = england.year_in_words(&of.indicator).map(|year| format!(" in {year}")).unwrap_or_default();
    Some(format!(", {differs} {} ({value}{year})", england.name))
}

/// For England itself, and where nothing can be said of England.
fn since(of: &OfIndicator) -> Option<String> {
    let change = of.change.as_ref().filter(|change| change.not_compared.is_none())?;
    let differs = match change.significance {
        Significance::Better => "significantly better than in",
        Significance::Worse => "significantly worse than in",
        Significance::NotSignificant => "not significantly different from",
        Significance::NotTested => return None,
    };
    let from = of.indicator.years.in_words(change.from_year);
    Some(format!(", {differs} {from} ({})", of.indicator.shown(change.from)))
}

/// Of a place: the sentence of its opening that tells most, and the others.
pub(crate) fn of_place(pack: &Pack) -> (String, Vec<String>) {
    let mut sentences: Vec<String> = pack.summary.lead.split_inclusive(". ").map(|of| of.trim().to_owned()).collect();
    sentences.retain(|sentence| !sentence.is_empty());
    // The first says how many figures there are.
    let tells_more =
        |sentence: &String| sentence != &format!("{HIDDEN_NOT_COUNTED}.") && sentence != HIDDEN_NOT_COUNTED;
    let found = sentences.iter().skip(1).position(tells_more).map_or(0, |place| place + 1);
    if sentences.is_empty() {
        return (format!("{}: the ten National Indicators", pack.place.name), sentences);
    }
    let sentence = sentences.remove(found);
    let sentence = sentence.trim_end_matches('.');
    let mut letters = sentence.chars();
    let first = letters.next().unwrap_or_default();
    // A name such as NI 62 keeps its capitals.
    let is_name = letters.clone().next().is_some_and(char::is_uppercase);
    let first = if is_name { first.to_string() } else { first.to_lowercase().to_string() };
    (format!("{}: {first}{}", pack.place.name, letters.as_str()), sentences)
}
