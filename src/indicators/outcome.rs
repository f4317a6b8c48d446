//! What an indicator decides about one child.

use crate::code::{Code, LongTexts};

/// Why a child is left out, or fails the test (definitions, section 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the reason of the same name in definitions, section 4")]
pub enum Reason {
    DobUnknown,
    NoScore,
    NoDecisionDate,
    NotInAdoptivePlacement,
    PlacedAfterTwelveMonths,
    Disrupted,
    FewerThanThreePlacements,
    PlacementShorterThanTwoYears,
    NoReviewDue,
    ReviewLate,
    NotMatched,
    NotAchieved,
    NotInCohort,
    NoOc3Row,
    LeftTheCohort,
    Died,
    Rhom,
    NotInTouch,
    NotSuitable,
    NotInEet,
}

impl Reason {
    /// Every reason.
    const ALL: [Reason; 20] = [
        Reason::DobUnknown,
        Reason::NoScore,
        Reason::NoDecisionDate,
        Reason::NotInAdoptivePlacement,
        Reason::PlacedAfterTwelveMonths,
        Reason::Disrupted,
        Reason::FewerThanThreePlacements,
        Reason::PlacementShorterThanTwoYears,
        Reason::NoReviewDue,
        Reason::ReviewLate,
        Reason::NotMatched,
        Reason::NotAchieved,
        Reason::NotInCohort,
        Reason::NoOc3Row,
        Reason::LeftTheCohort,
        Reason::Died,
        Reason::Rhom,
        Reason::NotInTouch,
        Reason::NotSuitable,
        Reason::NotInEet,
    ];

    /// The reason of a name in the tables.
    pub(crate) fn of_name(name: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.name() == name)
    }

    /// The reason as the tables have it.
    pub fn name(self) -> &'static str {
        match self {
            Reason::DobUnknown => "dob_unknown",
            Reason::NoScore => "no_score",
            Reason::NoDecisionDate => "no_decision_date",
            Reason::NotInAdoptivePlacement => "not_in_adoptive_placement",
            Reason::PlacedAfterTwelveMonths => "placed_after_twelve_months",
            Reason::Disrupted => "disrupted",
            Reason::FewerThanThreePlacements => "fewer_than_three_placements",
            Reason::PlacementShorterThanTwoYears => "placement_shorter_than_two_years",
            Reason::NoReviewDue => "no_review_due",
            Reason::ReviewLate => "review_late",
            Reason::NotMatched => "not_matched",
            Reason::NotAchieved => "not_achieved",
            Reason::NotInCohort => "not_in_cohort",
            Reason::NoOc3Row => "no_oc3_row",
            Reason::LeftTheCohort => "left_the_cohort",
            Reason::Died => "died",
            Reason::Rhom => "rhom",
            Reason::NotInTouch => "not_in_touch",
            Reason::NotSuitable => "not_suitable",
            Reason::NotInEet => "not_in_eet",
        }
    }

    /// The reason as people read it.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Reason::DobUnknown => "the date of birth is not known",
            Reason::NoScore => "there is no score",
            Reason::NoDecisionDate => "no date of the decision for adoption is known",
            Reason::NotInAdoptivePlacement => "the placement that the adoption ended is not adoptive",
            Reason::PlacedAfterTwelveMonths => "placed for adoption more than twelve months after the decision",
            Reason::Disrupted => "placed for adoption before, in the same period of care",
            Reason::FewerThanThreePlacements => "fewer than three placements in the window",
            Reason::PlacementShorterThanTwoYears => "in the placement for less than two years",
            Reason::NoReviewDue => "no review was held or due in the window",
            Reason::ReviewLate => "a review was late, or is overdue",
            Reason::NotMatched => "there is no result for the exams of the year",
            Reason::NotAchieved => "the level was not achieved",
            Reason::NotInCohort => "not looked after on the cohort day",
            Reason::NoOc3Row => "there is no OC3 row",
            Reason::LeftTheCohort => "died, or another authority took over care",
            Reason::Died => "died",
            Reason::Rhom => "returned home",
            Reason::NotInTouch => "not in touch",
            Reason::NotSuitable => "not in suitable accommodation",
            Reason::NotInEet => "not in education, employment or training",
        }
    }
}

/// What is worth knowing about a decision besides its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flags {
    /// A period of care or placement that the decision rests on began before the data show.
    pub start_truncated: bool,
    /// The chain of reviews starts from an assumed one (NI 66).
    pub review_history_incomplete: bool,
    /// So does its first review in the window, as none is seen between the two (NI 66); measured, but in no table.
    pub window_from_assumed_review: bool,
    /// The return that would show who was looked after on the cohort day is not loaded (NI 147, 148).
    pub cohort_assumed: bool,
    /// The OC2 row is that of the return of the year before (NI 58).
    pub score_of_the_year_before: bool,
    /// SDQ_REASON, where there is no score (NI 58).
    pub reason_unscored: Code,
}

impl Flags {
    /// No flag.
    pub(crate) const NONE: Flags = Flags {
        start_truncated: false,
        review_history_incomplete: false,
        window_from_assumed_review: false,
        cohort_assumed: false,
        score_of_the_year_before: false,
        reason_unscored: Code::BLANK,
    };

    /// The flag for a start before the data, where it applies.
    pub(crate) fn start_truncated(truncated: bool) -> Flags {
        Flags { start_truncated: truncated, ..Flags::NONE }
    }

    /// The flags that are set: the name in the tables, and what it says.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let flags = [
            (self.start_truncated, "start_truncated", "care or a placement began earlier than the data show"),
            (self.review_history_incomplete, "review_history_incomplete", "earlier reviews cannot be seen"),
            (self.cohort_assumed, "cohort_assumed", "the return that tells of the cohort day is not loaded"),
            (
                self.score_of_the_year_before,
                "score_of_the_year_before",
                "the OC2 row is that of the return of the year before",
            ),
        ];
        flags.into_iter().filter(|(set, ..)| *set).map(|(_, name, words)| (name, words))
    }

    /// The flags as the tables have them, joined by `;`.
    pub fn text(&self, long: &LongTexts) -> String {
        let mut text: Vec<String> = self.named().map(|(name, _)| name.to_owned()).collect();
        if !self.reason_unscored.is_blank() {
            text.push(self.reason_unscored.text(long));
        }
        text.join(";")
    }
}

/// On which sides of the fraction a child counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Meets the test: in numerator and denominator.
    Met,
    /// Fails the test: in the denominator alone.
    NotMet(Reason),
    /// Considered, but in neither.
    Out(Reason),
    /// Has a score: in the denominator, the score in the numerator (NI 58).
    Scored(u8),
    /// Should have a score but has none: in the population, in neither side (NI 58).
    Unscored,
}

/// What an indicator decides about one child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// On which sides of the fraction the child counts.
    pub counted: Counted,
    /// What is worth knowing besides.
    pub flags: Flags,
}

impl Decision {
    /// A decision with its flags.
    pub(crate) fn new(counted: Counted, flags: Flags) -> Decision {
        Decision { counted, flags }
    }

    /// A child of the population who meets the test, or fails it for a reason.
    pub(crate) fn tested(met: bool, reason: Reason, flags: Flags) -> Decision {
        Decision { counted: if met { Counted::Met } else { Counted::NotMet(reason) }, flags }
    }

    /// A child left out because the date of birth is not known.
    pub(crate) fn dob_unknown(flags: Flags) -> Decision {
        Decision { counted: Counted::Out(Reason::DobUnknown), flags }
    }

    /// Whether the child counts in the denominator.
    pub fn in_denominator(&self) -> bool {
        matches!(self.counted, Counted::Met | Counted::NotMet(_) | Counted::Scored(_))
    }

    /// Whether the child counts in the numerator; for NI 58, whether there is a score.
    pub fn in_numerator(&self) -> bool {
        matches!(self.counted, Counted::Met | Counted::Scored(_))
    }

    /// Whether the child is in the population: the denominator, and for NI 58 all who should have a score.
    pub(crate) fn in_population(&self) -> bool {
        self.in_denominator() || self.counted == Counted::Unscored
    }

    /// What the child adds to the numerator: 1, or the score.
    pub(crate) fn adds(&self) -> u32 {
        match self.counted {
            Counted::Met => 1,
            Counted::Scored(score) => u32::from(score),
            Counted::NotMet(_) | Counted::Out(_) | Counted::Unscored => 0,
        }
    }

    /// The score, where the indicator is a mean of scores.
    pub fn score(&self) -> Option<u8> {
        match self.counted {
            Counted::Scored(score) => Some(score),
            _ => None,
        }
    }

    /// Why the child is left out or fails; none where the test is met.
    pub fn reason(&self) -> Option<Reason> {
        match self.counted {
            Counted::NotMet(reason) | Counted::Out(reason) => Some(reason),
            Counted::Unscored => Some(Reason::NoScore),
            Counted::Met | Counted::Scored(_) => None,
        }
    }
}
