//! Whether two years can be compared, and what remarks a year's value needs.

use super::judgement::{LOOKS_BACK, NotJudged, may_be_compared, may_be_said};
use super::standing::{Source, Standing};
use crate::contract::{BETWEEN_WARNINGS, COVER_TOO_SHORT};
use crate::timeframe::year_names::YearNames;

/// The warning on a figure that covers only some of its authorities.
const PART_OF_AUTHORITIES: &str = "part_of_authorities";

/// Why two years are not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCompared {
    /// The figure of a year may not be judged.
    NotJudged(NotJudged, i32),
    /// Other authorities are behind the earlier one.
    OtherAuthorities(i32),
    /// One is published and the other from the returns: two sources count and round in their own ways.
    OtherSource {
        /// The year that is published.
        published: i32,
        /// The year from the returns.
        returns: i32,
    },
    /// Another publication has the earlier one.
    OtherPublication(i32),
}

impl NotCompared {
    /// Whether it is because the files leave a year open.
    pub(crate) fn is_left_open(self) -> bool {
        matches!(self, NotCompared::NotJudged(NotJudged::LeftOpen, _))
    }

    /// As the tables have it: `2010 needs earlier returns we do not have`.
    pub(crate) fn in_words(self) -> String {
        self.with_names(YearNames::PLAIN)
    }

    /// The same, its years called by their names: `December 2009 needs earlier returns we do not have`.
    pub(crate) fn with_names(self, names: YearNames) -> String {
        let called = |year| names.in_words(year);
        match self {
            NotCompared::NotJudged(why, year) => format!("{} {why}", called(year)),
            NotCompared::OtherAuthorities(year) => format!("{} covers different authorities", called(year)),
            NotCompared::OtherSource { published, returns } => {
                format!("{} is as published and {} from the returns", called(published), called(returns))
            }
            NotCompared::OtherPublication(year) => format!("{} is from another publication", called(year)),
        }
    }
}

/// Whether two years are of different authorities. All authorities of a place are the same however many they are: the list
/// changes where authorities are divided or joined.
pub(super) fn are_of_others(now: &Standing, before: &Standing) -> bool {
    let behind = |standing: &Standing| match standing.source {
        Source::Returns(behind) => behind,
        Source::Published(_) => None,
    };
    behind(now) != behind(before) && !(now.source.is_whole() && before.source.is_whole())
}

/// Why a year is not compared with an earlier one; none where it is.
pub(crate) fn not_compared(now: &Standing, before: &Standing) -> Option<NotCompared> {
    let judged = |one: &Standing| may_be_said(one).err().map(|why| NotCompared::NotJudged(why, one.year));
    let of_sources = match (now.source.is_published(), before.source.is_published()) {
        (true, false) => Some(NotCompared::OtherSource { published: now.year, returns: before.year }),
        (false, true) => Some(NotCompared::OtherSource { published: before.year, returns: now.year }),
        (true, true) if now.source != before.source => Some(NotCompared::OtherPublication(before.year)),
        _ => None,
    };
    judged(before)
        .or_else(|| judged(now))
        .or_else(|| are_of_others(now, before).then_some(NotCompared::OtherAuthorities(before.year)))
        .or(of_sources)
        .or_else(|| may_be_compared(now, before).err().map(|why| NotCompared::NotJudged(why, now.year)))
}

impl Standing {
    /// The remark on the value of a year, in words: `needs earlier returns we do not have, 4 of 6
    /// authorities`; blank where there is none.
    pub(crate) fn remark(&self) -> String {
        let cover = self.cover_too_short.then(|| LOOKS_BACK.to_owned());
        let part = match self.source {
            Source::Returns(Some(behind)) if !self.source.is_whole() => {
                Some(format!("{} of {} authorities", behind.available, behind.listed))
            }
            _ => None,
        };
        let unusable = (!self.is_relied_upon()).then(|| "unreliable".to_owned());
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
        assert_eq!(why(&own(2011), &short(2010)).as_deref(), Some("2010 needs earlier returns we do not have"));
        assert_eq!(why(&short(2011), &own(2010)).as_deref(), Some("2011 needs earlier returns we do not have"));
        assert_eq!(why(&short(2011), &short(2010)).as_deref(), Some("2010 needs earlier returns we do not have"));
        assert_eq!(why(&own(2011), &unusable(2010)).as_deref(), Some("2010 is unreliable"));
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
            (published.clone(), published, true),
        ] {
            let other = format!("{} covers different authorities", before.year);
            assert_eq!(why(&now, &before), (!expected).then_some(other), "{} and {}", now.source, before.source);
        }
    }

    #[test]
    fn what_is_published_and_what_is_returned_are_not_compared() {
        let published = |year| standing(year, Source::Published("SFR21/2011".to_owned()));
        let joined = Some("2010 is as published and 2011 from the returns");
        assert_eq!(why(&own(2011), &published(2010)).as_deref(), joined);
        assert_eq!(why(&of(2011, 152, 152), &published(2010)).as_deref(), joined);
        assert_eq!(
            why(&published(2011), &own(2010)).as_deref(),
            Some("2011 is as published and 2010 from the returns")
        );
        assert_eq!(why(&published(2011), &published(2010)), None);
        let other = standing(2010, Source::Published("SFR30/2011".to_owned()));
        assert_eq!(why(&published(2011), &other).as_deref(), Some("2010 is from another publication"));
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
                "needs earlier returns we do not have, 4 of 6 authorities",
                "cover_too_short; part_of_authorities; use_with_care"
            )
        );
        let unusable = Standing { reliance: Reliance::NotUsable, ..own(2010) };
        assert_eq!(said(&unusable), both("unreliable", "not_to_be_relied_upon"));
    }
}
