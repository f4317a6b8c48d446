//! Funnel limits and overdispersion.

use super::{TOLERANCE, Vector, vectors};
use stocktake::statistics::Confidence::{Percent95, Percent99_8};
use stocktake::statistics::funnel::{Convention, Overdispersion};

#[test]
fn limits_are_those_of_each_convention() {
    for vector in vectors("r_funnel_limits_by_convention.csv") {
        for (convention, name) in
            [(Convention::Score, "score"), (Convention::Wilson, "wilson_about_p0"), (Convention::Arcsine, "arcsine")]
        {
            for (confidence, level) in [(Percent95, "95"), (Percent99_8, "998")] {
                let limits = convention.limits(vector.number("p0"), vector.number("n"), confidence).unwrap();
                vector.is(&format!("{name}_lower{level}"), limits.lower, TOLERANCE);
                vector.is(&format!("{name}_upper{level}"), limits.upper, TOLERANCE);
            }
        }
    }
}

/// The sum of the areas' numerators over the sum of their denominators.
fn overall(rows: &[Vector]) -> f64 {
    let sum = |column| rows.iter().map(|row| row.number(column)).sum::<f64>();
    sum("numerator") / sum("denominator")
}

#[test]
fn score_limits_are_the_curves_of_phe() {
    // The first curve is around the areas' own proportion, so it agrees to half of its sixth decimal. For the second,
    // only the printed baseline is known, which may itself be off by half of the eighth decimal.
    let areas = overall(&vectors("phe_funnel_prop_inputs_significance.csv"));
    let (first, second) = ("phe_funnel_prop_limits.csv", "phe_funnel_prop_limits_axis_from_10000.csv");
    for (file, within) in [(first, 0.500_1e-6), (second, 1e-8)] {
        for vector in vectors(file) {
            let target = if file == first { areas } else { vector.number("Baseline") / 100.0 };
            for (confidence, lower, upper) in [
                (Percent95, "Lower2s0025limit", "Upper2s0025limit"),
                (Percent99_8, "Lower3s0001limit", "Upper3s0001limit"),
            ] {
                let limits = Convention::Score.limits(target, vector.number("Population"), confidence).unwrap();
                for (column, limit) in [(lower, limits.lower), (upper, limits.upper)] {
                    let away = (100.0 * limit - vector.number(column)).abs();
                    assert!(away < within, "{column}: off by {away:e} in {vector:?}");
                }
            }
        }
    }
}

#[test]
fn authorities_outside_the_limits_are_those_of_phe() {
    for file in ["phe_funnel_prop_inputs_significance.csv", "r_phe_funnel_significance.csv"] {
        let rows = vectors(file);
        let target = overall(&rows);
        for vector in &rows {
            let (count, of) = (vector.number("numerator"), vector.number("denominator"));
            let is_out = |confidence| !Convention::Score.limits(target, of, confidence).unwrap().holds(count / of);
            let side = if count / of > target { "High" } else { "Low" };
            let result = match (is_out(Percent99_8), is_out(Percent95)) {
                (true, _) => format!("{side} (0.001)"),
                (false, true) => format!("{side} (0.025)"),
                (false, false) => "Not significant".to_owned(),
            };
            assert_eq!(result, vector.text("significance"), "{vector:?}");
        }
    }
}

#[test]
fn authorities_around_a_benchmark_are_those_of_fingertips() {
    for vector in vectors("fingertips_spc_proportion_comparison.csv") {
        let confidence = if vector.number("z") < 2.0 { Percent95 } else { Percent99_8 };
        let [benchmark, value] = ["benchmark_pct", "value_pct"].map(|column| vector.number(column) / 100.0);
        let limits = Convention::Wilson.limits(benchmark, vector.number("denominator"), confidence).unwrap();
        let is_better = (value < benchmark) == (vector.text("polarity") == "low is good");
        let result = match (limits.holds(value), is_better) {
            (true, _) => "same",
            (false, true) => "better",
            (false, false) => "worse",
        };
        assert_eq!(result, vector.text("expected"), "{vector:?}");
    }
}

#[test]
fn overdispersion_is_that_of_funnelplotr() {
    let rows = vectors("r_funnelplotr_pr_overdispersion.csv");
    let counts: Vec<(f64, f64)> = rows.iter().map(|row| (row.number("numerator"), row.number("denominator"))).collect();
    let parameters = vectors("r_funnelplotr_pr_overdispersion_parameters.csv");
    let parameter = |name: &str| parameters.iter().find(|row| row.text("parameter") == name).unwrap();
    if rows.is_empty() {
        return;
    }
    let target = overall(&rows);
    let over = Overdispersion::of_proportions(target, &counts).unwrap();
    let is = |name, result| Vector::is(parameter(name), "value", result, TOLERANCE);
    is("target", target);
    is("phi", over.phi);
    is("tau2", over.tau_squared);
    for vector in &rows {
        // FunnelPlotR uses normal quantiles to six decimals.
        for (confidence, z, lower, upper) in
            [(Percent95, 1.959_964, "od_lower95", "od_upper95"), (Percent99_8, 3.090_232, "od_lower998", "od_upper998")]
        {
            let as_if_of = over.as_if_of(vector.number("denominator"));
            let limits = Convention::Arcsine.limits(target, as_if_of, confidence).unwrap();
            for (column, limit) in [(lower, limits.lower), (upper, limits.upper)] {
                let middle = target.sqrt().asin();
                let angle = middle + (limit.sqrt().asin() - middle) * z / confidence.z();
                vector.is(column, angle.sin().powi(2), TOLERANCE);
            }
        }
    }
}
