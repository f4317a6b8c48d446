//! Why a sheet is not read though nothing is wrong with it.

/// Why a sheet is not read though nothing is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyNot {
    /// A person who opens the workbook does not see it.
    Hidden,
    /// There is nothing in it.
    Empty,
    /// Not one of its cells names a column of the return.
    NoTable,
    /// The file that holds it was refused, which was said.
    FileRefused,
}

impl WhyNot {
    /// What it is, in words.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            WhyNot::Hidden => "a hidden sheet",
            WhyNot::Empty => "an empty sheet",
            WhyNot::NoTable => "no table of the return",
            WhyNot::FileRefused => "in a file that was refused",
        }
    }

    /// What to do where it should be read, if anything can be done.
    pub(crate) fn remedy(self) -> Option<&'static str> {
        match self {
            WhyNot::Hidden => Some("unhide it if it is part of the return"),
            WhyNot::NoTable => Some("make its column names a line above the rows, if it is part of the return"),
            WhyNot::Empty | WhyNot::FileRefused => None,
        }
    }
}
