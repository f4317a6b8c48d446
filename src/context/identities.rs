//! What must hold of the care population, or the program is at fault and the run fails.

use super::row::ContextRow;
use crate::seeds::context::Of;
use std::collections::BTreeMap;

/// The identities that do not hold, in words: groups add up to their measure, parts are no more than their whole, and those
/// looked after on the day before the window, with the periods of care that began and without those that ended, are those
/// looked after on the day.
pub(super) fn broken(rows: &[ContextRow]) -> Vec<String> {
    let mut broken = Vec::new();
    for of_place in rows.chunk_by(|one, other| (one.level, &one.code) == (other.level, &other.code)) {
        let whole = |name: &str| of_place.iter().find(|row| row.group.is_none() && row.measure == name);
        let place = &of_place[0].name;
        let mut sums = BTreeMap::<(&str, &str), u64>::new();
        for row in of_place {
            if let Some([dimension, _]) = &row.group {
                *sums.entry((&row.measure, dimension)).or_default() += row.numerator;
            } else if row.of == Of::Share && row.measure != "churn" && row.denominator < Some(row.numerator) {
                let all = row.denominator.unwrap_or_default();
                broken.push(format!("{place}: {} is {} of {all}", row.measure, row.numerator));
            }
        }
        for ((measure, dimension), sum) in sums {
            let all = whole(measure).map_or(0, |row| row.numerator);
            if sum != all {
                broken.push(format!("{place}: the groups of {dimension} add up to {sum}, and {measure} is {all}"));
            }
        }
        let count = |name: &str| whole(name).map(|row| row.numerator);
        let of_change = ["on_day_before", "periods_begun", "periods_ended", "on_day"].map(count);
        if let [Some(before), Some(begun), Some(ended), Some(on_day)] = of_change
            && before + begun != ended + on_day
        {
            broken.push(format!(
                "{place}: {before} were looked after on the day before the window, {begun} periods of care began and \
                 {ended} ended, and {on_day} were looked after on the day"
            ));
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::level::Level;

    fn row(measure: &str, group: Option<&str>, numerator: u64, denominator: Option<u64>) -> ContextRow {
        ContextRow {
            level: Level::LocalAuthority,
            code: "302".to_owned(),
            name: "Barnet".to_owned(),
            measure: measure.to_owned(),
            title: String::new(),
            group: group.map(|group| ["sex".to_owned(), group.to_owned()]),
            numerator,
            denominator,
            of: if denominator.is_some() { Of::Share } else { Of::Children },
        }
    }

    fn sound() -> Vec<ContextRow> {
        vec![
            row("on_day_before", None, 10, None),
            row("periods_begun", None, 4, None),
            row("periods_ended", None, 3, None),
            row("on_day", None, 11, None),
            row("on_day", Some("Boys"), 6, Some(11)),
            row("on_day", Some("Not known"), 5, Some(11)),
            row("churn", None, 14, Some(11)),
            row("with_oc2", None, 2, Some(9)),
        ]
    }

    #[test]
    fn one_too_many_anywhere_is_found() {
        assert_eq!(broken(&sound()), Vec::<String>::new());
        for (place, said) in [
            (0, "11 were looked after on the day before the window"),
            (1, "5 periods of care began"),
            (2, "4 ended"),
            (3, "the groups of sex add up to 11, and on_day is 12"),
            (5, "the groups of sex add up to 12, and on_day is 11"),
        ] {
            let mut rows = sound();
            rows[place].numerator += 1;
            let broken = broken(&rows);
            assert!(broken.iter().any(|broken| broken.contains(said)), "{said}: {broken:?}");
        }
        let mut rows = sound();
        rows[7].numerator = 10;
        assert_eq!(broken(&rows), ["Barnet: with_oc2 is 10 of 9"]);
    }
}
