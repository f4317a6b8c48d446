//! What is changed, added or taken away among published files is named by the audit.

use super::{audit, report, run};
use crate::folder::{copy, data, opened};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

/// Puts a file's bytes in the place of what they were.
fn change(publish: &Path, file: &str, to: impl Fn(Vec<u8>) -> Vec<u8>) {
    let path = publish.join(file);
    let before = fs::read(&path).unwrap();
    let after = to(before.clone());
    assert_ne!(before, after, "{file}");
    fs::write(path, after).unwrap();
}

/// The first digit between the marks of a text moves on by one.
fn another_digit(text: Vec<u8>, after: &str) -> Vec<u8> {
    let mut text = String::from_utf8(text).unwrap();
    let from = text.find(after).unwrap() + after.len();
    let at = from + text[from..].find(|letter: char| letter.is_ascii_digit()).unwrap();
    let digit = text.as_bytes()[at] - b'0';
    text.replace_range(at..=at, &((digit + 1) % 10).to_string());
    text.into_bytes()
}

/// The workbook packed again, with the parts given instead.
fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A picture with a line of text in it, which no program shows.
fn with_text(mut png: Vec<u8>) -> Vec<u8> {
    let end = png.len() - 12;
    // The check sum is not looked at by those who only look for text.
    let chunk = [&5u32.to_be_bytes()[..], b"tEXt", b"a\x007919", &[0; 4]].concat();
    png.splice(end..end, chunk);
    png
}

const NOT_GIVEN: &str = "is not what the tables beside it give";

#[test]
fn a_file_that_is_changed_is_named() {
    let folder = report(&["--chart-files", "svg,png", "--ods"]);
    let publish = folder.path().join("r/publish");
    let parts_of = |workbook: &str| -> Vec<(String, Vec<u8>)> {
        let part = |(file, bytes): (String, Vec<u8>)| Some((file.strip_prefix(workbook)?.to_owned(), bytes));
        opened(&publish).into_iter().filter_map(part).collect()
    };
    let [unpacked, open_document] = ["stocktake.xlsx/", "stocktake.ods/"].map(parts_of);
    let one_digit = |parts: &[(String, Vec<u8>)], with_words: &str| {
        let mut parts = parts.to_vec();
        let words = parts.iter_mut().find(|(name, _)| name.ends_with(with_words)).unwrap();
        words.1 = another_digit(words.1.clone(), "not significantly different from");
        packed(&parts)
    };
    let one_sheet_more = || {
        let sheet = unpacked.iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap().1.clone();
        packed(&[unpacked.clone(), vec![("xl/worksheets/sheet99.xml".to_owned(), sheet)]].concat())
    };
    let flipped = |mut bytes: Vec<u8>| {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        bytes
    };
    type Tampered<'a> = (&'a str, &'a dyn Fn(Vec<u8>) -> Vec<u8>);
    let cases: [Tampered<'_>; 14] = [
        ("authorities/996-hollowdale.svg", &|bytes| another_digit(bytes, "</title>")),
        ("heat-table.svg", &|bytes| another_digit(bytes, "<text")),
        ("authorities/992-brindlecombe/funnel-66.svg", &|bytes| another_digit(bytes, "h0m")),
        ("authorities/996-hollowdale.html", &|bytes| another_digit(bytes, "<td")),
        ("index.html", &|bytes| another_digit(bytes, "<td")),
        ("authorities/996-hollowdale.png", &with_text),
        ("stocktake.xlsx", &flipped),
        ("stocktake.xlsx", &|_| packed(&unpacked)),
        ("stocktake.xlsx", &|_| one_digit(&unpacked, "sharedStrings.xml")),
        ("stocktake.xlsx", &|_| one_sheet_more()),
        ("stocktake.ods", &flipped),
        ("stocktake.ods", &|_| one_digit(&open_document, "content.xml")),
        ("tidy/children_in_care_indicators.csv", &|bytes| another_digit(bytes, "Hollowdale")),
        ("tidy/children_in_care_indicators.meta.csv", &|bytes| [bytes, b"7919\n".to_vec()].concat()),
    ];
    for (file, to) in cases {
        let before = fs::read(publish.join(file)).unwrap();
        change(&publish, file, to);
        let said = audit(folder.path(), &["r"], 3);
        let told = format!("r/publish/{file}: {NOT_GIVEN}");
        assert!(said.contains(&told), "{told}: {said}");
        // The record beside it lists it as it was.
        assert!(said.contains("r/publish/run.json"), "{said}");
        assert_eq!(said.matches(" Problem r/").count(), 2, "{said}");
        fs::write(publish.join(file), before).unwrap();
    }
    audit(folder.path(), &["r"], 0);
}

#[test]
fn a_file_or_folder_that_is_added_is_named() {
    let folder = report(&["--no-charts"]);
    let year = "years/2010-03-31";
    for added in [
        "7919.txt",
        ".hidden",
        "authorities/991-ashwater.svg.bak",
        "authorities/997-nowhere.html",
        "tidy/more.csv",
        "years/7919.csv",
        "years/2010-03-31/notes.txt",
        "years/2010-03-31/tidy/notes.txt",
        "years/7919/notes.txt",
        // Tables in the folder of a year are not those of a year before.
        "years/2010-03-31/years/2009-03-31/notes.txt",
    ] {
        let publish = folder.path().join("r/publish");
        let path = publish.join(added);
        let place = path.parent().unwrap();
        let was_there = place.exists();
        fs::create_dir_all(place).unwrap();
        if added.starts_with(&format!("{year}/years")) {
            for table in ["disclosure.toml", "indicators.csv"] {
                fs::copy(publish.join(year).join(table), place.join(table)).unwrap();
            }
        }
        fs::write(&path, "7919").unwrap();
        let said = audit(folder.path(), &["r"], 3);
        assert!(said.contains(&format!("r/publish/{added}: a file that this program does not read")), "{said}");
        fs::remove_file(&path).unwrap();
        if !was_there {
            fs::remove_dir_all(place).unwrap();
        }
        let _ = fs::remove_dir(publish.join(year).join("years"));
    }
    audit(folder.path(), &["r"], 0);
}

#[test]
fn a_name_can_tell_something_too() {
    let folder = report(&["--no-charts"]);
    let publish = folder.path().join("r/publish");
    fs::create_dir_all(publish.join("authorities/hollowdale-2-of-25")).unwrap();
    let said = audit(folder.path(), &["r"], 3);
    assert!(
        said.contains("authorities/hollowdale-2-of-25: an empty folder, which this program does not write"),
        "{said}"
    );
    fs::remove_dir_all(publish.join("authorities")).unwrap();
    fs::rename(publish.join("years/2009-03-31"), publish.join("years/2-of-25")).unwrap();
    let said = audit(folder.path(), &["r"], 3);
    assert!(said.contains("years/2-of-25: a year's folder that is not named by its day"), "{said}");
}

#[test]
fn what_its_profile_was_taken_from_is_not_passed_over() {
    let folder = report(&["--no-charts"]);
    fs::remove_file(folder.path().join("r/publish/disclosure.toml")).unwrap();
    let said = audit(folder.path(), &["r"], 2);
    assert!(said.contains("r/publish/disclosure.toml cannot be read"), "{said}");
    // Nor is one of several days.
    let folder = report(&["--no-charts", "--as-at", "2010-03-31", "--as-at", "2011-03-31"]);
    fs::remove_file(folder.path().join("r/2011-03-31/publish/disclosure.toml")).unwrap();
    let said = audit(folder.path(), &["r"], 2);
    assert!(said.contains("r/2011-03-31/publish/disclosure.toml cannot be read"), "{said}");
}

#[test]
fn a_table_that_is_changed_takes_its_packs_with_it() {
    // 61 of 96 in place of 60 of 96 would hide nothing less; only what was made of it no longer fits.
    let folder = report(&[]);
    let path = folder.path().join("r/publish/years/2010-03-31/indicators.csv");
    let text = fs::read_to_string(&path).unwrap();
    let is_meant = |line: &&str| line.contains(",58,") && line.contains(",Local authority,") && line.contains(",ok,");
    let line = text.lines().find(is_meant).unwrap();
    let cells: Vec<&str> = line.split(',').collect();
    let other = line.replacen(&format!(",{},", cells[12]), ",39.9,", 1);
    fs::write(&path, text.replacen(line, &other, 1)).unwrap();
    let said = audit(folder.path(), &["r"], 3);
    for file in ["stocktake.xlsx", "tidy/children_in_care_indicators.csv"] {
        assert!(said.contains(&format!("r/publish/{file}: {NOT_GIVEN}")), "{file}: {said}");
    }
}

#[test]
fn a_chart_made_of_exact_figures_is_named() {
    // The owner's own files in the place of anybody's.
    let folder = tempfile::tempdir().unwrap();
    copy(&data(), &folder.path().join("data"));
    run(folder.path(), &["--chart-files", "svg"]);
    for file in ["authorities/996-hollowdale.svg", "authorities/991-ashwater.html", "stocktake.xlsx", "heat-table.svg"]
    {
        let [exact, public] = ["restricted", "publish"].map(|whose| folder.path().join("r").join(whose).join(file));
        let before = fs::read(&public).unwrap();
        fs::copy(exact, &public).unwrap();
        let said = audit(folder.path(), &["r"], 3);
        assert!(said.contains(&format!("r/publish/{file}: has the very bytes of restricted/{file}")), "{said}");
        fs::write(public, before).unwrap();
    }
}
