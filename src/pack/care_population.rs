//! The care population behind a place's figures, for the owner alone.

use crate::context::ContextRow;
use crate::decimal::with_commas;
use crate::seeds::breakdowns::{Dimension, NOT_KNOWN};
use crate::seeds::context::{MeasureSeed, Of, PublishedOfEngland};
use crate::unit::Unit;

/// The most groups of a dimension that a page shows; the table has them all.
const MOST: usize = 12;

/// The care population of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarePopulation {
    /// The measures, in order.
    pub measures: Vec<CareMeasure>,
    /// Those looked after on the day, a dimension at a time, and other measures by their own codes.
    pub by_group: Vec<CareGroups>,
}

/// A measure of the care population.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CareMeasure {
    /// What people call it.
    pub title: String,
    /// What is asked, in words.
    pub test: String,
    /// The children.
    pub children: String,
    /// The share or rate; blank where children are counted.
    pub share: String,
    /// What was published of England, with its year and source.
    pub published: Vec<String>,
}

/// The groups of a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CareGroups {
    /// What people call the measure.
    pub measure: String,
    /// What people call the dimension.
    pub title: String,
    /// Each group with its children and their share.
    pub groups: Vec<[String; 3]>,
}

impl CareGroups {
    /// Whether any child's group is known.
    pub(crate) fn is_recorded(&self) -> bool {
        self.groups.iter().any(|[group, ..]| group != NOT_KNOWN)
    }
}

/// The care population, from the rows of one place.
pub(crate) fn care_population(
    rows: &[ContextRow],
    seeds: &[MeasureSeed],
    dimensions: &[Dimension],
) -> Option<CarePopulation> {
    let of_measure = |row: &ContextRow| {
        let seed = seeds.iter().find(|seed| seed.name == row.measure)?;
        Some(CareMeasure {
            title: row.title.clone(),
            test: seed.test.clone(),
            children: with_commas(i64::try_from(row.numerator).unwrap_or(i64::MAX)),
            share: share(row),
            published: seed.published.iter().map(in_words).collect(),
        })
    };
    let measures: Vec<_> = rows.iter().filter(|row| row.group.is_none()).filter_map(of_measure).collect();
    let mut by_group = Vec::new();
    for seed in seeds {
        let shown = dimensions.iter().filter(|dimension| dimension.groups.len() <= MOST).chain(&seed.by);
        by_group.extend(shown.filter_map(|dimension| {
            let of_row = |row: &ContextRow| {
                let [of, group] = row.group.as_ref().filter(|_| row.measure == seed.name)?;
                let children = with_commas(i64::try_from(row.numerator).unwrap_or(i64::MAX));
                (*of == dimension.name).then(|| [group.clone(), children, share(row)])
            };
            let groups: Vec<_> = rows.iter().filter_map(of_row).collect();
            let (measure, title) = (seed.title.clone(), dimension.title.clone());
            (!groups.is_empty()).then_some(CareGroups { measure, title, groups })
        }));
    }
    (!measures.is_empty()).then_some(CarePopulation { measures, by_group })
}

/// A share with its unit, or a rate; blank where children are counted.
fn share(row: &ContextRow) -> String {
    let unit = if row.of == Of::Per10000 { "" } else { Unit::Percent.suffix() };
    row.value().map(|value| format!("{value}{unit}")).unwrap_or_default()
}

/// `1,890 in 2009 (SFR 25/2009, table D3)`.
pub(crate) fn in_words(published: &PublishedOfEngland) -> String {
    let PublishedOfEngland { year, children, source } = published;
    format!("{children} in {year} ({source})")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::level::Level;
    use crate::seeds::Seeds;

    #[test]
    fn measures_and_groups_are_said_with_what_was_published() {
        let seeds = Seeds::built_in().unwrap();
        let row = |measure: &str, group: Option<[&str; 2]>, numerator, denominator| ContextRow {
            level: Level::LocalAuthority,
            code: "302".to_owned(),
            name: "Barnet".to_owned(),
            measure: measure.to_owned(),
            title: measure.to_owned(),
            group: group.map(|names| names.map(str::to_owned)),
            numerator,
            denominator,
            of: if measure == "per_10000" { Of::Per10000 } else { Of::Share },
        };
        let rows = [
            row("on_day", None, 1_210, None),
            row("on_day", Some(["sex", "Girls"]), 605, Some(1_210)),
            row("on_day", Some(["ethnicity_code", "WBRI White British"]), 605, Some(1_210)),
            row("reviews", Some(["participation", "PN1 Attended and spoke"]), 2, Some(4)),
            row("per_10000", None, 1_210, Some(80_000)),
            row("ceased_at_16", None, 3, Some(7)),
        ];
        let population = care_population(&rows, &seeds.context, &seeds.breakdowns).unwrap();
        let [day, rate, at_16] = population.measures.try_into().unwrap();
        assert_eq!((day.children.as_str(), day.share.as_str()), ("1,210", ""));
        assert_eq!(day.published, ["about 60,000 in 2008 and 2009 (SFR 25/2009, table A1)"]);
        assert_eq!(rate.share, "151.3");
        assert_eq!((at_16.children.as_str(), at_16.share.as_str()), ("3", "42.9%"));
        assert_eq!(at_16.published[1], "1,940 in 2011 (SFR 21/2011, table D3)");
        let [sex, part] = population.by_group.try_into().unwrap();
        assert_eq!(
            (part.measure.as_str(), part.title.as_str()),
            ("Reviews held in the window", "How the child took part")
        );
        assert_eq!(part.groups, [["PN1 Attended and spoke", "2", "50.0%"].map(str::to_owned)]);
        assert_eq!((sex.title.as_str(), sex.groups), ("Sex", vec![["Girls", "605", "50.0%"].map(str::to_owned)]));
        assert_eq!(care_population(&[], &seeds.context, &seeds.breakdowns), None);
    }
}
