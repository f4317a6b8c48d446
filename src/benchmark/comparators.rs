//! What a figure is compared with: England, the region, statistical neighbours, groups of the user's.

use super::standing::{Standing, Standings};
use super::uncertainty::Uncertainty;
use super::years::Told;
use crate::seeds::Seeds;
use crate::seeds::authorities::{ENGLAND_CODE, ENGLAND_NAME};
use crate::seeds::indicators::Good;
use crate::statistics::quantile::quantile;
use std::collections::BTreeMap;

/// A set of authorities that figures are compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What kind it is.
    pub kind: GroupKind,
    /// Its name; that of neighbours names the year of their model.
    pub name: String,
    /// Its code; blank where it has none.
    pub code: String,
    /// The codes of the authorities in it.
    pub members: Vec<String>,
}

/// What kind of group it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its name says")]
pub enum GroupKind {
    England,
    Region,
    Neighbours,
    Own,
}

impl GroupKind {
    /// As the tables have it.
    pub fn name(self) -> &'static str {
        match self {
            GroupKind::England => "England",
            GroupKind::Region => "region",
            GroupKind::Neighbours => "neighbours",
            GroupKind::Own => "group",
        }
    }
}

/// A figure beside one comparator.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparator {
    /// What kind of group it is.
    pub kind: GroupKind,
    /// The group's name.
    pub name: String,
    /// The group's code; blank where it has none.
    pub code: String,
    /// The figure of England or the region as a whole; none of other groups.
    pub whole: Option<Standing>,
    /// Whether this is the figure that is used; another source's stands beside it.
    pub used: bool,
    /// How many authorities of the day's list are in the group.
    pub authorities: usize,
    /// How many of them have a figure of the year.
    pub with_figure: usize,
    /// Their mean, each authority counting once.
    pub mean: Option<f64>,
    /// Their median.
    pub median: Option<f64>,
    /// The figure less the comparator's (the whole's, else the mean), in points.
    pub points: Option<f64>,
    /// Whether the figure's 95% interval leaves out the comparator's value.
    pub told: Option<Told>,
}

impl Comparator {
    /// Whether it is England.
    pub fn is_england(&self) -> bool {
        self.kind == GroupKind::England
    }

    /// The one number of the comparator: that of England or the region as a whole, else the mean of the group's
    /// authorities.
    pub fn value(&self) -> Option<f64> {
        match self.kind {
            GroupKind::England | GroupKind::Region => self.whole.as_ref().map(|standing| standing.value),
            GroupKind::Neighbours | GroupKind::Own => self.mean,
        }
    }
}

/// The groups that an authority is compared with, in the order in which tables have them.
pub fn groups_of_authority(code: &str, seeds: &Seeds, listed: &Listed) -> Vec<Group> {
    let region = listed.region_of(code);
    let mut groups = vec![listed.england()];
    groups.extend(region.and_then(|region| listed.region(region)));
    if let Some(neighbours) = &seeds.neighbours {
        let present = |neighbour: &&String| listed.has(neighbour);
        groups.push(Group {
            kind: GroupKind::Neighbours,
            name: neighbours.name(),
            code: String::new(),
            members: neighbours.of(code).iter().filter(present).cloned().collect(),
        });
    }
    groups.extend(seeds.configuration.groups.iter().map(|group| Group {
        kind: GroupKind::Own,
        name: group.name.clone(),
        code: String::new(),
        members: group.codes.iter().filter(|code| listed.has(code)).cloned().collect(),
    }));
    groups
}

/// The authorities of the day, by region.
#[derive(Debug)]
pub struct Listed {
    regions: BTreeMap<String, (String, Vec<String>)>,
    region_of: BTreeMap<String, String>,
}

impl Listed {
    /// Those on the list on a day.
    pub fn on(day: crate::day::Day, seeds: &Seeds) -> Listed {
        let mut listed = Listed { regions: BTreeMap::new(), region_of: BTreeMap::new() };
        for (_, authority) in seeds.authorities.iter().filter(|(_, authority)| authority.existed_on(day)) {
            let region = listed.regions.entry(authority.region_code.clone()).or_default();
            region.0.clone_from(&authority.region_name);
            region.1.push(authority.code.clone());
            listed.region_of.insert(authority.code.clone(), authority.region_code.clone());
        }
        listed
    }

    /// Every authority's code, in order.
    pub fn codes(&self) -> impl Iterator<Item = &String> {
        self.region_of.keys()
    }

    /// Every region's code, in order.
    pub fn region_codes(&self) -> impl Iterator<Item = &String> {
        self.regions.keys()
    }

    fn has(&self, code: &str) -> bool {
        self.region_of.contains_key(code)
    }

    fn region_of(&self, code: &str) -> Option<&str> {
        self.region_of.get(code).map(String::as_str)
    }

    /// England.
    pub fn england(&self) -> Group {
        let members = self.codes().cloned().collect();
        Group { kind: GroupKind::England, name: ENGLAND_NAME.to_owned(), code: ENGLAND_CODE.to_owned(), members }
    }

    fn region(&self, code: &str) -> Option<Group> {
        let (name, members) = self.regions.get(code)?;
        Some(Group { kind: GroupKind::Region, name: name.clone(), code: code.to_owned(), members: members.clone() })
    }
}

/// A figure that is compared.
#[derive(Debug, Clone, Copy)]
pub struct This<'run> {
    /// The code of its place.
    pub code: &'run str,
    /// Its value.
    pub standing: &'run Standing,
    /// How sure it is.
    pub uncertainty: Option<&'run Uncertainty>,
    /// Which way is better.
    pub good: Good,
}

/// Sets a figure, if there is one, beside a group: once, or for England and regions once for each source that has a
/// figure of theirs. `members` are the standings of authorities by code.
pub fn compare(
    group: &Group,
    indicator: u16,
    this: Option<This<'_>>,
    standings: &Standings<'_>,
    members: &BTreeMap<&str, Standing>,
) -> Vec<Comparator> {
    let with_figure = || group.members.iter().filter(|code| members.contains_key(code.as_str()));
    let mut values: Vec<f64> =
        with_figure().filter_map(|code| members.get(code.as_str())).map(|standing| standing.value).collect();
    values.sort_by(f64::total_cmp);
    // Nothing is compared with itself alone.
    let this = this.filter(|this| !group.code.is_empty() || with_figure().any(|code| code != this.code));
    let comparator = |whole: Option<Standing>, used: bool| {
        let mut comparator = Comparator {
            kind: group.kind,
            name: group.name.clone(),
            code: group.code.clone(),
            whole,
            used,
            authorities: group.members.len(),
            with_figure: values.len(),
            mean: (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64),
            median: quantile(&values, 0.5),
            points: None,
            told: None,
        };
        if let Some((this, value)) = this.zip(comparator.value()) {
            comparator.points = Some(this.standing.value - value);
            let interval = this.uncertainty.map(|uncertainty| uncertainty.at_95);
            comparator.told = Some(Told::beside(value, interval, this.good));
        }
        comparator
    };
    if group.code.is_empty() {
        return vec![comparator(None, true)];
    }
    let known = standings.latest(&group.code, indicator);
    // The returns of a single authority would compare it with itself.
    let several = [known.used, known.passed_over].into_iter().flatten().filter(|whole| whole.source.is_of_several());
    let mut sources = several.enumerate().map(|(at, whole)| comparator(Some(whole), at == 0));
    let first = sources.next().unwrap_or_else(|| comparator(None, true));
    std::iter::once(first).chain(sources).collect()
}
