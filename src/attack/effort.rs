//! How much is done for one number before a search gives up: counted in steps, never in time, so that every machine gives up
//! at the same place.

/// How many branches are tried for one solution, at leisure and in haste.
const BRANCHES: [usize; 2] = [20_000, 500];
/// What is done for one number, and what more for each fact, in facts applied. A number that is still undecided by then
/// counts as known.
const AT_LEISURE: [usize; 2] = [1_000_000, 2_000];
/// The same where an answer is wanted soon.
const IN_HASTE: [usize; 2] = [20_000, 500];

/// The steps that are left: facts to apply, and numbers to choose among.
#[derive(Debug)]
pub(crate) struct Effort(usize);

impl Effort {
    /// What is done for one number among so many facts.
    pub fn for_one(facts: usize, in_haste: bool) -> Effort {
        let [alone, each] = if in_haste { IN_HASTE } else { AT_LEISURE };
        Effort(alone + facts * each)
    }

    /// How many branches are tried for one solution of so many numbers: at least as many as it takes to decide each once.
    pub fn branches(in_haste: bool, numbers: usize) -> usize {
        BRANCHES[usize::from(in_haste)].max(numbers)
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
