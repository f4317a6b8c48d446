//! Slides that somebody saved.

use crate::slides::comments::Comments;

/// Reads the comments of a deck: what is on any slide can be put into another.
pub fn deck(bytes: &[u8]) {
    let Ok(comments) = Comments::of(bytes) else { return };
    for on in ["the summary", "NI 62"] {
        assert!(comments.on(on, "31 March 2011").iter().all(|paragraph| paragraph.len() <= bytes.len() * 2000));
    }
}
