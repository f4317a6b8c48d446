//! `stocktake rules`: the rules of the checks, in words.

use super::error::CliError;
use super::outcome::Exit;
use crate::check::rule::Rule;
use crate::check::summary::in_order;
use crate::lines::hanging;
use crate::printing::print;
use crate::returns::table::Table;

/// Print the rules of the checks
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake rules
  stocktake rules 501")]
pub(crate) struct Arguments {
    /// The rule's number [default: all, in brief]
    #[arg(value_name = "RULE")]
    number: Option<String>,
}

/// Prints one rule in full or all in brief.
///
/// # Errors
/// Where no rule has the number.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, CliError> {
    let mut rules: Vec<&Rule> = crate::check::rules::all().collect();
    rules.sort_by_key(|rule| in_order(rule.number));
    match &arguments.number {
        None => rules.iter().for_each(|rule| print(&in_brief(rule))),
        Some(number) => print(&in_full(named(number, &rules)?)),
    }
    Ok(Exit::Done)
}

/// The rule of a number, in capitals or not.
///
/// # Errors
/// Where there is none.
pub(crate) fn named<'rules>(number: &str, rules: &[&'rules Rule]) -> Result<&'rules Rule, CliError> {
    let found = rules.iter().find(|rule| rule.number.eq_ignore_ascii_case(number.trim()));
    found
        .copied()
        .ok_or_else(|| CliError::with_remedy(format!("there is no rule {number}"), "`stocktake rules` lists them all"))
}

fn in_brief(rule: &Rule) -> String {
    hanging(&format!("{:<6} {}", rule.number, rule.severity.name()), rule.message, 14)
}

fn in_full(rule: &Rule) -> String {
    let numbers: Vec<String> = rule.indicators.iter().map(u16::to_string).collect();
    let returns = match (rule.returns.first, rule.returns.last) {
        (None, None) => "every year's".to_owned(),
        (Some(first), None) => format!("from that ending {first}"),
        (None, Some(last)) => format!("to that ending {last}"),
        (Some(first), Some(last)) => format!("from that ending {first} to that ending {last}"),
    };
    let mut text = format!("Rule {}  {}\n\n", rule.number, rule.message);
    let fields = [
        ("Severity", rule.severity.name().to_owned()),
        ("To fix it", rule.remedy.to_owned()),
        ("Touches", format!("NI {}", numbers.join(", "))),
        ("Tables", tables(rule.needs)),
        ("Columns", columns(rule.needs_columns)),
        ("Year before", tables(rule.needs_before)),
        ("Returns", returns),
    ];
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        text.push_str(&hanging(name, value, 13));
    }
    text
}

fn tables(tables: &[Table]) -> String {
    tables.iter().map(|table| table.name()).collect::<Vec<_>>().join(", ")
}

fn columns(columns: &[(Table, &str)]) -> String {
    columns.iter().map(|(table, column)| format!("{column} in {table}")).collect::<Vec<_>>().join(", ")
}
