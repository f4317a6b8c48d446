//! What is printed about returns as they are read: files refused, and what is worth noticing.

use super::error::CliError;
use super::notices::notices;
use crate::intake::refused::in_words;
use crate::printing::complain;
use crate::progress::Progress;
use crate::quality::InputAccount;
use crate::report::record::Lists;
use crate::returns::file::Outcome;
use crate::returns::files::{real, shown};
use crate::returns::notice::Bearing;
use crate::seeds::Seeds;
use crate::seeds::neighbours::Neighbours;
use crate::text::Problem;
use std::path::{Path, PathBuf};

/// Where every file is listed by a command that has no table of them.
pub(crate) const IN_INTAKE: &str = "`stocktake intake` lists all of them";

/// How much is said of how files were read, where no figure is another because of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Telling {
    /// All of it: the command is about files and what is in them.
    InFull,
    /// How much there is, and where it is listed.
    InBrief,
}

/// Says on standard error what became of files, once for each kind with the first as an example; what was refused even when
/// quiet, and what can move a figure however little is told. `all` says where every one of them is listed.
pub(crate) fn report_input(input: &InputAccount, lists: &Lists, all: &str, telling: Telling, progress: Progress) {
    let refused = input.files.iter().filter_map(|file| match &file.outcome {
        Outcome::Refused(problem) => Some((file.shown.as_str(), problem)),
        _ => None,
    });
    report_refused(refused, "not read", Some(all));
    let mut brief = 0;
    for (bearing, words) in notices(input, lists, all) {
        match (bearing, telling) {
            (Bearing::Reading, Telling::InBrief) => brief += 1,
            _ => progress.say(&words),
        }
    }
    match brief {
        0 => {}
        1 => progress.say("1 notice on how the files were read; `stocktake intake` lists it"),
        several => {
            progress.say(&format!("{several} notices on how the files were read; `stocktake intake` lists them"))
        }
    }
}

/// Says of files what is wrong with them, what became of them and what to do: once for each kind.
pub(crate) fn report_refused<'run>(
    refused: impl Iterator<Item = (&'run str, &'run Problem)>,
    became: &str,
    all: Option<&str>,
) {
    in_words(refused, became, all).iter().for_each(|words| complain(words));
}

/// Makes sure that a report does not go among the returns, where its tables would be read as returns by a later run.
///
/// # Errors
/// Where --out is in a folder of returns, or is that folder.
pub(crate) fn not_among_returns(returns: &[PathBuf], out: &Path) -> Result<(), CliError> {
    let real_out = real(out);
    let Some(folder) = returns.iter().find(|returns| returns.is_dir() && real_out.starts_with(real(returns))) else {
        return Ok(());
    };
    let lies = if real(folder) == real_out {
        format!("--out {} is the folder of the returns", shown(out))
    } else {
        format!("--out {} is inside {}, with the returns", shown(out), shown(folder))
    };
    Err(CliError::with_remedy(
        format!("{lies}: a later run would read the tables of this report as returns; nothing was written"),
        "give a folder elsewhere",
    ))
}

/// Names the lines of the user's lists whose places are not on the list of authorities.
pub(crate) fn report_left_out(seeds: &Seeds, lists: &Lists, progress: Progress) {
    if let Some(left_out) = seeds.published.left_out() {
        progress.say(&format!("{}: {left_out}", lists.published));
    }
    if let Some(left_out) = seeds.neighbours.as_ref().and_then(Neighbours::left_out) {
        progress.say(&format!("{}: {left_out}", lists.neighbours));
    }
}

/// Says again at the end that files were refused, since much may have been printed in between.
pub(crate) fn report_refused_again(input: &InputAccount, progress: Progress) {
    let refused = input.files.iter().filter(|file| matches!(file.outcome, Outcome::Refused(_)));
    match refused.clone().count() {
        0 => {}
        1 => progress.say(&format!(
            "1 file was refused, and the figures do not include it: {} (see above)",
            refused.map(|file| file.shown.as_str()).collect::<String>()
        )),
        files => progress.say(&format!("{files} files were refused, and the figures do not include them (see above)")),
    }
}
