//! The children that the work is about: who counts where, and what stands beside them.

use crate::care::CareHistories;
use crate::doubt::Doubts;
use crate::forecast::watch_list::WatchRow;
use crate::identity::shown_id;
use crate::indicators::{IndicatorOutcomes, Outcomes};
use crate::quality::{CleanAuthority, CleanReturns};
use crate::seeds::authorities::AuthorityIndex;
use crate::setting::Setting;
use crate::timeframe::Timeframe;
use std::collections::{BTreeMap, HashMap, HashSet};

/// All that is seen on the day.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'run> {
    /// The clean rows.
    pub clean: &'run CleanReturns,
    /// The care histories as known on the day.
    pub histories: &'run CareHistories<'run>,
    /// What the indicators decide on the day.
    pub outcomes: &'run Outcomes,
    /// What is doubtful about that.
    pub doubts: &'run Doubts,
    /// Those to whom something can still happen.
    pub watch_list: &'run [WatchRow],
    /// The day, the facts and the choices.
    pub setting: Setting<'run>,
    /// The two days of the look ahead.
    pub ahead: Timeframe,
}

/// The children of every authority.
pub(crate) struct People<'run> {
    seen: Seen<'run>,
    authorities: BTreeMap<AuthorityIndex, Authority<'run>>,
    /// Those to whom something can still happen, each with the indicator.
    watched: HashSet<(AuthorityIndex, u16, u32)>,
}

/// The children of one authority.
struct Authority<'run> {
    clean: &'run CleanAuthority,
    /// The index of each child, by the id as it is shown; none where two are shown alike.
    places: HashMap<String, Option<u32>>,
    /// By indicator, how many children it is about, and the outcomes.
    figures: BTreeMap<u16, (u64, &'run IndicatorOutcomes)>,
}

impl<'run> Authority<'run> {
    fn of(clean: &'run CleanAuthority, seen: &Seen<'run>) -> Authority<'run> {
        let ids = clean.children.iter().map(|child| shown_id(&child.id.text(&seen.clean.long)));
        let outcomes = seen.outcomes.authorities.iter().find(|outcomes| outcomes.authority == clean.authority);
        let outcomes = outcomes.into_iter().flat_map(|outcomes| outcomes.indicators.iter().flatten());
        let figure = |outcomes: &'run IndicatorOutcomes| {
            let counted = outcomes.decisions.iter().filter(|(_, decision)| decision.in_population()).count();
            (outcomes.indicator, (counted as u64, outcomes))
        };
        let mut places = HashMap::new();
        for (id, place) in ids.zip(0..) {
            places.entry(id).and_modify(|known| *known = None).or_insert(Some(place));
        }
        Authority { clean, places, figures: outcomes.map(figure).collect() }
    }
}

impl<'run> People<'run> {
    /// Those of all authorities that are seen.
    pub(crate) fn of(seen: &Seen<'run>) -> People<'run> {
        let authority = |clean: &'run CleanAuthority| (clean.authority, Authority::of(clean, seen));
        let watched = seen.watch_list.iter().map(|row| (row.authority, row.indicator, row.child));
        People {
            seen: *seen,
            authorities: seen.clean.authorities.iter().map(authority).collect(),
            watched: watched.collect(),
        }
    }

    /// The authority of a code.
    pub(super) fn authority(&self, code: &str) -> Option<AuthorityIndex> {
        let authorities = &self.seen.setting.seeds.authorities;
        self.authorities.keys().copied().find(|authority| authorities.get(*authority).code == code)
    }

    /// The index of the child of an id, as it is shown.
    pub(super) fn place(&self, authority: AuthorityIndex, child: &str) -> Option<u32> {
        self.authorities.get(&authority)?.places.get(child).copied().flatten()
    }

    /// The id of a child, as it may be shown.
    pub(super) fn id(&self, authority: AuthorityIndex, place: u32) -> String {
        let of_authority = self.authorities.get(&authority);
        let child = of_authority.and_then(|of| of.clean.children.get(place as usize));
        child.map(|child| shown_id(&child.id.text(&self.seen.clean.long))).unwrap_or_default()
    }

    /// The cells that stand beside a child.
    pub(super) fn own_cells(&self, authority: AuthorityIndex, place: Option<u32>) -> Vec<String> {
        let own = &self.seen.clean.own_cells;
        let of_child = || Some(own.of_child(self.authorities.get(&authority)?.clean, place?, self.seen.ahead.known));
        let cells = of_child().map(|cells| cells.into_iter().map(str::to_owned).collect());
        cells.unwrap_or_else(|| vec![String::new(); own.columns().len()])
    }

    /// Of these indicators, those for which the child is considered or watched: the fewest children that one is about.
    pub(super) fn fewest(&self, authority: AuthorityIndex, indicators: &[u16], place: Option<u32>) -> Option<u64> {
        let of_authority = self.authorities.get(&authority)?;
        let place = place?;
        let about = |number: &u16| {
            let (children, outcomes) = of_authority.figures.get(number)?;
            let is_considered = || outcomes.decisions.binary_search_by_key(&place, |(child, _)| *child).is_ok();
            (self.watched.contains(&(authority, *number, place)) || is_considered()).then_some(*children)
        };
        indicators.iter().filter_map(about).min()
    }
}
