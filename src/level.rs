//! The geographic level of a figure.

/// The geographic level of a figure, in the order used in tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// England.
    National,
    /// A region.
    Regional,
    /// An authority.
    LocalAuthority,
}

impl Level {
    /// The level with this name.
    pub(crate) fn named(name: &str) -> Option<Level> {
        [Level::National, Level::Regional, Level::LocalAuthority].into_iter().find(|level| level.name() == name)
    }

    /// As in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Level::National => "National",
            Level::Regional => "Regional",
            Level::LocalAuthority => "Local authority",
        }
    }
}
