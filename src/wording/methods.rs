//! What intervals mean and how they are calculated, in words.

use crate::seeds::configuration::IntervalMethod;

/// What an interval means here.
pub(crate) const CENSUS: &str = "The returns hold every child, so no figure is a sample. An interval says how far the \
    figure could have come out otherwise by chance, had the same care met children like these: a place or a change \
    inside it says little about practice. Successive years share many children, which the methods take to be \
    different ones, so intervals of a change are, if anything, too wide.";

/// What follows from comparing many figures.
pub(crate) const MANY: &str = "Of many comparisons about one in twenty is outside the 95% limits by luck alone, and hardly any is \
    outside the 99.8% limits. So the page of all places marks the two apart, and the opening sentences name only what is \
    outside the 99.8% limits.";

/// How intervals are calculated.
pub(crate) fn intervals_in_words(method: IntervalMethod) -> String {
    let of_percentages = match method {
        IntervalMethod::Wilson => "the score interval of Wilson (1927)",
        IntervalMethod::ClopperPearson => "the exact interval of Clopper and Pearson (1934), as asked for",
    };
    format!(
        "Percentages: {of_percentages}. Mean scores: Student's t. At 95% and 99.8%. No interval where counts \
         are not known, or of mean scores how far scores differ, or where none differs from another."
    )
}
