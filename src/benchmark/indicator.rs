//! One indicator across all places: the ranks, and the funnel around England.

use super::Comparable;
use super::comparators::{Comparator, GroupFigures, This};
use super::funnel::Funnel;
use super::groups::{Group, GroupKind, Listed};
use super::judgement::{NotJudged, may_be_said, may_be_told};
use super::place::{Place, Ranked, places, would_lie};
use super::standing::{Counts, Source, Standing};
use super::standings::Standings;
use super::uncertainty::Uncertainty;
use crate::seeds::authorities::ENGLAND_CODE;
use crate::seeds::configuration::Configuration;
use crate::seeds::indicators::IndicatorSeed;
use crate::unit::Unit;
use std::collections::BTreeMap;

/// A rank among others, and where the others' figures come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// The place.
    pub place: Place,
    /// How many of the figures are from returns.
    pub from_returns: usize,
    /// How many are published ones.
    pub from_published: usize,
    /// How many have no known counts, so that they cannot be told apart from any other.
    pub without_counts: usize,
    /// How many there are on the day's list, with a figure or without.
    pub listed: usize,
    /// How many have a hidden figure, whose rank nobody can say.
    pub hidden: usize,
}

/// One indicator across all places.
#[derive(Debug)]
pub(crate) struct AcrossPlaces<'run> {
    /// The usable standings of authorities, by code.
    pub authorities: BTreeMap<&'run str, Standing>,
    /// The rank of each authority among authorities and each region among regions, by code, or why none is told.
    pub placed: BTreeMap<&'run str, Result<Placed, NotJudged>>,
    /// The funnel about England's figure; none where there is no such figure.
    pub funnel: Option<Funnel>,
    /// Where that figure comes from.
    pub england: Option<Source>,
    /// How England, regions and the user's groups stand, in the order in which tables have them.
    groups: Vec<(&'run Group, GroupFigures)>,
}

impl<'run> AcrossPlaces<'run> {
    /// Places every authority and region of the day's list.
    pub fn of(
        seed: &IndicatorSeed,
        standings: &Standings<'_, impl Comparable>,
        listed: &'run Listed,
        groups: &'run [Group],
        configuration: &Configuration,
    ) -> AcrossPlaces<'run> {
        let relied_upon = |code| standings.of(code, seed.number, 0).used.filter(Standing::is_relied_upon);
        let standing = |code: &'run String| Some((code.as_str(), relied_upon(code)?));
        let authorities: BTreeMap<&str, Standing> = listed.codes().filter_map(standing).collect();
        let regions: BTreeMap<&str, Standing> = listed.region_codes().filter_map(standing).collect();
        let is_hidden = |code: &String| standings.of(code, seed.number, 0).is_hidden();
        let judged = |all: &BTreeMap<&'run str, Standing>| -> BTreeMap<&'run str, Standing> {
            let judged = all.iter().filter(|(_, standing)| may_be_said(standing).is_ok());
            judged.map(|(code, standing)| (*code, standing.clone())).collect()
        };
        let [of_authorities, of_regions] = [judged(&authorities), judged(&regions)];
        let mut placed = place_all(&of_authorities, OnTheList::of(listed.codes(), is_hidden), seed, configuration);
        placed.extend(place_all(&of_regions, OnTheList::of(listed.region_codes(), is_hidden), seed, configuration));
        let england = standings.of(ENGLAND_CODE, seed.number, 0).used;
        let england = england.filter(|england| england.source.is_of_several());
        let funnel = england.as_ref().and_then(|england| {
            let all: Vec<Counts> = of_authorities.values().filter_map(|standing| standing.counts).collect();
            Funnel::about(england, seed.unit, configuration.funnel, &all)
        });
        let england = england.map(|england| england.source);
        let figures = |group| (group, GroupFigures::of(group, seed.number, standings, &authorities));
        let groups = groups.iter().map(figures).collect();
        AcrossPlaces { authorities, placed, funnel, england, groups }
    }

    /// A figure beside England and the region of this code.
    pub(crate) fn england_and_region(&self, this: Option<This<'_>>, region: Option<&str>) -> Vec<Comparator> {
        self.beside(this, |group| match group.kind {
            GroupKind::England => true,
            GroupKind::Region => region == Some(group.code.as_str()),
            GroupKind::Neighbours | GroupKind::Own => false,
        })
    }

    /// A figure beside the user's groups.
    pub(crate) fn own_groups(&self, this: Option<This<'_>>) -> Vec<Comparator> {
        self.beside(this, |group| group.kind == GroupKind::Own)
    }

    fn beside(&self, this: Option<This<'_>>, is_meant: impl Fn(&Group) -> bool) -> Vec<Comparator> {
        let meant = self.groups.iter().filter(|(group, _)| is_meant(group));
        meant.flat_map(|(_, figures)| figures.beside(this)).collect()
    }
}

/// How many there are on the day's list, and how many of them are hidden.
#[derive(Clone, Copy)]
struct OnTheList {
    listed: usize,
    hidden: usize,
}

impl OnTheList {
    fn of<'code>(codes: impl Iterator<Item = &'code String>, is_hidden: impl Fn(&String) -> bool) -> OnTheList {
        let hidden: Vec<bool> = codes.map(is_hidden).collect();
        OnTheList { listed: hidden.len(), hidden: hidden.iter().filter(|hidden| **hidden).count() }
    }
}

/// The rank of each of the standings, or why none is told: it is where both ends of what the files leave have the same band,
/// the others taken as they are.
fn place_all<'run>(
    standings: &BTreeMap<&'run str, Standing>,
    OnTheList { listed, hidden }: OnTheList,
    seed: &IndicatorSeed,
    configuration: &Configuration,
) -> BTreeMap<&'run str, Result<Placed, NotJudged>> {
    let ranked = |standing: &Standing| {
        let uncertainty = Uncertainty::of(standing, seed.unit, configuration.interval);
        let counts = standing.counts.filter(|_| seed.unit == Unit::Percent);
        Ranked {
            value: standing.value,
            interval: uncertainty.map(|uncertainty| uncertainty.at_95),
            counts: counts.map(|counts| counts.fraction()),
        }
    };
    let all: Vec<Ranked> = standings.values().map(ranked).collect();
    let from_returns = standings.values().filter(|standing| matches!(standing.source, Source::Returns(_))).count();
    let without_counts = all.iter().filter(|ranked| ranked.interval.is_none()).count();
    let from_published = standings.len() - from_returns;
    let placed = |place| Placed { place, from_returns, from_published, without_counts, listed, hidden };
    let told = |(at, ((code, standing), place)): (usize, ((&&'run str, &Standing), Place))| {
        let lies = |value| would_lie(at, value, &all, seed.good);
        (*code, may_be_told(standing, lies).map(|()| placed(place)))
    };
    standings.iter().zip(places(&all, seed.good)).enumerate().map(told).collect()
}
