//! Children's lives in care, as chance has them, and the rows that returns would hold of them.

use proptest::prelude::*;
use stocktake::day::Day;

/// The returns made: those that end in these years.
pub const YEARS: [i32; 3] = [2009, 2010, 2011];
/// The authorities that make them.
pub const AUTHORITIES: [&str; 2] = ["301", "302"];
/// What may be wrong with an episode's row so that it is rejected: the column, and what stands there.
pub const FAULTS: [(usize, &str); 6] = [(3, "31/02/2010"), (3, ""), (4, ""), (5, ""), (6, ""), (7, "1/4/10")];

/// A row: its table, its authority, its return, its child, and the cells behind LA, YEAR and CHILD.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub table: &'static str,
    pub authority: &'static str,
    pub year: i32,
    /// CHILD and what follows it.
    pub cells: Vec<String>,
}

/// One child.
#[derive(Debug, Clone)]
pub struct Life {
    authority: &'static str,
    id: String,
    birth: Day,
    episodes: Vec<Stay>,
    reviews: Vec<Day>,
    score: Option<u8>,
    contact: Option<(&'static str, &'static str, &'static str)>,
    decided: Option<Day>,
    results: [&'static str; 3],
}

/// One episode: so many days after the last ended, so many nights.
#[derive(Debug, Clone)]
struct Stay {
    start: Day,
    end: Day,
    reason_started: &'static str,
    legal_status: &'static str,
    place: &'static str,
    reason_ended: &'static str,
}

fn day(text: &str) -> Day {
    Day::read(text.as_bytes()).unwrap()
}

fn stays() -> impl Strategy<Value = Vec<Stay>> {
    let stay = (
        prop_oneof![4 => Just(0), 1 => 1..400],
        1..700i32,
        prop::sample::select(&["S", "P", "L", "T", "B", "U"]),
        prop::sample::select(&["C2", "C2", "E1", "V2", "V3", "V4"]),
        prop::sample::select(&["Q2", "Q2", "K2", "A4", "A3", "T1", "M2", "P1"]),
        prop::sample::select(&["X1", "E4", "E11", "E12", "E2", "E3"]),
    );
    (0..1400i32, prop::collection::vec(stay, 1..6)).prop_map(|(first, stays)| {
        let mut at = day("2006-06-01").plus_days(first);
        let mut made = Vec::new();
        for (gap, nights, reason_started, legal_status, place, reason_ended) in stays {
            let start = at.plus_days(gap);
            at = start.plus_days(nights);
            made.push(Stay { start, end: at, reason_started, legal_status, place, reason_ended });
        }
        made
    })
}

/// Some children in two authorities.
pub fn lives() -> impl Strategy<Value = Vec<Life>> {
    let life = (
        prop::sample::select(&AUTHORITIES),
        // Births that make children of every age of interest on the days of the figures.
        0..7600i32,
        stays(),
        prop::collection::vec(0..1800i32, 0..8),
        prop::option::of(0..=40u8),
        prop::option::of((
            prop::sample::select(&["YES", "NO", "DIED", "RHOM", "REFU", ""]),
            prop::sample::select(&["F1", "P2", "G5", "0", ""]),
            prop::sample::select(&["B1", "U2", "K1", "0", ""]),
        )),
        prop::option::of(0..1800i32),
        [levels(), levels(), prop::sample::select(&["", "0", "1"])],
    );
    prop::collection::vec(life, 1..7).prop_map(|lives| {
        let made = lives.into_iter().enumerate().map(|(number, life)| {
            let (authority, age, episodes, reviews, score, contact, decided, results) = life;
            let after = |days: i32| day("2006-06-01").plus_days(days);
            let mut reviews: Vec<Day> = reviews.into_iter().map(after).collect();
            reviews.sort();
            reviews.dedup();
            let id = format!("CHILD{number}");
            let birth = day("1990-01-15").plus_days(age);
            Life { authority, id, birth, episodes, reviews, score, contact, decided: decided.map(after), results }
        });
        made.collect()
    })
}

fn levels() -> prop::sample::Select<&'static str> {
    prop::sample::select(vec!["", "3", "4", "5", "A"])
}

/// A child of whom no indicator takes notice: out of care long before, or in short breaks alone.
pub fn outsider() -> impl Strategy<Value = Life> {
    (prop::sample::select(&AUTHORITIES), any::<bool>()).prop_map(|(authority, long_ago)| {
        let stay = |start: &str, end: &str, legal_status| Stay {
            start: day(start),
            end: day(end),
            reason_started: "S",
            legal_status,
            place: "Q2",
            reason_ended: "E4",
        };
        let episode =
            if long_ago { stay("2008-04-10", "2008-05-10", "C2") } else { stay("2009-06-01", "2012-01-01", "V4") };
        Life {
            authority,
            id: "OUTSIDER".to_owned(),
            birth: day("1999-09-15"),
            episodes: vec![episode],
            reviews: vec![],
            score: None,
            contact: None,
            decided: None,
            results: ["", "", ""],
        }
    })
}

/// What may stand in any cell.
pub fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(&[
            "",
            " ",
            "S",
            "C2",
            "V3",
            "X1",
            "E11",
            "Q2",
            "A6",
            "T1",
            "31/02/2010",
            "1/4/10",
            "2010-04-01",
            "01/04/2010",
            "31/03/2011",
            "01/01/0001",
            "31/12/9999",
            "99",
            "40",
            "-1",
            "NULL",
            "301",
            "302",
            "2011",
            "1/4/2010 00:00",
            "=1+1",
            "a,b",
            "a \"quoted\" word",
            "é",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,12}",
    ]
}

/// The rows of these children, and of one in each authority who is there in every return and every table, so
/// that no table is missing.
pub fn returns_of(lives: &[Life]) -> Vec<Row> {
    let mut rows = Vec::new();
    for authority in AUTHORITIES {
        always_there(authority, &mut rows);
    }
    for life in lives {
        for year in YEARS {
            of_life(life, year, &mut rows);
        }
    }
    rows
}

fn always_there(authority: &'static str, rows: &mut Vec<Row>) {
    for year in YEARS {
        let mut put = |table, cells: &[&str]| {
            let cells = [&["ALWAYS"], cells].concat().into_iter().map(str::to_owned).collect();
            rows.push(Row { table, authority, year, cells });
        };
        put("header", &["1", "15/06/2000", "WBRI"]);
        put("episodes", &["01/06/2006", "S", "C2", "Q2", "", ""]);
        put("reviews", &[&format!("01/10/{}", year - 1)]);
        put("oc2", &["12", ""]);
        put("oc3", &["YES", "F1", "B1"]);
        put("ad1", &["01/06/2007"]);
        put("attainment", &[&year.to_string(), "4", "4", "1"]);
    }
}

/// The rows of a child in the return of a year: what was known on the 31 March that ends it.
fn of_life(life: &Life, year: i32, rows: &mut Vec<Row>) {
    let (start, end) = (Day::first_of_april(year - 1), Day::thirty_first_of_march(year));
    let mut put = |table, cells: Vec<String>| {
        let cells = [vec![life.id.clone()], cells].concat();
        rows.push(Row { table, authority: life.authority, year, cells });
    };
    let text = |day: Day| day.slashed();
    put("header", vec!["1".into(), text(life.birth), "WBRI".into()]);
    for stay in life.episodes.iter().filter(|stay| stay.start <= end && stay.end >= start) {
        let ended = stay.end <= end;
        let dec = if ended { text(stay.end) } else { String::new() };
        let rec = if ended { stay.reason_ended } else { "" };
        let codes = [stay.reason_started, stay.legal_status, stay.place].map(str::to_owned);
        put("episodes", [vec![text(stay.start)], codes.to_vec(), vec![dec, rec.to_owned()]].concat());
    }
    for review in life.reviews.iter().filter(|review| (start..=end).contains(review)) {
        put("reviews", vec![text(*review)]);
    }
    if let Some(score) = life.score {
        put("oc2", vec![score.to_string(), String::new()]);
    }
    if let Some((in_touch, activity, accommodation)) =
        life.contact.filter(|_| life.birth.birthday(19).return_year() == year)
    {
        put("oc3", vec![in_touch.into(), activity.into(), accommodation.into()]);
    }
    if let Some(decided) = life.decided.filter(|decided| *decided <= end) {
        put("ad1", vec![text(decided)]);
    }
    let [english, maths, both] = life.results;
    put("attainment", vec![year.to_string(), english.into(), maths.into(), both.into()]);
}
