//! Made-up tables of printed figures, and the pairs that are written of them.

use super::pair::{Pair, Sheet};
use stocktake::day::Day;
use stocktake::figures::Behind;
use stocktake::level::Level;
use stocktake::printed::{Numbers, Printed, PrintedFigure, PrintedTable};
use stocktake::seeds::Seeds;
use stocktake::seeds::authorities::{Authorities, ENGLAND_CODE, ENGLAND_NAME};
use stocktake::seeds::indicators::IndicatorSeed;
use stocktake::tidy::{DATA, METADATA, TidyData};
use stocktake::timeframe::{Basis, Timeframe, read_as_at};
use stocktake::unit::Unit;
use stocktake::verdict::Reliance;

/// A place that has figures: level, code, name, and the region of an authority.
#[derive(Debug, Clone)]
pub struct Place {
    pub level: Level,
    pub code: String,
    pub name: String,
    pub region: Option<String>,
}

/// England, the regions and the authorities of a list that are wanted, as they were on a day.
pub fn places(authorities: &Authorities, as_at: Day, is_wanted: impl Fn(&str) -> bool) -> Vec<Place> {
    let place = |level, code: &str, name: &str, region: Option<&str>| Place {
        level,
        code: code.to_owned(),
        name: name.to_owned(),
        region: region.map(str::to_owned),
    };
    let england = place(Level::National, ENGLAND_CODE, ENGLAND_NAME, None);
    let regions = authorities.regions().into_iter().map(|(code, name)| place(Level::Regional, code, name, None));
    let there = authorities.iter().map(|(_, authority)| authority).filter(|authority| authority.existed_on(as_at));
    let local = there.map(|known| place(Level::LocalAuthority, &known.code, &known.name, Some(&known.region_code)));
    [england].into_iter().chain(regions).chain(local).filter(|place| is_wanted(&place.code)).collect()
}

/// A table of the ten indicators of places; where no number is given, there is no figure.
pub fn table(
    timeframe: Timeframe,
    places: &[Place],
    numbers: impl Fn(usize, &IndicatorSeed) -> Option<Numbers>,
) -> PrintedTable {
    let indicators = Seeds::built_in().unwrap().indicators;
    let mut figures = Vec::new();
    for (at, place) in places.iter().enumerate() {
        for seed in &indicators {
            let Some(numbers) = numbers(at, seed) else { continue };
            figures.push(PrintedFigure {
                level: place.level,
                code: place.code.clone(),
                name: place.name.clone(),
                region: place.region.clone(),
                indicator: seed.number,
                group: None,
                unit: seed.unit,
                numbers,
                behind: (place.level != Level::LocalAuthority).then_some(Behind { available: 1, listed: 2 }),
                cover_too_short: false,
                left_open: false,
                reliance: Reliance::Usable,
            });
        }
    }
    PrintedTable { timeframe, same_children: vec![[99, 100]], figures }
}

/// The text of both files.
pub fn texts(tables: &[&PrintedTable], authorities: &Authorities) -> (String, String) {
    let indicators = Seeds::built_in().unwrap().indicators;
    let tidy = TidyData::of(tables, &indicators, authorities).unwrap();
    let (mut data, mut meta) = (Vec::new(), Vec::new());
    tidy.write_data(&mut data).unwrap();
    tidy.write_metadata(&mut meta).unwrap();
    (String::from_utf8(data).unwrap(), String::from_utf8(meta).unwrap())
}

/// Both files, read back.
pub fn pair(tables: &[&PrintedTable], authorities: &Authorities) -> Pair {
    let (data, meta) = texts(tables, authorities);
    Pair {
        data_name: DATA.to_owned(),
        meta_name: METADATA.to_owned(),
        data: Sheet::read(data.as_bytes()),
        meta: Sheet::read(meta.as_bytes()),
        authorities: authorities.clone(),
        dictionary: dictionary(),
    }
}

/// Every column of indicators that this project means to write.
fn dictionary() -> Vec<String> {
    let of_percentages =
        ["numerator_count", "denominator_count", "percent", "percent_lower", "percent_upper", "caution_level"];
    let of_score =
        ["denominator_count", "score_average", "score_average_lower", "score_average_upper", "caution_level"];
    let percentages = [61, 62, 63, 66, 99, 100, 101, 147, 148];
    let columns = percentages.iter().flat_map(|number| of_percentages.map(|ending| format!("ni_{number}_{ending}")));
    of_score.iter().map(|ending| format!("ni_58_{ending}")).chain(columns).collect()
}

fn at(text: &str, basis: Basis) -> Timeframe {
    Timeframe::new(read_as_at(text).unwrap(), basis).unwrap()
}

/// Numbers that differ from place to place.
fn open(at: usize, seed: &IndicatorSeed) -> Option<Numbers> {
    let of_place = i64::try_from(at).unwrap() + i64::from(seed.number);
    let count = if seed.unit == Unit::Score { Printed::NotApplicable } else { Printed::Number(of_place) };
    let number = |more: i64| Printed::Number(of_place + more);
    Some(Numbers { numerator: count, denominator: number(900), value: number(3), lower: number(-7), upper: number(20) })
}

/// Numbers hidden in part, or wholly, or too small to be shown.
fn hidden(at: usize, seed: &IndicatorSeed) -> Option<Numbers> {
    let numbers = open(at, seed)?;
    let c = Printed::Confidential;
    Some(match at % 3 {
        0 => Numbers { value: Printed::RoundsToNought, ..numbers },
        1 => Numbers { denominator: numbers.denominator, ..Numbers::all(c) },
        _ => Numbers::all(c),
    })
}

/// Nothing to count, nothing known, or nothing at all.
fn lacking(at: usize, seed: &IndicatorSeed) -> Option<Numbers> {
    let nought = Printed::Number(0);
    match (at + usize::from(seed.number)) % 3 {
        0 => Some(Numbers { numerator: nought, denominator: nought, ..Numbers::all(Printed::NotApplicable) }),
        1 => Some(Numbers::all(Printed::NotAvailable)),
        _ => None,
    }
}

/// Bedfordshire ended on 31 March 2009, and Bedford began.
fn tables_of_several_years(authorities: &Authorities) -> Vec<PrintedTable> {
    let wanted = ["E92000001", "E12000001", "E12000006", "E12000009", "801", "820", "822", "840"];
    let of_year = |year: i32| {
        let as_at = Day::thirty_first_of_march(year);
        let places = places(authorities, as_at, |code| wanted.contains(&code));
        table(at(&as_at.to_string(), Basis::Rolling), &places, if year == 2010 { hidden } else { open })
    };
    [2011, 2010, 2009].into_iter().map(of_year).collect()
}

/// A pair of three years, with a county, a city whose name has a comma, and one authority that gave way to another.
pub fn several_years() -> Pair {
    let authorities = Seeds::built_in().unwrap().authorities;
    let tables = tables_of_several_years(&authorities);
    pair(&tables.iter().collect::<Vec<_>>(), &authorities)
}

/// The text of the same.
pub fn texts_of_several_years() -> (String, String) {
    let authorities = Seeds::built_in().unwrap().authorities;
    let tables = tables_of_several_years(&authorities);
    texts(&tables.iter().collect::<Vec<_>>(), &authorities)
}

/// A pair of one day, of England and an authority.
pub fn of_day(timeframe: Timeframe) -> Pair {
    let authorities = Seeds::built_in().unwrap().authorities;
    let places = places(&authorities, timeframe.as_at, |code| ["E92000001", "E12000007", "302"].contains(&code));
    pair(&[&table(timeframe, &places, open)], &authorities)
}

/// Authorities whose names a file may stumble over.
pub fn odd_names() -> Authorities {
    let list = "old_la_code,new_la_code,la_name,region_code,region_name\n\
                991,E99000001,\"Ash, Oak and \"\"Elm\"\"\",E12000091,Ynys Môn\n\
                992,E99000002,=SUM(A1),E12000091,Ynys Môn\n\
                993,E99000003,@Südmark,E12000092,\"-Down, Upper\"\n";
    Authorities::read("mine.csv", list.as_bytes()).unwrap()
}

/// Pairs of every kind that a run can write.
pub fn made_up() -> Vec<(&'static str, Pair)> {
    let authorities = Seeds::built_in().unwrap().authorities;
    let made_up = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/authorities.csv");
    let made_up = Authorities::from_file(&made_up).unwrap();
    let year_end = at("2011-03-31", Basis::Rolling);
    let one = |list: &Authorities, timeframe: Timeframe, is_wanted: &dyn Fn(&str) -> bool, numbers: Filled| {
        let places = places(list, timeframe.as_at, is_wanted);
        pair(&[&table(timeframe, &places, numbers)], list)
    };
    let all = |_: &str| true;
    let mut warned = table(year_end, &places(&authorities, year_end.as_at, all), hidden);
    for (at, figure) in warned.figures.iter_mut().enumerate().filter(|(_, figure)| figure.is_shown()) {
        figure.reliance = [Reliance::Usable, Reliance::WithCare, Reliance::NotUsable][at % 3];
    }
    vec![
        ("with levels of caution", pair(&[&warned], &authorities)),
        ("the nation", one(&authorities, year_end, &all, open)),
        ("one authority", one(&authorities, year_end, &|code| code == "302", open)),
        ("a quarter, rolling", one(&authorities, at("2010-12-31", Basis::Rolling), &all, open)),
        ("a quarter since April", one(&authorities, at("2010-06-30", Basis::YearToDate), &all, hidden)),
        ("several years", several_years()),
        ("hidden", one(&authorities, year_end, &all, hidden)),
        ("not available", one(&authorities, year_end, &all, lacking)),
        ("made-up authorities", one(&made_up, year_end, &all, open)),
        ("odd names", one(&odd_names(), year_end, &all, open)),
    ]
}

/// How a table is filled.
type Filled = fn(usize, &IndicatorSeed) -> Option<Numbers>;
