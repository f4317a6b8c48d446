//! The codes that a text may stand for.

use crate::likeness::likeness;
use crate::seeds::codes::list::CodeList;
use std::cmp::Reverse;

/// The most codes that are guessed at.
const GUESSES: usize = 3;

/// From this likeness on a code is guessed at.
const LIKE: u32 = 501;

/// The codes of a list that are most like a text, in themselves or by their meaning, each with that.
pub(crate) fn guesses<'list>(text: &str, list: &'list CodeList) -> Vec<(&'list str, &'list str)> {
    let alike = |(code, meaning): &(&str, &str)| likeness(text, code).max(likeness(text, meaning));
    let mut like: Vec<_> = list.meanings().map(|listed| (alike(&listed), listed)).collect();
    like.retain(|(alike, _)| *alike >= LIKE);
    like.sort_by_key(|(alike, _)| Reverse(*alike));
    like.into_iter().take(GUESSES).map(|(_, listed)| listed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;

    #[test]
    fn a_text_is_like_a_code_or_its_meaning() {
        let codes = Seeds::built_in().unwrap().codes;
        let guessed = |column: &str, text: &str| -> Vec<&str> {
            let list = codes.of_column(column).unwrap();
            guesses(text, list).into_iter().map(|(code, _)| code).collect()
        };
        assert_eq!(guessed("LS", "Full care order"), ["C2", "C1"]);
        assert_eq!(guessed("RNE", "Started to be looked after"), ["S"]);
        assert_eq!(guessed("PLACE_PROVIDER", "PR-3"), ["PR3", "PR0", "PR1"]);
        assert!(guessed("LS", "Purple").is_empty());
    }
}
