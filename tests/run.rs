//! `stocktake run`, as a person runs it.

use crate::folder::{copy, data, rows, said, stocktake, tree};
use std::fs;
use std::path::Path;

/// Runs the main job on the project's own returns into `out` below `folder`.
fn main_job(folder: &Path, out: &str) -> (String, String) {
    said(stocktake(folder).arg("run").arg(data()).args(["--as-at", "2011-03-31", "--out", out]), 0)
}

#[test]
fn writes_the_files_and_columns_of_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    main_job(folder.path(), "reports");
    let first_line = |file: &str| {
        let text = fs::read_to_string(folder.path().join("reports").join(file)).unwrap();
        text.lines().next().unwrap().to_owned()
    };
    assert!(first_line("restricted/indicators.csv").starts_with(
        "as_at,basis,geographic_level,code,name,indicator,numerator,denominator,population,value,status,reason,warning,authorities,"
    ));
    assert_eq!(
        first_line("restricted/children.csv"),
        "la_code,indicator,child,in_denominator,in_numerator,score,reason,flags"
    );
    assert_eq!(first_line("restricted/cleaning.csv"), "file,line,la_code,child,step,rule,field,found,remedy");
    assert!(first_line("publish/indicators.csv").starts_with(
        "as_at,basis,geographic_level,code,name,region,indicator,title,unit,good,numerator,denominator,value,lower_95,upper_95,status,authorities"
    ));
}

#[test]
fn every_authority_has_a_table_and_its_charts() {
    let folder = tempfile::tempdir().unwrap();
    main_job(folder.path(), "reports");
    let files = tree(&folder.path().join("reports/restricted"));
    let authorities = ["991-ashwater", "994-fenwold-and-sands", "996-hollowdale"];
    for name in authorities.map(|name| format!("authorities/{name}")) {
        assert!(files[&format!("{name}.csv")].starts_with(b"Indicator,Title,Value,"));
        assert!(files[&format!("{name}.png")].starts_with(b"\x89PNG"));
        let svg = String::from_utf8(files[&format!("{name}.svg")].clone()).unwrap();
        assert!(svg.starts_with("<svg") && svg.contains("role=\"img\"") && svg.contains("<desc id=\"desc\">Bars of"));
        for chart in ["spine", "slope", "caterpillar-62", "funnel-62", "trend-62"] {
            assert!(files.contains_key(&format!("{name}/{chart}.svg")), "{name} has no {chart}");
        }
    }
    assert!(files.contains_key("heat-table.svg"));
    let pixels = files.keys().filter(|file| file.ends_with(".png")).count();
    assert_eq!(pixels, 6, "one for each authority");
    // Ashwater has nobody at Key Stage 2, and Fenwold & Sands gave no return for 2009.
    assert!(!files.contains_key("authorities/991-ashwater/caterpillar-99.svg"));
    assert!(!files.contains_key("authorities/991-ashwater/trend-99.svg"));
}

/// The project's own returns of a year and some authorities, in `returns` below `folder`.
fn returns_of(folder: &Path, year: &str, authorities: &[&str]) {
    for authority in authorities {
        let inside = Path::new(year).join(authority);
        copy(&data().join(&inside), &folder.join("returns").join(inside));
    }
    fs::copy(data().join("authorities.csv"), folder.join("returns/authorities.csv")).unwrap();
}

#[test]
fn png_draws_every_chart_twice() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["995-marlbeck", "996-hollowdale"]);
    said(stocktake(folder.path()).args(["run", "returns", "--as-at", "2010-03-31", "--out", "r", "--png"]), 0);
    let files = tree(&folder.path().join("r/restricted"));
    let of = |ending: &str| {
        let named = files.keys().filter_map(|file| file.strip_suffix(ending)).map(str::to_owned);
        named.collect::<std::collections::BTreeSet<String>>()
    };
    assert!(!of(".svg").is_empty());
    assert_eq!(of(".svg"), of(".png"));
    // One year: nothing to follow.
    assert!(of(".svg").iter().all(|name| !name.contains("/trend-") && !name.ends_with("slope")));
}

#[test]
fn an_authority_alone_is_set_among_nobody() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["996-hollowdale"]);
    said(stocktake(folder.path()).args(["run", "returns", "--as-at", "2010-03-31", "--out", "r"]), 0);
    let files = tree(&folder.path().join("r/restricted"));
    assert!(files.contains_key("authorities/996-hollowdale.svg"), "{:?}", files.keys());
    for chart in ["caterpillar", "funnel", "heat-table", "spine"] {
        assert!(files.keys().all(|name| !name.contains(chart)), "{chart} of one authority");
    }
    // Its region and England would be itself under other names: in the tables, but not among the packs.
    let packs = |report: &std::collections::BTreeMap<String, Vec<u8>>| {
        report.keys().filter(|file| file.ends_with(".html")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(packs(&files), ["authorities/996-hollowdale.html", "index.html"]);
    let published = tree(&folder.path().join("r/publish"));
    assert_eq!(packs(&published), ["authorities/996-hollowdale.html", "index.html"]);
    assert!(!String::from_utf8_lossy(&files["index.html"]).contains("summary-heading"));
    assert!(String::from_utf8_lossy(&files["indicators.csv"]).contains("E92000001"));
    said(stocktake(folder.path()).args(["audit", "r"]), 0);
}

#[test]
fn of_two_authorities_their_region_and_england_have_packs() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["995-marlbeck", "996-hollowdale"]);
    said(stocktake(folder.path()).args(["run", "returns", "--as-at", "2010-03-31", "--out", "r"]), 0);
    let files = tree(&folder.path().join("r/restricted"));
    for page in ["regions/E92000001-england.html", "regions/E12000092-southern-shires.html"] {
        assert!(files.contains_key(page), "{page}: {:?}", files.keys());
    }
}

#[test]
fn no_charts_leaves_the_charts_out() {
    let folder = tempfile::tempdir().unwrap();
    said(
        stocktake(folder.path()).arg("run").arg(data()).args(["--as-at", "2011-03-31", "--out", "r", "--no-charts"]),
        0,
    );
    let files = tree(&folder.path().join("r/restricted"));
    assert_eq!(files.keys().filter(|file| !file.ends_with(".csv") && !file.ends_with(".txt")).count(), 0);
}

#[test]
fn the_same_returns_give_the_same_bytes_on_one_thread_or_many() {
    let folder = tempfile::tempdir().unwrap();
    let run = |threads: &str| {
        said(
            stocktake(folder.path())
                .env("RAYON_NUM_THREADS", threads)
                .env("POLARS_MAX_THREADS", threads)
                .arg("run")
                .arg(data())
                .args(["--as-at", "2011-03-31", "--out", "same"]),
            0,
        );
        tree(&folder.path().join("same"))
    };
    let (one, many) = (run("1"), run("7"));
    assert_eq!(one.keys().collect::<Vec<_>>(), many.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert!(bytes == &many[name], "{name} differs");
    }
}

#[test]
fn the_record_seals_what_was_read_and_written() {
    let folder = tempfile::tempdir().unwrap();
    main_job(folder.path(), "reports");
    let out = folder.path().join("reports");
    let record: serde_json::Value = serde_json::from_str(&fs::read_to_string(out.join("run.json")).unwrap()).unwrap();
    assert_eq!(record["written_at"], "2011-04-01T09:30:05Z");
    assert_eq!(record["policies"]["sdq_ages"], "5..=16");
    let sha = |path: &Path| {
        use sha2::Digest;
        sha2::Sha256::digest(fs::read(path).unwrap()).iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    for output in record["outputs"].as_array().unwrap() {
        assert_eq!(output["sha256"], sha(&out.join(output["path"].as_str().unwrap())));
    }
    for input in record["inputs"].as_array().unwrap() {
        assert_eq!(input["sha256"], sha(Path::new(input["path"].as_str().unwrap())));
    }
    let written = tree(&out).len();
    assert_eq!(record["outputs"].as_array().unwrap().len() + 1, written, "all but the record itself is listed");
}

#[test]
fn every_row_read_is_used_set_aside_repaired_or_rejected() {
    let folder = tempfile::tempdir().unwrap();
    main_job(folder.path(), "reports");
    let text = fs::read_to_string(folder.path().join("reports/run.json")).unwrap();
    let record: serde_json::Value = serde_json::from_str(&text).unwrap();
    let number = |value: &serde_json::Value| value.as_u64().unwrap();
    for (table, ledger) in record["rows"]["tables"].as_object().unwrap() {
        let set_aside: u64 = ledger["set_aside"].as_object().unwrap().values().map(number).sum();
        let accounted = number(&ledger["rejected"]) + set_aside + number(&ledger["repaired"]) + number(&ledger["used"]);
        assert_eq!(number(&ledger["read"]), accounted, "{table}");
        let of_files: u64 = record["inputs"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|input| input["table"] == **table)
            .map(|input| number(&input["rows"]))
            .sum();
        assert_eq!(number(&ledger["read"]), of_files, "{table}");
    }
    let rejected = rows(&folder.path().join("reports/restricted/cleaning.csv"));
    let rejections = ["blank", "unknown", "not_told", "missing", "date_unreadable", "end_before_start"];
    let listed = rejected.iter().filter(|row| {
        row["step"] == "a"
            && row["rule"] != "date_unreadable_ignored"
            && rejections.iter().any(|end| row["rule"].ends_with(end))
    });
    let counted: u64 = record["inputs"].as_array().unwrap().iter().map(|input| number(&input["rejected"])).sum();
    assert_eq!(listed.count() as u64, counted, "every rejected row is listed once");
}

#[test]
fn several_days_make_a_folder_each() {
    let folder = tempfile::tempdir().unwrap();
    let days = ["--as-at", "2011-03-31", "--as-at", "2010-12-31", "--no-charts", "--out", "batch"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(days), 0);
    main_job(folder.path(), "alone");
    let table = |path: &str| fs::read_to_string(folder.path().join(path).join("restricted/indicators.csv")).unwrap();
    assert_eq!(table("batch/2011-03-31"), table("alone"), "a day in a batch is the day alone");
    assert!(table("batch/2010-12-31").contains("2010-12-31,rolling,"));
}

#[test]
fn strict_tells_by_its_exit_code_that_rows_were_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let strict = ["--as-at", "2011-03-31", "--out", "r", "--no-charts", "--strict"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(strict), 1);
}

#[test]
fn what_cannot_run_says_why_and_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a-file"), "").unwrap();
    fs::create_dir(folder.path().join("empty")).unwrap();
    let returns = data().display().to_string();
    let returns = returns.as_str();
    for (arguments, words) in [
        (vec![returns, "--as-at", "2011-03-30", "--out", "r"], "not the last day of a quarter"),
        (vec![returns, "--as-at", "31/03/11", "--out", "r"], "'31/03/11' is not a date: write it as 2011-03-31"),
        (vec!["nowhere", "--as-at", "2011-03-31", "--out", "r"], "nowhere is not there: check the path"),
        (vec!["empty", "--as-at", "2011-03-31", "--out", "r"], "no CSV file in empty"),
        (
            vec!["a-file", "--as-at", "2011-03-31", "--out", "r"],
            "none of the 1 files can be read as a table of a return: a-file, line 1",
        ),
        (vec![returns, "--as-at", "2011-03-31", "--out", "a-file"], "a-file is a file: give a folder with --out"),
        (vec![returns, "--as-at", "2011-03-31", "--out", "r", "--policy", "sdq_ages=old"], "write two ages"),
        (
            vec![returns, "--as-at", "2011-03-31", "--out", "r", "--policy", "no_such=1"],
            "no policy is called 'no_such'",
        ),
        (
            vec![returns, "--as-at", "2011-03-31", "--out", "r", "--authority", "Atlantis"],
            "not on the list of authorities",
        ),
        (vec![returns, "--as-at", "2011-03-31", "--out", "r", "--year", "11"], "--year 11 is not a year"),
        (vec![returns, "--as-at", "2011-03-31", "--out", "r", "--targets", "none.csv"], "none.csv cannot be read"),
    ] {
        let (_, error) = said(stocktake(folder.path()).arg("run").args(&arguments), 2);
        let unwrapped = error.replace("\n  │ ", " ").replace('\n', " ");
        assert!(unwrapped.contains(words), "{words}\n{error}");
    }
    let (_, error) = said(stocktake(folder.path()).args(["run", returns, "--out", "r"]), 2);
    assert!(error.contains("--as-at"), "{error}");
}

#[test]
fn a_long_path_is_said_in_one_piece() {
    let folder = tempfile::tempdir().unwrap();
    let path = format!("{}/not there/episodes.csv", ["Returns of looked-after children 2010-11"; 4].join("/"));
    let (_, error) = said(stocktake(folder.path()).args(["run", &path, "--as-at", "2011-03-31", "--out", "r"]), 2);
    assert!(error.contains(&format!("{path} is not there: check the path\n")), "{error}");
}

#[test]
fn a_run_that_cannot_finish_leaves_the_earlier_report() {
    let folder = tempfile::tempdir().unwrap();
    main_job(folder.path(), "reports");
    let before = tree(&folder.path().join("reports"));
    fs::write(folder.path().join("broken.csv"), "CHILD;REVIEW\n1;2\n").unwrap();
    said(stocktake(folder.path()).args(["run", "broken.csv", "--as-at", "2011-03-31", "--out", "reports"]), 2);
    assert_eq!(tree(&folder.path().join("reports")), before);
}

#[test]
fn a_day_without_a_return_is_said_to_have_no_figure_and_which_return_it_needs() {
    let folder = tempfile::tempdir().unwrap();
    let days = ["--as-at", "2011-03-31", "--as-at", "2011-06-30", "--no-charts", "--quiet", "--out", "r"];
    let (out, error) = said(stocktake(folder.path()).arg("run").arg(data()).args(days), 0);
    let words = "No figure 30 June 2011 needs the return for 2011-12 (the year 2012), and there is none: the returns for \
                 2009, 2010 and 2011 are loaded.";
    assert!(out.is_empty() && in_one_line(&error).starts_with(words), "{out}{error}");
    let figures = rows(&folder.path().join("r/2011-06-30/restricted/indicators.csv"));
    assert!(figures.iter().all(|row| row["status"] == "not_available"));
    let strict = ["--as-at", "2015-03-31", "--no-charts", "--strict", "--out", "s"];
    let (_, error) = said(stocktake(folder.path()).arg("run").arg(data()).args(strict), 1);
    assert!(in_one_line(&error).contains("31 March 2015 needs the return for 2014-15 (the year 2015)"), "{error}");
}

#[test]
fn a_day_for_which_some_authorities_have_a_return_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["995-marlbeck", "996-hollowdale"]);
    returns_of(folder.path(), "2009", &["996-hollowdale"]);
    let arguments = ["run", "returns", "--as-at", "2009-03-31", "--out", "r", "--no-charts"];
    said(stocktake(folder.path()).args(arguments), 0);
}

#[test]
fn that_every_row_is_rejected_is_said() {
    let folder = tempfile::tempdir().unwrap();
    copy(&data().join("2011"), &folder.path().join("bad/2011"));
    let arguments = ["run", "bad/2011", "--as-at", "2011-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 0);
    let error = in_one_line(&error);
    for words in [
        "none of the 7844 rows read can be used. 784",
        "by the rule authority_unknown, the first in bad/2011/ad1.csv, line 2: write",
        "give the list that has them with --authorities FILE",
    ] {
        assert!(error.contains(words), "{words}: {error}");
    }
    let list = data().join("authorities.csv").display().to_string();
    said(stocktake(folder.path()).args(arguments).args(["--authorities", &list]), 0);
}

#[test]
fn a_return_that_was_refused_is_named_where_its_day_has_none() {
    let folder = tempfile::tempdir().unwrap();
    for (year, text) in [("2010", "CHILD,REVIEW\nA,01/06/2009\n"), ("2011", "CHILD;REVIEW\nA;01/06/2010\n")] {
        fs::create_dir_all(folder.path().join("302").join(year)).unwrap();
        fs::write(folder.path().join("302").join(year).join("reviews.csv"), text).unwrap();
    }
    let arguments = ["run", "302", "--as-at", "2011-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 0);
    let words = "the return for 2010 is loaded; refused: 302/2011/reviews.csv, line 1: has semi";
    assert!(in_one_line(&error).contains(words), "{error}");
}

fn in_one_line(said: &str) -> String {
    said.replace("\n  │ ", " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn local_targets_stand_beside_the_national_ones() {
    let folder = tempfile::tempdir().unwrap();
    let targets = "indicator,year,code,target\n62,2011,Hollowdale,50\n99,2011,996,1.5\n63,2011,996,99.9\n";
    fs::write(folder.path().join("local.csv"), targets).unwrap();
    let arguments = ["--as-at", "2011-03-31", "--out", "r", "--no-charts", "--targets", "local.csv"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(arguments), 0);
    let figures = rows(&folder.path().join("r/restricted/indicators.csv"));
    let figure = |indicator: &str| {
        figures.iter().find(|row| row["code"] == "996" && row["indicator"] == indicator).unwrap().clone()
    };
    let target = |indicator: &str| {
        let row = figure(indicator);
        ["national_target", "local_target", "local_target_met"].map(|column| row[column].clone())
    };
    assert_eq!(target("62"), ["", "50", "met"], "low is good: below the target meets it");
    assert_eq!(target("99"), ["60", "1.5", "met"]);
    assert_eq!(target("63"), ["", "99.9", "not met"]);
    assert_eq!(target("66"), ["", "", ""]);
    let elsewhere = figures.iter().filter(|row| row["code"] != "996");
    assert!(elsewhere.map(|row| row["local_target"].as_str()).all(str::is_empty));
}

#[test]
fn quiet_says_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--as-at", "2011-03-31", "--out", "r", "--no-charts", "--quiet"];
    let (out, error) = said(stocktake(folder.path()).arg("run").arg(data()).args(arguments), 0);
    assert_eq!((out.as_str(), error.as_str()), ("", ""));
}

#[test]
fn help_gives_examples() {
    let folder = tempfile::tempdir().unwrap();
    let (out, _) = said(stocktake(folder.path()).args(["run", "--help"]), 0);
    assert!(out.contains("stocktake run data --as-at 2011-03-31 --out reports"));
    assert!(out.contains("Exit codes"));
}

/// A return of one table, episodes with the rows given, run for Barnet; the rows of cleaning.csv and what was said.
fn episodes(rows_of_file: &str) -> (Vec<std::collections::BTreeMap<String, String>>, String) {
    let folder = tempfile::tempdir().unwrap();
    let heading = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,HOME_POST";
    fs::create_dir_all(folder.path().join("302/2011")).unwrap();
    fs::write(folder.path().join("302/2011/episodes.csv"), format!("{heading}\n{rows_of_file}")).unwrap();
    fs::write(folder.path().join("302/2011/reviews.csv"), "CHILD,REVIEW\nA,01/06/2010\n").unwrap();
    let (_, said) = said(stocktake(folder.path()).args(["run", "302", "--as-at", "2011-03-31", "--out", "r"]), 0);
    (rows(&folder.path().join("r/restricted/cleaning.csv")), said)
}

#[test]
fn a_quote_that_is_never_closed_refuses_the_file_and_names_its_line() {
    let (_, said) = episodes("A,01/04/2010,S,C2,U1,,,AB1\nB,01/04/2010,S,C2,U1,,,\"AB1\nC,01/04/2010,S,C2,U1,,,AB1\n");
    assert!(said.contains("302/2011/episodes.csv, line 3: has a quote on this line that is never closed"), "{said}");
}

#[test]
fn a_row_cut_off_or_over_several_lines_is_used_and_reported() {
    let (cleaning, _) = episodes("A,01/04/2010,S,C2,U1,,,\"AB\n1\"\nB,01/04/2010,S,C2,U1\n");
    let found: Vec<[&str; 3]> = cleaning.iter().map(|row| [&*row["line"], &*row["child"], &*row["rule"]]).collect();
    assert_eq!(found, [["2", "A", "cell_over_several_lines"], ["3", "B", "row_shorter_than_header"]]);
}

#[test]
fn a_folder_that_is_no_report_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("restricted")).unwrap();
    fs::copy(data().join("2009/995-marlbeck/episodes.csv"), folder.path().join("restricted/episodes.csv")).unwrap();
    let arguments =
        ["run", "restricted", "--authority", "302", "--year", "2011", "--as-at", "2011-03-31", "--out", "."];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 2);
    assert!(error.contains("is no report of stocktake"), "{error}");
    assert!(folder.path().join("restricted/episodes.csv").is_file());
}

#[test]
fn a_refused_file_is_said_even_when_quiet_and_strict_tells_of_it() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("302")).unwrap();
    fs::write(folder.path().join("302/reviews.csv"), "CHILD;REVIEW\n1;2\n").unwrap();
    fs::write(folder.path().join("302/episodes.csv"), "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/04/2010,S,C2,U1,,\n")
        .unwrap();
    let arguments = ["run", "302", "--year", "2011", "--as-at", "2011-03-31", "--out", "r", "--quiet", "--strict"];
    let (out, error) = said(stocktake(folder.path()).args(arguments), 1);
    assert_eq!(out, "");
    assert!(error.contains("302/reviews.csv, line 1: has semicolons between its columns"), "{error}");
}

#[test]
fn a_refused_file_is_in_the_reason_and_said_again_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["995-marlbeck", "996-hollowdale"]);
    let episodes = folder.path().join("returns/2010/996-hollowdale/episodes.csv");
    fs::write(&episodes, fs::read_to_string(&episodes).unwrap().replace(',', ";")).unwrap();
    let arguments = ["run", "returns", "--as-at", "2010-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 0);
    let last =
        "1 file was refused, and the figures are without it: returns/2010/996-hollowdale/episodes.csv (see above)";
    assert!(error.ends_with(&format!("{last}\n")), "{error}");
    let figures = rows(&folder.path().join("r/restricted/indicators.csv"));
    let reason = |code: &str| {
        figures.iter().find(|row| row["code"] == code && row["indicator"] == "62").unwrap()["reason"].clone()
    };
    assert_eq!(reason("996"), "no episodes in the return for 2010 (a file that may hold it was refused)");
    assert_eq!(reason("995"), "", "the file is none of its own");
}

#[test]
fn a_folder_that_lies_there_twice_is_named_with_the_first_row() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["996-hollowdale"]);
    let year = folder.path().join("returns/2010");
    copy(&year.join("996-hollowdale"), &year.join("996 copy"));
    let arguments = ["run", "returns", "--as-at", "2010-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 0);
    let twice = "rows are in two files of the same return; the first is returns/2010/996 copy/attainment.csv, line 2, in \
                 place of which returns/2010/996-hollowdale/attainment.csv, line 2 is used";
    assert!(error.contains(twice), "{error}");
}

#[test]
fn numbers_and_lists_that_are_none_say_what_to_write() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("t.csv"), "indicator,year,code,target\n62,2011,996,5\n62,20x1,996,5\n").unwrap();
    let of_run = ["--as-at", "2011-03-31", "--out", "r"];
    for (more, words) in [
        (["--years", "0"], "write a whole number from 1 (the year of the figures alone) to 5"),
        (["--years", "5x"], "write a whole number from 1 (the year of the figures alone) to 5"),
        (["--targets", "t.csv"], "t.csv, line 3: year '20x1' is no year: write the year to meet the target by"),
        (["--as-at", "2011-02-30"], "there is no such day as 2011-02-30"),
        (["--seeds", "nowhere"], "nowhere: is no folder: give the one that holds your seeds"),
        (["--disclosure", "mine"], "change publish/disclosure.toml of any report and give that file"),
    ] {
        let (_, error) = said(stocktake(folder.path()).arg("run").arg(data()).args(of_run).args(more), 2);
        assert!(error.contains(words), "{error}");
        assert!(!error.contains("invalid digit") && !error.contains("1..="), "{error}");
    }
}

#[test]
fn a_profile_of_ones_own_begins_with_that_of_a_report() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["996-hollowdale"]);
    let arguments = ["run", "returns", "--as-at", "2010-03-31", "--out", "r", "--no-charts"];
    said(stocktake(folder.path()).args(arguments), 0);
    let text = fs::read_to_string(folder.path().join("r/publish/disclosure.toml")).unwrap();
    fs::write(folder.path().join("mine.toml"), text.replace("hidden_to = 5", "hidden_to = 9")).unwrap();
    said(stocktake(folder.path()).args(arguments).args(["--disclosure", "mine.toml"]), 0);
    assert!(fs::read_to_string(folder.path().join("r/publish/disclosure.toml")).unwrap().contains("hidden_to = 9"));
}

#[test]
fn a_report_that_goes_among_the_returns_is_said_to() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["996-hollowdale"]);
    let run = |out: &str| {
        let arguments = ["run", "returns", "--as-at", "2010-03-31", "--no-charts", "--out", out];
        said(stocktake(folder.path()).args(arguments), 0).1
    };
    let itself = run("returns/../returns");
    assert!(itself.contains("returns/../returns is the folder of the returns itself: given another --out"), "{itself}");
    assert!(run("returns/reports").contains("returns/reports lies inside returns, with the returns: given another"));
    let (_, error) = said(stocktake(folder.path()).args(["check", "returns", "--out", "returns"]), 0);
    assert!(error.contains("returns is the folder of the returns itself"), "{error}");
    assert!(!run("reports").contains("given another --out"));
}

#[test]
fn rejected_rows_that_are_shown_are_said_to_be_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let (_, error) = main_job(folder.path(), "r");
    let last = "12 rows rejected, of which these are the first 5; all are in restricted/cleaning.csv";
    assert!(error.lines().any(|line| line == last), "{error}");
}

#[test]
fn seeds_of_ones_own_take_the_place_of_those_built_in() {
    let folder = tempfile::tempdir().unwrap();
    let seeds = folder.path().join("seeds");
    fs::create_dir(&seeds).unwrap();
    let targets = "indicator,year,code,target,source\n62,2011,E92000001,9,a plan of our own\n";
    fs::write(seeds.join("targets.csv"), targets).unwrap();
    let arguments = ["--as-at", "2011-03-31", "--out", "r", "--no-charts", "--seeds", "seeds"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(arguments), 0);
    let figures = rows(&folder.path().join("r/restricted/indicators.csv"));
    let target = |indicator: &str| {
        figures.iter().find(|row| row["code"] == "996" && row["indicator"] == indicator).unwrap()["national_target"]
            .clone()
    };
    assert_eq!([target("62"), target("99")], ["9", ""]);
    fs::write(seeds.join("policies.toml"), "policy = []\n").unwrap();
    let (_, error) = said(stocktake(folder.path()).arg("run").arg(data()).args(arguments), 2);
    assert!(error.contains("no default"), "{error}");
    fs::write(seeds.join("indicators.toml"), "indicator = []\n").unwrap();
    let (_, error) = said(stocktake(folder.path()).arg("run").arg(data()).args(arguments), 2);
    assert!(error.contains("does not hold the ten indicators"), "{error}");
}
