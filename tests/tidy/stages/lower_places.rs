//! Places that these figures are never of. The screener looks their codes and names up; here, that their columns are
//! absent is the whole of the check.

use crate::tidy::check::{Fail, Found, Warning, none};
use crate::tidy::pair::Pair;
use crate::tidy::standard::{IGNORED_LEVELS, level};

/// The columns of a level that are there.
fn absent(pair: &Pair, name: &str) -> Found {
    none(Fail, level(name).unwrap().iter().filter(|column| pair.data.has(column)))
}

pub fn check_geog_ward_combos(pair: &Pair) -> Found {
    absent(pair, "Ward")
}

pub fn check_geog_pcon_combos(pair: &Pair) -> Found {
    absent(pair, "Parliamentary constituency")
}

pub fn check_geog_lad_combos(pair: &Pair) -> Found {
    absent(pair, "Local authority district")
}

pub fn check_geog_lep_combos(pair: &Pair) -> Found {
    absent(pair, "Local enterprise partnership")
}

pub fn check_geog_lsip_combos(pair: &Pair) -> Found {
    absent(pair, "Local skills improvement plan area")
}

pub fn check_geog_eda_combos(pair: &Pair) -> Found {
    absent(pair, "English devolved area")
}

/// No row is of a level that tables are not made of.
pub fn check_geog_ignored_rows(pair: &Pair) -> Found {
    none(Fail, pair.data.column("geographic_level").filter(|name| IGNORED_LEVELS.contains(name)))
}

pub fn check_geog_region_for_lad(pair: &Pair) -> Found {
    let rows =
        pair.data.rows.iter().filter(|row| pair.data.cell(row, "geographic_level") == "Local authority district");
    let region = ["region_code", "region_name"];
    let lacking = rows.filter(|row| region.iter().any(|column| pair.data.cell(row, column).is_empty()));
    none(Warning, lacking.map(|row| pair.data.cell(row, "lad_name")))
}
