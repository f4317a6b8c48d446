//! Columns that are not part of a return and look as if they identify a child.

use super::file::{Mistake, SeedError, SeedFile};
use serde::Deserialize;

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/identifying.toml");

/// What the names of such columns look like. By default nothing does.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentifyingColumns {
    /// Words that such a name contains.
    words: Vec<String>,
    /// Such names in full.
    names: Vec<String>,
}

impl IdentifyingColumns {
    /// Whether the name of a column looks like one; only its letters and digits are compared, whatever their case.
    pub(crate) fn look_like(&self, column: &str) -> bool {
        let column = letters_and_digits(column);
        self.names.contains(&column) || self.words.iter().any(|word| column.contains(word.as_str()))
    }
}

/// The list of a seed.
///
/// # Errors
/// Where the seed cannot be read.
pub(super) fn load(seed: &SeedFile) -> Result<IdentifyingColumns, SeedError> {
    let listed: IdentifyingColumns = seed.toml()?;
    let plain = |texts: Vec<String>| texts.iter().map(|text| letters_and_digits(text)).collect::<Vec<_>>();
    let (words, names) = (plain(listed.words), plain(listed.names));
    // Every column would contain a word without letters.
    if words.iter().any(String::is_empty) {
        return Err(Mistake::new("has a word without letters or digits", "remove it").in_file(&seed.name));
    }
    Ok(IdentifyingColumns { words, names })
}

fn letters_and_digits(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use crate::seeds::Seeds;

    #[test]
    fn names_numbers_and_addresses_look_identifying() {
        let list = Seeds::built_in().unwrap().identifying;
        for column in [
            "FORENAME",
            "Surname",
            "CHILD_NAME",
            "child's name",
            "NAME",
            "First Name",
            "NHS_NUMBER",
            "NHS no",
            "NHS No.",
            "ADDRESS_LINE_1",
            "E-mail",
            "EMAIL",
            "TELEPHONE",
            "Home phone",
            "MOBILE",
            "NI_NUMBER",
            "POSTCODE",
            "Date of birth",
        ] {
            assert!(list.look_like(column), "{column}");
        }
    }

    #[test]
    fn what_returns_and_their_tools_have_does_not() {
        let seeds = Seeds::built_in().unwrap();
        let of_returns = seeds.tables.list.iter().flat_map(|shape| {
            shape.needed.iter().chain(&shape.any_of).chain(&shape.other).chain(&shape.known_by).map(String::as_str)
        });
        let of_tools = [
            "LA",
            "LA_NAME",
            "LA_CODE",
            "YEAR",
            "SW_ID",
            "SW_DECOM",
            "SW_REASON",
            "UPN",
            "authority name",
            "school name",
            "YEAR_latest",
            "Episode_source",
            "PL_LA",
            "PL_LOCATION",
            "PL_DISTANCE",
            "_14",
            "UASC",
            "PREV_PERM",
            "DUC",
            "MIS_START",
            "DOLO_START",
            "LA_PERM",
            "DATE_PERM",
            "TEAM",
            "COLOUR",
            "OLD_LA_CODE",
            "REGION_NAME",
            "",
        ];
        for column in of_returns.chain(of_tools) {
            assert!(!seeds.identifying.look_like(column), "{column}");
        }
    }
}
