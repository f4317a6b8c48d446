//! The seeds of a run, checked against the indicators of the program.

use super::ALL;
use super::question::Indicator;
use crate::seeds::Seeds;
use crate::seeds::file::{Mistake, SeedError};
use crate::seeds::indicators::{IndicatorSeed, find};
use std::path::Path;

const FILE: &str = "indicators.toml";

/// The seeds, those in `folder` in place of those compiled in, with an entry for each indicator of the program and
/// no other.
///
/// # Errors
/// As [`Seeds::load`], and where the entries of indicators.toml are not those that the program has code for.
pub(crate) fn load(folder: Option<&Path>) -> Result<Seeds, SeedError> {
    Seeds::load(folder, fault)
}

/// The first entry that does not fit its code, or is without it, in words.
fn fault(seeds: &[IndicatorSeed]) -> Option<Mistake> {
    let without_entry = ALL.iter().find(|indicator| find(seeds, indicator.number()).is_none());
    if let Some(indicator) = without_entry {
        let number = indicator.number();
        let remedy = format!("add it, as in seeds/{FILE} of the program's source");
        return Some(Mistake::new(format!("has no entry for NI {number}"), remedy));
    }
    seeds.iter().find_map(|seed| match super::indicator(seed.number) {
        Some(indicator) => unlike(seed, indicator),
        None => Some(Mistake::new(
            format!("NI {} has no code in the program", seed.number),
            "remove its entry, or add a file to src/indicators and a line to ALL",
        )),
    })
}

/// Where an entry says something else than its code needs, in words.
fn unlike(seed: &IndicatorSeed, indicator: &dyn Indicator) -> Option<Mistake> {
    let number = seed.number;
    let needs: Vec<&str> = indicator.needs().iter().map(|table| table.name()).collect();
    if needs != seed.needs {
        return Some(Mistake::new(format!("NI {number} needs other tables"), format!("write needs = {needs:?}")));
    }
    let of_exams = indicator.subject().is_some();
    if of_exams != seed.of_exams {
        let problem = format!("NI {number} has of_exams = {}, which its code contradicts", seed.of_exams);
        return Some(Mistake::new(problem, format!("write of_exams = {of_exams}")));
    }
    let wanted = indicator.numbers();
    if seed.definition.is_empty() && !wanted.is_empty() {
        let remedy = format!("add one with {}", wanted.join(", "));
        return Some(Mistake::new(format!("NI {number} has no definition"), remedy));
    }
    seed.definition.iter().find_map(|definition| {
        let lacking = wanted.iter().find(|name| definition.number(name).is_none());
        let unknown = definition.names().find(|name| !wanted.contains(name));
        match (lacking, unknown) {
            (Some(name), _) => {
                Some(Mistake::new(format!("NI {number} has a definition without {name}"), "add it, a whole number"))
            }
            (_, Some(name)) => {
                Some(Mistake::new(format!("NI {number} has a definition with {name}, which is not used"), "remove it"))
            }
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::with_help;

    #[test]
    fn the_built_in_seeds_and_the_program_have_the_same_indicators() {
        let seeds = load(None).unwrap().indicators;
        assert!(ALL.iter().map(|indicator| indicator.number()).eq(seeds.iter().map(|seed| seed.number)));
    }

    /// What is wrong with the built-in seed after an edit.
    fn edited(edit: impl Fn(String) -> String) -> String {
        let folder = tempfile::tempdir().unwrap();
        let text = edit(include_str!("../../seeds/indicators.toml").to_owned());
        std::fs::write(folder.path().join(FILE), text).unwrap();
        load(Some(folder.path())).map_or_else(|error| with_help(&error), |_| "nothing".to_owned())
    }

    #[test]
    fn an_entry_without_code_or_unlike_its_code_is_named_with_the_remedy() {
        type Edit = fn(String) -> String;
        let cases: [(Edit, &str); 7] = [
            (|text| text, "nothing"),
            (|text| text.replace("number = 66", "number = 67"), "has no entry for NI 66: add it"),
            (
                |text| {
                    let (_, entry) = text.split_once("[[indicator]]\nnumber = 66").unwrap();
                    let (entry, _) = entry.split_once("[[indicator]]").unwrap();
                    format!("{text}\n[[indicator]]\nnumber = 67{entry}")
                },
                "NI 67 has no code in the program: remove its entry, or add a file",
            ),
            (
                |text| text.replace("\"ad1\"", "\"oc2\""),
                "NI 61 needs other tables: write needs = [\"episodes\", \"ad1\"]",
            ),
            (
                |text| text.replacen("of_exams = true", "", 1),
                "NI 99 has of_exams = false, which its code contradicts: write of_exams = true",
            ),
            (|text| text.replace("age_under = 16", ""), "NI 63 has a definition without age_under: add it"),
            (|text| text.replace("placements = 3", "placements = 3\nmoves = 2"), "NI 62 has a definition with moves"),
        ];
        for (edit, said) in cases {
            let found = edited(edit);
            assert!(found.contains(said), "{found}");
        }
    }
}
