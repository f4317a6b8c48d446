//! The indicators asked about the outturn.

use super::ahead::{Ahead, exams_are_known};
use crate::care::{AuthorityHistories, ChildHistory};
use crate::indicators::outcome::Decision;
use crate::indicators::question::{Indicator, Question};
use crate::indicators::unavailable::Unavailable;
use crate::indicators::witness::Witness;
use crate::indicators::{Needs, asked_with};
use crate::quality::CleanReturns;
use crate::returns::table::Table;
use crate::seeds::indicators::IndicatorSeed;

/// An indicator asked about the outturn.
pub(crate) struct Asked<'run> {
    pub indicator: &'static dyn Indicator,
    /// What it looks at besides a child's history.
    pub question: Question<'run>,
    /// Whether its exams lie after the day up to which things are known.
    pub not_known_yet: bool,
    ahead: &'run Ahead<'run>,
}

impl<'run> Asked<'run> {
    /// The indicator of a seed. For exams that are not known yet, and for care leavers who are pending, it is enough that
    /// the returns tell who is in it.
    ///
    /// # Errors
    /// Why the authority has no figure for it.
    pub(crate) fn of(
        seed: &IndicatorSeed,
        histories: &'run AuthorityHistories<'_>,
        ahead: &'run Ahead<'run>,
        clean: &'run CleanReturns,
    ) -> Result<Asked<'run>, Unavailable> {
        let not_known_yet = seed.of_exams && !exams_are_known(&ahead.timeframe);
        let asked = |needs| asked_with(needs, seed, histories, ahead.on_course(), clean);
        let answered = match not_known_yet {
            true => asked(Needs::Population),
            false => asked(Needs::All).or_else(|why| match why {
                Unavailable::TableMissing(Table::Oc3, _) => asked(Needs::Population).map_err(|_| why),
                _ => Err(why),
            }),
        };
        let (indicator, question) = answered?;
        Ok(Asked { indicator, question, not_known_yet, ahead })
    }

    /// What it decides on a child's course; none where it does not consider the child.
    pub(crate) fn decide(&self, course: &ChildHistory<'_>) -> Option<Decision> {
        self.indicator.decide(&self.known_of_leavers(*course), &self.question, &mut Witness::silent()).ok()
    }

    /// The history without OC3 rows where they are not known yet.
    fn known_of_leavers<'child>(&self, history: ChildHistory<'child>) -> ChildHistory<'child> {
        let birthday = self.indicator.birthday_in_window(&self.question).zip(history.birth);
        match birthday.map(|(age, birth)| birth.birthday(age)) {
            Some(birthday) if !self.ahead.leaver_is_known(birthday) => ChildHistory { oc3: &[], ..history },
            _ => history,
        }
    }

    /// Whether the indicator looks further back than the returns cover.
    pub(crate) fn cover_too_short(&self) -> bool {
        self.indicator.looks_back_to(&self.question) < self.question.cover
    }

    /// Whether a return that would tell who was in its cohort is not loaded.
    pub(crate) fn cohort_assumed(&self) -> bool {
        let told_by = self.indicator.cohort_told_by(&self.question);
        told_by.is_some_and(|mut years| years.any(|year| !self.question.held.loaded(year)))
    }
}
