//! Figures broken down: of each place and indicator the same sums by sex, age, placement and the other dimensions, each group
//! compared with all others of the place.
//!
//! A child is put into a group as it was on the day that the indicator asks about: the day of the figures, the cohort day of
//! exams, the adoption (NI 61) or the birthday (NI 147 and 148). Groups of a dimension add up to the figure.

pub mod compared;
pub(crate) mod grouping;
mod sums;

use crate::care::CareHistories;
use crate::figures::{Figure, Status};
use crate::indicators::Outcomes;
use crate::quality::CleanReturns;
use crate::seeds::breakdowns::Dimension;
use crate::seeds::indicators::find;
use crate::setting::Setting;
use compared::{Compared, compared};
use grouping::Groupings;
use sums::{Counts, Sums};

/// One group of a place and indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The place of the figure in the list of figures.
    pub figure: usize,
    /// The dimension's place among the dimensions.
    pub dimension: usize,
    /// The group's place among the dimension's.
    pub group: usize,
    /// The sums of the group's children.
    pub counts: Counts,
    /// Set beside all others of the place.
    pub compared: Compared,
}

/// The figures of one day, broken down.
#[derive(Debug)]
pub struct Breakdowns {
    /// The dimensions: those of the seeds, then the columns of the user's choice.
    pub dimensions: Vec<Dimension>,
    /// Every group that has a child in the denominator, by figure, dimension and group.
    pub groups: Vec<Group>,
}

impl Breakdowns {
    /// Breaks figures down.
    ///
    /// # Errors
    /// Where the groups of a dimension do not add up to a figure, a line each.
    pub(crate) fn of(
        figures: &[&Figure],
        histories: &CareHistories<'_>,
        outcomes: &Outcomes,
        setting: Setting<'_>,
        clean: &CleanReturns,
    ) -> Result<Breakdowns, Vec<String>> {
        let groupings = Groupings::of(clean, setting);
        let sums = Sums::of(&groupings, histories, outcomes, setting, clean);
        let (mut groups, mut wrong) = (Vec::new(), Vec::new());
        for (place, figure) in figures.iter().enumerate() {
            let of_figure = sums.of_figure(figure, setting).filter(|_| figure.status == Status::Ok);
            let Some((unit, counts)) =
                of_figure.and_then(|of| Some((find(&setting.seeds.indicators, figure.indicator)?.unit, of)))
            else {
                continue;
            };
            for (dimension, of_dimension) in groupings.split(counts).enumerate() {
                let all: Counts = of_dimension.iter().copied().sum();
                if (all.numerator, all.denominator) != (figure.numerator, figure.denominator) {
                    wrong.push(unlike(figure, &groupings.dimensions[dimension], all));
                }
                let compared = compared(of_dimension, all, unit);
                let rows =
                    of_dimension.iter().zip(compared).enumerate().filter(|(_, (counts, _))| counts.denominator > 0);
                groups.extend(rows.map(|(group, (counts, compared))| Group {
                    figure: place,
                    dimension,
                    group,
                    counts: *counts,
                    compared,
                }));
            }
        }
        if wrong.is_empty() { Ok(Breakdowns { dimensions: groupings.dimensions, groups }) } else { Err(wrong) }
    }
}

fn unlike(figure: &Figure, dimension: &Dimension, all: Counts) -> String {
    format!(
        "NI {} of {}: the groups of {} add up to {} of {}, the figure is {} of {}",
        figure.indicator,
        figure.name,
        dimension.name,
        all.numerator,
        all.denominator,
        figure.numerator,
        figure.denominator
    )
}
