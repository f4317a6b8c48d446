//! What a stranger could be told beside the figures: in names, profiles, links, by what is missing and by what lies beside.

use super::{audit, report};
use crate::folder::{copy, data};
use std::fs;
use std::path::Path;

/// Replaces the first of a text in a file.
fn replace(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join("r/publish").join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}: {text}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_name_or_region_in_the_table_of_a_year_is_held_to_the_list() {
    let told = "is not in the list of authorities; if the run had a list of its own, give it with --authorities";
    for (from, to) in [
        (",992,Brindlecombe,", ",992,Brindlecombe: 3 of 20,"),
        (",992,Brindlecombe,E12000091,", ",992,Brindlecombe,3 of 20,"),
        // Of another authority, and of another region.
        (",992,Brindlecombe,", ",992,Thornmere,"),
        (",992,Brindlecombe,E12000091,", ",992,Brindlecombe,E12000092,"),
        (",E12000091,Northern Reaches,", ",E12000091,3 of 20,"),
        (",E92000001,England,", ",E92000001,3 of 20,"),
    ] {
        let folder = report(&["--no-charts"]);
        replace(folder.path(), "years/2010-03-31/indicators.csv", from, to);
        let said = audit(folder.path(), &["r"], 3);
        assert!(said.contains("2010-03-31, NI ") && said.contains(told), "{to}: {said}");
        assert!(!said.contains("3 of 20"), "{said}");
    }
}

#[test]
fn a_year_has_the_profile_of_its_day() {
    for (from, to) in [
        ("name = \"sfr-2011\"", "name = \"sfr-2011: 3 of 20\""),
        ("meaning = \"As the", "meaning = \"3 of 20. As the"),
        ("least_integers = 3", "least_integers = 2"),
        ("hidden_to = 5", "hidden_to = 6"),
    ] {
        let folder = report(&["--no-charts"]);
        replace(folder.path(), "years/2010-03-31/disclosure.toml", from, to);
        let said = audit(folder.path(), &["r"], 3);
        let told = "r/publish/years/2010-03-31/disclosure.toml: is not the profile of the day";
        assert!(said.contains(told), "{to}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    for linked in [
        "index.html",
        "tidy/children_in_care_indicators.csv",
        "README.txt",
        "indicators.csv",
        "years/2010-03-31",
        "years/2010-03-31/indicators.csv",
        "years",
        "authorities",
        "",
    ] {
        let folder = report(&[]);
        let (path, away) = (folder.path().join("r/publish").join(linked), folder.path().join("away"));
        // Without the slash that an empty name leaves.
        let path: std::path::PathBuf = path.components().collect();
        fs::rename(&path, &away).unwrap();
        std::os::unix::fs::symlink(&away, &path).unwrap();
        let said = audit(folder.path(), &["r"], 3);
        let file = format!("r/publish/{linked}");
        let told = format!("{}: is a link or the like", file.trim_end_matches('/'));
        assert!(said.contains(&told), "{told}: {said}");
    }
}

#[test]
fn two_numbers_that_are_no_pair_of_indicators_are_named() {
    for pairs in ["[[3, 20], [99, 100], [147, 148]]", "[[99, 100], [99, 100]]", "[[100, 99]]"] {
        let folder = report(&["--no-charts"]);
        replace(folder.path(), "disclosure.toml", "[[99, 100], [147, 148]]", pairs);
        let said = audit(folder.path(), &["r"], 3);
        assert!(said.contains("r/publish/disclosure.toml: same_children has a pair of indicators"), "{pairs}: {said}");
    }
}

#[test]
fn a_publication_in_another_is_named() {
    let folder = report(&["--no-charts"]);
    let publish = folder.path().join("r/publish");
    copy(&publish, &folder.path().join("again"));
    copy(&folder.path().join("again"), &publish.join("publish"));
    let said = audit(folder.path(), &["r"], 3);
    assert!(said.contains("r/publish/publish/indicators.csv: a file that this program does not read"), "{said}");
    fs::remove_dir_all(publish.join("publish")).unwrap();
    copy(&folder.path().join("again"), &folder.path().join("r/3-of-20/publish"));
    let said = audit(folder.path(), &["r"], 3);
    assert!(said.contains("r/3-of-20: lies beside what is published"), "{said}");
}

#[test]
fn a_file_that_is_missing_is_named() {
    let folder = report(&["--chart-files", "svg,png"]);
    let publish = folder.path().join("r/publish");
    for (file, facts) in [
        ("README.txt", "the day, the profile and the symbols, in words"),
        ("tidy/children_in_care_indicators.csv", "the figures of all years, tidy"),
        ("index.html", "the figures of all places"),
        ("areas.html", "the figures of all authorities that the charts of all areas show"),
        ("stocktake.xlsx", "the packs of all places"),
        ("authorities/996-hollowdale.html", "the pack of a place"),
        ("authorities/996-hollowdale.png", "a chart of a place's figures"),
        ("authorities/996-hollowdale/spine.svg", "a chart of a place's figures"),
        ("regions/E12000091-northern-reaches.html", "the pack of a place"),
    ] {
        let before = fs::read(publish.join(file)).unwrap();
        fs::remove_file(publish.join(file)).unwrap();
        let said = audit(folder.path(), &["r"], 3);
        let told = format!("r/publish/{file}: is missing: {facts}");
        // The record lists a table or a readme by its bytes, and no longer what is there.
        assert!(said.contains(&told) && said.matches(": is missing: ").count() == 1, "{told}: {said}");
        assert!(said.matches(" Problem r/").count() <= 2, "{said}");
        fs::write(publish.join(file), before).unwrap();
    }
    audit(folder.path(), &["r"], 0);
    // All of a folder, and tidy data where there is nothing else.
    fs::remove_dir_all(publish.join("regions")).unwrap();
    assert!(audit(folder.path(), &["r"], 3).contains("E12000091-northern-reaches.html: is missing"));
    let folder = report(&["--no-charts"]);
    fs::remove_dir_all(folder.path().join("r/publish/tidy")).unwrap();
    assert_eq!(audit(folder.path(), &["r"], 3).matches(": is missing: ").count(), 2);
}

#[test]
fn one_picture_asks_for_all() {
    let folder = report(&["--chart-files", "png"]);
    fs::remove_file(folder.path().join("r/publish/authorities/996-hollowdale/spine.png")).unwrap();
    let said = audit(folder.path(), &["r"], 3);
    assert!(said.contains("r/publish/authorities/996-hollowdale/spine.png: is missing"), "{said}");
}

#[test]
fn what_lies_beside_publish_must_be_accounted_for() {
    let told = "lies beside what is published, and no record of this program accounts for it";
    let folder = report(&["--no-charts"]);
    for beside in ["r/notes.txt", "r/more/notes.txt", "r/.hidden", "r/check.json", "r/check/notes.txt"] {
        let path = folder.path().join(beside);
        let place = path.parent().unwrap();
        fs::create_dir_all(place).unwrap();
        fs::write(&path, "3 of 20").unwrap();
        assert!(audit(folder.path(), &["r"], 3).contains(told), "{beside}");
        audit(folder.path(), &["r/publish"], 0);
        fs::remove_file(&path).unwrap();
        if !place.ends_with("r") {
            fs::remove_dir(place).unwrap();
        }
    }
    // What keeps reports out of a repository says nothing, unless it does.
    fs::write(folder.path().join("r/.gitignore"), "*\n!.gitignore\n# 3 of 20\n").unwrap();
    assert!(audit(folder.path(), &["r"], 3).contains(told));
    fs::write(folder.path().join("r/.gitignore"), "*\n!.gitignore\n").unwrap();
    audit(folder.path(), &["r"], 0);
    // Exact tables without their record are no report any more.
    fs::remove_file(folder.path().join("r/run.json")).unwrap();
    let list = data().join("authorities.csv").display().to_string();
    let said = audit(folder.path(), &["r", "--authorities", &list], 3);
    assert!(said.contains(&format!("r/restricted: {told}")), "{said}");
    // Beside the reports of several days, and in one of them.
    let folder = report(&["--no-charts", "--as-at", "2010-03-31", "--as-at", "2011-03-31"]);
    for beside in ["r/notes.txt", "r/2010-03-31/notes.txt"] {
        fs::write(folder.path().join(beside), "3 of 20").unwrap();
        assert!(audit(folder.path(), &["r"], 3).contains(&format!("{beside}: {told}")), "{beside}");
        fs::remove_file(folder.path().join(beside)).unwrap();
    }
}

#[test]
fn a_published_file_with_the_bytes_of_a_restricted_one_is_told_as_such() {
    let folder = report(&[]);
    let at = |file: &str| folder.path().join("r").join(file);
    for (exact, public) in [
        ("authorities/996-hollowdale.html", "authorities/996-hollowdale.html"),
        ("intake.html", "index.html"),
        ("children.csv", "tidy/children_in_care_indicators.csv"),
        ("authorities/991-ashwater.csv", "authorities/991-ashwater.csv"),
    ] {
        let (exact, public) = (format!("restricted/{exact}"), format!("publish/{public}"));
        let before = fs::read(at(&public)).ok();
        fs::copy(at(&exact), at(&public)).unwrap();
        let said = audit(folder.path(), &["r"], 3);
        assert!(said.contains(&format!("r/{public}: has the very bytes of {exact}")), "{said}");
        match before {
            Some(before) => fs::write(at(&public), before).unwrap(),
            None => fs::remove_file(at(&public)).unwrap(),
        }
    }
    audit(folder.path(), &["r"], 0);
}
