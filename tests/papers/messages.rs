//! docs/troubles.md has a line for each message of the program that names a remedy.

mod source;

use super::{cells, in_project, page};
use proc_macro2::{TokenStream, TokenTree};
use source::{Said, said};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use syn::{Item, LitStr};

/// How many messages of a file are put together from what other files say, or are said again: where the first is the
/// case, their lines stand in docs/troubles.md by hand.
const PUT_TOGETHER: [(&str, usize); 11] = [
    ("columns/sheet.rs", 2),
    ("command/shared.rs", 1),
    ("printed/table.rs", 13),
    ("report/record.rs", 1),
    ("returns/heading.rs", 1),
    ("returns/read.rs", 3),
    ("returns/source.rs", 1),
    ("seeds/disclosure.rs", 1),
    ("seeds/file.rs", 2),
    ("settings_file/reader.rs", 2),
    ("text.rs", 2),
];

/// What every file of the program says, by its path in src/.
fn said_by_all() -> BTreeMap<String, Said> {
    let folder = in_project("src");
    let files = walkdir::WalkDir::new(&folder).into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.path().extension().is_some_and(|end| end == "rs"));
    let named = files.map(|entry| {
        let path = entry.path().strip_prefix(&folder).unwrap().display().to_string().replace('\\', "/");
        (path, said(&fs::read_to_string(entry.path()).unwrap()))
    });
    named.collect()
}

/// The names of the rules of cleaning, each with its remedy: the texts in the list of rules, two by two.
fn rules() -> BTreeSet<(String, String)> {
    let file = syn::parse_file(&fs::read_to_string(in_project("src/returns/finding.rs")).unwrap()).unwrap();
    let rules = file.items.into_iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == "rules" => module.content,
        _ => None,
    });
    let list = rules.unwrap().1.into_iter().find_map(|item| match item {
        Item::Macro(list) => Some(list.mac.tokens),
        _ => None,
    });
    let text = |word: TokenTree| syn::parse2::<LitStr>(TokenStream::from(word)).ok();
    let texts: Vec<String> = list.unwrap().into_iter().filter_map(text).map(|text| text.value()).collect();
    texts.chunks(2).map(|rule| (rule[0].clone(), rule[1].clone())).collect()
}

#[test]
fn every_message_and_every_rule_has_its_line() {
    let page = page("troubles.md");
    let there: BTreeSet<(String, String)> = cells(&page).map(|row| (row[0].clone(), row[1].clone())).collect();
    let said: Vec<Said> = said_by_all().into_values().collect();
    for message in said.iter().flat_map(|said| &said.with_another) {
        let tail = message.trim_start_matches('…');
        assert!(there.iter().any(|(told, _)| told.ends_with(tail)), "docs/troubles.md lacks | {message} | |");
    }
    let messages = said.into_iter().flat_map(|said| said.messages).chain(rules());
    let messages: BTreeSet<_> =
        messages.map(|(message, remedy)| (message.replace('`', ""), remedy.replace('`', ""))).collect();
    assert!(messages.len() > 250, "{messages:?}");
    let lacking = messages.difference(&there).map(|(message, remedy)| format!("| {message} | {remedy} |"));
    let lacking: Vec<_> = lacking.collect();
    assert!(lacking.is_empty(), "docs/troubles.md lacks these lines:\n{}", lacking.join("\n"));
}

#[test]
fn messages_that_are_put_together_are_known() {
    let untold = said_by_all().into_iter().map(|(file, said)| (file, said.untold));
    let untold: BTreeMap<String, Vec<usize>> = untold.filter(|(_, lines)| !lines.is_empty()).collect();
    let counted: BTreeMap<&str, usize> = untold.iter().map(|(file, lines)| (file.as_str(), lines.len())).collect();
    assert_eq!(counted, BTreeMap::from(PUT_TOGETHER), "{untold:?}");
}

#[test]
fn a_message_is_read_with_its_own_remedy() {
    let source = r#"
        const AGAIN: &str = "save it";
        #[derive(Error)]
        enum Wrong {
            #[error("{path} is \
                     no \"file\"")]
            #[diagnostic(code(a), help("look at {0}"))]
            A,
            #[error(transparent)]
            B,
            #[error("none")]
            C,
            #[error("odd {row}")]
            D {
                row: u32,
                #[help]
                remedy: String,
            },
        }
        fn of(word: &str, remedy: &str) -> Mistake {
            let problem = format!("no {word} in {{x}}");
            let early = if word == "x" { "give one" } else { "give two" };
            give(Mistake::new(problem, early.to_owned()));
            self.wrong(&word.span(), "is blank", AGAIN);
            let wrong = |problem: &str, remedy: &str| Mistake::new(format!("it {problem}"), remedy);
            wrong("is odd", "make it even");
            Mistake::new(told_elsewhere(), remedy);
            Mistake::new(told_elsewhere(), "go on")
        }
        #[cfg(test)]
        mod tests { fn a() { Mistake::new("a", "b") } }
    "#;
    let said = said(source);
    let expected = [
        ("is blank", "save it"),
        ("is odd", "make it even"),
        ("no … in {x}", "give one"),
        ("no … in {x}", "give two"),
        ("… is no \"file\"", "look at …"),
    ];
    let expected = expected.map(|(message, remedy)| (message.to_owned(), remedy.to_owned()));
    assert_eq!(said.messages, BTreeSet::from(expected));
    assert_eq!(said.with_another, BTreeSet::from(["odd …".to_owned()]));
    assert_eq!(said.untold, [28]);
}
