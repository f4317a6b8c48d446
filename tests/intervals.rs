//! The intervals in restricted/indicators.csv, worked out again from restricted/children.csv.

use crate::folder::{data, rows, said, stocktake};

#[test]
fn figures_have_the_interval_of_their_children_and_nothing_else_has_one() {
    let folder = tempfile::tempdir().unwrap();
    let place = ["--as-at", "2011-03-31", "--no-charts", "--out", "r"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(place), 0);
    let children = rows(&folder.path().join("r/restricted/children.csv"));
    let mut methods = std::collections::BTreeMap::<String, u32>::new();
    for figure in rows(&folder.path().join("r/restricted/indicators.csv")) {
        let written = ["lower_95", "upper_95", "interval"].map(|column| figure[column].as_str());
        *methods.entry(figure["interval"].clone()).or_default() += 1;
        let scores: Vec<f64> = children
            .iter()
            .filter(|child| child["indicator"] == "58" && figure["indicator"] == "58")
            .filter(|child| figure["geographic_level"] == "National" || child["la_code"] == figure["code"])
            .filter_map(|child| child["score"].parse().ok())
            .collect();
        match figure["interval"].as_str() {
            "wilson" => {
                let [count, of]: [f64; 2] = ["numerator", "denominator"].map(|column| figure[column].parse().unwrap());
                // The bounds as the roots of (count / of - p)^2 = z^2 p (1 - p) / of, to half of the last decimal.
                for bound in [written[0], written[1]].map(|bound| bound.parse::<f64>().unwrap() / 100.0) {
                    let away = |p: f64| (count / of - p).powi(2) - 3.841_458_820_694_124 * p * (1.0 - p) / of;
                    let (below, above) = (away((bound - 0.000_5).max(-1e-9)), away((bound + 0.000_5).min(1.0 + 1e-9)));
                    assert!(below * above <= 0.0, "{figure:?}");
                }
            }
            "student_t" if figure["geographic_level"] != "Regional" => {
                assert_eq!(scores.len().to_string(), figure["denominator"]);
                let n = scores.len() as f64;
                let mean = scores.iter().sum::<f64>() / n;
                let variance = scores.iter().map(|score| (score - mean).powi(2)).sum::<f64>() / (n - 1.0);
                let [lower, upper] = [written[0], written[1]].map(|bound| bound.parse::<f64>().unwrap());
                let t = (upper - lower) / 2.0 / (variance / n).sqrt();
                assert!((lower + upper - 2.0 * mean).abs() <= 0.1 + 1e-9, "{figure:?}");
                // At least the normal quantile, and 4.303 for the three children of Ashwater.
                let off = 0.05 / (variance / n).sqrt();
                let most = if scores.len() == 3 { 4.303 } else { 2.05 };
                assert!(1.959 <= t + off && t <= most + off, "{t} in {figure:?}");
            }
            "student_t" => {}
            _ => {
                assert_eq!(written, ["", "", ""]);
                assert!(figure["status"] != "ok" || figure["denominator"] == "1", "{figure:?}");
            }
        }
    }
    assert!(methods["wilson"] > 50 && methods["student_t"] == 9, "{methods:?}");
}
