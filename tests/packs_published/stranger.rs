//! What a stranger could be told beside the figures: in names, profiles, links, by what is missing and by what lies beside.

use super::{audit, report};
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
        ("meaning = \"As in", "meaning = \"3 of 20. As in"),
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
