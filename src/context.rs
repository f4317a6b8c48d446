//! The care population, which stands behind the indicators: who is looked after, who came and who left.
//!
//! A measure is decided about one child at a time, by a rule in a file of its own kind; shares, sums and places are made here
//! for all of them.

mod health;
mod independence;
mod leaving;
mod population;
mod rule;
mod short_breaks;

use crate::breakdowns::grouping::{Groupings, Known};
use crate::care::{AuthorityHistories, CareHistories};
use crate::figures::{Behind, named_place};
use crate::level::Level;
use crate::quality::CleanReturns;
use crate::rounding;
use crate::rounding::Tenths;
use crate::seeds::authorities::{ENGLAND_CODE, ENGLAND_NAME};
use crate::seeds::context::{MeasureSeed, Of};
use crate::setting::Setting;
use rayon::prelude::*;
use rule::{Child, Rule};
use std::collections::BTreeMap;

/// The rule of every measure that is decided about a child.
const RULES: [(&str, Rule); 19] = [
    ("on_day", population::on_day),
    ("in_window", population::in_window),
    ("began", population::began),
    ("ceased", leaving::ceased),
    ("ceased_at_16", leaving::at_16),
    ("ceased_at_17", leaving::at_17),
    ("ceased_on_18th_birthday", leaving::on_18th_birthday),
    ("ceased_later", leaving::later),
    ("short_breaks_only", short_breaks::only),
    ("to_independence_at_16", independence::at_16),
    ("to_independence_at_17", independence::at_17),
    ("twelve_months", health::twelve_months),
    ("with_oc2", health::with_oc2),
    ("health_assessed", health::health_assessed),
    ("teeth_checked", health::teeth_checked),
    ("immunised", health::immunised),
    ("substance_misuse", health::substance_misuse),
    ("with_oc2_from_10", health::with_oc2_from_10),
    ("convicted", health::convicted),
];

/// The measure whose children are shown by group.
const BY_GROUP: &str = "on_day";

/// One number about the care population of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContextRow {
    /// The level of the place.
    pub level: Level,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The measure.
    pub measure: String,
    /// What people call it.
    pub title: String,
    /// The dimension and the group of those on the day; blank for the measure itself.
    pub group: Option<[String; 2]>,
    /// The children.
    pub numerator: u64,
    /// Of a share, the children of the whole; of a rate, the people under eighteen.
    pub denominator: Option<u64>,
    /// How it is counted.
    pub of: Of,
}

impl ContextRow {
    /// A share in percent, or a rate per 10,000; none where children are counted.
    pub(crate) fn value(&self) -> Option<Tenths> {
        self.denominator.and_then(|all| rounding::per(self.of.per(), self.numerator, all))
    }
}

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

/// The counts of a place: of each rule in order, then of the groups of those looked after on the day.
type Counts = Vec<u64>;

/// The care population of every authority with a current return, of every region that has one, and of England, in order of
/// level and code.
pub(crate) fn rows(histories: &CareHistories<'_>, setting: Setting<'_>, clean: &CleanReturns) -> Vec<ContextRow> {
    let groupings = Groupings::of(clean, setting);
    let is_there = |histories: &&AuthorityHistories<'_>| {
        let authority = setting.seeds.authorities.get(histories.clean.authority);
        authority.existed_on(setting.timeframe.as_at) && histories.clean.held.loaded(setting.timeframe.current_year())
    };
    let counted = histories.authorities.par_iter().filter(is_there);
    let local: Vec<_> = counted.map(|of| (of.clean.authority, counts(of, &groupings, setting, clean))).collect();
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
            let sums =
                sums.or_insert_with(|| Sums { authorities: 0, counts: vec![0; counts.len()], under_18: Some(0) });
            sums.authorities += 1;
            sums.counts.iter_mut().zip(&counts).for_each(|(sum, count)| *sum += count);
            sums.under_18 = sums.under_18.zip(under_18).map(|(sum, more)| sum + more);
        }
    }
    let of_place = |((level, code), sums): ((Level, String), Sums)| {
        let (level, name) = named(level, &code, sums.authorities, setting);
        of_one(&Area { level, code, name }, &sums, &groupings, &setting.seeds.context)
    };
    places.into_iter().flat_map(of_place).collect()
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

/// The children of an authority whom a measure counts, and of a share those of the whole, by index; none where no rule decides
/// it.
pub(crate) fn children(
    seed: &MeasureSeed,
    histories: &AuthorityHistories<'_>,
    setting: Setting<'_>,
) -> Option<(Vec<usize>, Option<Vec<usize>>)> {
    let counted = |name: &str| {
        let (_, rule) = RULES.iter().find(|(of, _)| *of == name)?;
        let seed = setting.seeds.context.iter().find(|seed| seed.name == name);
        let is_counted = |place: &usize| {
            let history = &histories.child(*place, setting.timeframe.known);
            let (rows, roles) = (histories.clean.episodes.of(*place), setting.seeds.codes.roles());
            rule(&Child { history, rows, timeframe: &setting.timeframe, roles, seed })
        };
        Some((0..histories.children()).filter(is_counted).collect())
    };
    let part = counted(if seed.counts.is_empty() { &seed.name } else { &seed.counts })?;
    Some((part, counted(&seed.among)))
}

/// The counts of one authority.
fn counts(
    histories: &AuthorityHistories<'_>,
    groupings: &Groupings,
    setting: Setting<'_>,
    clean: &CleanReturns,
) -> Counts {
    let mut counts = vec![0; RULES.len() + groupings.count()];
    let (timeframe, roles) = (setting.timeframe, setting.seeds.codes.roles());
    let entry = |(name, _)| setting.seeds.context.iter().find(|seed| seed.name == name);
    let entries = RULES.map(entry);
    let mut groups = Vec::new();
    for place in 0..histories.children() {
        let history = &histories.child(place, timeframe.known);
        let rows = histories.clean.episodes.of(place);
        for ((count, (_, rule)), seed) in counts.iter_mut().zip(RULES).zip(entries) {
            let child = Child { history, rows, timeframe: &timeframe, roles, seed };
            *count += u64::from(rule(&child));
        }
        if history.period_on(timeframe.as_at).is_some() {
            let known = Known { authority: histories.clean, place: place as u32, history };
            groupings.put(&known, Some(timeframe.as_at), clean, &mut groups);
            groups.iter().for_each(|group| counts[RULES.len() + group] += 1);
        }
    }
    counts
}

/// The rows of one place.
fn of_one(place: &Area, sums: &Sums, groupings: &Groupings, measures: &[MeasureSeed]) -> Vec<ContextRow> {
    let counts = &sums.counts;
    let count = |name: &str| RULES.iter().position(|(rule, _)| *rule == name).map(|rule| counts[rule]);
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
        let Some(numerator) = count(part) else { continue };
        let whole = match seed.of {
            Of::Children => None,
            Of::Share => count(&seed.among),
            Of::Per10000 => sums.under_18,
        };
        if seed.of == Of::Per10000 && whole.is_none() {
            continue;
        }
        rows.push(row(seed, None, numerator, whole));
        if seed.name != BY_GROUP {
            continue;
        }
        for (dimension, counts) in groupings.dimensions.iter().zip(groupings.split(&counts[RULES.len()..])) {
            for (group, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
                let group = [dimension.name.clone(), dimension.group(group).to_owned()];
                rows.push(row(seed, Some(group), *count, Some(numerator)));
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::seeds::Seeds;

    #[test]
    fn every_measure_that_is_decided_about_a_child_has_its_rule() {
        let seeds = Seeds::built_in().unwrap();
        let decided = seeds.context.iter().filter(|seed| seed.counts.is_empty()).map(|seed| seed.name.as_str());
        assert_eq!(decided.collect::<Vec<_>>(), RULES.map(|(name, _)| name));
    }
}
