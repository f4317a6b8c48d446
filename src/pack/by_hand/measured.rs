//! What is measured of sentences: their words, the numbers in them, the words that only what is told may bring.

use crate::benchmark::significance::Significance;
use crate::benchmark::targets::Children;
use crate::decimal::with_commas;
use crate::pack::OfIndicator;
use crate::printed::Printed;
use crate::rounding::Tenths;
use crate::unit::Unit;
use crate::wording::counts::HIDDEN_NOT_COUNTED;
use std::collections::BTreeSet;

/// Words that say a figure moved, whatever can be told.
const NEVER: [&str; 14] = [
    "improved",
    "improving",
    "deteriorated",
    "fell",
    "fallen",
    "rose",
    "risen",
    "dropped",
    "increased",
    "decreased",
    "up",
    "down",
    "higher",
    "lower",
];

/// The words of a sentence, without marks.
pub fn words(sentence: &str) -> Vec<&str> {
    sentence.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric())).collect()
}

/// Every number in a text, as it is written.
pub fn numbers(text: &str) -> BTreeSet<String> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ','));
    let bare = runs.map(|run| run.trim_matches(['.', ',']).to_owned());
    bare.filter(|run| !run.is_empty()).collect()
}

/// Every number that the description of an indicator holds, as it is shown.
pub fn held(of: &OfIndicator) -> BTreeSet<String> {
    let mut held = BTreeSet::from([of.indicator.number.to_string()]);
    for text in [&of.title, &of.indicator.title, &of.note] {
        held.extend(numbers(text));
    }
    for count in [of.numbers.numerator, of.numbers.denominator] {
        held.extend(number(count).map(with_commas));
    }
    held.extend(number(of.numbers.value).map(|tenths| Tenths(tenths).to_string()));
    for beside in [&of.england, &of.region, &of.neighbours].into_iter().flatten() {
        held.extend(numbers(&beside.name));
        held.extend(number(beside.value).map(|tenths| Tenths(tenths).to_string()));
        held.extend(beside.of_year.map(|year| year.to_string()));
    }
    if let Some(change) = &of.change {
        held.extend([change.from.to_string(), change.from_year.to_string()]);
    }
    for target in &of.targets {
        held.extend([target.value.clone(), target.year.to_string()]);
        held.extend(target.above.map(|above| Tenths(above.0.abs()).to_string()));
        let children = |children| match children {
            Children::Short(number) | Children::ToSpare(number) => with_commas(number as i64),
        };
        held.extend(target.children.map(children));
    }
    held.extend(of.years.iter().map(|(year, _)| year.to_string()));
    if of.indicator.unit == Unit::Score {
        held.extend(["0", "40"].map(str::to_owned));
    }
    held
}

fn number(printed: Printed) -> Option<i64> {
    match printed {
        Printed::Number(number) => Some(number),
        _ => None,
    }
}

/// Whether a sentence says of a difference what none of these indicators can tell.
pub(crate) fn says_too_much(sentence: &str, all: &[OfIndicator]) -> bool {
    let fixed = HIDDEN_NOT_COUNTED.to_lowercase();
    let bare = ["higher is better", "lower is better", fixed.as_str()]
        .iter()
        .fold(sentence.to_lowercase(), |text, polarity| text.replace(polarity, ""));
    let said = words(&bare);
    let is_told = |significance: Significance, trend: &str| {
        all.iter().any(|of| {
            let beside = [&of.england, &of.region, &of.neighbours].into_iter().flatten();
            beside
                .map(|beside| beside.significance)
                .chain([of.change.as_ref().map(|change| change.significance)])
                .any(|one| one == Some(significance))
                || of.trend.as_deref() == Some(trend)
        })
    };
    NEVER.iter().any(|word| said.contains(word))
        || said.contains(&"better") && !is_told(Significance::Better, "getting better")
        || said.contains(&"worse") && !is_told(Significance::Worse, "getting worse")
}

/// Whether a sentence is fit to be read: one full stop at its end, single spaces, no more than 35 words.
pub(crate) fn is_readable(sentence: &str) -> bool {
    let ends = sentence.ends_with('.') && !sentence.ends_with("..") && !sentence.ends_with(" .");
    ends && !sentence.contains("  ") && sentence.trim() == sentence && words(sentence).len() <= 35
}
