//! Placed for adoption: read for the checks alone, which take its cells as they are written.

use super::cells::{Cells, DateColumn, Fault};
use super::row::TableRow;
use crate::returns::heading::Heading;
use crate::seeds::codes::CodeLists;

/// A row of the table, which no indicator uses.
#[derive(Debug, Clone, Copy)]
pub struct PlacedAdoption;

impl TableRow for PlacedAdoption {
    type Columns = [DateColumn; 3];

    fn columns(heading: &Heading, _codes: &CodeLists) -> [DateColumn; 3] {
        ["DOB", "DATE_PLACED", "DATE_PLACED_CEASED"].map(|name| DateColumn::of(heading, name, None))
    }

    fn read(dates: &[DateColumn; 3], cells: &mut Cells<'_>) -> Result<PlacedAdoption, Fault> {
        dates.iter().for_each(|date| cells.look_at(*date));
        Ok(PlacedAdoption)
    }
}
