//! Funnels: control limits around England's figure by size, and where an authority lies among them.

use super::judgement::{NotJudged, may_be_told};
use super::standing::{Counts, Standing};
use super::uncertainty::percent;
use crate::statistics::funnel::{Convention, Overdispersion, mean_limits};
use crate::statistics::{Confidence, Interval};
use crate::unit::Unit;

/// The limits for one size, at both levels, in the indicator's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// At 95%.
    pub at_95: Interval,
    /// At 99.8%.
    pub at_99_8: Interval,
}

/// Where a value lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its name says")]
pub enum Position {
    Below99_8,
    Below95,
    Within,
    Above95,
    Above99_8,
}

impl Position {
    /// As the tables have it.
    pub fn name(self) -> &'static str {
        match self {
            Position::Below99_8 => "below 99.8%",
            Position::Below95 => "below 95%",
            Position::Within => "within",
            Position::Above95 => "above 95%",
            Position::Above99_8 => "above 99.8%",
        }
    }
}

impl Limits {
    /// Where a value lies; a value on a limit lies within it.
    pub(crate) fn position(&self, value: f64) -> Position {
        match value {
            value if value < self.at_99_8.lower => Position::Below99_8,
            value if value > self.at_99_8.upper => Position::Above99_8,
            value if value < self.at_95.lower => Position::Below95,
            value if value > self.at_95.upper => Position::Above95,
            _ => Position::Within,
        }
    }
}

/// One authority in the funnel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InFunnel {
    /// The value around which the limits lie.
    pub centre: f64,
    /// Limits of chance alone.
    pub limits: Limits,
    /// Where the value lies among them.
    pub position: Position,
    /// The same with limits widened for overdispersion; none where that cannot be estimated.
    pub widened: Option<Widened>,
}

/// Limits widened for overdispersion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Widened {
    /// The overdispersion.
    pub overdispersion: Overdispersion,
    /// The limits.
    pub limits: Limits,
    /// Where the value lies among them.
    pub position: Position,
}

/// Fewer authorities than this give no overdispersion: of ten, one at each end is winsorised.
const LEAST_FOR_OVERDISPERSION: usize = 10;

/// The funnel of one indicator.
#[derive(Debug, Clone, Copy)]
pub struct Funnel {
    unit: Unit,
    convention: Convention,
    /// Between 0 and 1 for proportions.
    centre: f64,
    /// The standard deviation of all scores; 0 for proportions, which need none.
    deviation: f64,
    overdispersion: Option<Overdispersion>,
    /// How many authorities it is of.
    authorities: usize,
}

/// How much of the spread between authorities is beyond chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spread {
    /// This part of it.
    BeyondChance(f64),
    /// Chance alone could bring it.
    OfChance,
    /// There are too few authorities to tell.
    OfTooFew,
}

impl Funnel {
    /// The funnel around a value. `all` are the counts of every authority that has any. For means the standard
    /// deviation is that of all scores whose squares are known; none where there are fewer than two, or all are the
    /// same.
    pub(crate) fn about(centre: &Standing, unit: Unit, convention: Convention, all: &[Counts]) -> Option<Funnel> {
        let pairs = |value: fn(f64, f64) -> f64| -> Vec<(f64, f64)> {
            let pair = |counts: &Counts| {
                let (numerator, denominator) = (counts.numerator as f64, counts.denominator as f64);
                (value(numerator, denominator), denominator)
            };
            all.iter().map(pair).collect()
        };
        let centre = centre.value / unit.times() as f64;
        let (deviation, overdispersion) = match unit {
            Unit::Percent => (0.0, Overdispersion::of_proportions(centre, &pairs(|numerator, _| numerator))),
            Unit::Score => {
                let deviation = deviation(all)?;
                (deviation, Overdispersion::of_means(centre, deviation, &pairs(|sum, of| sum / of)))
            }
        };
        let overdispersion = overdispersion.filter(|_| all.len() >= LEAST_FOR_OVERDISPERSION);
        Some(Funnel { unit, convention, centre, deviation, overdispersion, authorities: all.len() })
    }

    /// How much of the spread between its authorities is beyond chance.
    pub(crate) fn spread(&self) -> Spread {
        let Some(overdispersion) = self.overdispersion else { return Spread::OfTooFew };
        overdispersion.beyond_chance(self.authorities).map_or(Spread::OfChance, Spread::BeyondChance)
    }

    /// The limits for this many children, without overdispersion.
    pub(crate) fn limits_for(&self, of: u64) -> Option<Limits> {
        self.limits(of as f64, None)
    }

    /// How the limits are drawn; for means there is only one way.
    pub(crate) fn convention(&self) -> Option<Convention> {
        (self.unit == Unit::Percent).then_some(self.convention)
    }

    /// Where a figure lies, or why that is not told: it is where both ends of what the files leave lie alike. None where its
    /// counts are not known.
    pub(crate) fn place_figure(&self, standing: &Standing) -> Option<Result<InFunnel, NotJudged>> {
        let of = standing.counts?.denominator;
        let placed = self.place(standing.value, of)?;
        let lies = |value| {
            let placed = self.place(value, of)?;
            Some((placed.position, placed.widened.map(|widened| widened.position)))
        };
        Some(may_be_told(standing, lies).map(|()| placed))
    }

    /// Where an authority with this value and this many children lies.
    pub fn place(&self, value: f64, of: u64) -> Option<InFunnel> {
        let limits = self.limits(of as f64, None)?;
        let widened = self.overdispersion.and_then(|overdispersion| {
            let limits = self.limits(of as f64, Some(&overdispersion))?;
            Some(Widened { overdispersion, limits, position: limits.position(value) })
        });
        let centre = self.centre * self.unit.times() as f64;
        Some(InFunnel { centre, limits, position: limits.position(value), widened })
    }

    fn limits(&self, of: f64, widened: Option<&Overdispersion>) -> Option<Limits> {
        let at = |confidence: Confidence| match (self.unit, widened) {
            (Unit::Percent, widened) => {
                let of = widened.map_or(of, |widened| widened.as_if_of(of));
                self.convention.limits(self.centre, of, confidence).map(percent)
            }
            (Unit::Score, None) => mean_limits(self.centre, self.deviation, of, confidence),
            (Unit::Score, Some(widened)) => widened.mean_limits(self.centre, self.deviation, of, confidence),
        };
        Some(Limits { at_95: at(Confidence::Percent95)?, at_99_8: at(Confidence::Percent99_8)? })
    }
}

/// The standard deviation of all scores: `s^2 = (squares - sum^2 / n) / (n - 1)`. None where all scores are the same: they
/// say nothing about chance.
fn deviation(all: &[Counts]) -> Option<f64> {
    let known = || all.iter().filter_map(|counts| Some((counts.numerator, counts.denominator, counts.squares?)));
    let (sum, of, squares) = known().fold((0.0, 0.0, 0.0), |(sum, of, squares), (numerator, denominator, square)| {
        (sum + numerator as f64, of + denominator as f64, squares + square as f64)
    });
    let spread = of * squares - sum * sum;
    (of >= 2.0 && spread > 0.0).then(|| (spread / of / (of - 1.0)).sqrt())
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::of_source;
    use super::super::standing::Source;
    use super::*;

    fn standing(value: f64) -> Standing {
        Standing { value, ..of_source(Source::Published("made up".to_owned())) }
    }

    fn counts(numerator: u64, denominator: u64) -> Counts {
        Counts { numerator, denominator, squares: Some(numerator) }
    }

    #[test]
    fn a_hundred_children_about_half() {
        // Standard error 5: 95% from 40.2 to 59.8, 99.8% from 34.5 to 65.5.
        let funnel = Funnel::about(&standing(50.0), Unit::Percent, Convention::Score, &[counts(50, 100)]).unwrap();
        let position = |value| funnel.place(value, 100).unwrap().position;
        for (value, expected) in [
            (34.5, Position::Below99_8),
            (34.6, Position::Below95),
            (40.2, Position::Below95),
            (40.3, Position::Within),
            (50.0, Position::Within),
            (59.7, Position::Within),
            (59.8, Position::Above95),
            (65.4, Position::Above95),
            (65.5, Position::Above99_8),
        ] {
            assert_eq!(position(value), expected, "{value}");
        }
        assert_eq!(funnel.place(50.0, 0), None);
    }

    #[test]
    fn a_value_on_a_limit_lies_within_it() {
        let [at_95, at_99_8] = [(40.0, 60.0), (30.0, 70.0)].map(|(lower, upper)| Interval { lower, upper });
        let limits = Limits { at_95, at_99_8 };
        let positions = [29.9, 30.0, 39.9, 40.0, 60.0, 60.1, 70.0, 70.1].map(|value| limits.position(value));
        let [within, above] = [Position::Within, Position::Above95];
        let [below, far_below] = [Position::Below95, Position::Below99_8];
        assert_eq!(positions, [far_below, below, below, within, within, above, above, Position::Above99_8]);
    }

    #[test]
    fn nine_authorities_do_not_tell_how_much_they_differ() {
        let widened = |authorities: usize| {
            let all = [counts(20, 100), counts(80, 100)].into_iter().cycle().take(authorities).collect::<Vec<_>>();
            Funnel::about(&standing(50.0), Unit::Percent, Convention::Score, &all).unwrap().place(80.0, 100)?.widened
        };
        assert!(widened(9).is_none() && widened(10).is_some());
    }

    #[test]
    fn the_spread_of_ten_authorities_is_beyond_chance_or_not() {
        let spread =
            |all: &[Counts]| Funnel::about(&standing(50.0), Unit::Percent, Convention::Score, all).unwrap().spread();
        let apart = [counts(20, 100), counts(80, 100)].repeat(5);
        assert!(matches!(spread(&apart), Spread::BeyondChance(part) if part > 0.9));
        assert_eq!(spread(&[counts(48, 100), counts(52, 100)].repeat(5)), Spread::OfChance);
        assert_eq!(spread(&apart[..9]), Spread::OfTooFew);
    }

    #[test]
    fn widened_limits_are_never_the_narrower() {
        // Authorities that do not differ at all: tau squared is nought.
        let all = [counts(30, 100); 10];
        for convention in [Convention::Score, Convention::Wilson, Convention::Arcsine] {
            let funnel = Funnel::about(&standing(30.0), Unit::Percent, convention, &all).unwrap();
            let InFunnel { limits, widened, .. } = funnel.place(30.0, 12).unwrap();
            assert_eq!(widened.unwrap().limits, limits, "{convention:?}");
        }
    }

    #[test]
    fn how_much_authorities_differ_is_about_the_centre() {
        // Ten alike: the distance of one from the centre, squared.
        let over = |centre, unit, all: &[Counts]| {
            let funnel = Funnel::about(&standing(centre), unit, Convention::Score, all).unwrap();
            funnel.place(50.0, 100).unwrap().widened.unwrap().overdispersion.phi
        };
        // asin sqrt 0.75 - asin sqrt 0.25 is a sixth of pi, and the error of 100 a twentieth.
        let expected = (std::f64::consts::FRAC_PI_6 * 20.0).powi(2);
        assert!((over(25.0, Unit::Percent, &[counts(75, 100); 10]) - expected).abs() < 1e-9);
        // Scores 10 and 12, ten times: mean 11, s^2 = 20 / 19, so the error squared is 10 / 19; 13 is two points away.
        let scores = Counts { numerator: 22, denominator: 2, squares: Some(244) };
        assert!((over(13.0, Unit::Score, &[scores; 10]) - 7.6).abs() < 1e-12);
    }

    #[test]
    fn authorities_that_differ_more_than_by_chance_widen_it() {
        let all = [counts(20, 100), counts(40, 100), counts(60, 100), counts(80, 100), counts(50, 100)].repeat(2);
        let funnel = Funnel::about(&standing(50.0), Unit::Percent, Convention::Score, &all).unwrap();
        let placed = funnel.place(80.0, 100).unwrap();
        assert_eq!(placed.position, Position::Above99_8);
        let widened = placed.widened.unwrap();
        assert!(widened.overdispersion.tau_squared > 0.0);
        assert_eq!(widened.position, Position::Within);
    }

    #[test]
    fn scores_have_the_deviation_of_them_all() {
        // 10, 12, 14 and 16: mean 13, squares 4 x 13^2 + 9 + 1 + 1 + 9, so s^2 = 20 / 3.
        let all = [
            Counts { numerator: 22, denominator: 2, squares: Some(244) },
            Counts { numerator: 30, denominator: 2, squares: Some(452) },
        ];
        assert!((deviation(&all).unwrap() - (20.0_f64 / 3.0).sqrt()).abs() < 1e-12);
        assert_eq!(deviation(&[Counts { numerator: 9, denominator: 1, squares: Some(81) }]), None);
        assert_eq!(deviation(&[Counts { numerator: 9, denominator: 9, squares: None }]), None);
        let same = [14, 28, 42].map(|sum| Counts { numerator: sum, denominator: sum / 14, squares: Some(14 * sum) });
        assert!(Funnel::about(&standing(13.9), Unit::Score, Convention::Score, &same).is_none(), "all are 14");
        let funnel = Funnel::about(&standing(13.0), Unit::Score, Convention::Wilson, &all).unwrap();
        let limits = funnel.place(11.0, 2).unwrap().limits;
        let half = 1.959_963_984_540_054 * (20.0_f64 / 3.0 / 2.0).sqrt();
        assert!((limits.at_95.upper - (13.0 + half)).abs() < 1e-12);
    }
}
