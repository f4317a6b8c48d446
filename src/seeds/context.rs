//! The measures of the care population: titles, definitions in words, and the codes they ask about.

use super::breakdowns::Dimension;
use super::codes::CodeLists;
use super::file::{Mistake, SeedError, SeedFile};
use crate::code::Code;
use serde::Deserialize;

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/context.toml");

/// How a measure is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// Children.
    Children,
    /// Something that happens more than once to a child, each time counted: reviews, incidents.
    Times,
    /// A share of the children of another measure, in percent.
    Share,
    /// Children for each 10,000 people under eighteen.
    #[serde(rename = "per_10000")]
    Per10000,
}

impl Of {
    /// For how many of the whole the value is.
    pub(crate) fn per(self) -> u32 {
        match self {
            Of::Children | Of::Times | Of::Share => 100,
            Of::Per10000 => 10_000,
        }
    }
}

/// A measure.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureSeed {
    /// Its name in the tables.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// Who is asked about, in words.
    pub population: String,
    /// What is asked, in words.
    pub test: String,
    /// How it is counted.
    pub of: Of,
    /// Of a share, the measure that is the whole; blank of children.
    #[serde(default)]
    pub among: String,
    /// Of a share, the measure that is the part, where it is not decided by a rule of its own.
    #[serde(default)]
    pub counts: String,
    /// The measure without any child of which this one is not known; blank where there is none.
    #[serde(default)]
    pub needs: String,
    /// What was published of England, beside which it stands.
    #[serde(default)]
    pub published: Vec<PublishedOfEngland>,
    /// The codes by which what happened is grouped.
    groups: Option<ByCode>,
    #[serde(default)]
    from: Vec<String>,
    #[serde(default)]
    to: Vec<String>,
    /// Where the definition comes from.
    pub source: String,
    /// The codes of placements from which a move is asked about.
    #[serde(skip)]
    pub from_codes: Vec<Code>,
    /// The codes of placements to which.
    #[serde(skip)]
    pub to_codes: Vec<Code>,
    /// What happened, by those codes.
    #[serde(skip)]
    pub by: Option<Dimension>,
}

/// A coded column by which a measure is grouped.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct ByCode {
    name: String,
    title: String,
    table: String,
    column: String,
}

/// A published figure of England.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedOfEngland {
    /// The year, or years, that end on 31 March.
    pub year: String,
    /// How many children, as it was published or recalled: `1,890`, `about 60,000`.
    pub children: String,
    /// Where.
    pub source: String,
}

#[derive(Debug, Deserialize)]
struct Entries {
    measure: Vec<MeasureSeed>,
}

/// Reads the measures.
///
/// # Errors
/// Where the file is not valid, a share is of no measure, or a code is on no list.
pub(super) fn load(seed: &SeedFile, codes: &CodeLists) -> Result<Vec<MeasureSeed>, SeedError> {
    let Entries { mut measure } = seed.toml()?;
    let names: Vec<String> = measure.iter().map(|measure| measure.name.clone()).collect();
    for (place, measure) in measure.iter_mut().enumerate() {
        let wrong = |problem: &str, remedy: &str| {
            Err(Mistake::new(format!("the measure {} {problem}", names[place]), remedy).in_file(&seed.name))
        };
        if names[..place].contains(&names[place]) {
            return wrong("is there twice", "keep one of them");
        }
        if (measure.of == Of::Share) != names[..place].contains(&measure.among) {
            return wrong("is a share of no measure above it", "name one in among, or count children");
        }
        if !measure.counts.is_empty() && !names[..place].contains(&measure.counts) {
            return wrong("counts a measure that is not above it", "correct counts");
        }
        if !measure.needs.is_empty() && !names.contains(&measure.needs) {
            return wrong("needs a measure that is not there", "correct needs");
        }
        if let Some(ByCode { name, title, table, column }) = &measure.groups {
            match codes.of_any_year(table, column) {
                Some(list) => measure.by = Some(Dimension::of_each_code(name, title, list)),
                None => return wrong("is grouped by a column without codes", "correct table and column"),
            }
        }
        for (texts, found) in [(&measure.from, &mut measure.from_codes), (&measure.to, &mut measure.to_codes)] {
            let list = codes.of_any_year("episodes", "PLACE");
            for text in texts {
                match list.and_then(|list| list.code_of(text.as_bytes())) {
                    Some(code) => found.push(code),
                    None => return wrong(&format!("has the code {text}, on no list"), "correct the code"),
                }
            }
        }
    }
    Ok(measure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;

    #[test]
    fn a_faulty_measure_is_refused() {
        let codes = Seeds::built_in().unwrap().codes;
        let measure = |more: &str| {
            let words = "title = ''\npopulation = ''\ntest = ''\nsource = ''";
            let text = format!(
                "[[measure]]\nname = 'one'\nof = 'children'\n{words}\n[[measure]]\nname = 'two'\n{words}\n{more}\n"
            );
            let seed = SeedFile { name: "context.toml".to_owned(), bytes: text.into_bytes().into() };
            load(&seed, &codes).map_err(|error| error.to_string())
        };
        assert!(measure("of = 'share'\namong = 'one'").is_ok());
        for (more, said) in [
            ("of = 'share'", "is a share of no measure above it"),
            ("of = 'share'\namong = 'two'", "is a share of no measure above it"),
            ("of = 'children'\namong = 'one'", "is a share of no measure above it"),
            ("of = 'children'\ncounts = 'three'", "counts a measure that is not above it"),
            ("of = 'children'\nto = ['P9']", "has the code P9, on no list"),
            ("of = 'children'\nneeds = 'three'", "needs a measure that is not there"),
            (
                "of = 'times'\ngroups = { name = 'a', title = '', table = 'reviews', column = 'REVIEW' }",
                "is grouped by a column without codes",
            ),
        ] {
            let error = measure(more).unwrap_err();
            assert!(error.contains(said), "{error}");
        }
    }
}
