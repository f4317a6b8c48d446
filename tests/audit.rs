//! `stocktake audit`, as a person runs it, and what `stocktake run` publishes.

use crate::folder::{data, rows, said, stocktake};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A report of the project's own returns in `r`, made with the choices given.
fn report(more: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let day: &[&str] = if more.contains(&"--as-at") { &[] } else { &["--as-at", "2011-03-31"] };
    let arguments = ["--no-charts", "--quiet", "--out", "r"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(arguments).args(day).args(more), 0);
    folder
}

/// What `audit DIR` says, in one line, which must end with `code`.
fn audit(folder: &Path, dir: &str, code: i32) -> String {
    let (out, error) = said(stocktake(folder).args(["audit", dir]), code);
    format!("{out}{error}").replace("\n  │ ", " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Changes the one row of the published table that contains this text.
fn edit(folder: &Path, row: &str, to: impl Fn(Vec<&str>) -> Vec<String>) {
    let path = folder.join("r/publish/indicators.csv");
    let text = fs::read_to_string(&path).unwrap();
    let mut found = 0;
    let lines = text.lines().map(|line| {
        if !line.contains(row) {
            return line.to_owned();
        }
        found += 1;
        // No title of these rows has a comma.
        to(line.split(',').collect()).join(",")
    });
    fs::write(&path, lines.map(|line| line + "\n").collect::<String>()).unwrap();
    assert_eq!(found, 1, "{row}");
}

/// Sets cells of the published columns, counted from the numerator.
fn set(folder: &Path, row: &str, cells: &[(usize, &str)]) {
    edit(folder, row, |line| {
        let mut line: Vec<String> = line.into_iter().map(str::to_owned).collect();
        for (column, cell) in cells {
            line[10 + column] = (*cell).to_owned();
        }
        let hidden = line[10..15].contains(&"c".to_owned());
        line[15] = if hidden { "confidential" } else { "ok" }.to_owned();
        line
    });
}

/// A row of an authority and indicator.
fn of(code: &str, name: &str, region: &str, indicator: u16) -> String {
    format!(",{code},{name},{region},{indicator},")
}

const NORTH: &str = "E12000091";
const SOUTH: &str = "E12000092";

#[test]
fn what_a_run_publishes_passes_the_audit() {
    for more in [&[][..], &["--disclosure", "round-5"], &["--as-at", "2011-03-31", "--as-at", "2010-12-31"]] {
        let folder = report(more);
        let said = audit(folder.path(), "r", 0);
        assert!(said.contains("Nothing hidden can be worked out"), "{said}");
        // Each day and the two years before it, without what is of a part of the authorities.
        assert!(said.contains(" figures in 6 tables") || said.contains("241 figures in 3 tables"), "{said}");
    }
}

#[test]
fn every_hidden_number_has_its_reason_and_no_cell_is_blank() {
    let folder = report(&[]);
    let published = rows(&folder.path().join("r/publish/indicators.csv"));
    let mut reasons = rows(&folder.path().join("r/restricted/disclosure.csv"));
    assert!(reasons.iter().any(|row| row["as_at"] == "2010-03-31"), "the years before have theirs");
    reasons.retain(|row| row["as_at"] == "2011-03-31");
    assert!(published.iter().all(|row| row.values().all(|cell| !cell.is_empty())));
    let hidden: usize = published
        .iter()
        .map(|row| ["numerator", "denominator", "value"].iter().filter(|column| row[**column] == "c").count())
        .sum();
    assert_eq!(reasons.len(), hidden);
    for row in &published {
        // The limits follow their figure's fate.
        assert_eq!([&row["lower_95"], &row["upper_95"]].map(|limit| limit == "c"), [row["value"] == "c"; 2], "{row:?}");
        if row["numerator"] == "c" || row["denominator"] == "c" {
            assert_eq!(row["value"], "c", "{row:?}");
        }
    }
    let ashwater = published.iter().find(|row| row["code"] == "991" && row["indicator"] == "62").unwrap();
    assert_eq!([&ashwater["numerator"], &ashwater["denominator"], &ashwater["value"]], ["c", "7", "c"]);
    assert!(published.iter().all(|row| !row.contains_key("hidden_because")));
}

#[test]
fn leaks_are_found_and_reported_without_the_number() {
    // 15 of 96 in Brindlecombe is hidden to protect Ashwater's 1 of 7.
    let secondary = |folder: &Path| {
        let cells = [(0, "15"), (1, "96"), (2, "15.6"), (3, "9.7"), (4, "24.2")];
        set(folder, &of("992", "Brindlecombe", NORTH, 62), &cells);
    };
    // The percentage of a hidden count with its denominator, and its limits alone.
    let percentage = |folder: &Path| set(folder, &of("996", "Hollowdale", SOUTH, 101), &[(2, "8.0")]);
    let limits = |folder: &Path| set(folder, &of("996", "Hollowdale", SOUTH, 101), &[(3, "2.2"), (4, "25.0")]);
    let small = |folder: &Path| set(folder, &of("996", "Hollowdale", SOUTH, 101), &[(0, "2")]);
    type Leak<'a> = (&'a dyn Fn(&Path), &'a str);
    let leaks: [Leak<'_>; 4] = [
        (
            &secondary,
            "NI 62, 991 Ashwater, numerator: one whole number is left and 3 are required: the printed value of Northern Reaches",
        ),
        (
            &percentage,
            "NI 101, 996 Hollowdale, numerator: one whole number is left and 3 are required: the printed value of Hollowdale",
        ),
        (
            &limits,
            "NI 101, 996 Hollowdale, numerator: one whole number is left and 3 are required: what is printed of Hollowdale",
        ),
        (&small, "NI 101, 996 Hollowdale, numerator: one whole number is left and 3 are required: it is shown"),
    ];
    for (leak, told) in leaks {
        let folder = report(&[]);
        leak(folder.path());
        let said = audit(folder.path(), "r/publish", 3);
        assert!(said.contains(told), "{told}: {said}");
    }
}

#[test]
fn what_is_hidden_on_one_day_and_shown_on_another_is_a_breach() {
    // The exams of 2010 are in the tables of all of 2010.
    let folder = report(&["--as-at", "2010-03-31", "--as-at", "2010-12-31"]);
    assert!(audit(folder.path(), "r", 0).contains("Nothing hidden can be worked out"));
    let path = folder.path().join("r/2010-12-31/publish/indicators.csv");
    let hidden = |row: &&std::collections::BTreeMap<String, String>| {
        row["indicator"] == "101" && row["geographic_level"] == "Local authority" && row["numerator"] == "c"
    };
    let published = rows(&path);
    let row = published.iter().find(hidden).unwrap();
    let (code, of) = (&row["code"], &row["denominator"]);
    let text = fs::read_to_string(&path).unwrap();
    let line =
        text.lines().find(|line| line.contains(&format!("authority,{code},")) && line.contains(",101,")).unwrap();
    let shown = line.replacen(&format!(",c,{of},"), &format!(",0,{of},"), 1);
    assert_ne!(line, shown);
    fs::write(&path, text.replace(line, &shown)).unwrap();
    let said = audit(folder.path(), "r", 3);
    let told = format!("2010-03-31, NI 101, {code} {}, numerator: the table of 2010-12-31 shows it", row["name"]);
    assert!(said.contains(&told), "{told}: {said}");
}

#[test]
fn a_percentage_of_a_whole_is_hidden_and_shown_no_more_than_its_counts_are() {
    // A region's counts are to the nearest ten, so that its percentage tells more than they do.
    let folder = report(&["--as-at", "2010-03-31", "--as-at", "2010-12-31"]);
    let path = folder.path().join("r/2010-12-31/publish/indicators.csv");
    let text = fs::read_to_string(&path).unwrap();
    let line = text.lines().find(|line| line.contains("Regional,E12000092,") && line.contains(",99,")).unwrap();
    let mut cells: Vec<&str> = line.split(',').collect();
    assert_eq!(cells[15], "ok", "{line}");
    for cell in [12, 13, 14] {
        cells[cell] = "c";
    }
    cells[15] = "confidential";
    cells[17] = "z";
    fs::write(&path, text.replace(line, &cells.join(","))).unwrap();
    let said = audit(folder.path(), "r", 3);
    let told =
        "2010-12-31, NI 99, E12000092 Southern Shires, value: the table of 2010-03-31 shows it, of the same children";
    assert!(said.contains(told), "{told}: {said}");
}

/// README.txt as it was before warnings were explained.
const README_BEFORE: &str = "\
Figures at 31 March 2011 (rolling)

To protect children, the profile both-sides is followed. Stricter than the releases were: counts
from 1 to 5 are hidden on either side of the fraction, percentages of few children are hidden,
and regions and England are to the nearest 10.

- Counts of children from 1 to 5 are hidden. So is a numerator where the children of the
  denominator who are not in it are so few.
- A percentage is hidden where its numerator is 5 or less, or its denominator is 10 or less.
- Counts of authorities are exact. Counts of regions and England are to the nearest 10.
- Percentages and their limits are those of the exact counts.
- More is hidden where a hidden count could be worked out from what is shown: at least 3 whole
  numbers are left for each.

Symbols
  c  confidential: hidden to protect children
  z  not applicable: there is no such number
  x  not available: it could not be calculated
  k  rounds to nought, but is not nought

lower_95 and upper_95 are the limits of a 95% interval: by Wilson's method for a percentage, by
Student's t for a mean of scores (NI 58). They say how far a figure of so few children can move
by chance alone, and are hidden with their figure.
";

#[test]
fn what_was_published_before_there_were_classes_of_reliance_is_still_audited() {
    let folder = report(&["--disclosure", "both-sides"]);
    let at = |file: &str| folder.path().join("r/publish").join(file);
    let replace = |file: &str, change: &dyn Fn(&str) -> String| {
        let text = fs::read_to_string(at(file)).unwrap();
        let changed = change(&text);
        assert_ne!(text, changed, "{file}");
        fs::write(at(file), changed).unwrap();
    };
    replace("README.txt", &|_| README_BEFORE.to_owned());
    for day in ["", "years/2009-03-31/", "years/2010-03-31/"] {
        replace(&format!("{day}disclosure.toml"), &|text| text.split_once("\n# The column").unwrap().0.to_owned());
        let without = |text: &str| text.replace("; use_with_care", "").replace(",use_with_care", ",z");
        replace(&format!("{day}indicators.csv"), &without);
    }
    // Nor were there tidy data.
    fs::remove_dir_all(at("tidy")).unwrap();
    fs::remove_file(at("run.json")).unwrap();
    let said = audit(folder.path(), "r", 3);
    assert!(!said.contains("Breach") && said.matches(" Problem r/").count() == 3, "{said}");
    assert_eq!(said.matches(".csv: is missing: ").count(), 2, "{said}");
}

#[test]
fn what_one_profile_hides_another_may_not_show() {
    // The exams of 2010 once more, to the nearest five on the second day.
    let folder = tempfile::tempdir().unwrap();
    for (day, profile) in [("2010-03-31", "both-sides"), ("2010-12-31", "round-5")] {
        let out = format!("r/{day}");
        let arguments = ["--as-at", day, "--disclosure", profile, "--no-charts", "--quiet", "--out", &out];
        said(stocktake(folder.path()).arg("run").arg(data()).args(arguments), 0);
        audit(folder.path(), &out, 0);
    }
    let said = audit(folder.path(), "r", 3);
    let told =
        "2010-03-31, NI 101, 992 Brindlecombe, numerator: the table of 2010-12-31 shows it, of the same children";
    assert!(said.contains(told), "{told}: {said}");
}

#[test]
fn a_table_that_was_changed_is_named_before_what_is_made_of_it() {
    let folder = report(&[]);
    let table = folder.path().join("r/publish/indicators.csv");
    let text = fs::read_to_string(&table).unwrap();
    let changed = text.replacen("use_with_care", "z", 1);
    assert_ne!(changed, text);
    fs::write(&table, changed).unwrap();
    let said = audit(folder.path(), "r", 3);
    let [changed, others] =
        ["indicators.csv: was changed after run.json was written", "tidy/"].map(|words| said.find(words));
    assert!(changed.is_some() && changed < others, "{said}");
    assert_eq!(said.matches("was changed after").count(), 1, "{said}");
}

#[test]
fn an_unknown_file_fails_the_audit() {
    for (file, told) in [
        ("notes.txt", "notes.txt: a file that this program does not read"),
        ("charts/996.svg", "996.svg: a file that this program does not read"),
    ] {
        let folder = report(&[]);
        let path = folder.path().join("r/publish").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "7919").unwrap();
        let said = audit(folder.path(), "r", 3);
        assert!(said.contains(" Problem r/") && said.contains(told), "{said}");
    }
    for (file, from, to) in [
        ("README.txt", "Symbols", "Symbols, and 7919"),
        ("indicators.csv", "Looked after children cases", "Looked after children (7919) cases"),
        ("disclosure.toml", "[[profile]]", "# 7919\n[[profile]]"),
    ] {
        let folder = report(&[]);
        let path = folder.path().join("r/publish").join(file);
        fs::write(&path, fs::read_to_string(&path).unwrap().replace(from, to)).unwrap();
        let said = audit(folder.path(), "r", 3);
        assert!(said.contains(&format!("{file}: holds more than this program writes there")), "{said}");
    }
}

#[test]
fn none_publishes_nothing_and_removes_what_was_published() {
    let folder = report(&[]);
    assert!(folder.path().join("r/publish").exists());
    let arguments = ["--as-at", "2011-03-31", "--no-charts", "--quiet", "--out", "r", "--disclosure", "none"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(arguments), 0);
    assert!(!folder.path().join("r/publish").exists());
    assert!(!folder.path().join("r/restricted/disclosure.csv").exists());
    assert!(audit(folder.path(), "r", 2).contains("holds nothing published"));
    let record = fs::read_to_string(folder.path().join("r/run.json")).unwrap();
    assert!(record.contains("\"disclosure\": \"none\""));
}

#[test]
fn a_profile_can_be_a_file_and_nonsense_is_refused() {
    let folder = report(&[]);
    let profile = fs::read_to_string(folder.path().join("r/publish/disclosure.toml")).unwrap();
    let mine =
        profile.split_once('\n').unwrap().1.replace("sfr-2011", "mine").replace("hidden_to = 5", "hidden_to = 9");
    fs::write(folder.path().join("mine.toml"), mine).unwrap();
    let run = |disclosure: &str, code| {
        let arguments = ["--as-at", "2011-03-31", "--no-charts", "--quiet", "--out", "r", "--disclosure", disclosure];
        said(stocktake(folder.path()).arg("run").arg(data()).args(arguments), code).1
    };
    run("mine.toml", 0);
    assert!(fs::read_to_string(folder.path().join("r/publish/README.txt")).unwrap().contains("from 1 to 9 are hidden"));
    let said = audit(folder.path(), "r", 0);
    let told = "Profile mine: Counts of children from 1 to 9 are hidden.";
    assert!(said.contains(told) && said.contains("at least 3 whole numbers are left for each"), "{said}");
    let told = run("no-such", 2);
    assert!(
        told.contains("neither a profile nor a file")
            && told.contains("sfr-2011, both-sides, dfe-2024, round-5 and none"),
        "{told}"
    );
}
