//! Names of worksheets: at most 31 characters, without the few that a name may not have, and no two alike.

use std::collections::BTreeSet;

/// The most characters of a name.
const LONGEST: usize = 31;

/// A name for each worksheet, as like what it is called as may be. `taken` are names of other worksheets.
pub(super) fn names(called: &[String], taken: &[&str]) -> Vec<String> {
    let mut taken: BTreeSet<String> = taken.iter().map(|name| name.to_lowercase()).collect();
    let mut names = Vec::new();
    for called in called {
        let plain = plain(called);
        let numbered = (1..).map(|number: usize| match number {
            1 => cut(&plain, LONGEST),
            _ => {
                let end = format!(" {number}");
                cut(&plain, LONGEST - end.len()) + &end
            }
        });
        let free = numbered.into_iter().find(|name| !taken.contains(&name.to_lowercase())).unwrap_or_default();
        taken.insert(free.to_lowercase());
        names.push(free);
    }
    names
}

/// Without what a worksheet's name may not have.
fn plain(called: &str) -> String {
    let may_stand = |letter: &char| !matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && !letter.is_control();
    let name: String = called.chars().map(|letter| if may_stand(&letter) { letter } else { ' ' }).collect();
    let name = name.trim().trim_matches('\'').trim();
    // Excel keeps this name for itself.
    if name.is_empty() || name.eq_ignore_ascii_case("history") {
        format!("Team {name}").trim().to_owned()
    } else {
        name.to_owned()
    }
}

/// The first of a name, as Excel counts characters.
fn cut(name: &str, most: usize) -> String {
    let mut units = 0;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units <= most
    };
    name.chars().take_while(fits).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_name_is_one_that_a_worksheet_may_have_and_no_other_has() {
        let long = "Children looked after, area office north and east";
        let called =
            ["North/East", "north east", "Summary", "[*]", "History", long, long, "'Quoted'"].map(str::to_owned);
        assert_eq!(
            names(&called, &["Summary"]),
            [
                "North East",
                "north east 2",
                "Summary 2",
                "Team",
                "Team History",
                "Children looked after, area off",
                "Children looked after, area o 2",
                "Quoted",
            ]
        );
    }
}
