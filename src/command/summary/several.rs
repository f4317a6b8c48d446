//! What a run prints of several authorities that are a part of England: a line each, before the line of all together.

use crate::benchmark::Compared;
use crate::benchmark::ComparedFigure;
use crate::figures::{Figure, Status};
use crate::lines::{hanging, in_brief, indented};
use crate::seeds::indicators::IndicatorSeed;
use crate::verdict::MARKS;
use crate::wording::counts::listed;
use crate::wording::figure::value;
use crate::wording::target::TargetInWords;

/// The most authorities of which each has a line.
pub(super) const MOST: usize = 40;

/// The most characters of a name.
const NAME: usize = 24;

/// `Barnet, Brent and Ealing`; of more than a few, `12 authorities given`.
pub(super) fn called(day: &Compared) -> String {
    const NAMED: usize = 4;
    let names: Vec<&str> = day.by_authority().map(name).collect();
    if names.len() <= NAMED { listed(&names) } else { format!("{} authorities given", names.len()) }
}

/// Each authority's figures in a line, those of all together, and what the marks say.
pub(super) fn figures(day: &Compared, together: &[ComparedFigure], indicators: &[IndicatorSeed]) -> String {
    let heading = indicators.iter().map(|seed| format!("{:>6} ", seed.number)).collect::<String>();
    let mut text = format!("{:<NAME$}{}\n", "NI", heading.trim_end());
    for figures in day.by_authority() {
        text.push_str(&line(name(figures), figures, indicators));
    }
    text.push_str(&line("All together", together, indicators));
    let marks = format!(
        "NI 58 is a mean score; the others are percentages. {MARKS}: `stocktake show` with --authority says why."
    );
    text.push_str(&indented(&marks, 0));
    text
}

/// The targets of each authority, a line a target: a national one once for all of them.
pub(super) fn targets(day: &Compared, indicators: &[IndicatorSeed]) -> String {
    let mut text = String::new();
    for seed in indicators {
        let of_seed =
            |figures: &'_ [ComparedFigure]| figures.iter().position(|one| one.figure.indicator == seed.number);
        let all: Vec<&ComparedFigure> =
            day.by_authority().filter_map(|figures| figures.get(of_seed(figures)?)).collect();
        for compared in &all {
            if let Some(against) = &compared.local {
                let words = TargetInWords::from(against).in_full(seed);
                let words = format!("local of {}, {words}", compared.figure.name);
                text.push_str(&hanging(&seed.number.to_string(), &words, 5));
            }
        }
        let national: Vec<(&str, TargetInWords)> = all
            .iter()
            .filter_map(|compared| Some((compared.figure.name.as_str(), compared.national.as_ref()?.into())))
            .collect();
        if let Some((_, first)) = national.first() {
            let words = format!("national, {}: {}", first.goal, who_meets(&national));
            text.push_str(&hanging(&seed.number.to_string(), &words, 5));
        }
    }
    text
}

/// `met by Barnet and Brent; not met by Ealing; not known for Enfield`.
fn who_meets(all: &[(&str, TargetInWords)]) -> String {
    let such = |met: Option<bool>, words: &str| {
        let names: Vec<&str> = all.iter().filter(|(_, target)| target.met == met).map(|(name, _)| *name).collect();
        (!names.is_empty()).then(|| format!("{words} {}", listed(&names)))
    };
    let said = [such(Some(true), "met by"), such(Some(false), "not met by"), such(None, "not known for")];
    said.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn name(figures: &[ComparedFigure]) -> &str {
    figures.first().map_or("", |compared| compared.figure.name.as_str())
}

/// A place's name and its figures.
fn line(name: &str, figures: &[ComparedFigure], indicators: &[IndicatorSeed]) -> String {
    let cell = |seed: &IndicatorSeed| {
        let compared = figures.iter().find(|compared| compared.figure.indicator == seed.number);
        let Some(compared) = compared.filter(|compared| compared.figure.status == Status::Ok) else {
            return format!("{:>6} ", "-");
        };
        format!("{:>6}{}", value(&compared.figure, seed.unit), compared.verdict.reliance.mark())
    };
    let cells: String = indicators.iter().map(cell).collect();
    format!("{:<NAME$}{}\n", in_brief(name, NAME - 1), cells.trim_end())
}

/// The authorities without any figure, each with the first reason; blank where there is none.
pub(super) fn without_figures(day: &Compared) -> String {
    const NAMED: usize = 5;
    let has_none = |figures: &&[ComparedFigure]| figures.iter().all(|one| one.figure.status != Status::Ok);
    let without: Vec<&[ComparedFigure]> = day.by_authority().filter(has_none).collect();
    let mut text = String::new();
    for figures in without.iter().take(NAMED) {
        if let Some(first) = figures.first() {
            let words = format!("{}: {}", first.figure.name, why(&first.figure));
            text.push_str(&hanging(&first.figure.code, &words, 5));
        }
    }
    if without.len() > NAMED {
        text.push_str(&indented(&format!("and {} more; the page What was sent has them", without.len() - NAMED), 5));
    }
    text
}

fn why(figure: &Figure) -> String {
    match &figure.status {
        Status::NotAvailable(Some(why)) => why.to_string(),
        _ => "no child counts for any indicator".to_owned(),
    }
}
