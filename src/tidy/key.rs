//! Which place a row is of.

use crate::level::Level;
use crate::printed::PrintedFigure;

/// What a figure is found by in its table.
pub fn key(figure: &PrintedFigure) -> Key<'_> {
    (figure.level, figure.code.as_str())
}

/// What a place is found by.
pub type Key<'run> = (Level, &'run str);
