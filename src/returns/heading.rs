//! What a file is, by its heading and never by its name.

use super::lacking::Lacking;
use super::manner::Manner;
use super::names::{Name, names};
use super::source::opening::Fit;
use super::table::Table;
use crate::seeds::Seeds;
use crate::seeds::own_columns::OwnColumns;
use crate::seeds::tables::TableShape;

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
    /// Whether each of the columns is one of them: its cells are free text that nothing reads.
    pub free_text: Vec<bool>,
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

    /// Whether the cells of a place are free text that nothing reads.
    pub(crate) fn is_free_text(&self, place: usize) -> bool {
        self.free_text.get(place).is_some_and(|is_free| *is_free)
    }
}

/// Recognises a file by the cells of its first line. `for_checks` says whether to read the tables that
/// only checks use.
pub(crate) fn recognise(cells: &[String], seeds: &Seeds, for_checks: bool) -> Kind {
    let names = names(cells, seeds);
    match kind_of(&names, seeds, for_checks) {
        unknown @ Kind::Unknown { .. } => unknown,
        kind => match identifying(&names, seeds) {
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
    in_return(&names(cells, seeds))
}

fn in_return(names: &[Name]) -> Vec<String> {
    names.iter().map(Name::in_return).collect()
}

/// The columns of a file that look identifying; the return's own never do.
fn identifying(names: &[Name], seeds: &Seeds) -> Vec<String> {
    let own = |column: &String| seeds.tables.list.iter().any(|shape| shape.has(column));
    in_return(names).into_iter().filter(|column| seeds.identifying.look_like(column) && !own(column)).collect()
}

/// What is wrong with a file that has such columns.
pub(crate) fn looks_identifying(columns: &[String]) -> String {
    let (noun, verb) = if columns.len() == 1 { ("column", "looks") } else { ("columns", "look") };
    format!("has the {noun} {}, no part of a return, which {verb} identifying", columns.join(", "))
}

fn kind_of(names: &[Name], seeds: &Seeds, for_checks: bool) -> Kind {
    let columns = in_return(names);
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
    let mut matches: Vec<&TableShape> = seeds.tables.list.iter().filter(whole).collect();
    if matches.iter().any(|shape| !shape.for_context) {
        matches.retain(|shape| !shape.for_context);
    }
    match matches[..] {
        [] => skipped_or_unknown(names, seeds),
        [shape] => one_table(names, shape, &seeds.own_columns),
        [one, other, ..] => Kind::Unknown {
            found: format!("has the columns of {} and of {}", one.name, other.name),
            remedy: "keep one table to a file".to_owned(),
        },
    }
}

fn one_table(names: &[Name], shape: &TableShape, own_columns: &OwnColumns) -> Kind {
    let Some(table) = Table::named(&shape.name) else {
        return Kind::Skipped(shape.name.clone());
    };
    let columns = in_return(names);
    let own = |column: &String| shape.has(column) || matches!(column.as_str(), "LA" | "YEAR");
    if let Some(pair) = twice(names, own) {
        return said_of_two(pair);
    }
    let is_read = |column: &String| own(column) || table.may_have_own() && own_columns.place(column).is_some();
    let is_extra = |column: &&String| !is_read(column) && !column.is_empty();
    let extra = columns.iter().filter(is_extra).cloned().collect();
    let free_text = columns.iter().map(|column| is_extra(&column)).collect();
    let named = columns.iter().rposition(|column| !column.is_empty()).map_or(0, |last| last + 1);
    let renamed = names.iter().filter(|name| name.is_other && name.column.as_ref().is_some_and(own));
    let renamed = renamed.map(|name| (name.shown.clone(), name.in_return())).collect();
    let written = names.iter().map(|name| name.compared.clone()).collect();
    Kind::Table(Heading { table, columns, extra, free_text, named, written, renamed, manner: Manner::default() })
}

/// Two headings that name one of the columns that the table has.
fn twice(names: &[Name], own: impl Fn(&String) -> bool) -> Option<[&Name; 2]> {
    let of_table = |name: &&Name| name.column.as_ref().is_some_and(&own);
    names.iter().enumerate().filter(|(_, name)| of_table(name)).find_map(|(place, name)| {
        let before = names[..place].iter().find(|before| before.column == name.column)?;
        Some([before, name])
    })
}

fn said_of_two([one, other]: [&Name; 2]) -> Kind {
    let found = if one.shown == other.shown {
        format!("has two columns called {}", one.shown)
    } else {
        format!("has two columns for one of the return: {} and {}", one.shown, other.shown)
    };
    let by_other_names = one.is_other && other.is_other && one.compared != other.compared;
    let remedy = if by_other_names {
        "keep the one that the return means, or say which it is with --columns"
    } else {
        "keep the one that the return means"
    };
    Kind::Unknown { found, remedy: remedy.to_owned() }
}

fn skipped_or_unknown(names: &[Name], seeds: &Seeds) -> Kind {
    let columns = in_return(names);
    let marked = |shape: &&TableShape| shape.known_by.as_ref().is_some_and(|by| columns.contains(by));
    if let Some(shape) = seeds.tables.list.iter().find(marked) {
        return Kind::Skipped(shape.name.clone());
    }
    match Lacking::of_nearest(names, &seeds.tables) {
        Some(lacking) => Kind::Unknown {
            found: format!("looks like {} but lacks {}", lacking.shape.name, lacking.in_words().join(", ")),
            remedy: lacking.remedy(names, seeds),
        },
        // The line itself is not shown: without a heading it holds a child's data.
        None => Kind::Unknown {
            found: format!(
                "the first line, of {} {}, is the heading of no table of the return",
                names.len(),
                if names.len() == 1 { "cell" } else { "cells" }
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
            ("CHILD,SEX,DOB,DUC", Table::Uasc),
            ("CHILD,DOB,MISSING,MIS_START,MIS_END", Table::Missing),
            // A header is one, whatever stands in it besides.
            ("CHILD,SEX,DOB,ETHNIC,DUC", Table::Header),
            // What would look identifying is not, where it is the return's own by another name.
            ("Child ID,Gender,Date of birth,Ethnicity,Mother's child DOB", Table::Header),
            ("CHILDID,DECOM,RNE,LS,CIN,PL,PL_POST,Home address postcode,DEC,REC", Table::Episodes),
        ] {
            assert_eq!(table(heading).map(|heading| heading.table), Some(expected), "{heading}");
        }
    }

    #[test]
    fn tables_that_no_indicator_needs_are_skipped_by_name() {
        for (heading, name) in [
            ("CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", "placed_adoption"),
            ("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", "prev_perm"),
            ("CHILD,DOB,MIS_START,MIS_END", "missing"),
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
    fn a_heading_that_was_probably_meant_for_a_needed_column_is_named() {
        for (heading, mended) in [
            ("CHILD,DECOM,RNE,LS,PLACE,REC", "add the column DEC to the heading"),
            ("CHILD,DECOM,RNE,LS,Colour", "add the column PLACE, DEC, REC to the heading"),
            (
                "CHILD,DECOM,RNE,LS,DEC,REC,Current placement type",
                "rename `Current placement type` to PLACE, or map it with --columns",
            ),
            (
                "CHILD,DECOM,RNE,Legal status now,PLACE,Date episode ends,REC",
                "rename `Legal status now` to LS, `Date episode ends` to DEC, or map them with --columns",
            ),
            (
                "CHILD,DECOM,RNE,LS,DEC,Current placement type,Colour",
                "rename `Current placement type` to PLACE, or map it with --columns; add the column REC to the heading, or, if \
                 `Colour` is that column, rename it or map it with --columns",
            ),
            ("CHILD,ACADYR,Pupil KS2 English", "rename `Pupil KS2 English` to KS2_ENGLEV, or map it with --columns"),
        ] {
            assert!(matches!(kind(heading), Kind::Unknown { remedy, .. } if remedy == mended), "{heading}");
        }
    }

    #[test]
    fn other_names_count_for_columns_of_the_table_alone() {
        let heading = table("Child ID,Date of birth,SDQ total score,Legal status,Legal status code").unwrap();
        let renamed = [("Child ID", "CHILD"), ("Date of birth", "DOB"), ("SDQ total score", "SDQ_SCORE")];
        assert_eq!(heading.renamed, renamed.map(|(written, column)| (written.to_owned(), column.to_owned())));
        assert_eq!(heading.extra, ["LS", "LS"]);
    }

    #[test]
    fn what_is_wrong_with_a_heading_is_said() {
        for (heading, said) in [
            ("CHILD,DECOM,RNE,LS,PLACE,REC", "looks like episodes but lacks DEC"),
            ("CHILD,ACADYR,KS4", "looks like attainment but lacks one of KS2_ENGLEV"),
            ("CHILD,REVIEW,REVIEW", "has two columns called REVIEW"),
            ("CHILD,REVIEW,Review date", "has two columns for one of the return: REVIEW and Review date"),
            ("CHILD,SEX,DOB,ETHNIC,DECOM,RNE,LS,PLACE,DEC,REC", "has the columns of header and of episodes"),
            ("566910,2,27/03/2008", "is the heading of no table"),
        ] {
            assert!(matches!(kind(heading), Kind::Unknown { found, .. } if found.contains(said)), "{heading}");
        }
    }
}
