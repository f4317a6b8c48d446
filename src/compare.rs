//! What changed between two runs, and why: two reports in, their differences out.
//!
//! The reports are read back as they were written; the rows of the returns are read again only where the files have not
//! changed since.

pub(crate) mod causes;
pub(crate) mod children;
pub(crate) mod cleaning;
pub(crate) mod figures;
pub(crate) mod inputs;
pub(crate) mod rows;
pub(crate) mod setting;
pub(crate) mod side;
pub(crate) mod tables;
pub(crate) mod words;

use crate::read_back::report::UnsoundReport;
use crate::seeds::Seeds;
use children::{ChildChange, Movement};
use cleaning::CleaningChange;
use figures::{FigureChange, Figures};
use rows::RowChanges;
use setting::SettingChanges;
use side::{Both, Side};
use std::collections::BTreeSet;

/// Everything that differs between two runs.
#[derive(Debug)]
pub(crate) struct Comparison {
    /// What was set differently, including the inputs.
    pub(crate) setting: SettingChanges,
    /// The figures that differ.
    pub(crate) figures: Figures,
    /// The children on whom some indicator decided differently.
    pub(crate) children: Vec<ChildChange>,
    /// What cleaning reported in one run only.
    pub(crate) cleaning: Vec<CleaningChange>,
    /// The rows of those children that only one run read.
    pub(crate) rows: RowChanges,
}

impl Comparison {
    /// How many children behind an authority's figure made each movement, in the order of [`Movement::ALL`].
    pub(crate) fn movements(&self, figure: &FigureChange) -> [usize; Movement::ALL.len()] {
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

/// Compares the settings, figures and children of two runs, without what cleaning reported and the rows of the returns.
///
/// # Errors
/// Where a row of a report cannot be read.
pub(crate) fn without_rows(sides: &Both<Side>, seeds: &Seeds) -> Result<Comparison, UnsoundReport> {
    let reports = Both { before: &sides.before.report, after: &sides.after.report };
    Ok(Comparison {
        setting: SettingChanges::of(sides, seeds),
        figures: figures::changes(&reports)?,
        children: children::changes(&reports)?,
        cleaning: Vec::new(),
        rows: RowChanges::default(),
    })
}

/// Compares two runs; `seeds` say which indicators there are, and which of them each policy affects.
///
/// # Errors
/// Where a row of a report cannot be read.
pub(crate) fn compare(sides: &Both<Side>, seeds: &Seeds) -> Result<Comparison, UnsoundReport> {
    let known = without_rows(sides, seeds)?;
    let reports = Both { before: &sides.before.report, after: &sides.after.report };
    let children = known.children.iter();
    let wanted: BTreeSet<_> = children.map(|change| (change.la_code.as_str(), change.child.as_str())).collect();
    let rows = rows::changes(sides, &known.setting.inputs, &wanted);
    Ok(Comparison { cleaning: cleaning::changes(&reports)?, rows, ..known })
}
