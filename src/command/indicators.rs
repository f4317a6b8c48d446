//! `stocktake indicators`: the definitions, policies, targets and sources, in words.

use super::error::CliError;
use super::numbers;
use super::outcome::{Exit, print};
use crate::indicators::seeded;
use crate::indicators::words::number_in_words;
use crate::lines::{hanging, indented};
use crate::seeds::Seeds;
use crate::seeds::indicators::{IndicatorSeed, find, listed, read_number};
use crate::seeds::policies::PolicySeed;
use crate::seeds::targets::Target;
use std::path::PathBuf;

/// Print the definitions, policies, targets and sources of the ten indicators
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake indicators
  stocktake indicators 62")]
pub(crate) struct Arguments {
    /// The indicator's number [default: all ten, in brief]
    #[arg(value_name = "NI", value_parser = numbers::indicator)]
    number: Option<u16>,
    /// A folder of seeds in place of those built in
    #[arg(long, value_name = "DIR")]
    seeds: Option<PathBuf>,
}

/// Prints one indicator in full or all in brief.
///
/// # Errors
/// Where no indicator has the number, or the seeds cannot be read.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, CliError> {
    let seeds = seeded::load(arguments.seeds.as_deref()).map_err(CliError::new)?;
    let text = match arguments.number {
        None => in_brief(&seeds),
        Some(number) => {
            let seed = find(&seeds.indicators, number);
            in_full(seed.ok_or_else(|| unknown(number, &seeds.indicators))?, &seeds)
        }
    };
    print(&text)?;
    Ok(Exit::Done)
}

/// The definition of the indicator that a word names, and which commands are about it; none where it names none.
///
/// # Errors
/// Where the seeds built in cannot be read.
pub(super) fn of_topic(topic: &str) -> Result<Option<String>, CliError> {
    let Some(number) = read_number(topic) else { return Ok(None) };
    let seeds = Seeds::built_in().map_err(CliError::new)?;
    let definition = find(&seeds.indicators, number).map(|seed| in_full(seed, &seeds));
    let further = format!(
        "Its figures: `stocktake show REPORT --indicator {number}`, of a report of `stocktake run`. Its children: `stocktake \
         explain RETURNS --authority AUTHORITY --indicator {number}`."
    );
    Ok(definition.map(|text| format!("{text}\n{}", indented(&further, 0))))
}

/// That no indicator has a number.
pub(crate) fn unknown(number: u16, indicators: &[IndicatorSeed]) -> CliError {
    let many = number_in_words(indicators.len() as i32);
    CliError::with_remedy(
        format!("NI {number} is not one of the {many} indicators"),
        format!("the {many} are {}", listed(indicators)),
    )
}

fn in_brief(seeds: &Seeds) -> String {
    let mut text = String::from("NI   Good  Unit     Target  Title\n");
    for seed in &seeds.indicators {
        let target = target(seed, seeds).map_or("none".to_owned(), |target| target.value.to_string());
        let (good, unit) = (seed.good.name(), seed.unit.name());
        push(&mut text, &format!("{:<4} {good:<5} {unit:<8} {target:<7} {}\n", seed.number, seed.title));
    }
    text.push_str("\nPolicies, each with its default (change one with --policy NAME=VALUE)\n");
    for policy in &seeds.policies {
        describe(&mut text, policy);
    }
    text.push_str("\n`stocktake indicators 62` prints one in full.\n");
    text
}

fn in_full(seed: &IndicatorSeed, seeds: &Seeds) -> String {
    let mut text = format!("NI {}  {}\n\n", seed.number, seed.title);
    let belongs = if seed.psa.is_empty() { "no public service agreement" } else { &seed.psa };
    field(&mut text, "Good is", &format!("{}, in {}", seed.good.name(), seed.unit.name()));
    field(&mut text, "Belongs to", belongs);
    let target = target(seed, seeds).map(|target| format!("{} by {} ({})", target.value, target.year, target.source));
    field(&mut text, "Target", &target.unwrap_or_else(|| "no national one; local ones with --targets".to_owned()));
    field(&mut text, "Definition", &seed.definition_version);
    field(&mut text, "Population", &seed.population);
    field(&mut text, "Test", &seed.test);
    field(&mut text, "Reasons", &seed.reasons.join(", "));
    field(&mut text, "Tables", &seed.needs.join(", "));
    text.push_str("\nPolicies\n");
    for policy in seeds.policies.iter().filter(|policy| policy.bears_on(seed.number)) {
        describe(&mut text, policy);
    }
    text.push_str("\nSources\n");
    for source in &seed.sources {
        push(&mut text, &indented(source, 2));
    }
    text
}

/// The national target, where there is one.
fn target<'seeds>(seed: &IndicatorSeed, seeds: &'seeds Seeds) -> Option<&'seeds Target> {
    seeds.targets.of_indicator(seed.number).next()
}

fn describe(text: &mut String, policy: &PolicySeed) {
    push(text, &format!("  {} = {}\n", policy.name, policy.default));
    push(text, &indented(&policy.meaning, 6));
}

fn field(text: &mut String, name: &str, value: &str) {
    push(text, &hanging(name, value, 12));
}

fn push(text: &mut String, more: &str) {
    text.push_str(more);
}
