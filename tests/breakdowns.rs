//! restricted/breakdowns.csv: figures by sex, age, placement and the rest, with answers worked by hand.

use crate::folder::{data, rows, said, stocktake};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Barking and Dagenham's return for 2011: four children in care on 31 March 2011, of whom A moved twice.
const RETURN: [(&str, &str); 2] = [
    (
        "header",
        "CHILD,SEX,DOB,ETHNIC,TEAM\n\
         A,1,31/03/2001,WBRI,North\n\
         B,2,01/04/2001,BAFR,north\n\
         C,2,03/04/2003,REFU,\n\
         D,,04/05/1995,WIRI,South\n",
    ),
    (
        "episodes",
        "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\n\
         A,31/03/2010,S,C2,N1,Q2,01/06/2010,X1\n\
         A,01/06/2010,P,C2,N1,Q2,01/08/2010,X1\n\
         A,01/08/2010,P,C2,N1,K2,31/03/2011,X1\n\
         A,31/03/2011,L,E1,N1,K2,,\n\
         B,01/04/2010,S,V2,N1,Q1,,\n\
         C,01/04/2006,S,C2,N8,A6,,\n\
         D,31/03/2009,S,C2,ZZ,Q2,,\n",
    ),
];

fn run(folder: &Path, more: &str) {
    let arguments = format!("run returns --as-at 2011-03-31 --no-charts --disclosure none --out out {more}");
    said(stocktake(folder).args(arguments.split_whitespace()), 0);
}

fn with_return() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/301/2011");
    fs::create_dir_all(&place).unwrap();
    for (table, text) in RETURN {
        fs::write(place.join(format!("{table}.csv")), text).unwrap();
    }
    folder
}

/// The groups of an indicator of the authority: `group|numerator|denominator`, by dimension.
fn groups(folder: &Path, indicator: &str) -> BTreeMap<String, Vec<String>> {
    let mut groups = BTreeMap::<String, Vec<String>>::new();
    for row in rows(&folder.join("out/restricted/breakdowns.csv")) {
        if row["geographic_level"] == "Local authority" && row["indicator"] == indicator {
            let group = ["group", "numerator", "denominator"].map(|column| row[column].as_str()).join("|");
            groups.entry(row["dimension"].clone()).or_default().push(group);
        }
    }
    groups
}

#[test]
fn each_child_is_in_the_group_of_the_day() {
    let folder = with_return();
    run(folder.path(), "--own-columns TEAM");
    let groups = groups(folder.path(), "62");
    for (dimension, expected) in [
        ("sex", vec!["Boys|1|1", "Girls|0|2", "Not known|0|1"]),
        // A is ten on the day itself, B on the day after.
        ("age", vec!["5 to 9|0|2", "10 to 15|1|2"]),
        ("ethnicity", vec!["White|1|2", "Black or Black British|0|1", "Not known|0|1"]),
        (
            "ethnicity_code",
            vec!["BAFR Black African|0|1", "REFU Refused|0|1", "WBRI White British|1|1", "WIRI White Irish|0|1"],
        ),
        // A's new status began on the day itself.
        ("legal_status", vec!["Full care order|0|2", "Placement order|1|1", "Voluntary agreement (section 20)|0|1"]),
        (
            "placement",
            vec![
                "Foster placement|0|1",
                "Foster placement with relative or friend|0|1",
                "Placed for adoption|0|1",
                "Children's home, school or other residential|1|1",
            ],
        ),
        ("need", vec!["N1 Abuse or neglect|1|2", "N8 Absent parenting|0|1", "Not known|0|1"]),
        // A's care began a year ago to the day, B's a day later; C's is five years less a day, D's two years.
        ("years_in_care", vec!["Under 1 year|0|1", "1 year|1|1", "2 to 4 years|0|2"]),
        // A team is one team however its name is written.
        ("team", vec!["North|1|2", "South|0|1", "Not known|0|1"]),
    ] {
        assert_eq!(groups[dimension], expected, "{dimension}");
    }
}

#[test]
fn who_is_unaccompanied_is_as_the_return_of_the_day_says() {
    let folder = with_return();
    let unaccompanied = || {
        run(folder.path(), "");
        groups(folder.path(), "62")["unaccompanied"].clone()
    };
    // Without the table nobody knows.
    assert_eq!(unaccompanied(), ["Not known|1|4"]);
    // A's status ceased on the day itself, B's ceases on the day after; C's has no end and D is not in the table.
    let uasc = "CHILD,SEX,DOB,DUC\nA,1,31/03/2001,31/03/2011\nB,2,01/04/2001,01/04/2011\nC,2,03/04/2003,\n";
    fs::write(folder.path().join("returns/301/2011/uasc.csv"), uasc).unwrap();
    assert_eq!(unaccompanied(), ["Unaccompanied|0|2", "Not unaccompanied|1|2"]);
    // The XML has an element for every child; a date that cannot be read ends nothing, and is reported.
    let uasc = "CHILD,DUC,UASC\nA,,0\nB,soon,1\nC,,1\nD,,0\n";
    fs::write(folder.path().join("returns/301/2011/uasc.csv"), uasc).unwrap();
    assert_eq!(unaccompanied(), ["Unaccompanied|0|2", "Not unaccompanied|1|2"]);
    let cleaning = rows(&folder.path().join("out/restricted/cleaning.csv"));
    let said: Vec<_> = cleaning.iter().map(|row| [row["rule"].as_str(), row["field"].as_str()]).collect();
    assert!(said.contains(&["date_unreadable_ignored", "DUC"]), "{said:?}");
    // A table of another year says nothing of this one.
    fs::create_dir_all(folder.path().join("returns/301/2010")).unwrap();
    let [from, to] = ["2011", "2010"].map(|year| folder.path().join(format!("returns/301/{year}/uasc.csv")));
    fs::rename(from, to).unwrap();
    assert_eq!(unaccompanied(), ["Not known|1|4"]);
}

#[test]
fn a_column_of_too_many_texts_groups_nobody_and_one_named_as_a_dimension_is_told_apart() {
    let folder = with_return();
    let place = folder.path().join("returns/301/2011/header.csv");
    let rows: String = (0..501).map(|child| format!("X{child},1,01/01/2001,WBRI,remark {child}\n")).collect();
    fs::write(&place, format!("CHILD,SEX,DOB,ETHNIC,NOTE\n{rows}")).unwrap();
    let arguments = "run returns --as-at 2011-03-31 --no-charts --disclosure none --out out --own-columns NOTE,SEX";
    let (_, error) = said(stocktake(folder.path()).args(arguments.split(' ')), 0);
    assert!(error.contains("the column NOTE has more than 500 different texts"), "{error}");
    let dimensions: BTreeSet<String> = groups(folder.path(), "62").into_keys().collect();
    assert!(!dimensions.contains("note"), "{dimensions:?}");
    assert!(dimensions.contains("sex") && dimensions.contains("own_sex"), "{dimensions:?}");
}

#[test]
fn a_care_leaver_is_put_into_the_groups_of_the_birthday() {
    let folder = with_return();
    let place = folder.path().join("returns/301");
    fs::create_dir_all(place.join("2008")).unwrap();
    // In care on 1 April 2008, aged sixteen; nineteen on 4 May 2010, when care has ended.
    let header = "CHILD,SEX,DOB,ETHNIC\nE,1,04/05/1991,WBRI\n";
    let episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\nE,01/04/2007,S,C2,N1,Q2,04/05/2009,E7\n";
    for year in ["2008", "2009", "2010"] {
        fs::create_dir_all(place.join(year)).unwrap();
        fs::write(place.join(year).join("header.csv"), header).unwrap();
        fs::write(place.join(year).join("episodes.csv"), episodes).unwrap();
    }
    fs::write(place.join("2011/oc3.csv"), "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nE,04/05/1991,YES,F2,B1\n").unwrap();
    run(folder.path(), "");
    let groups = groups(folder.path(), "148");
    assert_eq!(groups["sex"], ["Boys|1|1"]);
    assert_eq!(groups["age"], ["16 and over|1|1"]);
    assert_eq!(groups["placement"], ["Not looked after|1|1"]);
    assert_eq!(groups["years_in_care"], ["Not looked after|1|1"]);
}

#[test]
fn a_group_is_set_beside_all_others_of_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let data = data().display().to_string();
    let arguments = ["run", &data, "--as-at", "2011-03-31", "--no-charts", "--disclosure", "none", "--out", "out"];
    said(stocktake(folder.path()).args(arguments), 0);
    let all = rows(&folder.path().join("out/restricted/breakdowns.csv"));
    let number = |row: &BTreeMap<String, String>, column: &str| row[column].parse::<f64>().unwrap();
    let of =
        |row: &&BTreeMap<String, String>| row["code"] == "996" && row["indicator"] == "62" && row["dimension"] == "sex";
    let sexes: Vec<_> = all.iter().filter(of).collect();
    let [boys, girls] = sexes[..] else { panic!("{sexes:?}") };
    // Of two groups, each is all others of the other.
    let share = |row| 100.0 * number(row, "numerator") / number(row, "denominator");
    assert!((number(boys, "difference") - (share(boys) - share(girls))).abs() < 0.051);
    assert!((number(boys, "difference") + number(girls, "difference")).abs() < 1e-9);
    assert!((number(boys, "difference_lower_95") + number(girls, "difference_upper_95")).abs() < 1e-9);
    assert_eq!(boys["more_than_chance"], girls["more_than_chance"]);
    assert!(number(boys, "lower_95") <= share(boys) && share(boys) <= number(boys, "upper_95"));
}

/// Of every place, indicator and dimension the groups add up to the figure.
#[test]
fn groups_add_up_to_the_figure() {
    let folder = tempfile::tempdir().unwrap();
    let data = data().display().to_string();
    let arguments = ["run", &data, "--as-at", "2010-12-31", "--no-charts", "--disclosure", "none", "--out", "out"];
    said(stocktake(folder.path()).args(arguments), 0);
    let mut sums = BTreeMap::<[String; 4], [u64; 2]>::new();
    for row in rows(&folder.path().join("out/restricted/breakdowns.csv")) {
        let key = ["geographic_level", "code", "indicator", "dimension"].map(|column| row[column].clone());
        let sum = sums.entry(key).or_default();
        for (sum, column) in sum.iter_mut().zip(["numerator", "denominator"]) {
            *sum += row[column].parse::<u64>().unwrap();
        }
    }
    let dimensions: BTreeSet<&String> = sums.keys().map(|[.., dimension]| dimension).collect();
    assert_eq!(dimensions.len(), 9);
    let mut compared = 0;
    for row in rows(&folder.path().join("out/restricted/indicators.csv")).iter().filter(|row| row["status"] == "ok") {
        for dimension in &dimensions {
            let [level, code, indicator] = ["geographic_level", "code", "indicator"].map(|column| row[column].clone());
            let sum = sums[&[level, code, indicator, (*dimension).clone()]].map(|sum| sum.to_string());
            assert_eq!(sum, ["numerator", "denominator"].map(|column| row[column].clone()), "{row:?}");
            compared += 1;
        }
    }
    assert!(compared > 300, "{compared}");
}
