//! The workbook of packs: by the checklist, true to the pack, the same bytes each time, and nothing hidden in it.

mod checklist;
mod open_document;
mod opened;
mod picked;

use crate::packs;
use crate::packs::every_kind;
use calamine::{Data, DataType, Reader, Xlsx};
use miette::Diagnostic;
use opened::unzipped;
use std::error::Error;
use std::io::Cursor;
use std::path::Path;
use stocktake::benchmark::significance::Significance;
use stocktake::benchmark::targets::MetAt95::NotMet;
use stocktake::pack::{Beside, OfIndicator, Packs, Target};
use stocktake::printed::{Numbers, Printed};
use stocktake::rounding::Tenths;
use stocktake::workbook;

fn written(packs: &Packs) -> Vec<u8> {
    workbook::write(packs, &packs::indicators(), &std::env::temp_dir()).unwrap()
}

/// The rows of a worksheet's table, as another program reads them.
fn rows(bytes: &[u8], table: &str) -> Vec<Vec<Data>> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    workbook.load_tables().unwrap();
    workbook.table_by_name(table).unwrap().data().rows().map(<[Data]>::to_vec).collect()
}

fn words(row: &[Data]) -> Vec<String> {
    row.iter().map(ToString::to_string).collect()
}

#[test]
fn the_same_packs_give_the_same_bytes() {
    for write in [written, open_document::written] {
        assert!(write(&every_kind::packs()) == write(&every_kind::packs()));
    }
}

#[test]
fn the_owners_workbook_is_as_it_was() {
    let bytes = written(&every_kind::for_the_owner());
    let mut workbook = Xlsx::new(Cursor::new(&bytes)).unwrap();
    let mut text = String::new();
    for (name, range) in workbook.worksheets() {
        text.push_str(&format!("== {name}\n"));
        for row in range.rows() {
            text.push_str(&format!("{}\n", words(row).join(" | ").trim_end_matches([' ', '|'])));
        }
    }
    insta::assert_snapshot!("workbook", text);
}

#[test]
fn every_number_is_the_packs() {
    let packs = every_kind::packs();
    let bytes = written(&packs);
    let all: Vec<&OfIndicator> = packs.all().flat_map(|pack| &pack.indicators).collect();
    let expected = |printed: Printed, in_tenths: bool| match printed {
        Printed::Number(tenths) if in_tenths => Data::Float(Tenths(tenths).as_f64()),
        Printed::Number(count) => Data::Float(count as f64),
        Printed::Confidential => Data::String("[c]".to_owned()),
        Printed::NotApplicable => Data::String("[z]".to_owned()),
        Printed::NotAvailable => Data::String("[x]".to_owned()),
        Printed::RoundsToNought => Data::String("[k]".to_owned()),
    };
    let figures = rows(&bytes, "figures");
    assert_eq!(figures.len(), 50);
    for (row, of) in figures.iter().zip(&all) {
        let Numbers { numerator, denominator, value, lower, upper } = of.numbers;
        let cells = [(numerator, false), (denominator, false), (value, true), (lower, true), (upper, true)];
        assert_eq!(row[3].to_string(), of.indicator.name());
        assert_eq!(row[8..13], cells.map(|(printed, in_tenths)| expected(printed, in_tenths)));
    }
    for (row, of) in rows(&bytes, "years").iter().zip(&all) {
        let of_year =
            |year| of.years.iter().find(|(of, _)| *of == year).map_or(Printed::NotAvailable, |(_, value)| *value);
        assert_eq!(row[7..10], [2009, 2010, 2011].map(|year| expected(of_year(year), true)));
        let note = if of.year_notes.is_empty() { "[z]" } else { "2010: needs earlier returns we do not have" };
        assert_eq!(row[11].to_string(), note);
    }
    let compared = &rows(&bytes, "comparisons")[22];
    assert_eq!(
        words(compared),
        [
            "Ashbury",
            "991",
            "Local authority",
            "NI 62",
            "Three or more placements",
            "lower is better",
            "11.1",
            "10.7",
            "2010",
            "worse",
            "9.8",
            "the same",
            "similar",
            "mean of 10 neighbours",
            "10.3",
            "the same",
            "not tested",
            "3 of 6 (likely 1 to 5)",
            "second best quarter"
        ]
    );
    assert_eq!(
        words(&rows(&bytes, "changes")[22])[5..],
        ["lower is better", "11.1", "2010", "16.5", "-5.4", "better", "getting better"]
    );
}

#[test]
fn what_is_worked_out_from_a_hidden_figure_is_confidential() {
    let mut packs = every_kind::packs();
    let of = &mut packs.authorities[1].indicators[2];
    let region = Beside {
        significance: None,
        value: Printed::Confidential,
        ..packs::beside("Northwold", 0, Significance::NotSignificant)
    };
    of.england = Some(Beside { significance: None, ..packs::beside("England", 107, Significance::NotSignificant) });
    of.region = Some(region);
    of.targets = vec![Target { met: None, significance: None, above: None, ..packs::target("60", false, 0, NotMet) }];
    of.targets[0].in_words = "60 by 2011".to_owned();
    let bytes = written(&packs);
    let row = |table: &str, columns: std::ops::Range<usize>| {
        let rows = rows(&bytes, table);
        let row = rows.iter().find(|row| words(row)[1] == "992" && words(row)[3] == "NI 62").unwrap();
        words(row)[columns].to_vec()
    };
    let nothing = ["[z]", "[z]", "[z]", "[z]"];
    let compared = ["[c]", "10.7", "the same", "[c]", "[c]", "the same", "[c]"];
    assert_eq!(row("comparisons", 6..19), [&compared[..], &nothing, &["[c]", "[c]"]].concat());
    assert_eq!(row("changes", 6..12), ["[c]", "2010", "[c]", "[c]", "[c]", "[c]"]);
    assert_eq!(row("targets", 6..13), ["[c]", "national", "60", "2011", "[c]", "[c]", "[c]"]);
}

#[test]
fn counts_that_are_rounded_are_said_to_be_above_their_table() {
    let mut packs = every_kind::packs();
    let said = |packs: &Packs| {
        unzipped(&written(packs))["xl/sharedStrings.xml"]
            .matches("England and regions: Counts are to the nearest 10")
            .count()
    };
    assert_eq!(said(&packs), 0);
    for pack in packs.england.iter_mut().chain(&mut packs.regions) {
        for of in &mut pack.indicators {
            of.rounding = "Counts are to the nearest 10; the percentage is of the exact counts.".to_owned();
        }
    }
    assert_eq!(said(&packs), 1);
}

#[test]
fn targets_have_a_row_each_and_their_lack_has_one_too() {
    let targets = rows(&written(&every_kind::packs()), "targets");
    assert_eq!(targets.len(), 51);
    let of_ashbury: Vec<Vec<String>> = targets[24..28].iter().map(|row| words(row)[3..].to_vec()).collect();
    assert_eq!(of_ashbury[0][4..], ["no target", "[z]", "[z]", "[z]", "[z]", "[z]", "[z]"]);
    assert_eq!(of_ashbury[1][4..10], ["national", "60", "2011", "-48.9", "not met", "statistically significant"]);
    assert_eq!(of_ashbury[2][4..10], ["local", "55.5", "2011", "-44.4", "not met", "statistically significant"]);
    assert_eq!([of_ashbury[1][0].as_str(), of_ashbury[3][0].as_str()], ["NI 99", "NI 100"]);
    assert!(matches!(targets[25][8], Data::Float(_)), "a target is a number");
}

#[test]
fn what_is_hidden_is_in_no_byte() {
    for write in [written, open_document::written] {
        let mut packs = every_kind::packs();
        let numbers = Numbers::all(Printed::Number(7919));
        let is_in = |packs: &Packs| {
            let parts = unzipped(&write(packs));
            parts.values().any(|part| ["7919", "7,919", "791.9"].iter().any(|number| part.contains(number)))
        };
        packs.authorities[1].indicators[3].numbers = numbers;
        packs.authorities[1].indicators[3].years[0].1 = Printed::Number(7919);
        assert!(is_in(&packs), "what is shown is found");
        packs.authorities[1].indicators[3].numbers = Numbers::all(Printed::Confidential);
        packs.authorities[1].indicators[3].years[0].1 = Printed::Confidential;
        assert!(!is_in(&packs));
    }
}

#[test]
fn a_place_that_is_hidden_has_no_number_but_its_code() {
    let bytes = written(&every_kind::packs());
    for table in ["figures", "comparisons", "changes", "years", "targets", "commentary"] {
        let rows = rows(&bytes, table);
        let of_place: Vec<&Vec<Data>> = rows.iter().filter(|row| row[1] == Data::String("992".to_owned())).collect();
        assert_eq!(of_place.len(), 10, "{table}");
        // But for the year before, of which everybody knows that there is one.
        let is_told = |cell: &Data| cell.is_float() && !(table == "changes" && *cell == Data::Float(2010.0));
        assert!(of_place.iter().all(|row| !row.iter().any(is_told)), "{table}");
    }
}

#[test]
fn a_cover_says_whom_it_is_for() {
    let mut several = every_kind::for_the_owner();
    several.authorities.push(every_kind::packs().authorities.remove(1));
    for (packs, said) in [
        (every_kind::for_the_owner(), "Restricted: exact figures, for your authority only."),
        (several, "Restricted: exact figures, for your organisation only."),
        (every_kind::packs(), "This workbook is for publication."),
    ] {
        let parts = unzipped(&written(&packs));
        assert!(parts["xl/sharedStrings.xml"].contains(said));
        let exact = parts["xl/sharedStrings.xml"].contains("Restricted: exact figures.");
        assert_eq!(exact, said.starts_with("Restricted"));
    }
}

#[test]
fn a_cover_says_from_whom_it_is() {
    let mut packs = every_kind::packs();
    let says = |packs: &Packs| unzipped(&written(packs))["xl/sharedStrings.xml"].contains("From Ashbury Council.");
    assert!(!says(&packs));
    packs.about.branding.name = Some("Ashbury Council".to_owned());
    assert!(says(&packs));
}

#[test]
fn a_table_without_a_row_has_no_worksheet() {
    let packs = Packs { england: None, regions: Vec::new(), authorities: Vec::new(), ..every_kind::packs() };
    let bytes = workbook::write(&packs, &[], &std::env::temp_dir()).unwrap();
    let workbook = Xlsx::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(workbook.sheet_names(), ["Cover", "Contents", "Notes"]);
}

#[test]
fn a_folder_in_which_rows_cannot_wait_is_named() {
    let error = workbook::write(&every_kind::packs(), &packs::indicators(), Path::new("no-such-folder")).unwrap_err();
    assert_eq!(error.to_string(), "no-such-folder cannot hold the rows of the workbook until it is made");
    assert_eq!(error.source().unwrap().to_string(), "the path does not exist");
    assert!(error.help().unwrap().to_string().starts_with("make room there"));
}
