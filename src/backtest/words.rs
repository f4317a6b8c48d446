//! A backtest in words, for the terminal: counts, then the largest differences, then what could not be compared and why.

use super::Backtest;
use super::line::{Line, Outcome, Tolerance};
use crate::lines::{hanging, table};
use crate::read_back::given::BUILT_IN;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The most differences that are shown; the table has them all.
const SHOWN: usize = 20;

/// The backtest in words; `published` says where the published figures come from.
pub(crate) fn text(backtest: &Backtest, published: &str, Tolerance(tolerance): Tolerance) -> String {
    let mut text = String::new();
    for (report, as_at) in &backtest.reports {
        text.push_str(&hanging("Report", &format!("{report}, for {as_at}"), 11));
    }
    let beside = if backtest.built_in && published != BUILT_IN { ", beside those built in" } else { "" };
    text.push_str(&hanging("Published", &format!("{published}{beside}"), 11));
    if let Some(left_out) = &backtest.left_out {
        text.push_str(&hanging("", &left_out.to_string(), 11));
    }
    text.push_str(&hanging("Tolerance", &format!("{tolerance} points"), 11));
    let [within, differ, not_comparable] = backtest.counts();
    let verb = if differ == 1 { "differs" } else { "differ" };
    text.push_str(&format!("\n{within} within, {differ} {verb}, {not_comparable} not comparable\n"));
    text.push_str(&differences(backtest));
    text.push_str(&not_compared(backtest));
    text
}

fn differences(backtest: &Backtest) -> String {
    let differs = |line: &&Line| matches!(line.outcome, Outcome::Differs(_));
    let mut lines: Vec<&Line> = backtest.lines.iter().filter(differs).collect();
    if lines.is_empty() {
        return String::new();
    }
    // The sort keeps the order of places, indicators and years.
    lines.sort_by_key(|line| Reverse(line.outcome.difference().map(|above| above.size())));
    let heading = ["Area", "NI", "Year", "Calculated", "Published", "Points", "Warning", "Day"];
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    rows.extend(lines.iter().take(SHOWN).map(|line| cells(line, backtest.reports.len() > 1)));
    let mut text = format!("\nFigures that differ, the largest difference first\n{}", table(&rows, 2));
    if lines.len() > SHOWN {
        text.push_str(&format!("  and {} more: --out DIR writes them all\n", lines.len() - SHOWN));
    }
    text
}

fn cells(line: &Line, several: bool) -> Vec<String> {
    let suffix = line.unit.suffix();
    let counts = |counts: Option<(String, String)>| {
        counts.map(|(numerator, denominator)| format!(" ({numerator}/{denominator})")).unwrap_or_default()
    };
    let (calculated, published) = (line.value, line.published.as_ref());
    let calculated_counts = counts(line.counts.map(|(above, below)| (above.to_string(), below.to_string())));
    let published_counts =
        counts(published.map(|figure| (figure.numerator.to_string(), figure.denominator.to_string())));
    let points = line.outcome.difference();
    let sign = if points.is_some_and(|points| points.digits() > 0) { "+" } else { "" };
    vec![
        line.name.chars().take(23).collect(),
        line.key.indicator.to_string(),
        line.year.to_string(),
        calculated.map(|value| format!("{value}{suffix}{calculated_counts}")).unwrap_or_default(),
        published.map(|figure| format!("{}{suffix}{published_counts}", figure.value)).unwrap_or_default(),
        points.map(|points| format!("{sign}{points}")).unwrap_or_default(),
        line.warning.clone(),
        if several { line.as_at.to_string() } else { String::new() },
    ]
}

/// How many figures could not be compared for each reason, the most frequent first.
fn not_compared(backtest: &Backtest) -> String {
    let mut reasons = BTreeMap::<String, usize>::new();
    for line in &backtest.lines {
        if let Outcome::NotComparable(why) = &line.outcome {
            *reasons.entry(why.to_string()).or_default() += 1;
        }
    }
    if reasons.is_empty() {
        return String::new();
    }
    let mut reasons: Vec<(String, usize)> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, figures)| Reverse(*figures));
    let mut text = "\nNot comparable\n".to_owned();
    for (why, figures) in reasons {
        text.push_str(&format!("  {figures:>6}  {why}\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::decimal::Decimal;
    use crate::level::Level;
    use crate::read_back::figure::FigureKey;
    use crate::unit::Unit;

    /// An authority whose figure is so many tenths above the published one.
    fn line(code: i64, tenths: i128) -> Line {
        Line {
            report: "reports".to_owned(),
            as_at: Day::thirty_first_of_march(2011),
            key: FigureKey { level: Level::LocalAuthority, code: code.to_string(), indicator: 62 },
            name: format!("Authority {code}"),
            unit: Unit::Percent,
            year: 2011,
            counts: None,
            value: None,
            warning: String::new(),
            published: None,
            outcome: Outcome::Differs(Decimal::rounded(tenths, 10, 1).unwrap()),
        }
    }

    #[test]
    fn the_twenty_largest_differences_are_shown_whatever_their_sign() {
        let lines = (1..=21).map(|code| line(code.into(), if code % 2 == 0 { code } else { -code }.into())).collect();
        let backtest = Backtest { reports: Vec::new(), lines, left_out: None, built_in: false };
        let text = text(&backtest, "mine.csv", Tolerance::read("0").unwrap());
        let shown: Vec<&str> = text.lines().filter(|line| line.contains("Authority")).collect();
        assert_eq!(shown.len(), 20, "{text}");
        assert!(shown[0].contains("Authority 21") && shown[0].ends_with(" -2.1"), "{text}");
        assert!(shown[1].ends_with(" +2.0") && shown[19].contains("Authority 2 "), "{text}");
        assert!(text.contains("0 within, 21 differ, 0 not comparable") && text.contains("and 1 more: --out DIR"));
    }
}
