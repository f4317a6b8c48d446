//! INT02: a child placed for adoption is not in the header.

use super::not_in_header::{ADD_TO_HEADER, report_without_header};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("INT02", "A child in PlacedAdoption is not in Header", ADD_TO_HEADER, |child, found| {
        let rows = child.rows.placed_adoption.iter().map(|row| (row.at, row.date_placed));
        report_without_header(child, "DATE_PLACED", rows, found);
    })
    .touching(&[61])
    .needing(&[Table::Header, Table::PlacedAdoption]);

#[cfg(test)]
mod tests {
    use super::super::not_in_header::examples::with;
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_child_who_is_not_in_the_header_is_found() {
        let returns =
            |child: &str| with(&format!("placed_adoption\nCHILD DATE_PLACED DATE_PLACED_CEASED\n{child} 01/06/2010 -"));
        bad(&RULE, &returns("B"), &["B placed_adoption 2 DATE_PLACED=01/06/2010"]);
        good(&RULE, &returns("A"));
    }
}
