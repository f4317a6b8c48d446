//! Ranges of whole numbers.

/// The whole numbers from `least` to `most`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    /// The smallest.
    pub least: i64,
    /// The largest.
    pub most: i64,
}

impl Range {
    /// Larger than any count of children.
    pub(crate) const ENDLESS: i64 = 1_000_000_000;
    /// Any count.
    pub(crate) const ANY: Range = Range { least: 0, most: Range::ENDLESS };
    /// No number at all.
    pub const NONE: Range = Range { least: 0, most: -1 };

    /// A single number.
    pub fn only(number: i64) -> Range {
        Range { least: number, most: number }
    }

    /// How many whole numbers it contains.
    pub(crate) fn integers(self) -> i64 {
        (self.most - self.least + 1).max(0)
    }

    /// Whether it contains the number.
    pub fn contains(self, number: i64) -> bool {
        (self.least..=self.most).contains(&number)
    }

    /// The numbers in both.
    pub fn and(self, other: Range) -> Range {
        Range { least: self.least.max(other.least), most: self.most.min(other.most) }
    }

    /// The shortest range that contains this one and the number.
    pub fn with(self, number: i64) -> Range {
        Range { least: self.least.min(number), most: self.most.max(number) }
    }
}
