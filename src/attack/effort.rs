//! How much is done for one number before a search gives up: counted in steps, never in time, so that every machine gives up
//! at the same place.

/// How many facts are applied for one number. A number that is still undecided by then counts as known.
const MOST: usize = 1_000_000;
/// How many where an answer is wanted soon.
const FEW: usize = 50_000;

/// The steps that are left: facts to apply, and numbers to choose among.
#[derive(Debug)]
pub(crate) struct Effort(usize);

impl Effort {
    /// What is done for one number.
    pub fn for_one(in_haste: bool) -> Effort {
        Effort(if in_haste { FEW } else { MOST })
    }

    /// Without an end, for what ends by itself.
    pub fn endless() -> Effort {
        Effort(usize::MAX)
    }

    /// Takes some steps.
    pub fn spend(&mut self, steps: usize) {
        self.0 = self.0.saturating_sub(steps);
    }

    /// Whether no step is left.
    pub fn is_spent(&self) -> bool {
        self.0 == 0
    }
}
