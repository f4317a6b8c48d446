//! How figures are compared with others, as the user wants it: the interval, the limits of the funnel, groups of
//! authorities.

use super::authorities::Authorities;
use super::file::{Mistake, SeedError, SeedFile};
use crate::lines::visible;
use crate::statistics::funnel::Convention;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use toml::Spanned;

/// Which 95% interval a percentage has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum IntervalMethod {
    /// Wilson's
    #[default]
    Wilson,
    /// The exact one
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Configuration {
    /// The 95% interval of a percentage.
    pub interval: IntervalMethod,
    /// How the limits of a funnel are drawn.
    pub funnel: Convention,
    /// The user's own groups, in order of name.
    #[serde(serialize_with = "by_name", deserialize_with = "from_names")]
    pub groups: Vec<Group>,
}

/// The codes of each group by its name.
fn by_name<S: Serializer>(groups: &[Group], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(groups.iter().map(|group| (&group.name, &group.codes)))
}

fn from_names<'text, D: Deserializer<'text>>(deserializer: D) -> Result<Vec<Group>, D::Error> {
    let groups = BTreeMap::<String, Vec<String>>::deserialize(deserializer)?;
    Ok(groups.into_iter().map(|(name, codes)| Group { name, codes }).collect())
}

/// What figures are always compared with; no group may have one of these names.
const TAKEN: [&str; 3] = ["England", "Region", "Statistical neighbours"];

/// What a user's settings have of it; the other keys are for others.
#[derive(Deserialize)]
struct Comparing {
    #[serde(default)]
    interval: IntervalMethod,
    #[serde(default)]
    funnel: Convention,
    #[serde(default)]
    groups: BTreeMap<String, Spanned<Vec<Spanned<String>>>>,
}

impl Configuration {
    /// Reads a user's settings: `interval` (`wilson`, `clopper-pearson`), `funnel` (`score`, `wilson`, `arcsine`) and a
    /// table `groups` of names, each with a list of authorities by code or name. What is not given is as in
    /// [`Configuration::default`].
    ///
    /// # Errors
    /// Where the file is not TOML, a choice is not known, or a group has no authority, one twice, one that the list of
    /// authorities does not have, or a name that is taken.
    pub(crate) fn read(file: &SeedFile, authorities: &Authorities) -> Result<Configuration, SeedError> {
        let Comparing { interval, funnel, groups } = file.toml()?;
        let groups = groups.into_iter().map(|(name, members)| {
            let whole = members.span();
            named(&name).map_err(|mistake| file.wrong(&whole, mistake))?;
            let mut codes = Vec::new();
            for member in members.into_inner() {
                let code = code_of(&name, member.as_ref(), &codes, authorities);
                codes.push(code.map_err(|mistake| file.wrong(&member.span(), mistake))?);
            }
            Group::of(&name, codes).map_err(|mistake| file.wrong(&whole, mistake))
        });
        Ok(Configuration { interval, funnel, groups: groups.collect::<Result<_, _>>()? })
    }
}

impl Group {
    /// A group as one line has it, `NAME=302,Brent`.
    ///
    /// # Errors
    /// Where it is not written so, has no authority, one twice, one that the list of authorities does not have, or a
    /// name that is taken.
    pub(crate) fn of_line(line: &str, authorities: &Authorities) -> Result<Group, Mistake> {
        let Some((name, members)) = line.split_once('=') else {
            let remedy = "write NAME=AUTHORITY,AUTHORITY, such as 'Our consortium=302,Brent'";
            return Err(Mistake::new(format!("'{line}' is no group of authorities"), remedy));
        };
        named(name)?;
        let mut codes = Vec::new();
        for member in members.split(',').map(str::trim).filter(|member| !member.is_empty()) {
            codes.push(code_of(name, member, &codes, authorities)?);
        }
        Group::of(name, codes)
    }

    fn of(name: &str, codes: Vec<String>) -> Result<Group, Mistake> {
        match codes.is_empty() {
            true => Err(Mistake::new(format!("the group '{name}' has no authority"), "give it one or more")),
            false => Ok(Group { name: visible(name), codes }),
        }
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
        let file = SeedFile { name: "mine.toml".to_owned(), bytes: text.as_bytes().to_owned().into() };
        Configuration::read(&file, &Seeds::built_in().unwrap().authorities)
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
    fn a_group_in_one_line_is_read_alike() {
        let authorities = Seeds::built_in().unwrap().authorities;
        let read = |line: &str| Group::of_line(line, &authorities).map_err(|mistake| mistake.to_string());
        let codes = vec!["302".to_owned(), "303".to_owned()];
        assert_eq!(read("Near=302, Bexley,"), Ok(Group { name: "Near".to_owned(), codes }));
        for (line, said) in [
            ("Near", "'Near' is no group of authorities"),
            ("Near=", "the group 'Near' has no authority"),
            ("Near=302,Barnet", "the group 'Near' has 'Barnet' (302) twice"),
            ("Near=Barnett", "'Barnett' in the group 'Near' is not on the list of authorities"),
            ("=302", "a group has no name"),
        ] {
            assert_eq!(read(line).unwrap_err(), said);
        }
    }

    #[test]
    fn a_fault_is_named_with_its_line_and_the_remedy() {
        for (text, said) in [
            ("\ninterval = \"wald\"\n", "unknown variant `wald`, expected `wilson` or `clopper-pearson`"),
            ("funnel = \"exact\"\n", "unknown variant `exact`, expected one of `score`, `wilson`, `arcsine`"),
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
