//! One area at a time: a table whose cells look up the area that is picked from a list, in the tables that follow.
//!
//! The formulas are those that Excel and LibreOffice both have, and each cell holds what it shows for the area that is
//! picked first, for readers that calculate nothing.

use super::cell::{Cell, Kind};
use super::heights::lines_of;
use super::sheet::{Column, Sheet, Table};
use super::{comparisons, figures, targets};
use crate::pack::{OfIndicator, Pack, Packs};

/// The name on its tab.
pub(crate) const NAME: &str = "Your_area";
/// What the cell is called in which an area is picked.
pub(crate) const PICKED: &str = "picked_area";
/// The column that says where an indicator of the area stands in the tables of figures.
pub(crate) const ROW: &str = "Row in Figures";
/// The same in the table of targets.
const ROW_OF_TARGET: &str = "Row in Targets";

/// The area that is picked first: an authority where there is one; none where there is no area.
pub(crate) fn picked(packs: &Packs) -> Option<&Pack> {
    packs.authorities.first().or_else(|| packs.all().next())
}

/// The worksheet of one area.
pub(crate) fn sheet(packs: &Packs) -> Sheet {
    let rows = picked(packs).into_iter().flat_map(|pack| pack.indicators.iter().map(move |of| (pack, of)));
    let rows: Vec<Vec<Cell>> = rows.enumerate().map(|(earlier, (pack, of))| row(pack, of, earlier, packs)).collect();
    Sheet {
        name: NAME,
        title: format!("Your area, {}", packs.about.when),
        about: vec![
            "It has a row for each indicator of the area that is picked; all of it follows when you pick another."
                .to_owned(),
            "The limits are those of a 95% interval of the value. The last two columns serve the formulas, and are not printed."
                .to_owned(),
        ],
        is_of_figures: true,
        table: Table { name: "your_area", columns: columns(), rows },
    }
}

/// The columns: how the value stands first. All that are printed are on one page of paper.
const COLUMNS: [(&str, u16, Source, Kind); 14] = [
    ("Value", 9, Source::Figures, Kind::Tenths),
    ("Lower limit", 10, Source::Figures, Kind::Tenths),
    ("Upper limit", 10, Source::Figures, Kind::Tenths),
    ("England", 10, Source::Comparisons, Kind::Tenths),
    ("Compared with England", 14, Source::Comparisons, Kind::Words(1)),
    ("Whose target", 12, Source::Targets, Kind::Words(1)),
    ("Target", 9, Source::Targets, Kind::General),
    ("Met or not", 12, Source::Targets, Kind::Words(1)),
    ("Rank", 30, Source::Comparisons, Kind::Words(2)),
    ("Numerator", 12, Source::Figures, Kind::Count),
    ("Denominator", 14, Source::Figures, Kind::Count),
    ("Cautions", 48, Source::Figures, Kind::Words(1)),
    (ROW, 9, Source::Place, Kind::Count),
    (ROW_OF_TARGET, 9, Source::Place, Kind::Count),
];

/// Where the cells of a column come from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Figures,
    Comparisons,
    Targets,
    /// Worked out here.
    Place,
}

fn columns() -> Vec<Column> {
    let mut columns = vec![Column::words("Indicator", 11), Column::words("Title", 34)];
    columns.extend(COLUMNS.map(|(heading, width, source, kind)| match (source, kind) {
        (Source::Place, _) => Column::numbers(heading, width).off_paper(),
        (_, Kind::Words(_)) => Column::words(heading, width),
        _ => Column::numbers(heading, width),
    }));
    columns
}

fn row(pack: &Pack, of: &OfIndicator, earlier: usize, packs: &Packs) -> Vec<Cell> {
    let (figure, beside, target) = (figures::row(pack, of), comparisons::row(of), targets::rows(of));
    // Where the area that is picked first stands, counted as the formulas count.
    let before = || packs.all().take_while(|other| other.place.code != pack.place.code);
    let row = before().map(|other| other.indicators.len()).sum::<usize>() + earlier + 1;
    let others = before().flat_map(|other| &other.indicators).chain(pack.indicators.iter().take(earlier));
    let row_of_target = others.map(|of| targets::rows(of).len()).sum::<usize>() + 1;
    let count = |count: usize| Cell::Count(i64::try_from(count).unwrap_or(i64::MAX));
    let mut cells = vec![Cell::words(of.indicator.name()), Cell::words(&of.indicator.title)];
    cells.extend(COLUMNS.map(|(heading, width, source, kind)| match source {
        Source::Figures if heading == "Cautions" => {
            let lines = lines_of_cautions(of.indicator.number, width, packs);
            looked_up("figures", heading, ROW, Kind::Words(lines), &figure)
        }
        Source::Figures => looked_up("figures", heading, ROW, kind, &figure),
        Source::Comparisons => looked_up("comparisons", heading, ROW, kind, &beside),
        Source::Targets => {
            looked_up("targets", heading, ROW_OF_TARGET, kind, target.first().map_or(&[], |cells| cells.as_slice()))
        }
        Source::Place if heading == ROW => Cell::formula(position("figures"), kind, count(row)),
        Source::Place => Cell::formula(first_position("targets"), kind, count(row_of_target)),
    }));
    cells
}

/// How many lines the cautions about an indicator take, whatever area is picked.
fn lines_of_cautions(number: u16, width: u16, packs: &Packs) -> usize {
    let of_indicator = packs.all().flat_map(|pack| &pack.indicators).filter(|of| of.indicator.number == number);
    of_indicator.filter_map(OfIndicator::remark).map(|words| lines_of(words, width)).max().unwrap_or(1)
}

/// The cell of a column in another table, in the row that a column of this one names.
fn looked_up(table: &str, heading: &str, row: &str, kind: Kind, cells: &[(String, Cell)]) -> Cell {
    let shown = cells.iter().find(|(of, _)| of == heading).map_or(Cell::NOT_APPLICABLE, |(_, cell)| cell.clone());
    Cell::formula(format!("INDEX({table}[{heading}],your_area[[#This Row],[{row}]])"), kind, shown)
}

/// Which rows of a table are of the area that is picked and the indicator of this row: 1 or 0 for each.
fn is_of_both(table: &str) -> String {
    format!(
        "({table}[Code]=INDEX(areas[Code],MATCH({PICKED},areas[Area],0)))\
         *({table}[Indicator]=your_area[[#This Row],[Indicator]])"
    )
}

/// The row of a table that is of both: there is just one.
fn position(table: &str) -> String {
    format!("SUMPRODUCT({}*(ROW({table}[Code])-ROW({table}[[#Headers],[Code]])))", is_of_both(table))
}

/// The first of the rows that are of both: the national target comes before a local one.
fn first_position(table: &str) -> String {
    let both = is_of_both(table);
    let rows = format!("ROW({table}[Code])-ROW({table}[[#Headers],[Code]])");
    // Of those that are not, a number beyond all others is left.
    format!("SUMPRODUCT(MIN(({rows})+(1-{both})*1000000))")
}
