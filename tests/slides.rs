//! The slides of packs: true to the pack, whole as a file, the same bytes each time, and nobody's comment lost.

mod comments;
mod kept;
mod opened;

use crate::charts::by_hand;
use crate::packs::every_kind;
use calamine::{Data, Reader, Xlsx};
use opened::{attribute, decode, texts, unpacked, well_formed};
use std::io::Cursor;
use stocktake::charts::trend::Trend;
use stocktake::pack::{About, Pack};
use stocktake::printed::{Numbers, Printed};
use stocktake::seeds::branding::{Branding, Colours, Logo};
use stocktake::slides;
use stocktake::slides::comments::Comments;

/// NI 99 over five years, as nearly every place has it.
fn trends() -> Vec<Trend> {
    vec![by_hand::trend()]
}

fn made(about: &About, pack: &Pack) -> Vec<u8> {
    slides::of_place(about, pack, &trends(), &Branding::default(), &Comments::default()).unwrap()
}

/// The slides of the owner of one authority.
fn of_owner() -> Vec<u8> {
    let packs = every_kind::for_the_owner();
    made(&packs.about, &packs.authorities[0])
}

#[test]
fn the_same_pack_gives_the_same_bytes_without_a_date() {
    let deck = of_owner();
    assert!(deck == of_owner());
    for (name, bytes) in unpacked(&deck) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("dcterms:created") && !text.contains("dcterms:modified"), "{name}");
    }
}

#[test]
fn the_owners_slides_are_as_they_were() {
    let parts = unpacked(&of_owner());
    let mut text = String::new();
    for number in 1.. {
        let Some(slide) = parts.get(&format!("ppt/slides/slide{number}.xml")) else { break };
        text.push_str(&format!("== {number}\n"));
        let slide = String::from_utf8(slide.clone()).unwrap();
        for line in texts(&slide) {
            text.push_str(&format!("{line}\n"));
        }
        for described in slide.split("<p:cNvPr ").filter_map(|shape| attribute(shape, "descr")) {
            text.push_str(&format!("[{}]\n", decode(described)));
        }
    }
    insta::assert_snapshot!("slides", text);
}

#[test]
fn every_part_is_well_formed_is_of_a_known_type_and_leads_to_others_that_are_there() {
    let branding = Branding { logo: Some(logo()), ..Branding::default() };
    let packs = every_kind::packs();
    for pack in packs.all() {
        let deck = slides::of_place(&packs.about, pack, &trends(), &branding, &Comments::default()).unwrap();
        let parts = unpacked(&deck);
        let types = String::from_utf8(parts["[Content_Types].xml"].clone()).unwrap();
        for (name, bytes) in &parts {
            if name.ends_with(".png") || name.contains(".xlsx") {
                continue;
            }
            let text = String::from_utf8(bytes.clone()).unwrap();
            well_formed(name, &text);
            let is_listed = types.contains(&format!("PartName=\"/{name}\""));
            assert_eq!(is_listed, !name.ends_with(".rels") && name != "[Content_Types].xml", "{name}");
            if let Some((folder, file)) = name.split_once("_rels/") {
                let source = format!("{folder}{}", file.trim_end_matches(".rels"));
                assert!(file == ".rels" || parts.contains_key(&source), "{source}");
                for target in text.split("Target=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                    let above = folder.trim_end_matches('/').rsplit_once('/').map_or("", |(above, _)| above);
                    let to =
                        target.strip_prefix("../").map_or(format!("{folder}{target}"), |to| format!("{above}/{to}"));
                    let is_there = parts.keys().any(|part| *part == to || part.starts_with(&format!("{to}/")));
                    assert!(is_there, "{name} leads to {to}");
                }
            }
        }
        assert_eq!(parts.keys().filter(|name| name.starts_with("ppt/slides/slide")).count(), 12);
    }
}

#[test]
fn the_workbook_of_a_chart_has_its_numbers() {
    let parts = unpacked(&of_owner());
    let charts: Vec<&String> = parts.keys().filter(|name| name.starts_with("ppt/charts/chart")).collect();
    assert_eq!(charts, ["ppt/charts/chart4.xml", "ppt/charts/chart7.xml"]);
    let mut numbers = 0;
    for name in charts {
        let chart = String::from_utf8(parts[name].clone()).unwrap();
        let number: String = name.chars().filter(char::is_ascii_digit).collect();
        let workbook = &parts[&format!("ppt/embeddings/chart{number}.xlsx")];
        let range = Xlsx::new(Cursor::new(workbook)).unwrap().worksheet_range("Data").unwrap();
        for reference in chart.split("<c:f>").skip(1) {
            let (range_of, cache) = reference.split_once("</c:f>").unwrap();
            let cells: Vec<&str> = range_of.strip_prefix("Data!$").unwrap().split([':', '$']).collect();
            let column = u32::from(cells[0].as_bytes()[0] - b'A');
            let first: u32 = cells[1].parse().unwrap();
            let cache = cache.split("Cache>").nth(1).unwrap();
            for point in cache.split("<c:pt idx=\"").skip(1) {
                let (at, value) = point.split_once("\"><c:v>").unwrap();
                let value = decode(value.split("</c:v>").next().unwrap());
                let row = first - 1 + at.parse::<u32>().unwrap();
                match range.get_value((row, column)).unwrap() {
                    Data::Float(number) => assert_eq!(value.parse::<f64>().unwrap(), *number, "{name} {range_of}"),
                    cell => assert_eq!(value, cell.to_string(), "{name} {range_of}"),
                }
                numbers += 1;
            }
        }
    }
    // Of bars four names and values and one heading; of years 7 series over 5 years, with limits of 4 values.
    assert_eq!(numbers, 9 + 7 + 7 * 5 + 14 + 8);
}

#[test]
fn why_a_year_is_not_comparable_is_said_once() {
    let packs = every_kind::for_the_owner();
    let mut pack = packs.authorities[0].clone();
    let said = |pack: &Pack| {
        let parts = unpacked(&made(&packs.about, pack));
        String::from_utf8(parts["ppt/slides/slide4.xml"].clone()).unwrap().matches("needs earlier returns").count()
    };
    assert_eq!(said(&pack), 1, "in the note on the year");
    let words = "In 2010 it was 16.5%; the two years are not compared: 2010 needs earlier returns we do not have.";
    pack.indicators[2].words.push(words.to_owned());
    assert_eq!(said(&pack), 1, "among the words");
}

#[test]
fn no_line_joins_years_on_different_footings() {
    let parts = unpacked(&of_owner());
    let chart = String::from_utf8(parts["ppt/charts/chart7.xml"].clone()).unwrap();
    let series: Vec<(String, Vec<String>)> = chart
        .split("<c:ser>")
        .skip(1)
        .map(|series| {
            let name = series.split("<c:v>").nth(1).unwrap().split('<').next().unwrap();
            let values = series.split("<c:val>").nth(1).unwrap().split("<c:pt ").skip(1);
            let value =
                |point: &str| point.split("</c:v>").next().unwrap().replace("idx=\"", "").replace("\"><c:v>", ": ");
            (name.to_owned(), values.map(value).collect())
        })
        .collect();
    let expected = [
        ("Rutland, from the returns", vec!["4: 58.3"]),
        ("Rutland, published", vec!["0: 40.0", "1: 61.5"]),
        ("Rutland, not comparable", vec!["3: 50.0"]),
        ("England, from the returns", vec!["2: 48.0", "4: 50.0"]),
        ("England, published", vec!["0: 46.0", "1: 47.0"]),
        ("England, not comparable", vec!["3: 49.0"]),
        (
            "Straight path to the national target of 60% by 2011",
            vec!["0: 40.0", "1: 45.0", "2: 50.0", "3: 55.0", "4: 60.0"],
        ),
    ];
    let expected: Vec<(String, Vec<String>)> = expected
        .into_iter()
        .map(|(name, values)| (name.to_owned(), values.into_iter().map(str::to_owned).collect()))
        .collect();
    assert_eq!(series, expected);
    // 58.3 lies 15.0 above and below its limits; the axis has room for all of them.
    assert!(chart.contains("<c:plus><c:numRef><c:f>Data!$I$2:$I$6</c:f>") && chart.contains("<c:v>15.0</c:v>"));
    assert!(chart.contains("<c:max val=\"80\"/><c:min val=\"0\"/>"));
}

#[test]
fn what_is_hidden_is_in_no_byte() {
    let mut packs = every_kind::packs();
    let is_in = |about: &About, pack: &Pack| {
        let deck = slides::of_place(about, pack, &[], &Branding::default(), &Comments::default()).unwrap();
        unpacked(&deck).values().any(|part| {
            let text = String::from_utf8_lossy(part);
            text.contains("7919") || text.contains("791.9")
        })
    };
    let of = &mut packs.authorities[1].indicators[3];
    of.numbers = Numbers::all(Printed::Number(7919));
    assert!(is_in(&packs.about, &packs.authorities[1]), "what is shown is found");
    packs.authorities[1].indicators[3].numbers = Numbers::all(Printed::Confidential);
    assert!(!is_in(&packs.about, &packs.authorities[1]));
}

#[test]
fn the_look_is_the_users_own() {
    let mut packs = every_kind::for_the_owner();
    packs.about.branding.name = Some("Ashbury & District".to_owned());
    let branding = Branding {
        name: packs.about.branding.name.clone(),
        logo: Some(logo()),
        colours: Colours { main: "003366".to_owned(), second: "660033".to_owned() },
    };
    let deck = slides::of_place(&packs.about, &packs.authorities[0], &[], &branding, &Comments::default()).unwrap();
    let parts = unpacked(&deck);
    let text = |name: &str| String::from_utf8(parts[name].clone()).unwrap();
    assert!(text("ppt/theme/theme1.xml").contains("<a:accent1><a:srgbClr val=\"003366\"/>"));
    assert!(text("ppt/theme/theme1.xml").contains("<a:accent2><a:srgbClr val=\"660033\"/>"));
    assert!(decode(&text("ppt/slideMasters/slideMaster1.xml")).contains("descr=\"Logo of Ashbury & District\""));
    assert_eq!(parts["ppt/media/logo.png"], logo().bytes);
    assert!(decode(&text("ppt/slides/slide2.xml")).contains("Ashbury & District. Source: local authorities"));
}

#[test]
fn a_name_can_be_anything() {
    let packs = every_kind::for_the_owner();
    let mut pack = packs.authorities[0].clone();
    pack.place.name = "A & <b> \"c\" 'd' \u{1}\u{b}\u{fffe} ]]> é".to_owned();
    let deck = made(&packs.about, &pack);
    for (name, bytes) in unpacked(&deck) {
        if name.ends_with(".xml") && !name.contains(".xlsx") {
            well_formed(&name, &String::from_utf8(bytes).unwrap());
        }
    }
}

fn logo() -> Logo {
    Logo { bytes: b"any bytes".to_vec(), size: [300, 100] }
}

#[test]
fn a_chart_of_one_year_is_of_bars() {
    let parts = unpacked(&of_owner());
    // NI 62 of Ashbury has no trend here, and is compared with England, its region and its neighbours.
    let chart = String::from_utf8(parts["ppt/charts/chart4.xml"].clone()).unwrap();
    let names: Vec<&str> = chart.split("<c:cat>").nth(1).unwrap().split("<c:v>").skip(1).collect();
    let names: Vec<&str> = names.iter().map(|rest| rest.split('<').next().unwrap()).collect();
    assert_eq!(names[..4], ["Ashbury", "England, 2010", "Northwold", "mean of 10 neighbours"]);
    assert!(chart.contains("<c:barDir val=\"bar\"/>") && chart.contains("<c:min val=\"0\"/>"));
    let slide = String::from_utf8(parts["ppt/slides/slide4.xml"].clone()).unwrap();
    assert!(slide.contains("Bars: Ashbury 11.1%, England, 2010 10.7%, ") && slide.contains("; lower is better."));
}
