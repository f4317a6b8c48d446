//! How many figures are shown or known, and why others are not.

use crate::benchmark::significance::Significance;
use crate::pack::words::known::Known;
use crate::pack::{OfIndicator, Target};
use crate::wording::counts::{agreeing, listed, spelled_out};

/// The indicators with a figure that is shown.
pub fn shown(all: &[OfIndicator]) -> impl Iterator<Item = &OfIndicator> {
    all.iter().filter(|of| Known::of(&of.numbers) == Known::Shown)
}

/// The numbers of the indicators that differ from England in this way.
pub(crate) fn beside_england(all: &[OfIndicator], significance: Significance) -> Vec<u16> {
    let is_told =
        |of: &&OfIndicator| of.england.as_ref().is_some_and(|england| england.significance == Some(significance));
    shown(all).filter(is_told).map(|of| of.indicator.number).collect()
}

/// For how many something is known, and for how many not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// Known.
    pub known: usize,
    /// Not known, because a figure is hidden.
    pub hidden: usize,
    /// Not known, because there is no figure.
    pub without: usize,
    /// Not known though there is a figure: it is unreliable, or the returns leave it open.
    pub unclear: usize,
}

impl Counted {
    /// Counts some of the indicators' targets: known are those that a figure can be compared with.
    pub fn targets(all: &[OfIndicator], is_meant: impl Fn(&Target) -> bool) -> Counted {
        let mut counted = Counted::default();
        for of in all {
            for target in of.targets.iter().filter(|target| is_meant(target)) {
                counted.add(of, target.met.is_some());
            }
        }
        counted
    }

    /// Counts one more of an indicator.
    pub(crate) fn add(&mut self, of: &OfIndicator, is_known: bool) {
        match Known::of(&of.numbers) {
            Known::Shown if is_known => self.known += 1,
            Known::Shown => self.unclear += 1,
            Known::Hidden => self.hidden += 1,
            Known::Nobody | Known::NotAvailable => self.without += 1,
        }
    }

    /// Whether all are known.
    pub(crate) fn is_of_all(self) -> bool {
        self.all() == self.known
    }

    /// How many there are, known or not.
    pub(crate) fn all(self) -> usize {
        self.known + self.hidden + self.without + self.unclear
    }

    /// Why the others are not known, as part of a sentence.
    pub(crate) fn why(self) -> &'static str {
        match (self.hidden, self.without, self.unclear) {
            (_, 0, 0) => "the figures are hidden to protect children",
            (0, _, 0) => "there are no figures",
            (0, 0, _) => "the figures are too uncertain",
            (_, _, 0) => "figures are hidden to protect children or are not available",
            _ => "figures are not available or are too uncertain",
        }
    }

    /// The same for a single one.
    pub(crate) fn why_one(self) -> &'static str {
        match (self.hidden, self.unclear) {
            (1.., _) => "the figure is hidden to protect children",
            (0, 1..) => "the figure is too uncertain",
            (0, 0) => "there is no figure",
        }
    }

    /// Which ones are known, to follow their name, where none is hidden; blank where all are.
    pub(crate) fn which(self) -> &'static str {
        match (self.known, self.without, self.unclear) {
            (_, 0, 0) => "",
            (_, _, 1..) => " that can be judged",
            (1, ..) => " that has a figure",
            _ => " that have a figure",
        }
    }

    /// How many are not known and why: `; two are not shown and one has no figure`; blank where all are known.
    pub(crate) fn others(self) -> String {
        let said = |count: usize, one: &str, several: &str| {
            (count > 0).then(|| format!("{} {}", spelled_out(count), agreeing(count, one, several)))
        };
        let others = [
            said(self.hidden, "is not shown", "are not shown"),
            said(self.without, "has no figure", "have no figure"),
            said(self.unclear, "cannot be judged", "cannot be judged"),
        ];
        let others: Vec<String> = others.into_iter().flatten().collect();
        if others.is_empty() { String::new() } else { format!("; {}", listed(&others)) }
    }
}
