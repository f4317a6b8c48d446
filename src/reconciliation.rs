//! From rows read down to denominator and numerator, with every subtraction named.
//!
//! The counts of all stages are compared here: an identity that does not hold is a fault of the program, and the run
//! fails.

pub mod children;
mod identities;
pub mod reconciled;
pub(crate) mod rows;

use crate::care::CareHistories;
use crate::day::Day;
use crate::figures::{Figure, Figures};
use crate::indicators::{Outcomes, needs};
use crate::level::Level;
use crate::quality::CleanReturns;
use crate::reconciliation::reconciled::{Reconciled, Reconciliation};
use crate::seeds::authorities::{Authorities, AuthorityIndex};
use crate::setting::Setting;
use children::ChildTally;
use rayon::prelude::*;
use rows::RowLedgers;
use std::collections::BTreeMap;

impl Reconciliation {
    /// Reconciles the figures of a day with the rows they come from.
    ///
    /// # Errors
    /// The identities that do not hold, in words.
    pub fn of(
        clean: &CleanReturns,
        histories: &CareHistories<'_>,
        outcomes: &Outcomes,
        figures: &Figures,
        setting: Setting<'_>,
    ) -> Result<Reconciliation, Vec<String>> {
        let (rows, (children, silent)) = rayon::join(
            || RowLedgers::of(clean, histories, outcomes),
            || (tallies(histories, outcomes), silent_days(histories)),
        );
        let behind = Behind {
            rows,
            children,
            silent,
            window: days(setting.timeframe.window_start.plus_days(-1), setting.timeframe.as_at),
            authorities: &setting.seeds.authorities,
        };
        let list: Vec<Reconciled> = figures.list.par_iter().map(|figure| behind.figure(figure)).collect();
        let reconciliation = Reconciliation { rows: behind.rows.whole(), list };
        let broken = identities::broken(&reconciliation, &clean.input.files, &figures.list, &setting.seeds.indicators);
        if broken.is_empty() { Ok(reconciliation) } else { Err(broken) }
    }
}

/// The children of each authority and indicator for which there is a figure.
fn tallies(histories: &CareHistories<'_>, outcomes: &Outcomes) -> BTreeMap<(u16, AuthorityIndex), ChildTally> {
    let children = histories.authorities.iter().map(|authority| (authority.clean.authority, authority.children()));
    let children: BTreeMap<AuthorityIndex, usize> = children.collect();
    let tallies = outcomes.authorities.par_iter().flat_map_iter(|of_authority| {
        let authority = of_authority.authority;
        let children = children.get(&authority).copied().unwrap_or_default();
        let with_figure = of_authority.indicators.iter().flatten();
        with_figure.map(move |outcomes| ((outcomes.indicator, authority), ChildTally::of(children, outcomes)))
    });
    tallies.collect()
}

/// Days from the last start, end or review that an authority reports to the day of the figures, the
/// window's days at most.
fn silent_days(histories: &CareHistories<'_>) -> BTreeMap<AuthorityIndex, u64> {
    let timeframe = &histories.timeframe;
    let before = timeframe.window_start.plus_days(-1);
    let silent = histories.authorities.par_iter().map(|authority| {
        let children = (0..authority.children()).map(|child| authority.child(child, timeframe.known));
        let last = children.filter_map(|child| child.last_event()).max().unwrap_or(before).max(before);
        (authority.clean.authority, days(last, timeframe.as_at))
    });
    silent.collect()
}

fn days(from: Day, to: Day) -> u64 {
    u64::try_from(to.days_since(from)).unwrap_or_default()
}

/// The rows and children behind figures, authority by authority.
struct Behind<'run> {
    rows: RowLedgers,
    children: BTreeMap<(u16, AuthorityIndex), ChildTally>,
    silent: BTreeMap<AuthorityIndex, u64>,
    window: u64,
    authorities: &'run Authorities,
}

impl Behind<'_> {
    fn figure(&self, figure: &Figure) -> Reconciled {
        let available = |authority: AuthorityIndex| self.children.contains_key(&(figure.indicator, authority));
        let rows = needs(figure.indicator).iter().map(|&table| {
            let mut rows = self.rows.behind(table, |authority| self.is_of(authority, figure), available);
            if figure.level.whole() == Level::National {
                rows.add(&self.rows.unplaced(table));
            }
            (table, rows)
        });
        let (mut children, mut silent): (Option<ChildTally>, _) = (None, (0, 0));
        let of_indicator = (figure.indicator, AuthorityIndex::FIRST)..=(figure.indicator, AuthorityIndex::LAST);
        for ((_, authority), tally) in self.children.range(of_indicator) {
            if self.is_of(*authority, figure) {
                children.get_or_insert_default().add(tally);
                silent.0 += self.silent.get(authority).copied().unwrap_or_default();
                silent.1 += self.window;
            }
        }
        Reconciled { rows: rows.collect(), children, silent }
    }

    /// Whether an authority is the figure's place or lies in it.
    fn is_of(&self, authority: AuthorityIndex, figure: &Figure) -> bool {
        let authority = self.authorities.get(authority);
        match figure.level {
            Level::National | Level::PartOfNational => true,
            Level::Regional | Level::PartOfRegional => authority.region_code == figure.code,
            Level::LocalAuthority => authority.code == figure.code,
        }
    }
}
