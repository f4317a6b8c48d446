//! Whether two years can be compared, and what remarks a year's value needs.

use super::standing::{Source, Standing};
use crate::contract::{BETWEEN_WARNINGS, COVER_TOO_SHORT};

/// The warning on a figure that covers only some of its authorities.
const PART_OF_AUTHORITIES: &str = "part_of_authorities";

/// The same as [`COVER_TOO_SHORT`], in words.
pub(crate) const LOOKS_BACK: &str = "looks back further than the returns";

/// Why two years that are alike are still not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCompared {
    /// One of them looks further back than the returns cover, so children are missing from it.
    LooksBack(i32),
    /// Other authorities are behind the earlier one.
    OtherAuthorities(i32),
    /// One of them is not usable.
    NotUsable(i32),
}

impl NotCompared {
    /// `2010 looks back further than the returns`.
    pub(crate) fn in_words(self) -> String {
        match self {
            NotCompared::LooksBack(year) => format!("{year} {LOOKS_BACK}"),
            NotCompared::OtherAuthorities(year) => format!("other authorities are behind {year}"),
            NotCompared::NotUsable(year) => format!("{year} is not to be relied upon"),
        }
    }
}

/// Whether two years are alike: a region or England that the returns cover in part is not compared with what is
/// published of the whole.
pub(crate) fn are_alike(one: &Standing, other: &Standing) -> bool {
    let both_from_returns = matches!((&one.source, &other.source), (Source::Returns(_), Source::Returns(_)));
    both_from_returns || (one.source.is_whole() && other.source.is_whole())
}

/// Why a year is not compared with an earlier one that is alike; none where it is. All authorities of a place are
/// the same however many they are: the list changes where authorities are divided or joined.
pub(crate) fn not_compared(now: &Standing, before: &Standing) -> Option<NotCompared> {
    let either = |is_so: fn(&Standing) -> bool| [before, now].into_iter().find(|one| is_so(one)).map(|one| one.year);
    let behind = |standing: &Standing| match standing.source {
        Source::Returns(behind) => behind,
        Source::Published(_) => None,
    };
    let are_others = behind(now) != behind(before) && !(now.source.is_whole() && before.source.is_whole());
    either(|one| one.cover_too_short)
        .map(NotCompared::LooksBack)
        .or_else(|| are_others.then_some(NotCompared::OtherAuthorities(before.year)))
        .or_else(|| either(|one| !one.is_relied_upon()).map(NotCompared::NotUsable))
}

impl Standing {
    /// The remark on the value of a year, in words: `looks back further than the returns, 4 of 6
    /// authorities`; blank where there is none.
    pub(crate) fn remark(&self) -> String {
        let cover = self.cover_too_short.then(|| LOOKS_BACK.to_owned());
        let part = match self.source {
            Source::Returns(Some(behind)) if !self.source.is_whole() => {
                Some(format!("{} of {} authorities", behind.available, behind.listed))
            }
            _ => None,
        };
        let unusable = (!self.is_relied_upon()).then(|| "not to be relied upon".to_owned());
        [cover, part, unusable].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The same for programs: `cover_too_short; part_of_authorities; use_with_care`.
    pub(crate) fn warnings(&self) -> String {
        let cover = self.cover_too_short.then_some(COVER_TOO_SHORT);
        let part = (!self.source.is_whole()).then_some(PART_OF_AUTHORITIES);
        let all = [cover, part, self.reliance.warning()];
        all.into_iter().flatten().collect::<Vec<_>>().join(BETWEEN_WARNINGS)
    }
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::of_source;
    use super::*;
    use crate::figures::Behind;
    use crate::verdict::Reliance;

    fn standing(year: i32, source: Source) -> Standing {
        Standing { year, ..of_source(source) }
    }

    fn of(year: i32, available: u32, listed: u32) -> Standing {
        standing(year, Source::Returns(Some(Behind { available, listed })))
    }

    fn own(year: i32) -> Standing {
        standing(year, Source::Returns(None))
    }

    fn why(now: &Standing, before: &Standing) -> Option<String> {
        not_compared(now, before).map(NotCompared::in_words)
    }

    #[test]
    fn a_year_that_looks_back_too_far_or_is_not_usable_is_not_compared() {
        let short = |year| Standing { cover_too_short: true, ..own(year) };
        let unusable = |year| Standing { reliance: Reliance::NotUsable, ..own(year) };
        let careful = Standing { reliance: Reliance::WithCare, ..own(2010) };
        assert_eq!(why(&own(2011), &own(2010)), None);
        assert_eq!(why(&own(2011), &careful), None);
        assert_eq!(why(&own(2011), &short(2010)).as_deref(), Some("2010 looks back further than the returns"));
        assert_eq!(why(&short(2011), &own(2010)).as_deref(), Some("2011 looks back further than the returns"));
        assert_eq!(why(&short(2011), &short(2010)).as_deref(), Some("2010 looks back further than the returns"));
        assert_eq!(why(&own(2011), &unusable(2010)).as_deref(), Some("2010 is not to be relied upon"));
    }

    #[test]
    fn years_of_other_authorities_are_not_compared_and_wholes_are() {
        let published = standing(2010, Source::Published(String::new()));
        for (now, before, expected) in [
            (of(2011, 6, 6), of(2010, 6, 6), true),
            (of(2011, 4, 6), of(2010, 4, 6), true),
            (of(2011, 6, 6), of(2010, 5, 6), false),
            (of(2011, 5, 6), of(2010, 6, 6), false),
            (of(2011, 5, 6), of(2010, 5, 7), false),
            // The list of 2009 was another, of the same country.
            (of(2011, 152, 152), of(2008, 150, 150), true),
            (of(2011, 152, 152), published, true),
        ] {
            assert!(are_alike(&now, &before));
            let other = format!("other authorities are behind {}", before.year);
            assert_eq!(why(&now, &before), (!expected).then_some(other), "{} and {}", now.source, before.source);
        }
    }

    #[test]
    fn what_should_be_known_beside_a_year() {
        let said = |standing: &Standing| (standing.remark(), standing.warnings());
        let both = |remark: &str, warnings: &str| (remark.to_owned(), warnings.to_owned());
        assert_eq!(said(&own(2010)), both("", ""));
        assert_eq!(said(&of(2010, 6, 6)), both("", ""));
        assert_eq!(said(&of(2010, 5, 6)), both("5 of 6 authorities", "part_of_authorities"));
        let short = Standing { cover_too_short: true, reliance: Reliance::WithCare, ..of(2010, 4, 6) };
        assert_eq!(
            said(&short),
            both(
                "looks back further than the returns, 4 of 6 authorities",
                "cover_too_short; part_of_authorities; use_with_care"
            )
        );
        let unusable = Standing { reliance: Reliance::NotUsable, ..own(2010) };
        assert_eq!(said(&unusable), both("not to be relied upon", "not_to_be_relied_upon"));
    }
}
