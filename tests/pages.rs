//! Pages from packs by hand: what they look like, how they are built, and that nothing hidden is in them.

mod look;
mod readers;
mod sent;
pub mod structure;
mod years;

use crate::charts::by_hand::indicator;
use crate::packs::crowded::{LONG_NAME, full, hidden, missing, noted, of_place as place_of, packs};
use crate::packs::drawn::{self, charts, of_all};
use crate::run::shared::to_look_at;
use sent::of_two;
use std::fs;
use std::path::Path;
use stocktake::charts::DrawnChart;
use stocktake::charts::svg::Drawing;
use stocktake::level::Level;
use stocktake::pack::by_group::{OfDimension, OfGroups, Row};
use stocktake::pack::{Audience, Pack, Packs};
use stocktake::pages::paths::{AREAS, INTAKE, OVERVIEW, path};
use stocktake::pages::{Held, PageError, Shared, of_areas, of_intake, of_place};
use stocktake::printed::{Numbers, Printed};

/// A page without its style and script, which a change of looks would change.
fn plain(page: &str) -> String {
    let mut plain = String::new();
    let mut rest = page;
    for (begin, end) in [("content=\"default-src", "\">"), ("<style>", "</style>"), ("<script>", "</script>")] {
        let Some((before, after)) = rest.split_once(begin) else { continue };
        plain.push_str(before);
        plain.push_str(begin);
        rest = &after[after.find(end).unwrap()..];
    }
    plain + rest
}

/// The overview of a report that holds no more than every report.
fn overview(packs: &Packs) -> Result<String, PageError> {
    stocktake::pages::overview(packs, Held::default())
}

fn small() -> Pack {
    let indicators = vec![full(58, 141), hidden(61), full(62, 115), missing(63)];
    Pack { indicators, ..place_of(Level::LocalAuthority, "839", LONG_NAME, 0) }
}

/// Every page of packs, by its path.
fn written(packs: &Packs, charts: &[DrawnChart]) -> Vec<(String, String)> {
    let place = |pack: &Pack| (path(pack), of_place(&packs.about, pack, charts, Shared::Within).unwrap());
    let overview = (OVERVIEW.to_owned(), overview(packs).unwrap());
    let intake = (INTAKE.to_owned(), of_intake(&packs.about, &of_two()).unwrap());
    let (in_order, by_size) = of_all(packs.authorities.len());
    let areas = of_areas(&packs.about, &in_order, &by_size, &drawn::in_order(&in_order)).unwrap();
    let areas = (AREAS.to_owned(), areas);
    let of_owner = (packs.about.audience == Audience::Owner).then_some(intake);
    [overview, areas].into_iter().chain(of_owner).chain(packs.all().map(place)).collect()
}

#[test]
fn a_page_is_as_it_was() {
    let drawing = DrawnChart { drawing: Drawing::default(), ..charts(3).swap_remove(1) };
    let page = of_place(&noted(Audience::Public), &small(), &[drawing], Shared::Within).unwrap();
    insta::assert_snapshot!("page_of_place", plain(&page));
}

#[test]
fn the_overview_is_as_it_was() {
    let mut packs = packs(Audience::Owner, 2);
    packs.regions.truncate(1);
    insta::assert_snapshot!("page_of_all", plain(&overview(&packs).unwrap()));
}

#[test]
fn the_page_of_what_was_sent_is_as_it_was() {
    insta::assert_snapshot!("page_of_intake", plain(&of_intake(&noted(Audience::Owner), &of_two()).unwrap()));
}

#[test]
fn nothing_is_told_of_a_hidden_figure() {
    let telling = small();
    let mut silent = telling.clone();
    let of = &mut silent.indicators[1];
    (of.change, of.trend, of.rank, of.quarter) = (None, None, None, None);
    for beside in [&mut of.england, &mut of.region, &mut of.neighbours].into_iter().flatten() {
        beside.significance = None;
    }
    for target in &mut of.targets {
        (target.met, target.significance, target.above) = (None, None, None);
        target.in_words = String::new();
    }
    let about = noted(Audience::Public);
    assert_eq!(
        of_place(&about, &telling, &[], Shared::Within).unwrap(),
        of_place(&about, &silent, &[], Shared::Within).unwrap()
    );
}

#[test]
fn a_number_that_is_not_in_the_pack_is_on_no_page() {
    let mut packs = packs(Audience::Public, 3);
    let mut numbers = 0;
    for of in packs.authorities.iter_mut().flat_map(|pack| &mut pack.indicators) {
        of.numbers = Numbers { value: Printed::Number(7_777), ..of.numbers };
        numbers += 1;
    }
    let shown = overview(&packs).unwrap();
    assert_eq!(shown.matches("777.7").count(), numbers, "the canary is seen where it is let in");
    for of in packs.authorities.iter_mut().flat_map(|pack| &mut pack.indicators) {
        of.numbers = Numbers::all(Printed::Confidential);
    }
    let hidden = overview(&packs).unwrap();
    assert!(!hidden.contains("777.7") && !hidden.contains("7777"), "nor is it left for sorting");
    assert_eq!(hidden.matches(">[c]</span>").count(), numbers + hidden_of_wholes(&packs));
}

fn hidden_of_wholes(packs: &Packs) -> usize {
    let wholes = packs.england.iter().chain(&packs.regions).flat_map(|pack| &pack.indicators);
    wholes.filter(|of| of.numbers.value == Printed::Confidential).count()
}

#[test]
fn what_is_recorded_of_no_child_has_a_sentence_and_no_table() {
    let row = |group: &str| Row {
        group: group.to_owned(),
        value: "11.5%".to_owned(),
        children: "3 of 26".to_owned(),
        at: "33".to_owned(),
        interval: None,
        told: "similar",
    };
    let page = |groups: &[&str]| {
        let rows = groups.iter().map(|group| row(group)).collect();
        let of = OfGroups { indicator: indicator(62), all: "11.5%".to_owned(), all_at: "33".to_owned(), rows };
        let (name, title) = ("uasc".to_owned(), "Unaccompanied asylum seekers".to_owned());
        let by_group = vec![OfDimension { name, title, indicators: vec![of] }];
        of_place(&noted(Audience::Owner), &Pack { by_group, ..small() }, &[], Shared::Within).unwrap()
    };
    let said = "Not recorded for any of these children: Unaccompanied asylum seekers.";
    let has_table = |page: &str| page.contains("<summary>Unaccompanied asylum seekers</summary>");
    for none in [&["Not known"][..], &["Not known", "Not looked after"]] {
        let of_none = page(none);
        assert!(of_none.contains(said) && !has_table(&of_none));
    }
    let of_some = page(&["Unaccompanied", "Not known"]);
    assert!(!of_some.contains(said) && has_table(&of_some));
}

#[test]
fn the_reader_is_told_whom_a_page_is_for() {
    let exact = of_place(&noted(Audience::Owner), &small(), &[], Shared::Within).unwrap();
    assert!(exact.contains("<title>Restricted: ") && exact.contains("Restricted: exact figures."));
    assert!(exact.contains("@top-center{content:\"Restricted: exact figures."), "on paper too");
    assert!(exact.contains("It is for your authority only:"));
    let region = Pack { level: Level::Regional, ..small() };
    assert!(
        of_place(&noted(Audience::Owner), &region, &[], Shared::Within)
            .unwrap()
            .contains("It is for your organisation only:")
    );
    let protected = of_place(&noted(Audience::Public), &small(), &[], Shared::Within).unwrap();
    assert!(!protected.contains("Restricted") && protected.contains("Protected figures."));
    for (_, letter, meaning) in stocktake::printed::SYMBOLS {
        assert!(protected.contains(&format!("<b>[{letter}]</b> {meaning}")), "{letter}");
    }
}

#[test]
fn pages_are_the_same_twice() {
    let (packs, charts) = (packs(Audience::Owner, 3), charts(3));
    assert_eq!(written(&packs, &charts), written(&packs, &charts));
}

#[test]
fn there_is_an_overview_without_england_and_without_authorities() {
    let mut none = packs(Audience::Owner, 0);
    assert!(overview(&none).unwrap().contains("There are no figures of an authority."));
    (none.england, none.regions) = (None, Vec::new());
    let page = overview(&none).unwrap();
    assert!(page.contains("0 authorities") && !page.contains("<table") && !page.contains("<script"));
    let one = overview(&packs(Audience::Owner, 1)).unwrap();
    assert!(one.contains("1 authority,") && !one.contains("<script"), "one row needs no sorting");
}

#[test]
fn of_one_authority_the_overview_is_useful_by_itself() {
    let mut one = packs(Audience::Owner, 1);
    (one.england, one.regions) = (None, Vec::new());
    let all =
        Held { open_document: true, slides: true, areas: true, children: true, watch_list: true, published: true };
    let page = stocktake::pages::overview(&one, all).unwrap();
    let authority = &one.authorities[0];
    let own = path(authority);
    for there in [
        format!("<p class=lead>{}</p>", authority.summary.lead),
        format!("<a href={own}#ni-62>NI 62</a>"),
        format!("<p><a href={own}>"),
        format!("<a href={}>Slides</a>", own.replace(".html", ".pptx")),
        "<a href=watchlist.csv>Watch list</a>".to_owned(),
        "<a href=stocktake.xlsx>Workbook</a>".to_owned(),
        "<a href=stocktake.ods>OpenDocument spreadsheet</a>".to_owned(),
        "<a href=../publish/index.html>Pages that may be published</a>".to_owned(),
    ] {
        assert!(page.contains(&there), "{there}: {}", plain(&page));
    }
    assert!(!page.contains("id=authorities"), "no table of one row");
    let none = overview(&one).unwrap();
    for absent in ["Slides", "OpenDocument", "Watch list", "publish/", "-children.html"] {
        assert!(!none.contains(absent), "{absent} is not in the report");
    }
}

#[test]
fn the_public_are_led_to_what_is_published_alone() {
    let page = overview(&packs(Audience::Public, 3)).unwrap();
    let (_, readers) = page.split_once("id=readers-heading").unwrap();
    let (readers, _) = readers.split_once("</section>").unwrap();
    for there in
        ["indicators.csv", "tidy/children_in_care_indicators.csv", "README.txt", "#authorities", "stocktake.xlsx"]
    {
        assert!(readers.contains(&format!("<a href={there}>")), "{there}: {readers}");
    }
    assert!(!readers.contains("children.html") && !readers.contains("cleaning.csv"), "{readers}");
}

#[test]
fn a_legend_explains_what_is_drawn_and_nothing_else() {
    let mut pack = small();
    let page = |pack: &Pack| of_place(&noted(Audience::Public), pack, &[], Shared::Within).unwrap();
    assert!(page(&pack).contains("> other areas") && !page(&pack).contains("better at 99.8%"));
    for of in &mut pack.indicators {
        of.strip = None;
        of.footings.clear();
        of.targets.clear();
    }
    for absent in ["<p class=marks", "All areas <span", "✗ not met"] {
        assert!(!page(&pack).contains(absent), "{absent}: {}", plain(&page(&pack)));
    }
}

#[test]
fn the_grades_stay_on_one_line() {
    let page =
        of_place(&noted(Audience::Owner), &place_of(Level::LocalAuthority, "302", "Barnet", 10), &[], Shared::Within)
            .unwrap();
    assert!(!plain(&page).contains("5 A*-C"), "a line would break in it");
}

#[test]
fn counts_that_are_rounded_are_said_to_be_beside_them() {
    let rounding = "Counts are to the nearest 10; the percentage is of the exact counts.";
    let mut pack = small();
    let page = |pack: &Pack| of_place(&noted(Audience::Public), pack, &[], Shared::Within).unwrap();
    assert!(!page(&pack).contains("class=rounding"));
    pack.indicators[2].rounding = rounding.to_owned();
    assert_eq!(page(&pack).matches(&format!("</dl>\n<p class=rounding>{rounding}</p>")).count(), 1);
}

#[test]
fn a_table_wider_than_a_telephone_says_so_and_keeps_its_first_column() {
    let place = of_place(&noted(Audience::Public), &small(), &[], Shared::Within).unwrap();
    let all = overview(&packs(Audience::Owner, 2)).unwrap();
    for (page, tables) in [(place, 0), (all, 2)] {
        let said = "<p class=goes-on>The table goes on to the right.</p>\n<div class=\"scroll pinned\" ";
        assert_eq!([page.matches(said).count(), page.matches("scroll pinned").count()], [tables; 2]);
        let (_, narrow) = page.split_once("@media screen{").unwrap();
        assert!(narrow.contains(".pinned th:first-child{position:sticky;left:0;"), "whatever its width");
    }
}

#[test]
fn what_is_said_of_england_is_headed_england_and_not_by_regions_too() {
    let mut packs = packs(Audience::Owner, 2);
    let said = |packs: &Packs| {
        let page = overview(packs).unwrap();
        let (_, summary) = page.split_once("<h2 id=summary-heading>").unwrap();
        let (heading, after) = summary.split_once("</h2>").unwrap();
        let before_the_table = after.split("<table").next().unwrap().to_owned();
        (heading.to_owned(), before_the_table)
    };
    let (heading, before_the_table) = said(&packs);
    assert_eq!(heading, "England");
    assert!(before_the_table.contains(&packs.england.as_ref().unwrap().summary.lead));
    assert!(before_the_table.contains("<h2>England and regions</h2>"), "the table is headed by itself");
    packs.england = None;
    let (heading, before_the_table) = said(&packs);
    assert_eq!(heading, "Regions");
    assert!(!before_the_table.contains("class=lead"));
}

#[test]
fn a_page_among_all_authorities_is_below_half_a_megabyte() {
    let page = of_place(
        &noted(Audience::Owner),
        &place_of(Level::LocalAuthority, "302", "Barnet", 2),
        &charts(152),
        Shared::Within,
    );
    let bytes = page.unwrap().len();
    assert!(bytes < 400_000, "{bytes}");
    let all = overview(&packs(Audience::Owner, 152)).unwrap().len();
    assert!(all < 400_000, "{all}");
}

/// `cargo test --test stocktake pages::pages_to_look_at -- --ignored`, then target/tmp/pages/few/index.html.
#[test]
#[ignore = "writes pages for people and for .ci/pages to look at"]
fn pages_to_look_at() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    let write = |name: &str, pages: Vec<(String, String)>| {
        for (path, page) in pages {
            let file = folder.join(name).join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, page).unwrap();
        }
    };
    let mut few = packs(Audience::Public, 3);
    few.regions.truncate(1);
    write("few", written(&few, &charts(3)));
    let many = packs(Audience::Owner, 152);
    let barnet = many.authorities.iter().find(|pack| pack.place.name == "Barnet").unwrap();
    let of_barnet = of_place(&many.about, barnet, &charts(152), Shared::Within).unwrap();
    let overview = overview(&many).unwrap();
    let (in_order, by_size) = of_all(152);
    let areas = of_areas(&many.about, &in_order, &by_size, &drawn::in_order(&in_order)).unwrap();
    let sent = of_intake(&many.about, &of_two()).unwrap();
    write(
        "many",
        vec![
            (OVERVIEW.to_owned(), overview),
            (AREAS.to_owned(), areas),
            (path(barnet), of_barnet),
            (INTAKE.to_owned(), sent),
        ],
    );
    write("shared", to_look_at());
}
