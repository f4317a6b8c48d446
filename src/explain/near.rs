//! The ids that may have been meant.

/// The most ids that are shown.
const SHOWN: usize = 5;

/// The ids most similar to what was typed, or only how many there are, and how to list the others.
pub(crate) fn in_words(typed: &str, ids: impl Iterator<Item = String>, are_shown: bool) -> (String, &'static str) {
    let typed = typed.trim().to_uppercase();
    let mut by_distance: Vec<(usize, String)> = ids.map(|id| (changes(&typed, &id), id)).collect();
    if by_distance.is_empty() {
        return ("; its returns name no child".to_owned(), "check --authority and the files");
    }
    // An id with more than half of its characters changed was not meant.
    by_distance.retain(|(changed, id)| changed * 2 <= id.chars().count());
    by_distance.sort();
    let near: Vec<String> = by_distance.into_iter().take(SHOWN).map(|(_, id)| id).collect();
    let near = match near.len() {
        0 => String::new(),
        _ if are_shown => format!("; similar ids are {}", near.join(", ")),
        1 => "; 1 id is similar, which --children shows".to_owned(),
        several => format!("; {several} ids are similar, which --children shows"),
    };
    (near, "give --indicator and --children without --child to list ids")
}

/// How many characters must be inserted, removed or changed to turn one text into another.
fn changes(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (above, letter) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], above + 1);
        for (place, &met) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != met);
            diagonal = row[place + 1];
            row[place + 1] = changed.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::{changes, in_words};

    #[test]
    fn only_ids_that_may_have_been_meant_are_shown() {
        let near = |typed: &str| in_words(typed, ["1234", "1256", "9"].map(str::to_owned).into_iter(), true);
        let remedy = "give --indicator and --children without --child to list ids";
        assert_eq!(near("1235"), ("; similar ids are 1234, 1256".to_owned(), remedy));
        assert_eq!(near("zzzz"), (String::new(), remedy));
        let counted = in_words("1235", ["1234", "1256", "9"].map(str::to_owned).into_iter(), false);
        assert_eq!(counted, ("; 2 ids are similar, which --children shows".to_owned(), remedy));
        let none = in_words("1", std::iter::empty(), true);
        assert_eq!(none, ("; its returns name no child".to_owned(), "check --authority and the files"));
    }

    #[test]
    fn similarity_is_counted_in_characters() {
        for (one, other, expected) in [("123", "123", 0), ("123", "1234", 1), ("", "ab", 2), ("12345", "12543", 2)] {
            assert_eq!(changes(one, other), expected, "{one} {other}");
        }
    }
}
