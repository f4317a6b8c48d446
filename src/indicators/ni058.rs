//! NI 58: emotional and behavioural health of children in care.
//!
//! The mean score, 0 to 40, of the Strengths and Difficulties Questionnaire of children continuously
//! looked after for twelve months. Low is good. Source: DfE tables of SFR21/2011 for the ages.

use super::outcome::{Counted, Decision, Flags};
use super::outside::Outside;
use super::population::{looked_after_for_twelve_months, of_the_age};
use super::question::{Indicator, LooksBack, Question};
use super::witness::{Sight, Witness};
use crate::care::ChildHistory;
use crate::returns::table::Table;
use crate::returns::tables::oc2::Oc2;

/// NI 58.
pub(crate) struct EmotionalHealth;

impl Indicator for EmotionalHealth {
    fn number(&self) -> u16 {
        58
    }

    fn needs(&self) -> &'static [Table] {
        &[Table::Header, Table::Episodes, Table::Oc2]
    }

    fn looks_back(&self) -> LooksBack {
        LooksBack::ToStartOfCareBeforeCover
    }

    fn decide(
        &self,
        child: &ChildHistory<'_>,
        question: &Question<'_>,
        witness: &mut Witness,
    ) -> Result<Decision, Outside> {
        let timeframe = question.timeframe;
        let period = looked_after_for_twelve_months(child, timeframe.as_at, witness)?;
        let flags = Flags::start_truncated(period.start_truncated);
        let ages = &question.policies.sdq_ages;
        let in_words = || format!("{} to {}", ages.start(), ages.end());
        match of_the_age(child, timeframe.as_at, |age| ages.contains(&age), in_words, witness) {
            None => return Ok(Decision::dob_unknown(flags)),
            Some(false) => return Err(Outside::NotOfTheAge),
            Some(true) => {}
        }
        witness.look(Sight::Scores);
        let row = row_of(child, question);
        let score_of_the_year_before = row.is_some_and(|(year, _)| *year < timeframe.current_year());
        let flags = Flags { score_of_the_year_before, ..flags };
        let score = row.and_then(|(_, row)| row.score);
        witness.test(score.is_some(), || {
            let found = match (row, score) {
                (None, _) => "no OC2 row".to_owned(),
                (Some((year, _)), None) => format!("none in the return for {year}"),
                (Some((year, _)), Some(score)) => format!("{score}, in the return for {year}"),
            };
            format!("An SDQ score, a whole number from 0 to 40: {found}")
        });
        Ok(match score {
            Some(score) => Decision::new(Counted::Scored(score), flags),
            None => {
                let reason_unscored = row.map_or(flags.reason_unscored, |(_, row)| row.reason_unscored);
                Decision::new(Counted::Unscored, Flags { reason_unscored, ..flags })
            }
        })
    }
}

/// The row of the current return; before a 31 March also that of the return of the year before, where it is loaded, for
/// the current one need not have asked of every child yet.
fn row_of<'child>(child: &ChildHistory<'child>, question: &Question<'_>) -> Option<&'child (i32, Oc2)> {
    let timeframe = question.timeframe;
    let of = |year: i32| child.oc2.iter().find(|(of_year, _)| *of_year == year);
    let current = timeframe.current_year();
    let before = || {
        let may_be_old = timeframe.takes_score_of_the_year_before() && question.held.loaded(current - 1);
        if may_be_old { of(current - 1) } else { None }
    };
    of(current).or_else(before)
}
