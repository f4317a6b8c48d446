//! What is worth saying of the returns as a whole.

/// A line about files or returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What kind it is: of several of one kind the first is an example.
    pub kind: &'static str,
    /// The line.
    pub words: String,
}
