//! How far a figure can be relied upon, and one reason for it.

/// The warning of a figure that is to be used with care.
pub(crate) const WITH_CARE: &str = "use_with_care";
/// The warning of a figure that is not usable.
pub(crate) const NOT_TO_BE_RELIED_UPON: &str = "not_to_be_relied_upon";

/// What the marks behind numbers on a terminal mean.
pub(crate) const MARKS: &str = "! unreliable, ? with care";

/// How far a figure can be relied upon, from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Reliance {
    /// Nothing speaks against it.
    #[default]
    Usable,
    /// It can be used by someone who knows the reasons given with it.
    WithCare,
    /// It says little about the children.
    NotUsable,
}

impl Reliance {
    /// Its name in words.
    pub fn in_words(self) -> &'static str {
        match self {
            Reliance::Usable | Reliance::WithCare => self.name(),
            Reliance::NotUsable => "unreliable",
        }
    }

    /// Its mark behind a number on a terminal: `75.0!`.
    pub(crate) fn mark(self) -> char {
        match self {
            Reliance::Usable => ' ',
            Reliance::WithCare => '?',
            Reliance::NotUsable => '!',
        }
    }

    /// Its name in the column `verdict`.
    pub fn name(self) -> &'static str {
        match self {
            Reliance::Usable => "usable",
            Reliance::WithCare => "with care",
            Reliance::NotUsable => "not usable",
        }
    }

    /// Its warning beside published figures; none where nothing speaks against the figure.
    pub fn warning(self) -> Option<&'static str> {
        match self {
            Reliance::Usable => None,
            Reliance::WithCare => Some(WITH_CARE),
            Reliance::NotUsable => Some(NOT_TO_BE_RELIED_UPON),
        }
    }
}

/// One reason for a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// How far the figure can be relied upon for this reason alone.
    pub reliance: Reliance,
    /// In full: `12 of 40 adopted children without the date of the decision`.
    pub words: String,
    /// In a few words.
    pub short: String,
}
