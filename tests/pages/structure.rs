//! How pages must be built, so that anybody can read them.

use super::written;
use crate::packs::crowded::packs;
use crate::packs::drawn::charts;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use stocktake::pack::Audience;

/// The pages of one authority and of three.
static EVERY_PAGE: LazyLock<[Vec<(String, String)>; 2]> = LazyLock::new(|| {
    [(Audience::Owner, 1), (Audience::Public, 3)]
        .map(|(audience, number)| written(&packs(audience, number), &charts(number)))
});

fn every_page() -> impl Iterator<Item = (&'static str, &'static str)> {
    EVERY_PAGE.iter().flatten().map(|(path, page)| (path.as_str(), page.as_str()))
}

/// What stands in an attribute, wherever it is, with quotation marks or without.
pub fn attributes<'page>(page: &'page str, name: &str) -> Vec<&'page str> {
    let value = |after: &'page str| match after.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next().unwrap(),
        None => after.split([' ', '>']).next().unwrap(),
    };
    page.split(&format!(" {name}=")).skip(1).map(value).collect()
}

/// The insides of each element of a name.
pub fn elements<'page>(page: &'page str, name: &str) -> Vec<&'page str> {
    let (begin, end) = (format!("<{name}"), format!("</{name}>"));
    page.split(&begin)
        .skip(1)
        .filter(|after| after.starts_with(['>', ' ']))
        .map(|after| after.split(&end).next().unwrap())
        .collect()
}

#[test]
fn ids_are_unique_and_every_name_and_description_is_there() {
    for (path, page) in every_page() {
        let ids = attributes(page, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{path}");
        let named = ["aria-labelledby", "aria-describedby", "for"].map(|name| attributes(page, name)).concat();
        for id in named.iter().flat_map(|ids| ids.split(' ')) {
            assert!(unique.contains(id), "{path}: {id}");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    for pages in EVERY_PAGE.iter() {
        let paths: BTreeSet<&str> = pages.iter().map(|(path, _)| path.as_str()).collect();
        for (path, page) in pages {
            for href in attributes(page, "href") {
                let there = match (href.strip_prefix('#'), path.split_once('/')) {
                    (Some(id), _) => attributes(page, "id").contains(&id),
                    // A stocktake is made of published tables: tests/national.rs looks for it.
                    _ if href.ends_with("national.html") || href.ends_with("-stocktake.html") => true,
                    // Tables and workbooks are written by a run: readers.rs looks for them.
                    (None, None) if !href.ends_with(".html") => true,
                    (None, None) => paths.contains(href),
                    // A page of children is made from returns: tests/children_page.rs looks for it.
                    (None, Some(_)) if href.split('#').next().is_some_and(|file| file.ends_with("-children.html")) => {
                        true
                    }
                    (None, Some(_)) => href.strip_prefix("../").is_some_and(|href| {
                        let (file, id) = href.split_once('#').unwrap_or((href, ""));
                        let there = pages.iter().find(|(path, _)| path == file);
                        there.is_some_and(|(_, page)| id.is_empty() || attributes(page, "id").contains(&id))
                    }),
                };
                assert!(there, "{path}: {href}");
            }
        }
    }
}

#[test]
fn nothing_is_asked_of_any_other_place() {
    for (path, page) in every_page() {
        let inside = page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        for outside in ["http:", "https:", "src=", "url(", "@import", "<link", "<iframe", "<img", "srcset"] {
            assert!(!inside.contains(outside), "{path}: {outside}");
        }
        assert!(page.contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-"), "{path}");
        assert!(!page.contains(" style=\""), "{path}: the policy would not allow it");
    }
}

#[test]
fn headings_are_in_order_with_one_at_the_head() {
    for (path, page) in every_page() {
        let levels: Vec<u32> = page
            .split("<h")
            .skip(1)
            .filter_map(|after| after.chars().next()?.to_digit(10).filter(|_| after[1..].starts_with(['>', ' '])))
            .collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{path}");
        assert_eq!(levels.first(), Some(&1), "{path}");
        assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "{path}: {levels:?}");
    }
}

#[test]
fn tables_have_captions_and_scopes_and_figures_have_captions() {
    for (path, page) in every_page() {
        let tables = elements(page, "table");
        assert!(!tables.is_empty(), "{path}");
        for table in tables {
            assert!(!elements(table, "caption")[0].ends_with("></span>"), "{path}: a caption says something");
            let heads: Vec<&str> = table.split("<th").skip(1).filter(|after| after.starts_with([' ', '>'])).collect();
            assert!(heads.iter().all(|head| head.starts_with(" scope=")), "{path}");
            let rows: Vec<&str> = table.split("<tr").skip(1).collect();
            assert!(rows.iter().all(|row| row.contains("<th ")), "{path}: every row is named");
            let cells = |row: &str| row.matches("<th ").count() + row.matches("<td").count();
            assert!(rows.iter().all(|row| cells(row) == cells(rows[0])), "{path}: {}", rows[0]);
        }
        for figure in elements(page, "figure") {
            assert_eq!(figure.matches("<figcaption").count(), 1, "{path}");
        }
    }
}

#[test]
fn whatever_scrolls_can_be_reached_and_is_named() {
    for (path, page) in every_page() {
        for after in page
            .split("<div class=scroll")
            .chain(page.split("<div class=\"scroll"))
            .filter(|after| !after.starts_with("<!DOCTYPE"))
        {
            let tag = after.split('>').next().unwrap();
            assert!(tag.contains("tabindex=0") && tag.contains("role=") && tag.contains("aria-label"), "{path}");
        }
        assert!(page.contains("<html lang=en-GB>") && page.contains("href=#main"), "{path}");
    }
}

#[test]
fn a_name_is_written_as_text() {
    for (path, page) in every_page() {
        assert!(!page.contains("<and"), "{path}");
    }
    let of_name = every_page().find(|(path, _)| path.starts_with("authorities/201-bournemouth"));
    assert!(of_name.unwrap().1.contains("Poole &#60;and &#34;Wimborne&#34;&#62;</h1>"));
}
