//! A line of text outside a table, in the first column of a worksheet.

/// What a line of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The title.
    Title,
    /// The heading of a part of the cover.
    Part,
    /// A line that must not be overlooked.
    Strong,
    /// A sentence or two.
    Text,
    /// A link to a worksheet.
    LinkTo(&'static str),
}

/// A line of text in the first column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: Kind,
    /// What it says.
    pub text: String,
}

impl Line {
    /// A line.
    pub fn new(kind: Kind, text: impl Into<String>) -> Line {
        Line { kind, text: text.into() }
    }

    /// A sentence or two.
    pub(crate) fn text(text: impl Into<String>) -> Line {
        Line::new(Kind::Text, text)
    }
}
