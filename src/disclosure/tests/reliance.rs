//! How far a figure can be relied upon goes with what is shown of it, and with nothing else.

use super::*;

#[test]
fn it_is_said_of_values_that_are_shown_at_the_end() {
    // 3 of 20 is hidden for its own sake, 40 of 60 to protect it, and 25 of 50 is shown.
    let country = vec![vec![(20, [3, 0]), (60, [40, 0])], vec![(50, [25, 0]), (0, [0, 0])]];
    let (list, profile) = (figures(&country, &[62]), profile("both-sides"));
    for reliance in [Reliance::Usable, Reliance::WithCare, Reliance::NotUsable] {
        let judged: Vec<(&Figure, Reliance)> = list.iter().map(|figure| (figure, reliance)).collect();
        let seeds = Seeds::built_in().unwrap();
        let mut draft =
            Draft::of(day(), (&judged, &Decided::new()), &profile, &authorities(&country), &seeds.indicators);
        suppress_more(&mut draft, Attacker { profile: &profile, earlier: &[] }, &|_| true).unwrap();
        let protected = draft.finish();
        let of = |code: &str| protected.table().figures.iter().find(|figure| figure.code == code).unwrap();
        for (code, status, expected) in [
            ("110", "confidential", Reliance::Usable),
            ("210", "confidential", Reliance::Usable),
            ("111", "ok", reliance),
            ("211", "no_denominator", Reliance::Usable),
            (ENGLAND_CODE, "ok", reliance),
        ] {
            assert_eq!((of(code).status(), of(code).reliance), (status, expected), "{code}");
        }
    }
}
