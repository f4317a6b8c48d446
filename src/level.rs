//! The geographic level of a figure.

/// The geographic level of a figure, in the order used in tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// England.
    National,
    /// Some of England's authorities.
    PartOfNational,
    /// A region.
    Regional,
    /// Some of a region's authorities.
    PartOfRegional,
    /// An authority.
    LocalAuthority,
}

impl Level {
    /// Every level, in order.
    const ALL: [Level; 5] =
        [Level::National, Level::PartOfNational, Level::Regional, Level::PartOfRegional, Level::LocalAuthority];

    /// The level with this name.
    pub(crate) fn named(name: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.name() == name)
    }

    /// As in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Level::National => "National",
            Level::PartOfNational => "Part of National",
            Level::Regional => "Regional",
            Level::PartOfRegional => "Part of Regional",
            Level::LocalAuthority => "Local authority",
        }
    }

    /// Whether it is some of the authorities of England or a region: never called by the name of the whole, never
    /// published, and nothing is compared with it.
    pub fn is_part(self) -> bool {
        self != self.whole()
    }

    /// The level of which this is a part, or the level itself.
    pub(crate) fn whole(self) -> Level {
        match self {
            Level::PartOfNational => Level::National,
            Level::PartOfRegional => Level::Regional,
            whole => whole,
        }
    }

    /// The level of some of the authorities of a place at this one.
    pub(crate) fn part(self) -> Level {
        match self.whole() {
            Level::National => Level::PartOfNational,
            Level::Regional => Level::PartOfRegional,
            other => other,
        }
    }
}
