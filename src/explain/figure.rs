//! An authority's figures, and one figure from the authority's children down to its numerator.

use super::case::Case;
use super::group::OfGroup;
use crate::benchmark::ComparedFigure;
use crate::figures::{Figure, Status};
use crate::indicators::IndicatorOutcomes;
use crate::indicators::outcome::{Decision, Reason};
use crate::lines::{hanging, indented, table};
use crate::reconciliation::children::ChildTally;
use crate::seeds::indicators::IndicatorSeed;
use crate::unit::Unit;
use crate::walk::side::Side;
use crate::walk::whose;
use crate::wording::as_printed::AsPrinted;
use crate::wording::figure::value;
use crate::wording::group::HEADINGS;
use crate::wording::target::TargetInWords;
use std::collections::BTreeMap;

/// The figures of one group, each set beside all others.
pub(crate) fn all_of_group(case: &Case<'_>, group: &OfGroup) -> String {
    let headings = ["NI", "Indicator"].into_iter().chain(HEADINGS);
    let mut rows = vec![headings.map(str::to_owned).collect::<Vec<_>>()];
    for (place, seed) in case.request.seeds.indicators.iter().enumerate() {
        let cells = group.figure(place, seed.unit).map(|figure| figure.cells());
        let cells = cells.unwrap_or_else(|| ["-"; HEADINGS.len()].map(str::to_owned));
        rows.push([seed.number.to_string(), seed.short_title.clone()].into_iter().chain(cells).collect());
    }
    let heading = case.request.ink.heading(&case.heading());
    format!("{heading}\n{}\n{}", indented(&group.names.join(": "), 0), table(&rows, 0))
}

/// The ten figures, and how to ask further.
pub(crate) fn all_in_brief(case: &Case<'_>) -> String {
    let mut rows = vec![["NI", "Indicator", "Value", "Counted", "Target and note"].map(str::to_owned).to_vec()];
    for (compared, seed) in case.figures.iter().zip(&case.request.seeds.indicators) {
        let said = [compared.local.as_ref(), compared.national.as_ref()]
            .into_iter()
            .flatten()
            .map(|against| TargetInWords::from(against).in_short());
        let said: Vec<String> = said.chain([Figure::note_in_short(compared)]).filter(|said| !said.is_empty()).collect();
        let number = seed.number.to_string();
        rows.push(vec![
            number,
            seed.short_title.clone(),
            shown(compared, seed),
            counted(compared, seed),
            said.join("; "),
        ]);
    }
    let code = &case.followed.authority.code;
    let heading = case.request.ink.heading(&case.heading());
    let children = match case.followed.histories.children() {
        1 => "1 child".to_owned(),
        children => format!("{children} children"),
    };
    let mut text = format!("{heading}\n{children} in its returns\n\n{}\n", table(&rows, 0));
    text.push_str(&indented(
        &format!(
            "Go further with the same command: --indicator 62 follows NI 62 from the children of {code} to the figure, with \
             --children by their ids; --child ID takes one child through all ten, with --indicator 62 through one."
        ),
        0,
    ));
    text
}

/// The value with its unit, or a dash.
fn shown(compared: &ComparedFigure, seed: &IndicatorSeed) -> String {
    if compared.figure.status == Status::Ok {
        value(&compared.figure, seed.unit) + seed.unit.suffix()
    } else {
        "-".to_owned()
    }
}

/// How many children the value is based on.
fn counted(compared: &ComparedFigure, seed: &IndicatorSeed) -> String {
    let figure = &compared.figure;
    match (&figure.status, seed.unit) {
        (Status::NotAvailable(_), _) => "-".to_owned(),
        (_, Unit::Percent) => format!("{} of {}", figure.numerator, figure.denominator),
        (_, Unit::Score) => format!("{} of {} scored", figure.denominator, figure.population),
    }
}

/// One figure: what it is, how it follows from the authority's children, and which they are.
pub(crate) fn in_full(case: &Case<'_>, indicator: usize) -> String {
    let (compared, seed) = (&case.figures[indicator], &case.request.seeds.indicators[indicator]);
    let title = indented(&format!("NI {} {}", seed.number, seed.title), 0);
    let mut text = format!("{}\n{}\n\n", case.request.ink.heading(title.trim_end()), case.heading());
    let value = match compared.figure.status {
        Status::Ok => format!("{} ({})", shown(compared, seed), counted(compared, seed)),
        _ => "none".to_owned(),
    };
    let targets = [("local target ", &compared.local), ("national target ", &compared.national)];
    let targets = targets
        .into_iter()
        .filter_map(|(whose, against)| Some(whose.to_owned() + &TargetInWords::from(against.as_ref()?).in_full(seed)));
    let good = seed.good.in_words().to_owned();
    let said: Vec<String> = [value, good]
        .into_iter()
        .chain(targets)
        .chain([Figure::note(compared)])
        .filter(|said| !said.is_empty())
        .collect();
    let group = case.group.as_ref().map(|group| of_group(group, indicator, seed)).unwrap_or_default();
    for (name, words) in [
        ("Value", said.join("; ")),
        ("Day", day(case, indicator)),
        ("Population", seed.population.clone()),
        ("Test", seed.test.clone()),
        ("Group", group),
    ] {
        if !words.is_empty() {
            text.push_str(&hanging(name, &words, 12));
        }
    }
    match &case.outcomes.indicators[indicator] {
        Err(why) => text.push_str(&format!("\nThere is no figure: {why}.\n")),
        Ok(outcomes) => {
            text.push_str(&format!("\n{}\n", case.request.ink.heading("From the children to the figure")));
            if let Some(tally) = &case.behind[indicator].children {
                text.push_str(&steps(case, tally, seed.unit));
            }
            text.push_str(&children(case, indicator, outcomes));
        }
    }
    text
}

/// `Age on the day: 10 to 15`, and its figure beside all others.
fn of_group(group: &OfGroup, indicator: usize, seed: &IndicatorSeed) -> String {
    let figure = group.figure(indicator, seed.unit);
    let figure = figure.map_or_else(|| "none of its children count".to_owned(), |figure| figure.in_words());
    format!("{}; {figure}", group.names.join(": "))
}

/// The day that the indicator looks at.
fn day(case: &Case<'_>, indicator: usize) -> String {
    let timeframe = &case.request.timeframe;
    match case.request.seeds.indicators[indicator].of_exams {
        true => format!("{}, the latest 31 March", timeframe.school_cohort_day.in_words()),
        false => timeframe.as_at.in_words(),
    }
}

/// How many are left out at each step from the authority's children to the numerator.
fn steps(case: &Case<'_>, tally: &ChildTally, unit: Unit) -> String {
    let mut steps = Steps(String::new());
    steps.total(' ', tally.children, &format!("children in the returns of {}", whose(case.followed.authority)));
    for (why, children) in &tally.outside {
        steps.less(*children, why.in_words(), why.name());
    }
    steps.total('=', tally.considered(), "considered, and so listed in children.csv");
    steps.less_by_reason(&tally.left_out);
    if unit == Unit::Score {
        steps.total('=', tally.population(), "in the population");
        steps.less(tally.unscored, Reason::NoScore.in_words(), Reason::NoScore.name());
        steps.total('=', tally.denominator(), "in the denominator");
        steps.total(' ', tally.numerator(), "the sum of their scores, the numerator");
    } else {
        steps.total('=', tally.denominator(), "in the denominator");
        steps.less_by_reason(&tally.not_met);
        steps.total('=', tally.numerator(), "in the numerator");
    }
    steps.0
}

/// Counts of children, one below another.
struct Steps(String);

impl Steps {
    fn total(&mut self, sign: char, children: u64, words: &str) {
        self.0.push_str(&format!("  {sign} {children:>6}  {words}\n"));
    }

    fn less(&mut self, children: u64, words: &str, name: &str) {
        self.0.push_str(&format!("  - {children:>6}  {words} ({name})\n"));
    }

    fn less_by_reason(&mut self, reasons: &BTreeMap<Reason, u64>) {
        reasons.iter().for_each(|(reason, children)| self.less(*children, reason.in_words(), reason.name()));
    }
}

/// How many children are considered, answer by answer, and which where ids were asked for; and so of those whom a doubt alone could bring in.
fn children(case: &Case<'_>, indicator: usize, outcomes: &IndicatorOutcomes) -> String {
    let id_of = |child: u32| case.followed.id(case.followed.histories.clean.children[child as usize].id);
    let mut by_answer = BTreeMap::<(Side, String), Vec<String>>::new();
    let is_asked = |child: u32| {
        let group = case.group.as_ref();
        group.is_none_or(|group| group.has(&case.followed, indicator, child))
    };
    for (child, decision) in outcomes.decisions.iter().filter(|(child, _)| is_asked(*child)) {
        let id = id_of(*child);
        let id = decision.score().map_or(id.clone(), |score| format!("{id}={score}"));
        by_answer.entry(answer(Some(decision))).or_default().push(id);
    }
    let doubtful = case.followed.doubts.indicators[indicator].iter().map(|(child, _)| *child);
    let not_considered =
        doubtful.filter(|doubtful| outcomes.decisions.binary_search_by_key(doubtful, |(child, _)| *child).is_err());
    for child in not_considered.filter(|child| is_asked(*child)) {
        by_answer.entry(answer(None)).or_default().push(id_of(child));
    }
    let mut text = String::new();
    for ((_, answer), ids) in by_answer {
        text.push_str(&format!("\n{}\n", case.request.ink.heading(&format!("{answer}: {}", ids.len()))));
        text.push_str(&case.ids(&ids));
    }
    text + case.how_to_see_ids()
}

/// What was decided, in order of the sides.
fn answer(decision: Option<&Decision>) -> (Side, String) {
    let side = Side::of(decision);
    let because = decision.and_then(Decision::reason);
    let because = because.map(|reason| format!(", {} ({})", reason.in_words(), reason.name())).unwrap_or_default();
    let said = match (side, decision.and_then(Decision::score)) {
        (_, Some(_)) => "Scored, as child=score",
        (Side::NotConsidered, _) => "Not considered, though a doubt could bring them in",
        _ => side.in_words(),
    };
    (side, format!("{said}{because}"))
}
