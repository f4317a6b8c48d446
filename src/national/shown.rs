//! How many figures of authorities are shown, hidden and missing, and how far those that are shown can be relied upon.

use super::Shown;
use super::published::Within;
use crate::pack::words::known::Known;
use crate::pack::words::phrases::plain;
use crate::verdict::Reliance;
use crate::wording::counts::{HIDDEN_NOT_COUNTED, agreeing, count_with_commas, none_or};

/// Each indicator, and all together in words.
pub(super) fn of(within: &Within<'_>) -> (Vec<Shown>, Vec<String>) {
    let of_indicator = |indicator: &crate::wording::names::Indicator| {
        let mut counts = [0; 5];
        for compared in within.of_indicator(indicator.number) {
            let [shown, hidden, without, with_care, unreliable] = &mut counts;
            match Known::of(&compared.figure.printed.numbers) {
                Known::Shown => {
                    *shown += 1;
                    *with_care += usize::from(compared.verdict.reliance == Reliance::WithCare);
                    *unreliable += usize::from(compared.verdict.reliance == Reliance::NotUsable);
                }
                Known::Hidden => *hidden += 1,
                Known::Nobody | Known::NotAvailable => *without += 1,
            }
        }
        Shown { indicator: indicator.clone(), counts }
    };
    let all: Vec<Shown> = within.pack.indicators.iter().map(|of| of_indicator(&of.indicator)).collect();
    let total = |at: usize| all.iter().map(|of| of.counts[at]).sum::<usize>();
    let words = in_words([0, 1, 2, 3, 4].map(total));
    (all, words)
}

fn in_words([shown, hidden, without, with_care, unreliable]: [usize; 5]) -> Vec<String> {
    let number = |count: usize| count_with_commas(count as u64);
    let is = |count: usize| agreeing(count, "is", "are");
    let all = shown + hidden + without;
    let of = format!(
        "Of {} {} of authorities, {} {} shown and {} {} hidden to protect children",
        number(all),
        agreeing(all, "figure", "figures"),
        number(shown),
        is(shown),
        none_or(hidden),
        is(hidden)
    );
    let not_there = (without > 0).then(|| {
        format!(
            "{} {} not there, because there was nobody to count or the returns lack a table",
            number(without),
            is(without)
        )
    });
    let reliance = format!(
        "Of those shown, {} should be treated with care and {} {} unreliable",
        none_or(with_care),
        none_or(unreliable),
        is(unreliable)
    );
    let hidden = (hidden > 0).then(|| HIDDEN_NOT_COUNTED.to_owned());
    let said = [Some(of), not_there, Some(reliance), hidden];
    said.into_iter().flatten().map(|sentence| plain(&sentence)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_said_in_words() {
        assert_eq!(
            in_words([1_200, 300, 20, 40, 1]),
            [
                "Of 1,520 figures of authorities, 1,200 are shown and 300 are hidden to protect children.",
                "20 are not there, because there was nobody to count or the returns lack a table.",
                "Of those shown, 40 should be treated with care and 1 is unreliable.",
                HIDDEN_NOT_COUNTED,
            ]
        );
        assert_eq!(in_words([10, 0, 0, 0, 0]).len(), 2);
    }
}
