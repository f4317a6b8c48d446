//! What happened to the children of one authority, month by month.

use super::flow::Flow;
use super::months::Months;
use crate::care::{AuthorityHistories, ChildHistory};
use crate::indicators::asked;
use crate::indicators::outcome::Decision;
use crate::indicators::question::{Indicator, Question};
use crate::indicators::review_chain::ReviewChain;
use crate::indicators::witness::Witness;
use crate::quality::CleanReturns;
use crate::returns::table::Table;
use crate::seeds::codes::roles::Role;
use crate::seeds::indicators::find;
use crate::setting::Setting;

/// What was counted in one month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Those of the denominator that pass; of placements, those that began.
    pub numerator: u64,
    /// All of them; of placements, nights of care.
    pub denominator: u64,
}

/// What was counted in each month; none where the returns do not tell.
pub(crate) type Counts = Vec<Option<Count>>;

/// Counts what happened to the children of an authority, as known on the day of the histories, in the order of
/// [`Flow::ALL`].
pub(super) fn count(
    histories: &AuthorityHistories<'_>,
    setting: Setting<'_>,
    clean: &CleanReturns,
    months: &Months,
) -> [Counts; Flow::ALL.len()] {
    Flow::ALL.map(|flow| {
        let asked = find(&setting.seeds.indicators, flow.indicator())
            .and_then(|seed| asked(seed, histories, setting, clean).ok());
        match asked {
            Some((indicator, question)) => Counting { flow, indicator, question, months }.count(histories),
            None => vec![None; months.len()],
        }
    })
}

/// One flow that is counted.
struct Counting<'run> {
    flow: Flow,
    indicator: &'static dyn Indicator,
    question: Question<'run>,
    months: &'run Months,
}

impl Counting<'_> {
    fn count(&self, histories: &AuthorityHistories<'_>) -> Counts {
        let mut counts = vec![Count::default(); self.months.len()];
        for child in 0..histories.children() {
            let history = histories.child(child, self.question.timeframe.known);
            match self.flow {
                Flow::Reviews => self.reviews(&history, &mut counts),
                Flow::Placements => self.placements(&history, &mut counts),
                Flow::Adoptions => self.adoptions(&history, &mut counts),
                Flow::Housed | Flow::AtWork => self.birthdays(&history, &mut counts),
            }
        }
        let told = |(month, count): (usize, Count)| self.is_told(month).then_some(count);
        counts.into_iter().enumerate().map(told).collect()
    }

    /// Whether the returns tell of a month: without a gap from then on, and of care leavers the return of its year.
    fn is_told(&self, month: usize) -> bool {
        let (first, last) = self.months.days(month);
        let needs = |table: &Table| *table != Table::Oc3 || self.question.held.has(last.return_year(), Table::Oc3);
        first >= self.question.cover && self.indicator.needs().iter().all(needs)
    }

    /// Reviews that fell due while the child was looked after.
    fn reviews(&self, child: &ChildHistory<'_>, counts: &mut [Count]) {
        let policies = self.question.policies;
        for period in child.periods {
            let chain = ReviewChain::start(child, period, &self.question, &mut Witness::silent());
            let held = chain.reviews(policies).map(|review| (review.due, review.on_time()));
            for (due, on_time) in held.chain([(chain.next_due(policies), false)]) {
                if let Some(month) = self.months.of(due).filter(|_| period.covers(due)) {
                    counts[month].denominator += 1;
                    counts[month].numerator += u64::from(on_time);
                }
            }
        }
    }

    /// Nights of care, and placements that began: not those that began before the data show.
    fn placements(&self, child: &ChildHistory<'_>, counts: &mut [Count]) {
        for period in child.periods {
            for (month, nights) in self.months.nights(period.start, period.end) {
                counts[month].denominator += nights;
            }
        }
        for placement in child.placements.iter().filter(|placement| !placement.start_truncated) {
            if let Some(month) = self.months.of(placement.start) {
                counts[month].numerator += 1;
            }
        }
    }

    fn adoptions(&self, child: &ChildHistory<'_>, counts: &mut [Count]) {
        let adopted =
            child.episodes.iter().filter(|episode| self.question.roles.has(Role::Adopted, episode.reason_ended));
        let mut months: Vec<usize> = adopted.filter_map(|episode| self.months.of(episode.end?)).collect();
        months.dedup();
        months.into_iter().for_each(|month| self.decide(child, month, counts));
    }

    fn birthdays(&self, child: &ChildHistory<'_>, counts: &mut [Count]) {
        let birthday = child.birth.zip(self.indicator.birthday_in_window(&self.question));
        let month = birthday.and_then(|(birth, age)| self.months.of(birth.birthday(age)));
        month.into_iter().for_each(|month| self.decide(child, month, counts));
    }

    /// Asks the indicator about the month alone.
    fn decide(&self, child: &ChildHistory<'_>, month: usize, counts: &mut [Count]) {
        let question = Question { timeframe: self.months.alone(month), ..self.question.clone() };
        let decided = self.indicator.decide(child, &question, &mut Witness::silent());
        if let Some(decision) = decided.ok().filter(Decision::in_denominator) {
            counts[month].denominator += 1;
            counts[month].numerator += u64::from(decision.in_numerator());
        }
    }
}
