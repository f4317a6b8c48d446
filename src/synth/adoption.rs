//! Adoption: the decision, the placement with adopters, the order.

use super::authority::Character;
use super::chance::Chance;
use crate::day::Day;

/// An adoption, from the decision to the order.
#[derive(Clone, Debug)]
pub(crate) struct Adoption {
    /// The day the authority decided that the child should be placed for adoption.
    pub(crate) decided: Day,
    /// The day the child and the adopters were matched.
    pub(crate) matched: Day,
    /// The day the child was placed with the adopters, or the carers became adopters.
    pub(crate) placed: Day,
    /// The day of the adoption order.
    pub(crate) adopted: Day,
    /// Whether the adopters were the child's foster carers.
    pub(crate) by_foster_carers: bool,
    /// Number, sex and legal status of the adopters.
    pub(crate) adopters: Adopters,
}

/// NB_ADOPTR, SEX_ADOPTR and LS_ADOPTR.
pub(crate) type Adopters = (&'static str, &'static str, &'static str);

/// The adoption of a child who came into care on `entry`.
pub(crate) fn adoption(character: &Character, entry: Day, chance: &mut Chance) -> Adoption {
    let decided = entry.plus_days(chance.near_the_middle_of((100, 560)));
    let late = chance.happens(character.late_adoption);
    let wait = chance.near_the_middle_of(if late { (369, 860) } else { (20, 360) });
    let placed = decided.plus_days(wait);
    Adoption {
        decided,
        matched: placed.plus_days(-chance.between((7, 20))),
        placed,
        adopted: placed.plus_days(chance.near_the_middle_of((110, 420))),
        by_foster_carers: chance.happens(120),
        adopters: chance.pick(&ADOPTERS),
    }
}

const ADOPTERS: [(u32, Adopters); 7] = [
    (8, ("1", "F1", "L0")),
    (1, ("1", "M1", "L0")),
    (74, ("2", "MF", "L11")),
    (10, ("2", "MF", "L3")),
    (2, ("2", "MM", "L2")),
    (2, ("2", "FF", "L2")),
    (3, ("2", "FF", "L4")),
];
