//! The tables that a run writes, read back into the types of their rows.

use crate::folder::{data, said, stocktake};
use serde::de::value::Error;
use serde::de::{DeserializeOwned, Deserializer, Visitor};
use serde::forward_to_deserialize_any;
use std::path::Path;
use stocktake::read_back::figure::FigureRow;
use stocktake::read_back::rows::{ChildRow, CleaningRow, ComparatorRow, TargetRow, YearRow};

/// Collects the names of the columns that a row asks for.
struct Columns<'names>(&'names mut Vec<&'static str>);

impl<'de> Deserializer<'de> for Columns<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(serde::de::Error::custom("not a row"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.extend(fields);
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

fn columns_of<R: DeserializeOwned>() -> Vec<&'static str> {
    let mut columns = Vec::new();
    assert!(R::deserialize(Columns(&mut columns)).is_err() && !columns.is_empty());
    columns
}

/// Reads every row of a table, which has every column that the row asks for.
fn read<R: DeserializeOwned>(path: &Path) -> Vec<R> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let header = reader.headers().unwrap().clone();
    for column in columns_of::<R>() {
        assert!(header.iter().any(|written| written == column), "{} has no column {column}", path.display());
    }
    reader.into_deserialize().map(|row| row.unwrap_or_else(|error| panic!("{}: {error}", path.display()))).collect()
}

#[test]
fn every_column_that_is_read_is_one_that_a_run_writes() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--as-at", "2011-03-31", "--out", "r", "--no-charts", "--quiet"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(arguments), 0);
    let table = |name: &str| folder.path().join("r/restricted").join(name);
    let figures = read::<FigureRow>(&table("indicators.csv"));
    assert_eq!(figures.len(), (6 + 2 + 1) * 10);
    assert!(!read::<ComparatorRow>(&table("comparators.csv")).is_empty());
    assert!(!read::<TargetRow>(&table("targets.csv")).is_empty());
    assert!(!read::<YearRow>(&table("years.csv")).is_empty());
    assert!(!read::<ChildRow>(&table("children.csv")).is_empty());
    assert!(!read::<CleaningRow>(&table("cleaning.csv")).is_empty());
}
