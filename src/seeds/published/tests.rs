//! Published figures, on tables that a reader can check by eye.

use super::figure::PublishedFigure;
use super::*;
use crate::seeds::Seeds;
use std::borrow::Cow;

const HEADING: &str = "time_period,geographic_level,code,name,indicator,numerator,denominator,value,source\n";

fn england() -> Seeds {
    Seeds::built_in().unwrap()
}

/// Adds a file with these lines to figures.
fn added(to: Published, lines: &str, authorities: &Authorities) -> Result<Published, SeedError> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.csv");
    std::fs::write(&file, format!("{HEADING}{lines}")).unwrap();
    to.with_file(&file, authorities, &england().indicators)
}

fn read(lines: &str) -> Result<Published, SeedError> {
    added(Published::default(), lines, &england().authorities)
}

fn seed(lines: &str) -> Result<Published, SeedError> {
    let bytes = Cow::Owned(format!("{HEADING}{lines}").into_bytes());
    Published::load(&SeedFile { name: "seeds/published.csv".to_owned(), bytes }, &england().indicators)
}

fn cells(figure: &PublishedFigure) -> [String; 3] {
    [figure.numerator.to_string(), figure.denominator.to_string(), figure.value.to_string()]
}

#[test]
fn a_place_is_found_by_code_or_name_and_held_under_its_code() {
    let published = read(
        "2011,National,,England,62,7000,65520,10.7,SFR21/2011\n\
         2011,National,e92000001,,61,2260,3050,74.1,\n\
         2011,Regional,E12000007,London,62,1,2,50.0,\n\
         2011,Regional,South West,,62,1,2,50.0,\n\
         2010-11,Local authority,E09000003,Barnet,62,10,40,25.0,\n\
         2010,Local authority,302,,62,c,40,c,\n\
         2011,Local authority,Barnet,,61,0,0,z,\n",
    )
    .unwrap();
    let held: Vec<_> = published.iter().map(|figure| (figure.code.as_str(), figure.indicator, figure.year)).collect();
    let barnet = [("302", 61, 2011), ("302", 62, 2010), ("302", 62, 2011)];
    let regions = [("E12000007", 62, 2011), ("E12000009", 62, 2011)];
    let england = [(ENGLAND_CODE, 61, 2011), (ENGLAND_CODE, 62, 2011)];
    assert_eq!(held, [&barnet[..], &regions, &england].concat());
    assert_eq!(published.of("302", 62).map(|figure| figure.year).collect::<Vec<_>>(), [2010, 2011]);
    assert_eq!(published.of("302", 63).count(), 0);
    assert_eq!(published.find("302", 62, 2011).unwrap().value, Cell::Known(Decimal::whole(25)));
    assert_eq!(published.find("302", 62, 2009), None);
    assert_eq!(published.find(ENGLAND_CODE, 62, 2011).unwrap().source, "SFR21/2011");
    assert_eq!(published.left_out(), None);
}

#[test]
fn symbols_are_no_numbers_and_a_blank_is_filled_from_two_counts_alone() {
    for (written, expected) in [
        ("c,12,c", ["c", "12", "c"]),
        ("C,[c],[C]", ["c", "c", "c"]),
        ("0,0,z", ["0", "0", "z"]),
        (".,.,", ["z", "z", "x"]),
        ("x,X,[x]", ["x", "x", "x"]),
        ("k,2000,k", ["k", "2000", "k"]),
        (",,", ["x", "x", "x"]),
        ("1,3,", ["1", "3", "33.3"]),
        ("1,16,", ["1", "16", "6.3"]),
        ("c,3,", ["c", "3", "x"]),
        ("0,0,", ["0", "0", "x"]),
        ("0,3,0.0", ["0", "3", "0.0"]),
    ] {
        let published = read(&format!("2011,Local authority,302,Barnet,62,{written},\n")).unwrap();
        let figure = published.find("302", 62, 2011).unwrap();
        assert_eq!(cells(figure), expected, "{written}");
        assert_eq!(figure.unrounded(Unit::Percent).is_some(), figure.value.known().is_some(), "{written}");
    }
}

#[test]
fn counts_give_the_figure_where_they_round_to_what_is_printed() {
    let unrounded = |indicator: u16, cells: &str, unit| {
        let published = read(&format!("2011,National,E92000001,,{indicator},{cells},\n")).unwrap();
        published.find(ENGLAND_CODE, indicator, 2011).unwrap().unrounded(unit)
    };
    assert_eq!(unrounded(62, "1,3,33.3", Unit::Percent), Some(100.0 / 3.0));
    assert_eq!(unrounded(62, "1,3,33", Unit::Percent), Some(100.0 / 3.0));
    // Counts rounded at source: the printed value stands.
    assert_eq!(unrounded(62, "10,30,34.4", Unit::Percent), Some(34.4));
    assert_eq!(unrounded(62, "c,30,34.4", Unit::Percent), Some(34.4));
    assert_eq!(unrounded(58, "557,40,13.9", Unit::Score), Some(13.925));
    assert_eq!(unrounded(58, "c,40,c", Unit::Score), None);
}

#[test]
fn a_faulty_line_is_refused_with_what_was_found_and_the_remedy() {
    let barnet = "2011,Local authority,302,Barnet";
    for (line, said) in [
        ("11,National,,England,62,1,2,50,".to_owned(), "line 2: time_period '11' is not a year: write"),
        (
            "2011,Country,,England,62,1,2,50,".to_owned(),
            "line 2: geographic_level 'Country' is not known: write National",
        ),
        (format!("{barnet},64,1,2,50,"), "line 2: there is no indicator '64': write one of 58, 61"),
        (format!("{barnet},SDQ,1,2,50,"), "line 2: there is no indicator 'SDQ'"),
        (format!("{barnet},62,-1,2,50,"), "line 2: numerator '-1' is not a count: write"),
        (format!("{barnet},62,1,two,50,"), "line 2: denominator 'two' is not a count: write"),
        (format!("{barnet},62,1,2,50%,"), "line 2: value '50%' is not a number: write"),
        (format!("{barnet},62,3,2,50,"), "line 2: numerator 3 is above the denominator 2"),
        (format!("{barnet},62,c,2,100.1,"), "line 2: value 100.1 is above 100, the most that NI 62 can be"),
        (format!("{barnet},58,c,2,40.1,"), "line 2: value 40.1 is above 40, the most that NI 58 can be"),
        (format!("{barnet},58,81,2,,"), "line 2: value 40.5 is above 40, the most that NI 58 can be"),
        (
            "2011,Local authority,302,Camden,62,1,2,50,".to_owned(),
            "line 2: code '302' and name 'Camden' are two places",
        ),
        (
            format!("{barnet},62,1,2,50,\n2011,Local authority,Barnet,,62,1,2,50,"),
            "line 3: code 302 has indicator 62 of 2011 a second time, after line 2: remove one",
        ),
    ] {
        let error = crate::fault::with_help(&read(&format!("{line}\n")).unwrap_err());
        assert!(error.contains("mine.csv, ") && error.contains(said), "{error}");
    }
    for sound in [format!("{barnet},62,2,2,100.0,"), format!("{barnet},58,80,2,40,"), format!("{barnet},58,80,2,,")] {
        read(&format!("{sound}\n")).unwrap();
    }
}

#[test]
fn a_column_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.csv");
    std::fs::write(&file, "time_period,code,indicator,value\n2011,302,62,10\n").unwrap();
    let error =
        Published::default().with_file(&file, &england().authorities, &england().indicators).unwrap_err().to_string();
    assert!(error.contains("line 1: lacks the column geographic_level"), "{error}");
}

#[test]
fn a_line_takes_the_place_of_the_figure_held() {
    let Seeds { authorities, published, .. } = england();
    let before = published.iter().count();
    let lines = "2011,National,E92000001,England,62,1,2,50.0,mine\n2010,National,E92000001,England,62,1,4,25.0,mine\n";
    let published = added(published, lines, &authorities).unwrap();
    assert_eq!(published.iter().count(), before + 1);
    let sources: Vec<_> = published.of(ENGLAND_CODE, 62).map(|figure| (figure.year, figure.source.as_str())).collect();
    assert_eq!(sources, [(2010, "mine"), (2011, "mine")]);
    assert_eq!(published.find(ENGLAND_CODE, 61, 2011).unwrap().source, "SFR21/2011");
}

#[test]
fn lines_of_other_places_are_left_out_and_counted() {
    let published = read(
        "2011,Local authority,302,Barnet,62,1,2,50,\n\
         2011,Local authority,998,Elsewhere,62,1,2,50,\n\
         2011,Regional,E12000099,Nowhere,62,1,2,50,\n\
         2011,National,K03000001,Great Britain,62,1,2,50,\n",
    )
    .unwrap();
    assert_eq!(published.iter().count(), 1);
    let left_out = published.left_out().unwrap();
    assert_eq!((left_out.lines, left_out.line), (3, 3));
    assert_eq!(
        left_out.to_string(),
        "3 lines of places that are not on the list of authorities left out; the first is line 3, of 998 Elsewhere"
    );
}

#[test]
fn a_made_up_list_of_authorities_has_no_built_in_figures() {
    let Seeds { authorities, published, .. } = england();
    let built_in = published.iter().count();
    assert_eq!(built_in, 200);
    assert_eq!(published.clone().without_places_unknown_to(&authorities).iter().count(), built_in);
    let heading = "old_la_code,new_la_code,la_name,region_code,region_name\n";
    let list = |rows: &str| Authorities::read("mine.csv", format!("{heading}{rows}").as_bytes()).unwrap();
    let london_alone = list("302,E09000003,Barnet,E12000007,London\n");
    assert_eq!(published.clone().without_places_unknown_to(&london_alone).iter().count(), built_in);
    let made_up = list("302,E09000003,Barnet,E12000007,London\n991,,Ashwater,E12000091,Northern Reaches\n");
    assert!(published.without_places_unknown_to(&made_up).is_empty());
}

#[test]
fn a_seed_names_places_by_code() {
    let published = seed("2011,Regional,E12000091,,62,1,2,50,\n2011,Local authority,991,,62,1,2,50,\n").unwrap();
    assert_eq!(published.iter().count(), 2);
    for line in ["2011,Local authority,Barnet,,62,1,2,50,\n", "2011,National,302,,62,1,2,50,\n"] {
        let error = seed(line).unwrap_err().to_string();
        assert!(error.contains("seeds/published.csv, line 2: code '") && error.contains("is not a place of its level"));
    }
}

#[test]
fn a_region_without_a_name_is_not_that_of_every_line_without_one() {
    let heading = "old_la_code,new_la_code,la_name,region_code,region_name\n";
    let rows = "302,,Barnet,E12000007,\n380,,Bradford,E12000003,\n";
    let list = Authorities::read("mine.csv", format!("{heading}{rows}").as_bytes()).unwrap();
    let published = added(Published::default(), "2011,Regional,E12000007,,62,1,2,50,\n", &list).unwrap();
    assert_eq!(published.iter().map(|figure| figure.code.as_str()).collect::<Vec<_>>(), ["E12000007"]);
}
