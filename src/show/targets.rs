//! The targets of a place, in words.

use super::page::Page;
use super::place::{OfIndicator, Place};
use crate::benchmark::targets::Children;
use crate::read_back::rows::{TargetRow, Whose};
use crate::rounding::Tenths;
use crate::timeframe::year_names::YearNames;
use crate::wording::mark::Mark;
use crate::wording::target::TargetInWords;

/// The national and the local target due next, or else the last, after the indicator's number.
pub(crate) fn in_brief(place: &Place<'_>, page: Page) -> String {
    let mut text = String::new();
    for one in &place.indicators {
        let year_due = |whose| match whose {
            Whose::National => one.figure.national_target_year,
            Whose::Local => one.figure.local_target_year,
        };
        let due = |row: &&TargetRow| row.used && year_due(row.whose) == Some(row.target_year);
        for row in one.targets.iter().filter(due) {
            text.push_str(&page.hanging(&one.seed.number.to_string(), &in_words(one, row), 5));
        }
    }
    text
}

/// `national, 60 by 2011: ✗ not met, 12.5 points below, ...; 2.0 points behind the straight path from 2009`.
pub(crate) fn in_words(one: &OfIndicator<'_>, row: &TargetRow) -> String {
    let target = of_row(row);
    let goal = format!("{}, {}", row.whose, target.goal);
    match target.met {
        None => format!("{}, {}", row.whose, target.not_known(", for the figure ")),
        Some(met) => {
            let mark = Mark::of_target(met, row.met_95);
            let beside = if mark == Mark::NotMetUnsure { target.gaps(one.seed) } else { target.beside(one.seed) };
            let said = format!("{goal}: {}{beside}", mark.in_words());
            [Some(said), already_met(row, one.names), path(row, one.names), yearly(row)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("; ")
        }
    }
}

/// A row of the table as words are made of it.
fn of_row(row: &TargetRow) -> TargetInWords {
    let children = match (row.children_short, row.children_to_spare) {
        (Some(short), _) if short > 0 => Some(Children::Short(short)),
        (_, to_spare) => to_spare.map(Children::ToSpare),
    };
    TargetInWords {
        goal: format!("{} by {}", row.target, row.target_year),
        met: row.met,
        not_judged: row.why_not_known.clone(),
        above: row.above,
        children,
        significance: row.met_95,
    }
}

/// `already met in 2009`, where the straight path would begin.
fn already_met(row: &TargetRow, names: YearNames) -> Option<String> {
    Some(format!("already met in {}", names.in_words(row.already_met_in?)))
}

/// How far the value is from the straight path; nothing in the target's own year, when the path is at the target.
fn path(row: &TargetRow, names: YearNames) -> Option<String> {
    let ahead = row.ahead_of_path?;
    let expected = row.path_value?;
    if expected.as_f64() == row.target.as_f64() {
        return None;
    }
    let (size, from) = (Tenths(ahead.0.abs()), names.in_words(row.path_from_year?));
    Some(match ahead.0 {
        0 => format!("on the straight path from {from}"),
        1.. => format!("{size} points ahead of the straight path from {from}"),
        _ => format!("{size} points behind the straight path from {from}"),
    })
}

/// What must be added each year to meet the target.
fn yearly(row: &TargetRow) -> Option<String> {
    let yearly = row.yearly_change?;
    let way = if yearly.0 < 0 { "down" } else { "up" };
    Some(format!("{} points {way} a year would meet it in {}", Tenths(yearly.0.abs()), row.target_year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::targets::MetAt95;
    use crate::decimal::Decimal;

    fn row(path_value: Option<i64>, ahead: Option<i64>, yearly: Option<i64>) -> TargetRow {
        TargetRow {
            code: "301".to_owned(),
            indicator: 99,
            source: "returns".to_owned(),
            used: true,
            whose: Whose::Local,
            target: Decimal::whole(60),
            target_year: 2012,
            met: Some(false),
            met_95: Some(MetAt95::Unclear),
            above: Some(Tenths(-125)),
            children_short: Some(3),
            children_to_spare: Some(0),
            path_from_year: Some(2009),
            path_value: path_value.map(Tenths),
            ahead_of_path: ahead.map(Tenths),
            yearly_change: yearly.map(Tenths),
            why_not_known: None,
            already_met_in: None,
        }
    }

    #[test]
    fn children_are_short_to_spare_or_not_counted() {
        let row = || row(None, None, None);
        assert_eq!(of_row(&row()).children, Some(Children::Short(3)));
        assert_eq!(of_row(&TargetRow { children_short: Some(0), ..row() }).children, Some(Children::ToSpare(0)));
        let score = TargetRow { children_short: None, children_to_spare: None, ..row() };
        assert_eq!(of_row(&score).children, None);
    }

    #[test]
    fn the_path_is_ahead_on_or_behind() {
        for (ahead, expected) in [
            (-1, "0.1 points behind the straight path from 2009"),
            (0, "on the straight path from 2009"),
            (1, "0.1 points ahead of the straight path from 2009"),
        ] {
            assert_eq!(path(&row(Some(550), Some(ahead), None), YearNames::PLAIN).as_deref(), Some(expected));
        }
        assert_eq!(path(&row(Some(600), Some(-125), None), YearNames::PLAIN), None, "the path is at the target");
        assert_eq!(path(&row(None, None, None), YearNames::PLAIN), None);
        let met = TargetRow { already_met_in: Some(2009), ..row(None, None, None) };
        assert_eq!(already_met(&met, YearNames::PLAIN).as_deref(), Some("already met in 2009"));
    }

    #[test]
    fn the_way_to_go_each_year() {
        let yearly = |points| yearly(&row(None, None, points));
        assert_eq!(yearly(Some(10)).as_deref(), Some("1.0 points up a year would meet it in 2012"));
        assert_eq!(yearly(Some(-10)).as_deref(), Some("1.0 points down a year would meet it in 2012"));
        assert_eq!(yearly(None), None);
    }
}
