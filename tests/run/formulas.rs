//! What a spreadsheet makes of tables, and what stands beside what is published.

use crate::folder::{copy, data, opened, said, stocktake};
use std::fs;
use std::path::Path;

/// Whether a spreadsheet takes a cell for a formula.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err()
}

/// How many cells of every CSV below a folder are negative numbers, and those that are formulas.
fn formulas(folder: &Path) -> (usize, Vec<String>) {
    let (mut negative, mut found) = (0, Vec::new());
    for (name, bytes) in opened(folder).into_iter().filter(|(name, _)| name.ends_with(".csv")) {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes.as_slice());
        for record in reader.records().map(Result::unwrap) {
            negative += record.iter().filter(|cell| cell.parse::<f64>().is_ok_and(|number| number < 0.0)).count();
            found.extend(record.iter().filter(|cell| is_formula(cell)).map(|cell| format!("{name}: {cell}")));
        }
    }
    (negative, found)
}

#[test]
fn no_cell_of_any_table_is_a_formula() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    copy(&data(), &at.join("data"));
    let list = fs::read_to_string(at.join("data/authorities.csv")).unwrap();
    let mut lines: Vec<Vec<String>> = list.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
    for line in &mut lines[1..] {
        line[2].insert(0, '=');
        line[4].insert(0, '@');
    }
    let list: String = lines.iter().map(|line| line.join(",") + "\n").collect();
    fs::write(at.join("list.csv"), list).unwrap();
    let code = &lines[1][0];
    fs::create_dir_all(at.join(format!("data/2011/{code}-more"))).unwrap();
    let ids = "=1+1,01/04/2010,S,C2,=2+2,,\n@A,-1+1,S,C2,U1,,\n-B,01/04/2010,S,C2,U1,,\n+C,01/04/2010,@LS,C2,U1,,\n";
    let text = format!("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n{ids}");
    fs::write(at.join(format!("data/2011/{code}-more/episodes.csv")), text).unwrap();
    fs::write(at.join("groups.toml"), format!("[groups]\n\"+Old\" = [\"{code}\"]\n")).unwrap();
    let lists = ["--authorities", "list.csv", "--settings", "groups.toml"];
    let run = ["run", "data", "--as-at", "2011-03-31", "--no-charts", "--out", "r"];
    said(stocktake(at).args([&run[..], &lists[..]].concat()), 0);
    said(stocktake(at).args(["check", "data", "--authorities", "list.csv", "--out", "r"]), 0);
    let (negative, found) = formulas(&at.join("r"));
    assert!(found.is_empty(), "{found:#?}");
    assert!(negative > 0, "a change downwards is still a number");
    // What is read back is as it was before it was written.
    let (text, _) = said(stocktake(at).args(["show", "r", "--authority", code]), 0);
    assert!(text.contains(&lines[1][2]) && !text.contains('\''), "{text}");
    said(stocktake(at).args(["audit", "r", "--authorities", "list.csv"]), 0);
}

#[test]
fn a_reader_has_a_record_of_its_own_and_the_owners_is_the_owners_alone() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let run = ["--as-at", "2011-03-31", "--no-charts", "--out", "r"];
    said(stocktake(at).arg("run").arg(data()).args(run), 0);
    let record = |place: &str| -> serde_json::Value {
        serde_json::from_str(&fs::read_to_string(at.join(place)).unwrap()).unwrap()
    };
    let public = record("r/publish/run.json");
    let names: Vec<&str> = public.as_object().unwrap().keys().map(String::as_str).collect();
    let expected =
        ["as_at", "basis", "disclosure", "outputs", "policies", "program", "version", "window_end", "window_start"];
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected, "nothing of rows, files or arguments");
    let listed: Vec<&str> =
        public["outputs"].as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
    let there: Vec<String> = opened(&at.join("r/publish")).into_keys().collect();
    for name in &listed {
        assert!(at.join("r/publish").join(name).is_file(), "{name}");
    }
    assert!(listed.contains(&"indicators.csv") && there.len() > listed.len(), "{listed:?} {there:?}");
    let of_owner = record("r/run.json");
    let paths: Vec<&str> =
        of_owner["outputs"].as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
    assert!(paths.contains(&"publish/run.json"));
    said(stocktake(at).args(["audit", "r/publish"]), 0);
    let text = fs::read_to_string(at.join("r/publish/run.json")).unwrap();
    fs::write(at.join("r/publish/run.json"), text.replacen('{', "{\n  \"rows\": 7,", 1)).unwrap();
    said(stocktake(at).args(["audit", "r/publish"]), 3);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(at.join("r/run.json")).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
}
