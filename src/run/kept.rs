//! What somebody wrote into the slides of an earlier report, which a new one must not take away.

use crate::contract::RESTRICTED;
use crate::output::error::ReportError;
use crate::output::folder::ReportFolder;
use crate::pack_files::DECK;
use crate::slides::comments::Comments;
use std::path::Path;

/// Looks whether a deck with comments would go with the earlier report, for nothing takes its place.
///
/// # Errors
/// Where one would, or cannot be read.
pub(crate) fn no_comment_is_lost(folder: &ReportFolder) -> Result<(), ReportError> {
    let is_deck = |path: &Path| path.starts_with(RESTRICTED) && path.extension().is_some_and(|end| end == DECK);
    for path in folder.without_successor().filter(|path| is_deck(Path::new(path))) {
        let Some(bytes) = folder.earlier(path)? else { continue };
        let comments = Comments::of(&bytes).map_err(|_| ReportError::NoDeck { path: path.into() })?;
        if !comments.is_empty() {
            return Err(ReportError::Comments { path: path.into() });
        }
    }
    Ok(())
}
