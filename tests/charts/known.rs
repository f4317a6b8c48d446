//! Charts say no more than is known: of whom something is true, and in good English.

use super::by_hand::{self, caterpillars, funnels};
use stocktake::benchmark::funnel::Position;
use stocktake::benchmark::significance::Significance;
use stocktake::benchmark::targets;
use stocktake::charts::caterpillar::Caterpillar;
use stocktake::charts::chart::Chart;
use stocktake::charts::funnel::{self, Funnel};
use stocktake::charts::heat_table::{Cell, HeatTable, Row};
use stocktake::charts::slope::{self, Slope};
use stocktake::charts::spine::{self, Spine, Spread};
use stocktake::charts::svg;
use stocktake::charts::target_bars::{Bar, TargetBars};
use stocktake::charts::trend::{Path, Trend, Year};
use stocktake::rounding::Tenths;
use stocktake::unit::Good;
use stocktake::wording::counts::Among;
use stocktake::wording::value::Value;

/// The words of a spine of NI 147, at the worst end of this many, with others hidden or without a figure.
fn spine_among(among: Among) -> (String, String) {
    let row = spine::Row { among, ..by_hand::spine_row(147, 700, 867, (1000, 700), Some(Significance::Worse)) };
    let spine = Spine::new(by_hand::place("857", "Rutland"), by_hand::WHEN.to_owned(), vec![row]);
    (spine.alternative_text(), svg(&spine).unwrap())
}

#[test]
fn a_chart_counts_targets_as_the_page_beside_it_does() {
    use stocktake::benchmark::targets::MetAt95::{Met, NotMet, Unclear};
    let said = |significance: &[targets::MetAt95]| {
        let bar = |significance: &targets::MetAt95| Bar {
            targets: vec![by_hand::target(600, Some(*significance), false)],
            ..by_hand::bar(99, Value::Shown(Tenths(456)))
        };
        let bars = TargetBars::new(
            by_hand::place("857", "Rutland"),
            by_hand::WHEN.to_owned(),
            significance.iter().map(bar).collect(),
        );
        let (text, table) = (bars.alternative_text(), bars.table());
        let said = text.split_once("99, Level 4 English at Key Stage 2). ").unwrap().1.to_owned();
        (said.replace(" No figure is hidden.", ""), table.rows[0][6].clone())
    };
    for (significance, expected, first) in [
        (
            &[Unclear; 3][..],
            "None of 3 targets with a value is met; none of these is statistically significant.",
            "not met, not statistically significant",
        ),
        (&[NotMet], "The 1 target with a value is not met.", "not met, statistically significant"),
        (
            &[Unclear],
            "The 1 target with a value is not met; this is not statistically significant.",
            "not met, not statistically significant",
        ),
        (&[Met, Met], "All 2 targets with a value are met.", "met, statistically significant"),
        (
            &[Met, NotMet, NotMet],
            "Of 3 targets with a value, 1 is met and 2 are not.",
            "met, statistically significant",
        ),
    ] {
        let (said, of_first) = said(significance);
        assert!(said.ends_with(expected), "{said}");
        assert_eq!(of_first, first);
    }
}

#[test]
fn an_end_is_the_worst_of_those_that_are_known_and_of_nobody_where_one_is_hidden() {
    let all = by_hand::among(6, 0);
    let (said, drawn) = spine_among(all);
    assert!(said.contains("It has the worst value of all in NI 147."), "{said}");
    assert!(drawn.contains("among 6 authorities, ") && drawn.contains("worst 70.0%, best 100.0%, of 6"), "{drawn}");
    let (said, drawn) = spine_among(Among { without: 1, ..by_hand::among(5, 0) });
    assert!(said.contains("It has the worst value of the 5 with a figure in NI 147."), "{said}");
    assert!(drawn.contains("among 5 authorities, ") && drawn.contains("worst 70.0%, best 100.0%, of 5"), "{drawn}");
    let (said, drawn) = spine_among(by_hand::among(5, 1));
    assert!(!said.contains("It has the worst") && said.contains("worst in NI 147 is not known"), "{said}");
    assert!(drawn.contains("among the 5 authorities shown, "), "{drawn}");
    assert!(drawn.contains("70.0% to 100.0%, of 5 shown") && !drawn.contains("worst 70.0%"), "{drawn}");
}

#[test]
fn fewer_than_four_have_no_spread_and_a_row_says_so() {
    let spread = |values: &[i64]| {
        let values: Vec<Tenths> = values.iter().copied().map(Tenths).collect();
        Spread::of(&values, Good::Low).map(|spread| [spread.best, spread.worst].map(|end| end.0))
    };
    assert_eq!((spread(&[10, 20, 30]), spread(&[10, 20, 30, 40])), (None, Some([10, 40])));
    let rows = [by_hand::among(3, 0), by_hand::among(2, 1), by_hand::among(4, 0), by_hand::among(6, 0)].map(|among| {
        let row = by_hand::spine_row(147, 700, 867, (1000, 700), Some(Significance::Worse));
        spine::Row { among, spread: row.spread.filter(|_| among.shown > 3), ..row }
    });
    let spine = Spine::new(by_hand::place("857", "Rutland"), by_hand::WHEN.to_owned(), rows.to_vec());
    let drawn = svg(&spine).unwrap();
    for said in ["among 4 to 6 authorities, ", "too few have a figure: 3", "too few are shown: 2"] {
        assert!(drawn.contains(said), "{said}: {drawn}");
    }
    assert!(spine.alternative_text().contains("It has the worst value of all in NI 147 and NI 147."));
    let open = rows.map(|row| spine::Row { is_placed: false, ..row });
    let spine = Spine::new(by_hand::place("857", "Rutland"), by_hand::WHEN.to_owned(), open.to_vec());
    assert!(!spine.alternative_text().contains("of all"), "{}", spine.alternative_text());
}

fn cell(significance: Option<Significance>) -> Cell {
    Cell { value: Value::Shown(Tenths(100)), significance, is_beyond_99_8: false }
}

#[test]
fn who_is_most_often_better_is_not_said_where_a_cell_is_hidden() {
    let row = |at: usize| {
        let cells = [62, 66].map(|_| cell(Some(Significance::Better)));
        Row { place: by_hand::place(&at.to_string(), &format!("Authority {at}")), cells: cells.to_vec() }
    };
    let table = |rows| {
        let columns = [62, 66].map(|number| (by_hand::indicator(number), Value::Shown(Tenths(200)))).to_vec();
        HeatTable::new(by_hand::WHEN.to_owned(), columns, rows).alternative_text()
    };
    assert!(table(vec![row(1), row(2)]).contains("Most often better: Authority 1 and Authority 2, in 2."));
    let mut hidden = row(2);
    hidden.cells[0].value = Value::Hidden;
    assert!(!table(vec![row(1), hidden]).contains("Most often"));
}

#[test]
fn how_many_are_lower_and_higher_is_said_in_good_english() {
    let all = caterpillars(4);
    let said = |code: &str| Caterpillar::of(&all, code).unwrap().alternative_text();
    // 8.0%, 10.0%, 12.0% and 8.0%.
    for (code, expected) in [
        ("100", "has 8.0%: none is lower and 2 higher;"),
        ("101", "has 10.0%: 2 are lower and 1 higher;"),
        ("102", "has 12.0%: 3 are lower and none higher;"),
    ] {
        assert!(said(code).contains(expected), "{}", said(code));
    }
}

#[test]
fn counts_that_are_rounded_are_said_to_be() {
    let rounding = "Counts are to the nearest 10; the percentage is of the exact counts.";
    let bar = |number, value| Bar {
        counted: "about 20 of about 20".to_owned(),
        rounding: rounding.to_owned(),
        targets: vec![by_hand::target(600, Some(targets::MetAt95::Unclear), false)],
        ..by_hand::bar(number, value)
    };
    let said = |bars: Vec<Bar>| {
        let bars = TargetBars::new(by_hand::place("857", "Rutland"), by_hand::WHEN.to_owned(), bars);
        bars.alternative_text().matches(rounding).count()
    };
    let shown = || bar(99, Value::Shown(Tenths(625)));
    assert_eq!(
        [said(vec![shown(), shown()]), said(vec![bar(99, Value::Hidden)])],
        [1, 0],
        "once, and of what is shown"
    );
    let mut all = funnels(3);
    all.counts_to = 5;
    let chart = Funnel::of(&all, "101").unwrap();
    assert!(chart.alternative_text().contains("out of about 200 children"), "{}", chart.alternative_text());
    assert!(svg(&chart).unwrap().contains("are to the nearest 5."));
}

#[test]
fn a_hidden_value_of_england_is_written_as_hidden() {
    let cells = vec![cell(None)];
    let row =
        |at: usize| Row { place: by_hand::place(&at.to_string(), &format!("Authority {at}")), cells: cells.clone() };
    let table = |england| {
        let columns = vec![(by_hand::indicator(62), england)];
        HeatTable::new(by_hand::WHEN.to_owned(), columns, vec![row(1), row(2)])
    };
    let of_england = |england| table(england).table().rows[0][1].clone();
    let values = [Value::Shown(Tenths(107)), Value::Hidden, Value::NotAvailable].map(of_england);
    assert_eq!(values, ["10.7%", "[c] confidential", ""]);
    let drawn = svg(&table(Value::Hidden)).unwrap();
    assert!(drawn.contains(">[c]<") && drawn.contains(">[c] confidential<"), "{drawn}");
}

#[test]
fn how_many_lie_outside_a_funnel_is_said_in_good_english() {
    let said = |positions: &[Position]| {
        let mut all = funnels(positions.len());
        all.points[0].of = 1;
        for (point, position) in all.points.iter_mut().zip(positions) {
            point.position = Some(*position);
        }
        Funnel::of(&all, "100").unwrap().alternative_text()
    };
    use Position::{Above95, Above99_8, Within};
    for (positions, expected) in [
        ([Within, Within], "None lies outside the 95% limits."),
        ([Within, Above95], "1 lies outside the 95% limits, but not outside those of 99.8%."),
        ([Within, Above99_8], "1 lies outside the 95% limits and outside those of 99.8%."),
        ([Above95, Above95], "2 lie outside the 95% limits, none of them outside those of 99.8%."),
        ([Above95, Above99_8], "2 lie outside the 95% limits, 1 of them outside those of 99.8%."),
    ] {
        let said = said(&positions);
        assert!(said.contains(expected) && said.contains("out of 1 child,"), "{said}");
    }
}

#[test]
fn no_path_falls_to_a_target_that_was_met_before() {
    let drawn = |is_already_met| {
        let year = |year, value| Year {
            year,
            value: Value::Shown(Tenths(value)),
            limits: None,
            doubt: None,
            footing: stocktake::benchmark::footing::Footing::Returns,
            remark: String::new(),
            england: None,
        };
        let path = Path {
            from: (2009, Tenths(700)),
            is_already_met,
            to: (2011, Tenths(600)),
            shown: "60%".to_owned(),
            is_local: false,
        };
        let years = vec![year(2009, 700), year(2010, 500)];
        let trend = Trend::new(by_hand::place("857", "Rutland"), by_hand::indicator(99), years, Some(path), None);
        (trend.alternative_text(), svg(&trend).unwrap())
    };
    let (said, drawing) = drawn(true);
    assert!(said.contains("The target is 60% by 2011, already met in 2009."), "{said}");
    assert!(!drawing.contains("straight path") && drawing.contains(">target<"), "{drawing}");
    let (said, drawing) = drawn(false);
    assert!(said.contains("The target is 60% by 2011."), "{said}");
    assert!(drawing.contains(">straight path to the target<"), "{drawing}");
}

#[test]
fn no_line_joins_what_is_published_to_what_is_returned() {
    let row = |is_joined| slope::Row {
        is_joined,
        ..by_hand::slope_row(62, Value::Shown(Tenths(140)), 80, Some(Significance::NotTested))
    };
    let drawn = |row| svg(&Slope::new(by_hand::place("857", "Rutland"), vec![row])).unwrap();
    let lines = |drawing: &str| drawing.matches("<path").count() + drawing.matches("<polyline").count();
    assert_eq!(lines(&drawn(row(true))), lines(&drawn(row(false))) + 1);
}

#[test]
fn beyond_rough_limits_it_is_said_where_the_exact_test_finds_no_difference() {
    let mut funnels = funnels(6);
    let heading = |funnels: &funnel::Authorities| Funnel::of(funnels, "102").unwrap().heading()[0].clone();
    for (significance, expected) in [
        (None, "Authority 102: above the 95% limit around England"),
        (Some(Significance::Worse), "Authority 102: above the 95% limit around England"),
        (
            Some(Significance::NotSignificant),
            "Authority 102: above the 95% limit around England, but not significantly: the limits are approximate",
        ),
    ] {
        funnels.points[2].significance = significance;
        assert_eq!(heading(&funnels), expected);
    }
    // Within the limits there is nothing to add.
    funnels.points[2].position = Some(Position::Within);
    assert_eq!(heading(&funnels), "Authority 102: within the limits around England");
}
