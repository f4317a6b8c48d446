//! Several days, one report: every figure in the order of its days, and what happened in each month alone.

use crate::folder::{data, rows, said, stocktake, tree};
use std::fs;
use std::path::Path;

/// Runs the project's own returns for some days into `r` below a folder.
fn run(folder: &Path, days: &[&str]) -> (String, String) {
    let arguments = ["--no-charts", "--out", "r"];
    said(stocktake(folder).arg("run").arg(data()).args(days).args(arguments), 0)
}

/// The folders of days below `r`.
fn days(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.join("r")).unwrap().map(|entry| entry.unwrap().file_name());
    let mut days: Vec<String> =
        entries.map(|name| name.into_string().unwrap()).filter(|name| name != "series").collect();
    days.sort();
    days
}

#[test]
fn every_quarter_end_gets_a_folder_and_all_of_them_a_report_together() {
    let folder = tempfile::tempdir().unwrap();
    let (out, _) = run(folder.path(), &["--every", "quarter", "--from", "2010-04-30", "--to", "2011-03-31"]);
    assert!(out.contains("Written to r, r/series\n"), "{out}");
    let quarters = ["2010-06-30", "2010-09-30", "2010-12-31", "2011-03-31"];
    assert_eq!(days(folder.path()), quarters);

    // Every day is looked ahead from but the last of a year.
    let looks_ahead = |day: &str| folder.path().join("r").join(day).join("restricted/forecast.csv").exists();
    assert_eq!(quarters.map(looks_ahead), [true, true, true, false]);

    // Each row is that of its day, with the year before and the paths behind it.
    let series = rows(&folder.path().join("r/series/restricted/series.csv"));
    let mut of_days = 0;
    for day in quarters {
        for figure in rows(&folder.path().join("r").join(day).join("restricted/indicators.csv")) {
            let is_same = |row: &&std::collections::BTreeMap<String, String>| {
                ["as_at", "code", "indicator"].iter().all(|column| row[*column] == figure[*column])
            };
            let row = series.iter().find(is_same).unwrap();
            assert!(figure.iter().all(|(column, cell)| row[column] == *cell), "{row:?}");
            let from = &figure["change_from_value"];
            assert!(from.is_empty() || row["value_year_before"] == *from, "{row:?}");
            of_days += 1;
        }
    }
    assert_eq!(series.len(), of_days);
    // The days of a figure stand under one another.
    let first: Vec<_> = series[..4].iter().map(|row| [&row["code"], &row["indicator"], &row["as_at"]]).collect();
    assert_eq!(first, quarters.map(|day| ["E92000001", "58", day]));
    assert_eq!(series[2]["as_at_year_before"], "2009-12-31");

    let record = fs::read_to_string(folder.path().join("r/series/series.json")).unwrap();
    let record: serde_json::Value = serde_json::from_str(&record).unwrap();
    assert_eq!(record["as_at"], serde_json::json!(quarters));
    assert_eq!(record["outputs"].as_array().unwrap().len(), tree(&folder.path().join("r/series")).len() - 1);
    said(stocktake(folder.path()).args(["audit", "r"]), 0);
}

#[test]
fn what_is_published_over_all_days_is_what_each_of_them_publishes() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["--every", "quarter", "--from", "2010-09-30", "--to", "2010-12-31"]);
    let report = folder.path().join("r");
    let table = report.join("series/publish/series.csv");
    let series = rows(&table);
    let mut of_days = 0;
    for day in ["2010-09-30", "2010-12-31"] {
        let published = |below: &str| rows(&report.join(day).join("publish").join(below).join("indicators.csv"));
        let before = published(&format!("years/{}", day.replace("2010", "2009")));
        for figure in published(".") {
            let is_same = |row: &&std::collections::BTreeMap<String, String>| {
                ["code", "indicator"].iter().all(|column| row[*column] == figure[*column])
            };
            let row = series.iter().filter(is_same).find(|row| row["as_at"] == day).unwrap();
            assert!(figure.iter().all(|(column, cell)| row[column] == *cell), "{row:?}");
            let before = before.iter().find(is_same).filter(|before| before["value"] != "x");
            for (column, before) in
                ["numerator", "denominator", "value"].iter().flat_map(|column| before.map(|before| (column, before)))
            {
                assert_eq!(row[&format!("{column}_year_before")], before[*column], "{row:?}");
            }
            assert!(row.values().all(|cell| !cell.is_empty()), "{row:?}");
            of_days += 1;
        }
    }
    assert_eq!(series.len(), of_days);
    assert!(series.iter().any(|row| row["value_year_before"] == "c" && row["change"] == "z"));
    assert!(series.iter().any(|row| row["change_lower_95"] != "z"));

    let audit = |code: i32| said(stocktake(folder.path()).args(["audit", "r"]), code).0;
    audit(0);
    let bytes = fs::read(&table).unwrap();
    let other = String::from_utf8(bytes.clone()).unwrap().replacen(",c,", ",3,", 1);
    fs::write(&table, other).unwrap();
    assert!(crate::folder::in_one_line(&audit(3)).contains("series.csv: is not what the tables of its days give"));
    fs::remove_file(&table).unwrap();
    assert!(
        crate::folder::in_one_line(&audit(3)).contains("series.csv: is missing: the published figures of all days")
    );
    fs::create_dir(&table).unwrap();
    assert!(crate::folder::in_one_line(&audit(3)).contains("series.csv: a file that this program does not read"));
    fs::remove_dir(&table).unwrap();
    fs::write(&table, bytes).unwrap();
    fs::write(table.with_file_name("children.csv"), "1").unwrap();
    assert!(crate::folder::in_one_line(&audit(3)).contains("children.csv: a file that this program does not read"));
}

#[test]
fn of_cumulative_days_what_adds_up_is_published_for_the_last_alone() {
    let folder = tempfile::tempdir().unwrap();
    let days = ["--every", "quarter", "--from", "2010-09-30", "--to", "2011-03-31"];
    let (out, error) = run(folder.path(), &[&days[..], &["--basis", "year-to-date"]].concat());
    let told = crate::folder::in_one_line(&(out + &error)).matches("NI 61, 147, 148 left out (x)").count();
    assert_eq!(told, 2, "of each day but the last");
    let published = |day: &str| rows(&folder.path().join("r").join(day).join("publish/indicators.csv"));
    for (day, is_last) in [("2010-09-30", false), ("2010-12-31", false), ("2011-03-31", true)] {
        let is_available = |indicator: &str| {
            published(day).iter().any(|row| row["indicator"] == indicator && row["denominator"] != "x")
        };
        for flow in ["61", "147", "148"] {
            assert_eq!(is_available(flow), is_last, "{day}, NI {flow}");
        }
        assert!(is_available("62") && is_available("58"), "{day}");
    }
    said(stocktake(folder.path()).args(["audit", "r"]), 0);
}

#[test]
fn flows_are_of_every_month_from_the_first_day_to_the_last() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["--as-at", "2011-03-31", "--as-at", "2010-12-31"]);
    let flows = rows(&folder.path().join("r/series/restricted/flows.csv"));
    let of = |code: &str, flow: &str| {
        let found = flows.iter().filter(|row| row["code"] == code && row["flow"] == flow);
        found.cloned().collect::<Vec<_>>()
    };
    let reviews = of("E92000001", "reviews_on_time");
    let months: Vec<&str> = reviews.iter().map(|row| row["month"].as_str()).collect();
    assert_eq!(months, ["2010-12", "2011-01", "2011-02", "2011-03"]);
    for row in &reviews {
        let number = |column: &str| row[column].parse::<f64>().unwrap();
        assert_eq!(row["value"], format!("{:.1}", 100.0 * number("numerator") / number("denominator")));
        assert!(number("lower_99_8") <= number("lower_95") && number("upper_95") <= number("upper_99_8"));
        assert!(number("lower_99_8") >= 0.0 && number("upper_99_8") <= 100.0, "{row:?}");
        assert_eq!(row["chart"], "p-chart, exact binomial");
    }
    // The whole is the sum of its authorities.
    let authorities = flows.iter().filter(|row| row["geographic_level"] == "Local authority");
    let of_december = authorities.filter(|row| row["month"] == "2010-12" && row["flow"] == "placements_begun");
    let sum: u64 = of_december.filter_map(|row| row["numerator"].parse::<u64>().ok()).sum();
    assert_eq!(of("E92000001", "placements_begun")[0]["numerator"], sum.to_string());
}

#[test]
fn since_a_day_means_to_the_last_that_the_returns_cover() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["--since", "2011-01-31"]);
    assert_eq!(days(folder.path()), ["2011-01-31", "2011-02-28", "2011-03-31"]);
    let series = tree(&folder.path().join("r/series"));
    let files = [
        "publish/series.csv",
        "restricted/columns.csv",
        "restricted/flows.csv",
        "restricted/methods.txt",
        "restricted/series.csv",
        "series.json",
    ];
    assert_eq!(series.keys().collect::<Vec<_>>(), files.iter().collect::<Vec<_>>());
}

#[test]
fn each_day_before_31_march_is_looked_ahead_from() {
    let folder = tempfile::tempdir().unwrap();
    let looks_ahead = || {
        let is_ahead = |day: &String| folder.path().join("r").join(day).join("restricted/forecast.csv").exists();
        days(folder.path()).iter().map(is_ahead).collect::<Vec<bool>>()
    };
    run(folder.path(), &["--from", "2010-11-30", "--to", "2010-12-31"]);
    assert_eq!(looks_ahead(), [true, true]);
    run(folder.path(), &["--as-at", "2010-11-30", "--as-at", "2010-12-31"]);
    assert_eq!(looks_ahead(), [true, true]);
}

#[test]
fn every_place_has_a_page_with_its_charts_and_the_workbook_has_the_days() {
    use calamine::Reader;
    let folder = tempfile::tempdir().unwrap();
    super::returns_of(folder.path(), "2010", &["996-hollowdale"]);
    let days = ["--every", "quarter", "--from", "2009-12-31", "--to", "2010-03-31", "--disclosure", "none"];
    said(stocktake(folder.path()).args(["run", "returns", "--ods", "--out", "r"]).args(days), 0);
    let below = folder.path().join("r/series/restricted");
    let page = fs::read_to_string(below.join("authorities/996-hollowdale.html")).unwrap();
    for said in
        ["id=chart-series>", "id=chart-flows>", "Restricted: exact figures", "no rule of control charts is used"]
    {
        assert!(crate::folder::in_one_line(&page).contains(said), "{said}");
    }
    let overview = fs::read_to_string(below.join("index.html")).unwrap();
    assert!(overview.contains("<a href=authorities/996-hollowdale.html>Hollowdale</a>"));
    assert!(!below.join("authorities/996-hollowdale/series.svg").exists(), "charts are files where that is asked for");

    let mut excel: calamine::Xlsx<_> = calamine::open_workbook(below.join("series.xlsx")).unwrap();
    let mut open: calamine::Ods<_> = calamine::open_workbook(below.join("series.ods")).unwrap();
    assert_eq!(excel.sheet_names(), ["Cover", "Contents", "Notes", "Definitions", "Days", "Months"]);
    assert_eq!(open.sheet_names(), excel.sheet_names());
    assert_eq!(open.worksheet_range("Months").unwrap(), excel.worksheet_range("Months").unwrap());
    let figures = rows(&folder.path().join("r/2010-03-31/restricted/indicators.csv"));
    let figure = figures.iter().find(|figure| figure["code"] == "996" && figure["indicator"] == "62").unwrap();
    let value: f64 = figure["value"].parse().unwrap();
    for (sheet, latest) in [
        (excel.worksheet_range("Days").unwrap(), "Latest, with a line of the days"),
        // No line is drawn there.
        (open.worksheet_range("Days").unwrap(), "Latest"),
    ] {
        let heading = sheet.rows().position(|row| row[0] == "Area").unwrap();
        let cells: Vec<Vec<String>> =
            sheet.rows().skip(heading).map(|row| row.iter().map(ToString::to_string).collect()).collect();
        let column = |name: &str| cells[0].iter().position(|cell| cell == name).unwrap();
        let row = cells.iter().find(|row| row[1] == "996" && row[3] == "NI 62").unwrap();
        for name in ["31 March 2010", latest] {
            assert_eq!(row[column(name)].parse::<f64>().unwrap(), value, "{name}");
        }
    }
}

#[test]
fn one_day_has_no_report_over_several() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["--since", "31/03/2011"]);
    assert!(folder.path().join("r/run.json").is_file() && !folder.path().join("r/series").exists());
}

#[test]
fn days_that_cannot_be_are_refused_with_what_to_give_instead() {
    let folder = tempfile::tempdir().unwrap();
    for (days, why) in [
        (vec!["--every", "month"], "give --from and --to, or --since"),
        (
            vec!["--from", "2011-03-31", "--to", "2011-02-28"],
            "there is no month end from 31 March 2011 to 28 February 2011",
        ),
        (vec!["--every", "quarter", "--from", "2010-04-30", "--to", "2010-05-31"], "there is no quarter end from"),
        (vec!["--from", "2011-03-30", "--to", "2011-03-31"], "2011-03-30 is not the last day of a month"),
        (vec!["--since", "2011-04-30"], "there is no month end from 30 April 2011 to 31 March 2011"),
    ] {
        let mut command = stocktake(folder.path());
        let (_, error) = said(command.arg("run").arg(data()).args(&days).args(["--no-charts", "--out", "r"]), 2);
        assert!(crate::folder::in_one_line(&error).contains(why), "{days:?}: {error}");
        assert!(!folder.path().join("r").exists(), "{days:?}");
    }
}
