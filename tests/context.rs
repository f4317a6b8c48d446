//! restricted/context.csv: the care population, with answers worked by hand.

use crate::folder::{data, opened, rows, said, stocktake};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const HEADER: &str = "CHILD,SEX,DOB,ETHNIC\n";
const EPISODES: &str = "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\n";

/// The numbers of Barking and Dagenham's return for 2011: `numerator` or `numerator of denominator`, by measure.
fn measured(header: &str, episodes: &str) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/301/2011");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("header.csv"), format!("{HEADER}{header}")).unwrap();
    fs::write(place.join("episodes.csv"), format!("{EPISODES}{episodes}")).unwrap();
    run(folder.path(), "returns", "2011-03-31");
    let of_authority =
        |row: &BTreeMap<String, String>| row["geographic_level"] == "Local authority" && row["group"].is_empty();
    let rows = rows(&folder.path().join("out/restricted/context.csv")).into_iter().filter(of_authority);
    let shown = |row: BTreeMap<String, String>| {
        let of = if row["denominator"].is_empty() { String::new() } else { format!(" of {}", row["denominator"]) };
        (row["measure"].clone(), format!("{}{of}", row["numerator"]))
    };
    rows.map(shown).collect()
}

fn run(folder: &Path, returns: &str, as_at: &str) {
    let arguments = format!("run {returns} --as-at {as_at} --no-charts --disclosure none --out out");
    said(stocktake(folder).args(arguments.split_whitespace()), 0);
}

/// The measures of these names.
fn of(measured: &BTreeMap<String, String>, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| measured[*name].clone()).collect()
}

#[test]
fn who_is_there_who_came_and_who_left() {
    let header = "A,1,01/01/2001,WBRI\nB,2,01/01/2002,WBRI\nC,1,01/01/2003,WBRI\nD,2,01/01/2004,WBRI\nE,1,01/01/2005,WBRI\n\
                  F,2,01/01/2006,WBRI\n";
    // A left on the day before the window and B on its first day, after no night of it. C came on the last day, D on the day
    // after. E left and came again. F's first episode does not say that care began.
    let episodes = "A,01/05/2009,S,C2,N1,Q2,31/03/2010,E8\n\
                    B,01/05/2009,S,C2,N1,Q2,01/04/2010,E8\n\
                    C,31/03/2011,S,C2,N1,Q2,,\n\
                    D,01/04/2011,S,C2,N1,Q2,,\n\
                    E,01/05/2009,S,C2,N1,Q2,01/07/2010,E8\n\
                    E,01/09/2010,S,C2,N1,Q2,,\n\
                    F,01/06/2010,P,C2,N1,Q2,,\n";
    let measured = measured(header, episodes);
    let names = ["on_day", "in_window", "churn", "began", "ceased"];
    assert_eq!(of(&measured, &names), ["3", "3", "3 of 3", "2", "2"]);
}

#[test]
fn how_old_they_were_when_they_left() {
    // Seventeen on the day before the birthday, eighteen on it and on the day after.
    let header = "A,1,05/05/1993,WBRI\nB,2,05/05/1992,WBRI\nC,1,05/05/1992,WBRI\nD,2,05/05/1992,WBRI\nE,1,,WBRI\n";
    let episodes = "A,01/05/2009,S,C2,N1,Q2,04/05/2010,E4\n\
                    B,01/05/2009,S,C2,N1,Q2,04/05/2010,E4\n\
                    C,01/05/2009,S,C2,N1,Q2,05/05/2010,E4\n\
                    D,01/05/2009,S,C2,N1,Q2,06/05/2010,E4\n\
                    E,01/05/2009,S,C2,N1,Q2,06/05/2010,E4\n";
    let measured = measured(header, episodes);
    let names = ["ceased", "ceased_at_16", "ceased_at_17", "ceased_on_18th_birthday", "ceased_later", "ceased_from_18"];
    assert_eq!(of(&measured, &names), ["5", "1 of 5", "1 of 5", "1 of 5", "1 of 5", "2 of 5"]);
    assert_eq!(of(&measured, &["ceased_under_16"]), ["0 of 5"]);
}

#[test]
fn how_old_they_were_when_they_came() {
    // A came the day before its first birthday and B on it. C came at nine and, after it had left, again at ten: the first counts.
    // D came at sixteen, E has no known birth, and F's first episode does not say that care began.
    let header = "A,1,02/06/2009,WBRI\nB,2,01/06/2009,WBRI\nC,1,01/09/2000,WBRI\nD,2,01/06/1994,WBRI\nE,1,,WBRI\n\
                  F,2,01/01/2006,WBRI\n";
    let row = |child: &str| format!("{child},01/06/2010,S,C2,N1,Q2,,\n");
    let again = "C,01/06/2010,S,C2,N1,Q2,01/07/2010,E8\nC,01/10/2010,S,C2,N1,Q2,,\n";
    let episodes = format!("{}{again}F,01/06/2010,P,C2,N1,Q2,,\n", ["A", "B", "D", "E"].map(row).concat());
    let measured = measured(header, &episodes);
    let names = ["began", "began_under_1", "began_at_1_to_4", "began_at_5_to_9", "began_at_10_to_15", "began_from_16"];
    assert_eq!(of(&measured, &names), ["5", "1 of 5", "1 of 5", "1 of 5", "0 of 5", "1 of 5"]);
}

#[test]
fn short_breaks_alone_and_moves_to_independence() {
    let header =
        "A,1,01/01/2001,WBRI\nB,2,01/01/2002,WBRI\nC,1,05/05/1993,WBRI\nD,2,05/05/1993,WBRI\nE,1,05/05/1993,WBRI\n";
    // A has breaks alone, B care besides. C moved at 16, on the day before the birthday; D on it; E from independence itself.
    let episodes = "A,01/05/2010,S,V3,N1,Q2,03/05/2010,X1\n\
                    B,01/05/2010,S,V3,N1,Q2,03/05/2010,X1\n\
                    B,01/06/2010,S,C2,N1,Q2,,\n\
                    C,01/05/2009,S,C2,N1,Q2,04/05/2010,X1\n\
                    C,04/05/2010,P,C2,N1,P2,,\n\
                    D,01/05/2009,S,C2,N1,K2,05/05/2010,X1\n\
                    D,05/05/2010,P,C2,N1,P2,,\n\
                    E,01/05/2009,S,C2,N1,P2,04/05/2010,X1\n\
                    E,04/05/2010,P,C2,N1,P2,,\n";
    let measured = measured(header, episodes);
    let names = ["short_breaks_only", "to_independence_at_16", "to_independence_at_17"];
    assert_eq!(of(&measured, &names), ["1", "1", "1"]);
}

/// The rows of Barking and Dagenham, of the tables of its return for 2011: `measure|group|numerator|denominator`.
fn of_tables(tables: &[(&str, &str)]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/301/2011");
    fs::create_dir_all(&place).unwrap();
    for (table, text) in tables {
        fs::write(place.join(format!("{table}.csv")), text).unwrap();
    }
    run(folder.path(), "returns", "2011-03-31");
    let rows = rows(&folder.path().join("out/restricted/context.csv")).into_iter().filter(|row| row["code"] == "301");
    let shown = |row: BTreeMap<String, String>| {
        ["measure", "group", "numerator", "denominator"].map(|column| row[column].clone()).join("|")
    };
    rows.map(shown).collect()
}

#[test]
fn those_on_the_day_are_those_before_and_who_came_and_went() {
    let header = format!("{HEADER}A,1,01/01/2001,WBRI\nB,2,01/01/2002,WBRI\nC,1,01/01/2003,WBRI\n");
    // A stayed, left twice and came back once; B's first episode in the window does not say that care began; C came and went.
    let episodes = format!(
        "{EPISODES}A,01/05/2009,S,C2,N1,Q2,01/07/2010,E8\n\
         A,01/09/2010,S,C2,N1,Q2,01/10/2010,E8\n\
         B,01/06/2010,P,C2,N1,Q2,,\n\
         C,01/04/2010,S,C2,N1,Q2,31/03/2011,E8\n"
    );
    let rows = of_tables(&[("header", &header), ("episodes", &episodes)]);
    for row in ["on_day_before||1|", "periods_begun||3|", "periods_ended||3|", "on_day||1|", "ceased||2|", "began||2|"]
    {
        assert!(rows.iter().any(|other| other == row), "{row}: {rows:?}");
    }
}

#[test]
fn reviews_are_counted_by_how_the_child_took_part() {
    let header = format!("{HEADER}A,1,01/01/2001,WBRI\nB,2,01/01/2002,WBRI\n");
    let episodes = format!("{EPISODES}A,01/05/2009,S,C2,N1,Q2,,\nB,01/05/2010,S,C2,N1,Q2,,\n");
    // A: the day before the window, its first day twice, the last day, and a code that no list has. B: before care began.
    let reviews = "CHILD,REVIEW,REVIEW_CODE\n\
                   A,31/03/2010,PN1\n\
                   A,01/04/2010,PN7\n\
                   A,01/04/2010,PN1\n\
                   A,01/04/2010,\n\
                   A,01/10/2010,PN9\n\
                   A,31/03/2011,PN7\n\
                   B,30/04/2010,PN1\n\
                   B,01/05/2010,\n";
    let rows = of_tables(&[("header", &header), ("episodes", &episodes), ("reviews", reviews)]);
    let of_reviews = |rows: &[String]| {
        rows.iter().filter(|row| row.split('|').next().unwrap().contains("review")).cloned().collect::<Vec<_>>()
    };
    let expected = [
        "in_reviews_table||2|2",
        "reviews||4|",
        "reviews|PN1 Attended and spoke|1|4",
        "reviews|PN7 Absent, no views sent|1|4",
        "reviews|Not known|2|4",
    ];
    assert_eq!(of_reviews(&rows), expected);
    // Without the table there are not none: they are not known.
    let without = of_tables(&[("header", &header), ("episodes", &episodes)]);
    assert_eq!(of_reviews(&without), ["in_reviews_table||0|2"]);
}

#[test]
fn who_went_missing_is_counted_where_the_returns_have_the_table() {
    let header = format!("{HEADER}A,1,01/01/2001,WBRI\nB,2,01/01/2002,WBRI\nC,1,01/01/2003,WBRI\n");
    let row = |child: &str| format!("{child},01/06/2010,S,C2,N1,Q2,,\n");
    let episodes = format!("{EPISODES}{}", ["A", "B", "C"].map(row).concat());
    // A was missing before care began, then twice, one of them returned twice; B was away, and then missing the day after.
    let missing = "CHILD,DOB,MISSING,MIS_START,MIS_END\n\
                   A,01/01/2001,M,31/05/2010,02/06/2010\n\
                   A,01/01/2001,M,01/06/2010,02/06/2010\n\
                   A,01/01/2001,M,31/03/2011,\n\
                   A,01/01/2001,M,31/03/2011,\n\
                   B,01/01/2002,A,01/07/2010,02/07/2010\n\
                   B,01/01/2002,M,01/04/2011,\n";
    let tables = [("header", header.as_str()), ("episodes", &episodes), ("missing", missing)];
    let of_missing = |tables: &[(&str, &str)]| {
        let rows = of_tables(tables);
        let measures = ["in_missing_table|", "went_missing|", "missing_incidents|"];
        rows.into_iter().filter(|row| measures.iter().any(|of| row.starts_with(of))).collect::<Vec<_>>()
    };
    assert_eq!(of_missing(&tables), ["in_missing_table||3|3", "went_missing||1|3", "missing_incidents||2|"]);
    // Without the table it is not nought, but not known.
    assert_eq!(of_missing(&tables[..2]), [""; 0]);
}

/// Groups of those on the day add up, and authorities to regions and all.
#[test]
fn groups_and_places_add_up() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &data().display().to_string(), "2011-03-31");
    let (mut by_group, mut all) = (BTreeMap::<[String; 3], u64>::new(), BTreeMap::<[String; 2], u64>::new());
    let mut by_level = BTreeMap::<[String; 2], u64>::new();
    for row in rows(&folder.path().join("out/restricted/context.csv")) {
        let number: u64 = row["numerator"].parse().unwrap();
        let [level, code, measure, dimension] =
            ["geographic_level", "code", "measure", "dimension"].map(|column| row[column].clone());
        if dimension.is_empty() {
            let level = level.trim_start_matches("Part of ").to_owned();
            *by_level.entry([measure.clone(), level]).or_default() += number;
            all.insert([code, measure], number);
        } else {
            *by_group.entry([code, measure, dimension]).or_default() += number;
        }
    }
    assert!(by_group.len() > 50);
    for ([code, measure, dimension], sum) in &by_group {
        assert_eq!(*sum, all[&[code.clone(), measure.clone()]], "{code} {dimension}");
    }
    for ([measure, level], sum) in &by_level {
        assert_eq!(*sum, by_level[&[measure.clone(), "Local authority".to_owned()]], "{measure} {level}");
    }
}

#[test]
fn a_part_of_a_place_is_called_by_the_authorities_that_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/301/2011");
    fs::create_dir_all(&place).unwrap();
    // Without a header no indicator has a figure, and the child is looked after all the same.
    fs::write(place.join("episodes.csv"), format!("{EPISODES}A,01/05/2009,S,C2,N1,Q2,,\n")).unwrap();
    run(folder.path(), "returns", "2011-03-31");
    let rows = rows(&folder.path().join("out/restricted/context.csv"));
    let named = |level: &str| rows.iter().find(|row| row["geographic_level"] == level).map(|row| row["name"].clone());
    assert_eq!(named("Part of National").as_deref(), Some("1 authority given"));
    assert_eq!(named("Part of Regional").as_deref(), Some("1 of 33 authorities of London"));
    assert_eq!((named("National"), named("Local authority").as_deref()), (None, Some("Barking and Dagenham")));
}

#[test]
fn children_on_the_day_are_set_beside_the_people_under_eighteen() {
    let folder = tempfile::tempdir().unwrap();
    for (authority, children) in [("301", "A,B"), ("302", "A")] {
        let place = folder.path().join(format!("returns/{authority}/2011"));
        fs::create_dir_all(&place).unwrap();
        let row = |child: &str| format!("{child},01/05/2009,S,C2,N1,Q2,,\n");
        let episodes: String = children.split(',').map(row).collect();
        fs::write(place.join("episodes.csv"), format!("{EPISODES}{episodes}")).unwrap();
    }
    // The list of the year after is not of the day, and the latest before it is.
    let rates = |list: &str| {
        fs::write(folder.path().join("people.csv"), format!("code,year,under_18\n{list}")).unwrap();
        run(folder.path(), "returns --population people.csv", "2011-03-31");
        let rows = rows(&folder.path().join("out/restricted/context.csv")).into_iter();
        let rates = rows.filter(|row| row["measure"] == "per_10000");
        rates
            .map(|row| ["code", "numerator", "denominator", "value"].map(|column| row[column].clone()).join(" "))
            .collect::<Vec<_>>()
    };
    let both = rates("301,2009,5000\n301,2010,4000\n301,2012,1\nBarnet,2011,3000\n");
    let [england, london] = ["E92000001", "E12000007"].map(|code| format!("{code} 3 7000 4.3"));
    assert_eq!(both, [england, london, "301 2 4000 5.0".to_owned(), "302 1 3000 3.3".to_owned()]);
    // Of a place of which the list lacks an authority there is no rate.
    assert_eq!(rates("301,2010,4000\n"), ["301 2 4000 5.0"]);
}

#[test]
fn pages_and_the_workbook_have_the_care_population_for_the_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    said(stocktake(folder.path()).arg("run").arg(data()).args(["--as-at", "2011-03-31", "--out", "out", "--quiet"]), 0);
    let table = rows(&folder.path().join("out/restricted/context.csv"));
    let find = |measure: &str| table.iter().find(|row| row["code"] == "996" && row["measure"] == measure).unwrap();
    let page = fs::read_to_string(folder.path().join("out/restricted/authorities/996-hollowdale.html")).unwrap();
    let care = page.split_once("<section id=care").unwrap().1;
    for measure in ["on_day", "ceased_at_16"] {
        let row = find(measure);
        let (_, of) = care.split_once(&format!("<b>{}</b>", row["title"])).unwrap();
        let of = of.split_once("<tr>").unwrap().0;
        assert!(of.contains(&format!("<td>{}<td>", row["numerator"])), "{of}");
        assert!(row["value"].is_empty() || of.contains(&format!("{}%", row["value"])), "{of}");
    }
    assert!(care.contains("1,890 in 2009 (SFR 25/2009, table D3)"));
    let parts = opened(&folder.path().join("out"));
    let names = |folder: &str| {
        String::from_utf8_lossy(&parts[&format!("{folder}/stocktake.xlsx/xl/workbook.xml")]).into_owned()
    };
    for sheet in ["Care_population", "Groups"] {
        assert!(names("restricted").contains(sheet) && !names("publish").contains(sheet), "{sheet}");
    }
    let of_publish = parts.iter().filter(|(path, _)| path.starts_with("publish/"));
    assert!(of_publish.clone().count() > 0);
    for (path, bytes) in of_publish.filter(|(path, _)| path.ends_with(".html")) {
        assert!(!String::from_utf8_lossy(bytes).contains("id=care"), "{path}");
    }
}

#[test]
fn what_oc2_says_is_of_those_in_care_for_twelve_months_alone() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/301/2011");
    fs::create_dir_all(&place).unwrap();
    // A has been in care for twelve months on the day, B for a day less, and C has no row. D is ten on the day, E a day later.
    let header =
        "A,1,01/01/2003,WBRI\nB,2,01/01/2003,WBRI\nC,1,01/01/2003,WBRI\nD,2,31/03/2001,WBRI\nE,1,01/04/2001,WBRI\n";
    let row = |(child, decom): (&str, &str)| format!("{child},{decom},S,C2,N1,Q2,,\n");
    let episodes =
        [("A", "01/04/2010"), ("B", "02/04/2010"), ("C", "01/04/2009"), ("D", "01/04/2009"), ("E", "01/04/2009")];
    let oc2 = "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE\n\
               A,01/01/2003,9,,0,1,0,1,0\nB,01/01/2003,9,,1,1,1,1,1\nD,31/03/2001,9,,1,0,1,1,0\nE,01/04/2001,9,,1,,1,,1\n";
    fs::write(place.join("header.csv"), format!("{HEADER}{header}")).unwrap();
    fs::write(place.join("episodes.csv"), format!("{EPISODES}{}", episodes.map(row).concat())).unwrap();
    fs::write(place.join("oc2.csv"), oc2).unwrap();
    run(folder.path(), "returns", "2011-03-31");
    let rows = rows(&folder.path().join("out/restricted/context.csv"));
    let shown = |name: &str| {
        let row = rows.iter().find(|row| row["code"] == "301" && row["measure"] == name).unwrap();
        format!("{} of {}", row["numerator"], row["denominator"])
    };
    let names =
        ["twelve_months", "with_oc2", "health_assessed", "teeth_checked", "immunised", "substance_misuse", "convicted"];
    assert_eq!(names.map(shown), ["4 of ", "3 of 4", "2 of 3", "2 of 3", "1 of 3", "1 of 3", "1 of 1"]);
}
