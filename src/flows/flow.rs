//! What is counted of each month, and the chart that it is drawn as.

use crate::benchmark::funnel::Limits;
use crate::statistics::Confidence;
use crate::statistics::control::{p_limits, u_limits};

/// Something that happens to children in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Flow {
    /// Reviews that fell due, and those of them held on time.
    Reviews,
    /// Nights of care, and the placements that began.
    Placements,
    /// Adoptions, and those of children placed in time.
    Adoptions,
    /// Care leavers who turned nineteen, and those suitably housed.
    Housed,
    /// Care leavers who turned nineteen, and those in education, employment or training.
    AtWork,
}

impl Flow {
    /// Every flow, in the order of the tables.
    pub(crate) const ALL: [Flow; 5] = [Flow::Adoptions, Flow::Placements, Flow::Reviews, Flow::Housed, Flow::AtWork];

    /// As in the tables.
    pub(crate) fn name(self) -> &'static str {
        self.facts().0
    }

    /// The number of the indicator that is about the same, whose definition decides here too.
    pub(crate) fn indicator(self) -> u16 {
        self.facts().1
    }

    /// What the value says, in words.
    pub(crate) fn in_words(self) -> &'static str {
        self.facts().2
    }

    /// The title of its chart.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Flow::Adoptions => "Adopted, and placed in time",
            Flow::Placements => "Placements begun for 1,000 nights",
            Flow::Reviews => "Reviews due, held on time",
            Flow::Housed => "Care leavers at 19, suitably housed",
            Flow::AtWork => "Care leavers at 19, in work or learning",
        }
    }

    /// What counts in which month, in words.
    pub(crate) fn says_how(self) -> &'static str {
        match self {
            Flow::Adoptions => {
                "children adopted, in the month in which care ended so, and of them those placed in time"
            }
            Flow::Placements => {
                "placements, in the month in which they began, for 1,000 nights of care in it; not those that began before \
                 the data show"
            }
            Flow::Reviews => {
                "reviews, in the month in which they fell due while the child was looked after, and of them those held by \
                 that day, however early"
            }
            Flow::Housed | Flow::AtWork => {
                "care leavers, in the month of the nineteenth birthday, by the OC3 row of the return of its year"
            }
        }
    }

    /// What the value is of: 100 children, or 1,000 nights.
    pub(crate) fn times(self) -> i128 {
        if self == Flow::Placements { 1000 } else { 100 }
    }

    /// The convention of its limits.
    pub(crate) fn chart(self) -> &'static str {
        if self == Flow::Placements { "u-chart, exact Poisson" } else { "p-chart, exact binomial" }
    }

    /// The limits for a month with this denominator, in the unit of the value, about the centre of all months, a count over
    /// all their denominators.
    pub(crate) fn limits(self, (count, over): (u64, u64), denominator: u64) -> Option<Limits> {
        let centre = count as f64 / over as f64;
        let at = |confidence: Confidence| {
            let limits = match self {
                Flow::Placements => u_limits(centre, denominator as f64, confidence),
                _ => p_limits(centre, denominator, confidence),
            };
            limits.map(|limits| limits.times(self.times() as f64))
        };
        Some(Limits { at_95: at(Confidence::Percent95)?, at_99_8: at(Confidence::Percent99_8)? })
    }

    fn facts(self) -> (&'static str, u16, &'static str) {
        match self {
            Flow::Adoptions => {
                ("adopted_in_time", 61, "of the children adopted, those placed within the months allowed")
            }
            Flow::Placements => ("placements_begun", 62, "placements begun for 1,000 nights of care"),
            Flow::Reviews => ("reviews_on_time", 66, "of the reviews that fell due, those held on time"),
            Flow::Housed => ("housed_at_19", 147, "of the care leavers who turned nineteen, those suitably housed"),
            Flow::AtWork => (
                "at_work_at_19",
                148,
                "of the care leavers who turned nineteen, those in education, employment or training",
            ),
        }
    }
}
