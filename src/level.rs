//! What a figure is of: England, a region, an authority.

/// What a figure is of, in the order in which tables have them.
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
    /// The level of a name.
    pub fn named(name: &str) -> Option<Level> {
        [Level::National, Level::Regional, Level::LocalAuthority].into_iter().find(|level| level.name() == name)
    }

    /// As the tables have it.
    pub fn name(self) -> &'static str {
        match self {
            Level::National => "National",
            Level::Regional => "Regional",
            Level::LocalAuthority => "Local authority",
        }
    }
}
