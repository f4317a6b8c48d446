//! INT05: a child in OC2 is not in the header.

use super::not_in_header::{ADD_TO_HEADER, report_without_header};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error("INT05", "A child in OC2 is not in Header", ADD_TO_HEADER, |child, found| {
    report_without_header(child, "DOB", child.rows.oc2.iter().map(|row| (row.at, row.birth)), found);
})
.touching(&[58])
.needing(&[Table::Header, Table::Oc2]);

#[cfg(test)]
mod tests {
    use super::super::not_in_header::examples::with;
    use super::RULE;
    use crate::check::example::{bad, good, not_run};

    #[test]
    fn a_child_who_is_not_in_the_header_is_found() {
        let returns = |child: &str| with(&format!("oc2\nCHILD SDQ_SCORE DOB\n{child} 12 02/05/2000"));
        bad(&RULE, &returns("B"), &["B oc2 2 DOB=02/05/2000"]);
        good(&RULE, &returns("A"));
    }

    #[test]
    fn without_a_header_it_is_not_run() {
        not_run(&RULE, "2011 oc2\nCHILD SDQ_SCORE\nA 12", 2011, "header 2011");
    }
}
