//! Files that were refused: which table each seems to be, and what is wrong with them, once for each kind.

use crate::returns::file::{FileReport, Outcome};
use crate::returns::place::Place;
use crate::returns::table::Table;
use crate::seeds::authorities::AuthorityIndex;
use crate::text::Problem;
use std::path::Path;

/// A file that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    /// Its path as shown.
    pub shown: String,
    /// Whose it is, as far as that is known.
    pub place: Place,
    /// The table that its name is for, as nothing else tells.
    pub table: Option<Table>,
}

impl Refused {
    /// Whether it may hold a table of an authority's return; a file that may be anybody's is put to nobody.
    pub(crate) fn may_hold(&self, authority: AuthorityIndex, year: i32, table: Table) -> bool {
        self.place.authority == Some(authority) && self.may_be_of(year, table)
    }

    /// Whether it may hold a table of some authority's return.
    pub(crate) fn may_be_of(&self, year: i32, table: Table) -> bool {
        self.may_be_of_year(year) && self.table.is_none_or(|of| of == table)
    }

    /// Whether it may be of a year's return.
    pub(crate) fn may_be_of_year(&self, year: i32) -> bool {
        self.place.year.is_none_or(|of| of == year)
    }

    /// Whether its place or its name tells its year or its table: else it may be no table of a return at all.
    pub(crate) fn is_known(&self) -> bool {
        self.place.year.is_some() || self.table.is_some()
    }

    /// How near it is to what is looked for, the nearest first: of that year, perhaps of it, of another; of each, the same of
    /// the table.
    pub(crate) fn nearness(&self, year: i32, table: Table) -> impl Ord + use<> {
        let rank = |is: Option<bool>| is.map_or(1, |is| if is { 0 } else { 2 });
        [rank(self.place.year.map(|of| of == year)), rank(self.table.map(|of| of == table))]
    }
}

/// The files that were refused, in order of path.
pub(crate) fn files(files: &[FileReport]) -> Vec<Refused> {
    let refused = files.iter().filter(|file| matches!(file.outcome, Outcome::Refused(_)));
    let refused = refused.map(|file| Refused {
        shown: file.shown.clone(),
        place: file.place.place,
        table: table_in_name(&file.shown),
    });
    refused.collect()
}

/// The one table that a word of a file's name, or its sheet's, is the name of.
pub(crate) fn table_in_name(shown: &str) -> Option<Table> {
    let name = Path::new(shown).file_name()?.to_string_lossy().to_lowercase();
    let mut words = name.split(|character: char| !character.is_alphanumeric());
    let first = words.find_map(Table::named)?;
    words.filter_map(Table::named).all(|other| other == first).then_some(first)
}

/// What is wrong with files, what became of them and what to do, once for each kind with the first as an example. Of a kind
/// are those that differ in names and numbers alone, where `all` says what has every one of them; else those of the same
/// words.
pub(crate) fn in_words<'run>(
    refused: impl Iterator<Item = (&'run str, &'run Problem)>,
    became: &str,
    all: Option<&str>,
) -> Vec<String> {
    let mut kinds: Vec<Kind<'run>> = Vec::new();
    for (shown, problem) in refused {
        let words = [&problem.found, &problem.remedy]
            .map(|words| if all.is_some() { kind_in_words(words) } else { words.clone() });
        match kinds.iter_mut().find(|kind| kind.words == words) {
            Some(kind) => {
                kind.others += 1;
                kind.alike &= (&kind.first.found, &kind.first.remedy) == (&problem.found, &problem.remedy);
            }
            None => kinds.push(Kind { words, shown, first: problem, others: 0, alike: true }),
        }
    }
    kinds.iter().map(|kind| kind.in_words(became, all)).collect()
}

/// Files with the same kind of problem.
struct Kind<'run> {
    words: [String; 2],
    shown: &'run str,
    first: &'run Problem,
    others: usize,
    /// Whether what is wrong and the remedy are the same in all.
    alike: bool,
}

impl Kind<'_> {
    fn in_words(&self, became: &str, all: Option<&str>) -> String {
        let Kind { shown, first, others, .. } = self;
        let them = if self.alike { "them" } else { "this one" };
        let fix = match others {
            0 => format!("{became}; to fix it: {}", first.remedy),
            1 if self.alike => format!("{became}, nor is 1 more like it; to fix both: {}", first.remedy),
            1 => format!("{became}, nor is 1 more like it; to fix {them}: {}", first.remedy),
            _ => format!("{became}, nor are {others} more like it; to fix {them}: {}", first.remedy),
        };
        let rest = all.filter(|_| !self.alike).map(|all| format!("; {all}")).unwrap_or_default();
        format!("{}\n    {fix}{rest}", first.of(shown))
    }
}

/// What kind of problem or remedy it is: its words without what differs from file to file, which are names, numbers and
/// what follows a colon.
fn kind_in_words(words: &str) -> String {
    let first = words.split(": ").next().unwrap_or_default();
    let is_plain = |word: &&str| word.chars().all(|character| character.is_lowercase() || character == '-');
    let words = first.split_ascii_whitespace().map(|word| word.trim_matches([',', ';'])).filter(is_plain);
    words.filter(|word| Table::named(word).is_none()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_guessed_only_from_a_whole_word() {
        for (shown, table) in [
            ("302/2011/episodes.csv", Some(Table::Episodes)),
            ("a/2011 Brent OC3.xlsx", Some(Table::Oc3)),
            ("episodes/return.csv", None),
            ("episodes2011.csv", None),
            ("header and episodes.csv", None),
            ("episodes (episodes).csv", Some(Table::Episodes)),
        ] {
            assert_eq!(table_in_name(shown), table, "{shown}");
        }
    }

    #[test]
    fn another_remedy_is_another_kind() {
        let found = "holds rows of an authority that cannot be told";
        let remedies = ["did you mean Barnet (302)?", "did you mean Brent (304)?", "give --authority"];
        let problems = remedies.map(|remedy| Problem::at_top(found, remedy));
        let said = in_words(problems.iter().map(|problem| ("a.csv", problem)), "not read", Some("all"));
        assert_eq!(said.len(), 2, "{said:?}");
    }

    #[test]
    fn each_kind_is_said_once_with_an_example() {
        let problem = |found: &str, remedy: &str| Problem::at_top(found, remedy);
        let [one, two, other] = [
            problem("looks like episodes but lacks DEC", "add the column DEC"),
            problem("looks like header but lacks SEX, DOB", "add the column SEX, DOB"),
            problem("is empty", "extract the table again"),
        ];
        let refused = [("a.csv", &one), ("b.csv", &other), ("c.csv", &two), ("d.csv", &other), ("e.csv", &other)];
        assert_eq!(
            in_words(refused.into_iter(), "not read", Some("intake.csv has all")),
            [
                "a.csv, line 1: looks like episodes but lacks DEC\n    not read, nor is 1 more like it; to fix this one: add \
                 the column DEC; intake.csv has all",
                "b.csv, line 1: is empty\n    not read, nor are 2 more like it; to fix them: extract the table again",
            ]
        );
        assert_eq!(
            in_words([("a.csv", &one)].into_iter(), "not read", None),
            ["a.csv, line 1: looks like episodes but lacks DEC\n    not read; to fix it: add the column DEC"]
        );
        assert_eq!(in_words(refused.into_iter(), "not read", None).len(), 3, "nothing else has all of them");
    }
}
