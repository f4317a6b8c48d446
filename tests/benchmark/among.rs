//! Six authorities among each other, worked out again from their numerators and denominators.

use super::{Row, number, report_of_data, row_with, table};

/// Wilson's bounds, as the roots of a square.
fn wilson(row: &Row) -> (f64, f64, f64) {
    let (count, of) = (number(row, "numerator"), number(row, "denominator"));
    let (p, z2) = (count / of, 3.841_458_820_694_124);
    let middle = (p + z2 / (2.0 * of)) / (1.0 + z2 / of);
    let half = (p * (1.0 - p) * z2 / of + z2 * z2 / (4.0 * of * of)).sqrt() / (1.0 + z2 / of);
    (p, middle - half, middle + half)
}

/// Whether the first is above the second by Newcombe's method 10, and by Fisher's test where a cell would hold fewer than
/// five.
fn is_above(first: &Row, second: &Row) -> bool {
    let ((p1, l1, _), (p2, _, u2)) = (wilson(first), wilson(second));
    p1 - p2 - ((p1 - l1).powi(2) + (u2 - p2).powi(2)).sqrt() > 0.0 && is_sure(first, second)
}

/// Fisher's test by factorials: the tables with the same margins that are no likelier than this one.
fn is_sure(first: &Row, second: &Row) -> bool {
    let counts = |row: &Row| [number(row, "numerator"), number(row, "denominator")];
    let ([a, n], [c, m]) = (counts(first), counts(second));
    let met = a + c;
    if met.min(n + m - met) * n.min(m) / (n + m) >= 5.0 {
        return true;
    }
    let factorial = |number: f64| (1..=number as u32).map(|factor| f64::from(factor).ln()).sum::<f64>();
    let chosen = |all: f64, some: f64| factorial(all) - factorial(some) - factorial(all - some);
    let likely = |a: f64| (chosen(n, a) + chosen(m, met - a) - chosen(n + m, met)).exp();
    let tables = ((met - m).max(0.0) as u32..=met.min(n) as u32).map(|a| likely(f64::from(a)));
    tables.filter(|table| *table <= likely(a) * (1.0 + 1e-7)).sum::<f64>() < 0.05
}

/// Why nothing is said of a figure that could be moved to either side of another, or of a target.
const LEFT_OPEN: &str = "could be better or worse, because the returns are unclear";

/// The smallest and the largest value that the files leave, with what rounding could hide.
fn ends(row: &Row) -> [f64; 2] {
    [number(row, "data_low") - 0.05, number(row, "data_high") + 0.05]
}

/// Whether there is a figure that is usable.
fn is_told_of(row: &Row) -> bool {
    row["status"] == "ok" && row["verdict"] != "not usable"
}

/// Whether there is a figure that may be judged.
fn is_judged(row: &Row) -> bool {
    is_told_of(row) && row["warning"].is_empty()
}

#[test]
fn ranks_and_likely_ranks_are_those_of_all_pairs() {
    let folder = tempfile::tempdir().unwrap();
    let figures = report_of_data(folder.path(), "r", &["--as-at", "2011-03-31"]);
    let (mut told_apart, mut left_open) = (0, 0);
    for level in ["Local authority", "Regional"] {
        for indicator in ["61", "62", "63", "66", "99", "100", "101", "147", "148"] {
            let peers: Vec<&Row> = figures
                .iter()
                .filter(|row| row["geographic_level"] == level && row["indicator"] == indicator)
                .filter(|row| is_judged(row))
                .collect();
            for this in &peers {
                let count = |is: fn(&Row, &Row) -> bool| peers.iter().filter(|other| is(other, this)).count();
                let exceeds = |other: &Row, this: &Row| {
                    number(other, "numerator") * number(this, "denominator")
                        > number(this, "numerator") * number(other, "denominator")
                };
                let (higher, above, below) =
                    (count(exceeds), count(is_above), count(|other, this| is_above(this, other)));
                let lower = count(|other, this| {
                    number(other, "numerator") * number(this, "denominator")
                        < number(this, "numerator") * number(other, "denominator")
                });
                let (better, surely_better, surely_worse) =
                    if this["good"] == "high" { (higher, above, below) } else { (lower, below, above) };
                let written =
                    ["rank", "ranked", "best_rank", "worst_rank", "not_told_apart"].map(|column| this[column].as_str());
                if this["not_placed"] == LEFT_OPEN {
                    assert!(written == [""; 5] && this["band"].is_empty() && this["doubtful"] != "0", "{this:?}");
                    left_open += 1;
                    continue;
                }
                let all = peers.len();
                let expected =
                    [1 + better, all, 1 + surely_better, all - surely_worse, all - 1 - surely_better - surely_worse];
                assert_eq!(written, expected.map(|count| count.to_string()), "{this:?}");
                assert_eq!(this["band"].is_empty(), all < 4, "{this:?}");
                told_apart += surely_better + surely_worse;
            }
        }
    }
    assert!(told_apart > 0, "some of the made-up authorities differ significantly");
    assert!(left_open > 0, "some could lie in another band");
}

#[test]
fn every_figure_is_compared_with_england_and_its_region() {
    let folder = tempfile::tempdir().unwrap();
    let figures = report_of_data(folder.path(), "r", &["--as-at", "2011-03-31"]);
    let comparators = table(folder.path(), "r", "comparators");
    let (mut few, mut left_open) = (0, 0);
    for row in &comparators {
        let other = row_with(&figures, &[("code", &row["comparator_code"]), ("indicator", &row["indicator"])]);
        assert_eq!(row["comparator_value"], other["value"], "{row:?}");
        let this = row_with(&figures, &[("code", &row["code"]), ("indicator", &row["indicator"])]);
        if this["status"] != "ok" {
            assert_eq!([&row["difference"], &row["told_95"]], ["", ""]);
            continue;
        }
        if !is_told_of(this) {
            assert_eq!(row["told_95"], "");
            continue;
        }
        if !is_judged(this) {
            let why = "needs earlier returns we do not have";
            assert_eq!([&row["told_95"], &row["not_tested"], &this["not_judged"]], ["not tested", why, why]);
            continue;
        }
        let [[low, high], [other_low, other_high]] = [this, other].map(ends);
        if row["not_tested"] == LEFT_OPEN {
            assert!(this["doubtful"] != "0" || other["doubtful"] != "0", "{row:?}");
            assert!(row["told_95"] == "not tested" && low <= other_high && other_low <= high, "{row:?}");
            left_open += 1;
            continue;
        }
        if this["doubtful"] != "0" || other["doubtful"] != "0" {
            assert!(low + 0.1 > other_high || other_low + 0.1 > high, "{row:?}");
        }
        let times = if row["indicator"] == "58" { 1.0 } else { 100.0 };
        let value = |row: &Row| times * number(row, "numerator") / number(row, "denominator");
        let difference = value(this) - value(other);
        assert!((number(row, "difference") - difference).abs() <= 0.05 + 1e-9, "{row:?}");
        let (lower, upper) = (number(this, "lower_95"), number(this, "upper_95"));
        let is_better = if this["good"] == "high" { difference > 0.0 } else { difference < 0.0 };
        // Of so few, what chance does is counted out.
        let by_chance = || chance(number(this, "numerator"), number(this, "denominator"), value(other) / 100.0);
        let expected = value(other) / 100.0 * number(this, "denominator");
        let is_small = times == 100.0 && expected.min(number(this, "denominator") - expected) < 5.0;
        few += usize::from(is_small);
        match row["told_95"].as_str() {
            "cannot be told" => {
                let is_within = lower - 0.05 <= value(other) && value(other) <= upper + 0.05;
                assert!(is_within || is_small && by_chance() > 0.025, "{row:?}");
            }
            told => {
                assert!(value(other) <= lower + 0.05 || value(other) >= upper - 0.05, "{row:?}");
                assert!(!is_small || by_chance() <= 0.025, "{row:?}");
                assert_eq!(told, if is_better { "better" } else { "worse" }, "{row:?}");
            }
        }
    }
    assert_eq!(comparators.len(), 6 * 10 * 2 + 2 * 10);
    assert!(few > 0, "some authorities are small");
    assert!(left_open > 0, "some could be better or worse of England");
}

/// The probability of so many of so many children or still fewer, or of so many or still more, whichever is smaller.
fn chance(met: f64, all: f64, proportion: f64) -> f64 {
    let mut probability = (1.0 - proportion).powf(all);
    let (mut so_few, mut so_many) = (0.0, 0.0);
    for count in 0..=all as u64 {
        let count = count as f64;
        so_few += if count <= met { probability } else { 0.0 };
        so_many += if count >= met { probability } else { 0.0 };
        probability *= (all - count) / (count + 1.0) * proportion / (1.0 - proportion);
    }
    f64::min(so_few, so_many)
}

#[test]
fn the_year_before_is_that_of_a_run_on_its_own_day() {
    let folder = tempfile::tempdir().unwrap();
    let now = report_of_data(folder.path(), "now", &["--as-at", "2011-03-31"]);
    let before = report_of_data(folder.path(), "before", &["--as-at", "2010-03-31", "--years", "1"]);
    let mut changes = 0;
    for row in &now {
        let earlier = row_with(&before, &[("code", &row["code"]), ("indicator", &row["indicator"])]);
        let are_alike = row["geographic_level"] == earlier["geographic_level"];
        if is_told_of(row) && earlier["status"] == "ok" && are_alike {
            assert_eq!((&row["change_from_value"], &*row["change_from_year"]), (&earlier["value"], "2010"), "{row:?}");
            changes += 1;
        } else {
            assert_eq!(row["change_told"], "", "{row:?}");
        }
    }
    assert!(changes > 70, "{changes}");
    assert!(before.iter().all(|row| row["change_told"].is_empty()), "one year has none before it");
}

#[test]
fn a_year_that_looks_back_too_far_or_is_of_a_part_says_so_and_is_not_compared() {
    let folder = tempfile::tempdir().unwrap();
    let figures = report_of_data(folder.path(), "r", &["--as-at", "2011-03-31"]);
    let years = table(folder.path(), "r", "years");
    let year = |code: &str, indicator: &str, year: &str| {
        row_with(&years, &[("code", code), ("indicator", indicator), ("year", year)]).clone()
    };
    // The returns of Hollowdale begin in April 2008, and NI 63 looks back two and a half years: children whose care is
    // not seen to begin may have been where they are for longer, or for too short a time to be counted.
    let warnings = ["2009", "2010", "2011"].map(|of| year("996", "63", of)["warning"].clone());
    let of_early_years = "cover_too_short; not_to_be_relied_upon";
    assert_eq!(warnings, [of_early_years, of_early_years, ""]);
    // Of the exams of 2010 four of six have a figure: that is not England's.
    let is_of_england = |row: &&Row| row["code"] == "E92000001" && row["indicator"] == "99";
    let of_england: Vec<&str> = years.iter().filter(is_of_england).map(|row| row["year"].as_str()).collect();
    assert_eq!(of_england, ["2011"]);
    let change = |code: &str, indicator: &str| {
        let row = row_with(&figures, &[("code", code), ("indicator", indicator)]);
        ["change_told", "change_method", "change_lower_95", "change_not_compared"].map(|column| row[column].clone())
    };
    assert_eq!(change("996", "63"), ["not tested", "", "", "2010 needs earlier returns we do not have"]);
    assert_eq!(change("E92000001", "99"), [""; 4]);
    // 11.5%, and from 11.3% to 12.7%, among which is the year before.
    assert_eq!(change("996", "62"), ["not tested", "", "", &format!("2011 {LEFT_OPEN}")]);
    let [told, method, lower, not_compared] = change("992", "62");
    assert_eq!([&*told, &*method, &*not_compared], ["cannot be told", "newcombe_10", ""]);
    assert!(!lower.is_empty());
}

#[test]
fn a_quarter_is_compared_with_the_same_quarter_a_year_before() {
    let folder = tempfile::tempdir().unwrap();
    let now = report_of_data(folder.path(), "now", &["--as-at", "2010-12-31", "--basis", "year-to-date"]);
    let before = ["--as-at", "2009-12-31", "--basis", "year-to-date"];
    let before = report_of_data(folder.path(), "before", &before);
    let cells = [("code", "E92000001"), ("indicator", "62")];
    let england = row_with(&now, &cells);
    assert_eq!(england["change_from_value"], row_with(&before, &cells)["value"]);
    // Moves since April add up until March: the two stand beside each other, and more is not said.
    let why = "counts from 1 April and is complete only on 31 March";
    assert_eq!(england["not_judged"], why);
    assert_eq!([&*england["change_told"], &*england["trend"]], ["not tested", ""]);
    assert_eq!(england["change_not_compared"], format!("2010 {why}"));
    for row in now.iter().filter(|row| row["status"] == "ok" && row["warning"].is_empty()) {
        assert_eq!(row["not_judged"] == why, ["62", "66"].contains(&row["indicator"].as_str()), "{row:?}");
        let told = ["rank", "band", "funnel_position"].map(|column| row[column].as_str());
        assert!(row["not_judged"] != why || told == [""; 3], "{row:?}");
    }
}

#[test]
fn targets_say_how_many_children_would_meet_them() {
    let folder = tempfile::tempdir().unwrap();
    report_of_data(folder.path(), "r", &["--as-at", "2011-03-31"]);
    let figures = table(folder.path(), "r", "indicators");
    let targets = table(folder.path(), "r", "targets");
    let mut left_open = 0;
    for row in &targets {
        let figure = row_with(&figures, &[("code", &row["code"]), ("indicator", &row["indicator"])]);
        if figure["status"] != "ok" {
            assert_eq!([&row["met"], &row["children_short"]], ["", ""], "{row:?}");
            continue;
        }
        if !figure["not_judged"].is_empty() {
            assert_eq!([&row["met"], &row["why_not_known"]], ["not_known", &figure["not_judged"]], "{row:?}");
            continue;
        }
        let [low, high] = ends(figure);
        let target = number(row, "target");
        if row["why_not_known"] == LEFT_OPEN {
            assert!(
                row["met"] == "not_known" && figure["doubtful"] != "0" && (low..=high).contains(&target),
                "{row:?}"
            );
            left_open += 1;
            continue;
        }
        if figure["doubtful"] != "0" {
            assert!(!(low + 0.1..high - 0.1).contains(&target), "{row:?}");
        }
        let (count, of) = (number(figure, "numerator"), number(figure, "denominator"));
        let (short, spare) = (number(row, "children_short"), number(row, "children_to_spare"));
        let meets = |count: f64| 100.0 * count >= target * of;
        assert_eq!(row["met"] == "met", meets(count), "{row:?}");
        assert!(meets(count + short) && (short == 0.0 || !meets(count + short - 1.0)), "{row:?}");
        assert!(short > 0.0 || (meets(count - spare) && !meets(count - spare - 1.0)), "{row:?}");
    }
    assert!(left_open > 0, "some could be better or worse of their target");
    assert!(targets.iter().any(|row| row["met"] == "met") && targets.iter().any(|row| row["met"] == "not met"));
}
