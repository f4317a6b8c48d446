//! Two of a kind: of the run before and of the run after.

/// One thing of the earlier run and the same of the later.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Both<T> {
    /// Of the run named first.
    pub before: T,
    /// Of the run named second.
    pub after: T,
}
