//! How far a figure can be relied upon, in one sentence.

use super::phrases::{LONGEST_REASON, capital};
use crate::verdict::Reliance;

/// What the note on a figure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Remark<'note> {
    /// It is to be treated with care, or is unreliable, and why.
    Verdict(Reliance, &'note str),
    /// Something else.
    Other(&'note str),
}

impl<'note> Remark<'note> {
    /// Reads a note as [`crate::verdict::Verdict::in_words`] writes it; none where it is blank.
    pub fn read(note: &'note str) -> Option<Remark<'note>> {
        let verdict = |reliance: Reliance| {
            let because = note.strip_prefix(reliance.in_words())?;
            let is_all = because.is_empty() || because.starts_with(':');
            is_all.then(|| Remark::Verdict(reliance, because.trim_start_matches(':').trim()))
        };
        let verdict = [Reliance::WithCare, Reliance::NotUsable].into_iter().find_map(verdict);
        verdict.or_else(|| (!note.trim().is_empty()).then_some(Remark::Other(note)))
    }
}

/// `Treat this figure with care: 12 of 40 adopted children without the date of the decision (30.0%)`: the gravest
/// reason, which comes first in the note.
pub(crate) fn sentence(note: &str) -> Option<String> {
    let (advice, because) = match Remark::read(note)? {
        Remark::Verdict(Reliance::NotUsable, because) => ("Do not rely on this figure", because),
        Remark::Verdict(_, because) => ("Treat this figure with care", because),
        Remark::Other(words) if words.split_whitespace().count() <= LONGEST_REASON => return Some(capital(words)),
        Remark::Other(_) => return None,
    };
    let mut reasons = because.split("; ");
    let first = reasons.next().unwrap_or_default();
    let others = if reasons.next().is_some() { ", among other reasons" } else { "" };
    Some(match first.split_whitespace().count() {
        0 => advice.to_owned(),
        1..=LONGEST_REASON => format!("{advice}: {first}{others}"),
        _ => format!("{advice}{}", in_short(first)),
    })
}

/// How a sentence ends that names the note as the place of its reason.
pub(crate) const SEE_NOTE: &str = "see the note below";

/// What is left of a reason that is too long: for how many children it holds and how far it goes, where it says so.
fn in_short(reason: &str) -> String {
    let children = reason.split_once(": ").map(|(children, _)| children);
    let range = reason.rsplit_once(", so the figure could be anywhere from ").map(|(_, range)| range);
    match children.zip(range) {
        Some((children, range)) => format!(": {children}, so it could be anywhere from {range}; {SEE_NOTE}"),
        None => format!(": {SEE_NOTE}"),
    }
}

#[cfg(test)]
mod tests {
    use crate::pack::OfIndicator;
    use crate::pack::by_hand::{of, said_after};

    #[test]
    fn what_speaks_against_a_figure_is_said() {
        let noted = |note: &str| said_after(&OfIndicator { note: note.to_owned(), ..of(61, 20, 40, 500) });
        let decisions = "12 of 40 adopted children without the date of the decision (30.0%)";
        assert_eq!(noted(&format!("with care: {decisions}")), [format!("Treat this figure with care: {decisions}.")]);
        assert_eq!(
            noted(&format!("unreliable: {decisions}; earlier returns missing")),
            [format!("Do not rely on this figure: {decisions}, among other reasons.")]
        );
        assert_eq!(noted("with care"), ["Treat this figure with care."]);
        assert_eq!(
            noted(&format!("with care: {}", "word ".repeat(21))),
            ["Treat this figure with care: see the note below."]
        );
        let causes =
            "no row in attainment (3), date of birth not known for certain (1) and an id without an episode (1)";
        assert_eq!(
            noted(&format!(
                "unreliable: 5 in doubt, 56 in the figure: {causes}, so the figure could be anywhere from 44.6% to 53.6%"
            )),
            [
                "Do not rely on this figure: 5 in doubt, 56 in the figure, so it could be anywhere from 44.6% to 53.6%; see the note below."
            ]
        );
        assert_eq!(noted("a remark  of the user's own."), ["A remark of the user's own."]);
        assert_eq!(noted(""), Vec::<String>::new());
    }
}
