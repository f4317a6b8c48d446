//! What was set differently in two runs: program, day, policies, lists, arguments, inputs.

use super::inputs::{self, InputChange, Inputs};
use super::side::{Both, Side};
use crate::read_back::given::BUILT_IN;
use crate::read_back::report::Record;
use crate::report::record::NONE;
use crate::seeds::Seeds;
use crate::seeds::policies::PolicySeed;
use serde_json::Value;

/// The settings that differ.
#[derive(Debug)]
pub(crate) struct SettingChanges {
    /// How many indicators there are.
    pub(crate) indicators: usize,
    /// Everything except the inputs.
    pub(crate) differences: Vec<Difference>,
    /// Inputs.
    pub(crate) inputs: Vec<InputChange>,
    /// Whether files that both runs have were read in a different order.
    pub(crate) reordered: bool,
    /// Lists from the user's files with the same name in both runs, whose contents no record keeps.
    pub(crate) unsealed: Vec<String>,
}

/// Something that was set differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    /// What it is.
    pub(crate) kind: Kind,
    /// The name of a policy, a setting or an argument; blank where there is only one of the kind.
    pub(crate) name: String,
    /// What it was in each run.
    pub(crate) values: Both<String>,
    /// Which figures it can change.
    pub(crate) moves: Moves,
}

/// What kind of thing was set differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named as in the record")]
pub(crate) enum Kind {
    Version,
    AsAt,
    Basis,
    Policy,
    Seeds,
    Authorities,
    Targets,
    Published,
    Neighbours,
    Setting,
    Disclosure,
    Argument,
}

impl Kind {
    /// The name in tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Version => "version",
            Kind::AsAt => "as_at",
            Kind::Basis => "basis",
            Kind::Policy => "policy",
            Kind::Seeds => "seeds",
            Kind::Authorities => "authorities",
            Kind::Targets => "targets",
            Kind::Published => "published",
            Kind::Neighbours => "neighbours",
            Kind::Setting => "setting",
            Kind::Disclosure => "disclosure",
            Kind::Argument => "argument",
        }
    }
}

/// Which figures a difference can change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Moves {
    /// Any.
    All,
    /// Those of these indicators.
    Indicators(Vec<u16>),
    /// None.
    Nothing,
}

impl Moves {
    /// Whether it can change an indicator's figures.
    pub(crate) fn covers(&self, indicator: u16) -> bool {
        match self {
            Moves::All => true,
            Moves::Indicators(list) => list.contains(&indicator),
            Moves::Nothing => false,
        }
    }
}

impl SettingChanges {
    /// What differs between the settings of two runs; `seeds` say which indicators each policy affects.
    pub(crate) fn of(sides: &Both<Side>, seeds: &Seeds) -> SettingChanges {
        let records = Both { before: &sides.before.report.record, after: &sides.after.report.record };
        let mut differences = of_program_and_day(&records);
        differences.extend(of_policies(&records, &seeds.policies));
        differences.extend(of_lists(&records));
        differences.extend(of_settings(&records));
        differences.extend(of_arguments(sides));
        let Inputs { changes, reordered } = inputs::compare(sides);
        SettingChanges {
            indicators: seeds.indicators.len(),
            differences,
            inputs: changes,
            reordered,
            unsealed: unsealed(&records),
        }
    }

    /// The inputs that can have changed figures.
    pub(crate) fn inputs_that_move(&self) -> impl Iterator<Item = &InputChange> {
        self.inputs.iter().filter(|input| input.moves_figures())
    }
}

fn difference(kind: Kind, name: &str, before: &str, after: &str, moves: Moves) -> Option<Difference> {
    let values = || Both { before: before.to_owned(), after: after.to_owned() };
    (before != after).then(|| Difference { kind, name: name.to_owned(), values: values(), moves })
}

fn of_program_and_day(records: &Both<&Record>) -> Vec<Difference> {
    let Both { before, after } = records;
    // At 31 March both bases have the same window.
    let same_window = before.as_at == after.as_at && before.window_start == after.window_start;
    let basis = if same_window { Moves::Nothing } else { Moves::All };
    let found = [
        difference(Kind::Version, "", &before.version, &after.version, Moves::All),
        difference(Kind::AsAt, "", &before.as_at, &after.as_at, Moves::All),
        difference(Kind::Basis, "", &before.basis, &after.basis, basis),
    ];
    found.into_iter().flatten().collect()
}

fn of_policies(records: &Both<&Record>, seeds: &[PolicySeed]) -> Vec<Difference> {
    let Both { before, after } = records;
    let mut names: Vec<&String> = before.policies.keys().chain(after.policies.keys()).collect();
    names.sort();
    names.dedup();
    let value = |record: &Record, name: &String| match record.policies.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
        None => "no such policy".to_owned(),
    };
    let of_name = |name: &String| {
        let moves = match seeds.iter().find(|seed| seed.name == *name) {
            Some(seed) if !seed.indicators.is_empty() => Moves::Indicators(seed.indicators.clone()),
            _ => Moves::All,
        };
        difference(Kind::Policy, name, &value(before, name), &value(after, name), moves)
    };
    names.into_iter().filter_map(of_name).collect()
}

fn of_lists(records: &Both<&Record>) -> Vec<Difference> {
    let Both { before, after } = records;
    let (one, other) = (&before.lists, &after.lists);
    // A list among the inputs is the same if its bytes are.
    let seal = |record: &Record, list: &str| {
        let input = record.inputs.iter().find(|input| input.path == list);
        input.map(|input| input.sha256.clone())
    };
    let (seal_before, seal_after) = (seal(before, &one.authorities), seal(after, &other.authorities));
    let same_bytes = seal_before.is_some() && seal_before == seal_after;
    let changed_in_place = one.authorities == other.authorities && seal_before != seal_after;
    let authorities = match (same_bytes, changed_in_place) {
        (true, _) => None,
        (_, true) => {
            let now = format!("{}, changed", other.authorities);
            difference(Kind::Authorities, "", &one.authorities, &now, Moves::All)
        }
        _ => difference(Kind::Authorities, "", &one.authorities, &other.authorities, Moves::All),
    };
    let found = [
        difference(Kind::Seeds, "", &one.seeds, &other.seeds, Moves::All),
        authorities,
        // These are shown beside figures and change none.
        difference(Kind::Targets, "", &one.targets, &other.targets, Moves::Nothing),
        difference(Kind::Published, "", &one.published, &other.published, Moves::Nothing),
        difference(Kind::Neighbours, "", &one.neighbours, &other.neighbours, Moves::Nothing),
        of_disclosure(records),
    ];
    found.into_iter().flatten().collect()
}

/// The settings that have no other field in the record, and whether they can change figures.
const SETTINGS: [(&str, bool); 11] = [
    ("resubmission", true),
    ("columns", true),
    ("codes", true),
    ("groups", false),
    ("interval", false),
    ("funnel", false),
    ("years", false),
    ("already_published", false),
    ("publish_breakdowns", false),
    ("publish_forecast", false),
    ("outputs", false),
];

/// What was set otherwise, as far as both records have it.
fn of_settings(records: &Both<&Record>) -> impl Iterator<Item = Difference> {
    let Both { before, after } = *records;
    SETTINGS.into_iter().filter_map(move |(key, moves)| {
        let (before, after) = (before.settings.get(key)?, after.settings.get(key)?);
        let moves = if moves { Moves::All } else { Moves::Nothing };
        let (one, other) = (without(before, after), without(after, before));
        difference(Kind::Setting, key, &in_words(&one), &in_words(&other), moves)
    })
}

/// A setting without what another has alike, where it is a table.
fn without(value: &Value, other: &Value) -> Value {
    let Value::Object(table) = value else { return value.clone() };
    let otherwise = table.iter().filter(|(name, value)| other.get(name) != Some(value));
    otherwise.map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// A setting in one line: `Our consortium: 302, 304`.
fn in_words(value: &Value) -> String {
    let joined = |parts: Vec<String>, by: &str| if parts.is_empty() { NONE.to_owned() } else { parts.join(by) };
    match value {
        Value::Array(list) => joined(list.iter().map(in_words).collect(), ", "),
        Value::Object(table) => {
            joined(table.iter().map(|(name, value)| format!("{name}: {}", in_words(value))).collect(), "; ")
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// How published figures are protected. It changes no figure here, because the exact figures are compared.
fn of_disclosure(records: &Both<&Record>) -> Option<Difference> {
    let (before, after) = (&records.before.disclosure, &records.after.disclosure);
    difference(Kind::Disclosure, "", &protection(before, after), &protection(after, before), Moves::Nothing)
}

/// A profile's name, with the settings that differ if the other has the same name.
fn protection(profile: &Value, other: &Value) -> String {
    let Some(settings) = profile.as_object() else { return profile.as_str().unwrap_or(NONE).to_owned() };
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let name = profile.get("name").map(text).unwrap_or_default();
    if profile.get("name") != other.get("name") {
        return name;
    }
    let otherwise = settings.iter().filter(|(setting, value)| other.get(setting) != Some(value));
    let words = otherwise.map(|(setting, value)| format!("{setting} = {}", text(value)));
    [name].into_iter().chain(words).collect::<Vec<_>>().join(", ")
}

/// The settings that say whose rows they are.
fn of_arguments(sides: &Both<Side>) -> Vec<Difference> {
    let (before, after) = (&sides.before.given, &sides.after.given);
    let text = |given: &Option<String>| given.clone().unwrap_or_else(|| "not given".to_owned());
    let found = [("--authority", &before.authority, &after.authority), ("--year", &before.year, &after.year)]
        .map(|(name, before, after)| difference(Kind::Argument, name, &text(before), &text(after), Moves::All));
    found.into_iter().flatten().collect()
}

fn unsealed(records: &Both<&Record>) -> Vec<String> {
    let Both { before, after } = records;
    let lists = |record: &Record| [&record.lists.seeds, &record.lists.authorities].map(String::clone);
    let pairs = lists(before).into_iter().zip(lists(after));
    let of_user = |list: &str| list != BUILT_IN && list != NONE;
    let same = pairs.filter(|(one, other)| one == other && of_user(one)).map(|(list, _)| list);
    same.filter(|list| !before.inputs.iter().any(|input| input.path == *list)).collect()
}
