//! One indicator on the page of a place: a row of the first table, and a section of its own.

use super::pieces::{Drawing, Marked, on_areas_page};
use super::shared::Shared;
use crate::charts::DrawnChart;
use crate::charts::sparkline::{self, Sparkline};
use crate::charts::strip::Strip;
use crate::pack::{Beside, Change, OfIndicator, Target};
use crate::printed::Printed;
use crate::unit::{HIGHEST_SCORE, Unit};
use crate::wording::mark::Mark;
use crate::wording::names::Indicator;
use crate::wording::number::ShownNumber;

/// One indicator of a place.
#[derive(Debug)]
pub(crate) struct Section<'page> {
    /// Its id in the page: `ni-62`.
    pub id: String,
    /// The indicator, for what is written as it is.
    pub of: &'page OfIndicator,
    /// The value, its limits and its counts.
    pub value: ShownNumber,
    /// The limits of its 95% interval.
    pub limits: ShownNumber,
    /// Numerator and denominator; empty where rounded counts would contradict the value.
    pub counts: Vec<(&'static str, ShownNumber)>,
    /// England's figure.
    pub england: Option<Compared>,
    /// The region's.
    pub region: Option<Compared>,
    /// The mean of statistical neighbours.
    pub neighbours: Option<Compared>,
    /// The change since the year before.
    pub change: Option<Moved>,
    /// The smallest and the largest value that the returns allow, where they differ.
    pub doubt: Option<String>,
    /// All areas on a line.
    pub strip: Option<Strip>,
    /// The years as a small line.
    pub sparkline: Sparkline,
    /// Its rank, its quarter and its trend, each with its name.
    pub standing: Vec<(&'static str, &'page str)>,
    /// The targets beside it.
    pub targets: Vec<Goal>,
    /// The value of each year.
    pub years: Vec<(String, ShownNumber)>,
    /// The remark on each year, blank where it has none; empty where no year has one.
    pub year_notes: Vec<&'page str>,
    /// The measure and its unit, in words.
    pub measure: String,
    /// Its years and, beside them, all areas.
    pub pair: Vec<Drawing<'page>>,
    /// Where all areas are in order, from its page: `../areas.html#ni-62`; none where they are too few.
    pub all_areas: Option<String>,
}

/// A figure that another is compared with.
#[derive(Debug)]
pub(crate) struct Compared {
    /// Whose it is.
    pub name: String,
    /// Its value, or the symbol in its place.
    pub value: ShownNumber,
    /// Its year, where that differs from the figure's.
    pub of_year: Option<String>,
    /// How the figure differs from it.
    pub mark: Option<Marked>,
}

/// A change since the year before.
#[derive(Debug)]
pub(crate) struct Moved {
    /// `up 5.4`.
    pub points: String,
    /// The value then.
    pub from: String,
    /// The year before.
    pub from_year: String,
    /// Its significance.
    pub mark: Marked,
    /// Why the two years are not compared, where they are not.
    pub not_compared: Option<String>,
}

/// A target beside a figure.
#[derive(Debug)]
pub(crate) struct Goal {
    /// Whose it is: `national`, `local`.
    pub whose: &'static str,
    /// `60% by 2011`.
    pub goal: String,
    /// Whether it is met.
    pub mark: Option<Marked>,
    /// Why that is not known, where it is not.
    pub unknown: &'static str,
    /// All of it; the goal alone where there is no figure.
    pub in_words: String,
}

impl<'page> Section<'page> {
    /// From an indicator and the charts of its place. A figure that is not shown is not compared.
    pub fn new(of: &'page OfIndicator, charts: &'page [DrawnChart], shared: Shared) -> Section<'page> {
        let (number, unit) = (of.indicator.number, of.indicator.unit);
        let is_shown = of.is_shown();
        let beside = |beside: &Option<Beside>| beside.as_ref().map(|beside| compared(beside, &of.indicator, is_shown));
        let year =
            |(year, value): &(i32, Printed)| (of.indicator.years.in_short(*year), ShownNumber::value(*value, unit));
        let named = |kinds: &[&str]| {
            let names: Vec<String> = kinds.iter().map(|kind| format!("{kind}-{number}")).collect();
            Drawing::sharing(charts, &names, shared)
        };
        Section {
            id: format!("ni-{number}"),
            of,
            value: ShownNumber::value(of.numbers.value, unit),
            limits: ShownNumber::limits(&of.numbers, unit),
            counts: counts(of),
            england: beside(&of.england),
            region: beside(&of.region),
            neighbours: beside(&of.neighbours),
            change: of.change.as_ref().filter(|_| is_shown).map(|change| moved(change, &of.indicator)),
            doubt: of.doubt.filter(|_| is_shown).map(|doubt| doubt.in_words(|value| of.indicator.shown(value))),
            strip: of.strip.clone().map(|strip| Strip { own: strip.own.filter(|_| is_shown), ..strip }),
            sparkline: sparkline(of),
            standing: of.standing().filter(|_| is_shown).collect(),
            targets: of.targets.iter().map(|target| goal(target, of)).collect(),
            years: of.years.iter().map(year).collect(),
            year_notes: year_notes(of),
            measure: measure(of),
            pair: named(&["trend", "funnel"]),
            all_areas: of.strip.as_ref().filter(|strip| strip.others.len() > 1).map(|_| on_areas_page(number)),
        }
    }

    /// Whether the figure is compared with anything.
    pub(crate) fn is_beside_others(&self) -> bool {
        self.change.is_some() || self.others().next().is_some()
    }

    /// England, region and neighbours, as far as they are known.
    pub(crate) fn others(&self) -> impl Iterator<Item = &Compared> {
        [&self.england, &self.region, &self.neighbours].into_iter().flatten()
    }
}

fn measure(of: &OfIndicator) -> String {
    let unit = match of.indicator.unit {
        Unit::Percent => "per cent".to_owned(),
        Unit::Score => format!("mean score from 0 to {HIGHEST_SCORE}"),
    };
    format!("{}; {unit}, {}", of.title, of.indicator.good_in_words())
}

fn sparkline(of: &OfIndicator) -> Sparkline {
    let year = |(year, value): &(i32, Printed)| sparkline::Year {
        year: *year,
        value: (*value).into(),
        footing: of.footing(*year),
    };
    // Years before the first that is known would only take up room.
    let years = of.years.iter().map(year).skip_while(|year| year.value.is_missing());
    Sparkline { unit: of.indicator.unit, names: of.indicator.years, years: years.collect() }
}

fn counts(of: &OfIndicator) -> Vec<(&'static str, ShownNumber)> {
    if of.is_contradicted_by_counts() {
        return Vec::new();
    }
    let named = [("Numerator", of.numbers.numerator), ("Denominator", of.numbers.denominator)];
    named.map(|(name, count)| (name, ShownNumber::count(count))).to_vec()
}

fn compared(beside: &Beside, indicator: &Indicator, is_shown: bool) -> Compared {
    let significance = beside.significance.filter(|_| is_shown);
    Compared {
        name: beside.name.clone(),
        value: ShownNumber::value(beside.value, indicator.unit),
        of_year: beside.year_in_words(indicator),
        mark: significance.map(|significance| Mark::of_significance(significance).into()),
    }
}

fn moved(change: &Change, indicator: &Indicator) -> Moved {
    Moved {
        points: change.in_words(),
        from: indicator.shown(change.from),
        from_year: indicator.years.in_words(change.from_year),
        mark: Mark::of_significance(change.significance).into(),
        not_compared: change.not_compared.clone(),
    }
}

fn year_notes(of: &OfIndicator) -> Vec<&str> {
    if of.year_notes.is_empty() {
        return Vec::new();
    }
    let note = |(year, _): &(i32, _)| of.year_notes.iter().find(|(noted, _)| noted == year);
    of.years.iter().map(|year| note(year).map_or("", |(_, note)| note.as_str())).collect()
}

fn goal(target: &Target, of: &OfIndicator) -> Goal {
    let (goal, is_shown) = (target.goal(of.indicator.unit), of.is_shown());
    Goal {
        unknown: match (is_shown, of.is_hidden()) {
            (true, _) => "not known",
            (false, true) => "not shown",
            (false, false) => "no figure",
        },
        whose: target.whose(),
        mark: target.met.filter(|_| is_shown).map(|met| Mark::of_target(met, target.significance).into()),
        in_words: if is_shown { target.in_words.clone() } else { goal.clone() },
        goal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::significance::Significance;
    use crate::benchmark::targets;
    use crate::pack::by_hand;
    use crate::printed::Numbers;
    use crate::rounding::Tenths;

    #[test]
    fn a_change_stands_with_its_mark() {
        let indicator = by_hand::of(62, 7, 52, 135).indicator;
        let Moved { points, from, mark, .. } =
            moved(&by_hand::change(58, Significance::NotSignificant).unwrap(), &indicator);
        assert_eq!(format!("{points} from {from}, {}", mark.word), "up 0.1 from 5.8%, similar");
    }

    #[test]
    fn a_hidden_figure_is_on_no_strip_and_on_no_line() {
        let strip = Strip {
            indicator: by_hand::of(62, 7, 52, 135).indicator,
            name: "Barnet".to_owned(),
            own: Some(Tenths(135)),
            england: None,
            target: None,
            others: vec![Tenths(100)],
            hidden: 1,
        };
        let hidden = OfIndicator {
            strip: Some(strip),
            years: vec![(2010, Printed::Number(100)), (2011, Printed::Confidential)],
            ..by_hand::with_numbers(62, Numbers::all(Printed::Confidential))
        };
        let section = Section::new(&hidden, &[], Shared::Within);
        assert_eq!(section.strip.unwrap().own, None);
        assert_eq!(section.sparkline.points().len(), 1);
        assert_eq!(section.sparkline.in_words(), "2010 10.0%, 2011 [c] confidential");
    }

    #[test]
    fn rounded_counts_that_give_another_percentage_are_left_out() {
        // 50 of 60 is 83.3%.
        let named = |counts_to, tenths| {
            let of = OfIndicator { counts_to, ..by_hand::of(62, 50, 60, tenths) };
            Section::new(&of, &[], Shared::Within).counts.len()
        };
        assert_eq!([named(10, 734), named(10, 830), named(1, 833)], [0, 2, 2]);
    }

    #[test]
    fn what_it_is_set_beside_is_shown_by_its_symbol() {
        let region = Beside {
            value: Printed::Confidential,
            significance: None,
            ..by_hand::beside("London", 0, Significance::NotSignificant).unwrap()
        };
        let of = OfIndicator { region: Some(region), ..by_hand::of(62, 7, 52, 135) };
        let section = Section::new(&of, &[], Shared::Within);
        let region = section.region.unwrap();
        assert_eq!((region.value.text.as_str(), region.value.word, region.mark), ("[c]", "confidential", None));
    }

    #[test]
    fn a_year_stands_with_what_should_be_known_of_it() {
        let plain = by_hand::of(62, 7, 52, 135);
        assert_eq!(Section::new(&plain, &[], Shared::Within).year_notes, Vec::<&str>::new());
        let note = "needs earlier returns we do not have";
        let noted = OfIndicator { year_notes: vec![(2009, note.to_owned())], ..plain };
        assert_eq!(Section::new(&noted, &[], Shared::Within).year_notes, ["", "", note, "", ""]);
    }

    #[test]
    fn of_a_target_beside_a_hidden_figure_there_is_the_goal_alone() {
        let target = Target {
            is_local: true,
            in_words: "10.5 by 2011: not met".to_owned(),
            ..by_hand::target("10.5", false, 0, Some(targets::MetAt95::NotMet))
        };
        let shown = goal(&target, &by_hand::of(62, 7, 52, 135));
        assert_eq!((shown.whose, shown.goal.as_str()), ("local", "10.5% by 2011"));
        assert_eq!(shown.in_words, "10.5 by 2011: not met");
        let hidden = goal(&target, &by_hand::with_numbers(62, Numbers::all(Printed::Confidential)));
        assert_eq!((hidden.mark, hidden.in_words.as_str()), (None, "10.5% by 2011"));
        let missing = goal(&target, &by_hand::with_numbers(62, Numbers::all(Printed::NotAvailable)));
        assert_eq!([hidden.unknown, missing.unknown], ["not shown", "no figure"]);
    }
}
