//! A page of children, read as its script reads it.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use stocktake::day::Day;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A page of children.
pub(super) struct Page {
    /// Its text.
    pub html: String,
    data: Value,
}

impl Page {
    pub fn read(path: &Path) -> Page {
        let html = fs::read_to_string(path).unwrap();
        let (_, after) = html.split_once("<script type=application/json id=drawn>").unwrap();
        let data = serde_json::from_str(after.split_once("</script>").unwrap().0).unwrap();
        Page { html, data }
    }

    /// The rows of an indicator, as maps from the head of a column to the cell.
    pub fn rows(&self, indicator: &str) -> Vec<BTreeMap<String, String>> {
        let section = format!("data-ni={indicator} data-groups=");
        let Some((_, section)) = self.html.split_once(&section) else { return Vec::new() };
        let groups = self.html.split_once(&format!("id={}>", section.split_once('>').unwrap().0)).unwrap().1;
        let groups: BTreeMap<String, BTreeMap<String, String>> =
            table(groups).into_iter().map(|row| (row["Child"].clone(), row)).collect();
        let with_groups = |mut row: BTreeMap<String, String>| {
            row.extend(groups[&row["Child"]].clone());
            row
        };
        table(section).into_iter().map(with_groups).collect()
    }

    fn child(&self, child: &str) -> Option<&Value> {
        self.data["children"].as_array().unwrap().iter().find(|of| of[0] == child)
    }

    /// What is said of a child: when it was born and what is known, then the lines of every walk, each with its sign.
    pub fn said(&self, child: &str) -> Option<(Vec<String>, Vec<Vec<String>>)> {
        let child = self.child(child)?;
        let walks = child[4].as_array().unwrap();
        let walk = |walk: &Value| walk.as_u64().map_or(walk.clone(), |before| walks[before as usize].clone());
        let numbers = |folded: &Value| folded.as_array().unwrap().clone();
        let unfolded = |folded: &Value| self.unfolded(&numbers(folded), [None; 2]);
        Some((unfolded(&child[1]), walks.iter().map(|of| unfolded(&walk(of))).collect()))
    }

    /// The words of a child's timeline: of each part its name and its bars, or how many days are marked.
    pub fn timeline(&self, child: &str) -> Vec<(String, Vec<String>, usize)> {
        let part = |part: &Value| {
            let (name, rows) = (self.name(&part[0]), part[1].as_array().unwrap());
            let bars = rows.iter().filter_map(Value::as_array).map(|bar| {
                let words: Vec<Value> = bar[2..].iter().filter(|of| of.is_number()).cloned().collect();
                self.unfolded(&words, [bar[0].as_i64(), bar[1].as_i64()]).remove(0)
            });
            (name, bars.collect(), rows.iter().filter(|row| row.is_number()).count())
        };
        self.child(child).unwrap()[3].as_array().unwrap().iter().map(part).collect()
    }

    fn name(&self, place: &Value) -> String {
        self.data["names"][place.as_u64().unwrap() as usize].as_str().unwrap().to_owned()
    }

    fn unfolded(&self, folded: &[Value], ends: [Option<i64>; 2]) -> Vec<String> {
        let mut numbers = folded.iter().map(|number| number.as_i64().unwrap());
        let sequence = &self.data["sequences"][numbers.next().unwrap() as usize];
        let mut line = |place: &Value| {
            let phrase = self.data["phrases"][place.as_u64().unwrap() as usize].as_str().unwrap();
            let of = |sign: char| match sign {
                '\u{e000}'..='\u{e004}' => self.written(sign, numbers.next().unwrap()),
                '\u{e005}' => self.written('\u{e001}', ends[0].unwrap()),
                '\u{e006}' => self.written('\u{e001}', ends[1].unwrap()),
                _ => sign.to_string(),
            };
            phrase.chars().map(of).collect::<String>()
        };
        sequence.as_array().unwrap().iter().map(&mut line).collect()
    }

    fn written(&self, sign: char, number: i64) -> String {
        if sign == '\u{e003}' {
            return number.to_string();
        }
        if sign == '\u{e004}' {
            let year = self.data["origin"][0].as_i64().unwrap() + number.div_euclid(12);
            return format!("{} {year}", MONTHS[number.rem_euclid(12) as usize]);
        }
        let of = |place: usize| self.data["origin"][place].as_i64().unwrap();
        let origin = Day::from_ymd(of(0) as i32, of(1) as u32, of(2) as u32).unwrap();
        let day = origin.plus_days(number as i32);
        let (year, month, number) = day.ymd();
        let name = MONTHS[month as usize - 1];
        match sign {
            '\u{e000}' => format!("{number} {name} {year}"),
            '\u{e001}' => format!("{number} {} {year}", &name[..3]),
            _ => day.slashed(),
        }
    }
}

/// The rows of the first table, as maps from the head of a column to the cell.
fn table(text: &str) -> Vec<BTreeMap<String, String>> {
    let table = text.split_once("</table>").unwrap().0;
    let (head, body) = table.split_once("<tbody>").unwrap();
    let heads = head.split("<th scope=col").skip(1).map(|head| head.split_once('>').unwrap().1.trim().to_owned());
    let heads: Vec<String> = heads.collect();
    let of_row = |row: &str| {
        let cells = row.split("<td>").map(|cell| cell.trim().to_owned());
        heads.iter().cloned().zip(cells).collect::<BTreeMap<_, _>>()
    };
    body.split("<tr><th>").skip(1).map(of_row).collect()
}
