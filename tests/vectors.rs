//! Every statistic against another implementation: vectors from R, SciPy and papers, in a folder beside the project.
//! Tests are skipped if it is not there.

mod difference;
mod funnel;
mod mean;
mod place;
mod proportion;
mod trend;

use std::collections::BTreeMap;
use std::path::Path;

/// The relative difference allowed from a result of R or SciPy.
const TOLERANCE: f64 = 1e-12;

/// A row of a file of vectors, by column.
#[derive(Debug)]
struct Vector(BTreeMap<String, String>);

impl Vector {
    /// The text in a column.
    fn text(&self, column: &str) -> &str {
        &self.0[column]
    }

    /// The number in a column, or `None` if it is blank.
    fn known(&self, column: &str) -> Option<f64> {
        let text = self.text(column);
        (!text.is_empty()).then(|| text.parse().unwrap())
    }

    /// The number in a column.
    fn number(&self, column: &str) -> f64 {
        self.known(column).unwrap()
    }

    /// Asserts that a result is the number in a column, within a relative tolerance.
    fn is(&self, column: &str, result: f64, tolerance: f64) {
        let expected = self.number(column);
        let near = (result - expected).abs() <= tolerance * expected.abs();
        assert!(near, "{column}: {result:e}, not {expected:e}, in {:?}", self.0);
    }
}

/// The rows of a file of vectors; none, with a message, if it is not beside the project.
fn vectors(file: &str) -> Vec<Vector> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors").join(file);
    if !path.is_file() {
        println!("skipped: {file} is not beside the project");
        return Vec::new();
    }
    crate::folder::rows(&path).into_iter().map(Vector).collect()
}
