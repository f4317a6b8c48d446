//! Cochran-Armitage, and the trends of Fingertips.

use super::{TOLERANCE, Vector, vectors};
use std::collections::BTreeSet;
use stocktake::statistics::difference::Fraction;
use stocktake::statistics::trend::{Trend, Way, YEARS, of_proportions, of_values};

/// The five rows of a case.
fn of_case<'a>(rows: &'a [Vector], case: &str) -> [&'a Vector; YEARS] {
    let of_case: Vec<&Vector> = rows.iter().filter(|row| row.text("case") == case).collect();
    of_case.try_into().unwrap()
}

fn proportions(years: [&Vector; YEARS], count: &str, of: &str) -> Option<Trend> {
    of_proportions(&years.map(|year| Fraction { count: year.number(count) as u64, of: year.number(of) as u64 }))
}

fn values(years: [&Vector; YEARS]) -> Option<Trend> {
    of_values(&years.map(|year| ["value", "lower95", "upper95"].map(|column| year.number(column))))
}

#[test]
fn chi_squared_is_that_of_r() {
    let rows = vectors("r_trend_input.csv");
    for vector in vectors("r_trend_expected.csv") {
        let trend = proportions(of_case(&rows, vector.text("case")), "x", "n").unwrap();
        vector.is("chi2", trend.chi_squared, TOLERANCE);
        vector.is("p", trend.p, TOLERANCE);
    }
}

#[test]
fn trends_are_those_of_fingertips() {
    let rows = vectors("fingertips_trend_input.csv");
    for vector in vectors("fingertips_trend_expected.csv") {
        let years = of_case(&rows, vector.text("case"));
        let trend = match vector.text("method") {
            "weighted_linear_trend_from_CIs" => values(years).unwrap(),
            // Fingertips has no answer if all children meet the condition in a year; here a half is added for the slope.
            _ if vector.text("case") == "proportion_set2_cannot" => continue,
            _ => proportions(years, "count", "denominator").unwrap(),
        };
        if let Some(chi_squared) = vector.known("chi_square") {
            assert!((trend.chi_squared - chi_squared).abs() < 0.005, "{}", trend.chi_squared);
        }
        assert_eq!(trend.way, (vector.text("marker") == "increasing").then_some(Way::Up));
    }
}

#[test]
fn trends_are_those_that_fingertips_publishes() {
    let rows = vectors("fingertips_next_trend_input.csv");
    for case in rows.iter().map(|row| row.text("case")).collect::<BTreeSet<_>>() {
        let years = of_case(&rows, case);
        let expected = if years[0].text("expected").starts_with("increasing") { Way::Up } else { Way::Down };
        assert_eq!(values(years).unwrap().way, Some(expected), "{case}");
        assert_eq!(proportions(years, "count", "denominator").unwrap().way, Some(expected), "{case}");
    }
}
