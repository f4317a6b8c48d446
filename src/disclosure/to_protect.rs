//! What is to be protected besides the figures of all children.

use crate::figures::Figure;
use crate::printed::PrintedGroup;

/// The exact figure of a group.
#[derive(Debug, Clone)]
pub struct GroupToProtect {
    /// The figure.
    pub figure: Figure,
    /// The group that it is of.
    pub group: PrintedGroup,
}
