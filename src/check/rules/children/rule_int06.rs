//! INT06: a child in OC3 is not in the header.

use super::not_in_header::{ADD_TO_HEADER, report_without_header};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error("INT06", "A child in OC3 is not in Header", ADD_TO_HEADER, |child, found| {
    report_without_header(child, "DOB", child.rows.oc3.iter().map(|row| (row.at, row.birth)), found);
})
.touching(&[147, 148])
.needing(&[Table::Header, Table::Oc3]);

#[cfg(test)]
mod tests {
    use super::super::not_in_header::examples::with;
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_child_who_is_not_in_the_header_is_found() {
        let returns = |child: &str| with(&format!("oc3\nCHILD IN_TOUCH ACTIV ACCOM\n{child} YES F1 B1"));
        bad(&RULE, &returns("B"), &["B oc3 2"]);
        good(&RULE, &returns("A"));
    }
}
