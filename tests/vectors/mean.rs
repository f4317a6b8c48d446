//! Student's interval of a mean.

use super::{TOLERANCE, vectors};
use stocktake::statistics::Confidence::{Percent95, Percent99_8};
use stocktake::statistics::mean::{quantile, student_t};

/// Compares the intervals of rows of values with the rows expected. `names` are the columns of the count and of the four
/// bounds; `all` is the name of the area that stands for all of them.
fn compare(values: &str, expected: &str, names: [&str; 5], all: &str) {
    let values = vectors(values);
    let [number, lower95, upper95, lower998, upper998] = names;
    for vector in vectors(expected) {
        let of_area = values.iter().filter(|row| [row.text("area"), all].contains(&vector.text("area")));
        let of_area: Vec<f64> = of_area.map(|row| row.number("value")).collect();
        let count = of_area.len() as u64;
        assert_eq!(vector.number(number), count as f64);
        let (sum, squares) = (of_area.iter().sum(), of_area.iter().map(|value| value * value).sum());
        for (confidence, lower, upper) in [(Percent95, lower95, upper95), (Percent99_8, lower998, upper998)] {
            let interval = student_t(count, sum, squares, confidence).unwrap();
            vector.is(lower, interval.lower, TOLERANCE);
            vector.is(upper, interval.upper, TOLERANCE);
        }
    }
}

#[test]
fn the_interval_is_that_of_phe() {
    let names = ["count", "lower95", "upper95", "lower998", "upper998"];
    compare("phe_mean_input.csv", "phe_mean_expected.csv", names, "No grouping");
}

#[test]
fn the_interval_of_sdq_scores_is_that_of_r() {
    let names = ["value_count", "lower95_0cl", "upper95_0cl", "lower99_8cl", "upper99_8cl"];
    compare("r_mean_sdq_input.csv", "r_mean_sdq_expected.csv", names, "");
}

#[test]
fn the_quantiles_of_student_are_those_of_r() {
    for vector in vectors("r_student_t_quantiles.csv") {
        for confidence in [Percent95, Percent99_8] {
            if vector.number("p") == 1.0 - confidence.tail() {
                vector.is("t", quantile(confidence, vector.number("df")).unwrap(), TOLERANCE);
            }
        }
    }
}
