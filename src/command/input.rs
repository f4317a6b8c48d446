//! What is said of returns as they are read: files refused and skipped.

use crate::progress::Progress;
use crate::quality::InputAccount;
use crate::report::record::{Lists, not_anonymised};
use crate::returns::file::Outcome;
use crate::returns::files::{real, shown};
use crate::returns::read::AUTHORITIES;
use crate::seeds::Seeds;
use crate::seeds::neighbours::Neighbours;
use std::path::{Path, PathBuf};

/// Says which files could not be used, on standard error. A file that was refused is said
/// even when quiet.
pub fn report_input(input: &InputAccount, lists: &Lists, progress: Progress) {
    for file in &input.files {
        if let Outcome::Refused(problem) = &file.outcome {
            eprintln!("{}, line {}: {}", file.shown, problem.line, problem.found);
            eprintln!("    not read; to mend it: {}", problem.remedy);
        }
    }
    report_skipped(input, lists, progress);
    report_repeated(input, progress);
    if let Some(exact) = not_anonymised(&input.files).in_words() {
        progress.say(&format!(
            "the returns are not anonymised: they hold {exact}; where they need not be exact, `stocktake anonymise` makes a \
             copy that gives the same figures"
        ));
    }
}

/// Says where a report goes among the returns it is made of, out of which its tables are left only as long as it does.
pub fn report_out_among_returns(returns: &[PathBuf], out: &Path, progress: Progress) {
    let real_out = real(out);
    let Some(folder) = returns.iter().find(|returns| returns.is_dir() && real_out.starts_with(real(returns))) else {
        return;
    };
    let out = shown(out);
    let lies = if real(folder) == real_out {
        format!("{out} is the folder of the returns itself")
    } else {
        format!("{out} lies inside {}, with the returns", shown(folder))
    };
    progress.say(&format!(
        "{lies}: given another --out, a later run would take the tables of this report for returns; give a folder elsewhere"
    ));
}

/// Says which lines of the user's lists are of places that the list of authorities does not have.
pub fn report_left_out(seeds: &Seeds, lists: &Lists, progress: Progress) {
    if let Some(left_out) = seeds.published.left_out() {
        progress.say(&format!("{}: {left_out}", lists.published));
    }
    if let Some(left_out) = seeds.neighbours.as_ref().and_then(Neighbours::left_out) {
        progress.say(&format!("{}: {left_out}", lists.neighbours));
    }
}

/// Says where rows of one file are in another of the same return too, as where a folder was copied beside itself.
fn report_repeated(input: &InputAccount, progress: Progress) {
    let Some((rows, [first, used])) = input.repeated_in_another_file() else { return };
    let [first, used] = [first, used].map(|row| {
        let file = input.files.get(row.file as usize).map_or("", |file| file.shown.as_str());
        format!("{file}, line {}", row.line)
    });
    let rows = if rows == 1 { "1 row is".to_owned() } else { format!("{rows} rows are") };
    progress.say(&format!(
        "{rows} in two files of the same return; the first is {first}, in place of which {used} is used: where one file is \
         a copy of the other, take it away"
    ));
}

/// Says once more at the end that files were refused, for much may stand between.
pub fn report_refused_again(input: &InputAccount, progress: Progress) {
    let refused = input.files.iter().filter(|file| matches!(file.outcome, Outcome::Refused(_)));
    match refused.clone().count() {
        0 => {}
        1 => progress.say(&format!(
            "1 file was refused, and the figures are without it: {} (see above)",
            refused.map(|file| file.shown.as_str()).collect::<String>()
        )),
        files => progress.say(&format!("{files} files were refused, and the figures are without them (see above)")),
    }
}

fn report_skipped(input: &InputAccount, lists: &Lists, progress: Progress) {
    let mut extra = std::collections::BTreeSet::new();
    for file in &input.files {
        let shown = &file.shown;
        match &file.outcome {
            Outcome::Skipped(name) if name != AUTHORITIES => {
                progress.say(&format!("{shown}: {name} skipped: no indicator needs it"));
            }
            Outcome::Skipped(_) if *shown != lists.authorities => {
                progress.say(&format!("{shown}: a list of authorities, not used; give it with --authorities"));
            }
            Outcome::Read { table, .. } => {
                extra.extend(file.extra_columns.iter().map(|column| (*table, column.as_str())));
            }
            _ => {}
        }
    }
    for (table, column) in extra {
        progress.say(&format!("{table}: the column {column} is no part of the return and is not read"));
    }
    // Notes beside the returns are nobody's table.
    let not_read: Vec<&String> = input.not_csv.iter().filter(|name| !name.ends_with(".md")).collect();
    match not_read.as_slice() {
        [] => {}
        [only] => progress.say(&format!("{only} is not read; save it as .csv if it is a table of the return")),
        [first, others @ ..] => progress.say(&format!(
            "{first} and {} more are not read (run.json lists them); save tables of the return as .csv",
            others.len()
        )),
    }
}
