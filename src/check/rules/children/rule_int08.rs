//! INT08: a child with reviews is not in the header.

use super::not_in_header::{ADD_TO_HEADER, report_without_header};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("INT08", "A child in Reviews is not in Header", ADD_TO_HEADER, |child, found| {
        report_without_header(child, "REVIEW", child.rows.reviews.iter().map(|row| (row.at, row.review)), found);
    })
    .touching(&[66])
    .needing(&[Table::Header, Table::Reviews]);

#[cfg(test)]
mod tests {
    use super::super::not_in_header::examples::with;
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_child_who_is_not_in_the_header_is_found() {
        let returns = |child: &str| with(&format!("reviews\nCHILD REVIEW\n{child} 01/06/2010\n{child} 01/05/2010"));
        bad(&RULE, &returns("B"), &["B reviews 2 REVIEW=01/06/2010"]);
        good(&RULE, &returns("A"));
    }
}
