//! What happened in each month alone: adoptions and how many in time, placements begun, reviews due and held on time,
//! nineteenth birthdays of care leavers and how many suitably housed or in work.
//!
//! Rolling figures of successive months share most of their children, so that no rule of control charts holds for them.
//! What happened in a month is counted in that month and no other.

pub(crate) mod flow;
pub(crate) mod months;
pub(crate) mod of_authority;
pub(crate) mod words;

use crate::benchmark::funnel::Limits;
use crate::care::{AuthorityHistories, CareHistories};
use crate::figures::{Behind, named_place};
use crate::level::Level;
use crate::quality::CleanReturns;
use crate::seeds::authorities::{ENGLAND_CODE, ENGLAND_NAME};
use crate::setting::Setting;
use flow::Flow;
use months::Months;
use of_authority::{Count, Counts, count};
use rayon::prelude::*;

/// What happened in each month.
#[derive(Debug)]
pub(crate) struct Flows {
    /// The months.
    pub months: Months,
    /// Place by place in the order of the tables, each with its flows in order.
    pub list: Vec<PlaceFlow>,
}

/// One flow of one place.
#[derive(Debug, PartialEq)]
pub(crate) struct PlaceFlow {
    /// The code of the place.
    pub code: String,
    /// What is counted.
    pub flow: Flow,
    /// Each month, in order.
    pub months: Vec<InMonth>,
}

/// What happened in one month.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct InMonth {
    /// Whether it is of an authority, of a region or England, or of a part of one.
    pub level: Level,
    /// The name of the place; of a part of one, how many authorities it is of.
    pub name: String,
    /// The authorities behind it, for a region or England.
    pub behind: Option<Behind>,
    /// What was counted; none where the returns do not tell.
    pub count: Option<Count>,
    /// The count over the denominator of all months of the same authorities.
    pub centre: Option<Count>,
    /// The limits about that centre for the month's denominator.
    pub limits: Option<Limits>,
}

impl Flows {
    /// Counts what happened in the months, as known on the day of the histories.
    pub(crate) fn of(
        histories: &CareHistories<'_>,
        setting: Setting<'_>,
        clean: &CleanReturns,
        months: Months,
    ) -> Flows {
        let authorities = &setting.seeds.authorities;
        let exists =
            |one: &&AuthorityHistories<'_>| authorities.get(one.clean.authority).existed_on(setting.timeframe.as_at);
        let counted: Vec<_> = histories
            .authorities
            .par_iter()
            .filter(exists)
            .map(|one| (one.clean.authority, count(one, setting, clean, &months)))
            .collect();
        let mut list = Vec::new();
        let listed = |region| authorities.listed_on(setting.timeframe.as_at, region);
        let all: Vec<_> = counted.iter().map(|(_, counts)| counts).collect();
        list.extend(summed((Level::National, ENGLAND_CODE, ENGLAND_NAME), &all, listed(None)));
        for (code, name) in authorities.regions() {
            let in_region = counted.iter().filter(|(one, _)| authorities.get(*one).region_code == code);
            let in_region: Vec<_> = in_region.map(|(_, counts)| counts).collect();
            if !in_region.is_empty() {
                list.extend(summed((Level::Regional, code, name), &in_region, listed(Some(code))));
            }
        }
        for (one, counts) in &counted {
            let authority = authorities.get(*one);
            let in_month = |count: &Option<Count>| in_month(Level::LocalAuthority, &authority.name, None, *count);
            list.extend(Flow::ALL.into_iter().zip(counts).map(|(flow, counts)| {
                PlaceFlow::charted(&authority.code, flow, counts.iter().map(in_month).collect())
            }));
        }
        Flows { months, list }
    }
}

/// The flows of a region or England: sums of its authorities, month by month those of which the returns tell.
fn summed(
    (level, code, name): (Level, &str, &str),
    authorities: &[&[Counts; Flow::ALL.len()]],
    listed: u32,
) -> Vec<PlaceFlow> {
    let months = authorities.first().map_or(0, |counts| counts[0].len());
    let of_flow = |(place, flow): (usize, Flow)| {
        let of_month = |month: usize| {
            let told: Vec<Count> = authorities.iter().filter_map(|counts| counts[place][month]).collect();
            let behind = Behind { available: told.len() as u32, listed };
            let (level, name) = named_place(level, name, behind);
            in_month(level, &name, Some(behind), sum(&told))
        };
        PlaceFlow::charted(code, flow, (0..months).map(of_month).collect())
    };
    Flow::ALL.into_iter().enumerate().map(of_flow).collect()
}

/// The sum of counts; none where there is none.
fn sum(counts: &[Count]) -> Option<Count> {
    counts.iter().copied().reduce(|one, other| Count {
        numerator: one.numerator + other.numerator,
        denominator: one.denominator + other.denominator,
    })
}

fn in_month(level: Level, name: &str, behind: Option<Behind>, count: Option<Count>) -> InMonth {
    InMonth { level, name: name.to_owned(), behind, count, centre: None, limits: None }
}

impl InMonth {
    /// The value, not rounded, in the unit of the flow; none where there is no denominator.
    pub(crate) fn value(&self, flow: Flow) -> Option<f64> {
        value(self.count, flow)
    }

    /// The value of the centre.
    pub(crate) fn centre_value(&self, flow: Flow) -> Option<f64> {
        value(self.centre, flow)
    }
}

fn value(count: Option<Count>, flow: Flow) -> Option<f64> {
    let Count { numerator, denominator } = count.filter(|count| count.denominator > 0)?;
    // As the limits are worked out, so that a value on a limit is the very number.
    Some(numerator as f64 / denominator as f64 * flow.times() as f64)
}

impl PlaceFlow {
    /// With the limits of each month, about the centre of all months of the same authorities.
    fn charted(code: &str, flow: Flow, mut months: Vec<InMonth>) -> PlaceFlow {
        let counts: Vec<_> = months.iter().map(|month| (month.behind, month.count)).collect();
        for month in &mut months {
            let alike = counts.iter().filter(|(behind, _)| *behind == month.behind);
            let alike: Vec<Count> = alike.filter_map(|(_, count)| *count).collect();
            let denominator = month.count.map_or(0, |count| count.denominator);
            month.centre = sum(&alike).filter(|_| denominator > 0);
            month.limits =
                month.centre.and_then(|centre| flow.limits((centre.numerator, centre.denominator), denominator));
        }
        PlaceFlow { code: code.to_owned(), flow, months }
    }
}

#[cfg(test)]
mod tests;
