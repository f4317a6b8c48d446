//! Wilson and Clopper-Pearson.

use super::{TOLERANCE, vectors};
use stocktake::statistics::Confidence::{Percent95, Percent99_8};
use stocktake::statistics::proportion::{clopper_pearson, wilson};

#[test]
fn wilson_is_that_of_phe_for_counts() {
    for vector in vectors("phe_wilson_counts.csv") {
        let confidence = if vector.text("confidence") == "95%" { Percent95 } else { Percent99_8 };
        let interval = wilson(vector.number("x"), vector.number("n"), confidence).unwrap();
        vector.is("lower", interval.lower, TOLERANCE);
        vector.is("upper", interval.upper, TOLERANCE);
    }
}

#[test]
fn wilson_is_that_of_phe_for_areas() {
    for vector in vectors("phe_proportion_wilson.csv") {
        let times = vector.number("multiplier");
        let bounds = [(Percent95, "lower95", "upper95"), (Percent99_8, "lower998", "upper998")];
        for (confidence, lower, upper) in bounds {
            let (Some(count), Some(of)) = (vector.known("numerator"), vector.known("denominator")) else {
                assert_eq!([vector.known(lower), vector.known(upper)], [None, None]);
                continue;
            };
            let interval = wilson(count, of, confidence).unwrap();
            vector.is(lower, times * interval.lower, TOLERANCE);
            vector.is(upper, times * interval.upper, TOLERANCE);
        }
    }
}

#[test]
fn wilson_is_that_of_phe_for_groups_summed() {
    for vector in vectors("phe_proportion_wilson_grouped.csv") {
        let (Some(count), Some(of)) = (vector.known("numerator_sum"), vector.known("denominator_sum")) else {
            assert_eq!(vector.known("lower95"), None);
            continue;
        };
        let (interval, times) = (wilson(count, of, Percent95).unwrap(), vector.number("multiplier"));
        vector.is("lower95", times * interval.lower, TOLERANCE);
        vector.is("upper95", times * interval.upper, TOLERANCE);
    }
}

#[test]
fn both_are_those_of_r() {
    for vector in vectors("r_proportion_wilson_clopper.csv") {
        let (count, of) = (vector.number("x"), vector.number("n"));
        for (confidence, score, exact) in [
            (Percent95, ["lower95_0cl", "upper95_0cl"], ["cp_lower95", "cp_upper95"]),
            (Percent99_8, ["lower99_8cl", "upper99_8cl"], ["cp_lower998", "cp_upper998"]),
        ] {
            let result = wilson(count, of, confidence).unwrap();
            vector.is(score[0], result.lower, TOLERANCE);
            vector.is(score[1], result.upper, TOLERANCE);
            let result = clopper_pearson(count as u64, of as u64, confidence).unwrap();
            vector.is(exact[0], result.lower, TOLERANCE);
            vector.is(exact[1], result.upper, TOLERANCE);
        }
    }
}

#[test]
fn both_are_those_of_newcombe_to_four_decimals() {
    for vector in vectors("newcombe1998_single_proportion.csv") {
        let (count, of) = (vector.number("x"), vector.number("n"));
        let score = wilson(count, of, Percent95).unwrap();
        let exact = clopper_pearson(count as u64, of as u64, Percent95).unwrap();
        for (column, bound) in [
            ("wilson_lower95", score.lower),
            ("wilson_upper95", score.upper),
            ("clopper_lower95", exact.lower),
            ("clopper_upper95", exact.upper),
        ] {
            assert_eq!(format!("{bound:.4}"), format!("{:.4}", vector.number(column)), "{column}");
        }
    }
}

#[test]
fn normal_quantiles_are_those_of_r() {
    for vector in vectors("r_normal_quantiles.csv") {
        for confidence in [Percent95, Percent99_8] {
            if vector.number("p") == 1.0 - confidence.tail() {
                vector.is("z", confidence.z(), TOLERANCE);
            }
        }
    }
}
