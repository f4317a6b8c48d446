//! What a file is, by its heading and never by its name.

use super::manner::Manner;
use super::source::opening::Fit;
use super::table::Table;
use crate::seeds::Seeds;
use crate::seeds::tables::{TableShape, TableShapes, column_key};
use crate::text::trim;

/// What a heading says the file is.
#[derive(Debug)]
pub(crate) enum Kind {
    /// A table that is read.
    Table(Heading),
    /// A table of the return that no indicator needs.
    Skipped(String),
    /// A list of authorities.
    Authorities,
    /// One of these, with columns that are not part of the return and look as if they identify a child.
    Identifying(Vec<String>),
    /// None of these, with what was found and how to fix it.
    Unknown {
        /// What is wrong.
        found: String,
        /// How to fix it.
        remedy: String,
    },
}

impl Kind {
    /// How well a line fits as a heading that says this; `columns` counts its cells that name a column of some table.
    pub(crate) fn fit(&self, columns: impl FnOnce() -> usize) -> Fit {
        if let Kind::Unknown { .. } = self { Fit::Columns(columns()) } else { Fit::Table }
    }
}

/// The heading of a table that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// The table.
    pub table: Table,
    /// The columns in the file's order: by the name of the return, where they have one; others trimmed and upper-cased.
    pub columns: Vec<String>,
    /// Columns that are not part of the return.
    pub extra: Vec<String>,
    /// How many columns there are up to the last that has a name.
    pub named: usize,
    /// The headings as they are in the file, compared as names are.
    pub written: Vec<String>,
    /// Columns known by another name: the name in the file, and that of the return.
    pub renamed: Vec<(String, String)>,
    /// How the file is read as a whole, as far as that is known.
    pub manner: Manner,
}

impl Heading {
    /// The place of a column in the file.
    pub(crate) fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column)
    }
}

/// Recognises a file by the cells of its first line. `for_checks` says whether to read the tables that
/// only checks use.
pub(crate) fn recognise(cells: &[String], seeds: &Seeds, for_checks: bool) -> Kind {
    let named = Named::of(cells, seeds);
    let columns = named.columns.clone();
    match kind_of(named, &seeds.tables, for_checks) {
        unknown @ Kind::Unknown { .. } => unknown,
        kind => match identifying(&columns, seeds) {
            look if look.is_empty() => kind,
            look => Kind::Identifying(look),
        },
    }
}

/// How well the cells of a line fit as the heading of a table, that of the checks alone among them.
pub(crate) fn fit(cells: &[String], seeds: &Seeds) -> Fit {
    recognise(cells, seeds, true).fit(|| columns_known(cells, seeds))
}

/// How many cells of a line name a column of some table.
pub(crate) fn columns_known(cells: &[String], seeds: &Seeds) -> usize {
    let own = |column: &&String| seeds.tables.list.iter().any(|shape| shape.has(column));
    column_names(cells, seeds).iter().filter(own).count()
}

/// The columns of a file by the names of the return, where they have one; others trimmed and upper-cased.
pub(crate) fn column_names(cells: &[String], seeds: &Seeds) -> Vec<String> {
    Named::of(cells, seeds).columns
}

/// The columns of a file that look identifying; the return's own never do.
fn identifying(columns: &[String], seeds: &Seeds) -> Vec<String> {
    let own = |column: &String| seeds.tables.list.iter().any(|shape| shape.has(column));
    let look = columns.iter().filter(|column| seeds.identifying.look_like(column) && !own(column));
    look.cloned().collect()
}

/// What is wrong with a file that has such columns.
pub(crate) fn looks_identifying(columns: &[String]) -> String {
    let (noun, verb) = if columns.len() == 1 { ("column", "looks") } else { ("columns", "look") };
    format!("has the {noun} {}, no part of a return, which {verb} identifying", columns.join(", "))
}

/// The columns of a file under the names of the return.
struct Named {
    columns: Vec<String>,
    written: Vec<String>,
    renamed: Vec<(String, String)>,
    /// Two of the file's columns that are the same one of the return.
    twice: Option<[String; 2]>,
}

impl Named {
    fn of(cells: &[String], seeds: &Seeds) -> Named {
        let (mut columns, mut written, mut renamed) = (Vec::new(), Vec::new(), Vec::new());
        let mut twice = None;
        for (place, cell) in cells.iter().enumerate() {
            let name = name_as_compared(cell.as_bytes());
            let own = seeds.tables.named(&name);
            let column = own.or_else(|| seeds.synonyms.column(&name)).map(str::to_owned);
            if let (None, Some(column)) = (own, &column) {
                renamed.push((shown(cell), column.clone()));
            }
            if let Some(before) = column.as_ref().and_then(|column| columns.iter().position(|name| name == column)) {
                twice.get_or_insert([before, place].map(|place| shown(&cells[place])));
            }
            columns.push(column.unwrap_or_else(|| shown(cell).to_uppercase()));
            written.push(name);
        }
        Named { columns, written, renamed, twice }
    }
}

/// A heading as messages show it.
fn shown(cell: &str) -> String {
    String::from_utf8_lossy(trim(cell.as_bytes())).into_owned()
}

/// The name of a column as it is compared: in capitals, without spaces, hyphens and underscores.
pub(crate) fn name_as_compared(cell: &[u8]) -> String {
    let text = trim(cell);
    // Quotes after a byte-order mark are part of the cell.
    let text = match text {
        [b'"', quoted @ .., b'"'] => quoted,
        text => text,
    };
    column_key(&String::from_utf8_lossy(text))
}

fn kind_of(named: Named, shapes: &TableShapes, for_checks: bool) -> Kind {
    let columns = &named.columns;
    let has = |column: &String| columns.contains(column);
    if has(&"OLD_LA_CODE".to_owned()) && has(&"LA_NAME".to_owned()) {
        return Kind::Authorities;
    }
    let whole = |shape: &&TableShape| {
        !shape.needed.is_empty()
            && (for_checks || !shape.for_checks)
            && shape.needed.iter().all(has)
            && (shape.any_of.is_empty() || shape.any_of.iter().any(has))
    };
    let matches: Vec<&TableShape> = shapes.list.iter().filter(whole).collect();
    match matches[..] {
        [] => skipped_or_unknown(columns, shapes),
        [shape] => one_table(named, shape),
        [one, other, ..] => Kind::Unknown {
            found: format!("has the columns of {} and of {}", one.name, other.name),
            remedy: "keep one table to a file".to_owned(),
        },
    }
}

fn one_table(named: Named, shape: &TableShape) -> Kind {
    let Named { columns, written, renamed, twice } = named;
    let Some(table) = Table::named(&shape.name) else {
        return Kind::Skipped(shape.name.clone());
    };
    let own = |column: &&String| shape.has(column) || matches!(column.as_str(), "LA" | "YEAR" | "");
    if let Some([one, other]) = twice {
        let found = if one == other {
            format!("has two columns called {one}")
        } else {
            format!("has two columns for one of the return: {one} and {other}")
        };
        return Kind::Unknown { found, remedy: "keep the one that the return means".to_owned() };
    }
    let extra = columns.iter().filter(|column| !own(column)).cloned().collect();
    let named = columns.iter().rposition(|column| !column.is_empty()).map_or(0, |last| last + 1);
    Kind::Table(Heading { table, columns, extra, named, written, renamed, manner: Manner::default() })
}

fn skipped_or_unknown(columns: &[String], shapes: &TableShapes) -> Kind {
    let skipped = shapes.list.iter().find(|shape| shape.known_by.as_ref().is_some_and(|by| columns.contains(by)));
    if let Some(shape) = skipped {
        return Kind::Skipped(shape.name.clone());
    }
    let missing = |shape: &TableShape| -> Vec<String> {
        let mut missing: Vec<String> =
            shape.needed.iter().filter(|column| !columns.contains(column)).cloned().collect();
        if !shape.any_of.is_empty() && !shape.any_of.iter().any(|column| columns.contains(column)) {
            missing.push(format!("one of {}", shape.any_of.join(", ")));
        }
        missing
    };
    let known = |shape: &TableShape| {
        [&shape.needed, &shape.any_of, &shape.other]
            .into_iter()
            .flatten()
            .filter(|column| *column != "CHILD" && *column != "DOB" && columns.contains(column))
            .count()
    };
    let nearest = shapes
        .list
        .iter()
        .filter(|shape| !shape.needed.is_empty() && known(shape) > 0)
        .max_by_key(|shape| (known(shape), std::cmp::Reverse(missing(shape).len())));
    match nearest {
        Some(shape) => Kind::Unknown {
            found: format!("looks like {} but lacks {}", shape.name, missing(shape).join(", ")),
            remedy: format!("add the column {} to the heading", missing(shape).join(", ")),
        },
        // The line itself is not shown: without a heading it holds a child's data.
        None => Kind::Unknown {
            found: format!(
                "the first line, of {} {}, is the heading of no table of the return",
                columns.len(),
                if columns.len() == 1 { "cell" } else { "cells" }
            ),
            remedy: "make the table's column names the first line".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(heading: &str) -> Kind {
        let cells: Vec<String> = heading.split(',').map(str::to_owned).collect();
        recognise(&cells, &Seeds::built_in().unwrap(), false)
    }

    fn table(heading: &str) -> Option<Heading> {
        match kind(heading) {
            Kind::Table(heading) => Some(heading),
            _ => None,
        }
    }

    #[test]
    fn every_table_is_known_by_its_columns() {
        for (heading, expected) in [
            ("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", Table::Header),
            (
                "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
                Table::Episodes,
            ),
            (" child ,review", Table::Reviews),
            ("SDQ_SCORE,LA,YEAR,CHILD", Table::Oc2),
            ("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", Table::Oc3),
            ("CHILD,DOB,DATE_INT,DATE_MATCH", Table::Ad1),
            ("CHILD,ACADYR,KS4_LEVEL2_EM", Table::Attainment),
        ] {
            assert_eq!(table(heading).map(|heading| heading.table), Some(expected), "{heading}");
        }
    }

    #[test]
    fn tables_that_no_indicator_needs_are_skipped_by_name() {
        for (heading, name) in [
            ("CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", "placed_adoption"),
            ("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", "prev_perm"),
            ("CHILD,SEX,DOB,DUC", "uasc"),
            ("CHILD,DOB,MISSING,MIS_START,MIS_END", "missing"),
            ("CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", "social_worker"),
            ("CHILD,DOB,DOLO_START,DOLO_END", "deprivation_of_liberty"),
        ] {
            assert!(matches!(kind(heading), Kind::Skipped(found) if found == name), "{heading}");
        }
    }

    #[test]
    fn extra_columns_are_allowed_and_named() {
        let heading = table("CHILD,REVIEW,LA,YEAR,Colour,,").unwrap();
        assert_eq!(heading.extra, ["COLOUR"]);
        assert_eq!(heading.place("REVIEW"), Some(1));
    }

    #[test]
    fn columns_that_look_identifying_are_refused_in_any_table() {
        for (heading, said) in [
            ("CHILD,REVIEW,Forename", "has the column FORENAME, no part of a return, which looks identifying"),
            ("CHILD,SEX,DOB,ETHNIC,UPN,NAME,NHS No", "the columns NAME, NHS NO, no part of a return, which look"),
            ("CHILD,SEX,DOB,DUC,Address line 1", "the column ADDRESS LINE 1"),
        ] {
            let Kind::Identifying(columns) = kind(heading) else { panic!("{heading}") };
            assert!(looks_identifying(&columns).contains(said), "{columns:?}");
        }
        let mut seeds = Seeds::built_in().unwrap();
        seeds.identifying = Default::default();
        let cells = ["CHILD", "REVIEW", "FORENAME"].map(str::to_owned);
        assert!(matches!(recognise(&cells, &seeds, false), Kind::Table(_)));
    }

    #[test]
    fn what_is_wrong_with_a_heading_is_said() {
        for (heading, said) in [
            ("CHILD,DECOM,RNE,LS,PLACE,REC", "looks like episodes but lacks DEC"),
            ("CHILD,ACADYR,KS4", "looks like attainment but lacks one of KS2_ENGLEV"),
            ("CHILD,REVIEW,REVIEW", "has two columns called REVIEW"),
            ("CHILD,SEX,DOB,ETHNIC,DECOM,RNE,LS,PLACE,DEC,REC", "has the columns of header and of episodes"),
            ("566910,2,27/03/2008", "is the heading of no table"),
        ] {
            assert!(matches!(kind(heading), Kind::Unknown { found, .. } if found.contains(said)), "{heading}");
        }
    }
}
