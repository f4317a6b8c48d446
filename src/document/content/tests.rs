use super::*;
use crate::benchmark::significance::Significance;
use crate::charts::strip::Strip;
use crate::charts::svg::Drawing;
use crate::pack::by_hand::{beside, change, pack, target, with_numbers};
use crate::pack::{Beside, Change, OfIndicator, Target};
use crate::printed::Numbers;
use crate::rounding::Tenths;
use crate::timeframe::{Basis, Timeframe, read_as_at};
use serde_json::{Value, json};

fn about(audience: Audience) -> About {
    let timeframe = Timeframe::new(read_as_at("2011-03-31").unwrap(), Basis::Rolling).unwrap();
    let when = "twelve months to 31 March 2011".to_owned();
    About { audience, timeframe, when, branding: Default::default(), notes: Vec::new() }
}

/// All five numbers are the same.
fn indicator(number: u16, numbers: Printed) -> OfIndicator {
    with_numbers(number, Numbers::all(numbers))
}

fn chart(name: &str) -> DrawnChart {
    DrawnChart {
        name: name.to_owned(),
        title: format!("the title of {name}"),
        heading: [format!("the finding of {name}"), "the measure".to_owned()],
        top: 78,
        alternative_text: "What it shows.".to_owned(),
        table: None,
        drawing: Drawing::default(),
        parts: Vec::new(),
        svg: name.to_owned(),
    }
}

fn content(pack: &Pack, charts: &[DrawnChart]) -> Value {
    serde_json::to_value(Content::of(&about(Audience::Public), pack, charts)).unwrap()
}

#[test]
fn what_is_hidden_is_in_it_by_symbol_alone() {
    let mut of = indicator(62, Printed::Confidential);
    of.years = vec![(2010, Printed::NotAvailable), (2011, Printed::Confidential)];
    let content = content(&pack(vec![of]), &[]);
    assert_eq!(content["rows"][0]["value"], "[c]");
    let hidden = &content["indicators"][0];
    assert_eq!(hidden["figure"], json!([["Value", "[c]"], ["95% limits", "[c]"], ["Which way", "lower is better"]]));
    assert_eq!(hidden["years"], json!([["2010", "[x]"], ["2011", "[c]"]]));
    let symbols: Vec<&Value> = content["symbols"].as_array().unwrap().iter().map(|of| &of["symbol"]).collect();
    assert_eq!(symbols, ["[c]", "[x]"]);
}

#[test]
fn numbers_have_a_decimal_and_a_unit() {
    let mut percentage = indicator(62, Printed::Number(107));
    percentage.numbers.upper = Printed::NotApplicable;
    let score = indicator(58, Printed::Number(139));
    let content = content(&pack(vec![score, percentage]), &[]);
    let figure = |at: usize| content["indicators"][at]["figure"].clone();
    assert_eq!(figure(0), json!([["Value", "13.9"], ["95% limits", "13.9 to 13.9"], ["Which way", "lower is better"]]));
    assert_eq!(figure(1)[1][1], "10.7% to [z]");
}

#[test]
fn what_lies_beside_a_figure_is_told() {
    let mut of = indicator(62, Printed::Number(107));
    of.england = beside("England", 98, Significance::NotSignificant);
    let mean = beside("mean of 2 neighbours", 98, Significance::NotSignificant).unwrap();
    of.neighbours = Some(Beside { of_year: Some(2010), significance: None, ..mean });
    of.change = Some(Change { points: Tenths(-7), ..change(100, Significance::Worse).unwrap() });
    let rows = content(&pack(vec![of]), &[])["indicators"][0]["beside"].clone();
    assert_eq!(rows[0], json!(["England", "9.8%", "similar", ""]));
    assert_eq!(rows[1], json!(["mean of 2 neighbours, 2010", "9.8%", "", ""]));
    assert_eq!(rows[2], json!(["The year before, 2010", "10.0%", "worse", "down 0.7"]));
}

#[test]
fn targets_are_in_brief_in_the_table_of_all() {
    let target = |is_local, met| Target { is_local, met, ..target("10.5", true, 0, None) };
    let mut of = indicator(62, Printed::Number(107));
    of.targets = vec![target(false, Some(false)), target(true, Some(true)), target(false, None)];
    let targets = content(&pack(vec![of]), &[])["rows"][0]["targets"].clone();
    assert_eq!(targets, json!(["10.5% by 2011: not met", "local, 10.5% by 2011: met", "10.5% by 2011"]));
}

#[test]
fn an_indicator_has_its_years_drawn_and_its_strip_and_other_charts_are_left_to_the_page() {
    let charts = ["funnel-62", "slope", "trend-62", "caterpillar-62", "trend-99", "target-bars"];
    let mut of = indicator(62, Printed::Number(107));
    of.strip = Some(Strip {
        indicator: of.indicator.clone(),
        name: "Barnet".to_owned(),
        own: Some(Tenths(107)),
        england: Some(Tenths(98)),
        target: None,
        others: vec![Tenths(90), Tenths(120)],
        hidden: 1,
    });
    let content = content(&pack(vec![of, indicator(63, Printed::Confidential)]), &charts.map(chart));
    let [of_62, of_63] = [&content["indicators"][0], &content["indicators"][1]];
    let trend = json!({"alternative": "the title of trend-62. What it shows.", "svg": "trend-62", "top": 78});
    assert_eq!((&of_62["trend"], &of_63["trend"], &of_63["strip"]), (&trend, &Value::Null, &Value::Null));
    let strip = &of_62["strip"];
    assert!(strip["alternative"].as_str().unwrap().starts_with("Barnet 10.7%, England 9.8%, 2 other areas from"));
    assert_eq!(strip["key"], "Better is to the right; disc: Barnet, diamond: England, thin lines: other areas");
    assert_eq!(content["left"].as_array().unwrap().len(), 3, "of what anybody's page has");
}

#[test]
fn the_owners_document_says_that_it_is_restricted() {
    let of_nothing = pack(Vec::new());
    let restricted = |audience| serde_json::to_value(Content::of(&about(audience), &of_nothing, &[])).unwrap();
    assert_eq!(restricted(Audience::Owner)["restricted"], RESTRICTED);
    assert_eq!(restricted(Audience::Public)["restricted"], "");
    assert_eq!(restricted(Audience::Owner)["identifier"], "stocktake 301 2011-03-31 rolling owner");
    let under = "Local authority 301 in London, twelve months to 31 March 2011";
    assert_eq!(restricted(Audience::Public)["under"], under);
}
