//! Items of OC2 for a child who was not looked after for twelve months.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::items::{Item, filled};
use crate::check::rows::Oc2Row;

/// Reports the child's rows with any of the items filled, where the child was surely not in care that long.
pub(crate) fn report_filled<'a, const N: usize>(
    child: &Child<'a>,
    items: impl Fn(&Oc2Row<'a>) -> [Item<'a>; N],
    found: &mut Found,
) {
    if child.surely_not_twelve_months_in_care() {
        let rows = child.rows.oc2.iter().map(|row| (row.at, filled(&items(row))));
        for (at, items) in rows.filter(|(_, items)| !items.is_empty()) {
            found.row(at, &items);
        }
    }
}

#[cfg(test)]
pub(crate) mod examples {
    use crate::check::example::{bad, good};
    use crate::check::rule::Rule;

    /// Rows of OC2, each with what the one rule that reports it shows.
    const ROWS: [(&str, &str); 3] =
        [("0 - -", "SDQ_SCORE=0"), ("- SDQ1 -", "SDQ_REASON=SDQ1"), ("- - 0", "IMMUNISATIONS=0")];

    fn returns(episodes: &str, row: &str) -> String {
        format!(
            "2011 episodes
             CHILD DECOM RNE LS PLACE DEC REC
             {episodes}
             2011 oc2
             CHILD SDQ_SCORE SDQ_REASON IMMUNISATIONS
             A {row}"
        )
    }

    /// The rule reports its own item, and it alone, of a child who was a day short of twelve months in care.
    pub(crate) fn reports_its_item_after_less_than_twelve_months(rule: &'static Rule, shown: &str) {
        let own = |of: &&(&str, &str)| of.1 == shown;
        let (row, _) = ROWS.iter().find(own).unwrap();
        for episodes in [
            "A 02/04/2010 S C2 Q2 - -",
            "A 01/04/2010 S C2 Q2 31/03/2011 E4",
            "A 01/04/2009 S C2 Q2 01/05/2010 E4\nA 02/05/2010 S C2 Q2 - -",
            "A 01/04/2009 S V4 Q2 - -",
            "B 01/04/2009 S C2 Q2 - -",
        ] {
            bad(rule, &returns(episodes, row), &[&format!("A oc2 2 {shown}")]);
        }
        for episodes in [
            // Twelve months to the day, and more in several episodes.
            "A 01/04/2010 S C2 Q2 01/04/2011 E4",
            "A 01/04/2009 S C2 Q2 01/05/2010 X1\nA 01/05/2010 P C2 Q2 - -",
            // An episode is missing or rejected, so the time in care is not known.
            "A 02/04/2010 P C2 Q2 - -",
            "A 01/04/10 S C2 Q2 01/05/2010 X1\nA 01/05/2010 S C2 Q2 - -",
            "A 01/04/2010 S C2 Q2 01/05/10 X1\nA 01/05/2010 S C2 Q2 - -",
        ] {
            good(rule, &returns(episodes, row));
        }
        for (row, _) in ROWS.iter().filter(|of| !own(of)) {
            good(rule, &returns("A 02/04/2010 S C2 Q2 - -", row));
        }
    }
}
