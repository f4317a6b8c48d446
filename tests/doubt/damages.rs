//! What case systems, spreadsheets and hands do to returns, each leaving a trace.

use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The tables of a return by year and name, each with its heading and its rows.
#[derive(Debug, Clone)]
pub struct Tables(BTreeMap<(i32, String), Vec<Vec<String>>>);

/// One way of damaging returns, on some of the rows it could be done to.
#[derive(Debug, Clone)]
pub struct Damage {
    kind: Kind,
    /// Of a hundred rows.
    share: u32,
    seed: u64,
}

impl Damage {
    /// Whether it bears on an indicator at all: an old extract says little of adoptions and of those who left since, and
    /// only the indicators that look at the last days of the window are held to say so.
    pub fn bears_on(&self, indicator: u16) -> bool {
        !matches!(self.kind, Kind::Stale(_)) || matches!(indicator, 62 | 66)
    }
}

/// What is done.
#[derive(Debug, Clone)]
enum Kind {
    /// A code is replaced by one that is on no list.
    Code(&'static str, &'static str),
    /// A date is written so that it cannot be read.
    Date(&'static str, &'static str),
    /// A column is written month first, where both are possible.
    MonthFirst(&'static str, &'static str),
    /// A cell is left blank.
    Blank(&'static str, &'static str),
    /// A row has a cell too many, from a place on.
    Comma(&'static str),
    /// The ids of a table are other than elsewhere.
    Ids(&'static str),
    /// A row stands twice, the second time with another value.
    Twice(&'static str, &'static str, &'static [&'static str]),
    /// An episode has its end a while later, so that it overlaps the next.
    LaterEnd,
    /// An episode is begun a day earlier, in the latest return alone.
    StartCorrected,
    /// An episode is left out of the latest return.
    LeftOut,
    /// Every row of a table is lost but its heading.
    HeadingAlone(&'static str),
    /// Only the latest returns are given.
    Returns(i32),
    /// Nothing that happened in the last days of the window is in the extract.
    Stale(i64),
}

/// Any damage.
pub fn damage() -> impl Strategy<Value = Damage> {
    use Kind::*;
    let of_codes = prop::sample::select(vec![
        ("episodes", "RNE"),
        ("episodes", "LS"),
        ("episodes", "PLACE"),
        ("episodes", "REC"),
        ("oc3", "IN_TOUCH"),
        ("oc3", "ACTIV"),
        ("oc3", "ACCOM"),
        ("attainment", "KS2_ENGLEV"),
        ("attainment", "KS4_LEVEL2_EM"),
    ]);
    let of_dates = prop::sample::select(vec![
        ("episodes", "DECOM"),
        ("episodes", "DEC"),
        ("header", "DOB"),
        ("reviews", "REVIEW"),
        ("ad1", "DATE_INT"),
    ]);
    let tables = || prop::sample::select(vec!["header", "episodes", "reviews", "oc2", "oc3", "ad1", "attainment"]);
    let twice = prop::sample::select(vec![
        ("oc2", "SDQ_SCORE", &["3", "39", ""][..]),
        ("oc3", "ACCOM", &["B2", "Z1", "X2"]),
        ("oc3", "ACTIV", &["F1", "N"]),
        ("header", "DOB", &["01/07/1999", "01/01/1992"]),
        ("episodes", "PLACE", &["A4", "T1", "K2"]),
        ("episodes", "RNE", &["S", "L"]),
    ]);
    let kind = prop_oneof![
        of_codes.prop_map(|(table, column)| Code(table, column)),
        of_dates.clone().prop_map(|(table, column)| Date(table, column)),
        of_dates.prop_map(|(table, column)| MonthFirst(table, column)),
        prop::sample::select(vec![
            ("episodes", "CHILD"),
            ("episodes", "DECOM"),
            ("episodes", "DEC"),
            ("episodes", "LS"),
            ("episodes", "PLACE"),
            ("header", "DOB"),
            ("header", "CHILD"),
            ("reviews", "REVIEW"),
            ("reviews", "CHILD"),
            ("oc2", "CHILD"),
            ("oc3", "CHILD"),
            ("attainment", "CHILD"),
            ("ad1", "CHILD"),
        ])
        .prop_map(|(table, column)| Blank(table, column)),
        tables().prop_map(Comma),
        tables().prop_map(Ids),
        twice.prop_map(|(table, column, values)| Twice(table, column, values)),
        Just(LaterEnd),
        Just(StartCorrected),
        Just(LeftOut),
        tables().prop_map(HeadingAlone),
        (2010..=2011).prop_map(Returns),
        (60i64..200).prop_map(Stale),
    ];
    let share = prop_oneof![Just(100), Just(1), 2u32..60];
    (kind, share, any::<u64>()).prop_map(|(kind, share, seed)| Damage { kind, share, seed })
}

/// Which rows are damaged.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn of_a_hundred(&mut self, share: u32) -> bool {
        self.next() % 100 < u64::from(share)
    }
}

impl Tables {
    /// The tables of an authority below a folder with a folder for each year.
    pub fn read(folder: &Path, authority: &str) -> Tables {
        let mut tables = BTreeMap::new();
        for entry in walkdir::WalkDir::new(folder) {
            let path = entry.unwrap().into_path();
            let parts: Vec<String> =
                path.strip_prefix(folder).unwrap().iter().map(|part| part.to_str().unwrap().to_owned()).collect();
            if let [year, place, file] = parts.as_slice()
                && place.starts_with(authority)
            {
                let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(&path).unwrap();
                let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
                let name = file.trim_end_matches(".csv").to_owned();
                tables.insert((year.parse().unwrap(), name), rows.collect::<Vec<Vec<String>>>());
            }
        }
        Tables(tables)
    }

    /// Writes them, a folder for each year.
    pub fn write(&self, folder: &Path) {
        for ((year, name), rows) in &self.0 {
            let folder = folder.join(year.to_string());
            std::fs::create_dir_all(&folder).unwrap();
            let text: String = rows.iter().map(|row| row.join(",") + "\n").collect();
            std::fs::write(folder.join(format!("{name}.csv")), text).unwrap();
        }
    }

    /// Takes lines out, each of a file as messages show it.
    pub fn remove_lines(&mut self, lines: impl Iterator<Item = (String, usize)>) {
        let mut lines: Vec<(String, usize)> = lines.collect();
        lines.sort_by_key(|(_, line)| std::cmp::Reverse(*line));
        lines.dedup();
        for ((year, name), rows) in &mut self.0 {
            let file = format!("{year}/{name}.csv");
            for (_, line) in lines.iter().filter(|(of, _)| of.ends_with(&file)) {
                rows.remove(line - 1);
            }
        }
    }

    /// Takes children out of every table.
    pub fn remove_children(&mut self, ids: &BTreeSet<String>) {
        for rows in self.0.values_mut() {
            let child = place(rows, "CHILD").unwrap();
            rows.retain(|row| !ids.contains(&row[child]));
        }
    }

    /// The tables of a name, each with its year.
    fn named<'tables>(
        &'tables mut self,
        name: &'tables str,
    ) -> impl Iterator<Item = (i32, &'tables mut Vec<Vec<String>>)> {
        self.0.iter_mut().filter(move |((_, of), _)| of == name).map(|((year, _), rows)| (*year, rows))
    }

    fn episodes_of_2011(&mut self) -> &mut Vec<Vec<String>> {
        self.0.entry((2011, "episodes".to_owned())).or_default()
    }

    /// The child and DECOM of every row that the return of 2010 has open.
    fn open_rows_of_2010(&self) -> BTreeSet<(String, String)> {
        let rows = &self.0[&(2010, "episodes".to_owned())];
        let [decom, dec] = ["DECOM", "DEC"].map(|column| place(rows, column).unwrap());
        let open = rows.iter().filter(|row| row[dec].is_empty());
        open.map(|row| (row[0].clone(), row[decom].clone())).collect()
    }

    /// Changes a column of a table's rows.
    fn change(&mut self, table: &str, column: &str, mut change: impl FnMut(&mut String)) {
        for (_, rows) in self.named(table) {
            let Some(place) = place(rows, column) else { continue };
            rows.iter_mut().skip(1).for_each(|row| change(&mut row[place]));
        }
    }
}

fn place(rows: &[Vec<String>], column: &str) -> Option<usize> {
    rows.first()?.iter().position(|of| of == column)
}

impl Damage {
    /// Does it.
    pub fn done_to(&self, tables: &mut Tables) {
        let mut chance = Chance(self.seed);
        let mut hit = || chance.of_a_hundred(self.share);
        match self.kind {
            Kind::Code(table, column) => tables.change(table, column, |cell| {
                if !cell.is_empty() && hit() {
                    *cell = format!("{cell}?");
                }
            }),
            Kind::Date(table, column) => tables.change(table, column, |cell| {
                if !cell.is_empty() && hit() {
                    *cell = format!("{}{}", &cell[..6], &cell[8..]);
                }
            }),
            Kind::MonthFirst(table, column) => tables.change(table, column, |cell| {
                if let [day, month, year] = cell.split('/').collect::<Vec<_>>()[..] {
                    *cell = format!("{month}/{day}/{year}");
                }
            }),
            Kind::Blank(table, column) => tables.change(table, column, |cell| {
                if hit() {
                    cell.clear();
                }
            }),
            Kind::Comma(table) => {
                let mut places = Chance(self.seed ^ 1);
                for (_, rows) in tables.named(table) {
                    for row in rows.iter_mut().skip(1).filter(|_| hit()) {
                        let place = 1 + places.next() as usize % row.len();
                        row.insert(place, " Flat 3".to_owned());
                    }
                }
            }
            Kind::Ids(table) => tables.change(table, "CHILD", |cell| {
                if hit() {
                    *cell = format!("00{cell}");
                }
            }),
            Kind::Twice(table, column, values) => {
                let mut values_of = Chance(self.seed ^ 1);
                for (_, rows) in tables.named(table) {
                    let Some(place) = place(rows, column) else { continue };
                    let again: Vec<Vec<String>> = rows.iter().skip(1).filter(|_| hit()).cloned().collect();
                    rows.extend(again.into_iter().map(|mut row| {
                        row[place] = values[values_of.next() as usize % values.len()].to_owned();
                        row
                    }));
                }
            }
            Kind::LaterEnd => {
                for (_, rows) in tables.named("episodes") {
                    let [decom, dec] = ["DECOM", "DEC"].map(|column| place(rows, column).unwrap());
                    let starts: BTreeSet<(String, String)> =
                        rows.iter().map(|row| (row[0].clone(), row[decom].clone())).collect();
                    for row in rows.iter_mut().skip(1) {
                        let day = stocktake::day::Day::read(row[dec].as_bytes());
                        let goes_on = starts.contains(&(row[0].clone(), row[dec].clone()));
                        if let Some(day) = day.filter(|_| goes_on && hit()) {
                            row[dec] = day.plus_days(40).slashed();
                        }
                    }
                }
            }
            Kind::StartCorrected => {
                let told = tables.open_rows_of_2010();
                let place = place(tables.episodes_of_2011(), "DECOM").unwrap();
                for row in tables.episodes_of_2011().iter_mut().skip(1) {
                    if told.contains(&(row[0].clone(), row[place].clone())) && hit() {
                        let day = stocktake::day::Day::read(row[place].as_bytes()).unwrap();
                        row[place] = day.plus_days(-1).slashed();
                    }
                }
            }
            Kind::LeftOut => {
                let told = tables.open_rows_of_2010();
                let place = place(tables.episodes_of_2011(), "DECOM").unwrap();
                let stays = |row: &Vec<String>| !told.contains(&(row[0].clone(), row[place].clone()));
                tables.episodes_of_2011().retain(|row| stays(row) || !hit());
            }
            Kind::HeadingAlone(table) => tables.named(table).for_each(|(_, rows)| rows.truncate(1)),
            Kind::Returns(first) => tables.0.retain(|(year, _), _| *year >= first),
            Kind::Stale(days) => {
                let end = stocktake::day::Day::thirty_first_of_march(2011).plus_days(-(days as i32));
                let late = |cell: &str| stocktake::day::Day::read(cell.as_bytes()).is_some_and(|day| day > end);
                for (column, table) in [("REVIEW", "reviews"), ("DECOM", "episodes")] {
                    for (_, rows) in tables.named(table) {
                        let Some(place) = place(rows, column) else { continue };
                        rows.retain(|row| !late(&row[place]));
                    }
                }
                for (_, rows) in tables.named("episodes") {
                    let (dec, rec) = (place(rows, "DEC").unwrap(), place(rows, "REC").unwrap());
                    for row in rows.iter_mut().filter(|row| late(&row[dec])) {
                        row[dec].clear();
                        row[rec].clear();
                    }
                }
            }
        }
    }
}
