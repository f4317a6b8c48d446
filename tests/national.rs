//! The stocktakes of England and of whole regions: who has one, what it says, that it is made of what is published alone and
//! that the audit holds it to that.

use crate::folder::{copy, data, said, stocktake, tree};
use crate::pages::structure::{attributes, elements};
use crate::words::reading_age::{grade, sentences_of};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A report of the project's own returns, made with the choices given, in `r`.
fn report(more: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--as-at", "2011-03-31", "--quiet", "--out", "r"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(arguments).args(more), 0);
    folder
}

fn page(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join("r/publish").join(file)).unwrap()
}

/// What a page says before its notes, a line for each part that has words; what is drawn is left out.
fn words(page: &str) -> Vec<String> {
    let main = page.split_once("<main").unwrap().1.split_once(" id=notes").unwrap().0;
    let mut text = String::new();
    for (at, part) in main.split("<svg").enumerate() {
        text.push_str(if at == 0 { part } else { part.split_once("</svg>").unwrap().1 });
    }
    let mut lines = String::new();
    for part in text.split('<').skip(1) {
        let (tag, said) = part.split_once('>').unwrap_or_default();
        let is_inline = ["span", "/span", "b", "/b", "a ", "/a", "td", "/td", "th", "/th", "div class=ends"];
        let is_inline =
            is_inline.iter().any(|inline| tag == *inline || tag.starts_with(&format!("{} ", inline.trim())));
        lines.push_str(if is_inline { " " } else { "\n" });
        lines.push_str(said);
    }
    let lines = lines.replace("&#39;", "'").replace("&amp;", "&").replace("&#38;", "&");
    let lines = lines.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}

#[test]
fn all_of_england_and_each_whole_region_have_one_that_others_lead_to() {
    let folder = report(&["--pptx"]);
    let published = tree(&folder.path().join("r/publish"));
    let all: Vec<&str> = published
        .keys()
        .map(String::as_str)
        .filter(|file| file.contains("stocktake.") || file.contains("national"))
        .collect();
    assert_eq!(
        all,
        [
            "national.html",
            "national.pptx",
            "regions/E12000091-northern-reaches-stocktake.html",
            "regions/E12000091-northern-reaches-stocktake.pptx",
            "regions/E12000092-southern-shires-stocktake.html",
            "regions/E12000092-southern-shires-stocktake.pptx",
            "stocktake.xlsx",
        ]
    );
    // What is exact has none: it is the owner's.
    assert!(!tree(&folder.path().join("r/restricted")).keys().any(|file| file.contains("national")));
    assert!(page(folder.path(), "index.html").contains("<a href=national.html>England</a>"));
    assert!(page(folder.path(), "regions/E92000001-england.html").contains("<a href=../national.html>"));
    assert!(page(folder.path(), "README.txt").contains("national.html: the stocktake of England"));
    let of_region = page(folder.path(), "regions/E12000092-southern-shires-stocktake.html");
    assert!(of_region.contains("<h1>Stocktake of children in care: Southern Shires</h1>"));
    assert!(
        of_region.contains("href=../index.html")
            && of_region.contains("href=../regions/E12000092-southern-shires.html")
    );
    for (file, bytes) in &published {
        assert!(!all.contains(&file.as_str()) || bytes.len() < 400_000, "{file}: {}", bytes.len());
    }
}

#[test]
fn a_part_of_england_has_none_and_a_whole_region_within_it_has_its_own() {
    let folder = tempfile::tempdir().unwrap();
    for authority in ["994-fenwold-and-sands", "995-marlbeck", "996-hollowdale"] {
        let inside = Path::new("2010").join(authority);
        copy(&data().join(&inside), &folder.path().join("returns").join(inside));
    }
    fs::copy(data().join("authorities.csv"), folder.path().join("returns/authorities.csv")).unwrap();
    let arguments = ["run", "returns", "--as-at", "2010-03-31", "--out", "r"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 0);
    assert!(!error.contains("national.html"), "nobody asked for it: {error}");
    let files = tree(&folder.path().join("r/publish"));
    assert!(!files.contains_key("national.html"));
    assert!(files.contains_key("regions/E12000092-southern-shires-stocktake.html"), "{:?}", files.keys());
    let overview = String::from_utf8_lossy(&files["index.html"]);
    assert!(
        !overview.contains("national.html") && overview.contains("regions/E12000092-southern-shires-stocktake.html")
    );
    // One authority has none.
    fs::remove_dir_all(folder.path().join("returns/2010/994-fenwold-and-sands")).unwrap();
    fs::remove_dir_all(folder.path().join("returns/2010/995-marlbeck")).unwrap();
    said(stocktake(folder.path()).args(arguments), 0);
    let files = tree(&folder.path().join("r/publish"));
    assert!(!files.keys().any(|file| file.contains("stocktake.") && file.ends_with(".html")), "{:?}", files.keys());
}

#[test]
fn it_reads_as_it_did() {
    let folder = report(&[]);
    insta::assert_snapshot!("national", words(&page(folder.path(), "national.html")).join("\n"));
}

#[test]
fn it_is_built_as_other_pages_are_and_leads_to_what_is_there() {
    let folder = report(&[]);
    let publish = folder.path().join("r/publish");
    for file in ["national.html", "regions/E12000091-northern-reaches-stocktake.html"] {
        let page = page(folder.path(), file);
        let ids = attributes(&page, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{file}");
        assert!(attributes(&page, "aria-labelledby").iter().all(|id| unique.contains(id)), "{file}");
        assert!(!page.contains(" style=") && !page.contains("<script"), "{file}: the policy would not allow it");
        for href in attributes(&page, "href") {
            let (to, id) = href.split_once('#').unwrap_or((href, ""));
            let to = if to.is_empty() { publish.join(file) } else { publish.join(file).parent().unwrap().join(to) };
            let text = fs::read_to_string(&to).unwrap_or_else(|_| panic!("{file}: {href}"));
            assert!(id.is_empty() || attributes(&text, "id").contains(&id), "{file}: {href}");
        }
        for table in elements(&page, "table") {
            assert_eq!(elements(table, "caption").len(), 1, "{file}");
            let rows: Vec<&str> = table.split("<tr").skip(1).collect();
            let cells = |row: &str| row.matches("<th ").count() + row.matches("<td").count();
            assert!(rows.iter().all(|row| row.contains("<th ") && cells(row) == cells(rows[0])), "{file}: {}", rows[0]);
        }
        let heads = page.split("<h").filter_map(|after| after.chars().next()?.to_digit(10));
        let levels: Vec<u32> = heads.collect();
        assert!(levels.first() == Some(&1) && levels.windows(2).all(|two| two[1] <= two[0] + 1), "{file}: {levels:?}");
        assert_eq!(elements(&page, "svg").len(), page.matches("<svg ").count(), "{file}");
    }
}

#[test]
fn its_sentences_need_nine_years_of_school_at_most() {
    let folder = report(&[]);
    for file in ["national.html", "regions/E12000092-southern-shires-stocktake.html"] {
        let said = words(&page(folder.path(), file)).into_iter().filter(|line| line.ends_with('.'));
        let sentences: Vec<String> = said.flat_map(|line| sentences_of(&line)).collect();
        let grade = grade(&sentences);
        assert!(sentences.len() > 20 && grade <= 9.0, "{file}: grade {grade:.1} of {} sentences", sentences.len());
    }
}

#[test]
fn what_is_changed_in_it_is_found() {
    let folder = report(&["--pptx"]);
    let another_digit = |mut bytes: Vec<u8>| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let from = text.find("class=now").unwrap();
        let from = from + text[from..].find('>').unwrap();
        let at = from + text[from..].find(|letter: char| letter.is_ascii_digit()).unwrap();
        bytes[at] = if bytes[at] == b'1' { b'2' } else { b'1' };
        bytes
    };
    let flipped = |mut bytes: Vec<u8>| {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        bytes
    };
    type Changed<'a> = (&'a str, &'a dyn Fn(Vec<u8>) -> Vec<u8>);
    let changes: [Changed<'_>; 3] = [
        ("national.html", &another_digit),
        ("regions/E12000091-northern-reaches-stocktake.html", &another_digit),
        ("national.pptx", &flipped),
    ];
    for (file, change) in changes {
        let path = folder.path().join("r/publish").join(file);
        let before = fs::read(&path).unwrap();
        fs::write(&path, change(before.clone())).unwrap();
        let (out, error) = said(stocktake(folder.path()).args(["audit", "r"]), 3);
        let told = format!("{out}{error}").replace("\n  │ ", " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(&format!("r/publish/{file}: is not what the tables beside it give")), "{told}");
        fs::remove_file(&path).unwrap();
        let (out, error) = said(stocktake(folder.path()).args(["audit", "r"]), 3);
        let told = format!("{out}{error}").replace("\n  │ ", " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(&format!("r/publish/{file}: is missing")), "{told}");
        fs::write(&path, before).unwrap();
    }
    said(stocktake(folder.path()).args(["audit", "r"]), 0);
}
