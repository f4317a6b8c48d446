//! The keys of the file, each with its values and their places; what is not known or is none of its values is refused.

use super::key::{DAY_IN_OUT, Key, Kind, Text};
use crate::likeness::likeness;
use crate::lines::in_brief;
use crate::seeds::file::{Mistake, SeedError, SeedFile};
use crate::seeds::policies::Policies;
use miette::Diagnostic;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// What is set, by key: one text of a key that has one value, none of one that is a table.
pub(super) type Keys = BTreeMap<Key, Vec<Text>>;

type Value<'text> = Spanned<DeValue<'text>>;

/// Names that are no key, and where what they mean is said.
const ELSEWHERE: [(&str, &str); 3] = [
    ("as_at", "the day is said with --as-at; without it, a run is for the last month end that the returns cover"),
    ("configuration", "put its interval, its funnel and its [groups] into this file"),
    ("policy", "write the policies in a table: [policies] exclude_disrupted = true"),
];

/// The most of a value that is repeated.
const SHOWN: usize = 40;

/// What a file sets; the policies as `NAME=VALUE`.
///
/// # Errors
/// Where it is not TOML, a key is not known, or a value is none that it can have.
pub(super) fn read(file: &SeedFile) -> Result<(Keys, Vec<String>), SeedError> {
    let reader = Reader { file };
    let (mut keys, mut policies) = (Keys::new(), Vec::new());
    let table = file.placed_toml().map_err(|error| reader.backslash(&error).unwrap_or(error))?;
    for (name, value) in &table {
        let key = reader.key(name)?;
        keys.insert(key, reader.values(key, value)?);
        if key == Key::Policies {
            policies = reader.policies(value)?;
        }
    }
    Ok((keys, policies))
}

struct Reader<'run> {
    file: &'run SeedFile,
}

impl Reader<'_> {
    fn wrong(&self, place: &Range<usize>, problem: impl Into<String>, remedy: impl Into<String>) -> SeedError {
        self.file.wrong(place, Mistake::new(problem, remedy))
    }

    fn key(&self, name: &Spanned<DeString<'_>>) -> Result<Key, SeedError> {
        let text = name.get_ref().as_ref();
        if let Some(key) = Key::ALL.into_iter().find(|key| key.name() == text) {
            return Ok(key);
        }
        let said = ELSEWHERE.iter().find(|(elsewhere, _)| *elsewhere == text).map(|(_, remedy)| (*remedy).to_owned());
        let remedy = said.unwrap_or_else(|| format!("the nearest is {}", nearest(text, Key::ALL.map(Key::name))));
        Err(self.wrong(&name.span(), format!("'{text}' is no setting"), remedy))
    }

    /// The values of a key.
    fn values(&self, key: Key, value: &Value<'_>) -> Result<Vec<Text>, SeedError> {
        let unlike = || self.unlike(key, value);
        match key.kind() {
            Kind::Text => Ok(vec![self.filled(key, self.text(value).ok_or_else(unlike)?)?]),
            Kind::Number => Ok(vec![self.number(value).ok_or_else(unlike)?]),
            Kind::Flag => Ok(vec![self.flag(value).ok_or_else(unlike)?]),
            Kind::Texts => {
                let texts = self.one_or_several(value).ok_or_else(unlike)?;
                texts.into_iter().map(|text| self.filled(key, text)).collect()
            }
            Kind::Choice(words) => Ok(vec![self.chosen(key, self.text(value).ok_or_else(unlike)?, words)?]),
            Kind::Choices(words) => {
                let texts = self.one_or_several(value).ok_or_else(unlike)?;
                texts.into_iter().map(|text| self.chosen(key, text, words)).collect()
            }
            Kind::Lists => {
                let table = value.get_ref().as_table().ok_or_else(unlike)?;
                let wrong = table.iter().find(|(_, list)| !is_list_of_texts(list));
                wrong.map_or(Ok(Vec::new()), |(_, list)| Err(self.unlike(key, list)))
            }
            Kind::Tables | Kind::Policies => value.get_ref().as_table().map(|_| Vec::new()).ok_or_else(unlike),
        }
    }

    /// That a value is none that a key can have.
    fn unlike(&self, key: Key, value: &Value<'_>) -> SeedError {
        let found = self.file.between(&value.span());
        let found = in_brief(found.lines().next().unwrap_or_default(), SHOWN);
        self.wrong(
            &value.span(),
            format!("{} cannot be {found}", key.name()),
            format!("write, for one, {}", key.example()),
        )
    }

    fn text(&self, value: &Value<'_>) -> Option<Text> {
        let text = value.get_ref().as_str()?;
        Some(Text { text: text.to_owned(), place: value.span() })
    }

    fn number(&self, value: &Value<'_>) -> Option<Text> {
        let number =
            value.get_ref().as_integer().map(|number| Text { text: number.as_str().to_owned(), place: value.span() });
        number.or_else(|| self.text(value))
    }

    fn flag(&self, value: &Value<'_>) -> Option<Text> {
        let flag = value.get_ref().as_bool()?;
        Some(Text { text: flag.to_string(), place: value.span() })
    }

    fn one_or_several(&self, value: &Value<'_>) -> Option<Vec<Text>> {
        match value.get_ref().as_array() {
            Some(several) => several.iter().map(|value| self.text(value)).collect(),
            None => Some(vec![self.text(value)?]),
        }
    }

    /// A text that is not blank, and as it was meant.
    fn filled(&self, key: Key, text: Text) -> Result<Text, SeedError> {
        let name = key.name();
        if text.text.trim().is_empty() {
            let remedy = format!("write, for one, {}, or take the line away", key.example());
            return Err(self.wrong(&text.place, format!("{name} is blank"), remedy));
        }
        if text.text.contains(char::is_control) {
            let problem =
                format!("{name} is {}, in which a backslash makes another letter", self.file.between(&text.place));
            return Err(self.wrong(&text.place, problem, SLASHES));
        }
        let is_known = |brace: &str| brace.is_empty() || brace.starts_with(&DAY_IN_OUT[1..]);
        if key == Key::Out && text.text.split('{').skip(1).any(|after| !is_known(after)) {
            let problem = format!("out is '{}', with something in braces that is not {DAY_IN_OUT}", text.text);
            return Err(self.wrong(&text.place, problem, format!("write {DAY_IN_OUT} for the day of the report")));
        }
        Ok(text)
    }

    fn chosen(&self, key: Key, text: Text, words: &[&str]) -> Result<Text, SeedError> {
        if words.contains(&text.text.as_str()) {
            return Ok(text);
        }
        let problem = format!("{} cannot be '{}'", key.name(), text.text);
        Err(self.wrong(&text.place, problem, format!("write one of {}", words.join(", "))))
    }

    /// The policies, each as the option takes it.
    fn policies(&self, value: &Value<'_>) -> Result<Vec<String>, SeedError> {
        let mut policies = Vec::new();
        for (name, value) in value.get_ref().as_table().into_iter().flat_map(DeTable::iter) {
            let (text, place) = (name.get_ref().as_ref(), value.span());
            if !Policies::NAMES.contains(&text) {
                let remedy =
                    format!("the nearest is {}; `stocktake indicators` lists them", nearest(text, Policies::NAMES));
                return Err(self.wrong(&name.span(), format!("no policy is called '{text}'"), remedy));
            }
            // Lists and words alike are written as the option takes them.
            let said = value.get_ref().as_str().unwrap_or_else(|| self.file.between(&place));
            if let Err(error) = Policies::check(text, said) {
                let remedy = error.help().map(|help| help.to_string()).unwrap_or_default();
                return Err(self.wrong(&place, error.to_string(), remedy));
            }
            policies.push(format!("{text}={said}"));
        }
        Ok(policies)
    }

    /// That what is no TOML is so for a backslash in double quotes, as in the paths of Windows.
    fn backslash(&self, error: &SeedError) -> Option<SeedError> {
        let SeedError::Toml { source, .. } = error else { return None };
        let place = source.span()?;
        let line = self.file.line_at(&place);
        let is_path = line.contains('\\') && line.contains('"');
        is_path.then(|| {
            self.wrong(&place, format!("a backslash in double quotes: {}", in_brief(line.trim(), 2 * SHOWN)), SLASHES)
        })
    }
}

/// What to do about a path that Windows would write with backslashes.
const SLASHES: &str = "write the path with forward slashes, or in single quotes: 'C:\\returns'";

fn is_list_of_texts(value: &Value<'_>) -> bool {
    let all_texts = |list: &toml::de::DeArray<'_>| list.iter().all(|value| value.get_ref().as_str().is_some());
    value.get_ref().as_array().is_some_and(all_texts)
}

/// The name most like another; of two as alike, the first.
fn nearest<const N: usize>(name: &str, names: [&'static str; N]) -> &'static str {
    let alike = names.into_iter().map(|known| (std::cmp::Reverse(likeness(name, known)), known));
    alike.min_by_key(|(alike, _)| *alike).map_or("", |(_, known)| known)
}
