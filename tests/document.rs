//! The document of the pack: the same bytes, the standards it claims, a figure with words for each chart, and packs
//! with little in them.

use crate::packs::drawn;
use crate::packs::printed::{hidden, noted, shown, ten};
use rayon::prelude::*;
use std::path::Path;
use stocktake::charts::DrawnChart;
use stocktake::charts::strip::Strip;
use stocktake::document::press::Press;
use stocktake::figures::Behind;
use stocktake::level::Level;
use stocktake::pack::{Audience, OfIndicator, Pack, Summary};
use stocktake::rounding::Tenths;

/// Made, and left to be looked at in the folder that STOCKTAKE_DOCUMENTS names.
fn made(name: &str, audience: Audience, pack: &Pack, charts: &[DrawnChart]) -> Vec<u8> {
    let pdf = Press::new().unwrap().of_place(&noted(audience), pack, charts).unwrap();
    if let Some(folder) = std::env::var_os("STOCKTAKE_DOCUMENTS") {
        std::fs::write(Path::new(&folder).join(name), &pdf).unwrap();
    }
    pdf
}

/// Those of a place among many.
fn charts() -> Vec<DrawnChart> {
    drawn::charts(150)
}

fn times(what: &str, pdf: &[u8]) -> usize {
    pdf.windows(what.len()).filter(|window| *window == what.as_bytes()).count()
}

fn holds(what: &str, pdf: &[u8]) -> bool {
    times(what, pdf) > 0
}

fn pages(pdf: &[u8]) -> usize {
    times("/Type/Page/", pdf)
}

#[test]
fn the_same_pack_gives_the_same_bytes_on_one_thread_or_many() {
    let (pack, charts) = (ten(), charts());
    let press = Press::new().unwrap();
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| press.of_place(&noted(Audience::Owner), &pack, &charts).unwrap())
    };
    let first = on(1);
    assert!(first == on(1), "twice on one thread");
    assert!(first == on(4), "on four threads");
    let at_once: Vec<Vec<u8>> = (0..4).into_par_iter().map(|_| on(2)).collect();
    assert!(at_once.iter().all(|pdf| *pdf == first), "several at once");
    assert!(first == made("owner.pdf", Audience::Owner, &pack, &charts), "from another press");
    assert!(first != made("anybody.pdf", Audience::Public, &pack, &charts), "for another audience");
}

#[test]
fn it_is_a_document_for_all_and_for_long() {
    let pdf = made("anybody.pdf", Audience::Public, &ten(), &[]);
    assert!(pdf.starts_with(b"%PDF-1.7"));
    // What a program that checks the standards looks for first.
    for claim in [
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "/Marked true",
        "/Lang(en-GB)",
        "/DisplayDocTitle true",
        "Bournemouth, Christchurch and Poole: National Indicators for children in care",
        "2011-03-31T00:00:00Z",
    ] {
        assert!(holds(claim, &pdf), "{claim}");
    }
}

#[test]
fn every_chart_has_words_for_those_who_cannot_see_it() {
    let charts = charts();
    let mut pack = ten();
    for of in &mut pack.indicators {
        of.strip = Some(strip(of));
    }
    let pdf = made("charts.pdf", Audience::Public, &pack, &charts);
    assert_eq!(pages(&pdf), 1 + 10 + 1, "ten indicators with all that a document has of each");
    let trends = charts.iter().filter(|chart| chart.name.starts_with("trend")).count();
    let strips = pack.indicators.iter().filter(|of| of.strip.is_some()).count();
    assert!(trends > 0 && strips > 0, "{trends} {strips}");
    assert_eq!(times("/S/Figure", &pdf), trends + strips);
    assert_eq!(times("/Alt", &pdf), trends + strips);
}

/// All areas of an indicator.
fn strip(of: &OfIndicator) -> Strip {
    let value = |tenths| Some(Tenths(tenths));
    let others = (10..160).map(|value| Tenths(2 * value)).collect();
    let (indicator, name) = (of.indicator.clone(), "Poole".to_owned());
    Strip { indicator, name, own: value(107), england: value(98), target: value(120), others, hidden: 0 }
}

#[test]
fn tables_have_headings_of_columns_and_of_rows() {
    let pdf = made("anybody.pdf", Audience::Public, &ten(), &[]);
    assert!(times("/S/Table/", &pdf) > 20);
    assert!(holds("/Scope/Column", &pdf) && holds("/Scope/Row", &pdf));
    assert_eq!(times("/S/H1", &pdf), 1 + 10 + 1, "the summary, ten indicators, the notes");
}

#[test]
fn a_place_with_nothing_has_a_document() {
    let mut nothing = Pack { summary: Summary::default(), indicators: Vec::new(), ..ten() };
    nothing.place.name = "Y".to_owned();
    assert!(pages(&made("nothing.pdf", Audience::Public, &nothing, &[])) >= 1);
}

#[test]
fn one_indicator_and_one_that_is_hidden_have_pages() {
    for (name, indicator) in [("one.pdf", shown(62)), ("hidden.pdf", hidden(62))] {
        let pack = Pack { indicators: vec![indicator], ..ten() };
        assert_eq!(pages(&made(name, Audience::Public, &pack, &[])), 3, "{name}");
    }
}

#[test]
fn long_names_and_many_sentences_keep_the_summary_on_one_page() {
    let mut pack = ten();
    pack.level = Level::Regional;
    pack.behind = Some(Behind { available: 11, listed: 16 });
    pack.place.name = format!("{} and its neighbours", pack.place.name);
    for of in &mut pack.indicators {
        of.targets = [of.targets.clone(), of.targets.clone()].concat();
    }
    pack.summary.behind = vec![pack.summary.behind.clone(); 4].concat();
    let pdf = made("long.pdf", Audience::Owner, &pack, &[]);
    assert_eq!(pages(&pdf), 1 + 10 + 1);
}

#[test]
fn words_are_never_read_as_markup() {
    let mut odd = Pack { indicators: vec![shown(62)], ..ten() };
    odd.place.name = "#panic(\"no\") *Kent* $x$ @here <there> [c] \\ `raw` // = 1".to_owned();
    odd.summary.lead = "= #read(\"/etc/passwd\")".to_owned();
    let pdf = made("odd.pdf", Audience::Public, &odd, &[]);
    assert!(holds("*Kent* $x$ @here", &pdf));
}

#[test]
fn what_cannot_be_set_is_an_error() {
    let press = Press::new().unwrap();
    let mut unknown = ten();
    unknown.place.name = "\u{e000}".to_owned();
    let error = press.of_place(&noted(Audience::Owner), &unknown, &[]).unwrap_err();
    assert!(error.to_string().contains("could not be displayed"), "{error}");
    let broken = DrawnChart {
        svg: "no drawing".to_owned(),
        ..charts().into_iter().find(|chart| chart.name.starts_with("trend")).unwrap()
    };
    let error = press.of_place(&noted(Audience::Owner), &ten(), &[broken]).unwrap_err();
    assert!(error.to_string().contains("Poole cannot be made: failed to parse SVG"), "{error}");
}
