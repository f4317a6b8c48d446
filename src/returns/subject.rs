//! The columns of exam results.

/// The columns of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// KS2_ENGLEV: the level in English at Key Stage 2.
    English,
    /// KS2_MATLEV: the level in maths at Key Stage 2.
    Maths,
    /// KS4_LEVEL2_EM: five A*-C at Key Stage 4, English and maths among them.
    LevelTwo,
}

impl Subject {
    /// Every column of results.
    pub const ALL: [Subject; 3] = [Subject::English, Subject::Maths, Subject::LevelTwo];

    /// The column's name.
    pub(crate) fn column(self) -> &'static str {
        match self {
            Subject::English => "KS2_ENGLEV",
            Subject::Maths => "KS2_MATLEV",
            Subject::LevelTwo => "KS4_LEVEL2_EM",
        }
    }
}
