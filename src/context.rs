//! The care population, which stands behind the indicators: who is looked after, who came and who left.
//!
//! A measure is decided about one child at a time, by a rule in a file of its own kind; shares, sums and places are made here
//! for all of them.

mod change;
mod counts;
mod entering;
mod health;
mod identities;
mod independence;
mod leaving;
mod missing;
mod population;
mod reviews;
mod row;
mod rule;
mod rules;
mod short_breaks;

use crate::breakdowns::grouping::Groupings;
use crate::care::{AuthorityHistories, CareHistories};
use crate::figures::{Behind, named_place};
use crate::level::Level;
use crate::quality::CleanReturns;
use crate::seeds::authorities::{ENGLAND_CODE, ENGLAND_NAME};
use crate::seeds::breakdowns::Dimension;
use crate::seeds::context::{MeasureSeed, Of};
use crate::setting::Setting;
use counts::Counts;
use rayon::prelude::*;
pub use row::ContextRow;
use rule::Child;
use rules::{RULES, TIMES};
use std::collections::BTreeMap;

/// The measure whose children are shown by group.
const BY_GROUP: &str = "on_day";

/// What is summed of a place.
#[derive(Debug)]
struct Sums {
    /// How many authorities are counted.
    authorities: u32,
    /// Their counts.
    counts: Counts,
    /// The people under eighteen who live in them; none where the list lacks one of them.
    under_18: Option<u64>,
}

/// The care population of every authority with a current return, of every region that has one, and of England, in order of
/// level and code.
///
/// # Errors
/// The identities that do not hold, in words.
pub(crate) fn rows(
    histories: &CareHistories<'_>,
    setting: Setting<'_>,
    clean: &CleanReturns,
) -> Result<Vec<ContextRow>, Vec<String>> {
    let groupings = Groupings::of(clean, setting);
    let is_there = |histories: &&AuthorityHistories<'_>| {
        let authority = setting.seeds.authorities.get(histories.clean.authority);
        authority.existed_on(setting.timeframe.as_at) && histories.clean.held.loaded(setting.timeframe.current_year())
    };
    let counted = histories.authorities.par_iter().filter(is_there);
    let local = counted.map(|of| (of.clean.authority, Counts::of(of, &groupings, setting, clean)));
    let local: Vec<_> = local.collect();
    let mut places = BTreeMap::<(Level, String), Sums>::new();
    for (authority, counts) in local {
        let authority = setting.seeds.authorities.get(authority);
        let population = setting.seeds.population.as_ref();
        let under_18 = population.and_then(|list| list.under_18(&authority.code, setting.timeframe.as_at.year()));
        for (level, code) in [
            (Level::National, ENGLAND_CODE),
            (Level::Regional, authority.region_code.as_str()),
            (Level::LocalAuthority, authority.code.as_str()),
        ] {
            let sums = places.entry((level, code.to_owned()));
            let sums = sums.or_insert_with(|| Sums {
                authorities: 0,
                counts: Counts::none(&groupings, &setting.seeds.context),
                under_18: Some(0),
            });
            sums.authorities += 1;
            sums.counts.add(&counts);
            sums.under_18 = sums.under_18.zip(under_18).map(|(sum, more)| sum + more);
        }
    }
    let of_place = |((level, code), sums): ((Level, String), Sums)| {
        let (level, name) = named(level, &code, sums.authorities, setting);
        of_one(&Area { level, code, name }, &sums, &groupings, &setting.seeds.context)
    };
    let rows: Vec<ContextRow> = places.into_iter().flat_map(of_place).collect();
    let broken = identities::broken(&rows);
    if broken.is_empty() { Ok(rows) } else { Err(broken) }
}

/// A place, as it is named.
struct Area {
    level: Level,
    code: String,
    name: String,
}

/// The level and name of a place, of which so many authorities are counted.
fn named(level: Level, code: &str, available: u32, setting: Setting<'_>) -> (Level, String) {
    let (authorities, as_at) = (&setting.seeds.authorities, setting.timeframe.as_at);
    let of_several = |name: &str, listed| named_place(level, name, Behind { available, listed });
    match level {
        Level::National => of_several(ENGLAND_NAME, authorities.listed_on(as_at, None)),
        Level::Regional => {
            let name = authorities.regions().get(code).copied().unwrap_or_default();
            of_several(name, authorities.listed_on(as_at, Some(code)))
        }
        _ => {
            let found = authorities.find(code).map(|found| authorities.get(found).name.clone());
            (level, found.unwrap_or_default())
        }
    }
}

/// The children of an authority whom a measure counts.
#[derive(Debug, Default)]
pub(crate) struct Counted {
    /// Those who count, by index.
    pub children: Vec<usize>,
    /// How often, of a measure of which each time is counted.
    pub times: Option<u64>,
    /// Of a share, the children of the whole.
    pub whole: Option<Vec<usize>>,
}

/// The children of an authority whom a measure counts; none where no rule decides it.
pub(crate) fn children(
    seed: &MeasureSeed,
    histories: &AuthorityHistories<'_>,
    setting: Setting<'_>,
) -> Option<Counted> {
    let counts = |name: &str| {
        let rule = RULES.iter().find(|(of, _)| *of == name).map(|(_, rule)| rule);
        let times = TIMES.iter().find(|(of, _)| *of == name).map(|(_, times)| times);
        let seed = setting.seeds.context.iter().find(|seed| seed.name == name);
        let of_child = |place: usize| {
            let history = histories.child(place, setting.timeframe.known);
            let child = Child { seed, ..Child::of(histories, place, &history, &setting) };
            rule.map(|rule| u64::from(rule(&child))).or_else(|| times.map(|times| times(&child)))
        };
        let counts = (0..histories.children()).map(of_child);
        counts.collect::<Option<Vec<u64>>>().filter(|_| rule.is_some() || times.is_some())
    };
    let that_count = |counts: &Vec<u64>| {
        let counted = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        counted.map(|(place, _)| place).collect()
    };
    let part = counts(if seed.counts.is_empty() { &seed.name } else { &seed.counts })?;
    Some(Counted {
        children: that_count(&part),
        times: (seed.of == Of::Times).then(|| part.iter().sum()),
        whole: counts(&seed.among).as_ref().map(that_count),
    })
}

/// The rows of one place.
fn of_one(place: &Area, sums: &Sums, groupings: &Groupings, measures: &[MeasureSeed]) -> Vec<ContextRow> {
    let counts = &sums.counts;
    let row = |seed: &MeasureSeed, group: Option<[String; 2]>, numerator: u64, denominator: Option<u64>| ContextRow {
        level: place.level,
        code: place.code.clone(),
        name: place.name.clone(),
        measure: seed.name.clone(),
        title: seed.title.clone(),
        numerator,
        denominator,
        of: if group.is_some() { Of::Share } else { seed.of },
        group,
    };
    let mut rows = Vec::new();
    for seed in measures {
        let part = if seed.counts.is_empty() { &seed.name } else { &seed.counts };
        let Some(numerator) = counts.of_measure(part) else { continue };
        if !seed.needs.is_empty() && counts.of_measure(&seed.needs).is_none_or(|children| children == 0) {
            continue;
        }
        let whole = match seed.of {
            Of::Children | Of::Times => None,
            Of::Share => counts.of_measure(&seed.among),
            Of::Per10000 => sums.under_18,
        };
        if seed.of == Of::Per10000 && whole.is_none() {
            continue;
        }
        rows.push(row(seed, None, numerator, whole));
        let mut of_dimension = |dimension: &Dimension, counts: &[u64]| {
            for (group, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
                let group = [dimension.name.clone(), dimension.group(group).to_owned()];
                rows.push(row(seed, Some(group), *count, Some(numerator)));
            }
        };
        if seed.name == BY_GROUP {
            for (dimension, counts) in groupings.dimensions.iter().zip(groupings.split(&counts.groups)) {
                of_dimension(dimension, counts);
            }
        }
        if let Some(dimension) = &seed.by {
            of_dimension(dimension, &counts.participation);
        }
    }
    rows
}
