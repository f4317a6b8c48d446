//! A report that is in a folder already: whose it is and of which day, as its own table of figures tells.

use super::place;
use crate::contract::RESTRICTED;
use crate::day::Day;
use crate::level::Level;
use std::collections::BTreeMap;
use std::path::Path;

/// The tables of figures, of which every report has one: that of a day, or that over several.
const TABLES: [&str; 2] = ["indicators.csv", "series.csv"];

/// A report that is there.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct AlreadyThere {
    /// The day of its figures, the last of several.
    pub as_at: Day,
    /// Its authorities: their names by their codes.
    pub authorities: BTreeMap<String, String>,
}

impl AlreadyThere {
    /// Reads whose report a folder holds; none where it holds none with an authority, or nothing can be made of it.
    pub(crate) fn read(folder: &Path) -> Option<AlreadyThere> {
        TABLES.iter().find_map(|table| AlreadyThere::of_table(&folder.join(RESTRICTED).join(table)))
    }

    fn of_table(path: &Path) -> Option<AlreadyThere> {
        let mut reader = csv::Reader::from_path(path).ok()?;
        let headers = reader.headers().ok()?.clone();
        let column = |name: &str| headers.iter().position(|header| header == name);
        let [as_at, _, level, code, name, _] = place::COLUMNS.map(column);
        let [as_at, level, code, name] = [as_at?, level?, code?, name?];
        let (mut authorities, mut last) = (BTreeMap::new(), None);
        for row in reader.into_records() {
            let row = row.ok()?;
            if row.get(level).and_then(Level::named) == Some(Level::LocalAuthority) {
                last = last.max(Day::read(row.get(as_at)?.as_bytes()));
                authorities.insert(row.get(code)?.to_owned(), row.get(name)?.to_owned());
            }
        }
        Some(AlreadyThere { as_at: last?, authorities })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_report_tells_its_authorities_and_what_is_none_tells_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let table = folder.path().join(RESTRICTED).join("indicators.csv");
        fs::create_dir_all(table.parent().unwrap()).unwrap();
        assert_eq!(AlreadyThere::read(folder.path()), None);
        let rows = "2010-12-31,rolling,Part of National,E92000001,England,62\n\
                    2010-12-31,rolling,Local authority,302,Barnet,62\n2010-12-31,rolling,Local authority,302,Barnet,63\n";
        fs::write(&table, format!("{}\n{rows}", place::COLUMNS.join(","))).unwrap();
        let there = AlreadyThere::read(folder.path()).unwrap();
        assert_eq!(there.as_at.to_string(), "2010-12-31");
        assert_eq!(there.authorities, BTreeMap::from([("302".to_owned(), "Barnet".to_owned())]));
        for unreadable in ["", "code,name\n302,Barnet\n", "\u{1}\"", &rows[..40]] {
            fs::write(&table, unreadable).unwrap();
            assert_eq!(AlreadyThere::read(folder.path()), None, "{unreadable}");
        }
    }
}
