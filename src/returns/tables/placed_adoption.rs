//! Placed for adoption: read for the checks alone, which take its cells as they are written.

use super::cells::{Cells, Fault};
use super::row::TableRow;
use crate::returns::heading::Heading;
use crate::seeds::codes::CodeLists;

/// A row of the table, which no indicator uses.
#[derive(Debug, Clone, Copy)]
pub struct PlacedAdoption;

impl TableRow for PlacedAdoption {
    type Columns = ();

    fn columns(_heading: &Heading, _codes: &CodeLists) {}

    fn read(_columns: &(), _cells: &mut Cells<'_>) -> Result<PlacedAdoption, Fault> {
        Ok(PlacedAdoption)
    }
}
