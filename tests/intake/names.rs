//! The authority and year that only the name of a file tells, through the built program.

use super::{REVIEWS, with_files};
use crate::folder::{rows, said, stocktake};

#[test]
fn a_name_tells_what_nothing_else_does_and_that_is_said() {
    let folder = with_files(&[
        ("302_reviews_2011.csv", REVIEWS),
        ("Brent/LAC Reviews 2010-11 (final v2).csv", REVIEWS),
        ("2011/Camden.csv", REVIEWS),
        ("export 15-04-2011 Croydon.csv", REVIEWS),
        ("Barnet and Brent 2011.csv", REVIEWS),
        ("2010 of columns.csv", "LA,YEAR,CHILD,REVIEW\n305,2011,A,01/06/2010\n"),
    ]);
    let (_, error) = said(stocktake(folder.path()).args(["intake", "returns", "--out", "i.csv"]), 0);
    let lines = rows(&folder.path().join("i.csv"));
    let of = |name: &str| {
        let line = lines.iter().find(|line| line["file"] == format!("returns/{name}")).unwrap();
        ["la_code", "year", "outcome", "recognised"].map(|column| line[column].clone())
    };
    let (authority, year) = ("authority 302 from the file's name", "year 2011 from the file's name");
    assert_eq!(of("302_reviews_2011.csv"), ["302", "2011", "read", &format!("{authority}; {year}")]);
    assert_eq!(of("Brent/LAC Reviews 2010-11 (final v2).csv"), ["304", "2011", "read", year]);
    assert_eq!(of("2011/Camden.csv"), ["202", "2011", "read", "authority 202 from the file's name"]);
    assert_eq!(of("2010 of columns.csv"), ["305", "2011", "read", ""]);
    let [code, told, outcome, _] = of("export 15-04-2011 Croydon.csv");
    assert_eq!([&*code, &*told, &*outcome], ["306", "", "refused"], "a day of export is no year");
    let [code, told, outcome, _] = of("Barnet and Brent 2011.csv");
    assert_eq!([&*code, &*told, &*outcome], ["", "2011", "refused"], "two authorities are none");
    for words in [
        "returns/2011/Camden.csv and 1 more file: the authority is taken from the name of the file",
        "returns/302_reviews_2011.csv and 1 more file: the year is taken from the name of the file",
    ] {
        assert!(error.contains(words), "{words}: {error}");
    }
}
