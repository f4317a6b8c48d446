//! The states of children on the watch list, an indicator a file.

mod care_leavers;
mod key_stage;
mod ni058;
mod ni061;
mod ni062;
mod ni063;
mod ni066;
mod watched;

pub(crate) use watched::{Watch, Watched};

/// What is asked about the children of one indicator.
pub(crate) struct Watcher {
    /// What can still happen to a child.
    pub watch: fn(&Watched<'_>) -> Option<Watch>,
    /// Whether a child is followed to the outturn, whatever its state; any other who counts then is an arrival.
    pub follows: fn(&Watched<'_>) -> bool,
}

/// What is asked about the children of the indicator of a number.
pub(crate) fn watcher(number: u16) -> Option<Watcher> {
    let of_care = |watch| Watcher { watch, follows: |child| child.is_looked_after() };
    Some(match number {
        58 => of_care(ni058::watch),
        61 => Watcher { watch: ni061::watch, follows: ni061::follows },
        62 => of_care(ni062::watch),
        63 => of_care(ni063::watch),
        66 => of_care(ni066::watch),
        99..=101 => of_care(key_stage::watch),
        147 | 148 => Watcher { watch: care_leavers::watch, follows: care_leavers::follows },
        _ => return None,
    })
}
