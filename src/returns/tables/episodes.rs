//! The episodes: one row for each episode, and what makes a row unfit for use (definitions 3.1 a).

use super::aside::Aside;
use super::cells::{Cells, CodedColumn, Column, DateColumn, Fault};
use super::row::TableRow;
use crate::code::{Code, Reference};
use crate::day::Day;
use crate::returns::finding::rules;
use crate::returns::heading::Heading;
use crate::returns::suspect::{Coded, Dated, RejectedRow, Suspicion};
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;

/// An episode as a row gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Episode {
    /// DECOM: the first night.
    pub decom: Day,
    /// DEC: the day after the last night; open where blank.
    pub dec: Option<Day>,
    /// RNE: why it started.
    pub reason_started: Code,
    /// LS: the legal status.
    pub legal_status: Code,
    /// PLACE: the kind of placement.
    pub place: Code,
    /// REC: why it ended.
    pub reason_ended: Code,
    /// PLACE_PROVIDER.
    pub provider: Code,
    /// URN of the home.
    pub urn: Reference,
    /// PL_POST without spaces.
    pub postcode: Reference,
    /// CIN: the category of need.
    pub need: Aside<Code>,
}

impl Episode {
    /// Whether it has the same PLACE as another, and nothing of PLACE_PROVIDER, URN and PL_POST that both give differs.
    pub(crate) fn same_home(&self, other: &Episode) -> bool {
        let (provider, other_provider) = (self.provider, other.provider);
        let differs = !provider.is_blank() && !other_provider.is_blank() && provider != other_provider;
        self.place == other.place
            && !differs
            && !self.urn.differs_from(other.urn)
            && !self.postcode.differs_from(other.postcode)
    }
}

/// Where the columns are.
#[derive(Debug)]
pub struct Columns {
    decom: DateColumn,
    dec: DateColumn,
    reason_started: CodedColumn,
    legal_status: CodedColumn,
    place: CodedColumn,
    reason_ended: CodedColumn,
    provider: CodedColumn,
    need: CodedColumn,
    reason_changed: CodedColumn,
    urn: Column,
    postcode: Column,
}

impl TableRow for Episode {
    type Columns = Columns;

    fn columns(heading: &Heading, codes: &CodeLists) -> Columns {
        let coded = |name, coded| CodedColumn::of(heading, codes, Table::Episodes, name, coded);
        Columns {
            decom: DateColumn::of(heading, "DECOM", Some(Dated::Start)),
            dec: DateColumn::of(heading, "DEC", Some(Dated::End)),
            reason_started: coded("RNE", Some(Coded::ReasonStarted)),
            legal_status: coded("LS", Some(Coded::LegalStatus)),
            place: coded("PLACE", Some(Coded::Place)),
            reason_ended: coded("REC", Some(Coded::ReasonEnded)),
            provider: coded("PLACE_PROVIDER", Some(Coded::Provider)),
            need: coded("CIN", None),
            reason_changed: coded("REASON_PLACE_CHANGE", None),
            urn: Column::of(heading, "URN"),
            postcode: Column::of(heading, "PL_POST"),
        }
    }

    fn read(columns: &Columns, cells: &mut Cells<'_>) -> Result<Episode, Fault> {
        // Both dates are read of every row, for they tell how the dates of their columns are written.
        let (decom, dec) = (cells.needed_date(columns.decom), cells.date(columns.dec));
        let (decom, dec) = (decom?, dec?);
        if dec.is_some_and(|dec| dec < decom) {
            return Err(cells.fault(&rules::END_BEFORE_START, columns.dec.column()));
        }
        let legal_status = cells.needed_code(&columns.legal_status)?;
        let reason_started = cells.needed_code(&columns.reason_started)?;
        let place = cells.needed_code(&columns.place)?;
        // No figure depends on these two.
        let need = Aside(cells.code(&columns.need));
        cells.code(&columns.reason_changed);
        let reason_ended = cells.code(&columns.reason_ended);
        if dec.is_none() && !reason_ended.is_blank() {
            cells.ended_undated(columns.dec.column());
        }
        Ok(Episode {
            decom,
            dec,
            reason_started,
            legal_status,
            place,
            reason_ended,
            provider: cells.code(&columns.provider),
            urn: cells.reference(columns.urn),
            postcode: cells.reference(columns.postcode),
            need,
        })
    }

    fn suspicion(columns: &Columns, cells: &Cells<'_>, table: Table, fault: &Fault) -> Suspicion {
        let dates = [columns.decom, columns.dec];
        let [decom, dec] = dates.map(|date| cells.day_again(date));
        let for_dates = dates.iter().any(|date| date.column().name == fault.field);
        let reason_ended = cells.code_again(&columns.reason_ended);
        Suspicion::Rejected(RejectedRow { table, decom, dec, for_dates, reason_ended })
    }
}
