//! publish/breakdowns.csv: the figures of groups as anybody may read them. Written from what is protected, and read back.

use super::error::NotAsWritten;
use super::table::{COLUMNS, figure, row};
use super::{PrintedFigure, PrintedGroup, PrintedTable};
use crate::level::Level;
use crate::output::rows::{Rows, as_before};
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::timeframe::Timeframe;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// The columns after those of publish/indicators.csv.
const GROUP: [&str; 2] = ["dimension", "group"];

/// Writes the table: for each figure of all children its groups, of each indicator the same at every place; or of no place.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write<'a>(
    timeframe: &Timeframe,
    groups: impl Iterator<Item = &'a PrintedFigure>,
    indicators: &[IndicatorSeed],
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS.iter().chain(&GROUP))?;
    for figure in groups {
        if let (Some(seed), Some(PrintedGroup { dimension, name })) =
            (find(indicators, figure.indicator), &figure.group)
        {
            rows.write_record(row(timeframe, figure, seed).iter().chain([dimension, name]))?;
        }
    }
    rows.flush()
}

/// Reads the groups of the figures of a table.
///
/// # Errors
/// What is wrong with them, with the line where it is of one.
pub(crate) fn read(bytes: &[u8], table: &PrintedTable) -> Result<Vec<PrintedFigure>, NotAsWritten> {
    let mut reader = csv::Reader::from_reader(bytes);
    if !reader.headers()?.iter().eq(COLUMNS.iter().chain(&GROUP).copied()) {
        return Err("line 1 has other columns than this program writes".to_owned().into());
    }
    let mut groups = Vec::new();
    for record in reader.records() {
        let record = record?;
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |place: usize| record.get(place).unwrap_or_default();
        let cells = std::array::from_fn(cell);
        let (timeframe, figure) = figure(cells).map_err(|problem| format!("line {line}: {problem}"))?;
        if timeframe != table.timeframe {
            return Err(format!("line {line} is of another day than the figures of all children").into());
        }
        let [dimension, name] = [COLUMNS.len(), COLUMNS.len() + 1].map(|place| as_before(cell(place)).to_owned());
        groups.push(PrintedFigure { group: Some(PrintedGroup { dimension, name }), ..figure });
    }
    let places = groups.chunk_by(|one, other| key(one) == key(other));
    let told: BTreeSet<u16> = groups.iter().map(|group| group.indicator).collect();
    let of_all = table.figures.iter().filter(|figure| figure.is_available() && told.contains(&figure.indicator));
    if !places.clone().map(|groups| key(&groups[0])).eq(of_all.map(key)) {
        return Err("the places and indicators are not those that have figures, in their order".to_owned().into());
    }
    let names = |groups: &[PrintedFigure]| groups.iter().map(|figure| figure.group.clone()).collect::<Vec<_>>();
    let mut of_indicator = BTreeMap::new();
    for groups in places {
        let names = names(groups);
        let once: BTreeSet<_> = names.iter().collect();
        let is_once = once.len() == names.len();
        if !is_once || *of_indicator.entry(groups[0].indicator).or_insert_with(|| names.clone()) != names {
            return Err("the groups of an indicator are not the same everywhere, or stand twice".to_owned().into());
        }
    }
    Ok(groups)
}

fn key(figure: &PrintedFigure) -> (Level, &str, u16) {
    (figure.level, &figure.code, figure.indicator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::printed::{Numbers, Printed};
    use crate::seeds::Seeds;
    use crate::timeframe::Basis;
    use crate::unit::Unit;
    use crate::verdict::Reliance;

    fn made(code: &str, group: Option<[&str; 2]>) -> PrintedFigure {
        PrintedFigure {
            level: Level::LocalAuthority,
            code: code.to_owned(),
            name: "Barnet".to_owned(),
            region: Some("E12000007".to_owned()),
            indicator: 62,
            group: group.map(|[dimension, name]| PrintedGroup { dimension: dimension.into(), name: name.into() }),
            unit: Unit::Percent,
            numbers: Numbers { denominator: Printed::Number(40), ..Numbers::all(Printed::Confidential) },
            behind: None,
            cover_too_short: false,
            left_open: false,
            reliance: Reliance::Usable,
        }
    }

    #[test]
    fn what_is_written_is_read_back_and_nothing_else_is() {
        let timeframe = Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap();
        let not_there = PrintedFigure { numbers: Numbers::all(Printed::NotAvailable), ..made("303", None) };
        let figures = vec![made("301", None), made("302", None), not_there];
        let table = PrintedTable { timeframe, same_children: Vec::new(), figures };
        let both = |code| ["Boys", "Girls"].map(|name| made(code, Some(["sex", name])));
        let groups = [both("301"), both("302")].concat();
        let indicators = Seeds::built_in().unwrap().indicators;
        let written = |groups: &[PrintedFigure]| {
            let mut bytes = Vec::new();
            write(&timeframe, groups.iter(), &indicators, &mut bytes).unwrap();
            bytes
        };
        assert_eq!(read(&written(&groups), &table).unwrap(), groups);
        type Damage = fn(&mut Vec<PrintedFigure>);
        let damaged = |damage: Damage| {
            let mut groups = groups.clone();
            damage(&mut groups);
            read(&written(&groups), &table).unwrap_err().to_string()
        };
        let damages: [(Damage, &str); 5] = [
            (|groups| groups.truncate(2), "are not those that have figures"),
            (|groups| groups.swap(1, 2), "are not those that have figures"),
            (|groups| groups.swap(2, 3), "not the same everywhere"),
            (|groups| drop(groups.pop()), "not the same everywhere"),
            (|groups| groups[1].group = groups[0].group.clone(), "not the same everywhere"),
        ];
        for (damage, said) in damages {
            let error = damaged(damage);
            assert!(error.contains(said), "{error}");
        }
        let other_day = String::from_utf8(written(&groups)).unwrap().replace("2011-03-31", "2010-03-31");
        assert!(read(other_day.as_bytes(), &table).unwrap_err().to_string().contains("another day"));
        assert!(read(b"as_at,dimension\n", &table).unwrap_err().to_string().contains("other columns"));
    }
}
