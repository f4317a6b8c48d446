//! What is said where not all is known: of which targets, and why nothing is said.

use super::*;
use crate::benchmark::significance::Significance;
use crate::pack::OfIndicator;

fn unjudged(number: u16, symbol: Printed) -> OfIndicator {
    let target = Target { met: None, significance: None, above: None, ..target("60", false, 0, None) };
    OfIndicator { targets: vec![target], ..with_numbers(number, Numbers::all(symbol)) }
}

#[test]
fn the_lead_says_of_which_targets_it_speaks() {
    use Printed::{Confidential, NotAvailable};
    let told = |met| vec![target("60", met, -10, Some(Unclear))];
    let lead = |three: [OfIndicator; 3]| summed(three.to_vec()).lead.split_once(". ").unwrap().1.to_owned();
    let one = "The one tested difference from a target is not statistically significant.";
    let two = "Neither of the two tested differences from a target is statistically significant.";
    let fixed = "Hidden figures are not counted; they may be better or worse.";
    let three = "Of three national targets,";
    assert_eq!(
        lead([of_targets(99, told(true)), unjudged(100, Confidential), unjudged(101, Confidential)]),
        format!("{fixed} {three} one can be judged; two are not shown. {one}")
    );
    assert_eq!(
        lead([of_targets(99, told(false)), of_targets(100, told(true)), unjudged(101, Confidential)]),
        format!("{fixed} {three} two can be judged; one is not shown. {two}")
    );
    assert_eq!(
        lead([of_targets(99, told(true)), unjudged(100, NotAvailable), unjudged(101, NotAvailable)]),
        format!("The one national target that has a figure is met; two have no figure. {one}")
    );
    assert_eq!(
        lead([of_targets(99, told(true)), unjudged(100, Confidential), unjudged(101, NotAvailable)]),
        format!("{fixed} {three} one can be judged; one is not shown and one has no figure. {one}")
    );
    // With a figure, but one that is unreliable or that the returns leave open.
    let open = |number| {
        let target = Target { met: None, significance: None, above: None, ..target("60", false, 0, None) };
        of_targets(number, vec![target])
    };
    assert_eq!(
        lead([of_targets(99, told(false)), open(100), open(101)]),
        format!("The one national target that can be judged is not met; two cannot be judged. {one}")
    );
    assert_eq!(
        lead([of_targets(99, told(true)), unjudged(100, Confidential), open(101)]),
        format!("{fixed} {three} one can be judged; one is not shown and one cannot be judged. {one}")
    );
    assert_eq!(
        summed(vec![open(99)]).lead,
        "Of one indicator, one has a figure. The one national target cannot be judged, because the figure is too uncertain."
    );
    let clear = |met| {
        let significance = Some(if met { targets::MetAt95::Met } else { targets::MetAt95::NotMet });
        vec![Target { is_beyond_99_8: true, ..target("60", met, -10, significance) }]
    };
    assert_eq!(
        lead([of_targets(99, clear(true)), of_targets(100, clear(false)), unjudged(101, Confidential)]),
        format!(
            "{fixed} {three} two can be judged; one is not shown. NI 100 misses its national target; this is statistically \
             significant at 99.8%."
        ),
        "of what is met nothing is said where another is hidden"
    );
    let none = [99, 100, 101].map(|number| unjudged(number, Confidential));
    assert_eq!(
        lead(none),
        format!(
            "{fixed} None of the three national targets can be judged, because the figures are hidden to protect children."
        )
    );
    assert_eq!(
        summed(vec![unjudged(99, NotAvailable)]).lead,
        "Of one indicator, none has a figure. The one national target cannot be judged, because there is no figure."
    );
}

#[test]
fn where_nothing_is_said_it_is_said_how_far_that_is_known() {
    use Printed::{Confidential, NotAvailable};
    let missed = || vec![target("60", false, -10, Some(Unclear))];
    let beside_others = |number, told| OfIndicator {
        england: beside("England", 300, told),
        change: change(58, told),
        ..of_targets(number, missed())
    };
    let of = |indicators| {
        let Nothing { met, behind, moved } = summed(indicators).nothing;
        [met, behind, moved]
    };
    assert_eq!(
        of(vec![beside_others(99, Significance::NotSignificant)]),
        [
            "No target is met. No figure is significantly better than England's.",
            "No target is missed. No figure is significantly worse than England's.",
            "No change is statistically significant."
        ]
    );
    assert_eq!(
        of(vec![beside_others(99, Significance::NotSignificant), unjudged(100, Confidential)]),
        [
            "No target that can be judged is met. No figure that can be tested is significantly better than England's.",
            "No target that can be judged is missed. No figure that can be tested is significantly worse than England's.",
            "No change that can be tested is statistically significant."
        ]
    );
    let hidden = "No target can be judged, and no figure can be tested against England's: the figures are hidden to protect \
                  children.";
    assert_eq!(
        of(vec![unjudged(99, Confidential), unjudged(100, Confidential)]),
        [
            hidden,
            hidden,
            "No change can be tested: the figures for this year or the year before are hidden to protect children."
        ]
    );
    assert_eq!(
        of(vec![unjudged(99, NotAvailable)])[0],
        "No target can be judged, and no figure can be tested against England's: there are no figures."
    );
    let untested = of(vec![beside_others(99, Significance::NotTested)]);
    assert_eq!(untested[1], "No target is missed. No figure can be tested against England's.");
    assert_eq!(untested[2], "No change can be tested.");
    // The year before is hidden, so that nothing is told of the change.
    let mut hidden_before = OfIndicator { change: None, ..beside_others(99, Significance::NotSignificant) };
    hidden_before.years[3].1 = Confidential;
    assert_eq!(
        of(vec![hidden_before])[2],
        "No change can be tested: the figures for this year or the year before are hidden to protect children."
    );
    // England is set beside nothing.
    let england = Pack { level: Level::National, ..pack(vec![crate::pack::by_hand::of(62, 20, 52, 385)]) };
    assert_eq!(nothing::nothing(&england).met, "There is no target.");
}
