//! Whether places are what they are called; for those that these figures are never of, see `lower_places.rs`.

use super::lower_places::{
    check_geog_eda_combos, check_geog_ignored_rows, check_geog_lad_combos, check_geog_lep_combos,
    check_geog_lsip_combos, check_geog_pcon_combos, check_geog_region_for_lad, check_geog_ward_combos,
};
use crate::tidy::check::{Check, Fail, Found, Stage, Warning, none};
use crate::tidy::pair::Pair;
use crate::tidy::standard::{LEVELS, level};
use std::collections::{BTreeMap, BTreeSet};
use stocktake::output::rows::plain_in_spreadsheets;

pub const STAGE: Stage = Stage {
    name: "Check geography",
    checks: &[
        Check {
            name: "check_geog_country_combos",
            ask: check_geog_country_combos,
            breaks: &[
                (Fail, |pair| pair.data.set(0, "country_name", "United Kingdom")),
                (Fail, |pair| pair.data.set(3, "country_code", "E92000002")),
                (Fail, |pair| pair.data.set(3, "country_code", "")),
            ],
        },
        Check {
            name: "check_geog_region_combos",
            ask: check_geog_region_combos,
            breaks: &[
                (Fail, |pair| pair.data.set(1, "region_name", "Yorkshire and the Humber")),
                (Fail, |pair| pair.data.set(1, "region_code", "E12000010")),
            ],
        },
        Check {
            name: "check_geog_ward_combos",
            ask: check_geog_ward_combos,
            breaks: &[(Fail, |pair| pair.data.add("ward_code", ""))],
        },
        Check {
            name: "check_geog_pcon_combos",
            ask: check_geog_pcon_combos,
            breaks: &[(Fail, |pair| pair.data.add("pcon_name", "Barnet"))],
        },
        Check {
            name: "check_geog_lad_combos",
            ask: check_geog_lad_combos,
            breaks: &[(Fail, |pair| pair.data.add("lad_code", "E07000008"))],
        },
        Check {
            name: "check_geog_lep_combos",
            ask: check_geog_lep_combos,
            breaks: &[(Fail, |pair| pair.data.add("local_enterprise_partnership_name", "London"))],
        },
        Check {
            name: "check_geog_lsip_combos",
            ask: check_geog_lsip_combos,
            breaks: &[(Fail, |pair| pair.data.add("lsip_code", ""))],
        },
        Check {
            name: "check_geog_eda_combos",
            ask: check_geog_eda_combos,
            breaks: &[(Fail, |pair| pair.data.add("english_devolved_area_code", ""))],
        },
        Check {
            name: "check_geog_la_combos",
            ask: check_geog_la_combos,
            breaks: &[
                (Fail, |pair| of_durham(pair, "la_name", "Durham")),
                (Fail, |pair| of_durham(pair, "new_la_code", "E06000001")),
                (Fail, |pair| of_durham(pair, "new_la_code", "")),
                (Fail, |pair| of_durham(pair, "old_la_code", "841")),
            ],
        },
        Check {
            name: "check_geog_level_completed",
            ask: check_geog_level_completed,
            breaks: &[
                (Fail, |pair| of_durham(pair, "la_name", "")),
                (Fail, |pair| pair.data.set(1, "region_name", "")),
            ],
        },
        Check {
            name: "check_geog_ignored_rows",
            ask: check_geog_ignored_rows,
            breaks: &[(Fail, |pair| pair.data.set(0, "geographic_level", "Planning area"))],
        },
        Check {
            name: "check_geog_other_dupes",
            ask: check_geog_other_dupes,
            breaks: &[(Fail, |pair| of_durham(pair, "la_name", "Bristol, City of"))],
        },
        Check {
            name: "check_geog_la_col_present",
            ask: check_geog_la_col_present,
            breaks: &[(Fail, |pair| pair.data.remove("new_la_code")), (Fail, |pair| pair.data.remove("la_name"))],
        },
        Check {
            name: "check_geog_region_col_present",
            ask: check_geog_region_col_present,
            breaks: &[(Fail, |pair| pair.data.remove("region_name"))],
        },
        Check {
            name: "check_geog_region_for_la",
            ask: check_geog_region_for_la,
            breaks: &[
                (Warning, |pair| of_durham(pair, "region_code", "")),
                (Warning, |pair| of_durham(pair, "region_name", "")),
            ],
        },
        Check {
            name: "check_geog_region_for_lad",
            ask: check_geog_region_for_lad,
            breaks: &[(Warning, |pair| {
                of_durham(pair, "geographic_level", "Local authority district");
                of_durham(pair, "region_name", "");
            })],
        },
        Check {
            name: "check_geog_na",
            ask: check_geog_na,
            breaks: &[(Fail, |pair| of_durham(pair, "region_code", "x"))],
        },
        Check {
            name: "check_geog_na_code",
            ask: check_geog_na_code,
            breaks: &[(Fail, |pair| of_durham(pair, "region_name", "Not available"))],
        },
        Check {
            name: "check_geog_other_code_dupes",
            ask: check_geog_other_code_dupes,
            breaks: &[(Fail, |pair| pair.data.set(1, "region_name", "North"))],
        },
        Check {
            name: "check_geog_overcompleted_cols",
            ask: check_geog_overcompleted_cols,
            breaks: &[
                (Fail, |pair| pair.data.set(0, "region_name", "North East")),
                (Fail, |pair| pair.data.set(1, "la_name", "County Durham")),
            ],
        },
    ],
};

/// The codes and names of which one must not stand for two, in these figures and in those of the screener.
const CODES_AND_NAMES: [(&str, &str); 5] = [
    ("region_code", "region_name"),
    ("old_la_code", "la_name"),
    ("opportunity_area_code", "opportunity_area_name"),
    ("trust_id", "trust_name"),
    ("sponsor_id", "sponsor_name"),
];

/// Sets a cell in every row of County Durham's.
fn of_durham(pair: &mut Pair, column: &str, text: &str) {
    let is_durham = |(row, code): (usize, &str)| (code == "840").then_some(row);
    let rows: Vec<usize> = pair.data.column("old_la_code").enumerate().filter_map(is_durham).collect();
    assert!(!rows.is_empty());
    rows.into_iter().for_each(|row| pair.data.set(row, column, text));
}

/// The cells of a row.
fn cells<'pair, const N: usize>(pair: &'pair Pair, row: &'pair [String], columns: [&str; N]) -> [&'pair str; N] {
    columns.map(|column| pair.data.cell(row, column))
}

fn check_geog_country_combos(pair: &Pair) -> Found {
    let found = pair.data.rows.iter().map(|row| cells(pair, row, ["country_code", "country_name"]).join(" "));
    none(Fail, found.filter(|country| country != "E92000001 England"))
}

/// As the list of authorities has them.
fn check_geog_region_combos(pair: &Pair) -> Found {
    let known = pair.authorities.regions();
    let is_known = |[code, name]: [&str; 2]| {
        code.is_empty() && name.is_empty()
            || [code, name] == ["x", "Not available"]
            || known.get(code).is_some_and(|listed| plain_in_spreadsheets(listed) == name)
    };
    let found = pair.data.rows.iter().map(|row| cells(pair, row, ["region_code", "region_name"]));
    none(Fail, found.filter(|region| !is_known(*region)).map(|region| region.join(" ")))
}

/// As the list of authorities has them. The code of one that never had nine characters is not available, for the
/// screener refuses a blank that its own list does not have.
fn check_geog_la_combos(pair: &Pair) -> Found {
    let known: BTreeSet<[String; 3]> = pair
        .authorities
        .iter()
        .map(|(_, known)| {
            let new_code = if known.new_code.is_empty() { "x" } else { &known.new_code };
            [known.code.clone(), new_code.to_owned(), plain_in_spreadsheets(&known.name).into_owned()]
        })
        .collect();
    let found = pair.data.rows.iter().map(|row| cells(pair, row, ["old_la_code", "new_la_code", "la_name"]));
    let found = found.filter(|[code, ..]| !code.is_empty());
    none(Fail, found.filter(|cells| !known.contains(&cells.map(str::to_owned))).map(|cells| cells.join(" ")))
}

fn check_geog_level_completed(pair: &Pair) -> Found {
    let lacking = |row: &Vec<String>| {
        let columns = level(pair.data.cell(row, "geographic_level")).unwrap_or_default().iter();
        let needed = columns.filter(|column| **column != "new_la_code" && pair.data.has(column));
        needed.filter(|column| pair.data.cell(row, column).is_empty()).copied().collect::<Vec<_>>()
    };
    none(Fail, pair.data.rows.iter().flat_map(lacking))
}

/// Those with which two others go.
fn with_two<'pair>(pair: &'pair Pair, key: &str, with: &str) -> Vec<&'pair str> {
    let mut found = BTreeMap::<&str, BTreeSet<&str>>::new();
    for row in &pair.data.rows {
        let [key, with] = cells(pair, row, [key, with]);
        found.entry(key).or_default().insert(with);
    }
    found.into_iter().filter(|(key, with)| !key.is_empty() && with.len() > 1).map(|(key, _)| key).collect()
}

/// One name, one code.
fn check_geog_other_dupes(pair: &Pair) -> Found {
    none(Fail, CODES_AND_NAMES.into_iter().flat_map(|(code, name)| with_two(pair, name, code)))
}

/// One code, one name.
fn check_geog_other_code_dupes(pair: &Pair) -> Found {
    none(Fail, CODES_AND_NAMES.into_iter().flat_map(|(code, name)| with_two(pair, code, name)))
}

/// All or none.
fn partly_present(pair: &Pair, columns: &'static [&'static str]) -> Found {
    let (there, lacking): (Vec<&str>, Vec<&str>) = columns.iter().partition(|column| pair.data.has(column));
    none(Fail, lacking.into_iter().filter(|_| !there.is_empty()))
}

fn check_geog_la_col_present(pair: &Pair) -> Found {
    partly_present(pair, &["old_la_code", "new_la_code", "la_name"])
}

fn check_geog_region_col_present(pair: &Pair) -> Found {
    partly_present(pair, &["region_code", "region_name"])
}

fn check_geog_region_for_la(pair: &Pair) -> Found {
    let rows = pair.data.rows.iter().filter(|row| pair.data.cell(row, "geographic_level") == "Local authority");
    let lacking = rows.filter(|row| cells(pair, row, ["region_code", "region_name"]).contains(&""));
    none(Warning, lacking.map(|row| pair.data.cell(row, "la_name")))
}

fn check_geog_na(pair: &Pair) -> Found {
    let named = CODES_AND_NAMES.map(|columns| ("x", columns.0, "Not available", columns.1));
    none(Fail, named.into_iter().flat_map(|columns| one_without_the_other(pair, columns)))
}

fn check_geog_na_code(pair: &Pair) -> Found {
    let named = CODES_AND_NAMES.map(|columns| ("Not available", columns.1, "x", columns.0));
    none(Fail, named.into_iter().flat_map(|columns| one_without_the_other(pair, columns)))
}

/// What stands in a column where the text of another asks for something else.
fn one_without_the_other<'pair>(
    pair: &'pair Pair,
    (text, column, asks_for, of): (&str, &str, &str, &str),
) -> Vec<&'pair str> {
    let rows = pair.data.rows.iter().filter(|row| pair.data.cell(row, column) == text);
    rows.map(|row| pair.data.cell(row, of)).filter(|found| *found != asks_for).collect()
}

/// Nothing below a row's level; a region above an authority.
fn check_geog_overcompleted_cols(pair: &Pair) -> Found {
    let beyond = |row: &Vec<String>| {
        let of_row = pair.data.cell(row, "geographic_level");
        let may = |level: &str| {
            level == "National" || level == of_row || (level == "Regional" && of_row == "Local authority")
        };
        let others = LEVELS.iter().filter(|(level, _)| !may(level)).flat_map(|(_, columns)| columns.iter());
        others.filter(|column| !pair.data.cell(row, column).is_empty()).copied().collect::<Vec<_>>()
    };
    none(Fail, pair.data.rows.iter().flat_map(beyond))
}
