//! How figures are compared with others, as the user wants it: the interval, the limits of the funnel, groups of
//! authorities.

use super::authorities::Authorities;
use super::file::{Mistake, SeedError, SeedFile};
use crate::lines::visible;
use crate::statistics::funnel::Convention;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use toml::Spanned;

/// Which 95% interval a percentage has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IntervalMethod {
    /// Wilson's.
    #[default]
    Wilson,
    /// The exact one.
    ClopperPearson,
}

impl IntervalMethod {
    /// As the tables have it.
    pub fn name(self) -> &'static str {
        match self {
            IntervalMethod::Wilson => "wilson",
            IntervalMethod::ClopperPearson => "clopper_pearson",
        }
    }
}

/// A group of authorities that a user compares figures with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it is called.
    pub name: String,
    /// The three-digit codes of its authorities, each once, as they were given.
    pub codes: Vec<String>,
}

/// The choices of how figures are compared with others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Configuration {
    /// The 95% interval of a percentage.
    pub interval: IntervalMethod,
    /// How the limits of a funnel are drawn.
    pub funnel: Convention,
    /// The user's own groups, in order of name.
    pub groups: Vec<Group>,
}

/// What figures are always compared with; no group may have one of these names.
const TAKEN: [&str; 3] = ["England", "Region", "Statistical neighbours"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    interval: IntervalMethod,
    #[serde(default)]
    funnel: Convention,
    #[serde(default)]
    groups: BTreeMap<String, Spanned<Vec<Spanned<String>>>>,
}

impl Configuration {
    /// Reads a user's file in TOML: `interval` (`wilson`, `clopper-pearson`), `funnel` (`score`, `wilson`,
    /// `arcsine`) and a table `groups` of names, each with a list of authorities by code or name. What is not
    /// given is as in [`Configuration::default`].
    ///
    /// # Errors
    /// Where the file cannot be opened or is not TOML, a key or a choice is not known, or a group has no authority,
    /// one twice, one that the list of authorities does not have, or a name that is taken.
    pub fn from_file(path: &Path, authorities: &Authorities) -> Result<Configuration, SeedError> {
        let file = SeedFile::of_user(path)?;
        let File { interval, funnel, groups } = file.toml()?;
        let groups = groups.into_iter().map(|(name, members)| {
            let whole = members.span();
            named(&name).map_err(|mistake| file.wrong(&whole, mistake))?;
            let mut codes = Vec::new();
            for member in members.into_inner() {
                let code = code_of(&name, member.as_ref(), &codes, authorities);
                codes.push(code.map_err(|mistake| file.wrong(&member.span(), mistake))?);
            }
            match codes.is_empty() {
                true => Err(file.wrong(
                    &whole,
                    Mistake::new(format!("the group '{name}' has no authority"), "give it one or more"),
                )),
                false => Ok(Group { name: visible(&name), codes }),
            }
        });
        Ok(Configuration { interval, funnel, groups: groups.collect::<Result<_, _>>()? })
    }
}

/// Whether a group may be called so.
fn named(name: &str) -> Result<(), Mistake> {
    let plain = name.trim();
    if plain.is_empty() {
        return Err(Mistake::new("a group has no name", "give it one"));
    }
    match TAKEN.iter().find(|taken| taken.eq_ignore_ascii_case(plain)) {
        Some(taken) => Err(Mistake::new(
            format!("a group is called '{name}', but figures are compared with {taken} already"),
            "give it another name",
        )),
        None => Ok(()),
    }
}

/// The code of a member of a group that has others already.
fn code_of(group: &str, member: &str, held: &[String], authorities: &Authorities) -> Result<String, Mistake> {
    let index = authorities.find(member).ok_or_else(|| {
        Mistake::new(
            format!("'{member}' in the group '{group}' is not on the list of authorities"),
            "give a code or name of the list",
        )
    })?;
    let code = authorities.get(index).code.clone();
    match held.contains(&code) {
        true => Err(Mistake::new(format!("the group '{group}' has '{member}' ({code}) twice"), "remove one")),
        false => Ok(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;

    fn read(text: &str) -> Result<Configuration, SeedError> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mine.toml");
        std::fs::write(&file, text).unwrap();
        Configuration::from_file(&file, &Seeds::built_in().unwrap().authorities)
    }

    #[test]
    fn what_is_not_given_is_the_default() {
        assert_eq!(read("").unwrap(), Configuration::default());
        assert_eq!(read("[groups]\n").unwrap(), Configuration::default());
        let Configuration { interval, funnel, groups } = Configuration::default();
        assert_eq!((interval.name(), funnel.name(), groups.len()), ("wilson", "score", 0));
    }

    #[test]
    fn every_choice_is_read_and_authorities_are_found_by_code_or_name() {
        let text = "interval = \"clopper-pearson\"\nfunnel = \"arcsine\"\n[groups]\n\
                    \"Our region\" = [\"303\"]\n\"Core cities\" = [\"302\", \"Bexley\", \"E08000025\"]\n";
        let read_back = read(text).unwrap();
        assert_eq!((read_back.interval.name(), read_back.funnel.name()), ("clopper_pearson", "arcsine"));
        let groups: Vec<_> =
            read_back.groups.iter().map(|group| (group.name.as_str(), group.codes.join(" "))).collect();
        assert_eq!(groups, [("Core cities", "302 303 330".to_owned()), ("Our region", "303".to_owned())]);
        assert_eq!(read("funnel = \"wilson\"").unwrap().funnel, Convention::Wilson);
        assert_eq!(read("interval = \"wilson\"").unwrap().interval, IntervalMethod::Wilson);
    }

    #[test]
    fn a_fault_is_named_with_its_line_and_the_remedy() {
        for (text, said) in [
            ("\ninterval = \"wald\"\n", "unknown variant `wald`, expected `wilson` or `clopper-pearson`"),
            ("funnel = \"exact\"\n", "unknown variant `exact`, expected one of `score`, `wilson`, `arcsine`"),
            ("intervals = \"wilson\"\n", "unknown field `intervals`, expected one of `interval`, `funnel`, `groups`"),
            ("interval = \n", "line 1"),
            ("[groups]\nNear = []\n", "line 2: the group 'Near' has no authority"),
            (
                "[groups]\nNear = [\"302\"]\nFar = [\n\"302\",\n\"Barnett\"]\n",
                "line 5: 'Barnett' in the group 'Far' is not on",
            ),
            ("[groups]\nNear = [\"302\", \"Barnet\"]\n", "line 2: the group 'Near' has 'Barnet' (302) twice"),
            (
                "[groups]\nengland = [\"302\"]\n",
                "line 2: a group is called 'england', but figures are compared with England already: give it another name",
            ),
            ("[groups]\nRegion = [\"302\"]\n", "a group is called 'Region'"),
            ("[groups]\n\"Statistical neighbours \" = [\"302\"]\n", "a group is called 'Statistical neighbours '"),
            ("[groups]\n\"\" = [\"302\"]\n", "line 2: a group has no name"),
        ] {
            let error = crate::fault::with_help(&read(text).unwrap_err());
            assert!(error.contains("mine.toml") && error.contains(said), "{error}");
        }
    }
}
