//! INT01, INT02, INT03, INT05, INT06, INT08: a child has rows in a table but is not in the header.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rows::DateCell;
use crate::check::rule::{EVERY_INDICATOR, Returns, Rule, Severity};
use crate::returns::finding::Source;
use crate::returns::table::Table;

/// INT03: a child of Episodes.
pub const INT03: Rule = rule(
    "INT03",
    "A child in Episodes is not in Header",
    EVERY_INDICATOR,
    &[Table::Header, Table::Episodes],
    |child, found| {
        without_header(child, "DECOM", child.rows.all_episodes().map(|row| (row.at, row.decom)), found);
    },
);

/// INT05: a child of OC2.
pub const INT05: Rule =
    rule("INT05", "A child in OC2 is not in Header", &[58], &[Table::Header, Table::Oc2], |child, found| {
        without_header(child, "DOB", child.rows.oc2.iter().map(|row| (row.at, row.birth)), found);
    });

/// INT06: a child of OC3.
pub const INT06: Rule =
    rule("INT06", "A child in OC3 is not in Header", &[147, 148], &[Table::Header, Table::Oc3], |child, found| {
        without_header(child, "DOB", child.rows.oc3.iter().map(|row| (row.at, row.birth)), found);
    });

/// INT08: a child of Reviews.
pub const INT08: Rule =
    rule("INT08", "A child in Reviews is not in Header", &[66], &[Table::Header, Table::Reviews], |child, found| {
        without_header(child, "REVIEW", child.rows.reviews.iter().map(|row| (row.at, row.review)), found);
    });

/// INT01: a child of AD1.
pub const INT01: Rule =
    rule("INT01", "A child in AD1 is not in Header", &[61], &[Table::Header, Table::Ad1], |child, found| {
        without_header(child, "DOB", child.rows.ad1.iter().map(|row| (row.at, row.birth)), found);
    });

/// INT02: a child of PlacedAdoption.
pub const INT02: Rule = rule(
    "INT02",
    "A child in PlacedAdoption is not in Header",
    &[61],
    &[Table::Header, Table::PlacedAdoption],
    |child, found| {
        without_header(
            child,
            "DATE_PLACED",
            child.rows.placed_adoption.iter().map(|row| (row.at, row.date_placed)),
            found,
        );
    },
);

const fn rule(
    number: &'static str,
    message: &'static str,
    indicators: &'static [u16],
    needs: &'static [Table],
    check: fn(&Child<'_>, &mut Found<'_>),
) -> Rule {
    Rule {
        number,
        message,
        remedy: "add the child to Header, or correct CHILD",
        severity: Severity::Error,
        indicators,
        needs,
        needs_before: &[],
        needs_columns: &[],
        returns: Returns::ALL,
        check,
    }
}

/// Finds the first row of a child that has none in the header of the same authority and return.
fn without_header<'a>(
    child: &Child<'_>,
    column: &'static str,
    rows: impl Iterator<Item = (Source, DateCell<'a>)>,
    found: &mut Found<'_>,
) {
    if !child.rows.header.is_empty() {
        return;
    }
    if let Some((at, cell)) = rows.min_by_key(|(at, _)| *at) {
        let shown = [(column, cell.text)];
        found.row(at, if cell.is_blank() { &[] } else { &shown });
    }
}

#[cfg(test)]
mod tests {
    use super::{INT01, INT02, INT03, INT05, INT06, INT08};
    use crate::check::example::{bad, good, not_run};

    /// A child in the header, and one that is not but was in that of the year before.
    fn with(table: &str) -> String {
        format!(
            "2010 header
             CHILD SEX DOB        ETHNIC
             B     1   02/05/2000 WBRI
             2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI
             2011 {table}"
        )
    }

    #[test]
    fn a_child_of_episodes_is_found_once_however_many_rows() {
        let episodes = |child: &str| {
            with(&format!(
                "episodes
                 CHILD DECOM      RNE LS PLACE DEC        REC
                 {child}     01/05/2010 P   C2 U4    -          -
                 {child}     -          S   C2 U1    01/05/2010 X1"
            ))
        };
        bad(&INT03, &episodes("B"), &["B episodes 2 DECOM=01/05/2010"]);
        good(&INT03, &episodes("A"));
    }

    #[test]
    fn the_header_of_another_authority_is_no_header() {
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
        bad(&INT03, &episodes("301"), &["B episodes 2 DECOM=01/05/2010"]);
        good(&INT03, &episodes("302"));
    }

    #[test]
    fn an_id_is_the_same_however_a_spreadsheet_wrote_it() {
        good(
            &INT03,
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

    #[test]
    fn children_of_the_other_tables_are_found() {
        let oc2 = |child: &str| with(&format!("oc2\nCHILD SDQ_SCORE DOB\n{child} 12 02/05/2000"));
        bad(&INT05, &oc2("B"), &["B oc2 2 DOB=02/05/2000"]);
        good(&INT05, &oc2("A"));
        let oc3 = |child: &str| with(&format!("oc3\nCHILD IN_TOUCH ACTIV ACCOM\n{child} YES F1 B1"));
        bad(&INT06, &oc3("B"), &["B oc3 2"]);
        good(&INT06, &oc3("A"));
        let reviews = |child: &str| with(&format!("reviews\nCHILD REVIEW\n{child} 01/06/2010\n{child} 01/05/2010"));
        bad(&INT08, &reviews("B"), &["B reviews 2 REVIEW=01/06/2010"]);
        good(&INT08, &reviews("A"));
        let ad1 = |child: &str| with(&format!("ad1\nCHILD DATE_INT\n{child} 01/06/2010"));
        bad(&INT01, &ad1("B"), &["B ad1 2"]);
        good(&INT01, &ad1("A"));
        let placed =
            |child: &str| with(&format!("placed_adoption\nCHILD DATE_PLACED DATE_PLACED_CEASED\n{child} 01/06/2010 -"));
        bad(&INT02, &placed("B"), &["B placed_adoption 2 DATE_PLACED=01/06/2010"]);
        good(&INT02, &placed("A"));
    }

    #[test]
    fn without_a_header_nobody_is_accused() {
        not_run(&INT05, "2011 oc2\nCHILD SDQ_SCORE\nA 12", 2011, "header 2011");
    }
}
