//! `stocktake run`, as a person runs it.

mod errors;
mod files;
mod formulas;
mod paths;
mod quotes;
mod remedies;
mod said;
mod series;
pub mod shared;
mod zipped;

use crate::folder::{copy, data, in_one_line, rows, said, stocktake, tree};
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
        "la_code,indicator,child,in_denominator,in_numerator,score,reason,flags,doubt"
    );
    assert_eq!(first_line("restricted/cleaning.csv"), "file,line,la_code,child,step,rule,field,found,remedy");
    assert_eq!(
        first_line("restricted/intake.csv"),
        "file,kind,encoding,delimiter,rows,titles,table,la_code,year,rows_used,rows_rejected,outcome,recognised"
    );
    assert!(first_line("publish/indicators.csv").starts_with(
        "as_at,basis,geographic_level,code,name,region,indicator,title,unit,good,numerator,denominator,value,lower_95,upper_95,status,authorities"
    ));
}

#[test]
fn every_authority_has_a_table_and_a_page_with_its_charts() {
    let folder = tempfile::tempdir().unwrap();
    main_job(folder.path(), "reports");
    let files = tree(&folder.path().join("reports/restricted"));
    for name in ["991-ashwater", "994-fenwold-and-sands", "996-hollowdale"] {
        assert!(files[&format!("authorities/{name}.csv")].starts_with(b"Indicator,Title,Value,"));
        let page = String::from_utf8_lossy(&files[&format!("authorities/{name}.html")]).into_owned();
        for chart in ["target-bars", "slope", "trend-62", "funnel-62"] {
            assert!(page.contains(&format!("id=chart-{chart}>")), "{name} has no {chart}");
        }
        // Ashwater has nobody at Key Stage 2, and Fenwold & Sands gave no return for 2009.
        assert_eq!(page.contains("id=chart-trend-99>"), name != "991-ashwater", "{name}");
        // All areas are drawn once, on a page of their own.
        assert!(page.contains("href=../areas.html#ni-62>All areas in order"), "{name}");
        assert!(!page.contains("chart-caterpillar"), "{name}");
    }
    let areas = String::from_utf8_lossy(&files["areas.html"]).into_owned();
    for place in ["id=ni-62 ", "id=chart-caterpillar-62>", "href=#in-order-62>", "id=in-order-62>"] {
        assert!(areas.contains(place), "the page of all areas has no {place}");
    }
    let drawn = |file: &&String| file.ends_with(".svg") || file.ends_with(".png");
    assert_eq!(files.keys().filter(drawn).count(), 0, "charts are files where that is asked for");
}

#[test]
fn every_page_explains_the_terms() {
    let folder = tempfile::tempdir().unwrap();
    copy(&data(), &folder.path().join("data"));
    let days = ["--as-at", "2010-12-31", "--as-at", "2011-03-31", "--out", "r"];
    said(stocktake(folder.path()).args(["run", "data"]).args(days), 0);
    let pages: Vec<_> =
        tree(&folder.path().join("r")).into_iter().filter(|(path, _)| path.ends_with(".html")).collect();
    for kind in ["index", "areas", "intake", "national", "-children", "series/restricted/index"] {
        assert!(pages.iter().any(|(path, _)| path.ends_with(&format!("{kind}.html"))), "no page {kind}");
    }
    for (path, page) in pages {
        let times = String::from_utf8(page).unwrap().matches("<p>Points: The difference between two").count();
        assert_eq!(times, 1, "{path}");
    }
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
fn charts_are_files_of_the_kinds_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["995-marlbeck", "996-hollowdale"]);
    said(
        stocktake(folder.path()).args([
            "run",
            "returns",
            "--as-at",
            "2010-03-31",
            "--out",
            "r",
            "--chart-files",
            "svg,png",
        ]),
        0,
    );
    let files = tree(&folder.path().join("r/restricted"));
    let of = |ending: &str| {
        let named = files.keys().filter_map(|file| file.strip_suffix(ending)).map(str::to_owned);
        named.collect::<std::collections::BTreeSet<String>>()
    };
    for chart in ["authorities/996-hollowdale", "authorities/996-hollowdale/caterpillar-62", "heat-table"] {
        assert!(of(".svg").contains(chart), "{chart}: {:?}", of(".svg"));
    }
    assert_eq!(of(".svg"), of(".png"));
    assert!(files["authorities/996-hollowdale.png"].starts_with(b"\x89PNG"));
    let svg = String::from_utf8_lossy(&files["authorities/996-hollowdale.svg"]).into_owned();
    assert!(svg.starts_with("<svg") && svg.contains("role=\"img\"") && svg.contains("<desc id=\"desc\">Dots of"));
    // One year: nothing to follow.
    assert!(of(".svg").iter().all(|name| !name.contains("/trend-") && !name.ends_with("slope")));
}

#[test]
fn an_authority_alone_is_compared_with_nobody() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["996-hollowdale"]);
    let asked = ["--as-at", "2010-03-31", "--chart-files", "svg", "--out", "r"];
    said(stocktake(folder.path()).args(["run", "returns"]).args(asked), 0);
    let files = tree(&folder.path().join("r/restricted"));
    assert!(files.contains_key("authorities/996-hollowdale.svg"), "{:?}", files.keys());
    for chart in ["caterpillar", "funnel", "heat-table", "spine"] {
        assert!(files.keys().all(|name| !name.contains(chart)), "{chart} of one authority");
    }
    // Its region and England would be itself under other names: in the tables, but not among the packs.
    let packs = |report: &std::collections::BTreeMap<String, Vec<u8>>| {
        report.keys().filter(|file| file.ends_with(".html")).cloned().collect::<Vec<_>>()
    };
    let children = "authorities/996-hollowdale-children.html";
    assert_eq!(packs(&files), [children, "authorities/996-hollowdale.html", "index.html", "intake.html"]);
    let published = tree(&folder.path().join("r/publish"));
    assert_eq!(packs(&published), ["authorities/996-hollowdale.html", "index.html"]);
    // The first page leads with the authority's own findings.
    assert!(String::from_utf8_lossy(&files["index.html"]).contains("summary-heading"));
    assert!(String::from_utf8_lossy(&files["indicators.csv"]).contains("E92000001"));
    said(stocktake(folder.path()).args(["audit", "r"]), 0);
}

#[test]
fn two_authorities_together_have_packs_of_their_own_name_for_their_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["995-marlbeck", "996-hollowdale"]);
    said(stocktake(folder.path()).args(["run", "returns", "--as-at", "2010-03-31", "--out", "r"]), 0);
    let files = tree(&folder.path().join("r/restricted"));
    for page in
        ["regions/E92000001-2-authorities-given.html", "regions/E12000092-2-of-3-authorities-of-southern-shires.html"]
    {
        let text = String::from_utf8_lossy(&files[page]);
        assert!(!text.contains("England (E92000001)") && !text.contains("<h1>England"), "{page}");
    }
    // They are a part of their region and of the country, which is not published.
    let published = tree(&folder.path().join("r/publish"));
    assert!(!published.keys().any(|file| file.contains("regions/")), "{:?}", published.keys());
    let table = String::from_utf8_lossy(&published["indicators.csv"]);
    assert!(!table.contains("E92000001") && !table.contains("Regional"), "{table}");
    said(stocktake(folder.path()).args(["audit", "r"]), 0);
}

#[test]
fn a_place_of_which_some_figures_are_parts_says_so_of_each_and_publishes_the_others() {
    let folder = tempfile::tempdir().unwrap();
    said(stocktake(folder.path()).arg("run").arg(data()).args(["--as-at", "2010-03-31", "--out", "r"]), 0);
    let of_england = |table: &str| {
        let rows = rows(&folder.path().join("r").join(table));
        let of = rows.into_iter().filter(|row| row["code"] == "E92000001");
        of.map(|row| ["indicator", "geographic_level", "name", "authorities"].map(|column| row[column].clone()))
            .collect::<Vec<_>>()
    };
    // Two of six have nobody matched with the exams of 2010.
    let exact = of_england("restricted/indicators.csv");
    let order: Vec<&str> = exact.iter().map(|[indicator, ..]| indicator.as_str()).collect();
    assert_eq!(order, ["58", "61", "62", "63", "66", "99", "100", "101", "147", "148"]);
    assert_eq!(exact[2], ["62", "National", "England", "6 of 6"]);
    assert_eq!(exact[5], ["99", "Part of National", "4 authorities given", "4 of 6"]);
    let published = of_england("publish/indicators.csv");
    assert!(published.iter().all(|[_, level, name, _]| level == "National" && name == "England"), "{published:?}");
    assert_eq!(published.iter().filter(|[indicator, ..]| ["62", "99"].contains(&indicator.as_str())).count(), 1);
    let page = |whose: &str| {
        fs::read_to_string(folder.path().join(format!("r/{whose}/regions/E92000001-england.html"))).unwrap()
    };
    assert!(page("restricted").contains("4 authorities given") && !page("publish").contains("authorities given"));
    said(stocktake(folder.path()).args(["audit", "r"]), 0);
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
fn every_row_read_is_used_skipped_repaired_or_rejected() {
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
fn each_of_several_days_gets_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let days = ["--as-at", "2011-03-31", "--as-at", "2010-12-31", "--no-charts", "--out", "batch"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(days), 0);
    main_job(folder.path(), "alone");
    let table = |path: &str| fs::read_to_string(folder.path().join(path).join("restricted/indicators.csv")).unwrap();
    assert_eq!(table("batch/2011-03-31"), table("alone"), "a day in a batch is the day alone");
    assert!(table("batch/2010-12-31").contains("2010-12-31,rolling,"));
}

#[test]
fn with_strict_the_exit_code_shows_that_rows_were_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let strict = ["--as-at", "2011-03-31", "--out", "r", "--no-charts", "--strict"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(strict), 1);
}

#[test]
fn a_day_for_which_only_some_authorities_have_a_return_is_run() {
    let folder = tempfile::tempdir().unwrap();
    returns_of(folder.path(), "2010", &["995-marlbeck", "996-hollowdale"]);
    returns_of(folder.path(), "2009", &["996-hollowdale"]);
    let arguments = ["run", "returns", "--as-at", "2009-03-31", "--out", "r", "--no-charts"];
    said(stocktake(folder.path()).args(arguments), 0);
}

#[test]
fn local_targets_are_beside_the_national_ones() {
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
    assert_eq!(target("62"), ["", "50", "met"], "lower is better: below the target meets it");
    assert_eq!(target("99"), ["60", "1.5", "met"]);
    assert_eq!(target("63"), ["", "99.9", "not met"]);
    assert_eq!(target("66"), ["", "", ""]);
    let elsewhere = figures.iter().filter(|row| row["code"] != "996");
    assert!(elsewhere.map(|row| row["local_target"].as_str()).all(str::is_empty));
}

#[test]
fn quiet_prints_nothing() {
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

#[test]
fn the_users_seeds_replace_those_built_in() {
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
    assert!(in_one_line(&error).contains("indicators.toml: has no entry for NI 58 help: add it"), "{error}");
}
