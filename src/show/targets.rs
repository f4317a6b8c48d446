//! The targets of a place, in words.

use super::cells::filled;
use super::page::Page;
use super::place::{OfIndicator, Place};
use super::rows::{FigureRow, TargetRow};
use crate::benchmark::targets::{Children, MetAt95};
use crate::rounding::Tenths;
use crate::wording::mark::Mark;
use crate::wording::target::{TargetInWords, met_or_not};

/// The nation's and the place's own target that are next due, else the last, hanging under the indicator's number.
pub fn in_brief(place: &Place<'_>, page: Page) -> String {
    let mut text = String::new();
    for one in &place.indicators {
        let due = |row: &&TargetRow| row.used == "yes" && row.target_year == *year_due(&one.figure, &row.whose);
        for row in one.targets.iter().filter(due) {
            text.push_str(&page.hanging(&one.seed.number.to_string(), &in_words(one, row), 5));
        }
    }
    text
}

fn year_due<'row>(figure: &'row FigureRow, whose: &str) -> &'row String {
    if whose == "national" { &figure.national_target_year } else { &figure.local_target_year }
}

/// `national, 60 by 2011: ✗ not met, 12.5 points below, ...; 2.0 points behind the straight path from 2009`.
pub fn in_words(one: &OfIndicator<'_>, row: &TargetRow) -> String {
    let target = of_row(row);
    let goal = format!("{}, {}", row.whose, target.goal);
    match target.met {
        None => goal,
        Some(met) => {
            let said = format!("{goal}: {}{}", Mark::of_target(met).in_words(), target.beside(one.seed));
            [Some(said), path(row), yearly(row)].into_iter().flatten().collect::<Vec<_>>().join("; ")
        }
    }
}

/// What the table says of a target, to be put in words.
fn of_row(row: &TargetRow) -> TargetInWords {
    let number = |cell: &str| cell.parse::<u64>().ok();
    let children = match (number(&row.children_short), number(&row.children_to_spare)) {
        (Some(short), _) if short > 0 => Some(Children::Short(short)),
        (_, to_spare) => to_spare.map(Children::ToSpare),
    };
    TargetInWords {
        goal: format!("{} by {}", row.target, row.target_year),
        met: filled(&row.met).map(|met| met == met_or_not(true)),
        above: row.above.parse().ok().map(Tenths::of),
        children,
        significance: MetAt95::read(&row.met_95),
    }
}

/// Where the value is by the straight path; nothing in the target's own year, when the path is at the target.
fn path(row: &TargetRow) -> Option<String> {
    let ahead = Tenths::of(filled(&row.ahead_of_path)?.parse().ok()?);
    let [expected, target] = [&row.path_value, &row.target].map(|number| number.parse::<f64>().ok());
    if expected == target {
        return None;
    }
    let (size, from) = (Tenths(ahead.0.abs()), &row.path_from_year);
    Some(match ahead.0 {
        0 => format!("on the straight path from {from}"),
        1.. => format!("{size} points ahead of the straight path from {from}"),
        _ => format!("{size} points behind the straight path from {from}"),
    })
}

/// What must be added each year to meet it yet.
fn yearly(row: &TargetRow) -> Option<String> {
    let yearly = Tenths::of(filled(&row.yearly_change)?.parse().ok()?);
    let way = if yearly.0 < 0 { "down" } else { "up" };
    Some(format!("{} points {way} a year would meet it in {}", Tenths(yearly.0.abs()), row.target_year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(path_value: &str, ahead: &str, yearly: &str) -> TargetRow {
        let cell = |text: &str| text.to_owned();
        TargetRow {
            code: cell("301"),
            indicator: 99,
            source: cell("returns"),
            used: cell("yes"),
            whose: cell("local"),
            target: cell("60"),
            target_year: cell("2012"),
            met: cell("not met"),
            met_95: cell("cannot be told"),
            above: cell("-12.5"),
            children_short: cell("3"),
            children_to_spare: cell("0"),
            path_from_year: cell("2009"),
            path_value: cell(path_value),
            ahead_of_path: cell(ahead),
            yearly_change: cell(yearly),
        }
    }

    #[test]
    fn the_table_is_read_back_as_it_was_written() {
        let target = of_row(&row("55.0", "-7.5", "12.5"));
        assert_eq!((target.met, target.above), (Some(false), Some(Tenths(-125))));
        assert_eq!((target.children, target.significance), (Some(Children::Short(3)), Some(MetAt95::Unclear)));
        let to_spare = TargetRow { children_short: "0".to_owned(), ..row("", "", "") };
        assert_eq!(of_row(&to_spare).children, Some(Children::ToSpare(0)));
        let score = TargetRow { children_short: String::new(), children_to_spare: String::new(), ..row("", "", "") };
        assert_eq!(of_row(&score).children, None);
    }

    #[test]
    fn the_path_is_ahead_on_or_behind() {
        for (ahead, expected) in [
            ("-0.1", "0.1 points behind the straight path from 2009"),
            ("0.0", "on the straight path from 2009"),
            ("0.1", "0.1 points ahead of the straight path from 2009"),
        ] {
            assert_eq!(path(&row("55.0", ahead, "")).as_deref(), Some(expected));
        }
        assert_eq!(path(&row("60.0", "-12.5", "")), None, "the path is at the target");
        assert_eq!(path(&row("", "", "")), None);
    }

    #[test]
    fn the_way_to_go_each_year() {
        assert_eq!(yearly(&row("", "", "1.0")).as_deref(), Some("1.0 points up a year would meet it in 2012"));
        assert_eq!(yearly(&row("", "", "-1.0")).as_deref(), Some("1.0 points down a year would meet it in 2012"));
        assert_eq!(yearly(&row("", "", "")), None);
    }
}
