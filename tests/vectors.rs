//! Every statistic against a second implementation: numbers out of R, SciPy and papers, read in place where they
//! are there, beside the project.

mod difference;
mod funnel;
mod mean;
mod place;
mod proportion;
mod trend;

use std::collections::BTreeMap;
use std::path::Path;

/// How far a result may be from a number that R or SciPy gave, as a part of it.
const AS_GIVEN: f64 = 1e-12;

/// A row of numbers, by column.
#[derive(Debug)]
struct Vector(BTreeMap<String, String>);

impl Vector {
    /// What stands in a column.
    fn text(&self, column: &str) -> &str {
        &self.0[column]
    }

    /// The number in a column; none where it is blank.
    fn known(&self, column: &str) -> Option<f64> {
        let text = self.text(column);
        (!text.is_empty()).then(|| text.parse().unwrap())
    }

    /// The number in a column.
    fn number(&self, column: &str) -> f64 {
        self.known(column).unwrap()
    }

    /// Says that a result is the number in a column, to a part of it.
    fn is(&self, column: &str, result: f64, part: f64) {
        let expected = self.number(column);
        let near = (result - expected).abs() <= part * expected.abs();
        assert!(near, "{column}: {result:e}, not {expected:e}, in {:?}", self.0);
    }
}

/// The rows of a file of numbers; none, said in plain words, where it is not beside the project.
fn vectors(file: &str) -> Vec<Vector> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors").join(file);
    if !path.is_file() {
        println!("skipped: {file} is not beside the project");
        return Vec::new();
    }
    crate::folder::rows(&path).into_iter().map(Vector).collect()
}
