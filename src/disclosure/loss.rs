//! What is lost where numbers are suppressed.

use crate::level::Level;
use crate::printed::PrintedFigure;

/// How many numbers are lost: percentages and means of England, of regions and of authorities, then numerators, then
/// denominators. Of two losses that is less which has fewer of the first, or as many and fewer of the next. How many
/// children are in them does not count, for then what is hidden would say how large it is.
pub(super) type Loss = [usize; 5];

/// Where a lost value of a figure counts.
pub(super) fn of_level(figure: &PrintedFigure) -> usize {
    match figure.level {
        Level::National | Level::PartOfNational => 0,
        Level::Regional | Level::PartOfRegional => 1,
        Level::LocalAuthority => 2,
    }
}
