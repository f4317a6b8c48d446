//! Whether a figure may be judged: only then is it said to be better or worse than another, to meet a target or miss it, to
//! have a rank and a band, a change and a trend.

use super::standing::Standing;
use std::fmt;

/// The warning `cover_too_short` in words.
pub(crate) const LOOKS_BACK: &str = "needs earlier returns we do not have";

/// Why a figure may not be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotJudged {
    /// It looks further back than the returns cover, so children are missing from it.
    LooksBack,
    /// It counts what has happened since 1 April and is not complete before 31 March.
    Accumulates,
    /// It is not usable.
    NotUsable,
    /// The smallest and the largest value that the files leave lie on different sides.
    LeftOpen,
}

/// In words, to follow the figure or its year: `needs earlier returns we do not have`.
impl fmt::Display for NotJudged {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            NotJudged::LooksBack => LOOKS_BACK,
            NotJudged::Accumulates => "counts from 1 April and is complete only on 31 March",
            NotJudged::NotUsable => "is unreliable",
            NotJudged::LeftOpen => "could be better or worse, because the returns are unclear",
        })
    }
}

/// Whether a figure may be judged, in the owner's report and in public alike. All that ranks, compares or tests asks this.
///
/// # Errors
/// Why it may not.
pub(crate) fn may_be_said(standing: &Standing) -> Result<(), NotJudged> {
    if standing.cover_too_short {
        return Err(NotJudged::LooksBack);
    }
    if standing.accumulates {
        return Err(NotJudged::Accumulates);
    }
    if !standing.is_relied_upon() {
        return Err(NotJudged::NotUsable);
    }
    Ok(())
}

/// Whether what is worked out from a figure's value may be said of it: a side of a target or of another value, a band, a
/// position in the funnel. It may where both ends of what the files leave give the same.
///
/// # Errors
/// Why it may not.
pub(crate) fn may_be_told<T: PartialEq>(standing: &Standing, of: impl Fn(f64) -> T) -> Result<(), NotJudged> {
    may_be_said(standing)?;
    let Some(ends) = standing.left_open.filter(|_| !standing.settled) else { return Ok(()) };
    let [low, high] = ends.map(of);
    if low == high { Ok(()) } else { Err(NotJudged::LeftOpen) }
}

/// Whether a figure may be set beside a value: whether both ends of what the files leave lie on the same side of it.
///
/// # Errors
/// Why it may not.
pub(crate) fn may_be_set_beside(standing: &Standing, value: f64) -> Result<(), NotJudged> {
    may_be_told(standing, |end| end.total_cmp(&value))
}

/// Whether a figure may be set beside another: whether, whichever values the files leave, the same one is the larger.
///
/// # Errors
/// Why it may not.
pub(crate) fn may_be_compared(one: &Standing, other: &Standing) -> Result<(), NotJudged> {
    may_be_said(one)?;
    if one.settled || one.left_open.is_none() && other.left_open.is_none() {
        return Ok(());
    }
    let ends = |standing: &Standing| standing.left_open.unwrap_or([standing.value; 2]);
    let [[low, high], [other_low, other_high]] = [ends(one), ends(other)];
    if low > other_high || high < other_low { Ok(()) } else { Err(NotJudged::LeftOpen) }
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::counted;
    use super::*;
    use crate::verdict::Reliance;

    #[test]
    fn a_figure_is_judged_unless_something_speaks_against_it() {
        let plain = counted(2011, 1, 2);
        assert_eq!(may_be_said(&plain), Ok(()));
        assert_eq!(may_be_said(&Standing { reliance: Reliance::WithCare, ..plain.clone() }), Ok(()));
        let unusable = Standing { reliance: Reliance::NotUsable, ..plain.clone() };
        assert_eq!(may_be_said(&unusable), Err(NotJudged::NotUsable));
        let accumulates = Standing { accumulates: true, ..unusable };
        assert_eq!(may_be_said(&accumulates), Err(NotJudged::Accumulates));
        assert_eq!(may_be_said(&Standing { cover_too_short: true, ..accumulates }), Err(NotJudged::LooksBack));
    }

    #[test]
    fn both_ends_of_what_the_files_leave_must_lie_on_the_same_side() {
        let plain = counted(2011, 1, 2);
        let open = |low, high| Standing { left_open: Some([low, high]), ..plain.clone() };
        assert_eq!(may_be_set_beside(&plain, 50.0), Ok(()));
        assert_eq!(may_be_set_beside(&open(48.0, 52.0), 47.9), Ok(()));
        for value in [48.0, 50.0, 52.0] {
            assert_eq!(may_be_set_beside(&open(48.0, 52.0), value), Err(NotJudged::LeftOpen), "{value}");
        }
        assert_eq!(may_be_set_beside(&open(48.0, 52.0), 52.1), Ok(()));
        assert_eq!(may_be_compared(&open(48.0, 52.0), &open(52.1, 60.0)), Ok(()));
        assert_eq!(may_be_compared(&open(48.0, 52.0), &open(52.0, 60.0)), Err(NotJudged::LeftOpen));
        assert_eq!(may_be_compared(&plain, &plain), Ok(()));
        assert_eq!(may_be_compared(&open(48.0, 52.0), &plain), Err(NotJudged::LeftOpen));
    }

    #[test]
    fn what_is_known_to_hold_of_a_figure_is_said_whatever_its_range_and_that_of_others() {
        let open = Standing { left_open: Some([48.0, 52.0]), ..counted(2011, 1, 2) };
        let settled = Standing { settled: true, ..open.clone() };
        assert_eq!(may_be_set_beside(&settled, 50.0), Ok(()));
        assert_eq!(may_be_compared(&settled, &open), Ok(()));
        assert_eq!(may_be_compared(&open, &settled), Err(NotJudged::LeftOpen));
        let unusable = Standing { reliance: Reliance::NotUsable, ..settled };
        assert_eq!(may_be_compared(&unusable, &open), Err(NotJudged::NotUsable));
    }
}
