//! Every key has its option, which goes before it; the record has each as it was in force.

use super::{folder, record, run};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Each key as it is set, its value in the record, the option that goes before it, and the record's value then.
fn twins() -> Vec<(&'static str, Value, &'static str, Value)> {
    vec![
        ("returns = [\"returns\"]", json!(["returns"]), "other", json!(["other"])),
        ("authority = \"302\"", json!("302"), "--authority Barnet", json!("Barnet")),
        ("year = 2011", json!("2011"), "--year 2010-11", json!("2010-11")),
        ("resubmission = \"latest\"", json!("latest"), "--resubmission other", json!("other")),
        ("out = \"reports/{as_at}\"", json!("reports/{as_at}"), "--out by-option", json!("by-option")),
        ("basis = \"year-to-date\"", json!("year-to-date"), "--basis rolling", json!("rolling")),
        ("years = 2", json!(2), "--years 1", json!(1)),
        ("outputs = \"charts\"", json!(["charts"]), "--no-charts", json!(["tables"])),
        ("authorities = \"list.csv\"", json!("list.csv"), "--authorities list2.csv", json!("list2.csv")),
        ("targets = \"targets.csv\"", json!("targets.csv"), "--targets targets2.csv", json!("targets2.csv")),
        ("neighbours = \"near.csv\"", json!("near.csv"), "--neighbours near2.csv", json!("near2.csv")),
        ("published = \"figures.csv\"", json!("figures.csv"), "--published figures2.csv", json!("figures2.csv")),
        ("population = \"people.csv\"", json!("people.csv"), "--population people2.csv", json!("people2.csv")),
        ("own_columns = [\"TEAM\"]", json!(["TEAM"]), "--own-columns team,Office", json!(["TEAM", "OFFICE"])),
        ("seeds = \"seeds\"", json!("seeds"), "--seeds seeds2", json!("seeds2")),
        ("disclosure = \"round-5\"", json!("round-5"), "--disclosure sfr-2011", json!("sfr-2011")),
        (
            "already_published = [\"earlier\"]",
            json!(["earlier"]),
            "--already-published earlier/publish",
            json!(["earlier/publish"]),
        ),
        ("publish_breakdowns = [\"sex\"]", json!(["sex"]), "--publish-breakdowns age,sex", json!(["sex", "age"])),
        ("publish_forecast = true", json!(true), "--publish-forecast=false", json!(false)),
        ("brand = \"Barnet Council\"", json!("Barnet Council"), "--brand Ours", json!("Ours")),
        ("logo = \"logo.png\"", json!("logo.png"), "--logo logo2.png", json!("logo2.png")),
        (
            "colours = [\"#12436D\", \"#801650\"]",
            json!(["#12436D", "#801650"]),
            "--colours #000000,#767676",
            json!(["#000000", "#767676"]),
        ),
        ("interval = \"clopper-pearson\"", json!("clopper-pearson"), "--interval wilson", json!("wilson")),
        ("funnel = \"arcsine\"", json!("arcsine"), "--funnel score", json!("score")),
    ]
}

fn key(line: &str) -> &str {
    line.split(' ').next().unwrap()
}

const TABLES: &str = "[policies]\nexclude_disrupted = true\nfirst_review_days = 35\n[groups]\n\"Near\" = [\"301\", \"303\"]\n\
    [columns]\nPLACE = [\"Sort of home\"]\n[codes.PLACE]\n\"Foster carers\" = \"Q1\"\n";

fn write_lists(folder: &Path) {
    fs::create_dir_all(folder.join("other/302/2011")).unwrap();
    for file in ["episodes.csv", "reviews.csv"] {
        fs::copy(folder.join("returns/302/2011").join(file), folder.join("other/302/2011").join(file)).unwrap();
    }
    for seeds in ["seeds", "seeds2"] {
        fs::create_dir(folder.join(seeds)).unwrap();
    }
    let list = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/authorities.csv")).unwrap();
    let figures = "time_period,geographic_level,code,name,indicator,numerator,denominator,value,source\n\
                   2010,National,E92000001,England,62,7000,65520,10.7,Made up\n";
    for (file, text) in [
        ("list", list.as_str()),
        ("targets", "indicator,year,code,target\n62,2011,302,9\n"),
        ("near", "code,rank,neighbour\n302,1,303\n"),
        ("figures", figures),
        ("people", "code,year,under_18\n302,2010,80000\n"),
    ] {
        fs::write(folder.join(format!("{file}.csv")), text).unwrap();
        fs::write(folder.join(format!("{file}2.csv")), text).unwrap();
    }
    for logo in ["logo.png", "logo2.png"] {
        fs::write(folder.join(logo), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x28\0\0\0\x0a").unwrap();
    }
    fs::write(folder.join("columns.toml"), "[columns]\nLS = [\"Law\"]\n").unwrap();
}

#[test]
fn every_key_is_in_the_record_as_it_was_in_force() {
    let set: String = twins().iter().map(|(line, ..)| format!("{line}\n")).collect();
    let folder = folder("");
    let at = folder.path();
    write_lists(at);
    run(at, "run returns --as-at 2010-11-30 --no-charts --out earlier", 0);
    fs::write(at.join("stocktake.toml"), format!("{set}{TABLES}")).unwrap();

    run(at, "run --as-at 2010-12-31", 0);
    let settings = &record(at, "reports/2010-12-31")["settings"];
    for (line, in_force, ..) in twins() {
        assert_eq!(settings[key(line)], in_force, "{line}");
    }
    assert_eq!(settings["file"], "stocktake.toml");
    let tables = ["policies", "groups", "columns", "codes"];
    assert_eq!(settings.as_object().unwrap().len(), twins().len() + tables.len() + 1, "and the file");
    assert_eq!(settings["policies"]["exclude_disrupted"], true);
    assert_eq!(settings["policies"]["first_review_days"], 35);
    assert_eq!(settings["groups"], json!({"Near": ["301", "303"]}));
    assert_eq!(settings["columns"], json!({"PLACE": ["Sort of home"]}));
    assert_eq!(settings["codes"], json!({"PLACE": {"Foster carers": "Q1"}}));
    assert!(at.join("reports/2010-12-31/restricted/index.html").is_file());

    let options: Vec<String> = twins().into_iter().map(|(_, _, option, _)| option.to_owned()).collect();
    let tables = "--policy first_review_days=30 --group Far=304,305 --columns columns.toml";
    run(at, &format!("run {} {tables} --as-at 2010-12-31", options.join(" ")), 0);
    let settings = &record(at, "by-option")["settings"];
    for (line, _, option, in_force) in twins() {
        assert_eq!(settings[key(line)], in_force, "{option}");
    }
    assert_eq!(settings["policies"]["exclude_disrupted"], true, "each policy is by itself");
    assert_eq!(settings["policies"]["first_review_days"], 30);
    assert_eq!(settings["groups"], json!({"Far": ["304", "305"]}));
    assert_eq!((&settings["columns"], &settings["codes"]), (&json!({"LS": ["Law"]}), &json!({})));
    assert!(!at.join("by-option/restricted/index.html").exists());

    // The lists of the file and its groups are those of an audit too.
    run(at, "audit reports/2010-12-31", 0);
}

#[test]
fn what_is_made_is_what_is_given_else_what_is_set() {
    let folder = folder("returns = \"returns\"\nout = \"r\"\noutputs = [\"png\", \"ods\"]\n");
    for (option, outputs) in [
        ("", json!(["charts", "png", "ods"])),
        ("--charts", json!(["charts"])),
        ("--ods", json!(["charts", "ods"])),
        ("--chart-files svg,png", json!(["charts", "svg", "png"])),
        ("--no-charts", json!(["tables"])),
    ] {
        run(folder.path(), &format!("run --disclosure none {option}"), 0);
        assert_eq!(record(folder.path(), "r")["settings"]["outputs"], outputs, "{option}");
    }
}
