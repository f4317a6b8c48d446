//! INT03: a child with episodes is not in the header.

use super::not_in_header::{ADD_TO_HEADER, report_without_header};
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule =
    Rule::error("INT03", "A child in Episodes is not in Header", ADD_TO_HEADER, |child, found| {
        report_without_header(child, "DECOM", child.rows.all_episodes().map(|row| (row.at, row.decom)), found);
    })
    .needing(&[Table::Header, Table::Episodes]);

#[cfg(test)]
mod tests {
    use super::super::not_in_header::examples::with;
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_child_is_found_once_however_many_episodes() {
        let episodes = |child: &str| {
            with(&format!(
                "episodes
                 CHILD DECOM      RNE LS PLACE DEC        REC
                 {child}     01/05/2010 P   C2 U4    -          -
                 {child}     -          S   C2 U1    01/05/2010 X1"
            ))
        };
        bad(&RULE, &episodes("B"), &["B episodes 2 DECOM=01/05/2010"]);
        good(&RULE, &episodes("A"));
    }

    #[test]
    fn the_header_of_another_authority_does_not_count() {
        let header = "2011 header
             LA  YEAR CHILD SEX DOB        ETHNIC
             301 2011 A     1   02/05/2000 WBRI
             302 2011 B     1   02/05/2000 WBRI";
        let episodes = |authority: &str| {
            format!(
                "{header}
                 2011 episodes
                 LA          YEAR CHILD DECOM      RNE LS PLACE DEC REC
                 {authority} 2011 B     01/05/2010 S   C2 U4    -   -"
            )
        };
        bad(&RULE, &episodes("301"), &["B episodes 2 DECOM=01/05/2010"]);
        good(&RULE, &episodes("302"));
    }

    #[test]
    fn an_id_is_the_same_however_a_spreadsheet_wrote_it() {
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             a12   1   02/05/2000 WBRI
             12    1   02/05/2000 WBRI
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC REC
             A12   01/05/2010 S   C2 U4    -   -
             12.0  01/05/2010 S   C2 U4    -   -",
        );
    }
}
