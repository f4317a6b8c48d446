//! The authorities returns are made for: the sample's six, plainly fictional, and how authorities differ.

use super::chance::Chance;
use super::options::{Options, Place, Scale};

/// The fictional authorities: code, nine-character code, name, region, children looked after.
const FICTIONAL: [(&str, &str, &str, Region, i32); 6] = [
    ("991", "E99000001", "Ashwater", NORTHERN_REACHES, 12),
    ("992", "E99000002", "Brindlecombe", NORTHERN_REACHES, 95),
    ("993", "E99000003", "Thornmere", NORTHERN_REACHES, 180),
    (WITHOUT_FIRST_RETURN, "E99000004", "Fenwold & Sands", SOUTHERN_SHIRES, 140),
    ("995", "E99000005", "Marlbeck", SOUTHERN_SHIRES, 260),
    ("996", "E99000006", "Hollowdale", SOUTHERN_SHIRES, 380),
];

/// The fictional authority whose returns start a year late, so that they do not go back far enough.
const WITHOUT_FIRST_RETURN: &str = "994";

type Region = (&'static str, &'static str);
const NORTHERN_REACHES: Region = ("E12000091", "Northern Reaches");
const SOUTHERN_SHIRES: Region = ("E12000092", "Southern Shires");

/// The authorities to make returns for, in order of code.
pub(crate) fn authorities(options: &Options) -> Vec<Place> {
    let mut places = match options.scale {
        Scale::Sample => fictional(options),
        Scale::National => options.authorities.clone(),
    };
    places.sort_by(|a, b| a.code.cmp(&b.code));
    places
}

fn fictional(options: &Options) -> Vec<Place> {
    let second_year = options.years.iter().min().map(|first| first + 1);
    let several_years = options.years.len() > 1;
    FICTIONAL
        .iter()
        .map(|&(code, _, name, _, _)| Place {
            first_return: second_year.filter(|_| several_years && code == WITHOUT_FIRST_RETURN),
            ..Place::new(code, name)
        })
        .collect()
}

/// The fictional authorities, as the text of `authorities.csv`.
pub(crate) fn list_of_fictional() -> String {
    let headings = "old_la_code,new_la_code,la_name,region_code,region_name,la_type,valid_from,valid_to\n";
    let lines = FICTIONAL.iter().map(|(code, new_code, name, (region_code, region), _)| {
        format!("{code},{new_code},{name},{region_code},{region},Fictional authority,,\n")
    });
    std::iter::once(headings.to_string()).chain(lines).collect()
}

/// The seed for the usual sizes of authorities.
const SIZES: u64 = 6;

/// What makes one authority different from another. Rates are per thousand.
pub(crate) struct Character {
    /// Children looked after on an ordinary day.
    pub(crate) looked_after: i32,
    /// Children who cannot settle in a placement.
    pub(crate) unsettled: u32,
    /// Placements that break down early.
    pub(crate) breakdown: u32,
    /// Reviews held late.
    pub(crate) late_review: u32,
    /// Adopted children who are placed more than twelve months after the decision.
    pub(crate) late_adoption: u32,
    /// Children who have a strengths and difficulties score, of those who should.
    pub(crate) scored: u32,
    /// Added to every strengths and difficulties score.
    pub(crate) score_shift: i32,
    /// Added to the chance of reaching the expected level in an exam.
    pub(crate) attainment_shift: i32,
    /// Care leavers in touch.
    pub(crate) in_touch: u32,
    /// Care leavers in touch who are in education, employment or training.
    pub(crate) occupied: u32,
    /// Care leavers in touch who are in suitable accommodation.
    pub(crate) housed: u32,
    /// The number of its postcode district.
    pub(crate) district: u32,
}

impl Character {
    /// Draws the character of an authority with `times` the usual number of children.
    pub(crate) fn of(place: &Place, times: u32, chance: &mut Chance) -> Character {
        let size = usual_size(place, chance);
        Character {
            looked_after: size.saturating_mul(times.max(1).min(i32::MAX as u32) as i32),
            unsettled: chance.near_the_middle_of((40, 200)) as u32,
            breakdown: chance.near_the_middle_of((20, 300)) as u32,
            late_review: chance.near_the_middle_of((5, 95)) as u32,
            late_adoption: chance.near_the_middle_of((90, 430)) as u32,
            scored: chance.near_the_middle_of((520, 960)) as u32,
            score_shift: chance.near_the_middle_of((-3, 3)),
            attainment_shift: chance.near_the_middle_of((-90, 90)),
            in_touch: chance.near_the_middle_of((880, 1000)) as u32,
            occupied: chance.near_the_middle_of((505, 780)) as u32,
            housed: chance.near_the_middle_of((905, 1000)) as u32,
            district: 1 + chance.below(98),
        }
    }
}

/// Children looked after on an ordinary day: as listed for the fictional authorities, and for others almost the same
/// whatever the seed, so that every national set is about the same size.
fn usual_size(place: &Place, chance: &mut Chance) -> i32 {
    let percent = 100 + chance.between((-3, 3)) + chance.between((-3, 3));
    let listed = FICTIONAL.iter().find(|fictional| fictional.0 == place.code).map(|fictional| fictional.4);
    listed.unwrap_or_else(|| {
        let mut sizes = Chance::named(SIZES, &place.code);
        let band = sizes.pick(&[(4, (25, 90)), (25, (120, 250)), (43, (250, 430)), (21, (430, 800)), (7, (900, 1900))]);
        sizes.between(band) * percent / 100
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fictional_authority_has_a_line() {
        let list = list_of_fictional();
        assert_eq!(list.lines().count(), 7);
        assert!(list.lines().all(|line| line.split(',').count() == 8));
    }
}
