//! A child's life in and out of care, simulated once and then reported year by year.

use super::adoption::Adoption;
use super::authority::Character;
use super::chance::Chance;
use super::episode::{Episode, Sector};
use super::period::{self, Period};
use super::short_break;
use super::stay::{self, Stay};
use crate::day::Day;

/// A child and the child's time in care.
pub(crate) struct Life {
    /// The child's id, unique within the authority.
    pub(crate) child: u32,
    /// `1` male, `2` female.
    pub(crate) sex: &'static str,
    /// The day of birth.
    pub(crate) born: Day,
    /// Ethnic group.
    pub(crate) ethnic: &'static str,
    /// Periods of care, in order.
    pub(crate) periods: Vec<Period>,
    /// Short breaks, in order.
    pub(crate) short_breaks: Vec<Episode>,
    /// The adoption, if the child is adopted.
    pub(crate) adoption: Option<Adoption>,
    /// The seed for what is reported of the child in single years.
    pub(crate) seed: u64,
}

impl Life {
    /// Whether the child is in a period of care on the night of `day`.
    pub(crate) fn looked_after_on(&self, day: Day) -> bool {
        self.periods.iter().any(|period| period.start <= day && period.end > day)
    }

    /// Whether the child is in one period of care for the twelve months that end on `day`.
    pub(crate) fn looked_after_for_a_year_on(&self, day: Day) -> bool {
        let a_year_before = day.plus_days(1).plus_months(-12);
        self.periods.iter().any(|period| period.start <= a_year_before && period.end > day)
    }

    /// Every episode in periods of care and short breaks.
    pub(crate) fn episodes(&self) -> impl Iterator<Item = &Episode> {
        self.periods.iter().flat_map(|period| &period.episodes).chain(&self.short_breaks)
    }

    /// The date of birth as reported: the first of the month, as in anonymised returns.
    pub(crate) fn reported_birth(&self) -> Day {
        self.born.first_of_month()
    }

    /// Whether the return for `year` must report on the child as a care leaver.
    pub(crate) fn is_care_leaver_of(&self, year: i32) -> bool {
        turns_nineteen_in(self.reported_birth(), year) && self.looked_after_on(cohort_day(year))
    }
}

/// The 1 April on which the young people who turn 19 in the year of this return were aged 16.
fn cohort_day(year: i32) -> Day {
    Day::first_of_april(year - 3)
}

fn turns_nineteen_in(reported_birth: Day, year: i32) -> bool {
    reported_birth.birthday(19).return_year() == year
}

/// Children who start to be looked after in a year, per thousand looked after on a day: with the lengths of stays, this
/// keeps the number looked after steady.
const ENTRANTS: i64 = 312;
/// Entrants who come for short breaks only, per thousand.
const SHORT_BREAKS: u32 = 45;
/// How long before the first return lives begin: long enough for every child in it to have a full history.
const MONTHS_BEFORE_FIRST_RETURN: i32 = 19 * 12;

/// The lives that an authority must report in returns for `years`, in order of id.
pub(crate) fn lives(character: &Character, years: &[i32], chance: &mut Chance) -> Vec<Life> {
    let (Some(&first), Some(&last)) = (years.iter().min(), years.iter().max()) else {
        return Vec::new();
    };
    let beginning = Day::first_of_april(first - 1).plus_months(-MONTHS_BEFORE_FIRST_RETURN);
    let days = i64::from(Day::thirty_first_of_march(last).days_since(beginning));
    let entrants = i64::from(character.looked_after) * ENTRANTS * days / 365_250;
    let mut next_child = 10_000_000 + chance.below(40_000_000);
    let mut lives = Vec::new();
    for entrant in 0..entrants {
        // Spread evenly, so that even the smallest authority has about as many children as it should.
        let entry = beginning.plus_days((entrant * days / entrants) as i32 + chance.between((-45, 0)));
        if let Some(mut life) = life(character, years, entry, chance) {
            next_child += 1 + chance.below(9);
            life.child = next_child;
            lives.push(life);
        }
    }
    lives
}

/// The life of a child who comes into care on this day, if a return for one of `years` must report it.
fn life(character: &Character, years: &[i32], entry: Day, chance: &mut Chance) -> Option<Life> {
    if chance.happens(SHORT_BREAKS) {
        return life_with_short_breaks(character, years, entry, chance);
    }
    let born = entry.plus_days(-chance.pick(&AGES_AT_ENTRY).drawn(chance));
    let stays = stay::stays(character, born, entry, chance);
    if !must_be_reported(&stays, born, years) {
        return None;
    }
    let mut life = new_life(born, chance);
    let home = Sector::drawn(character.district, chance);
    life.periods = stays.iter().map(|stay| period::period(character, born, home, stay, chance)).collect();
    life.adoption = stays.into_iter().find_map(|stay| stay.adoption);
    Some(life)
}

fn life_with_short_breaks(character: &Character, years: &[i32], entry: Day, chance: &mut Chance) -> Option<Life> {
    let born = entry.plus_days(-chance.between((5 * 365, 15 * 365)));
    let mut life = new_life(born, chance);
    life.short_breaks = short_break::short_breaks(character, born, entry, chance);
    let reported = life.short_breaks.iter().any(|episode| years.iter().any(|&year| episode.is_in_return_of(year)));
    reported.then_some(life)
}

fn must_be_reported(stays: &[Stay], born: Day, years: &[i32]) -> bool {
    let reported_birth = born.first_of_month();
    years.iter().any(|&year| {
        let leaver = turns_nineteen_in(reported_birth, year);
        stays.iter().any(|stay| {
            let overlaps = stay.start <= Day::thirty_first_of_march(year) && stay.end >= Day::first_of_april(year - 1);
            overlaps || (leaver && stay.start <= cohort_day(year) && stay.end > cohort_day(year))
        })
    })
}

fn new_life(born: Day, chance: &mut Chance) -> Life {
    Life {
        child: 0,
        sex: chance.pick(&[(55, "1"), (45, "2")]),
        born,
        ethnic: chance.pick(&ETHNIC_GROUPS),
        periods: Vec::new(),
        short_breaks: Vec::new(),
        adoption: None,
        seed: chance.seed(),
    }
}

/// A range of ages, in days.
#[derive(Clone, Copy, Default)]
struct Ages(i32, i32);

impl Ages {
    fn drawn(self, chance: &mut Chance) -> i32 {
        chance.between((self.0, self.1))
    }
}

const AGES_AT_ENTRY: [(u32, Ages); 6] = [
    (130, Ages(0, 30)),
    (90, Ages(31, 364)),
    (190, Ages(365, 1825)),
    (185, Ages(1826, 3650)),
    (345, Ages(3651, 5840)),
    (100, Ages(5841, 6480)),
];

const ETHNIC_GROUPS: [(u32, &str); 16] = [
    (720, "WBRI"),
    (10, "WIRI"),
    (25, "WOTH"),
    (3, "WROM"),
    (32, "MWBC"),
    (8, "MWBA"),
    (12, "MWAS"),
    (22, "MOTH"),
    (8, "AIND"),
    (12, "APKN"),
    (6, "ABAN"),
    (25, "AOTH"),
    (28, "BCRB"),
    (38, "BAFR"),
    (14, "BOTH"),
    (25, "OOTH"),
];
