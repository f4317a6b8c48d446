//! What may still become of a child for an indicator.

use crate::draws::evidence::Possible;

/// Where a child stands for an indicator: what can still happen that moves it across a line, or else where it is on the
/// steady course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// NI 58: in the population at the outturn, and the current return has no valid score.
    ScoreMissing,
    /// NI 61: in an adoptive placement, in time if adopted from it.
    PlacedInTime,
    /// NI 61: in an adoptive placement, late if adopted from it.
    PlacedLate,
    /// NI 61: in an adoptive placement, and no decision is known.
    PlacedNoDecision,
    /// NI 61: a decision, and no adoptive placement yet.
    AwaitsPlacement,
    /// NI 62: three or more placements already.
    ThirdPlacement,
    /// NI 62: exactly two.
    OneMoveAway,
    /// NI 63: in the population now, and too old at the outturn.
    TurnsSixteen,
    /// NI 63: has been placed for two years first on a day before the outturn.
    ReachesTwoYears,
    /// NI 63: has been already.
    Holds,
    /// NI 63: comes into the population, in a shorter placement.
    Joins,
    /// NI 63: would count if placed for adoption, for the placement before the current one.
    AdoptiveWouldCount,
    /// NI 66: a review of the window was late.
    LateAlready,
    /// NI 66: the next review was due and is not held.
    Overdue,
    /// NI 66: every review on time so far, and the next is due before the outturn.
    Due,
    /// NI 99, 100, 101: of the cohort, whose exams are still to come.
    Sits,
    /// NI 147, 148: of the cohort, with no OC3 row yet.
    Nineteen,
    /// In numerator and denominator on the steady course.
    In,
    /// In the denominator alone.
    NotMet,
    /// In neither.
    Out,
}

impl State {
    /// Every state.
    pub const ALL: [State; 20] = [
        State::ScoreMissing,
        State::PlacedInTime,
        State::PlacedLate,
        State::PlacedNoDecision,
        State::AwaitsPlacement,
        State::ThirdPlacement,
        State::OneMoveAway,
        State::TurnsSixteen,
        State::ReachesTwoYears,
        State::Holds,
        State::Joins,
        State::AdoptiveWouldCount,
        State::LateAlready,
        State::Overdue,
        State::Due,
        State::Sits,
        State::Nineteen,
        State::In,
        State::NotMet,
        State::Out,
    ];

    /// Its name in the tables.
    pub fn name(self) -> &'static str {
        match self {
            State::ScoreMissing => "score_missing",
            State::PlacedInTime => "placed_in_time",
            State::PlacedLate => "placed_late",
            State::PlacedNoDecision => "placed_no_decision",
            State::AwaitsPlacement => "awaits_placement",
            State::ThirdPlacement => "third_placement",
            State::OneMoveAway => "one_move_away",
            State::TurnsSixteen => "turns_sixteen",
            State::ReachesTwoYears => "reaches_two_years",
            State::Holds => "holds",
            State::Joins => "joins",
            State::AdoptiveWouldCount => "adoptive_would_count",
            State::LateAlready => "late_already",
            State::Overdue => "overdue",
            State::Due => "due",
            State::Sits => "sits",
            State::Nineteen => "nineteen",
            State::In => "in",
            State::NotMet => "not_met",
            State::Out => "out",
        }
    }

    /// Whether it is one of the watch list.
    pub fn is_watched(self) -> bool {
        !matches!(self, State::In | State::NotMet | State::Out)
    }

    /// What can become of a child in it by the outturn. A score is there or not (NI 58): no child is in that denominator alone.
    /// A child on whom the day of an indicator has passed, or who is too young or too short a time in care for it, does not
    /// come in any more; what is decided (an adoption, known exams, the OC3 row of a member of the cohort, or that it has left
    /// the cohort) stays as it is.
    pub(crate) fn possible(self, indicator: u16, exams_are_known: bool) -> Possible {
        const OUT_ALONE: Possible = Possible { counted: false, not_met: false, out: true };
        const COUNTED_ALONE: Possible = Possible { counted: true, not_met: false, out: false };
        const NOT_MET_ALONE: Possible = Possible { counted: false, not_met: true, out: false };
        let anything = Possible { not_met: indicator != 58, ..Possible::ANYTHING };
        match (indicator, self) {
            (_, State::TurnsSixteen) | (58 | 63 | 99..=101 | 147 | 148, State::Out) => OUT_ALONE,
            (_, State::ThirdPlacement) => Possible { not_met: false, ..anything },
            (99..=101, _) if !exams_are_known => anything,
            (61 | 99..=101 | 147 | 148, State::In) => COUNTED_ALONE,
            (61 | 99..=101 | 147 | 148, State::NotMet) => NOT_MET_ALONE,
            _ => anything,
        }
    }

    /// Whether a child in it can go the wrong way before the outturn: into the numerator where lower is better, else out of it or
    /// into the denominator alone.
    pub(crate) fn may_go_wrong(self) -> bool {
        matches!(
            self,
            State::PlacedLate
                | State::PlacedNoDecision
                | State::AwaitsPlacement
                | State::OneMoveAway
                | State::ReachesTwoYears
                | State::Holds
                | State::Due
                | State::Sits
                | State::Nineteen
        )
    }

    /// Whether a child in it can go the right way before the outturn.
    pub(crate) fn may_go_right(self) -> bool {
        matches!(
            self,
            State::PlacedInTime | State::AwaitsPlacement | State::AdoptiveWouldCount | State::Sits | State::Nineteen
        )
    }
}
