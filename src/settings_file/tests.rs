//! The file by hand: what is read, and every mistake with its line and what to do.

use super::*;
use crate::seeds::configuration::IntervalMethod;
use crate::statistics::funnel::Convention;
use crate::timeframe::Basis;
use key::Kind;

/// A file with this text, in a folder `mine` that holds the returns.
fn read(text: &str) -> Result<SettingsFile, String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("mine")).unwrap();
    let file = folder.path().join("mine/stocktake.toml");
    std::fs::write(&file, text).unwrap();
    SettingsFile::read(&file).map_err(|error| crate::fault::with_help(&error))
}

#[test]
fn what_is_set_is_read_with_windows_line_ends_too() {
    let text = "returns = \"returns\"\nauthority = \"302\"\nyear = 2011\nyears = \"3\"\nbasis = \"year-to-date\"\n\
                outputs = [\"charts\", \"png\"]\nout = \"reports/{as_at}\"\n[policies]\nexclude_disrupted = true\n\
                sdq_ages = \"5..=16\"\nmatched_only_years = [2010]\nfirst_review_days = 28\n";
    for text in [text.to_owned(), text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
        let settings = read(&text).unwrap();
        assert_eq!(settings.text(Key::Authority), Some("302"));
        assert_eq!((settings.text(Key::Year), settings.text(Key::Years)), (Some("2011"), Some("3")));
        assert_eq!(settings.choice(Key::Basis), Some(Basis::YearToDate));
        let outputs: Vec<&str> = settings.texts(Key::Outputs).unwrap().iter().map(|text| &*text.text).collect();
        assert_eq!(outputs, ["charts", "png"]);
        let policies =
            ["exclude_disrupted=true", "sdq_ages=5..=16", "matched_only_years=[2010]", "first_review_days=28"];
        let mut read = settings.policies().to_vec();
        read.sort();
        assert_eq!(read, {
            let mut sorted = policies.map(str::to_owned);
            sorted.sort();
            sorted
        });
        assert!(settings.out().unwrap().ends_with("mine/reports/{as_at}"));
        assert!(settings.place_of(Key::Basis).ends_with("stocktake.toml, line 5"));
    }
    assert_eq!(read("").unwrap().text(Key::Authority), None);
    assert_eq!(SettingsFile::default().name(), "none");
}

#[test]
fn a_mistake_is_named_with_its_line_its_value_and_what_to_do() {
    for (text, said) in [
        ("\nautority = \"302\"\n", "line 2: 'autority' is no setting: the nearest is authority"),
        ("already-published = []\n", "line 1: 'already-published' is no setting: the nearest is already_published"),
        ("[policy]\n", "line 1: 'policy' is no setting: write the policies in a table: [policies]"),
        ("as_at = 2011-03-31\n", "line 1: 'as_at' is no setting: the day is said with --as-at"),
        ("configuration = 'a'\n", "line 1: 'configuration' is no setting: put its interval"),
        ("authority = 302\n", "line 1: authority cannot be 302: write, for one, authority = \"302\""),
        ("\n\nreturns = [1]\n", "line 3: returns cannot be [1]: write, for one, returns = [\"my-returns\"]"),
        ("year = true\n", "line 1: year cannot be true: write, for one, year = 2011"),
        ("basis = \"rollin\"\n", "line 1: basis cannot be 'rollin': write one of rolling, year-to-date"),
        (
            "outputs = [\n\"charts\",\n\"xlsx\"]\n",
            "line 3: outputs cannot be 'xlsx': write one of tables, charts, svg, png, pdf, ods, pptx, zip, children",
        ),
        ("interval = \"wald\"\n", "line 1: interval cannot be 'wald': write one of wilson, clopper-pearson"),
        ("out = \" \"\n", "line 1: out is blank: write, for one, out = \"reports/{as_at}\", or take the line away"),
        (
            "out = \"r/{asat}\"\n",
            "line 1: out is 'r/{asat}', with something in braces that is not {as_at}: write {as_at}",
        ),
        ("groups = []\n", "line 1: groups cannot be []: write, for one, [groups] \"Our consortium\""),
        ("[groups]\nNear = \"302\"\n", "line 2: groups cannot be \"302\": write, for one, [groups]"),
        ("[columns]\nPLACE = \"Home\"\n", "line 2: columns cannot be \"Home\": write, for one, [columns] PLACE ="),
        ("codes = 1\n", "line 1: codes cannot be 1: write, for one, [codes.ACCOM]"),
        (
            "[policies]\nexclude_disruptd = 1\n",
            "line 2: no policy is called 'exclude_disruptd': the nearest is exclude_disrupted;",
        ),
        (
            "[policies]\nfirst_review_days = 0\n",
            "line 2: '0' is not a value of the policy first_review_days: write a number",
        ),
        ("authority = 302 303\n", "TOML parse error at line 1"),
    ] {
        let error = read(text).unwrap_err();
        assert!(error.contains("stocktake.toml") && error.contains(said), "{text}: {error}");
    }
}

#[test]
fn a_path_may_be_written_as_windows_writes_it_in_single_quotes_alone() {
    for text in ["returns = 'a\\b'\n", "returns = \"a\\\\b\"\n", "returns = 'a/b'\n"] {
        let settings = read(text).unwrap();
        let path = settings.beside(settings.text(Key::Returns).unwrap());
        assert!(path.ends_with("mine/a/b"), "{}", path.display());
    }
    // No letter of TOML, and one: a tab.
    for text in ["returns = \"C:\\returns\\2011\"\n", "\nout = \"C:\\temp\"\n"] {
        let error = read(text).unwrap_err();
        assert!(error.contains("forward slashes, or in single quotes: 'C:\\returns'"), "{error}");
        assert!(error.contains(text.trim().split_once('"').unwrap().1.trim_end_matches('"')), "{error}");
    }
}

#[test]
fn a_path_starts_from_the_folder_of_the_file_and_must_be_there() {
    let folder = tempfile::tempdir().unwrap();
    let mine = folder.path().join("mine");
    std::fs::create_dir_all(mine.join("returns")).unwrap();
    std::fs::write(mine.join("s.toml"), "returns = [\"returns\", \"../mine\"]\n\ntargets = \"t.csv\"\n").unwrap();
    let settings = SettingsFile::read(&mine.join("s.toml")).unwrap();
    let returns = settings.paths(Key::Returns).unwrap().unwrap();
    assert_eq!(returns, [mine.join("returns"), mine.join("../mine")]);
    assert_eq!(settings.path(Key::Neighbours).unwrap(), None);
    let error = crate::fault::with_help(&settings.path(Key::Targets).unwrap_err());
    assert!(error.contains("s.toml, line 3: targets 't.csv' does not exist: correct the path"), "{error}");
}

#[test]
fn every_word_that_a_key_can_be_is_one_that_its_option_takes() {
    for key in Key::ALL {
        if let Kind::Choice(words) = key.kind() {
            let known = |word: &&str| match key {
                Key::Basis => Basis::from_str(word, false).is_ok(),
                Key::Interval => IntervalMethod::from_str(word, false).is_ok(),
                Key::Funnel => Convention::from_str(word, false).is_ok(),
                _ => false,
            };
            assert!(words.iter().all(known), "{}", key.name());
        }
    }
}

#[test]
fn every_example_is_what_the_file_takes() {
    for key in Key::ALL {
        let example = key.example();
        // A table of one line is written in two.
        let text = example.strip_prefix('[').map_or(example.to_owned(), |_| example.replacen("] ", "]\n", 1));
        let settings = read(&text).unwrap();
        assert!(settings.texts(key).is_some(), "{text}");
    }
}
