//! The columns that are kept though they are no part of the return.

use crate::returns::names::name_as_compared;

/// Which columns are kept though they are no part of the return, by their names as they are compared.
#[derive(Debug, Clone, Default)]
pub struct KeptColumns(Vec<String>);

impl KeptColumns {
    /// Those of these names.
    pub fn named(names: &[String]) -> KeptColumns {
        KeptColumns(names.iter().map(|name| name_as_compared(name.as_bytes())).collect())
    }

    /// Whether the column of this name is one of them.
    pub(super) fn has(&self, name: &str) -> bool {
        !name.is_empty() && self.0.contains(&name_as_compared(name.as_bytes()))
    }
}
