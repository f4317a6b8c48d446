//! Printed figures compared with others: what the published charts and packs are made of.
//!
//! Everything said about them (intervals, ranks, changes, what can be told at 95%) is worked out again from the printed
//! numbers, as any reader could: it says nothing that the tables do not.

use super::{Numbers, Printed, PrintedFigure, PrintedTable};
use crate::benchmark::standing::{Counts, Source, Standing};
use crate::benchmark::standings::Judged;
use crate::benchmark::{Comparable, Compared};
use crate::figures::Behind;
use crate::level::Level;
use crate::rounding::Tenths;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::statistics::Interval;
use crate::unit::Unit;
use crate::verdict::{Reliance, Verdict};

/// A printed figure, ready to be compared with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicFigure {
    /// The figure.
    pub printed: PrintedFigure,
    /// What its counts are rounded to.
    counts_to: i64,
    /// Whether its percentage is that of its printed counts, so that tests can be made with them.
    counts_tell: bool,
}

/// The public tables of one day, and how they are protected.
#[derive(Debug, Clone, Copy)]
pub struct PublicDay<'a> {
    /// The figures.
    pub table: &'a PrintedTable,
    /// How they are protected.
    pub profile: &'a Profile,
}

impl PublicDay<'_> {
    fn figures(&self) -> Vec<PublicFigure> {
        let figure = |printed: &PrintedFigure| {
            let counts_to = self.profile.base(printed.level);
            let counts_tell = printed.unit == Unit::Percent && (self.profile.rounded_percentages || counts_to == 1);
            PublicFigure { printed: printed.clone(), counts_to, counts_tell }
        };
        self.table.figures.iter().map(figure).collect()
    }
}

impl PublicFigure {
    /// What its counts are rounded to; 1 where they are exact.
    pub fn counts_to(&self) -> i64 {
        self.counts_to
    }

    /// Whether its percentage is that of its printed counts.
    pub(crate) fn counts_tell(&self) -> bool {
        self.counts_tell
    }
}

/// Compares each printed figure with what else is printed and what others published. `earlier` are the tables of
/// the same day one year before, two, ..., without a gap.
pub fn compare(day: PublicDay<'_>, earlier: &[PublicDay<'_>], seeds: &Seeds) -> Compared<PublicFigure> {
    let figures = day.figures();
    let verdict = |PublicFigure { printed, .. }: &PublicFigure| {
        Verdict::in_public(printed.reliance, printed.behind, printed.cover_too_short, &seeds.quality.measures)
    };
    let verdicts = figures.iter().map(verdict).collect();
    let earlier: Vec<Vec<PublicFigure>> = earlier.iter().map(PublicDay::figures).collect();
    let reliance = |figures: &[PublicFigure]| figures.iter().map(|figure| verdict(figure).reliance).collect();
    let judged = earlier.iter().map(|figures| Judged { figures, reliance: reliance(figures) });
    let earlier: Vec<Judged<'_, PublicFigure>> = judged.collect();
    Compared::of(day.table.timeframe, &figures, verdicts, &earlier, seeds)
}

/// A printed number, in tenths unless it is a count of children; one that rounds to zero is 0.
fn number(printed: Printed) -> Option<i64> {
    match printed {
        Printed::Number(number) => Some(number),
        Printed::RoundsToNought => Some(0),
        Printed::Confidential | Printed::NotApplicable | Printed::NotAvailable => None,
    }
}

impl Comparable for PublicFigure {
    fn level(&self) -> Level {
        self.printed.level
    }

    fn code(&self) -> &str {
        &self.printed.code
    }

    fn name(&self) -> &str {
        &self.printed.name
    }

    fn indicator(&self) -> u16 {
        self.printed.indicator
    }

    fn standing(&self, unit: Unit, year: i32) -> Option<Standing> {
        let Numbers { numerator, denominator, value, lower, upper } = self.printed.numbers;
        let shown = Tenths(number(value)?);
        let count = |printed| number(printed).and_then(|count| u64::try_from(count).ok());
        let counts = count(numerator).zip(count(denominator)).filter(|(_, of)| self.counts_tell && *of > 0);
        let counts = counts.map(|(numerator, denominator)| Counts { numerator, denominator, squares: None });
        let limits = number(lower).zip(number(upper));
        Some(Standing {
            year,
            value: match counts {
                Some(Counts { numerator, denominator, .. }) => {
                    unit.times() as f64 * numerator as f64 / denominator as f64
                }
                None => shown.as_f64(),
            },
            shown: shown.to_string(),
            counts,
            printed_interval: limits
                .map(|(lower, upper)| Interval { lower: Tenths(lower).as_f64(), upper: Tenths(upper).as_f64() }),
            source: Source::Returns(self.printed.behind),
            cover_too_short: self.printed.cover_too_short,
            accumulates: false,
            // How far is not told: as far as can be.
            left_open: self.printed.left_open.then_some([f64::NEG_INFINITY, f64::INFINITY]),
            reliance: Reliance::Usable,
        })
    }

    fn is_hidden(&self) -> bool {
        self.printed.numbers.value == Printed::Confidential
    }

    fn has_nobody(&self) -> bool {
        self.printed.numbers.denominator == Printed::Number(0)
    }

    fn behind(&self) -> Option<Behind> {
        self.printed.behind
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::ComparedFigure;
    use crate::benchmark::significance::Significance;
    use crate::day::Day;
    use crate::figures::Behind;
    use crate::printed::print;
    use crate::seeds::published::Symbol;
    use crate::timeframe::{Basis, Timeframe};
    use crate::wording::as_printed::AsPrinted;
    use Printed::Confidential;

    fn seeds() -> Seeds {
        Seeds::built_in().unwrap()
    }

    /// Barnet (302), or England, with so many of so many, printed by the usual profile.
    fn printed(profile: &Profile, level: Level, indicator: u16, met: i64, all: i64) -> PrintedFigure {
        let [code, name] = if level == Level::National { ["E92000001", "England"] } else { ["302", "Barnet"] };
        PrintedFigure {
            level,
            code: code.to_owned(),
            name: name.to_owned(),
            region: (level == Level::LocalAuthority).then(|| "E12000007".to_owned()),
            indicator,
            unit: Unit::Percent,
            numbers: print::percentage(profile, level, met, all),
            behind: (level == Level::National).then_some(Behind { available: 152, listed: 152 }),
            cover_too_short: false,
            left_open: false,
            reliance: Reliance::Usable,
        }
    }

    fn table(year: i32, figures: Vec<PrintedFigure>) -> PrintedTable {
        let timeframe = Timeframe::new(Day::thirty_first_of_march(year), Basis::Rolling).unwrap();
        PrintedTable { timeframe, same_children: Vec::new(), figures }
    }

    fn barnet(compared: &Compared<PublicFigure>) -> &ComparedFigure<PublicFigure> {
        compared.list.iter().find(|compared| compared.figure.code() == "302").unwrap()
    }

    /// NI 62 of England and of Barnet in 2011 and 2010, with Barnet's numbers changed.
    fn compared(now: impl Fn(&mut Numbers), before: impl Fn(&mut Numbers)) -> Compared<PublicFigure> {
        let seeds = seeds();
        let profile = &seeds.disclosure[0];
        let year = |year, met, change: &dyn Fn(&mut Numbers)| {
            let mut own = printed(profile, Level::LocalAuthority, 62, met, 200);
            change(&mut own.numbers);
            table(year, vec![printed(profile, Level::National, 62, 5_004, 50_000), own])
        };
        let [now, before] = [year(2011, 40, &now), year(2010, 20, &before)];
        let day = |table| PublicDay { table, profile };
        compare(day(&now), &[day(&before)], &seeds)
    }

    #[test]
    fn exact_counts_of_an_authority_are_tested_and_rounded_ones_of_england_are_not() {
        let compared = compared(|_| {}, |_| {});
        let own = barnet(&compared);
        let change = own.change.as_ref().unwrap();
        // 40 of 200 after 20 of 200: 10.0 points, 3.0 to 17.0 by Newcombe's method 10.
        assert_eq!(
            (Tenths::of(change.points), change.significance, change.method),
            (Tenths(100), Significance::Worse, "newcombe_10")
        );
        let interval = change.interval.unwrap();
        assert_eq!([interval.lower, interval.upper].map(Tenths::of), [Tenths(30), Tenths(170)]);
        let england = compared.list.iter().find(|one| one.figure.level() == Level::National).unwrap();
        // 5,004 of 50,000 is printed as 10.0% of 50,000, with 5,000 of them: the percentage is not that of the counts.
        let standing = england.standing.as_ref().unwrap();
        assert_eq!((standing.counts, standing.shown.as_str(), standing.value), (None, "10.0", 10.0));
        assert_eq!(england.uncertainty.unwrap().method, "as_printed");
    }

    #[test]
    fn of_a_hidden_figure_nothing_is_said_and_nothing_takes_its_place() {
        let hide = |numbers: &mut Numbers| {
            *numbers = Numbers { denominator: Printed::Number(200), ..Numbers::all(Confidential) }
        };
        let compared = compared(hide, |_| {});
        let own = barnet(&compared);
        assert_eq!((&own.standing, &own.uncertainty, own.placed.is_none(), &own.change), (&None, &None, true, &None));
        assert_eq!(own.years[0].known.symbol, Some(Symbol::Confidential));
        assert!(
            own.comparators.iter().all(|comparator| comparator.points.is_none() && comparator.significance.is_none())
        );
        assert!(own.funnel.is_none() && own.trending.is_none());
    }

    #[test]
    fn how_far_a_figure_can_be_relied_upon_is_read_from_its_table() {
        let seeds = seeds();
        let profile = &seeds.disclosure[0];
        for (reliance, cover_too_short, said) in [
            (Reliance::Usable, false, ""),
            (Reliance::WithCare, false, "with care"),
            (Reliance::WithCare, true, "with care"),
            (Reliance::NotUsable, false, "not usable: the returns behind it are incomplete or in doubt"),
        ] {
            let own = printed(profile, Level::LocalAuthority, 62, 40, 200);
            let table = table(2011, vec![PrintedFigure { reliance, cover_too_short, ..own }]);
            let compared = compare(PublicDay { table: &table, profile }, &[], &seeds);
            assert_eq!(PublicFigure::note(barnet(&compared)), said);
        }
    }

    #[test]
    fn there_is_no_change_from_a_year_that_is_hidden() {
        let hide = |numbers: &mut Numbers| *numbers = Numbers::all(Confidential);
        let compared = compared(|_| {}, hide);
        let own = barnet(&compared);
        assert_eq!((own.standing.as_ref().unwrap().shown.as_str(), own.change.is_none()), ("20.0", true));
        assert_eq!(own.years[1].known.symbol, Some(Symbol::Confidential));
    }

    #[test]
    fn intervals_are_those_that_are_printed() {
        let compared = compared(|numbers| numbers.lower = Printed::Number(7), |_| {});
        assert_eq!(barnet(&compared).uncertainty.unwrap().at_95.lower, 0.7);
    }
}
