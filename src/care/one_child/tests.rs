use super::*;
use crate::care::CareHistories;
use crate::care::by_hand::{cleaned, day};
use crate::day::Day;
use crate::quality::CleanReturns;

/// The rows of children 1 to 5: 1 moved on another day than the return for 2010 says, 2 came into care later than it says,
/// 3 is not returned again, 4 is open beside a later row, 5 has no fault.
const RETURNS: [(i32, &str); 2] = [
    (
        2010,
        "1,15/07/2007,S,C2,Q2,15/06/2009,X1\n1,15/06/2009,P,C2,Q2,,\n2,14/07/2009,S,C2,Q2,,\n3,01/05/2009,S,C2,Q2,,\n\
         5,01/05/2009,S,C2,Q2,,\n",
    ),
    (
        2011,
        "1,12/06/2009,P,C2,Q2,,\n2,16/07/2009,S,C2,Q2,,\n4,01/05/2010,S,C2,Q2,,\n4,01/08/2010,P,C2,Q2,01/02/2011,E8\n\
         5,01/05/2009,S,C2,Q2,01/07/2010,E8\n",
    ),
];

fn with(then: impl FnOnce(&CleanReturns, Setting<'_>)) {
    let files = RETURNS.map(|(year, rows)| (year, "episodes", format!("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n{rows}")));
    cleaned(&files, "31/03/2011", then);
}

/// First day and end of each episode.
fn episodes(history: &ChildHistory<'_>) -> Vec<(String, Option<String>)> {
    history.episodes.iter().map(|each| (each.row.decom.slashed(), each.end.map(Day::slashed))).collect()
}

fn written(episodes: &[(&str, &str)]) -> Vec<(String, Option<String>)> {
    let end = |end: &str| (!end.is_empty()).then(|| end.to_owned());
    episodes.iter().map(|(start, last)| ((*start).to_owned(), end(last))).collect()
}

#[test]
fn children_who_may_be_read_otherwise_keep_their_rows_and_can_be_built_again() {
    with(|clean, setting| {
        let histories = CareHistories::build(clean, setting);
        let (authority, histories) = (&clean.authorities[0], &histories.authorities[0]);
        let rows = &authority.unsettled.episodes;
        assert_eq!(rows.iter().map(|(child, _)| *child).collect::<Vec<_>>(), [0, 1, 2, 3]);
        assert_eq!(authority.unsettled.superseded.iter().map(|row| row.child).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(histories.ends_given.iter().map(|(child, _)| *child).collect::<Vec<_>>(), [2, 3]);
        let overlap = (day("15/07/2007"), day("12/06/2009"));
        assert_eq!(histories.overlaps.iter().map(|of| (of.earlier, of.later)).collect::<Vec<_>>(), [overlap]);
        let again = OneChild::of(authority, setting);
        let as_measured = again.as_measured();
        let left_open: Vec<Source> = histories.ends_given.iter().map(|(_, row)| *row).collect();
        let earlier = Reading { superseding: Superseding::AsInEarlierReturn, ..as_measured };
        let kept = Reading { superseding: Superseding::Kept, ..as_measured };
        let open = Reading { left_open: &left_open, ..as_measured };
        let ask = |child: usize, reading| {
            let known = histories.child(child, setting.timeframe.known);
            again.ask(&known, &rows[child].1, reading, episodes)
        };
        for (child, rows) in rows {
            let known = histories.child(*child as usize, setting.timeframe.known);
            assert_eq!(ask(*child as usize, as_measured), episodes(&known), "{child}");
            assert_eq!(again.ask(&known, rows, as_measured, |history| history.placements.to_vec()), known.placements);
        }
        assert_eq!(ask(0, as_measured), written(&[("15/07/2007", "15/06/2009"), ("12/06/2009", "")]));
        assert_eq!(ask(0, earlier), written(&[("15/07/2007", "15/06/2009"), ("15/06/2009", "")]));
        assert_eq!(ask(1, as_measured), written(&[("16/07/2009", "")]));
        assert_eq!(ask(1, earlier), written(&[("14/07/2009", "")]));
        assert_eq!(ask(1, kept), written(&[("14/07/2009", "15/07/2009"), ("16/07/2009", "")]));
        assert_eq!(ask(2, as_measured), written(&[("01/05/2009", "31/03/2010")]));
        assert_eq!(ask(2, open), written(&[("01/05/2009", "")]));
        assert_eq!(ask(3, open), written(&[("01/05/2010", ""), ("01/08/2010", "01/02/2011")]));
    });
}
