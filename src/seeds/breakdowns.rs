//! The dimensions by which figures are broken down, and their groups.

use super::codes::CodeLists;
use super::codes::list::CodeList;
use super::file::{Mistake, SeedError, SeedFile};
use crate::code::Code;
use serde::Deserialize;
use std::collections::HashMap;

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/breakdowns.toml");

/// The group of children of whom it is not known in which they are.
pub(crate) const NOT_KNOWN: &str = "Not known";
/// The group of children with no episode on the day.
pub(crate) const NOT_LOOKED_AFTER: &str = "Not looked after";

/// What of a child a dimension looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// SEX of the latest header that has one.
    Sex,
    /// ETHNIC of the latest header that has one.
    Ethnicity,
    /// Completed years of age on the day.
    Age,
    /// LS of the episode of the day.
    LegalStatus,
    /// PLACE of the episode of the day.
    Placement,
    /// CIN of the episode of the day.
    Need,
    /// Completed years since the period of care began.
    YearsInCare,
    /// Whether a row of UASC says that the child was an unaccompanied asylum seeker on the day.
    Unaccompanied,
    /// A column of the user's choice.
    #[serde(skip)]
    OwnColumn,
    /// A code of something else than a child, such as a review.
    #[serde(skip)]
    Else,
}

impl By {
    /// The table and column of its codes; none where it counts years.
    fn column(self) -> Option<(&'static str, &'static str)> {
        match self {
            By::Sex => Some(("header", "SEX")),
            By::Ethnicity => Some(("header", "ETHNIC")),
            By::LegalStatus => Some(("episodes", "LS")),
            By::Placement => Some(("episodes", "PLACE")),
            By::Need => Some(("episodes", "CIN")),
            By::Age | By::YearsInCare | By::Unaccompanied | By::OwnColumn | By::Else => None,
        }
    }
}

/// A dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dimension {
    /// Its name in the tables: `legal_status`.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// What it looks at.
    pub by: By,
    /// Its groups, in order; those of whom it is not known, and who are not looked after, come after them.
    pub groups: Vec<String>,
    /// The group of each code.
    of_code: HashMap<Code, u16>,
    /// The years at which groups begin.
    from: Vec<i32>,
    /// The groups of yes and of no.
    of_answer: [Option<u16>; 2],
    /// The group of each text of a column of the user's choice, in small letters.
    of_text: HashMap<String, u16>,
}

impl Dimension {
    /// The dimension of a column of the user's choice; a team is one team however its name is written.
    pub(crate) fn of_column<'text>(column: &str, texts: impl Iterator<Item = &'text str>) -> Dimension {
        let (mut groups, mut of_text) = (Vec::new(), HashMap::new());
        for text in texts.filter(|text| !text.is_empty()) {
            of_text.entry(text.to_lowercase()).or_insert_with(|| {
                groups.push(text.to_owned());
                (groups.len() - 1) as u16
            });
        }
        let (name, title) = (column.to_lowercase().replace(' ', "_"), column.to_owned());
        Dimension { groups, of_text, ..Dimension::without_groups(name, title, By::OwnColumn) }
    }

    /// The dimension of a coded column of something else than a child: every code is a group.
    pub(super) fn of_each_code(name: &str, title: &str, list: &CodeList) -> Dimension {
        let (groups, of_code) = each(list);
        Dimension { groups, of_code, ..Dimension::without_groups(name.to_owned(), title.to_owned(), By::Else) }
    }

    fn without_groups(name: String, title: String, by: By) -> Dimension {
        let (groups, of_code, from, of_text) = (Vec::new(), HashMap::new(), Vec::new(), HashMap::new());
        Dimension { name, title, by, groups, of_code, from, of_answer: [None; 2], of_text }
    }

    /// The group of yes or of no.
    pub(crate) fn of_answer(&self, yes: bool) -> Option<u16> {
        self.of_answer[usize::from(!yes)]
    }

    /// The group of a text; none where it is blank.
    pub(crate) fn of_text(&self, text: &str) -> Option<u16> {
        self.of_text.get(&text.to_lowercase()).copied()
    }

    /// The group of a code; none where it is in none.
    pub(crate) fn of_code(&self, code: Code) -> Option<u16> {
        self.of_code.get(&code).copied()
    }

    /// The group of so many completed years.
    pub(crate) fn of_years(&self, years: i32) -> Option<u16> {
        let begun = self.from.partition_point(|from| *from <= years);
        begun.checked_sub(1).and_then(|place| u16::try_from(place).ok())
    }

    /// The group of children of whom it is not known.
    pub(crate) fn not_known(&self) -> u16 {
        self.groups.len() as u16
    }

    /// The group of children who are not looked after.
    pub(crate) fn not_looked_after(&self) -> u16 {
        self.not_known() + 1
    }

    /// How many groups there are, with the two.
    pub(crate) fn count(&self) -> usize {
        self.groups.len() + 2
    }

    /// The name of a group.
    pub(crate) fn group(&self, place: usize) -> &str {
        match place.checked_sub(self.groups.len()) {
            None => &self.groups[place],
            Some(0) => NOT_KNOWN,
            Some(_) => NOT_LOOKED_AFTER,
        }
    }
}

/// A dimension as the seed has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    title: String,
    by: By,
    #[serde(default)]
    each: bool,
    #[serde(default)]
    groups: Vec<Group>,
}

/// A group as the seed has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    name: String,
    #[serde(default)]
    codes: Vec<String>,
    from: Option<i32>,
    answer: Option<bool>,
}

#[derive(Debug, Deserialize)]
struct Entries {
    dimension: Vec<Entry>,
}

/// Reads the dimensions.
///
/// # Errors
/// Where the file is not valid, or a group has a code that no list has.
pub(super) fn load(seed: &SeedFile, codes: &CodeLists) -> Result<Vec<Dimension>, SeedError> {
    let Entries { dimension } = seed.toml()?;
    let dimensions =
        dimension.into_iter().map(|entry| entry.resolved(codes).map_err(|mistake| mistake.in_file(&seed.name)));
    let dimensions: Vec<Dimension> = dimensions.collect::<Result<_, _>>()?;
    for (place, dimension) in dimensions.iter().enumerate() {
        if dimensions[..place].iter().any(|other| other.name == dimension.name) {
            let problem = format!("the dimension {} is there twice", dimension.name);
            return Err(Mistake::new(problem, "keep one of them").in_file(&seed.name));
        }
    }
    Ok(dimensions)
}

impl Entry {
    fn resolved(self, codes: &CodeLists) -> Result<Dimension, Mistake> {
        let Entry { name, title, by, each, groups } = self;
        let wrong = |problem: &str, remedy: &str| Mistake::new(format!("the dimension {name} {problem}"), remedy);
        if groups.is_empty() != each {
            return Err(wrong("has groups and each, or neither", "give one of the two"));
        }
        let list = by.column().and_then(|(table, column)| codes.of_any_year(table, column));
        let (mut names, mut of_code, mut from, mut of_answer) = (Vec::new(), HashMap::new(), Vec::new(), [None; 2]);
        if each {
            let list = list.ok_or_else(|| wrong("has no codes", "give it groups that begin at a number of years"))?;
            (names, of_code) = self::each(list);
        }
        for group in groups {
            for code in &group.codes {
                let listed = list.and_then(|list| list.code_of(code.as_bytes()));
                let code =
                    listed.ok_or_else(|| wrong(&format!("has the code {code}, on no list"), "correct the code"))?;
                if of_code.insert(code, names.len() as u16).is_some() {
                    return Err(wrong("has a code in two groups", "keep it in one"));
                }
            }
            let is_answered = by == By::Unaccompanied;
            match (group.from, list, group.answer) {
                (Some(years), None, None) if !is_answered && from.last().is_none_or(|last| *last < years) => {
                    from.push(years);
                }
                (None, Some(_), None) if !group.codes.is_empty() => {}
                (None, None, Some(yes)) if is_answered => of_answer[usize::from(!yes)] = Some(names.len() as u16),
                _ => return Err(wrong("has a group without codes, or years that do not rise", "correct the group")),
            }
            names.push(group.name);
        }
        Ok(Dimension { groups: names, of_code, from, of_answer, ..Dimension::without_groups(name, title, by) })
    }
}

/// A group for every code of a list, named for its meaning.
fn each(list: &CodeList) -> (Vec<String>, HashMap<Code, u16>) {
    let meanings = || list.meanings().enumerate();
    let of_code = meanings().filter_map(|(place, (code, _))| Some((Code::of_tidy(code)?, place as u16)));
    (meanings().map(|(_, (code, meaning))| format!("{code} {meaning}")).collect(), of_code.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;

    fn dimension(name: &str) -> Dimension {
        Seeds::built_in().unwrap().breakdowns.into_iter().find(|dimension| dimension.name == name).unwrap()
    }

    #[test]
    fn ages_are_in_the_band_that_has_begun() {
        let age = dimension("age");
        let bands = [-1, 0, 1, 4, 5, 9, 10, 15, 16, 19].map(|years| age.of_years(years));
        let expected = [None, Some(0), Some(1), Some(1), Some(2), Some(2), Some(3), Some(3), Some(4), Some(4)];
        assert_eq!(bands, expected);
    }

    #[test]
    fn every_code_of_a_status_and_placement_of_the_time_is_in_a_group() {
        let seeds = Seeds::built_in().unwrap();
        for (name, table, column) in
            [("legal_status", "episodes", "LS"), ("placement", "episodes", "PLACE"), ("sex", "header", "SEX")]
        {
            let dimension = dimension(name);
            let list = seeds.codes.of_any_year(table, column).unwrap();
            let without = list.meanings().filter(|(code, _)| {
                let code = Code::of_tidy(code).unwrap();
                list.holds(code, 2011) && dimension.of_code(code).is_none()
            });
            let without: Vec<&str> = without.map(|(code, _)| code).collect();
            // Short breaks are not care, and wards of court are in lists that were seen nowhere.
            assert!(without.iter().all(|code| ["V3", "V4", "W1"].contains(code)), "{name}: {without:?}");
        }
    }

    #[test]
    fn a_faulty_dimension_is_refused() {
        let codes = Seeds::built_in().unwrap().codes;
        for (text, said) in [
            ("by = 'sex'", "has groups and each, or neither"),
            ("by = 'sex'\neach = true\ngroups = [{ name = 'A', codes = ['1'] }]", "has groups and each, or neither"),
            ("by = 'age'\neach = true", "has no codes"),
            ("by = 'sex'\ngroups = [{ name = 'A', codes = ['9'] }]", "has the code 9, on no list"),
            (
                "by = 'sex'\ngroups = [{ name = 'A', codes = ['1'] }, { name = 'B', codes = ['1'] }]",
                "a code in two groups",
            ),
            ("by = 'age'\ngroups = [{ name = 'A', from = 1 }, { name = 'B', from = 1 }]", "years that do not rise"),
        ] {
            let text = format!("[[dimension]]\nname = 'one'\ntitle = 'One'\n{text}\n");
            let seed = SeedFile { name: "breakdowns.toml".to_owned(), bytes: text.into_bytes().into() };
            let error = load(&seed, &codes).unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
