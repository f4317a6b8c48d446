//! Tables and returns whose ids are not those of the others: zeros lost at the front, another system's ids, or rows lost.

use super::presence::Presence;
use crate::identity::shortened;
use crate::returns::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer ids than this say nothing.
const ENOUGH: usize = 3;

/// So many ids that are not found are more than a slip here and there.
const MANY: usize = 5;

/// Where the ids of a table should be found again.
struct Expected {
    table: Table,
    /// In any of these tables of the same return.
    same_return: &'static [Table],
    /// In the episodes of any return.
    any_episodes: bool,
    /// The percentage of its ids that must be found.
    must_be_found: usize,
    words: &'static str,
}

/// Half the ids, and all but a few: every child of the header has an episode or is in OC3, whatever else was not sent.
const HALF: usize = 50;
const NEARLY_ALL: usize = 90;

/// The header also lists the young people of OC3, who are in no episode of the year.
const EXPECTED: [Expected; 6] = [
    Expected {
        table: Table::Header,
        same_return: &[Table::Episodes, Table::Oc3],
        any_episodes: false,
        must_be_found: NEARLY_ALL,
        words: "episodes or oc3",
    },
    in_episodes(Table::Reviews),
    in_episodes(Table::Oc2),
    in_header(Table::Oc3),
    in_header(Table::Ad1),
    in_header(Table::Attainment),
];

const fn in_episodes(table: Table) -> Expected {
    let same_return = &[Table::Episodes];
    Expected { table, same_return, any_episodes: false, must_be_found: HALF, words: "episodes" }
}

const fn in_header(table: Table) -> Expected {
    let same_return = &[Table::Header];
    Expected { table, same_return, any_episodes: true, must_be_found: HALF, words: "header or any episodes" }
}

/// What is to be said of an authority's ids, a line each. `id` gives a child's id in words.
pub(super) fn notices(presence: &Presence, id: impl Fn(u32) -> String) -> Vec<String> {
    let years = presence.years();
    let mut notices = Vec::new();
    for &year in &years {
        let episodes: Vec<u32> = presence.in_table(year, Table::Episodes).collect();
        if episodes.is_empty() {
            continue;
        }
        for expected in &EXPECTED {
            let ids: Vec<u32> = presence.in_table(year, expected.table).collect();
            let found = |child: &u32| {
                expected.same_return.iter().any(|&table| presence.has(year, table, *child))
                    || expected.any_episodes && years.iter().any(|&of| presence.has(of, Table::Episodes, *child))
            };
            let (matched, others): (Vec<u32>, Vec<u32>) = ids.iter().partition(|child| found(child));
            let are_found = |percent: usize| 100 * matched.len() >= percent * ids.len();
            let few_are_lost = others.len() < MANY || are_found(expected.must_be_found);
            if ids.len() < ENOUGH || are_found(HALF) && few_are_lost {
                continue;
            }
            let (table, words, of) = (expected.table, expected.words, ids.len());
            let few = match matched.len() {
                0 => format!("none of its {of} ids is"),
                1 => format!("only 1 of its {of} ids is"),
                some => format!("only {some} of its {of} ids are"),
            };
            let why = why(&others, &episodes, &id);
            notices.push(format!("{table} of {year}: {few} in {words} {why}"));
        }
        let before: Vec<u32> = presence.in_table(year - 1, Table::Episodes).collect();
        let again = episodes.iter().any(|&child| presence.has(year - 1, Table::Episodes, child));
        if !again && episodes.len() >= ENOUGH && before.len() >= ENOUGH {
            let why = why(&episodes, &before, &id);
            notices.push(format!("episodes of {year}: no id is in those of {} {why}", year - 1));
        }
    }
    notices
}

/// What tells the two sides apart: an id of each that is the same but for zeros at the front; else what each looks like;
/// and where they look the same, that rows may be lost.
fn why(here: &[u32], there: &[u32], id: &impl Fn(u32) -> String) -> String {
    let bare = |id: &str| id.trim_start_matches('0').to_owned();
    let mut theirs = BTreeMap::<String, String>::new();
    for theirs_id in there.iter().map(|&child| id(child)) {
        theirs.entry(bare(&theirs_id)).or_insert(theirs_id);
    }
    let same_but_for_zeros = here.iter().map(|&child| id(child)).find_map(|ours| {
        let same = theirs.get(&bare(&ours))?;
        Some(format!("({ours} here, {same} there)"))
    });
    same_but_for_zeros.unwrap_or_else(|| {
        let shapes: BTreeSet<String> = there.iter().map(|&child| shape(&id(child))).collect();
        let alike = here.iter().filter(|&&child| shapes.contains(&shape(&id(child)))).count();
        if 2 * alike >= here.len() {
            return "though they look alike: is a file cut off, or of another extract or system?".to_owned();
        }
        let [here, there] = [here, there].map(|side| side.first().map(|&child| form(&id(child))).unwrap_or_default());
        format!("({here} here, {there} there)")
    })
}

/// An id with a mark for every digit and letter: ids of one system are mostly of few shapes.
fn shape(id: &str) -> String {
    let of = |character: char| match character {
        '0'..='9' => '0',
        letter if letter.is_alphabetic() => 'A',
        other => other,
    };
    id.chars().map(of).collect()
}

/// The form of an id, which tells two systems apart and not the child: `00… of 9 characters`.
fn form(id: &str) -> String {
    let characters = id.chars().count();
    format!("{} of {characters} character{}", shortened(id), if characters == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Children 0 to 3 have the ids `001` to `004`, children 4 to 7 the same without zeros.
    fn id(child: u32) -> String {
        if child < 4 { format!("00{}", child + 1) } else { (child - 3).to_string() }
    }

    fn said(rows: &[(i32, Table, &[u32])]) -> Vec<String> {
        let mut presence = Presence::none_of(8);
        for &(year, table, children) in rows {
            children.iter().for_each(|&child| presence.note(year, table, child));
        }
        notices(&presence, id)
    }

    #[test]
    fn a_table_of_which_fewer_than_half_match_is_named_with_both_forms() {
        let episodes = (2011, Table::Episodes, &[0, 1, 2, 3][..]);
        let oc2 = |children| said(&[episodes, (2011, Table::Oc2, children)]);
        assert_eq!(oc2(&[4, 5, 6]), ["oc2 of 2011: none of its 3 ids is in episodes (1 here, 001 there)"]);
        assert_eq!(oc2(&[0, 6, 7]), ["oc2 of 2011: only 1 of its 3 ids is in episodes (3 here, 003 there)"]);
        assert_eq!(oc2(&[0, 1, 6, 7]), [""; 0], "half");
        assert_eq!(oc2(&[4, 5]), [""; 0], "two say nothing");
        assert_eq!(said(&[(2011, Table::Oc2, &[4, 5, 6])]), [""; 0], "no episodes");
    }

    #[test]
    fn ids_that_have_nothing_in_common_are_told_by_their_form() {
        let mut presence = Presence::none_of(6);
        (0..3).for_each(|child| presence.note(2011, Table::Episodes, child));
        (3..6).for_each(|child| presence.note(2011, Table::Oc2, child));
        let id = |child: u32| if child < 3 { format!("SC00000{child}") } else { child.to_string() };
        let said = ["oc2 of 2011: none of its 3 ids is in episodes (… of 1 character here, SC… of 8 characters there)"];
        assert_eq!(notices(&presence, id), said);
    }

    #[test]
    fn children_of_the_header_without_episodes_are_named_as_rows_that_may_be_lost() {
        let header: Vec<u32> = (0..60).collect();
        let said = |lost: u32| {
            let mut presence = Presence::none_of(60);
            header.iter().for_each(|&child| presence.note(2011, Table::Header, child));
            (lost..60).for_each(|child| presence.note(2011, Table::Episodes, child));
            notices(&presence, |child| format!("{:03}", child + 1))
        };
        let why = "though they look alike: is a file cut off, or of another extract or system?";
        assert_eq!(said(6), [""; 0], "one in ten");
        assert_eq!(said(7), [format!("header of 2011: only 53 of its 60 ids are in episodes or oc3 {why}")]);
        assert_eq!(said(60), [""; 0], "no episodes at all are said elsewhere");
    }

    #[test]
    fn young_people_of_oc3_are_in_the_header_or_in_earlier_episodes() {
        let oc3 = (2011, Table::Oc3, &[4, 5, 6][..]);
        let episodes = (2011, Table::Episodes, &[0, 1, 2][..]);
        assert_eq!(said(&[episodes, oc3]).len(), 1);
        assert_eq!(said(&[episodes, oc3, (2011, Table::Header, &[0, 1, 2, 4, 5, 6])]), [""; 0]);
        assert_eq!(said(&[episodes, oc3, (2008, Table::Episodes, &[4, 5, 6])]), [""; 0]);
    }

    #[test]
    fn a_return_with_no_id_of_the_one_before_is_named() {
        fn of(year: i32, children: &[u32]) -> (i32, Table, &[u32]) {
            (year, Table::Episodes, children)
        }
        let none = ["episodes of 2011: no id is in those of 2010 (1 here, 001 there)"];
        assert_eq!(said(&[of(2010, &[0, 1, 2]), of(2011, &[4, 5, 6])]), none);
        assert_eq!(said(&[of(2010, &[0, 1, 2]), of(2011, &[2, 4, 5, 6])]), [""; 0]);
        assert_eq!(said(&[of(2009, &[0, 1, 2]), of(2011, &[4, 5, 6])]), [""; 0]);
    }
}
