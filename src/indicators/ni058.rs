//! NI 58: emotional and behavioural health of children in care.
//!
//! The mean score, 0 to 40, of the Strengths and Difficulties Questionnaire of children continuously
//! looked after for twelve months. Low is good. Source: DfE tables of SFR21/2011 for the ages.

use super::outcome::{Counted, Decision, Flags};
use super::{Indicator, Question};
use crate::care::ChildHistory;
use crate::returns::table::Table;

/// NI 58.
pub struct EmotionalHealth;

impl Indicator for EmotionalHealth {
    fn number(&self) -> u16 {
        58
    }

    fn needs(&self) -> &'static [Table] {
        &[Table::Header, Table::Episodes, Table::Oc2]
    }

    fn decide(&self, child: &ChildHistory<'_>, question: &Question<'_>) -> Option<Decision> {
        let as_at = question.timeframe.as_at;
        let period = child.period_on(as_at).filter(|period| period.twelve_months_on(as_at))?;
        let flags = Flags::start_truncated(period.start_truncated);
        let Some(age) = child.age_on(as_at) else {
            return Some(Decision::dob_unknown(flags));
        };
        if !question.policies.sdq_ages.contains(&age) {
            return None;
        }
        let current = question.timeframe.current_year();
        let row = child.oc2.iter().rev().find(|(year, _)| *year <= current).map(|(_, row)| row);
        Some(match row.and_then(|row| row.score) {
            Some(score) => Decision::new(Counted::Scored(score), flags),
            None => {
                let reason_unscored = row.map_or(flags.reason_unscored, |row| row.reason_unscored);
                Decision::new(Counted::Unscored, Flags { reason_unscored, ..flags })
            }
        })
    }
}
