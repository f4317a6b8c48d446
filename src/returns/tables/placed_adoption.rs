//! Placed for adoption: read for the checks alone, which take its cells as they are written.

use super::{AuthorityRows, Cells, Fault, Row, TableRow};
use crate::returns::heading::Heading;
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;

/// A row of the table, of which no indicator takes anything.
#[derive(Debug, Clone, Copy)]
pub struct PlacedAdoption;

impl TableRow for PlacedAdoption {
    const TABLE: Table = Table::PlacedAdoption;
    type Columns = ();

    fn columns(_heading: &Heading, _codes: &CodeLists) {}

    fn read(_columns: &(), _cells: &mut Cells<'_>) -> Result<PlacedAdoption, Fault> {
        Ok(PlacedAdoption)
    }

    fn rows(authority: &mut AuthorityRows) -> &mut Vec<Row<PlacedAdoption>> {
        &mut authority.placed_adoption
    }
}
