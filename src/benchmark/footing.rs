//! What the value of a year stands on: a line over the years joins only those on the same footing.

use super::alike::are_of_others;
use super::standing::{Known, Standing};
use super::years::Year;

/// What the value of a year stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Footing {
    /// The returns.
    Returns,
    /// A publication.
    Published,
    /// The returns, yet it is like no other year: it needs earlier returns, is unreliable, or is of other authorities than
    /// the latest.
    Apart,
}

impl Footing {
    /// That of one of the years of a place and indicator.
    pub(crate) fn of(year: &Known, years: &[Year]) -> Footing {
        let latest = years.iter().find_map(|year| year.known.used.as_ref());
        year.used.as_ref().map_or(Footing::Returns, |year| Footing::beside(year, latest.unwrap_or(year)))
    }

    /// That of a year beside the latest.
    fn beside(year: &Standing, latest: &Standing) -> Footing {
        if year.source.is_published() {
            Footing::Published
        } else if year.cover_too_short || !year.is_relied_upon() || are_of_others(latest, year) {
            Footing::Apart
        } else {
            Footing::Returns
        }
    }

    /// Whether a line may join a year on this footing to one on another.
    pub(crate) fn joins(self, other: Footing) -> bool {
        self == other && self != Footing::Apart
    }

    /// Its name in a style; blank of the returns.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Footing::Returns => "",
            Footing::Published => "published",
            Footing::Apart => "apart",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::of_source;
    use super::super::standing::Source;
    use super::*;
    use crate::figures::Behind;
    use crate::verdict::Reliance;

    fn of(available: u32, listed: u32) -> Standing {
        of_source(Source::Returns(Some(Behind { available, listed })))
    }

    #[test]
    fn a_year_is_apart_where_it_looks_back_too_far_is_unreliable_or_is_of_other_authorities() {
        let own = of_source(Source::Returns(None));
        let footing = |year: &Standing| Footing::beside(year, &own);
        assert_eq!(footing(&own), Footing::Returns);
        assert_eq!(footing(&Standing { reliance: Reliance::WithCare, ..own.clone() }), Footing::Returns);
        assert_eq!(footing(&Standing { cover_too_short: true, ..own.clone() }), Footing::Apart);
        assert_eq!(footing(&Standing { reliance: Reliance::NotUsable, ..own.clone() }), Footing::Apart);
        assert_eq!(footing(&of_source(Source::Published("SFR21/2011".to_owned()))), Footing::Published);
        assert_eq!(Footing::beside(&of(5, 6), &of(6, 6)), Footing::Apart);
        assert_eq!(Footing::beside(&of(4, 6), &of(4, 6)), Footing::Returns);
        assert_eq!(Footing::beside(&of(150, 150), &of(152, 152)), Footing::Returns, "two lists of the same country");
    }

    #[test]
    fn only_years_on_the_same_footing_are_joined_and_none_that_is_apart() {
        let all = [Footing::Returns, Footing::Published, Footing::Apart];
        let joined = all.map(|one| all.map(|other| one.joins(other)));
        assert_eq!(joined, [[true, false, false], [false, true, false], [false; 3]]);
    }
}
