//! One group of children, or one measure: `explain` and `show` say the same as breakdowns.csv and context.csv.

use crate::folder::{data, in_one_line, rows, said, stocktake};
use std::fs;

#[test]
fn explain_and_show_say_of_a_group_what_the_breakdown_says() {
    let folder = tempfile::tempdir().unwrap();
    let run = "--as-at 2010-12-31 --years 1 --disclosure none --no-charts --out r --quiet";
    said(stocktake(folder.path()).arg("run").arg(data()).args(run.split_whitespace()), 0);
    let all = rows(&folder.path().join("r/restricted/breakdowns.csv"));
    for (asked, dimension, group) in [
        ("age=10-15", "age", "10 to 15"),
        ("Sex=girls", "sex", "Girls"),
        ("ethnicity code=wbri", "ethnicity_code", "WBRI White British"),
    ] {
        let asked = ["--authority", "996", "--group", asked];
        let show = |more: &[&str]| said(stocktake(folder.path()).args(["show", "r"]).args(asked).args(more), 0).0;
        let explain = |more: &[&str]| {
            let mut command = stocktake(folder.path());
            said(command.arg("explain").arg(data()).args(["--as-at", "2010-12-31"]).args(asked).args(more), 0).0
        };
        let (shown, explained) = (show(&[]), explain(&[]));
        let mut met = 0;
        for row in
            all.iter().filter(|row| row["code"] == "996" && row["dimension"] == dimension && row["group"] == group)
        {
            met += 1;
            let (number, unit) = (&row["indicator"], if row["indicator"] == "58" { "" } else { "%" });
            let counted = match unit {
                "" => row["denominator"].clone(),
                _ => format!("{} of {}", row["numerator"], row["denominator"]),
            };
            let told = match (row["more_than_chance"].as_str(), row["difference"].starts_with('-')) {
                ("1", false) => "significantly higher",
                ("1", true) => "significantly lower",
                ("0", _) => "similar",
                _ => "not tested",
            };
            let begins = format!("{}{unit} {counted} ", row["value"]);
            for text in [&shown, &explained] {
                let line = text.lines().map(in_one_line).find(|line| line.starts_with(&format!("{number} "))).unwrap();
                assert!(
                    line.contains(&begins) && line.ends_with(told.trim_start_matches("significantly ")),
                    "{line}\n{row:?}"
                );
                assert!(line.contains(&format!("{} ", row["difference"])), "{line}");
            }
            let alone = in_one_line(&explain(&["--indicator", number]));
            let in_full = format!("{}{unit}, {counted} ", row["value"]);
            assert!(alone.contains(&in_full) && alone.contains(told), "{in_full}\n{alone}");
            let beside = format!("{} from all others, {} to ", row["difference"], row["difference_lower_95"]);
            assert!(row["difference"].is_empty() || alone.contains(&beside), "{beside}\n{alone}");
            if unit == "%" && row["numerator"] != "0" {
                let listed = format!("In the numerator and the denominator: {} ", row["numerator"]);
                assert!(alone.contains(&listed), "{listed}\n{alone}");
            }
            assert!(in_one_line(&show(&["--indicator", number])).contains(&begins));
        }
        assert!(met > 4, "{asked:?}");
    }
}

#[test]
fn a_group_that_there_is_not_is_answered_with_those_that_there_are() {
    let folder = tempfile::tempdir().unwrap();
    let run = "--as-at 2011-03-31 --years 1 --disclosure none --no-charts --out r --quiet";
    said(stocktake(folder.path()).arg("run").arg(data()).args(run.split_whitespace()), 0);
    for (group, known) in [("age=10-16", "10 to 15"), ("shoe=5", "legal_status")] {
        let (_, shown) = said(stocktake(folder.path()).args(["show", "r", "--authority", "996", "--group", group]), 2);
        let explain = ["--as-at", "2011-03-31", "--authority", "996", "--group", group];
        let (_, explained) = said(stocktake(folder.path()).arg("explain").arg(data()).args(explain), 2);
        for text in [shown, explained] {
            let text = in_one_line(&text);
            assert!(text.contains(&group.replace('-', " to ")) && text.contains(known), "{text}");
        }
    }
    fs::create_dir(folder.path().join("none")).unwrap();
    let (_, said) = said(stocktake(folder.path()).args(["show", "none", "--group", "age"]), 2);
    assert!(said.contains("write a dimension and a group"), "{said}");
}

#[test]
fn a_measure_comes_down_to_the_children_that_the_table_counts() {
    let folder = tempfile::tempdir().unwrap();
    let run = "--as-at 2011-03-31 --years 1 --disclosure none --no-charts --out r --quiet";
    said(stocktake(folder.path()).arg("run").arg(data()).args(run.split_whitespace()), 0);
    let table = rows(&folder.path().join("r/restricted/context.csv"));
    let of_place = table.iter().filter(|row| row["code"] == "996" && row["group"].is_empty());
    let mut met = 0;
    for row in of_place {
        let explain = ["--as-at", "2011-03-31", "--authority", "996", "--measure", &row["measure"], "--children"];
        let (text, _) = said(stocktake(folder.path()).arg("explain").arg(data()).args(explain), 0);
        // What happens more than once is counted each time, and its children are fewer.
        let is_of_times = text.contains(&format!("{}, of ", row["numerator"]));
        if is_of_times {
            let children = in_one_line(&text).split_once(", of ").unwrap().1.split(' ').next().unwrap().to_owned();
            assert!(text.contains(&format!("\nCounted: {children}\n")), "{text}");
            continue;
        }
        let number = match row["denominator"].as_str() {
            "" => row["numerator"].clone(),
            of => format!("{} of {of}, {}%", row["numerator"], row["value"]),
        };
        assert!(in_one_line(&text).contains(&format!(" Number {number} Population ")), "{row:?}\n{text}");
        let (_, counted) = text.split_once(&format!("\nCounted: {}\n", row["numerator"])).unwrap();
        let ids = counted.split("\n\n").next().unwrap().split_whitespace().take_while(|word| *word != "Not");
        let ids = ids.filter(|word| word.chars().any(|character| character.is_ascii_digit()));
        assert_eq!(ids.count().to_string(), row["numerator"], "{text}");
        met += 1;
    }
    assert!(met > 15, "{met}");
    let explain = ["--as-at", "2011-03-31", "--authority", "996", "--measure", "on_dya"];
    let (_, error) = said(stocktake(folder.path()).arg("explain").arg(data()).args(explain), 2);
    assert!(error.contains("on_dya") && error.contains("on_day"), "{error}");
}
