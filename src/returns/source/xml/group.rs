//! Groups of the XML of a return, gathered child by child into the rows of sheets.

use crate::returns::source::sheet::SheetRows;
use crate::text::{Problem, trim};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The sheets that the XML of a return may have: the name of each, and the elements that tell that it is there.
pub(super) const SHEETS: [(&str, &[&str]); 10] = [
    ("HEADER", &["HEADER"]),
    (EPISODE, &[EPISODE]),
    ("AREVIEW", &["AREVIEW"]),
    ("OC2", &["OC2"]),
    ("OC3", &["IN_TOUCH", "ACTIV", "ACCOM"]),
    ("AD1", &["DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"]),
    ("UASC", &["UASC", "DUC"]),
    ("AD_PLACED", &["AD_PLACED"]),
    ("AMISSING", &["AMISSING"]),
    ("PERMANENCE", &["PERMANENCE"]),
];

/// The group of an episode.
const EPISODE: &str = "EPISODE";

/// The group of what is known of a child once.
const HEADER: &str = "HEADER";

/// Columns that have another name in the XML than in every other form of the return.
const OWN_NAMES: [(&str, &str); 2] = [("CHILDID", "CHILD"), ("PL", "PLACE")];

/// Fields that are the child's, and belong to every row of theirs.
const OF_CHILD: [&str; 2] = ["CHILD", "DOB"];

/// A field of a group.
#[derive(Debug)]
pub(super) struct Field<'text> {
    pub name: &'text str,
    pub text: Cow<'text, str>,
}

/// A group: its own fields.
#[derive(Debug)]
pub(super) struct Group<'text> {
    pub name: &'text str,
    pub line: u32,
    pub fields: Vec<Field<'text>>,
}

/// Whether two names are the same, in capitals or not.
#[inline]
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && (one == other || one.eq_ignore_ascii_case(other))
}

/// Whether an element of this name is a child, or a group of what is known of one.
pub(crate) fn is_group(name: &str) -> bool {
    SHEETS.iter().any(|(sheet, _)| same(sheet, name)) || same("CHILD", name)
}

/// The column of an element.
pub(crate) fn column_of(name: &str) -> &str {
    let own = OWN_NAMES.into_iter().find(|(own, _)| same(own, name));
    own.map_or(name, |(_, column)| column)
}

impl<'text> Field<'text> {
    /// A field by the name that its column has everywhere else.
    pub(super) fn new(name: &'text str, text: Cow<'text, str>) -> Field<'text> {
        Field { name: column_of(name), text }
    }

    fn is_one_of(&self, names: &[&str]) -> bool {
        names.iter().any(|name| same(name, self.name))
    }
}

/// The sheets as far as they have been gathered.
#[derive(Debug, Default)]
pub(super) struct Sheets<'text> {
    /// The groups of the child that is being read, in the order in which they end.
    groups: Vec<Group<'text>>,
    sheets: BTreeMap<&'static str, Sheet>,
}

/// The rows of one sheet.
#[derive(Debug, Default)]
struct Sheet {
    columns: Vec<String>,
    rows: SheetRows,
}

impl<'text> Sheets<'text> {
    /// Keeps a group of the child.
    pub(super) fn end_group(&mut self, group: Group<'text>) {
        self.groups.push(group);
    }

    /// The child is complete: its groups become rows.
    pub(super) fn end_child(&mut self) -> Result<(), Problem> {
        let groups = std::mem::take(&mut self.groups);
        let header = groups.iter().find(|group| group.name.eq_ignore_ascii_case(HEADER));
        let fields = || header.into_iter().flat_map(|header| &header.fields);
        let of_child: Vec<&Field<'_>> =
            OF_CHILD.iter().filter_map(|name| fields().find(|field| field.is_one_of(&[name]))).collect();
        for group in &groups {
            if group.name.eq_ignore_ascii_case(HEADER) {
                self.header(group, &of_child)?;
            } else if let Some((sheet, _)) = SHEETS.iter().find(|(sheet, _)| sheet.eq_ignore_ascii_case(group.name)) {
                let own = group.fields.iter().filter(|field| !field.is_one_of(&OF_CHILD));
                // Episodes alone have no date of birth in any form of the return.
                let of_child = of_child.iter().copied().filter(|field| *sheet != EPISODE || !field.is_one_of(&["DOB"]));
                self.sheets.entry(sheet).or_default().row(group.line, of_child.chain(own))?;
            }
        }
        Ok(())
    }

    /// What is known of a child once: OC3, AD1 and UASC are taken out of it, each a row where any of its fields is filled.
    fn header(&mut self, header: &Group<'_>, of_child: &[&Field<'_>]) -> Result<(), Problem> {
        let mut left: Vec<&Field<'_>> = header.fields.iter().filter(|field| !field.is_one_of(&OF_CHILD)).collect();
        // A group without anything in it looks like a field.
        left.retain(|field| !SHEETS.iter().any(|(sheet, _)| field.is_one_of(&[sheet])));
        for (sheet, elements) in SHEETS.iter().filter(|(sheet, elements)| !elements.contains(sheet)) {
            let (own, others): (Vec<&Field<'_>>, Vec<&Field<'_>>) =
                left.into_iter().partition(|field| field.is_one_of(elements));
            left = others;
            if own.iter().any(|field| !trim(field.text.as_bytes()).is_empty()) {
                let rows = self.sheets.entry(sheet).or_default();
                rows.row(header.line, of_child.iter().copied().chain(own))?;
            }
        }
        self.sheets.entry(HEADER).or_default().row(header.line, of_child.iter().copied().chain(left))
    }

    /// The sheets of these names, each under its heading.
    pub(super) fn finished(mut self, names: &[&str]) -> Result<Vec<(&'static str, SheetRows)>, Problem> {
        // Where a line holds several rows, they are numbered in order in every sheet.
        let in_order = !self.sheets.values().all(|sheet| sheet.rows.lines_are_rows());
        let wanted = SHEETS.iter().map(|(sheet, _)| *sheet).filter(|sheet| names.contains(sheet));
        let finished = wanted.map(|name| {
            let Sheet { columns, mut rows } = self.sheets.remove(name).unwrap_or_else(|| Sheet::empty(name));
            if in_order {
                rows.number_in_order();
            }
            Ok((name, rows.under(&columns)?))
        });
        finished.collect()
    }
}

impl Sheet {
    /// A sheet of no rows: its elements are there, and nothing is in them.
    fn empty(name: &str) -> Sheet {
        let elements = SHEETS.iter().find(|(sheet, elements)| *sheet == name && !elements.contains(sheet));
        let own = elements.into_iter().flat_map(|(_, elements)| elements.iter().copied());
        Sheet { columns: OF_CHILD.into_iter().chain(own).map(str::to_owned).collect(), rows: SheetRows::default() }
    }

    fn row<'field>(&mut self, line: u32, fields: impl Iterator<Item = &'field Field<'field>>) -> Result<(), Problem> {
        let mut cells = Vec::new();
        for Field { name, text } in fields {
            let known = self.columns.iter().position(|column| same(column, name));
            let place = known.unwrap_or_else(|| {
                self.columns.push((*name).to_owned());
                self.columns.len() - 1
            });
            cells.push((place, text));
        }
        // Of a field that is there twice, the later.
        cells.sort_by_key(|(place, _)| *place);
        self.rows.begin_row(line);
        for (number, (place, text)) in cells.iter().enumerate() {
            if cells.get(number + 1).is_some_and(|(next, _)| next == place) {
                continue;
            }
            while self.rows.cells_so_far() < *place {
                self.rows.push(b"")?;
            }
            self.rows.push(text.as_bytes())?;
        }
        Ok(())
    }
}
