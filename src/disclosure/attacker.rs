//! Whoever attacks a table that is being protected.

use super::draft::{Draft, Suppression};
use crate::attack::earlier::{Earlier, Target};
use crate::attack::figures::Part;
use crate::attack::interval::Contradiction;
use crate::attack::safe::{NotSafe, safe};
use crate::attack::{Aim, Attacked, attack};
use crate::seeds::disclosure::Profile;

/// What an attacker has beside the table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attacker<'a> {
    /// How the table is protected.
    pub profile: &'a Profile,
    /// What was published already.
    pub earlier: &'a [Earlier<'a>],
}

impl<'a> Attacker<'a> {
    pub fn target(self, draft: &'a Draft<'_>) -> Target<'a> {
        Target { table: &draft.table, profile: self.profile, earlier: self.earlier, ruled: &draft.ruled }
    }

    /// Whether enough is left for each hidden number of some figures, or for some of them, whatever was published already.
    /// `last` is the number that was not safe the last time: with a little more or less hidden it is mostly that again.
    pub fn is_safe(
        self,
        draft: &Draft<'_>,
        places: &[usize],
        among: &dyn Fn(usize, Part) -> bool,
        last: &mut Option<Suppression>,
    ) -> bool {
        let safe = safe(&self.target(draft), places, among, *last);
        if let Err(NotSafe::Number(place, part)) = safe {
            *last = Some((place, part));
        }
        safe.is_ok()
    }

    /// The hidden numbers of some figures that are not safe.
    ///
    /// # Errors
    /// Where what is printed contradicts itself.
    pub fn breaches(self, draft: &Draft<'_>, places: &[usize]) -> Result<Vec<Attacked>, Contradiction> {
        let attacked = attack(&self.target(draft), places, Aim::Safety)?;
        Ok(attacked.into_iter().filter(Attacked::is_breach).collect())
    }
}
