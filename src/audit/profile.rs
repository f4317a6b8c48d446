//! The profile of a published table, held to the one of that name that this program has: its meaning is free text, and its
//! name is what a reader goes by.

use crate::contract::PROFILE;
use crate::printed::published::Published;
use crate::seeds::disclosure::Profile;

/// What is said of a profile with the name of one of this program that is not that one.
pub(crate) fn not_as_built_in(day: &Published, built_in: &[Profile]) -> Option<String> {
    let named = built_in.iter().find(|profile| profile.name == day.profile.name)?;
    (*named != day.profile).then(|| {
        format!(
            "{}: is not the profile of this program that has its name; if it is another, it needs another name",
            day.folder.join(PROFILE).display()
        )
    })
}
