//! What may be printed of the care population, so that nothing small and nothing exact can be worked out.
//!
//! Only some numbers are rounded from exact ones: of each region those at any time in the window, and who came and who left by
//! age, or together where they cannot be told by age. Each of them is rounded by itself, and none is part of another. All else is
//! made of what is printed: a region's total is the sum of its ages, England is the sum of its regions, a share is that of its
//! two counts. So adding and taking away tells nothing that is not printed already: there is no sum of exact numbers in it.
//!
//! Those on the day are the denominators of NI 62 as its table has them: they are the same children, and another rounding of
//! the same number would tell more of it.
//!
//! What is left are bounds: whoever was in care at some time was so on the day or left, and was so on the day before the window or
//! came. Those at any time are hidden where this would narrow any number down too far, with those on the day known exactly.
//!
//! Windows of a part of a year lie within each other, so that two of them tell what happened between: nothing is printed of them.

use super::{ByAge, CAME, CHURN, IN_WINDOW, LEFT, ON_DAY, PrintedContext, PrintedMeasure};
use crate::level::Level;
use crate::printed::{Printed, PrintedTable, print};
use crate::rounding::tenths;
use crate::seeds::disclosure::Profile;
use crate::timeframe::{Timeframe, twelve_months_to};
use Printed::{Confidential, NotApplicable, NotAvailable, Number};
use std::collections::BTreeMap;

/// The indicator whose denominators are the children looked after on the day.
const OF_ALL_ON_DAY: u16 = 62;
/// No count below this is shown, whatever the profile shows.
const LEAST: i64 = 10;
/// For every number that is shown so many whole numbers remain possible, whatever the profile asks for.
const LEAST_INTEGERS: i64 = 3;

/// The rule of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rule {
    /// What counts are rounded to.
    base: i64,
    /// The smallest count that is shown, a multiple of the base.
    least: i64,
    /// What shares are a multiple of, in tenths.
    step: i64,
    /// How many whole numbers must remain possible for each.
    integers: i64,
}

/// The exact numbers of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Exact<'counts> {
    /// Those on the day before the window.
    pub on_day_before: i64,
    /// Those at any time in the window.
    pub in_window: i64,
    /// All who came, and those of each age.
    pub came: (i64, &'counts [i64]),
    /// All who left, and those of each age.
    pub left: (i64, &'counts [i64]),
}

/// What a region tells of those who came, or of those who left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Told {
    /// How many of each age.
    ByAge(Vec<i64>),
    /// All of them, or why not even that.
    Together(Printed),
}

/// All that is rounded from exact numbers of one region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Region {
    /// Those at any time in the window.
    pub in_window: Printed,
    /// Those who came.
    pub came: Told,
    /// Those who left.
    pub left: Told,
}

impl Region {
    /// One of which nothing is known.
    const NOT_KNOWN: Region =
        Region { in_window: NotAvailable, came: Told::Together(NotAvailable), left: Told::Together(NotAvailable) };
}

impl Rule {
    /// That of a profile for a window.
    ///
    /// # Errors
    /// Why nothing is printed of the care population.
    pub(crate) fn of(profile: &Profile, timeframe: &Timeframe) -> Result<Rule, &'static str> {
        if timeframe.window_start != twelve_months_to(timeframe.as_at) {
            return Err("the window is a part of a year, and with another part of it would tell what happened between");
        }
        let (base, integers) = (profile.base(Level::Regional), profile.least_integers.max(LEAST_INTEGERS));
        // The smallest number that is shown has the fewest others beside it: half a base.
        if (base + 1) / 2 < integers {
            return Err("the profile rounds counts of regions so finely that exact ones could be worked out");
        }
        let most_hidden = profile.percentage_numerator_to.into_iter().chain([
            LEAST - 1,
            profile.hidden_to,
            profile.percentage_denominator_to,
        ]);
        let least = most_hidden.max().unwrap_or(LEAST) + 1;
        Ok(Rule { base, least: (least + base - 1) / base * base, step: profile.step(), integers })
    }

    /// What a region tells beside its table; `code` is its own.
    pub(crate) fn region(&self, exact: &Exact<'_>, table: &PrintedTable, code: &str) -> Region {
        let [came, left] = [exact.came, exact.left].map(|(all, ages)| self.told(all, ages));
        let on_day = self.on_day(table, code);
        let in_window = self.in_window(self.count(exact.in_window), on_day, &left);
        // Those on the day before are in the table of another year.
        let is_open = self.is_open([in_window, Number(exact.on_day_before)], 0, &came);
        Region { in_window: if is_open { in_window } else { Confidential }, came, left }
    }

    /// Those at any time, hidden where they or those who left would be known too well beside those on the day.
    fn in_window(&self, counted: Printed, on_day: Printed, left: &Told) -> Printed {
        match (counted, on_day) {
            (Number(_), Number(_)) if self.is_open([counted, on_day], self.base / 2, left) => counted,
            (NotAvailable, _) | (_, NotAvailable) => NotAvailable,
            _ => Confidential,
        }
    }

    /// Whether enough whole numbers remain for those at any time and for each who moved, when those who were there, printed within
    /// `rounding` of the exact number, are known exactly: all at any time were there or moved.
    fn is_open(&self, [in_window, there]: [Printed; 2], rounding: i64, moved: &Told) -> bool {
        let (Number(in_window), Number(there)) = (in_window, there) else { return true };
        let [fewest, most] = self.around(in_window);
        let moved = match moved {
            Told::ByAge(ages) => ages.iter().map(|count| self.around(*count)[1]).sum(),
            Told::Together(Number(all)) => self.around(*all)[1],
            Told::Together(_) => self.least - 1,
        };
        let (low, high) = (there - rounding, there + rounding);
        let remain = most.min(low + moved) - fewest.max(high) + 1;
        remain >= self.integers
    }

    /// The smallest and the largest exact count that is printed as this.
    fn around(&self, printed: i64) -> [i64; 2] {
        [(printed - self.base / 2).max(self.least), printed + (self.base - 1) / 2]
    }

    /// What counts are rounded to.
    pub(crate) fn base(&self) -> i64 {
        self.base
    }

    /// The smallest count that is shown.
    pub(crate) fn least(&self) -> i64 {
        self.least
    }

    /// What is printed of an exact count.
    fn count(&self, exact: i64) -> Printed {
        if exact < self.least { Confidential } else { Number(print::rounded(exact, self.base)) }
    }

    /// What is told of those who came, or left: by age where no age is small and the age of hardly any is unknown.
    fn told(&self, all: i64, ages: &[i64]) -> Told {
        let not_known = all - ages.iter().sum::<i64>();
        let is_by_age = ages.iter().all(|count| *count >= self.least) && not_known < self.least;
        match is_by_age {
            true => Told::ByAge(ages.iter().map(|count| print::rounded(*count, self.base)).collect()),
            false => Told::Together(self.count(all)),
        }
    }

    /// Whether a number could have been rounded from an exact one and shown.
    fn allows(&self, number: i64) -> bool {
        number >= self.least && number % self.base == 0
    }

    /// All that is printed beside a table, of the regions that are in it, by code, and of England, if it is in it.
    pub(crate) fn print(&self, regions: &BTreeMap<String, Region>, table: &PrintedTable) -> PrintedContext {
        let places = table.figures.iter().filter(|figure| figure.level != Level::LocalAuthority);
        let mut places: Vec<(Level, &str, &str)> =
            places.map(|figure| (figure.level, figure.code.as_str(), figure.name.as_str())).collect();
        places.dedup();
        let known = |code: &str| regions.get(code).unwrap_or(&Region::NOT_KNOWN);
        let in_table = places.iter().filter(|(level, ..)| *level == Level::Regional).map(|(_, code, _)| known(code));
        let in_table: Vec<&Region> = in_table.collect();
        let rows = places.iter().flat_map(|(level, code, name)| {
            let own = if *level == Level::National { in_table.clone() } else { vec![known(code)] };
            let row = |measure: &str, [numerator, denominator, value]: [Printed; 3]| PrintedMeasure {
                level: *level,
                code: (*code).to_owned(),
                name: (*name).to_owned(),
                measure: measure.to_owned(),
                numerator,
                denominator,
                value,
            };
            self.of_place(&own, self.on_day(table, code))
                .into_iter()
                .map(|(measure, numbers)| row(measure, numbers))
                .collect::<Vec<_>>()
        });
        PrintedContext { rows: rows.collect() }
    }

    /// Those on the day.
    fn on_day(&self, table: &PrintedTable, code: &str) -> Printed {
        let mut figures = table.figures.iter().filter(|figure| figure.group.is_none() && figure.code == code);
        match figures.find(|figure| figure.indicator == OF_ALL_ON_DAY).map(|figure| figure.numbers.denominator) {
            Some(Number(number)) if number >= self.least => Number(number),
            None | Some(NotAvailable) => NotAvailable,
            Some(_) => Confidential,
        }
    }

    /// The measures of a place that is made of some regions: itself alone, or all of England's.
    fn of_place(&self, regions: &[&Region], on_day: Printed) -> Vec<(&'static str, [Printed; 3])> {
        let count = |numerator: Printed| [numerator, NotApplicable, NotApplicable];
        let share = |part: Printed, whole: Printed| [part, whole, self.share(part, whole)];
        let in_window = sum(regions.iter().map(|region| region.in_window));
        let mut measures =
            vec![(ON_DAY, count(on_day)), (IN_WINDOW, count(in_window)), (CHURN, share(in_window, on_day))];
        let came: Vec<&Told> = regions.iter().map(|region| &region.came).collect();
        let left: Vec<&Told> = regions.iter().map(|region| &region.left).collect();
        for (of, told) in [(CAME, came), (LEFT, left)] {
            let all = sum(told.iter().map(|told| told.all()));
            measures.push((of.whole, count(all)));
            let by_age = |(at, (age, _)): (usize, &(&'static str, &str))| {
                (*age, share(sum(told.iter().map(|told| told.age(at))), all))
            };
            measures.extend(of.ages.iter().enumerate().map(by_age));
        }
        measures
    }

    /// The share that one printed count is of another.
    fn share(&self, part: Printed, whole: Printed) -> Printed {
        let (Number(part), Number(whole)) = (part, whole) else {
            return if [part, whole].contains(&NotAvailable) { NotAvailable } else { Confidential };
        };
        let share = tenths(100 * i128::from(part), i128::from(whole * self.step));
        share.map_or(NotApplicable, |share| Number(share.0 * self.step))
    }

    /// Whether what is printed beside a table is what this rule makes of the numbers that it shows of regions, each of which it
    /// allows.
    pub(crate) fn is_kept(&self, context: &PrintedContext, table: &PrintedTable) -> bool {
        let codes = context.rows.iter().filter(|row| row.level == Level::Regional).map(|row| row.code.as_str());
        let shown =
            |code: &str, measure: &str| context.measure(code, measure).map_or(NotAvailable, |row| row.numerator);
        let told = |code: &str, of: &ByAge| {
            let numbers = of.ages.iter().map(|(age, _)| match shown(code, age) {
                Number(number) => Some(number),
                _ => None,
            });
            let by_age: Option<Vec<i64>> = numbers.collect();
            by_age.map_or_else(|| Told::Together(shown(code, of.whole)), Told::ByAge)
        };
        let region = |code: &str| {
            let region = Region { in_window: shown(code, IN_WINDOW), came: told(code, &CAME), left: told(code, &LEFT) };
            (code.to_owned(), region)
        };
        let regions: BTreeMap<String, Region> = codes.map(region).collect();
        let numbers = regions.values().flat_map(|region| {
            let told = [&region.came, &region.left].into_iter().flat_map(Told::numbers);
            std::iter::once(region.in_window).chain(told).collect::<Vec<_>>()
        });
        let is_allowed = |printed: Printed| match printed {
            Number(number) => self.allows(number),
            Confidential | NotAvailable => true,
            NotApplicable | Printed::RoundsToNought => false,
        };
        let is_open = |(code, region): (&String, &Region)| {
            self.in_window(region.in_window, self.on_day(table, code), &region.left) == region.in_window
        };
        numbers.into_iter().all(is_allowed) && regions.iter().all(is_open) && self.print(&regions, table) == *context
    }
}

impl Told {
    /// All of them.
    fn all(&self) -> Printed {
        match self {
            Told::ByAge(ages) => Number(ages.iter().sum()),
            Told::Together(all) => *all,
        }
    }

    /// Those of an age.
    fn age(&self, at: usize) -> Printed {
        match self {
            Told::ByAge(ages) => ages.get(at).map_or(NotAvailable, |count| Number(*count)),
            Told::Together(NotAvailable) => NotAvailable,
            Told::Together(_) => Confidential,
        }
    }

    /// The numbers that are rounded from exact ones.
    fn numbers(&self) -> Vec<Printed> {
        match self {
            Told::ByAge(ages) => ages.iter().map(|count| Number(*count)).collect(),
            Told::Together(all) => vec![*all],
        }
    }
}

/// The sum of printed numbers; where one is not shown, none is.
fn sum(parts: impl Iterator<Item = Printed>) -> Printed {
    let with = |sum: Printed, part: Printed| match (sum, part) {
        (Number(sum), Number(part)) => Number(sum + part),
        (NotAvailable, _) | (_, NotAvailable) => NotAvailable,
        _ => Confidential,
    };
    parts.reduce(with).unwrap_or(NotAvailable)
}

#[cfg(test)]
mod tests;
