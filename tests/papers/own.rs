//! Files of the user's own, by the names that the pages give them.

use crate::folder::{copy, data, said, stocktake};
use std::fs;
use std::path::Path;

/// Made-up figures of two years.
const FIGURES: &str = "time_period,geographic_level,code,name,indicator,numerator,denominator,value,source\n\
                       2010,Local authority,993,Thornmere,62,19,169,11.2,made up\n\
                       2011,Local authority,993,Thornmere,62,19,169,11.2,made up\n";

/// Puts what commands name into a folder that holds the project's returns.
pub fn put(folder: &Path, commands: &[String]) {
    let named = |name: &str| commands.iter().any(|command| command.split([' ', '/']).any(|word| word == name));
    if named("my-returns") {
        returns_with_teams(&folder.join("my-returns"));
    }
    for name in ["my-outturns.csv", "my-published.csv"].into_iter().filter(|name| named(name)) {
        fs::write(folder.join(name), FIGURES).unwrap();
    }
    if named("my-neighbours.csv") {
        fs::write(folder.join("my-neighbours.csv"), "code,rank,neighbour\n993,1,991\n").unwrap();
    }
    for (name, day) in [("my-last-month", "2011-02-28"), ("my-reports", "2011-03-31")] {
        if named(name) {
            let run = format!("run data --as-at {day} --no-charts --quiet --out {name}");
            said(stocktake(folder).args(run.split(' ')), 0);
        }
    }
}

/// The project's returns with a column TEAM in every header.
fn returns_with_teams(to: &Path) {
    copy(&data(), to);
    for entry in walkdir::WalkDir::new(to).into_iter().filter_map(Result::ok) {
        if entry.file_name() == "header.csv" {
            let text = fs::read_to_string(entry.path()).unwrap();
            let lines = text
                .lines()
                .enumerate()
                .map(|(at, line)| format!("{line},{}\n", if at == 0 { "TEAM" } else { "North" }));
            fs::write(entry.path(), lines.collect::<String>()).unwrap();
        }
    }
}
