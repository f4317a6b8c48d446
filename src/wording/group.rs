//! A group of children, as it is asked for and as its figure is said.

use crate::lines::visible;
use crate::rounding;
use crate::rounding::Tenths;
use crate::unit::Unit;

/// A group that is asked for: `age=10-15`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GroupAsked {
    dimension: String,
    group: String,
}

impl GroupAsked {
    /// Reads what a person types.
    ///
    /// # Errors
    /// What to write.
    pub(crate) fn read(text: &str) -> Result<GroupAsked, String> {
        let parts = text.split_once('=').map(|(dimension, group)| (tidy(dimension), tidy(group)));
        let whole = parts.filter(|(dimension, group)| !dimension.is_empty() && !group.is_empty());
        let (dimension, group) = whole.ok_or("write a dimension and a group of it, as age=10-15 or sex=girls")?;
        Ok(GroupAsked { dimension, group })
    }

    /// As it was asked for.
    pub(crate) fn in_words(&self) -> String {
        visible(&format!("{}={}", self.dimension, self.group))
    }

    /// The dimension that is meant, among names.
    pub(crate) fn dimension<'name>(&self, names: impl Iterator<Item = &'name str> + Clone) -> Option<&'name str> {
        meant(&self.dimension, names)
    }

    /// The group that is meant, among the names of the dimension's.
    pub(crate) fn group<'name>(&self, names: impl Iterator<Item = &'name str> + Clone) -> Option<&'name str> {
        meant(&self.group, names)
    }
}

/// The name that is meant: the very one, or the one that has the code.
fn meant<'name>(asked: &str, names: impl Iterator<Item = &'name str> + Clone) -> Option<&'name str> {
    let code = |name: &str| name.split(' ').next().is_some_and(|first| is_code(first) && first.to_lowercase() == asked);
    names.clone().find(|name| tidy(name) == asked).or_else(|| names.clone().find(|name| code(name)))
}

/// Whether a word is a code: capitals and digits.
fn is_code(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|character| character.is_ascii_uppercase() || character.is_ascii_digit())
}

/// A name in small letters, with `10-15` as `10 to 15` and `_` as a space.
fn tidy(name: &str) -> String {
    let small = name.to_lowercase().replace('_', " ");
    let ends = small.split_once(['-', '\u{2013}']).map(|(from, to)| [from.trim(), to.trim()]);
    match ends {
        Some(ends) if ends.iter().all(|end| !end.is_empty() && end.bytes().all(|byte| byte.is_ascii_digit())) => {
            ends.join(" to ")
        }
        _ => small.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// The figure of a group, set beside all others of the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct GroupFigure {
    /// The unit of the value.
    pub(crate) unit: Unit,
    /// Children who meet the test, or their scores.
    pub(crate) numerator: u64,
    /// Children who count.
    pub(crate) denominator: u64,
    /// The 95% interval of the value.
    pub(crate) interval: Option<[Tenths; 2]>,
    /// The value less that of all others.
    pub(crate) difference: Option<Tenths>,
    /// The 95% interval of that.
    pub(crate) of_difference: Option<[Tenths; 2]>,
    /// Whether the difference is more than chance; none where it is not tested.
    pub(crate) more_than_chance: Option<bool>,
}

/// The headings of [`GroupFigure::cells`].
pub(crate) const HEADINGS: [&str; 5] = ["Value", "Children", "95% interval", "Differs by", "Told"];

impl GroupFigure {
    /// Its value with its unit, its children, its interval, the difference from all others and what can be told of that.
    pub(crate) fn cells(&self) -> [String; 5] {
        let told = self.told().trim_start_matches("significantly ").to_owned();
        let interval = self.interval.map(between).unwrap_or_default();
        [self.value(), self.children(), interval, self.difference.map(Tenths::signed).unwrap_or_default(), told]
    }

    /// `11.1%, 12 of 108 children, 6.5 to 18.4 at 95%; +2.1 from all others, -4.5 to 8.3 at 95%: similar`.
    pub(crate) fn in_words(&self) -> String {
        let at_95 = |interval: Option<[Tenths; 2]>| {
            interval.map(|interval| format!(", {} at 95%", between(interval))).unwrap_or_default()
        };
        let beside = self
            .difference
            .map(|difference| format!("; {} from all others{}", difference.signed(), at_95(self.of_difference)));
        let noun = if self.denominator == 1 { "child" } else { "children" };
        let (value, children, beside) = (self.value(), self.children(), beside.unwrap_or_default());
        format!("{value}, {children} {noun}{}{beside}: {}", at_95(self.interval), self.told())
    }

    fn value(&self) -> String {
        let value = rounding::value(self.unit, self.numerator, self.denominator);
        value.map(|value| format!("{value}{}", self.unit.suffix())).unwrap_or_default()
    }

    fn children(&self) -> String {
        match self.unit {
            Unit::Percent => format!("{} of {}", self.numerator, self.denominator),
            Unit::Score => self.denominator.to_string(),
        }
    }

    fn told(&self) -> &'static str {
        told(self.more_than_chance, self.difference.is_some_and(|difference| difference.0 > 0))
    }
}

fn between([lower, upper]: [Tenths; 2]) -> String {
    format!("{lower} to {upper}")
}

/// What can be told of a group beside all others of its place.
pub(crate) fn told(more_than_chance: Option<bool>, is_higher: bool) -> &'static str {
    match more_than_chance {
        Some(true) if is_higher => "significantly higher",
        Some(true) => "significantly lower",
        Some(false) => "similar",
        None => "not tested",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_named_as_people_do() {
        let groups = ["Under 1", "10 to 15", "WBRI White British", "N1 Abuse or neglect", "Not known"];
        for (asked, group) in [
            ("age=10-15", Some("10 to 15")),
            ("Age = 10 to 15", Some("10 to 15")),
            ("age=10 \u{2013} 15", Some("10 to 15")),
            ("age=UNDER 1", Some("Under 1")),
            ("x=wbri", Some("WBRI White British")),
            ("x=n1", Some("N1 Abuse or neglect")),
            ("x=not_known", Some("Not known")),
            ("x=not", None),
            ("x=10-16", None),
        ] {
            assert_eq!(GroupAsked::read(asked).unwrap().group(groups.into_iter()), group, "{asked}");
        }
        let asked = GroupAsked::read("legal status=x").unwrap();
        assert_eq!(asked.dimension(["sex", "legal_status"].into_iter()), Some("legal_status"));
        for text in ["age", "age=", "=10-15", ""] {
            assert!(GroupAsked::read(text).unwrap_err().starts_with("write a dimension"), "{text}");
        }
    }

    #[test]
    fn a_figure_is_said_with_what_can_be_told_of_it() {
        let figure = GroupFigure {
            unit: Unit::Percent,
            numerator: 12,
            denominator: 108,
            interval: Some([Tenths(65), Tenths(184)]),
            difference: Some(Tenths(21)),
            of_difference: Some([Tenths(-45), Tenths(83)]),
            more_than_chance: Some(false),
        };
        let said = "11.1%, 12 of 108 children, 6.5 to 18.4 at 95%; +2.1 from all others, -4.5 to 8.3 at 95%: similar";
        assert_eq!(figure.in_words(), said);
        let lower = GroupFigure { difference: Some(Tenths(-21)), more_than_chance: Some(true), ..figure };
        assert!(lower.in_words().ends_with(": significantly lower"));
        assert_eq!(lower.cells(), ["11.1%", "12 of 108", "6.5 to 18.4", "-2.1", "lower"]);
        let alone = GroupFigure {
            unit: Unit::Score,
            denominator: 1,
            interval: None,
            difference: None,
            of_difference: None,
            more_than_chance: None,
            ..figure
        };
        assert_eq!(alone.in_words(), "12.0, 1 child: not tested");
    }
}
