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
        let (_, after) = html.split_once("<script type=\"application/json\" id=\"drawn\">").unwrap();
        let data = serde_json::from_str(after.split_once("</script>").unwrap().0).unwrap();
        Page { html, data }
    }

    /// The rows of an indicator, as maps from the head of a column to the cell.
    pub fn rows(&self, indicator: &str) -> Vec<BTreeMap<String, String>> {
        let section = format!("<div class=\"sheet listed\" data-ni=\"{indicator}\"");
        let Some((_, section)) = self.html.split_once(&section) else { return Vec::new() };
        let table = section.split_once("</table>").unwrap().0;
        let (head, body) = table.split_once("</thead>").unwrap();
        let heads = head.split("<th scope=\"col\"").skip(1).map(|head| head.split_once('>').unwrap().1.to_owned());
        let heads: Vec<String> = heads.collect();
        let of_row = |row: &str| {
            let cells = row.split("<td>").map(|cell| cell.trim_end_matches("\n</tbody>\n").trim().to_owned());
            heads.iter().cloned().zip(cells).collect::<BTreeMap<_, _>>()
        };
        body.split("<tr><th scope=row>").skip(1).map(of_row).collect()
    }

    /// What is said of a child: when it was born and what is known, then the lines of every walk, each with its sign.
    pub fn said(&self, child: &str) -> Option<(Vec<String>, Vec<Vec<String>>)> {
        let children = self.data["children"].as_array().unwrap();
        let child = children.iter().find(|of| of[0] == child)?;
        let walks = child[3].as_array().unwrap();
        Some((self.unfolded(&child[1]), walks.iter().map(|walk| self.unfolded(walk)).collect()))
    }

    /// The words of a child's timeline: of each part its name and its bars, or how many days are marked.
    pub fn timeline(&self, child: &str) -> Vec<(String, Vec<String>, usize)> {
        let children = self.data["children"].as_array().unwrap();
        let child = children.iter().find(|of| of[0] == child).unwrap();
        let part = |part: &Value| {
            let bars = part[3].as_array().unwrap().iter().map(|bar| self.unfolded(&bar[2]).remove(0));
            (self.unfolded(&part[0]).remove(0), bars.collect(), part[4].as_array().unwrap().len())
        };
        child[2][3].as_array().unwrap().iter().map(part).collect()
    }

    fn unfolded(&self, folded: &Value) -> Vec<String> {
        let numbers: Vec<i64> = folded.as_array().unwrap().iter().map(|number| number.as_i64().unwrap()).collect();
        let mut numbers = numbers.into_iter();
        let sequence = &self.data["sequences"][numbers.next().unwrap() as usize];
        let mut line = |place: &Value| {
            let phrase = self.data["phrases"][place.as_u64().unwrap() as usize].as_str().unwrap();
            let of = |sign: char| match sign {
                '\u{e000}'..='\u{e003}' => self.written(sign, numbers.next().unwrap()),
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
