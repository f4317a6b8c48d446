//! A look ahead: from the day up to which things are known to the day whose figures are looked for.

use crate::care::ChildHistory;
use crate::day::Day;
use crate::seeds::Seeds;
use crate::seeds::indicators::IndicatorSeed;
use crate::seeds::policies::Policies;
use crate::setting::Setting;
use crate::timeframe::Timeframe;
use crate::unit::Unit;

/// Which rows without a date (OC2, OC3) are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undated {
    /// Those that the returns hold, up to the current one: what an analyst of today has. An OC3 row is known from the 19th
    /// birthday on, or before it too where the policy says so.
    AsGiven,
    /// Those that can have been written by the day: OC2 rows of returns that have ended, OC3 rows from the 19th birthday on.
    /// The look back of a past pair of days goes by this.
    ByDay,
}

/// A look ahead.
#[derive(Debug)]
pub struct Ahead<'run> {
    /// The day of the outturn and its window, seen from the day up to which things are known.
    pub timeframe: Timeframe,
    /// The lists in force.
    pub seeds: &'run Seeds,
    /// The choices in force.
    policies: &'run Policies,
    /// The same on the steady course: nobody without an OC3 row counts (such a care leaver is pending), nor is a child left
    /// out for results that cannot be known yet.
    on_course: Policies,
    undated: Undated,
}

impl<'run> Ahead<'run> {
    /// Looks ahead in a timeframe made by [`Timeframe::ahead`].
    pub fn new(timeframe: Timeframe, seeds: &'run Seeds, policies: &'run Policies, undated: Undated) -> Ahead<'run> {
        let mut on_course = Policies { missing_oc3_counts: false, ..policies.clone() };
        if !exams_are_known(&timeframe) {
            on_course.matched_only_years.clear();
        }
        Ahead { timeframe, seeds, policies, on_course, undated }
    }

    /// The same look ahead from and to days so many months earlier, as it would have been made then. None where there are no
    /// such days.
    pub(crate) fn moved_back(&self, months: i32) -> Option<Ahead<'run>> {
        let [known, outturn] = [self.timeframe.now(), self.timeframe.afterwards()].map(|day| day.back(months));
        let timeframe = Timeframe::ahead(known, outturn).ok()?;
        Some(Ahead::new(timeframe, self.seeds, self.policies, Undated::ByDay))
    }

    /// What every stage goes by on the way to the outturn.
    pub(crate) fn on_course(&self) -> Setting<'_> {
        Setting { timeframe: self.timeframe, seeds: self.seeds, policies: &self.on_course }
    }

    /// What the ordinary figures of the day up to which things are known go by.
    pub fn now(&self) -> Setting<'run> {
        Setting { timeframe: self.timeframe.now(), seeds: self.seeds, policies: self.policies }
    }

    /// What the ordinary figures of the outturn go by, once all is known.
    pub fn afterwards(&self) -> Setting<'run> {
        Setting { timeframe: self.timeframe.afterwards(), seeds: self.seeds, policies: self.policies }
    }

    /// The history with those rows without a date alone that are known.
    pub(crate) fn as_known<'clean>(&self, history: ChildHistory<'clean>) -> ChildHistory<'clean> {
        let (known, current) = (self.timeframe.known, self.timeframe.current_year());
        let leavers = history.oc3.partition_point(|(year, _)| *year <= current);
        let results = history.results.partition_point(|results| exams_of(results.exam_year) <= known);
        let (oc3, results) = (&history.oc3[..leavers], &history.results[..results]);
        ChildHistory { oc3, results, ..self.with_known_scores(history) }
    }

    /// The history with those scores alone that are known.
    pub(crate) fn with_known_scores<'clean>(&self, history: ChildHistory<'clean>) -> ChildHistory<'clean> {
        let (known, current) = (self.timeframe.known, self.timeframe.current_year());
        let known_of = match self.undated {
            Undated::ByDay if known < Day::thirty_first_of_march(current) => current - 1,
            Undated::AsGiven | Undated::ByDay => current,
        };
        let scores = history.oc2.partition_point(|(year, _)| *year <= known_of);
        ChildHistory { oc2: &history.oc2[..scores], ..history }
    }

    /// Whether the OC3 row of someone who has this birthday can be known.
    pub(crate) fn leaver_is_known(&self, birthday: Day) -> bool {
        birthday <= self.timeframe.known || self.undated == Undated::AsGiven && self.on_course.oc3_before_birthday
    }
}

/// The day from which what came of an indicator at a day is known: exams from their own day on, scores from the end of their
/// return on, all else on the day itself.
pub(super) fn known_from(seed: &IndicatorSeed, came: &Timeframe) -> Day {
    match seed.unit {
        _ if seed.of_exams => exams_of(came.school_cohort_day.year()),
        Unit::Score => Day::thirty_first_of_march(came.as_at.return_year()),
        Unit::Percent => came.as_at,
    }
}

/// The day from which the exams of a year are known.
fn exams_of(year: i32) -> Day {
    Day::thirty_first_of_march(year).plus_months(5)
}

/// Whether the exams that figures of the timeframe are of lie on or before the day up to which things are known.
pub(crate) fn exams_are_known(timeframe: &Timeframe) -> bool {
    exams_of(timeframe.school_cohort_day.year()) <= timeframe.known
}
