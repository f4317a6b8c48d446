//! Rows written as files in one layout or another, and what the program makes of them.

use super::lives::{AUTHORITIES, Row, YEARS};
use proptest::sample::Index;
use std::collections::BTreeMap;
use std::path::Path;
use stocktake::anonymise::copy;
use stocktake::anonymise::kept::KeptColumns;
use stocktake::anonymise::key::Key;
use stocktake::anonymise::request::Request;
use stocktake::check::finding::Finding;
use stocktake::check::{check, rules};
use stocktake::progress::Progress;
use stocktake::quality::clean;
use stocktake::report::{children, indicators};
use stocktake::returns::files::find;
use stocktake::returns::place::Place;
use stocktake::returns::read;
use stocktake::returns::written::Kept;
use stocktake::run::Measured;
use stocktake::seeds::Seeds;
use stocktake::seeds::policies::Policies;
use stocktake::setting::Setting;
use stocktake::timeframe::{Basis, Timeframe, read_as_at};

/// How rows lie in files.
#[derive(Debug, Clone, Copy)]
pub enum Layout {
    /// A file a table, with LA and YEAR.
    Collated,
    /// Several files a table, with LA and YEAR, each child's rows in one or another as chance has it.
    CollatedInPieces(u64),
    /// A folder for each authority and year, with every table.
    Folders,
}

/// What the program makes of returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// The rows of indicators.csv, day after day.
    pub figures: Vec<String>,
    /// The rows of children.csv, day after day.
    pub children: Vec<String>,
}

const HEADINGS: [(&str, &str); 7] = [
    ("header", "CHILD,SEX,DOB,ETHNIC"),
    ("episodes", "CHILD,DECOM,RNE,LS,PLACE,DEC,REC"),
    ("reviews", "CHILD,REVIEW"),
    ("oc2", "CHILD,SDQ_SCORE,SDQ_REASON"),
    ("oc3", "CHILD,IN_TOUCH,ACTIV,ACCOM"),
    ("ad1", "CHILD,DATE_INT"),
    ("attainment", "CHILD,ACADYR,KS2_ENGLEV,KS2_MATLEV,KS4_LEVEL2_EM"),
];

/// The answers for each day.
pub fn answers(rows: &[Row], layout: Layout, days: &[&str]) -> Answers {
    let folder = tempfile::tempdir().unwrap();
    write(rows, layout, folder.path());
    answers_in(folder.path(), days)
}

/// The answers for each day from an anonymised copy, with the ids that stand for the children's.
pub fn answers_of_copy(rows: &[Row], layout: Layout, days: &[&str]) -> (Answers, Key) {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write(rows, layout, folder.path());
    let key = Key::make(&out.path().join("key")).unwrap();
    let given = [folder.path().to_owned()];
    let found = find(&given, Path::new("out")).unwrap();
    let out = out.path().join("copy");
    let seeds = Seeds::built_in().unwrap();
    let copied = copy(&Request {
        given: &given,
        found: &found,
        out: &out,
        key: &key,
        seeds: &seeds,
        kept: &KeptColumns::default(),
    })
    .unwrap();
    assert!(copied.not_copied.is_empty(), "{:?}", copied.not_copied);
    (answers_in(&out, days), key)
}

fn answers_in(folder: &Path, days: &[&str]) -> Answers {
    let seeds = Seeds::built_in().unwrap();
    let policies = Policies::from_seeds(&seeds.policies).unwrap();
    let found = find(&[folder.to_owned()], Path::new("out")).unwrap();
    let clean =
        clean(read(&found, &seeds, Place::default(), Kept::ForIndicators, Progress::new(true)), &seeds, &policies);
    let mut answers = Answers { figures: Vec::new(), children: Vec::new() };
    for day in days {
        let timeframe = Timeframe::new(read_as_at(day).unwrap(), Basis::Rolling).unwrap();
        let measured = Measured::on(Setting { timeframe, seeds: &seeds, policies: &policies }, &clean, &[]).unwrap();
        let mut table = Vec::new();
        indicators::write(&measured.compared, &seeds.indicators, &seeds.configuration, &mut table).unwrap();
        answers.figures.extend(without_verdict(&table));
        let mut table = Vec::new();
        children::write(&measured.outcomes, &measured.doubts, &clean, &seeds.authorities, &mut table).unwrap();
        answers.children.extend(String::from_utf8(table).unwrap().lines().map(str::to_owned));
    }
    answers
}

/// What the checks find: rule, authority, return, child and cells, in order.
pub fn findings(rows: &[Row], layout: Layout) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    write(rows, layout, folder.path());
    let seeds = Seeds::built_in().unwrap();
    let policies = Policies::from_seeds(&seeds.policies).unwrap();
    let found = find(&[folder.path().to_owned()], Path::new("out")).unwrap();
    let mut returns = read(&found, &seeds, Place::default(), Kept::ForChecks, Progress::new(true));
    let written = std::mem::take(&mut returns.written);
    let clean = clean(returns, &seeds, &policies);
    let rules: Vec<_> = rules::all().collect();
    let checked = check(&clean, &written, &rules, &seeds, &policies);
    let in_words = |finding: &Finding| {
        let Finding { rule, authority, year, child, cells, .. } = finding;
        format!("{} {authority:?} {year} {} {cells:?}", rule.number, child.text(&clean.long))
    };
    let mut findings: Vec<String> =
        checked.returns.iter().flat_map(|checked| &checked.findings).map(in_words).collect();
    findings.sort();
    findings
}

/// The figures without the verdict, which counts rows and so may differ with a child more.
fn without_verdict(table: &[u8]) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(table);
    let of_verdict = |column: &&str| column.starts_with("verdict");
    let headers = reader.headers().unwrap().clone();
    assert_eq!(headers.iter().filter(of_verdict).count(), 2);
    let keep: Vec<usize> = (0..headers.len()).filter(|column| !of_verdict(&&headers[*column])).collect();
    let row = |row: csv::Result<csv::StringRecord>| {
        let row = row.unwrap();
        keep.iter().map(|column| &row[*column]).collect::<Vec<_>>().join(",")
    };
    reader.records().map(row).collect()
}

/// Writes rows into files below a folder.
pub fn write(rows: &[Row], layout: Layout, folder: &Path) {
    let mut files = BTreeMap::<String, csv::Writer<Vec<u8>>>::new();
    let new = |heading: String| {
        let mut file = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        file.write_record(heading.split(',')).unwrap();
        file
    };
    if let Layout::Folders = layout {
        for (authority, year) in AUTHORITIES.into_iter().flat_map(|authority| YEARS.map(|year| (authority, year))) {
            for (table, heading) in HEADINGS {
                files.insert(format!("{authority}/{year}/{table}.csv"), new(heading.to_owned()));
            }
        }
    }
    let mut chance = match layout {
        Layout::CollatedInPieces(seed) => Chance(seed),
        _ => Chance(0),
    };
    let mut pieces = BTreeMap::<String, u64>::new();
    for row in rows {
        let heading = HEADINGS.iter().find(|(table, _)| *table == row.table).unwrap().1;
        let (name, start) = match layout {
            Layout::Folders => (format!("{}/{}/{}.csv", row.authority, row.year, row.table), vec![]),
            Layout::Collated => (format!("{}.csv", row.table), vec![row.authority.to_owned(), row.year.to_string()]),
            Layout::CollatedInPieces(_) => {
                // Files that shared a child would be resubmissions.
                let piece = *pieces.entry(row.cells[0].to_string()).or_insert_with(|| chance.below(4));
                let name = format!("{piece}-{}.csv", row.table);
                (name, vec![row.authority.to_owned(), row.year.to_string()])
            }
        };
        let file = files.entry(name).or_insert_with(|| new(format!("LA,YEAR,{heading}")));
        file.write_record(start.iter().chain(&row.cells)).unwrap();
    }
    for (name, file) in files {
        let place = folder.join(name);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, file.into_inner().unwrap()).unwrap();
    }
}

/// The rows in another order.
pub fn shuffled(rows: &[Row], seed: u64) -> Vec<Row> {
    let mut shuffled = rows.to_vec();
    let mut chance = Chance(seed);
    for last in (1..shuffled.len()).rev() {
        shuffled.swap(last, chance.below(last as u64 + 1) as usize);
    }
    shuffled
}

/// The rows with a fault in one row of the episodes, and the child that it is of.
pub fn damaged(rows: &[Row], which: Index, (column, text): (usize, &str)) -> (Vec<Row>, String) {
    let mut rows = rows.to_vec();
    let episodes: Vec<usize> = (0..rows.len()).filter(|row| rows[*row].table == "episodes").collect();
    // Of the children who are always there, a return would be left without episodes.
    let episodes: Vec<usize> = episodes.into_iter().filter(|row| rows[*row].cells[0] != "ALWAYS").collect();
    let Some(&row) = (!episodes.is_empty()).then(|| which.get(&episodes)) else {
        return (rows, "nobody".to_owned());
    };
    // Columns are counted with LA and YEAR in front.
    rows[row].cells[column - 2] = text.to_owned();
    let child = format!(",{},", rows[row].cells[0]);
    (rows, child)
}

/// The rows with other things in some of their cells.
pub fn overwritten(rows: &[Row], damages: &[(Index, Index, String)]) -> Vec<Row> {
    let mut rows = rows.to_vec();
    for (row, cell, text) in damages {
        let row = row.index(rows.len());
        let cell = cell.index(rows[row].cells.len());
        rows[row].cells[cell].clone_from(text);
    }
    rows
}

/// Chance from a seed (xorshift), for what proptest need not make smaller.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed ^= mixed >> 31;
        mixed = mixed.wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed ^= mixed >> 27;
        mixed % limit
    }
}
