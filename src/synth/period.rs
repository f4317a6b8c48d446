//! A period of care: its episodes, made from placements and legal statuses, and its reviews.

use super::authority::Character;
use super::chance::Chance;
use super::episode::{Episode, Sector};
use super::legal::{self, LegalStatus};
use super::review::{self, Review};
use super::spell::{self, Spell};
use super::stay::Stay;
use crate::day::Day;

/// One period of care.
pub(crate) struct Period {
    /// The first day in care.
    pub(crate) start: Day,
    /// The day of leaving.
    pub(crate) end: Day,
    /// Its episodes, in order.
    pub(crate) episodes: Vec<Episode>,
    /// Its reviews, in order.
    pub(crate) reviews: Vec<Review>,
}

/// Fills in the period of care that a stay outlines.
pub(crate) fn period(character: &Character, born: Day, home: Sector, stay: &Stay, chance: &mut Chance) -> Period {
    let spells = spell::spells(character, born, stay, chance);
    let statuses = legal::statuses(born, stay, chance);
    let need = chance.pick(&NEEDS);
    Period {
        start: stay.start,
        end: stay.end,
        episodes: episodes(stay, &spells, &statuses, need, home),
        reviews: review::reviews(character, born.first_of_month(), stay, chance),
    }
}

/// A new episode begins wherever the placement or the legal status changes.
fn episodes(stay: &Stay, spells: &[Spell], statuses: &[LegalStatus], need: &'static str, home: Sector) -> Vec<Episode> {
    let mut starts: Vec<Day> =
        spells.iter().map(|spell| spell.start).chain(statuses.iter().map(|status| status.start)).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut episodes: Vec<Episode> = Vec::with_capacity(starts.len());
    for (position, &start) in starts.iter().enumerate() {
        let spell = spells.iter().rev().find(|spell| spell.start <= start);
        let status = statuses.iter().rev().find(|status| status.start <= start);
        let (Some(spell), Some(status)) = (spell, status) else { continue };
        if let Some(before) = episodes.last_mut() {
            before.change = if spell.start == start { spell.why } else { "" };
        }
        let next = starts.get(position + 1);
        episodes.push(Episode {
            start,
            end: next.copied().unwrap_or(stay.end),
            began: reason_begun(start, stay, spell, status),
            legal_status: status.code,
            need,
            placement: spell.placement,
            ended: if next.is_some() { "X1" } else { stay.reason },
            change: "",
            home,
        });
    }
    episodes
}

/// RNE: whether the placement, the carer, the legal status or several of them changed.
fn reason_begun(start: Day, stay: &Stay, spell: &Spell, status: &LegalStatus) -> &'static str {
    match (spell.start == start, status.start == start, spell.same_carer) {
        _ if start == stay.start => "S",
        (true, true, true) => "U",
        (true, true, false) => "B",
        (true, false, true) => "T",
        (true, false, false) => "P",
        (false, _, _) => "L",
    }
}

const NEEDS: [(u32, &str); 8] =
    [(610, "N1"), (35, "N2"), (55, "N3"), (90, "N4"), (120, "N5"), (25, "N6"), (5, "N7"), (60, "N8")];
