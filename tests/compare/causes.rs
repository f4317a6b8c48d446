//! Why figures differ: what was set differently, and what cannot have been the cause.

use super::*;

#[test]
fn another_day_is_the_cause_for_every_indicator() {
    let folder = returns();
    write_returns(folder.path(), "returns", &with_a_third_placement());
    run(folder.path(), "returns", "a", &["--as-at", "2010-06-30", "--basis", "year-to-date"]);
    run(folder.path(), "returns", "b", &["--basis", "year-to-date"]);
    let out = in_one_line(&compare(folder.path(), &[], 1));
    assert!(out.contains("2010-06-30 -> 2011-03-31 (bears on every indicator)"), "{out}");
    assert!(out.contains("the day of the figures (2010-06-30 -> 2011-03-31). Nothing else"), "{out}");
}

#[test]
fn a_basis_with_the_same_window_moves_nothing() {
    let folder = returns();
    run(folder.path(), "returns", "a", &[]);
    run(folder.path(), "returns", "b", &["--basis", "year-to-date"]);
    let out = in_one_line(&compare(folder.path(), &[], 0));
    assert!(out.contains("rolling -> year_to_date (moves no figure here)"), "{out}");
}

#[test]
fn a_basis_is_put_back_as_the_command_line_takes_it() {
    let folder = returns();
    run(folder.path(), "returns", "a", &["--as-at", "2010-06-30", "--basis", "year-to-date"]);
    run(folder.path(), "returns", "b", &["--as-at", "2010-09-30"]);
    let out = in_one_line(&compare(folder.path(), &[], 1));
    assert!(out.contains("with --basis year-to-date"), "{out}");
}

#[test]
fn another_version_alone_is_the_only_cause() {
    let folder = returns();
    run(folder.path(), "returns", "a", &[]);
    run(folder.path(), "returns", "b", &["--policy", "first_review_days=35"]);
    edit(
        folder.path(),
        "b/run.json",
        &format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION")),
        "\"version\": \"9.9.9\"",
    );
    edit(folder.path(), "b/run.json", "\"first_review_days\": 35", "\"first_review_days\": 28");
    let out = in_one_line(&compare(folder.path(), &[], 1));
    assert!(out.contains("NI 66: the version of the program"), "{out}");
    assert!(out.contains("Nothing else that differs can have changed it."), "{out}");
}

#[test]
fn figures_that_nothing_can_have_changed_are_a_bug() {
    let folder = returns();
    run(folder.path(), "returns", "a", &[]);
    run(folder.path(), "returns", "b", &["--policy", "first_review_days=35"]);
    edit(folder.path(), "b/run.json", "\"first_review_days\": 35", "\"first_review_days\": 28");
    let out = in_one_line(&compare(folder.path(), &[], 1));
    assert!(out.contains("it is a bug in the program. Please report it"), "{out}");
}

#[test]
fn files_read_in_another_order_are_a_cause() {
    let folder = returns();
    let place = folder.path().join("returns/302/2011");
    fs::write(place.join("more.csv"), "CHILD,REVIEW\nB,20/04/2010\n").unwrap();
    run(folder.path(), "returns", "a", &["--policy", "first_review_days=35"]);
    fs::rename(place.join("more.csv"), place.join("the-rest.csv")).unwrap();
    run(folder.path(), "returns", "b", &["--policy", "first_review_days=10"]);
    let out = in_one_line(&compare(folder.path(), &[], 1));
    assert!(out.contains("- the order of files"), "{out}");
}

#[test]
fn another_protection_of_what_is_published_is_named_and_moves_no_figure() {
    let folder = returns();
    run(folder.path(), "returns", "a", &[]);
    run(folder.path(), "returns", "b", &[]);
    assert!(!compare(folder.path(), &[], 0).contains("disclosure"));
    let told = |more: &[&str]| {
        run(folder.path(), "returns", "b", more);
        in_one_line(&compare(folder.path(), &[], 0))
    };
    for (profile, said) in [("round-5", "sfr-2011 -> round-5"), ("none", "sfr-2011 -> none")] {
        let out = told(&["--disclosure", profile]);
        assert!(out.contains(&format!("disclosure {said} (moves no figure here)")), "{out}");
    }
    // Two of the same name.
    let usual = fs::read_to_string(folder.path().join("a/publish/disclosure.toml")).unwrap();
    let mine = usual.split_once('\n').unwrap().1.replace("sfr-2011", "mine");
    fs::write(folder.path().join("mine.toml"), &mine).unwrap();
    run(folder.path(), "returns", "a", &["--disclosure", "mine.toml"]);
    fs::write(folder.path().join("mine.toml"), mine.replace("hidden_to = 5", "hidden_to = 9")).unwrap();
    let out = told(&["--disclosure", "mine.toml"]);
    assert!(out.contains("mine, hidden_to = 5 -> mine, hidden_to = 9 (moves no figure here)"), "{out}");
}

#[test]
fn what_figures_are_set_beside_moves_none() {
    let folder = returns();
    let heading = "time_period,geographic_level,code,indicator,numerator,denominator,value\n";
    fs::write(folder.path().join("mine.csv"), format!("{heading}2011,National,England,62,1,2,50\n")).unwrap();
    fs::write(folder.path().join("near-2009.csv"), "code,rank,neighbour\n302,1,303\n302,2,998\n").unwrap();
    fs::write(folder.path().join("mine.toml"), "funnel = \"wilson\"\n").unwrap();
    run(folder.path(), "returns", "a", &[]);
    let more = ["--published", "mine.csv", "--neighbours", "near-2009.csv", "--settings", "mine.toml", "--no-charts"];
    let arguments = ["run", "returns", "--as-at", "2011-03-31", "--out", "b"];
    let (_, error) = said(stocktake(folder.path()).args(arguments).args(more), 0);
    assert!(
        error.contains("near-2009.csv: line 3 names '998', which is not on the list of authorities: left out; write"),
        "{error}"
    );
    let out = in_one_line(&compare(folder.path(), &[], 0));
    for said in ["built in -> mine.csv", "none -> near-2009.csv", "setting funnel score -> wilson"] {
        assert!(out.contains(&format!("{said} (moves no figure here)")), "{out}");
    }
    // A record of before these lists were kept.
    for list in ["published", "neighbours"] {
        let path = folder.path().join("a/run.json");
        let text = fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> =
            text.lines().filter(|line| !line.trim_start().starts_with(&format!("\"{list}\":"))).collect();
        fs::write(path, lines.join("\n").replace("\"built in\",\n  }", "\"built in\"\n  }")).unwrap();
    }
    let out = in_one_line(&compare(folder.path(), &[], 0));
    assert!(out.contains("none -> mine.csv"), "{out}");
}
