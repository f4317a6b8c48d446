//! OC2: one row for each child, for the score of the Strengths and Difficulties Questionnaire.

use super::cells::{Cells, CodedColumn, Column, DateColumn, Fault};
use super::row::TableRow;
use crate::code::Code;
use crate::day::Day;
use crate::returns::finding::rules;
use crate::returns::heading::Heading;
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;
use crate::text::tidy;
use crate::unit::HIGHEST_SCORE;

/// What is taken from a row of OC2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Oc2 {
    /// SDQ_SCORE where it is a whole number from 0 to 40.
    pub score: Option<u8>,
    /// SDQ_REASON: why there is no score.
    pub reason_unscored: Code,
    /// What it says of the child's health.
    pub health: Health,
    /// DOB, where the table has it and it can be read.
    pub birth: Option<Day>,
}

/// What a row of OC2 says of a child's health besides the score, a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Health(u8);

/// One thing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HealthItem {
    /// CONVICTED: convicted, or given a final warning or reprimand, in the year.
    Convicted,
    /// IMMUNISATIONS: up to date.
    Immunisations,
    /// TEETH_CHECK: teeth checked in the year.
    TeethCheck,
    /// HEALTH_ASSESSMENT: health assessed in the year.
    HealthAssessment,
    /// SUBSTANCE_MISUSE: a problem of substance misuse in the year.
    SubstanceMisuse,
}

impl HealthItem {
    const ALL: [(HealthItem, &'static str); 5] = [
        (HealthItem::Convicted, "CONVICTED"),
        (HealthItem::Immunisations, "IMMUNISATIONS"),
        (HealthItem::TeethCheck, "TEETH_CHECK"),
        (HealthItem::HealthAssessment, "HEALTH_ASSESSMENT"),
        (HealthItem::SubstanceMisuse, "SUBSTANCE_MISUSE"),
    ];
}

impl Health {
    /// Whether the row says so.
    pub(crate) fn says(self, item: HealthItem) -> bool {
        self.0 & (1 << item as u8) != 0
    }
}

/// Where the columns are.
#[derive(Debug)]
pub struct Columns {
    score: Column,
    reason_unscored: CodedColumn,
    health: [Column; HealthItem::ALL.len()],
    birth: DateColumn,
}

impl TableRow for Oc2 {
    type Columns = Columns;

    fn columns(heading: &Heading, codes: &CodeLists) -> Columns {
        Columns {
            score: Column::of(heading, "SDQ_SCORE"),
            reason_unscored: CodedColumn::of(heading, codes, Table::Oc2, "SDQ_REASON", None),
            health: HealthItem::ALL.map(|(_, name)| Column::of(heading, name)),
            birth: DateColumn::birth(heading),
        }
    }

    fn read(columns: &Columns, cells: &mut Cells<'_>) -> Result<Oc2, Fault> {
        let text = tidy(cells.raw(columns.score));
        let score = whole_score(text);
        if score.is_none() && !text.is_empty() {
            cells.found.kept.push(cells.fault(&rules::SCORE_IMPOSSIBLE, columns.score));
        }
        Ok(Oc2 {
            score,
            reason_unscored: cells.code(&columns.reason_unscored),
            health: health(columns.health.map(|column| tidy(cells.raw(column)))),
            birth: cells.date_or_nothing(columns.birth),
        })
    }
}

/// What the cells of health say: 1 is yes.
fn health(cells: [&[u8]; HealthItem::ALL.len()]) -> Health {
    let said = HealthItem::ALL.iter().zip(cells).filter(|(_, cell)| *cell == b"1");
    Health(said.fold(0, |bits, ((item, _), _)| bits | 1 << *item as u8))
}

/// A whole number from 0 to 40.
pub(crate) fn whole_score(text: &[u8]) -> Option<u8> {
    let digits = !text.is_empty() && text.iter().all(u8::is_ascii_digit);
    let number = digits.then(|| std::str::from_utf8(text).ok()?.parse::<u8>().ok()).flatten();
    number.filter(|&score| score <= HIGHEST_SCORE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_health_is_each_column_by_itself() {
        let all = HealthItem::ALL.map(|(item, _)| item);
        for (place, item) in all.into_iter().enumerate() {
            let mut cells: [&[u8]; 5] = [b"0", b"", b"yes", b"0", b""];
            cells[place] = b"1";
            let said = health(cells);
            assert_eq!(all.map(|other| said.says(other)), all.map(|other| other == item));
        }
    }

    #[test]
    fn only_whole_numbers_from_0_to_40_are_scores() {
        for (text, score) in [
            ("0", Some(0)),
            ("40", Some(40)),
            ("39.0", Some(39)),
            (" 7 ", Some(7)),
            ("41", None),
            ("-1", None),
            ("13.5", None),
            ("", None),
            ("300", None),
            ("+5", None),
        ] {
            assert_eq!(whole_score(tidy(text.as_bytes())), score, "{text}");
        }
    }
}
