//! Who alone may have exact figures: an authority its own, and whoever holds the returns of several all of theirs.

use crate::level::Level;

/// Who may have what is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    /// The one authority that it is of.
    Authority,
    /// Whoever holds the returns of several authorities.
    Organisation,
}

impl Holder {
    /// Of what is about so many authorities.
    pub(crate) fn of(authorities: usize) -> Holder {
        if authorities == 1 { Holder::Authority } else { Holder::Organisation }
    }

    /// Of what is about one place.
    pub(crate) fn of_place(level: Level) -> Holder {
        Holder::of(if level == Level::LocalAuthority { 1 } else { 2 })
    }

    /// `for your authority only`.
    pub(crate) fn only(self) -> &'static str {
        match self {
            Holder::Authority => "for your authority only",
            Holder::Organisation => "for your organisation only",
        }
    }
}
