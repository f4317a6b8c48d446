//! A child's rows as written, and what cleaning found in them.

use super::case::Case;
use crate::day::Day;
use crate::identity::{ID_NOT_SHOWN, shown};
use crate::lines::{indented, table, visible};
use crate::quality::ids::{known, may_hold};
use crate::returns::finding::{Fate, Finding, Source};
use crate::returns::table::Table;
use crate::returns::written::WrittenRows;

/// Columns that say whose row it is, which its place among the rows already says.
const WHOSE: [&str; 3] = ["CHILD", "LA", "YEAR"];

/// A child's row: the rows it is among, its number there, and where it is from.
struct Place<'run> {
    written: &'run WrittenRows,
    row: usize,
    source: Source,
    year: i32,
}

/// The child's rows of one table, in order of file and line.
fn of_table<'run>(case: &Case<'run>, child: usize, table: Table) -> Vec<Place<'run>> {
    let id = case.followed.histories.clean.children[child].id;
    let of_table = case.written.iter().filter(|written| written.table == table);
    let rows = of_table.flat_map(|written| {
        let rows = written.rows.iter().enumerate().filter(|(_, row)| row.child == id);
        rows.map(move |(row, of)| Place { written, row, source: of.source, year: of.year })
    });
    let mut rows: Vec<Place<'_>> = rows.collect();
    rows.sort_by_key(|place| place.source);
    rows
}

/// The rows of every table, with their lines.
pub(crate) fn as_written(case: &Case<'_>, child: usize) -> String {
    let mut text = String::new();
    for of in Table::ALL {
        let rows = of_table(case, child, of);
        for in_file in rows.chunk_by(|one, other| one.source.file == other.source.file) {
            let file = visible(case.file(in_file[0].source));
            text.push_str(&format!("  {of}, {file}, return for {}\n{}", in_file[0].year, cells(case, in_file)));
        }
    }
    text
}

fn cells(case: &Case<'_>, rows: &[Place<'_>]) -> String {
    let columns = rows[0].written.columns();
    let places: Vec<usize> = (0..columns.len()).filter(|&place| !WHOSE.contains(&columns[place].as_str())).collect();
    let heading = ["line".to_owned()].into_iter().chain(places.iter().map(|&place| columns[place].clone()));
    let id = |place: &Place<'_>, column: usize| {
        may_hold(&columns[column], place.written.cell(place.row, column), &case.followed.clean.long)
    };
    let may_be = rows.iter().flat_map(|place| places.iter().filter_map(|&column| id(place, column)));
    let ids = known(may_be.collect(), &case.followed.clean.authorities);
    let mut lines = vec![heading.collect::<Vec<_>>()];
    for place in rows {
        let cells = places.iter().map(|&column| match id(place, column) {
            Some(id) if ids.contains(&id) => ID_NOT_SHOWN.to_owned(),
            _ => shown(&columns[column], place.written.cell(place.row, column)),
        });
        lines.push([place.source.line.to_string()].into_iter().chain(cells).collect());
    }
    table(&lines, 4)
}

/// What was found in the child's rows: the rule, what happened to the row, and the remedy.
pub(crate) fn findings(case: &Case<'_>, child: usize) -> String {
    let id = case.followed.histories.clean.children[child].id;
    let of_child = |finding: &&Finding| {
        finding.child == Some(id) && finding.authority.is_none_or(|authority| authority == case.request.authority)
    };
    let mut found: Vec<&Finding> =
        case.followed.clean.input.findings.iter().chain(case.late_findings).filter(of_child).collect();
    found.sort_by_key(|finding| (finding.source, finding.rule.step, finding.rule.name));
    if found.is_empty() {
        return "  nothing\n".to_owned();
    }
    found.into_iter().map(|finding| in_words(case, finding)).collect()
}

fn in_words(case: &Case<'_>, finding: &Finding) -> String {
    let (place, rule) = (case.place_of_cell(finding.source, finding.field), finding.rule);
    let fate = match rule.fate {
        Fate::Rejected => "row rejected",
        Fate::SetAside => "row set aside",
        Fate::Repaired => "row used, repaired",
        Fate::Kept => "row used",
        Fate::NoRow => "no row",
    };
    let (field, found) = (finding.field, visible(&finding.found));
    let said = [field, &found].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
    let what =
        format!("{said}{}{fate} (step {}, {})", if said.is_empty() { "" } else { ": " }, rule.step.letter(), rule.name);
    format!("  {}\n{}{}", visible(&place), indented(&what, 4), indented(&format!("To fix it: {}", rule.remedy), 4))
}

/// The row of a table and return with the date of birth, as `: header.csv, line 7`.
pub(crate) fn that_tells_birth(case: &Case<'_>, child: usize, table: Table, year: i32, birth: Day) -> Option<String> {
    let rows = of_table(case, child, table).into_iter().filter(|place| place.year == year);
    let tells = |place: &Place<'_>| {
        let column = place.written.column("DOB")?;
        (Day::read(place.written.cell(place.row, column).as_bytes()) == Some(birth)).then_some(place.source)
    };
    let source = rows.filter_map(|place| tells(&place)).max()?;
    Some(format!(": {}", visible(&case.followed.place_of(source))))
}
