//! INT01: a child in AD1 is not in the header.

use super::not_in_header::{ADD_TO_HEADER, report_without_header};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error("INT01", "A child in AD1 is not in Header", ADD_TO_HEADER, |child, found| {
    report_without_header(child, "DOB", child.rows.ad1.iter().map(|row| (row.at, row.birth)), found);
})
.touching(&[61])
.needing(&[Table::Header, Table::Ad1]);

#[cfg(test)]
mod tests {
    use super::super::not_in_header::examples::with;
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_child_who_is_not_in_the_header_is_found() {
        let returns = |child: &str| with(&format!("ad1\nCHILD DATE_INT\n{child} 01/06/2010"));
        bad(&RULE, &returns("B"), &["B ad1 2"]);
        good(&RULE, &returns("A"));
    }
}
