//! The last report made from the same settings, and what changed since.

use crate::command::error::CliError;
use crate::compare::side::{Both, Side};
use crate::compare::{without_rows, words};
use crate::day::Day;
use crate::lines::indented;
use crate::progress::Progress;
use crate::read_back::report::Report;
use crate::run::request::{Days, Request, by_day};
use crate::seeds::Seeds;
use crate::settings_file::{DAY_IN_OUT, NO_FILE};
use std::path::{Path, PathBuf};

/// How many letters a day has: 2011-03-31.
const LETTERS: usize = 10;

/// The last report that was made from the settings of a run for one day, where it was: that of the latest day, though of
/// none after the day asked for. A report that cannot be read back is named.
pub(crate) fn last_report(request: &Request, progress: Progress) -> Option<Report> {
    let until = match &request.days {
        Days::Given(days) => match days.as_slice() {
            [day] => Some(day.as_at.to_string()),
            _ => return None,
        },
        Days::LastCovered(_) => None,
        Days::Every(..) => return None,
    };
    let file = &request.invocation.settings.file;
    if file == NO_FILE {
        return None;
    }
    let day = |folder: &PathBuf| {
        // Only the record.
        let record = Report::with(folder, &[]).ok()?.record;
        let made_from = record.settings.get("file")?.as_str()?.to_owned();
        let is_same = Path::new(&made_from).file_name() == Path::new(file).file_name();
        (is_same && until.as_ref().is_none_or(|until| record.as_at <= *until)).then_some(record.as_at)
    };
    let made = places(&request.out).into_iter().filter_map(|folder| Some((day(&folder)?, folder)));
    let (_, folder) = made.max()?;
    match Report::read(&folder) {
        Ok(report) => Some(report),
        Err(why) => {
            progress.say(&format!("not compared with the last report: {why}"));
            None
        }
    }
}

/// Where reports of the same settings may be: with the day in the name of a folder, every folder named for one.
fn places(out: &Path) -> Vec<PathBuf> {
    let Some(words) = by_day(out) else { return vec![out.to_owned()] };
    let above = out.ancestors().find(|above| by_day(above).is_none()).unwrap_or(Path::new(""));
    let named = out.strip_prefix(above).ok().and_then(|below| below.iter().next()?.to_str()).unwrap_or_default();
    let before = named.split(DAY_IN_OUT).next().unwrap_or_default();
    let above = if above == Path::new("") { Path::new(".") } else { above };
    let folders = std::fs::read_dir(above).into_iter().flatten().filter_map(Result::ok);
    let day = |name: &str| {
        let day = name.strip_prefix(before)?.get(..LETTERS)?;
        Day::read(day.as_bytes()).map(|_| words.replace(DAY_IN_OUT, day))
    };
    folders.filter_map(|folder| day(folder.file_name().to_str()?)).map(PathBuf::from).collect()
}

/// What changed since the last report, in brief.
///
/// # Errors
/// Where a report cannot be read back.
pub(crate) fn since(last: Report, folder: &Path) -> Result<String, CliError> {
    let report = Report::read(folder).map_err(CliError::new)?;
    let sides = Both { before: Side::new(last), after: Side::new(report) };
    let comparison = without_rows(&sides, &Seeds::built_in().map_err(CliError::new)?).map_err(CliError::new)?;
    let mut text = format!("\nSince the last report from these settings\n{}", words::in_brief(&comparison, &sides));
    let before = &sides.before.report.folder;
    if before != folder {
        let command = format!("stocktake compare {} {}", before.display(), folder.display());
        text.push_str(&indented(&format!("Why, and behind which children: {command}"), 0));
    }
    Ok(text + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_looked_for_where_their_day_stands_in_the_name() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["of-2010-12-31/exact", "of-2011-01-31", "of-2011-02-31", "of-last", "2011-03-31", "of-"] {
            std::fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        let mut found = places(&folder.path().join("of-{as_at}/exact"));
        found.sort();
        assert_eq!(found, ["of-2010-12-31/exact", "of-2011-01-31/exact"].map(|name| folder.path().join(name)));
        assert_eq!(places(Path::new("reports")), [Path::new("reports")]);
        assert!(places(&folder.path().join("no-such/{as_at}")).is_empty());
    }
}
