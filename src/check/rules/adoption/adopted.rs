//! The adoption that ended a child's care.

use crate::check::child::Child;
use crate::check::rows::EpisodeRow;
use crate::seeds::codes::roles::Role;

/// The episode that ended with adoption in the return's year; the latest of several.
pub(crate) fn adoption<'a>(child: &Child<'a>) -> Option<&'a EpisodeRow<'a>> {
    let adoptions = child.rows.all_episodes().filter(|episode| episode.is_adoption());
    let of_year = adoptions.filter(|episode| episode.dec.day.is_some_and(|end| child.in_year(end)));
    of_year.max_by_key(|episode| (episode.dec.day, episode.at))
}

/// The place among the child's episodes of care of the one that ended with the adoption.
pub(crate) fn place_in_care(child: &Child<'_>, adoption: &EpisodeRow<'_>) -> Option<usize> {
    let mut episodes = child.care.as_ref()?.episodes.iter();
    let adopted = |code| child.has_role(Role::Adopted, code);
    episodes.position(|episode| Some(episode.row.decom) == adoption.decom.day && adopted(episode.reason_ended))
}
