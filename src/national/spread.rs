//! How the authorities differ, and how much of that is beyond chance.

use super::OfSpread;
use super::published::{Published, Within};
use crate::benchmark::across::Across;
use crate::benchmark::funnel::{Funnel, Position, Spread};
use crate::benchmark::may_be_said;
use crate::benchmark::standing::{Counts, Standing};
use crate::charts::of_run::rounded;
use crate::charts::strip::Strip;
use crate::level::Level;
use crate::rounding::Tenths;
use crate::seeds::authorities::ENGLAND_CODE;
use crate::seeds::indicators::IndicatorSeed;
use crate::statistics::quantile::Quartiles;
use crate::unit::Good;
use crate::wording::counts::none_or;
use crate::wording::names::{Indicator, with_article};

/// Fewer values than this have no middle half.
const LEAST: usize = 4;

/// Where more than one in so many is hidden, the spread of the others is not that of all: it is worked out with the furthest
/// tenth at each end drawn in, and so many may be hidden at one end.
const MOST_HIDDEN: usize = 10;

const TOO_MANY_HIDDEN: &str = "Too many authorities are hidden to tell the spread from chance";

/// Each indicator, and what its funnel tells of the spread; none where there is no funnel.
pub(super) fn of(day: &Published<'_>, within: &Within<'_>) -> Vec<(OfSpread, Option<Spread>)> {
    day.indicators().map(|(seed, across)| of_indicator(day, within, seed, across)).collect()
}

fn of_indicator(
    day: &Published<'_>,
    within: &Within<'_>,
    seed: &IndicatorSeed,
    across: &Across,
) -> (OfSpread, Option<Spread>) {
    let all = || across.authorities.iter().filter(|authority| within.holds(authority));
    let shown: Vec<&Standing> =
        all().filter_map(|of| of.known.used.as_ref().filter(|used| may_be_said(used).is_ok())).collect();
    let own = within.own(seed.number).and_then(|own| own.standing.as_ref()).filter(|own| may_be_said(own).is_ok());
    let counts: Vec<Counts> = shown.iter().filter_map(|standing| standing.counts).collect();
    let funnel = own.and_then(|own| Funnel::about(own, seed.unit, day.seeds.configuration.funnel, &counts));
    let mut others: Vec<Tenths> = shown.iter().map(|standing| rounded(standing)).collect();
    others.sort_unstable();
    let is_national = within.pack.level == Level::National;
    let target = day.seeds.targets.beside(seed.number, ENGLAND_CODE, seed.figure_year(&day.compared.timeframe));
    let hidden = all().filter(|of| of.known.is_hidden()).count();
    // Those that are hidden may all lie at one end, as those of few children do who meet the test.
    let is_known = hidden * MOST_HIDDEN <= all().count();
    let spread = funnel.map(|funnel| funnel.spread()).filter(|_| is_known);
    let of = OfSpread {
        indicator: Indicator::of(seed),
        finding: match (is_known, own) {
            (false, _) => TOO_MANY_HIDDEN.to_owned(),
            (true, None) if !others.is_empty() => {
                format!("Not tested: the figure of {} cannot be judged", with_article(&within.pack.place.name))
            }
            _ => finding(spread, others.len()),
        },
        middle: middle(&others, seed),
        outside: funnel
            .filter(|_| !shown.is_empty())
            .map(|funnel| outside(&funnel, &shown, seed.good))
            .unwrap_or_default(),
        strip: (!others.is_empty()).then(|| Strip {
            indicator: Indicator::of(seed),
            name: within.pack.place.name.clone(),
            own: own.map(rounded),
            england: across.england.as_ref().filter(|_| !is_national).map(rounded),
            target: target.map(|target| Tenths::of(target.value.as_f64())),
            others,
            hidden,
        }),
    };
    (of, spread)
}

/// `About 70% of the spread is beyond chance`.
fn finding(spread: Option<Spread>, shown: usize) -> String {
    match spread {
        // Of a part to the nearest tenth, all of it would be too much to say.
        Some(Spread::BeyondChance(part)) => {
            format!("About {}0% of the spread is beyond chance", (part * 10.0).round().clamp(1.0, 9.0))
        }
        Some(Spread::OfChance) => "Chance alone could bring this spread".to_owned(),
        Some(Spread::OfTooFew) => "Too few authorities are shown to tell the spread from chance".to_owned(),
        None if shown == 0 => "No authority is shown".to_owned(),
        None => "Not tested: what is published does not say enough".to_owned(),
    }
}

fn middle(in_order: &[Tenths], seed: &IndicatorSeed) -> String {
    let values: Vec<f64> = in_order.iter().map(|value| value.as_f64()).collect();
    let quartiles = Quartiles::of(&values).filter(|_| values.len() >= LEAST);
    let shown = |value: f64| Indicator::of(seed).shown(Tenths::of(value));
    quartiles.map(|Quartiles([lower, _, upper])| format!("{} to {}", shown(lower), shown(upper))).unwrap_or_default()
}

/// `5 better, 3 worse`, `none`.
fn outside(funnel: &Funnel, shown: &[&Standing], good: Good) -> String {
    let positions = shown.iter().filter_map(|standing| Some(funnel.place_figure(standing)?.ok()?.position));
    let (above, below) = positions.fold((0, 0), |(above, below), position| match position {
        Position::Above99_8 => (above + 1, below),
        Position::Below99_8 => (above, below + 1),
        Position::Above95 | Position::Within | Position::Below95 => (above, below),
    });
    let [better, worse] = if good == Good::High { [above, below] } else { [below, above] };
    if better + worse == 0 { none_or(0) } else { format!("{} better, {} worse", none_or(better), none_or(worse)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_spread_is_said_to_the_nearest_tenth_and_never_as_all_or_nothing() {
        let said = |part| finding(Some(Spread::BeyondChance(part)), 152);
        for (part, expected) in [(0.01, "10%"), (0.649, "60%"), (0.65, "70%"), (0.99, "90%")] {
            assert_eq!(said(part), format!("About {expected} of the spread is beyond chance"));
        }
        assert_eq!(finding(Some(Spread::OfChance), 152), "Chance alone could bring this spread");
        assert_eq!(finding(None, 0), "No authority is shown");
    }

    #[test]
    fn half_of_four_lie_between_their_quartiles() {
        let seed = crate::pack::by_hand::seed(62);
        assert_eq!(middle(&[10, 20, 30, 40].map(|value| Tenths(10 * value)), seed), "17.5% to 32.5%");
        assert_eq!(middle(&[Tenths(10); 3], seed), "");
    }
}
