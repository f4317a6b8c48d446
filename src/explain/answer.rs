//! What an indicator looked at for one child, what it decided, and why.

use super::case::Case;
use crate::care::ChildHistory;
use crate::indicators::asked;
use crate::indicators::outcome::{Counted, Decision};
use crate::indicators::outside::Outside;
use crate::indicators::unavailable::Unavailable;
use crate::indicators::witness::{Line, Witness};
use crate::lines::{indented, visible};

/// The indicator's heading, and the lines under it.
pub(crate) fn in_words(
    case: &Case<'_>,
    child: usize,
    history: &ChildHistory<'_>,
    indicator: usize,
) -> (String, String) {
    let seed = &case.request.seeds.indicators[indicator];
    let (lines, answer) = ask(case, history, indicator);
    let mut text: String = lines.iter().map(|line| in_a_line(case, line)).collect();
    text.push_str(&indented(&said(case, &answer), 2));
    if let Some(doubtful) = case.doubtful(child, indicator) {
        text.push_str(&indented(&super::doubt::in_words(case, doubtful, seed.unit), 2));
    }
    (format!("NI {}  {}", seed.number, seed.short_title), text)
}

/// Asks the indicator about the child, with a witness that listens.
fn ask(case: &Case<'_>, history: &ChildHistory<'_>, indicator: usize) -> (Vec<Line>, Answer) {
    let request = case.request;
    match asked(&request.seeds.indicators[indicator], case.histories, request.setting(), case.clean) {
        Err(why) => (Vec::new(), Err(why)),
        Ok((indicator, question)) => {
            let mut witness = Witness::listening();
            let answer = indicator.decide(history, &question, &mut witness);
            (witness.into_lines(), Ok(answer))
        }
    }
}

/// What was decided, or why this child, or any child, is not considered.
type Answer = Result<Result<Decision, Outside>, Unavailable>;

fn in_a_line(case: &Case<'_>, line: &Line) -> String {
    // Colour codes have no width, so the mark is put before the words by hand.
    let words = indented(&visible(&line.words), 7);
    format!("  {}  {}", case.request.ink.passed(line.passed), words.trim_start())
}

/// The answer in words, with the names that tables use.
fn said(case: &Case<'_>, answer: &Answer) -> String {
    let decision = match answer {
        Err(why) => return format!("No answer: there is no figure, {why}."),
        Ok(Err(why)) => return format!("Not considered: {} ({}).", why.in_words(), why.name()),
        Ok(Ok(decision)) => decision,
    };
    let because =
        decision.reason().map(|reason| format!("{} ({})", reason.in_words(), reason.name())).unwrap_or_default();
    let counts = match decision.counted {
        Counted::Met => "Counts in the numerator and in the denominator".to_owned(),
        Counted::Scored(score) => format!("Counts in the denominator, with the score {score} in the numerator"),
        Counted::NotMet(_) => format!("Counts in the denominator and not in the numerator: {because}"),
        Counted::Unscored => format!("Should have a score and counts on neither side: {because}"),
        Counted::Out(_) => format!("Considered, and counts on neither side: {because}"),
    };
    let flags = decision.flags.named().map(|(name, words)| format!("; {words} ({name})"));
    let unscored = decision.flags.reason_unscored;
    let unscored = if unscored.is_blank() { String::new() } else { format!("; SDQ_REASON {}", case.code(unscored)) };
    format!("{counts}{}{unscored}.", flags.collect::<String>())
}
