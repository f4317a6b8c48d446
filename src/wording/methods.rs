//! What intervals mean and how they are calculated, in words.

use crate::seeds::configuration::IntervalMethod;

/// What an interval means here.
pub(crate) const CENSUS: &str = "The returns cover every child, so no figure is an estimate from a sample. But figures also vary by \
    chance from year to year, and the 95% interval shows by how much. A rank or a change within it says little about \
    practice. Many children are counted in two years running, so if anything the interval of a change is too wide.";

/// What follows from comparing many figures.
pub(crate) const MANY: &str = "Of many comparisons about one in twenty is beyond 95% by luck alone, and hardly any is beyond \
    99.8%. So the page of all areas marks the two apart, and the opening sentences name only what is beyond 99.8%.";

/// How intervals are calculated.
pub(crate) fn intervals_in_words(method: IntervalMethod) -> String {
    let of_percentages = match method {
        IntervalMethod::Wilson => "the score interval of Wilson (1927)",
        IntervalMethod::ClopperPearson => "the exact interval of Clopper and Pearson (1934), as asked for",
    };
    format!(
        "Intervals are at 95% and 99.8%. Percentages have {of_percentages}. Mean scores have Student's t. There is none where \
         counts are not known, or where all scores are the same."
    )
}
