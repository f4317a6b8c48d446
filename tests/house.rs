//! The order of the house: imports run down the floors that ARCHITECTURE.md lists, and no files import each other in a
//! circle.

mod source;

use source::{Arrow, House, read};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The rooms of each floor, from the ground up: the first cells of the table under "Floors".
fn floors(page: &str) -> Vec<Vec<String>> {
    let table = page.split_once("## Floors").expect("ARCHITECTURE.md has a section Floors").1;
    let table = table.split("\n## ").next().unwrap_or_default();
    let cells = table.lines().filter_map(|line| line.strip_prefix("| `")).filter_map(|line| line.split(" |").next());
    let rooms = |cell: &str| cell.split(',').map(|room| room.trim().trim_matches('`').to_owned()).collect();
    // The page shows the top floor first, as a house stands.
    cells.map(rooms).rev().collect()
}

/// The room of a file: its folder in src/, or the file that stands there by itself.
fn room(file: &str) -> &str {
    file.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// What is wrong with the order of rooms, a line each.
fn out_of_order(house: &House, floors: &[Vec<String>]) -> Vec<String> {
    let floor_of: BTreeMap<&str, usize> = floors
        .iter()
        .enumerate()
        .flat_map(|(floor, rooms)| rooms.iter().map(move |room| (room.as_str(), floor)))
        .collect();
    let there: BTreeSet<&str> = house.keys().map(|file| room(file)).collect();
    let unlisted = there.iter().filter(|room| !floor_of.contains_key(*room));
    let mut wrong: Vec<String> = unlisted.map(|room| format!("src/{room} is on no floor of ARCHITECTURE.md")).collect();
    let gone = floor_of.keys().filter(|room| !there.contains(*room));
    wrong.extend(gone.map(|room| format!("ARCHITECTURE.md lists {room}, and src/ has no such room")));
    for (file, arrows) in house {
        let floor = |file: &str| floor_of.get(room(file)).copied().unwrap_or_default();
        let up = arrows.iter().filter(|arrow| room(&arrow.to) != room(file) && floor(&arrow.to) >= floor(file));
        wrong.extend(up.map(|Arrow { line, names, to }| {
            format!("src/{file}:{line} imports {names}, and {} does not stand below {}", room(to), room(file))
        }));
    }
    wrong
}

/// Each file that stands in a circle, with a way round, a line each.
fn circles(house: &House) -> Vec<String> {
    let mut found = Vec::new();
    let mut told = BTreeSet::new();
    for file in house.keys() {
        if let Some(way) = way_back(file, house)
            && way.iter().all(|step| !told.contains(&step.0))
        {
            told.extend(way.iter().map(|step| step.0.clone()));
            let steps = way.iter().map(|(file, arrow)| format!("src/{file}:{} imports {}", arrow.line, arrow.names));
            found.push(steps.collect::<Vec<_>>().join(", "));
        }
    }
    found
}

/// The shortest way from a file along its arrows back to it.
fn way_back(start: &str, house: &House) -> Option<Vec<(String, Arrow)>> {
    let mut ways: Vec<Vec<(String, Arrow)>> = vec![Vec::new()];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let at = way.last().map_or(start, |(_, arrow)| arrow.to.as_str()).to_owned();
            for arrow in house.get(&at).into_iter().flatten() {
                let mut way = way.clone();
                way.push((at.clone(), arrow.clone()));
                if arrow.to == start {
                    return Some(way);
                }
                if seen.insert(arrow.to.clone()) {
                    longer.push(way);
                }
            }
        }
        ways = longer;
    }
    None
}

#[test]
fn imports_run_down_the_floors() {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let wrong = out_of_order(&read(&root().join("src")), &floors(&page));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let found = circles(&read(&root().join("src")));
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn everything_that_is_printed_goes_through_one_door() {
    // The words of a panic are never printed, and a whole text is told from a terminal without printing.
    let doors = ["printing.rs", "main.rs", "fault.rs"];
    for entry in walkdir::WalkDir::new(root().join("src")).into_iter().filter_map(Result::ok) {
        let is_door = doors.iter().any(|door| entry.path().ends_with(Path::new("src").join(door)));
        let text = fs::read_to_string(entry.path()).unwrap_or_default();
        for (line, words) in text.lines().enumerate().filter(|_| !is_door) {
            let ways = ["print!(", "println!(", "stdout().w", "stderr().w", "(std::io::std", "(io::std"];
            assert!(!ways.iter().any(|way| words.contains(way)), "{}:{}: {words}", entry.path().display(), line + 1);
        }
    }
}

/// A page knows a colour by its name in the palette: any other would be drawn in black.
#[test]
fn charts_have_no_colour_of_their_own() {
    let mut own = Vec::new();
    for entry in walkdir::WalkDir::new(root().join("src/charts")).into_iter().filter_map(Result::ok) {
        let path = entry.path();
        if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("charts/palette.rs") {
            let text = fs::read_to_string(path).expect("a source can be read");
            let is_made = |line: &&str| line.contains("RGBColor(0") || line.contains("RGBColor(2");
            own.extend(text.lines().filter(is_made).map(|line| format!("{}: {}", path.display(), line.trim())));
        }
    }
    assert!(own.is_empty(), "colours outside src/charts/palette.rs:\n{}", own.join("\n"));
}

/// A house of two rooms, `cellar` and `attic`, whose files hold this.
fn small_house(files: &[(&str, &str)]) -> House {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    read(folder.path())
}

const TWO_FLOORS: &str = "## Floors\n| rooms | |\n|---|---|\n| `attic` | |\n| `cellar` | |\n";

#[test]
fn an_import_that_runs_up_is_named_with_its_line() {
    let attic = ("attic.rs", "use crate::cellar::Wine;\npub struct Trunk(pub Wine);\n");
    let down = small_house(&[attic, ("cellar.rs", "pub struct Wine;\n")]);
    assert!(out_of_order(&down, &floors(TWO_FLOORS)).is_empty());
    let wrong = ["src/cellar.rs:3 imports attic::Trunk, and attic does not stand below cellar"];
    let up = "pub struct Wine;\n\nfn up(_: crate::attic::Trunk) {}\n";
    assert_eq!(out_of_order(&small_house(&[attic, ("cellar.rs", up)]), &floors(TWO_FLOORS)), wrong);
    let up = "pub struct Wine;\nuse std::fmt;\nuse crate::{attic::{Trunk as Box}};\n";
    assert_eq!(out_of_order(&small_house(&[attic, ("cellar.rs", up)]), &floors(TWO_FLOORS)), wrong);
    let for_tests = "pub struct Wine;\n#[cfg(test)]\nmod tests {\n    use crate::attic::Trunk;\n}\n";
    assert!(out_of_order(&small_house(&[attic, ("cellar.rs", for_tests)]), &floors(TWO_FLOORS)).is_empty());
}

#[test]
fn a_room_that_is_not_listed_or_not_there_is_named() {
    let house = small_house(&[("attic.rs", ""), ("porch/step.rs", "")]);
    let wrong = out_of_order(&house, &floors(TWO_FLOORS));
    assert_eq!(
        wrong,
        ["src/porch is on no floor of ARCHITECTURE.md", "ARCHITECTURE.md lists cellar, and src/ has no such room"]
    );
}

#[test]
fn a_circle_is_found_through_super_re_exports_and_paths_in_the_code() {
    let round = |child: &str| {
        circles(&small_house(&[
            ("cellar.rs", "mod rack;\nmod wine;\npub use wine::Wine;\npub fn all() { rack::fill() }\n"),
            ("cellar/rack.rs", child),
            ("cellar/wine.rs", "pub struct Wine;\n"),
        ]))
    };
    // What the front only hands on is its child's.
    assert!(round("use super::Wine;\npub fn fill(_: Wine) {}\n").is_empty());
    let found = ["src/cellar.rs:4 imports cellar::rack::fill, src/cellar/rack.rs:1 imports cellar::all"];
    assert_eq!(round("use super::all;\npub fn fill() { all() }\n"), found);
    assert_eq!(round("pub fn fill() { crate::cellar::all() }\n"), found);
}
