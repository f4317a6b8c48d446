//! What is made of the headings and codes of files: in words, and as a mapping for `--columns` to start from.

mod guess;
mod headings;
mod sheet;
mod text;
mod unlisted;

pub(crate) use text::{comment, quoted};

use crate::returns::contents;
use crate::returns::files::FoundFile;
use crate::seeds::Seeds;
use crate::text::Problem;

/// What is made of some files.
#[derive(Debug)]
pub(crate) struct Understood {
    /// TOML, which `--columns` takes as it is: what is said is in comments.
    pub(crate) text: String,
    /// The lines of it that map headings and codes that are not known; blank where all are.
    pub(crate) mapping: String,
    /// Headings of header and episodes that are like no column: they may be columns of the user's own.
    pub(crate) own: Vec<String>,
    /// Files that are no table of the return, or cannot be read, with what is wrong.
    pub(crate) refused: Vec<(String, Problem)>,
}

/// Reads the headings and codes of files.
pub(crate) fn understand(files: &[FoundFile], seeds: &Seeds) -> Understood {
    let (mut sheets, mut refused) = (Vec::new(), Vec::new());
    for together in files.chunk_by(|one, other| one.is_beside(other)) {
        let together: Vec<&FoundFile> = together.iter().collect();
        for (found, content) in together.iter().zip(contents(&together)) {
            match sheet::read(found, &content, seeds) {
                Ok(sheet) => sheets.push(sheet),
                Err(problem) => refused.push((found.shown.clone(), problem)),
            }
        }
    }
    let mapping = text::mapping(&sheets, seeds);
    Understood { text: text::of(&sheets, &refused, &mapping), mapping, own: text::own(&sheets), refused }
}
