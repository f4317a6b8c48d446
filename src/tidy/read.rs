//! The data file read back as a stranger would: every number that it states, and nothing that it would not write.

use super::column::{self, Column};
use super::data::text;
use super::{heading, time};
use crate::day::Day;
use crate::figures::Level;
use crate::publish::{Numbers, Printed, PrintedFigure, PrintedTable, SYMBOLS};
use crate::seeds::authorities::{ENGLAND_CODE, ENGLAND_NAME};
use crate::seeds::indicators::IndicatorSeed;
use crate::timeframe::Timeframe;

/// The tables of a data file, the latest first, with a figure for every place and indicator. `latest` says which day
/// of the year and which basis it is of, which the data does not; who stands behind a region is not in it.
///
/// # Errors
/// What is wrong with it, with the line.
pub fn tables(bytes: &[u8], indicators: &[IndicatorSeed], latest: &Timeframe) -> Result<Vec<PrintedTable>, String> {
    let columns = column::list(indicators, latest);
    let mut reader = csv::Reader::from_reader(bytes);
    let headers = reader.headers().map_err(|error| error.to_string())?;
    if !headers.iter().eq(heading(&columns)) {
        return Err("line 1 does not name the columns that this program writes".to_owned());
    }
    let mut tables: Vec<PrintedTable> = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells: Vec<&str> = record.iter().collect();
        let at_line = |problem: String| format!("line {line}: {problem}");
        let timeframe = timeframe(&cells, latest).map_err(at_line)?;
        let figures = figures(&cells, &columns, indicators).map_err(at_line)?;
        match tables.last_mut().filter(|table| table.timeframe == timeframe) {
            Some(table) => table.figures.extend(figures),
            None => tables.push(PrintedTable { timeframe, same_children: Vec::new(), figures }),
        }
    }
    Ok(tables)
}

fn wrong(cell: &str) -> String {
    format!("'{cell}' is not what this program writes there")
}

fn timeframe(cells: &[&str], latest: &Timeframe) -> Result<Timeframe, String> {
    let [period, identifier, ..] = cells else { return Err(wrong("")) };
    let (_, month, day) = latest.as_at.ymd();
    let as_at = period.parse().ok().and_then(|year| Day::from_ymd(year, month, day)).ok_or_else(|| wrong(period))?;
    let timeframe = Timeframe::new(as_at, latest.basis).map_err(|error| error.to_string())?;
    if time::cells(&timeframe) == [*period, *identifier] { Ok(timeframe) } else { Err(wrong(identifier)) }
}

/// The figures of a row, in order of indicator.
fn figures(cells: &[&str], columns: &[Column], indicators: &[IndicatorSeed]) -> Result<Vec<PrintedFigure>, String> {
    let [_, _, level, country_code, country_name, of_place @ ..] = cells else { return Err(wrong("")) };
    let [region_code, region_name, old_code, new_code, la_name, numbers @ ..] = of_place else {
        return Err(wrong(""));
    };
    if [*country_code, *country_name] != [ENGLAND_CODE, ENGLAND_NAME] {
        return Err(wrong(country_name));
    }
    let level = Level::named(level).ok_or_else(|| wrong(level))?;
    let (code, name, below) = match level {
        Level::National => (country_code, country_name, vec![region_code, region_name, old_code, new_code, la_name]),
        Level::Regional => (region_code, region_name, vec![old_code, new_code, la_name]),
        Level::LocalAuthority => (old_code, la_name, Vec::new()),
    };
    if let Some(filled) = below.into_iter().find(|cell| !cell.is_empty()) {
        return Err(wrong(filled));
    }
    let mut figures = Vec::new();
    for seed in indicators {
        let mut of_figure = Numbers::all(Printed::NotApplicable);
        for (column, cell) in columns.iter().zip(numbers).filter(|(column, _)| column.indicator == seed.number) {
            of_figure = column.measure.set(printed(cell, column.measure.decimals())?, of_figure);
        }
        figures.push(PrintedFigure {
            level,
            code: (*code).to_owned(),
            name: (*name).to_owned(),
            region: (level == Level::LocalAuthority).then(|| (*region_code).to_owned()),
            indicator: seed.number,
            unit: seed.unit,
            numbers: of_figure,
            behind: None,
        });
    }
    Ok(figures)
}

/// The number of a cell, where it is written as this program writes it.
fn printed(cell: &str, decimals: u8) -> Result<Printed, String> {
    if let Some((symbol, ..)) = SYMBOLS.iter().find(|(_, letter, _)| *letter == cell) {
        return Ok(*symbol);
    }
    let number = cell.replace('.', "").parse().map(Printed::Number).map_err(|_| wrong(cell))?;
    if text(number, decimals) == cell { Ok(number) } else { Err(wrong(cell)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;
    use crate::timeframe::Basis;
    use Printed::{Confidential, NotApplicable, Number};

    const ROWS: &str = "\
2011,Reporting year,National,E92000001,England,,,,,,c,c,c,c,30
2011,Reporting year,Local authority,E92000001,England,E12000091,North,991,E99000001,\"Ash, old\",12.5,2.2,47.1,1,8
2010,Reporting year,National,E92000001,England,,,,,,z,z,z,0,0
";

    fn read(rows: &str) -> Result<Vec<PrintedTable>, String> {
        let mut seeds = Seeds::built_in().unwrap().indicators;
        seeds.retain(|seed| seed.number == 62);
        let latest = Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap();
        let columns = column::list(&seeds, &latest);
        let names: Vec<&str> = heading(&columns).collect();
        tables(format!("{}\n{rows}", names.join(",")).as_bytes(), &seeds, &latest)
    }

    #[test]
    fn every_number_is_read_back_with_its_place_and_year() {
        let tables = read(ROWS).unwrap();
        let said = tables.iter().flat_map(|table| {
            let year = table.timeframe.as_at.ymd().0;
            table.figures.iter().map(move |figure| (year, figure.code.as_str(), figure.numbers.list()))
        });
        let c = Confidential;
        assert_eq!(
            said.collect::<Vec<_>>(),
            [
                (2011, "E92000001", [c, Number(30), c, c, c]),
                (2011, "991", [Number(1), Number(8), Number(125), Number(22), Number(471)]),
                (2010, "E92000001", [Number(0), Number(0), NotApplicable, NotApplicable, NotApplicable]),
            ]
        );
        assert_eq!(tables[0].figures[1].name, "Ash, old");
        assert_eq!(tables[0].figures[1].region.as_deref(), Some("E12000091"));
    }

    #[test]
    fn what_it_would_not_write_is_refused_with_its_line() {
        for (from, to, said) in [
            ("2011,Reporting year,National", "2011,Calendar year,National", "line 2: 'Calendar year'"),
            ("2010,Reporting", "02010,Reporting", "line 4: 'Reporting year'"),
            ("England,,,", "England,E12000091,,", "line 2: 'E12000091'"),
            ("England,E12000091", "Wales,E12000091", "line 3: 'Wales'"),
            ("Local authority", "Ward", "line 3: 'Ward'"),
            ("c,c,c,c,30", "c,c,c,[c],30", "line 2: '[c]'"),
            ("c,c,c,c,30", "c,c,c,,30", "line 2: ''"),
            ("47.1,1,8", "47.1,1.0,8", "line 3: '1.0'"),
            ("47.1", "47.10", "line 3: '47.10'"),
            ("12.5", "125", "line 3: '125'"),
        ] {
            let rows = ROWS.replacen(from, to, 1);
            assert_ne!(rows, ROWS, "{from}");
            let problem = read(&rows).unwrap_err();
            assert!(problem.starts_with(said), "{problem}");
        }
        assert!(read(&ROWS.replacen(",30", ",30,31", 1)).is_err(), "a cell too many");
    }
}
