//! The terms that the notes of every page explain.

/// Each term and its meaning.
pub const GLOSSARY: [(&str, &str); 12] = [
    ("Indicator (NI)", "One of ten National Indicators for children in care."),
    ("Numerator and denominator", "The children counted, and how many they are out of."),
    ("Points", "The difference between two percentages, or between two mean scores."),
    ("95% limits", "The range that the figure could fall in by chance alone. It is wide where numbers are small."),
    ("Statistically significant", "Outside the 95% limits, so chance is an unlikely reason for the difference."),
    ("Similar", "Not significantly different: the difference could be due to chance."),
    ("At 99.8%", "A stricter test. Almost no difference passes it by chance."),
    ("Rank (likely 2 to 6)", "1 is best. The likely ranks are those that the 95% limits allow."),
    ("Best quarter", "The best of four equal groups of areas."),
    ("Neighbours", "The authorities most like this one, on a published list."),
    ("In doubt", "The returns leave open whether the child counts, so the figure has a range."),
    ("Unreliable", "The returns leave too much unclear, so the figure is not compared."),
];

/// The terms and their meanings, a paragraph each.
pub(crate) fn in_paragraphs() -> Vec<String> {
    GLOSSARY.map(|(term, meaning)| format!("{term}: {meaning}")).to_vec()
}
