//! Quantiles, bands and ranks.

use super::{TOLERANCE, Vector, vectors};
use stocktake::benchmark::significance::Significance;
use stocktake::statistics::Interval;
use stocktake::statistics::quantile::{Quartiles, quantile};
use stocktake::statistics::rank::ranks;
use stocktake::unit::Good;

fn good(vector: &Vector) -> Good {
    if vector.text("polarity").eq_ignore_ascii_case("low") { Good::Low } else { Good::High }
}

/// Compares ranks with those expected, blank if there is none.
fn compare(ranks: Vec<Option<usize>>, expected: &[Vector], column: &str) {
    for (rank, vector) in ranks.into_iter().zip(expected) {
        assert_eq!(rank.map(|rank| rank.to_string()).unwrap_or_default(), vector.text(column), "{vector:?}");
    }
}

#[test]
fn quantiles_are_those_of_r_type_7() {
    let mut values: Vec<f64> = vectors("r_ranks_ties.csv").iter().filter_map(|row| row.known("value")).collect();
    values.sort_by(f64::total_cmp);
    for vector in vectors("r_quantile_types.csv").iter().filter(|vector| vector.text("type") == "7") {
        vector.is("value", quantile(&values, vector.number("prob")).unwrap(), TOLERANCE);
    }
}

#[test]
fn quantiles_are_the_bounds_of_fingertips() {
    let values: Vec<f64> = (1..=50).map(f64::from).collect();
    for vector in vectors("fingertips_percentile_bounds.csv") {
        for (bound, expected) in vector.text("bounds").split(';').enumerate() {
            let result = quantile(&values, bound as f64 / vector.number("groups")).unwrap();
            assert!((result - expected.parse::<f64>().unwrap()).abs() < 1e-10);
        }
    }
}

#[test]
fn bands_are_those_of_lait() {
    for vector in vectors("lait_quartile_band.csv") {
        let band = Quartiles(["q25", "q50", "q75"].map(|edge| vector.number(edge)))
            .band(vector.number("value"), good(&vector));
        assert_eq!(format!("{band:?}"), vector.text("expected_band"), "{vector:?}");
    }
}

#[test]
fn ranks_are_those_of_r() {
    let rows = vectors("r_ranks_ties.csv");
    let values: Vec<Option<f64>> = rows.iter().map(|row| row.known("value")).collect();
    compare(ranks(&values, Good::Low), &rows, "rank_low_is_good_min");
    compare(ranks(&values, Good::High), &rows, "rank_high_is_good_min");
}

#[test]
fn ranks_are_those_of_lait() {
    for case in vectors("lait_rank.csv").chunk_by(|one, other| one.text("case") == other.text("case")) {
        let values: Vec<Option<f64>> = case.iter().map(|row| row.known("value")).collect();
        compare(ranks(&values, good(&case[0])), case, "expected_rank");
    }
}

#[test]
fn ranks_and_bands_are_those_published_for_every_authority() {
    let all = vectors("lait_published_cla_rank_band.csv");
    let edges = vectors("lait_published_cla_quartiles.csv");
    let key = |row: &Vector| (row.text("indicator").to_owned(), row.text("year").to_owned());
    let mut compared = 0;
    for rows in all.chunk_by(|one, other| key(one) == key(other)) {
        let values: Vec<Option<f64>> = rows.iter().map(|row| row.text("published_value").parse().ok()).collect();
        compare(ranks(&values, good(&rows[0])), rows, "rank_min_ties");
        let known: Vec<f64> = values.iter().copied().flatten().collect();
        let quartiles = Quartiles::of(&known).unwrap();
        let published = edges.iter().find(|row| key(row) == key(&rows[0])).unwrap();
        assert_eq!(quartiles.0, ["q25", "q50", "q75"].map(|edge| published.number(edge)));
        for (value, row) in values.iter().zip(rows) {
            let band = value.map(|value| format!("{:?}", quartiles.band(value, good(row)))).unwrap_or_default();
            assert_eq!(band, row.text("quartile_band"), "{row:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, all.len());
}

#[test]
fn a_figure_is_compared_with_a_value_as_in_fingertips() {
    for vector in vectors("fingertips_ci_vs_value_comparison.csv") {
        let good = if vector.text("polarity").starts_with("low") { Good::Low } else { Good::High };
        let bounds = vector.known("lower95").zip(vector.known("upper95"));
        let interval = bounds.map(|(lower, upper)| Interval { lower, upper });
        let expected = match Significance::beside(vector.number("benchmark"), interval, good) {
            Significance::Better => "better",
            Significance::Worse => "worse",
            Significance::NotSignificant => "same",
            Significance::NotTested => "not compared",
        };
        assert_eq!(expected, vector.text("expected"), "{vector:?}");
    }
}
