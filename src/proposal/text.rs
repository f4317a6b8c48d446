//! The file, section by section: what is set, and what could be behind a `#`.

use super::seen::Proposal;
use crate::columns::{comment, quoted};

/// The most of a list that stands in the file.
const LISTED: usize = 20;

/// The whole file.
pub(crate) fn as_toml(proposal: &Proposal) -> String {
    let sections = [
        head(),
        seen(proposal),
        returns(proposal),
        reports(proposal),
        beside(proposal),
        publishing(),
        slides(proposal),
    ];
    let tables = [policies(proposal), groups(proposal), mapping(proposal)];
    sections.into_iter().chain(tables).collect::<Vec<_>>().join("\n")
}

fn head() -> String {
    comment(
        "Settings of stocktake, started by `stocktake init`. A line behind a # says nothing: take the # away to use it. An \
         option on the command line goes before what stands here. Paths start from the folder of this file; write them \
         with / or in single quotes.",
    )
}

fn seen(proposal: &Proposal) -> String {
    let mut text = comment("What was recognised of the returns");
    text.push_str("#\n");
    text.extend(proposal.recognised.lines().map(|line| format!("#   {line}").trim_end().to_owned() + "\n"));
    text.push_str("#\n");
    if proposal.not_recognised.is_empty() {
        return text + &comment("All of it was recognised.");
    }
    text.push_str(&comment("What was not"));
    text.push_str("#\n");
    text.extend(listed(&proposal.not_recognised).iter().map(|words| comment(&format!("- {words}"))));
    text
}

/// The first of a list, and how many more there are.
fn listed(all: &[String]) -> Vec<String> {
    let mut listed: Vec<String> = all.iter().take(LISTED).cloned().collect();
    if all.len() > LISTED {
        listed.push(format!("and {} more: `stocktake intake` has them", all.len() - LISTED));
    }
    listed
}

fn returns(proposal: &Proposal) -> String {
    let Proposal { given, not_told: [authority, year], undecided, .. } = proposal;
    let returns: Vec<String> = given.returns.iter().map(|path| quoted(path)).collect();
    let mut text = comment("The returns: files, or folders of them");
    text.push_str(&format!("returns = [{}]\n\n", returns.join(", ")));
    text.push_str(&told("authority", "code or name", *authority));
    let example = proposal.authorities.first().map_or("000", |[code, _]| code);
    text.push_str(&set("authority", given.authority.as_deref(), example));
    text.push_str(&told("year", "the one in which the return ends", *year));
    text.push_str(&set("year", given.year.as_deref(), "2011"));
    text.push('\n');
    if !undecided.is_empty() {
        let files = listed(undecided).join(", ");
        text.push_str(&comment(&format!("More than one file holds the same table of the same return: {files}.")));
    }
    text.push_str(&comment(
        "Of two files of one table and return, the one that stands: \"latest\", a file or a folder",
    ));
    text + "# resubmission = \"latest\"\n"
}

/// What to say of files and rows that do not tell something.
fn told(what: &str, how: &str, open: usize) -> String {
    let things = if open == 1 { "file or row" } else { "files or rows" };
    match open {
        0 => comment(&format!("The {what} of files that do not tell theirs ({how})")),
        _ => comment(&format!(
            "Nothing tells the {what} of {open} {things}, which do not count before you write it here ({how}):"
        )),
    }
}

/// A key that is set, or an example behind a `#`.
fn set(key: &str, value: Option<&str>, example: &str) -> String {
    match value {
        Some(value) => format!("{key} = {}\n", quoted(value)),
        None => format!("# {key} = {}\n", quoted(example)),
    }
}

fn reports(proposal: &Proposal) -> String {
    let mut text =
        comment("Where reports go; {as_at} stands for the day, so that each month end has a folder of its own.");
    if let Some(day) = &proposal.last_covered {
        text.push_str(&comment(&format!(
            "`stocktake run` alone makes that of {day}, the last month end that the returns cover."
        )));
    }
    if proposal.given.out.is_none() {
        text.push_str(&comment("The folder must not be among the returns: name one elsewhere."));
    }
    text.push_str(&set("out", proposal.given.out.as_deref(), "../reports/{as_at}"));
    text + "\n\
        # The twelve months to the day, \"rolling\", or the months since 1 April, \"year-to-date\"\n\
        # basis = \"rolling\"\n\
        # How many years of each figure to follow, its own included\n\
        # years = 5\n\
         # \"tables\" alone, or \"charts\" (pages and the workbook); \"svg\", \"png\": each chart as a file; \"pdf\", \"ods\", \"pptx\", \"zip\";\n\
        # \"children\": the page of each authority's children for more than 40 authorities too\n\
        # outputs = [\"charts\"]\n"
}

fn beside(Proposal { given, own, .. }: &Proposal) -> String {
    let own: Vec<String> = own.iter().map(|heading| quoted(heading)).collect();
    let own = if own.is_empty() { quoted("TEAM") } else { own.join(", ") };
    let list = comment("A list of authorities; without it, authorities.csv among the returns, else England's")
        + &set("authorities", given.authorities.as_deref(), "authorities.csv");
    list + "# What figures are set beside: your targets, statistical neighbours and published figures\n\
        # targets = \"targets.csv\"\n\
        # neighbours = \"neighbours.csv\"\n\
        # published = \"published.csv\"\n\
        # People under eighteen, for children in care per 10,000: code, year, under_18\n\
        # population = \"population.csv\"\n\
        # Findings of `stocktake check` that you have looked at and accept\n\
        # accepted = \"accepted.csv\"\n\
        # Columns of header or episodes that stand beside children, as the team\n"
        + &format!("# own_columns = [{own}]\n")
        + "# A folder of seeds in place of those built in\n\
        # seeds = \"seeds\"\n\
        # The 95% interval, \"wilson\" or \"clopper-pearson\", and the limits of a funnel, \"score\", \"wilson\" or \"arcsine\"\n\
        # interval = \"wilson\"\n\
        # funnel = \"score\"\n"
}

fn publishing() -> String {
    "# How published tables are protected: a profile (`stocktake profiles`), a file that holds one, or \"none\"\n\
     # disclosure = \"sfr-2011\"\n\
     # What was published already, to take into account\n\
     # already_published = [\"last-month/publish\"]\n\
     # Dimensions of which groups are published too, protected with the figures\n\
     # publish_breakdowns = [\"sex\"]\n\
     # Whether it is published where the year will probably end, of areas of which no figure is hidden\n\
     # publish_forecast = true\n"
        .to_owned()
}

fn slides(proposal: &Proposal) -> String {
    let name = match proposal.authorities.as_slice() {
        [[_, only]] => only,
        _ => "Our name",
    };
    comment(
        "Your name, logo (a PNG) and two colours on pages and slides: of titles and your own figures, and of targets",
    ) + &set("brand", None, name)
        + "# logo = \"logo.png\"\n\
           # colours = [\"#12436D\", \"#801650\"]\n"
}

fn policies(proposal: &Proposal) -> String {
    let mut text = comment("Choices within the definitions, which `stocktake indicators` explains") + "[policies]\n";
    for [name, default] in &proposal.policies {
        let is_plain = default.starts_with('[') || default.chars().all(char::is_alphanumeric);
        let value = if is_plain { default.clone() } else { quoted(default) };
        text.push_str(&format!("# {name} = {value}\n"));
    }
    text
}

fn groups(proposal: &Proposal) -> String {
    let own: Vec<String> = proposal.authorities.iter().map(|[_, name]| quoted(name)).collect();
    let members = if own.is_empty() { "\"000\", \"001\"".to_owned() } else { own.join(", ") };
    let title = comment("Groups of authorities to compare with, by code or name");
    format!("{title}[groups]\n# \"Our consortium\" = [{members}]\n")
}

fn mapping(proposal: &Proposal) -> String {
    if proposal.unknown.is_empty() {
        return comment("Headings and codes of your own: every one in these returns is known.")
            + "# [columns]\n# PLACE = [\"Type of home\"]\n# [codes.ACCOM]\n# \"With parents\" = \"B1\"\n";
    }
    let how = "Headings and codes of your own: take the # away from a line that is right, correct the others.";
    comment(how) + &proposal.unknown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proposal::seen::Given;
    use crate::seeds::Seeds;
    use crate::settings_file::{Key, SettingsFile};

    fn read(text: &str) -> SettingsFile {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("stocktake.toml");
        std::fs::write(&file, text).unwrap();
        SettingsFile::read(&file).unwrap_or_else(|error| panic!("{}: {text}", crate::fault::with_help(&error)))
    }

    fn proposal() -> Proposal {
        let policies = Seeds::built_in().unwrap().policies;
        let returns = vec!["data".to_owned(), "C:\\more \"returns\"".to_owned()];
        Proposal {
            given: Given { returns, out: Some("reports/{as_at}".to_owned()), ..Given::default() },
            policies: policies.into_iter().map(|seed| [seed.name, seed.default]).collect(),
            ..Proposal::default()
        }
    }

    #[test]
    fn the_file_is_one_that_is_read() {
        let settings = read(&as_toml(&proposal()));
        let texts =
            |key: Key| -> Vec<String> { settings.texts(key).unwrap().iter().map(|text| text.text.clone()).collect() };
        assert_eq!(texts(Key::Returns), ["data", "C:\\more \"returns\""]);
        assert_eq!(texts(Key::Out), ["reports/{as_at}"]);
        assert!(settings.policies().is_empty() && settings.text(Key::Authority).is_none());
    }

    #[test]
    fn so_it_is_with_every_setting_taken_from_behind_its_mark() {
        let is_setting = |line: &str| {
            line.starts_with('[')
                || line.split_once(" = ").is_some_and(|(key, _)| key.starts_with('"') || !key.contains(' '))
        };
        let text = as_toml(&proposal());
        let lines = text.lines().map(|line| match line.strip_prefix("# ") {
            Some(setting) if is_setting(setting) => setting,
            _ => line,
        });
        let settings = read(&lines.collect::<Vec<_>>().join("\n"));
        for key in Key::ALL {
            assert!(settings.texts(key).is_some(), "the file does not say that {} can be set", key.name());
        }
        assert_eq!(settings.policies().len(), 12);
    }

    #[test]
    fn examples_are_the_authorities_of_the_returns_or_nobodys() {
        let two = [["993", "Thornmere"], ["996", "Hollowdale"]].map(|of| of.map(str::to_owned));
        for (authorities, examples) in [
            (&two[..0], ["authority = \"000\"", "brand = \"Our name\"", "[\"000\", \"001\"]"]),
            (&two[..1], ["authority = \"993\"", "brand = \"Thornmere\"", "[\"Thornmere\"]"]),
            (&two[..], ["authority = \"993\"", "brand = \"Our name\"", "[\"Thornmere\", \"Hollowdale\"]"]),
        ] {
            let text = as_toml(&Proposal { authorities: authorities.to_vec(), ..proposal() });
            for example in examples {
                assert!(text.contains(example), "{example}: {text}");
            }
            assert!(!text.contains("Barnet") && !text.contains("302"), "{text}");
        }
    }

    #[test]
    fn what_is_not_told_is_asked_for() {
        let text = as_toml(&Proposal { not_told: [3, 1], ..proposal() });
        assert!(
            text.contains("tells the authority of 3 files or rows")
                && text.contains("tells the year of 1 file or row,")
        );
        let given = Given { authority: Some("302".to_owned()), year: Some("2010-11".to_owned()), ..Given::default() };
        let settings = read(&as_toml(&Proposal { given, ..proposal() }));
        assert_eq!([Key::Authority, Key::Year].map(|key| settings.text(key)), [Some("302"), Some("2010-11")]);
        assert_eq!(settings.text(Key::Out), None);
    }
}
