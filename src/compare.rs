//! What changed between two runs, and why: two reports in, their differences out.
//!
//! The reports are read back as they were written; the rows of the returns are read again only where the
//! files are still what the runs read.

pub mod both;
pub mod causes;
pub mod children;
pub mod cleaning;
pub mod figures;
pub mod inputs;
pub mod report;
pub mod rows;
pub mod setting;
pub mod side;
pub mod tables;
pub mod words;

use crate::compare::both::Both;
use crate::seeds::Seeds;
use children::{ChildChange, Movement};
use cleaning::CleaningChange;
use figures::{FigureChange, Figures};
use report::UnsoundReport;
use rows::RowChanges;
use setting::Setting;
use side::Side;
use std::collections::BTreeSet;

/// All that differs between two runs.
#[derive(Debug)]
pub struct Comparison {
    /// What was set differently, inputs among it.
    pub setting: Setting,
    /// The figures that differ.
    pub figures: Figures,
    /// The children of whom some indicator thought otherwise.
    pub children: Vec<ChildChange>,
    /// What cleaning reported in one run only.
    pub cleaning: Vec<CleaningChange>,
    /// The rows of those children that only one run read.
    pub rows: RowChanges,
}

impl Comparison {
    /// How many children behind a figure of an authority made each movement, in the order of
    /// [`Movement::ALL`].
    pub fn movements(&self, figure: &FigureChange) -> [usize; Movement::ALL.len()] {
        let wanted = (figure.key.code.as_str(), figure.key.indicator);
        let of = |change: &ChildChange| (change.la_code.as_str(), change.indicator).cmp(&wanted);
        let start = self.children.partition_point(|change| of(change).is_lt());
        let behind = self.children[start..].iter().take_while(|change| of(change).is_eq());
        let mut counts = [0; Movement::ALL.len()];
        for change in behind {
            counts[change.movement() as usize] += 1;
        }
        counts
    }
}

/// Compares two runs; `seeds` say which indicators there are and which of them each policy bears on.
///
/// # Errors
/// Where a table of a report does not hold what it should.
pub fn compare(sides: &Both<Side>, seeds: &Seeds) -> Result<Comparison, UnsoundReport> {
    let Both { before, after } = sides;
    let reports = Both { before: &before.report, after: &after.report };
    let setting = Setting::of(sides, seeds);
    let children = children::changes(&reports)?;
    let wanted: BTreeSet<_> = children.iter().map(|change| (change.la_code.as_str(), change.child.as_str())).collect();
    let rows = rows::changes(sides, &setting.inputs, &wanted);
    Ok(Comparison {
        figures: figures::changes(&reports)?,
        cleaning: cleaning::changes(&reports)?,
        setting,
        children,
        rows,
    })
}
