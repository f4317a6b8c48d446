//! What hiding costs, in words: how many percentages of each day are hidden, what another profile would hide, and what is not
//! published at all.

use super::public::ToPublish;
use crate::benchmark::Compared;
use crate::contract::{PUBLISHED_BREAKDOWNS, PUBLISHED_CONTEXT, PUBLISHED_FORECAST};
use crate::day::Day;
use crate::disclosure::cost::Cost;
use crate::disclosure::{DayToProtect, GroupToProtect, Protected};
use crate::forecast::Forecast;
use crate::level::Level;
use crate::printed::context::rule::Rule;
use crate::publish::forecast::forecasts;
use crate::seeds::disclosure::{STRICTER, USUAL};
use crate::timeframe::{Basis, Timeframe};
use std::collections::{BTreeMap, BTreeSet};

impl ToPublish<'_> {
    /// What hiding costs on each day; and on the last, what the stricter profile would hide by itself, or the usual one in
    /// place of that.
    pub(super) fn costs(&self, protected: &BTreeMap<Day, Protected>) -> Vec<String> {
        let last = self.days.iter().map(|day| day.timeframe.as_at).max();
        let of_day = |((day, own), ahead): ((&Compared, DayToProtect<'_>), &Option<&Forecast>)| {
            let as_at = day.timeframe.as_at;
            let protected = protected.get(&as_at)?;
            let (cost, flows) = (Cost::of(protected), self.flows(&day.timeframe, protected));
            let beside = if Some(as_at) == last { self.cost_by_another(own, &cost) } else { None };
            let of_all = format!("publish/ at {as_at}: {}{}{flows}", cost.in_words(), beside.unwrap_or_default());
            let forecasts = ahead.map(|ahead| of_forecasts(ahead, protected));
            Some(std::iter::once(of_all).chain(of_population(protected)).chain(forecasts))
        };
        self.days.iter().zip(self.own_days()).zip(self.ahead).filter_map(of_day).flatten().collect()
    }

    /// What hiding costs of groups, a line each day that has any: said before anything of them is written.
    pub(super) fn cost_of_groups(&self, protected: &BTreeMap<Day, Protected>) -> Vec<String> {
        let with_groups = self.days.iter().zip(self.groups).filter(|(_, groups)| !groups.is_empty());
        let of_day = |(day, groups): (&Compared, &Vec<GroupToProtect>)| {
            of_groups(protected.get(&day.timeframe.as_at)?, groups.iter().map(|group| group.figure.indicator))
        };
        with_groups.filter_map(of_day).collect()
    }

    /// What is said of the flows of a day, where they are left out or will make later ones be.
    fn flows(&self, day: &Timeframe, protected: &Protected) -> String {
        let flows = self.seeds.indicators.iter().filter(|seed| seed.is_flow);
        let flows = flows.map(|seed| seed.number.to_string()).collect::<Vec<_>>().join(", ");
        if !protected.left_out().is_empty() {
            return format!(
                "; NI {flows} left out (x): with other days that are published they would tell what happened between"
            );
        }
        let year_end = Day::thirty_first_of_march(day.as_at.return_year());
        if day.basis == Basis::YearToDate && day.as_at < year_end {
            return format!(
                "; once NI {flows} are published for part of a year, they are left out on its later days: \
                 publish `--basis rolling` before {year_end}"
            );
        }
        String::new()
    }

    /// What another profile would hide of a day by itself, beside what hiding costs; none where there is nothing to hide.
    fn cost_by_another(&self, day: DayToProtect<'_>, cost: &Cost) -> Option<String> {
        let other = if self.publication.profile.name == STRICTER { USUAL } else { STRICTER };
        let profile = self.seeds.disclosure.iter().find(|profile| profile.name == other)?;
        if cost.percentages() == 0 {
            return None;
        }
        let by_other = self.protect(vec![day], profile).ok()?;
        let hidden = Cost::of(by_other.values().next()?).hidden();
        let by_itself = if self.days.len() > 1 { " of that day by itself" } else { "" };
        if hidden == cost.hidden() {
            return Some(format!("; `--disclosure {other}` would hide as many{by_itself}"));
        }
        // Of the usual one there is nothing to say: it hides less.
        let what_for =
            if other == STRICTER && hidden > 0 { ", to protect the few children outside a count as well" } else { "" };
        Some(format!("; `--disclosure {other}` would hide {hidden}{by_itself}{what_for}"))
    }
}

/// What hiding costs of groups, and of which indicators none are published; none where no groups were asked for.
fn of_groups(protected: &Protected, asked: impl Iterator<Item = u16>) -> Option<String> {
    let published: BTreeSet<u16> = protected.groups().map(|group| group.indicator).collect();
    let asked: BTreeSet<u16> = asked.collect();
    let taken_back: Vec<String> = asked.difference(&published).map(u16::to_string).collect();
    let cost = Cost::of_groups(protected).map(|cost| cost.in_words());
    let left_out = (!taken_back.is_empty()).then(|| {
        let so_far = "that all that is hidden is safe could not be proven";
        format!("no groups of NI {}: {so_far}", taken_back.join(", "))
    });
    let said: Vec<String> = cost.into_iter().chain(left_out).collect();
    (!said.is_empty()).then(|| format!("publish/{PUBLISHED_BREAKDOWNS}: {}", said.join("; ")))
}

/// Why the care population is not published; none where it may be.
fn of_population(protected: &Protected) -> Option<String> {
    let why = Rule::of(protected.profile(), &protected.table().timeframe).err()?;
    Some(format!("publish/{PUBLISHED_CONTEXT} is not written: {why}"))
}

/// Of how many places forecasts are published, and why of no more.
fn of_forecasts(ahead: &Forecast, protected: &Protected) -> String {
    let table = protected.table();
    let places = |places: &mut dyn Iterator<Item = (Level, String)>| places.collect::<BTreeSet<_>>().len();
    let with_any = ahead.outlooks.iter().filter(|outlook| outlook.likely.spread.is_some());
    let all = places(&mut with_any.map(|outlook| (outlook.steady.level, outlook.steady.code.clone())));
    let published = forecasts(ahead, table);
    let published = places(&mut published.iter().map(|one| (one.figure.level, one.figure.code.clone())));
    let areas = if all == 1 { "area" } else { "areas" };
    let why = if published < all {
        ": each of the others has a figure that is hidden, or is a part of England or of a region"
    } else {
        ""
    };
    format!("publish/{PUBLISHED_FORECAST}: forecasts of {published} of {all} {areas}{why}")
}
