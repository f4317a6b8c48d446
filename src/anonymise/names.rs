//! The names of files, folders and sheets in a copy: one that tells who a child is gets another.

use super::task::Task;
use crate::returns::files::FoundFile;
use crate::returns::place::{FilePlace, Place};
use crate::returns::source::packed::Within;
use std::path::{Component, Path, PathBuf};

/// A path below the copy, each of its names as the copy has it.
pub(super) fn path_in_copy(task: Task<'_>, path: &Path) -> PathBuf {
    let names: Vec<String> = path.components().map(name_of).collect();
    let Some((file, folders)) = names.split_last() else { return PathBuf::new() };
    let folders = folders.iter().map(|name| folder_name(task, name));
    folders.chain([file_name(task, file)]).collect()
}

fn name_of(component: Component<'_>) -> String {
    component.as_os_str().to_string_lossy().into_owned()
}

/// The name of a sheet; what of it tells whose the return is stays.
pub(super) fn sheet_name(task: Task<'_>, name: &str) -> String {
    if task.known.is_in(name) { with_place(task, name) } else { name.to_owned() }
}

fn file_name(task: Task<'_>, name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    match (task.known.is_in(name), task.known.is_in(ending)) {
        (false, _) => name.to_owned(),
        (true, false) if !ending.is_empty() => format!("{}.{ending}", with_place(task, stem)),
        _ => format!("{}.csv", with_place(task, stem)),
    }
}

/// The authority and year that a name tells, and a word in place of the rest.
fn with_place(task: Task<'_>, name: &str) -> String {
    let authorities = &task.request.seeds.authorities;
    let path = PathBuf::from(format!("{name}.csv"));
    let alone = FoundFile { path, shown: String::new(), folders: Vec::new(), bytes: 0, within: Within::default() };
    let Place { authority, year } = FilePlace::of(&alone, Place::default(), authorities).by_name;
    let authority = authority.map(|authority| authorities.get(authority).code.clone());
    let words = authority.into_iter().chain(year.map(|year| year.to_string())).chain([word(task, name)]);
    words.collect::<Vec<_>>().join(" ")
}

/// A folder tells a year or an authority as a whole, or an authority by the code that it begins with.
fn folder_name(task: Task<'_>, name: &str) -> String {
    let authorities = &task.request.seeds.authorities;
    let Place { authority, year } = Place::of_folders(&[name.to_owned()], Place::default(), authorities);
    let is_authority = authorities.find(name).is_some();
    match authority {
        _ if year.is_some() || is_authority => name.to_owned(),
        // The code may be the beginning of an id: 301,000,000.
        Some(_) if task.known.is_in(&name[3..]) || task.known.holds_id(name) => {
            format!("{}-{}", &name[..3], word(task, name))
        }
        None if task.known.is_in(name) => word(task, name),
        _ => name.to_owned(),
    }
}

/// It begins with a letter, so that it is neither a year nor a code.
fn word(task: Task<'_>, name: &str) -> String {
    format!("K{}", task.request.key.word(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::kept::KeptColumns;
    use crate::anonymise::key::Key;
    use crate::anonymise::known::Known;
    use crate::anonymise::request::Request;
    use crate::day::order::DateOrder;
    use crate::returns::files::FoundFiles;
    use crate::seeds::Seeds;

    #[test]
    fn a_name_that_tells_who_a_child_is_keeps_whose_the_return_is() {
        let (seeds, key, kept, found) =
            (Seeds::built_in().unwrap(), Key::of(&[1; 32]), KeptColumns::default(), FoundFiles::default());
        let request =
            Request { given: &[], found: &found, out: Path::new("out"), key: &key, seeds: &seeds, kept: &kept };
        let mut known = Known::default();
        ["SC000123", "2011", "302", "301000000"].into_iter().for_each(|id| known.take_id(id));
        known.take_birth("SC000123", b"03/05/2000", DateOrder::DayFirst);
        let task = Task { request: &request, known: &known };
        for (path, start, end) in [
            ("302-barnet/2011/episodes.csv", "302-barnet/2011/episodes.csv", ""),
            ("302/2011/SC000123.csv", "302/2011/K", ".csv"),
            ("SC000123/2011/a.csv", "K", "/2011/a.csv"),
            ("302-sc000123/2010-11/a.csv", "302-K", "/2010-11/a.csv"),
            ("301,000,000/2010-11/a.csv", "301-K", "/2010-11/a.csv"),
            ("Barnet 2010 born 3 May 2000.xlsx", "302 2010 K", ".xlsx"),
            ("reviews AB1 2CD.csv", "K", ".csv"),
            ("reviews.SC000123", "K", ".csv"),
        ] {
            let made = path_in_copy(task, Path::new(path));
            let made = made.to_str().unwrap().replace('\\', "/");
            assert!(
                made.starts_with(start) && made.ends_with(end) && !made.to_uppercase().contains("SC000123"),
                "{made}"
            );
            assert!(path == made || !made.contains("May") && !made.contains("AB1"), "{made}");
        }
        assert_eq!(
            sheet_name(task, "2011 (May)"),
            format!("2011 {}", word(task, "2011 (May)")),
            "a child has the id 2011"
        );
        assert_eq!(sheet_name(task, "reviews 2010"), "reviews 2010");
        assert!(sheet_name(task, "Brent 2010 SC000123").starts_with("304 2010 K"));
    }
}
