//! Newcombe's method 10 and Fisher's exact test.

use super::{TOLERANCE, vectors};
use stocktake::statistics::Confidence::Percent95;
use stocktake::statistics::difference::{Fraction, fisher, newcombe};

#[test]
fn two_proportions_differ_as_in_r() {
    for vector in vectors("r_two_proportions.csv") {
        let fraction = |count, of| Fraction { count: vector.number(count) as u64, of: vector.number(of) as u64 };
        let (first, second) = (fraction("x1", "n1"), fraction("x2", "n2"));
        let interval = newcombe(first, second, Percent95).unwrap();
        vector.is("newcombe_lower", interval.lower, TOLERANCE);
        vector.is("newcombe_upper", interval.upper, TOLERANCE);
        vector.is("p_fisher", fisher(first, second).unwrap(), TOLERANCE);
    }
}
