//! What an indicator looked at for one child, what it decided, and why.

use super::{Followed, doubt};
use crate::care::ChildHistory;
use crate::indicators::outcome::{Counted, Decision};
use crate::indicators::outside::Outside;
use crate::indicators::unavailable::Unavailable;
use crate::indicators::witness::{Line, Witness};

/// An indicator's walk through its definition for one child.
pub(crate) struct Walk {
    /// What it looked at, in order.
    pub(crate) lines: Vec<Line>,
    /// What it decided, in words.
    pub(crate) said: String,
    /// What is doubtful about that, in words; none where nothing is.
    pub(crate) doubt: Option<String>,
}

impl Walk {
    /// Asks an indicator, by its place, about a child, with a witness that listens.
    pub(crate) fn of(followed: &Followed<'_>, child: usize, history: &ChildHistory<'_>, indicator: usize) -> Walk {
        let (lines, answer) = match &followed.asked[indicator] {
            Err(why) => (Vec::new(), Err(why)),
            Ok((indicator, question)) => {
                let mut witness = Witness::listening();
                let answer = indicator.decide(history, question, &mut witness);
                (witness.into_lines(), Ok(answer))
            }
        };
        let unit = followed.setting.seeds.indicators[indicator].unit;
        let doubtful = followed.doubtful(child, indicator);
        let doubt = doubtful.map(|doubtful| doubt::in_words(followed, doubtful, unit));
        Walk { lines, said: said(followed, &answer), doubt }
    }
}

/// What was decided, or why this child, or any child, is not considered.
type Answer<'run> = Result<Result<Decision, Outside>, &'run Unavailable>;

/// The answer in words, with the names that tables use.
fn said(followed: &Followed<'_>, answer: &Answer<'_>) -> String {
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
    let unscored =
        if unscored.is_blank() { String::new() } else { format!("; SDQ_REASON {}", followed.code(unscored)) };
    format!("{counts}{}{unscored}.", flags.collect::<String>())
}
