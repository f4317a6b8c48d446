//! Spells: where a child lives from one move to the next, within a period of care.

use super::adoption::Adoption;
use super::authority::Character;
use super::chance::Chance;
use super::episode::{Placement, Sector};
use super::stay::Stay;
use crate::day::Day;

/// A run of nights in one placement.
#[derive(Clone)]
pub(crate) struct Spell {
    /// The day of the move.
    pub(crate) start: Day,
    /// Where the child lives.
    pub(crate) placement: Placement,
    /// Whether the carer moved with the child.
    pub(crate) same_carer: bool,
    /// Why the placement before ended.
    pub(crate) why: &'static str,
}

/// The spells of a stay, in order, the first from its first day.
pub(crate) fn spells(character: &Character, born: Day, stay: &Stay, chance: &mut Chance) -> Vec<Spell> {
    let until = stay.adoption.as_ref().map_or(stay.end, |adoption| adoption.placed);
    let mut spells = ordinary_spells(character, born, stay.start, until, chance);
    if let Some(adoption) = &stay.adoption {
        place_with_adopters(&mut spells, adoption, stay, chance);
    }
    with_temporary_stays(&spells, born, stay.end, chance)
}

fn ordinary_spells(character: &Character, born: Day, start: Day, until: Day, chance: &mut Chance) -> Vec<Spell> {
    let unsettled = chance.happens(character.unsettled);
    let mut spells: Vec<Spell> = Vec::new();
    let mut start = start;
    while start < until {
        let placement = ordinary_placement(character, born.age_on(start), chance);
        let same_carer = !spells.is_empty() && chance.happens(12);
        spells.push(Spell { start, placement, same_carer, why: chance.pick(&WHY_MOVED) });
        start = start.plus_days(nights(character, spells.len() == 1, unsettled, chance));
    }
    spells
}

/// How long a placement lasts, unless the period of care ends first.
fn nights(character: &Character, first: bool, unsettled: bool, chance: &mut Chance) -> i32 {
    let band = match (first, unsettled) {
        (true, false) => chance.pick(&[(285, (2, 60)), (220, (61, 240)), (115, (241, 730)), (380, SETTLED)]),
        (_, true) => chance.pick(&[(350, (3, 50)), (350, (51, 150)), (220, (151, 400)), (80, (401, 1200))]),
        (false, false) => {
            chance.pick(&[(character.breakdown, (3, 120)), (150, (121, 365)), (100, (366, 1000)), (600, SETTLED)])
        }
    };
    chance.between(band)
}

const SETTLED: (i32, i32) = (900, 5400);

fn ordinary_placement(character: &Character, age: i32, chance: &mut Chance) -> Placement {
    let place = match age {
        ..=9 => chance.pick(&[(150, "Q1"), (720, "Q2"), (90, "P1"), (30, "R3"), (10, "K2")]),
        10..=15 => chance.pick(&[
            (110, "Q1"),
            (640, "Q2"),
            (145, "K2"),
            (50, "P1"),
            (22, "S1"),
            (12, "R1"),
            (8, "H5"),
            (4, "K1"),
            (4, "R2"),
            (5, "Z1"),
        ]),
        _ => chance.pick(&[
            (80, "Q1"),
            (470, "Q2"),
            (130, "K2"),
            (120, "P2"),
            (130, "H5"),
            (30, "P1"),
            (20, "R5"),
            (5, "P3"),
            (15, "Z1"),
        ]),
    };
    let provider = match place {
        "P1" => "PR0",
        "K2" | "H5" | "S1" => chance.pick(&[(30, "PR1"), (60, "PR4"), (10, "PR5")]),
        "R2" | "R5" => "PR3",
        _ => chance.pick(&[(66, "PR1"), (3, "PR2"), (27, "PR4"), (4, "PR5")]),
    };
    let registered = matches!(place, "K1" | "K2" | "R1" | "S1") || (provider == "PR4" && place == "Q2");
    let registration = registered.then(|| 30_000 + chance.below(50_000));
    Placement { place, provider, sector: Sector::drawn(character.district, chance), registration }
}

/// Adds the last spell of a child who is adopted. A carer can adopt only a child in foster care, so the spell before
/// becomes a foster placement.
fn place_with_adopters(spells: &mut Vec<Spell>, adoption: &Adoption, stay: &Stay, chance: &mut Chance) {
    let Some(last) = spells.last_mut() else { return };
    let order = stay.reason == "E12";
    let (placement, same_carer) = if adoption.by_foster_carers {
        last.placement.place = "Q2";
        (Placement { place: if order { "A5" } else { "A3" }, ..last.placement }, true)
    } else {
        let sector = Sector { district: last.placement.sector.district + 1, digit: 1 + chance.below(9) };
        let provider = chance.pick(&[(75, "PR1"), (15, "PR2"), (10, "PR5")]);
        (Placement { place: if order { "A6" } else { "A4" }, provider, sector, registration: None }, false)
    };
    spells.push(Spell { start: adoption.placed, placement, same_carer, why: "CARPL" });
}

/// Interrupts a few spells with a stay in hospital, a holiday or a night missing.
fn with_temporary_stays(spells: &[Spell], born: Day, end: Day, chance: &mut Chance) -> Vec<Spell> {
    let mut interrupted = Vec::with_capacity(spells.len());
    for (position, spell) in spells.iter().enumerate() {
        interrupted.push(spell.clone());
        let until = spells.get(position + 1).map_or(end, |next| next.start);
        let mut from = spell.start;
        while until.days_since(from) > 60 {
            // Two or three stays a year per hundred placements.
            let away = from.plus_days(chance.between((20, 600)));
            let back = away.plus_days(chance.between((2, 12)));
            if back < until && chance.happens(25) {
                interrupted.push(away_from(spell, (away, back), born, chance));
                interrupted.push(Spell { start: back, same_carer: false, why: "PLACE", ..spell.clone() });
            }
            from = back;
        }
    }
    interrupted
}

fn away_from(spell: &Spell, (start, back): (Day, Day), born: Day, chance: &mut Chance) -> Spell {
    // Missing was recorded as a placement only until March 2010.
    let missing = born.age_on(start) >= 11 && back.return_year() <= 2010 && chance.happens(500);
    // T4 is for up to seven days.
    let brief = if back.days_since(start) <= 7 { 15 } else { 0 };
    let place = if missing {
        chance.pick(&[(5, "M1"), (30, "M2"), (65, "M3")])
    } else {
        chance.pick(&[(10, "T0"), (30, "T1"), (15, "T2"), (30, "T3"), (brief, "T4")])
    };
    let placement = Placement { place, provider: "", registration: None, ..spell.placement };
    Spell { start, placement, same_carer: false, why: "PLACE" }
}

const WHY_MOVED: [(u32, &str); 8] = [
    (40, "CARPL"),
    (2, "CLOSE"),
    (3, "ALLEG"),
    (3, "STAND"),
    (18, "CREQB"),
    (8, "CREQO"),
    (14, "CHILD"),
    (12, "OTHER"),
];
