//! publish/README.txt and publish/disclosure.toml: how the tables beside them are protected, in words for people and
//! in numbers for programs.

use super::context::rule::Rule;
use super::error::NotAsWritten;
use super::{Printed, SYMBOLS, WARNINGS};
use crate::contract::BETWEEN_WARNINGS;
use crate::lines::{hanging, indented};
use crate::seeds::disclosure::Profile;
use crate::timeframe::Timeframe;
use serde::Deserialize;

/// What has been worded in two ways: as it is now, and as it is in reports made before.
struct Worded {
    followed: [&'static str; 2],
    limits: &'static str,
    complements: &'static str,
    /// Where the profile does not hide how few children are left out.
    no_complements: &'static str,
    percentage: &'static str,
    rounds_to_zero: &'static str,
    warnings: [&'static str; 4],
    how: &'static str,
}

const NOW: Worded = Worded {
    followed: ["These figures follow the disclosure profile ", " to protect children."],
    limits: "They show how far the figure could move by chance alone, and are hidden with their figure.",
    complements: " So is a numerator that leaves out that few of the children.",
    no_complements: " How many children a numerator leaves out is not hidden: 41 of 43 tells of 2.",
    percentage: "A percentage is hidden with either of its counts, and where ",
    rounds_to_zero: SYMBOLS[3].2,
    warnings: [WARNINGS[0].1, WARNINGS[1].1, WARNINGS[2].1, WARNINGS[3].1],
    how: "It says how reliable the figures shown are, without the reasons, which are counts of children.",
};

/// As it was before it was said what a profile does not hide.
const WITHOUT_WHAT_IS_NOT_HIDDEN: Worded = Worded { no_complements: "", ..NOW };

const BEFORE: Worded = Worded {
    followed: ["To protect children, the profile ", " is followed."],
    limits: "They say how far a figure of so few children can move by chance alone, and are hidden with their figure.",
    complements: " So is a numerator where the children of the denominator who are not in it are so few.",
    no_complements: "",
    percentage: "A percentage is hidden where ",
    rounds_to_zero: "rounds to nought, but is not nought",
    warnings: [
        "it looks back further than the returns given do",
        "the returns leave open on which side it lies of what is near: a target, the edge of a band, another figure",
        "to be used with care: something speaks against the returns behind it",
        "not to be relied upon: the returns behind it are incomplete or in doubt",
    ],
    how: "Of figures that are shown it says how far they can be relied upon, without the reasons, which are counts of children.",
};

/// README.txt.
pub(crate) fn readme(profile: &Profile, timeframe: &Timeframe) -> String {
    NOW.readme_with_list(&FILES, profile, timeframe)
}

/// How the care population is protected; blank where it is not published.
fn care_population(profile: &Profile, timeframe: &Timeframe) -> String {
    let Ok(rule) = Rule::of(profile, timeframe) else { return String::new() };
    let rules = [
        format!(
            "Counts below {} are hidden (c), zeros too. Others are rounded to the nearest {}, each by itself.",
            rule.least(),
            rule.base()
        ),
        "Where an age of a region is hidden, all its ages are, and those of England.".to_owned(),
        "A region's total is the sum of its printed ages, if they are shown, and England is the sum of its printed regions, \
         hidden where one is: nothing can be worked out by taking one number from another."
            .to_owned(),
        "Those at any time in the window are hidden where they would tell too closely who left or came.".to_owned(),
        "Those on the day are the denominator of NI 62. Percentages are those of the printed counts.".to_owned(),
    ];
    let rules: String = rules.iter().map(|rule| hanging("-", rule, 2)).collect();
    format!("\nThe care population of England and of regions (context.csv)\n{rules}")
}

/// What is said of the files, under a heading.
struct FileList {
    heading: &'static str,
    files: &'static [(&'static str, &'static str)],
}

/// What pages of many places share.
const SHARED: (&str, &str) = ("shared/", "what the pages of areas need beside their folders: leave it where it is");

/// The files beside README.txt, those to begin with first.
const FILES: FileList = FileList {
    heading: "Files (some only where the report has them)",
    files: &[
        ("index.html", "all areas on one page: begin here"),
        ("national.html", "the stocktake of England, if all its authorities have given returns"),
        ("regions/", "each region and England; a region whose authorities have all given returns has a stocktake too"),
        ("authorities/", "a page for each authority"),
        SHARED,
        ("areas.html", "the figures of all authorities that the charts of all areas show"),
        ("stocktake.xlsx", "all of it as a workbook"),
        ("indicators.csv", "the figures, a row for each area and indicator; years/ has those of the years before"),
        ("other tables", "the care population, groups of children or the year ahead, where they are published"),
        ("tidy/", "the figures of all years in the open data standard of the Department for Education"),
        ("disclosure.toml, run.json", "how small numbers are hidden, and how the report was made"),
    ],
};

/// As it was before every file was listed.
const PAGES: FileList = FileList {
    heading: "Pages, unless the report is without charts",
    files: &[
        ("national.html", "the stocktake of England, if all its authorities have given returns"),
        ("index.html", "all areas on one page"),
        ("regions/", "each region and England; a region whose authorities have all given returns has a stocktake too"),
    ],
};

/// README.txt, as it was before pages shared anything.
fn without_shared(profile: &Profile, timeframe: &Timeframe) -> String {
    readme(profile, timeframe).replace(&line(&SHARED), "")
}

/// README.txt, as it was before the care population was published.
fn without_care_population(profile: &Profile, timeframe: &Timeframe) -> String {
    let readme = WITHOUT_WHAT_IS_NOT_HIDDEN.readme_with_list(&PAGES, profile, timeframe);
    readme.replace(&care_population(profile, timeframe), "")
}

/// Whether the bytes are a README.txt of this program, as it is now or as it was before.
pub(crate) fn is_readme(bytes: &[u8], profile: &Profile, timeframe: &Timeframe) -> bool {
    let all = [
        readme(profile, timeframe),
        without_shared(profile, timeframe),
        NOW.readme_with_list(&PAGES, profile, timeframe),
        WITHOUT_WHAT_IS_NOT_HIDDEN.readme_with_list(&PAGES, profile, timeframe),
        // The care population was not always published.
        without_care_population(profile, timeframe),
        // Pages were not always named.
        WITHOUT_WHAT_IS_NOT_HIDDEN.readme(profile, timeframe),
        BEFORE.readme(profile, timeframe),
        // Warnings were not always explained.
        BEFORE.readme_without_warnings(profile, timeframe),
    ];
    all.iter().any(|words| words.as_bytes() == bytes)
}

/// What is said of a file or folder.
fn line((file, what): &(&str, &str)) -> String {
    hanging("", &format!("{file}: {what}"), 2)
}

impl Worded {
    fn readme_with_list(&self, list: &FileList, profile: &Profile, timeframe: &Timeframe) -> String {
        let files: String = list.files.iter().map(line).collect();
        format!("{}{}\n{}\n{files}", self.readme(profile, timeframe), care_population(profile, timeframe), list.heading)
    }

    fn readme(&self, profile: &Profile, timeframe: &Timeframe) -> String {
        let mut text = self.readme_without_warnings(profile, timeframe);
        let warnings: String =
            self.explained().map(|(warning, meaning)| hanging("", &format!("{warning}: {meaning}"), 2)).collect();
        let how = format!("{} Several are joined by \"{BETWEEN_WARNINGS}\".", self.how);
        text.push_str(&format!("\nWarnings (warning)\n{warnings}{}", indented(&how, 0)));
        text
    }

    fn readme_without_warnings(&self, profile: &Profile, timeframe: &Timeframe) -> String {
        let heading = format!("Figures at {} ({})\n", timeframe.as_at.in_words(), timeframe.basis);
        let meaning = |symbol: Printed, meaning: &'static str| match symbol {
            Printed::RoundsToNought => self.rounds_to_zero,
            _ => meaning,
        };
        let symbols: String = SYMBOLS
            .iter()
            .map(|(symbol, letter, means)| format!("  {letter}  {}\n", meaning(*symbol, means)))
            .collect();
        let [before, after] = self.followed;
        let protection = format!("{before}{}{after} {}", profile.name, profile.meaning);
        let limits = format!(
            "lower_95 and upper_95 are the limits of a 95% interval: by Wilson's method for a percentage, by Student's t for \
             a mean of scores (NI 58). {}",
            self.limits
        );
        let rules: String = self.rules(profile).iter().map(|rule| hanging("-", rule, 2)).collect();
        let paragraphs =
            [heading, indented(&protection, 0), rules, format!("Symbols\n{symbols}"), indented(&limits, 0)];
        paragraphs.join("\n")
    }

    /// Each warning and its meaning.
    fn explained(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        WARNINGS.iter().map(|(warning, _)| *warning).zip(self.warnings)
    }

    fn rules(&self, profile: &Profile) -> Vec<String> {
        let (from, to) = (profile.hidden_from, profile.hidden_to);
        let complement = if profile.complements { self.complements } else { self.no_complements };
        let few = format!("its denominator is {} or less", profile.percentage_denominator_to);
        let percentages = match profile.percentage_numerator_to {
            Some(most) => format!("{}its numerator is {most} or less, or {few}.", self.percentage),
            None => format!("{}{few}.", self.percentage),
        };
        let nearest = if profile.whole_percentages { ", to the nearest whole one" } else { "" };
        let limits =
            profile.limits_from.map(|from| format!(" There are no limits below {from} children.")).unwrap_or_default();
        let counts = |whose: &str, base: i64| match base {
            1 => format!("Counts of {whose} are exact."),
            base => format!("Counts of {whose} are to the nearest {base}."),
        };
        let of = if profile.rounded_percentages { "printed" } else { "exact" };
        vec![
            format!("Counts of children from {from} to {to} are hidden.{complement}"),
            percentages,
            format!(
                "{} {}",
                counts("authorities", profile.round_authorities),
                counts("regions and England", profile.round_totals)
            ),
            format!("Percentages and their limits are those of the {of} counts{nearest}.{limits}"),
            format!(
                "More is hidden where a hidden count could be worked out from what is shown: at least {} whole numbers \
                 are left for each.",
                profile.least_integers
            ),
        ]
    }
}

/// What a profile does, one or two sentences for each rule.
pub(crate) fn rules(profile: &Profile) -> Vec<String> {
    NOW.rules(profile)
}

/// disclosure.toml: the profile, and the pairs of indicators whose denominators are the same children; with the meaning of
/// the warnings as comments, for people who read it.
pub(crate) fn settings(profile: &Profile, same_children: &[[u16; 2]]) -> String {
    NOW.settings(profile, same_children)
}

impl Worded {
    fn settings(&self, profile: &Profile, same_children: &[[u16; 2]]) -> String {
        let warnings: String = self.explained().map(|(warning, meaning)| format!("# {warning}: {meaning}\n")).collect();
        let how = format!("# The column warning of indicators.csv, joined by \"{BETWEEN_WARNINGS}\":");
        format!("{}\n{how}\n{warnings}", settings_without_warnings(profile, same_children))
    }
}

/// Whether the bytes are a disclosure.toml of this program, as it is now or as it was before.
pub(crate) fn is_settings(bytes: &[u8], profile: &Profile, same_children: &[[u16; 2]]) -> bool {
    let all = [
        NOW.settings(profile, same_children),
        BEFORE.settings(profile, same_children),
        // Warnings were not always explained.
        settings_without_warnings(profile, same_children),
    ];
    all.iter().any(|words| words.as_bytes() == bytes)
}

fn settings_without_warnings(profile: &Profile, same_children: &[[u16; 2]]) -> String {
    let pairs: Vec<String> = same_children.iter().map(|[one, other]| format!("[{one}, {other}]")).collect();
    format!("same_children = [{}]\n\n{}", pairs.join(", "), profile.to_toml())
}

/// Reads disclosure.toml: the profile, and the pairs of indicators.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn read_settings(bytes: &[u8]) -> Result<(Profile, Vec<[u16; 2]>), NotAsWritten> {
    #[derive(Deserialize)]
    struct Beside {
        same_children: Vec<[u16; 2]>,
    }
    let text = std::str::from_utf8(bytes)?;
    let beside: Beside = toml::from_str(text)?;
    let profile = text.split_once('\n').map_or("", |(_, profile)| profile);
    let profile = Profile::read("disclosure.toml", profile.as_bytes())?;
    Ok((profile, beside.same_children))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::timeframe::Basis;

    #[test]
    fn settings_are_read_back() {
        for profile in crate::seeds::Seeds::built_in().unwrap().disclosure {
            for same in [vec![], vec![[99, 100], [147, 148]]] {
                let of_before = BEFORE.settings(&profile, &same);
                for text in [settings(&profile, &same), of_before, settings_without_warnings(&profile, &same)] {
                    assert_eq!(read_settings(text.as_bytes()).unwrap(), (profile.clone(), same.clone()));
                    assert!(is_settings(text.as_bytes(), &profile, &same));
                    assert!(!is_settings(format!("{text}#").as_bytes(), &profile, &same));
                }
            }
        }
    }

    #[test]
    fn the_readme_explains_the_rule_and_the_symbols() {
        let timeframe = Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap();
        let profiles = crate::seeds::Seeds::built_in().unwrap().disclosure;
        let text = readme(&profiles[0], &timeframe);
        for said in ["31 March 2011", "sfr-2011", "from 1 to 5 are hidden", "nearest 10", "  c  confidential", "  k  "]
        {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains("numerator is"));
        for profile in &profiles {
            let text = readme(profile, &timeframe);
            let tells = text.contains("41 of 43 tells of 2");
            assert_eq!(tells, !profile.complements, "what is not hidden: {text}");
            assert!(!text.contains("\n\n\n") && !text.ends_with("\n\n") && text.ends_with('\n'), "{text}");
            assert_eq!(text.matches("\n- ").count(), 10, "{text}");
            assert!(WARNINGS.iter().all(|(warning, _)| text.contains(warning)), "{text}");
            let of_before = BEFORE.readme(profile, &timeframe);
            let before = of_before.split_once("\nWarnings").unwrap().0;
            let without = without_care_population(profile, &timeframe);
            assert!(!without.contains("context.csv") && without.contains("national.html"), "{without}");
            let silent = WITHOUT_WHAT_IS_NOT_HIDDEN.readme_with_list(&PAGES, profile, &timeframe);
            let alone = without_shared(profile, &timeframe);
            assert!(text.contains("shared/") && !alone.contains("shared/") && alone.contains("areas.html"), "{alone}");
            for text in [text.as_str(), &silent, &alone, &without, of_before.as_str(), before] {
                assert!(is_readme(text.as_bytes(), profile, &timeframe));
                assert!(!is_readme(format!("{text}\n").as_bytes(), profile, &timeframe));
            }
        }
    }
}
