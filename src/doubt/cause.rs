//! Why an answer is doubtful.

/// What the files leave open, in the order of the definitions of doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// A cell that was looked at holds a code on no list of the return's year.
    CodeUnknown,
    /// A date that was looked at cannot be read, or could be another day.
    DateUnreadable,
    /// A row of the child was rejected in a table that the indicator needs.
    RowRejected,
    /// A table holds ids that the episodes do not have, and the child has no row in it; or the id is one of those; or a row
    /// of episodes has no id.
    UnmatchedIds,
    /// The child has no row, or no date, where the answer asks for one.
    NoRow,
    /// Cleaning gave an episode its end, or took the later return's word for the earlier one's.
    EndAssumed,
    /// Two episodes overlap, and the answer depends on which is the placement.
    Overlap,
    /// Two rows of one return tell of the child differently.
    Twice,
    /// The answer looks back beyond what the returns cover.
    EarlierNotSeen,
    /// The extract stops before the window does.
    Stale,
}

impl Cause {
    /// The last in order.
    pub(crate) const LAST: Cause = Cause::Stale;

    /// Its name in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Cause::CodeUnknown => "code_unknown",
            Cause::DateUnreadable => "date_unreadable",
            Cause::RowRejected => "row_rejected",
            Cause::UnmatchedIds => "unmatched_ids",
            Cause::NoRow => "no_row",
            Cause::EndAssumed => "end_assumed",
            Cause::Overlap => "overlap",
            Cause::Twice => "twice",
            Cause::EarlierNotSeen => "earlier_not_seen",
            Cause::Stale => "stale",
        }
    }
}

/// A cause, and the column or table that it lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ground {
    /// The cause.
    pub cause: Cause,
    /// The column, or the table in small letters; blank where it is neither.
    pub field: &'static str,
}

impl Ground {
    /// A cause in a column or table.
    pub(crate) const fn new(cause: Cause, field: &'static str) -> Ground {
        Ground { cause, field }
    }

    /// In words, after a count of children: `23 of 43: ACCOM code not recognised`.
    pub(crate) fn in_words(self) -> String {
        let field = self.field;
        match self.cause {
            Cause::CodeUnknown => format!("{field} code not recognised"),
            Cause::DateUnreadable if field == "DOB" => "date of birth not known for certain".to_owned(),
            Cause::DateUnreadable => format!("{field} cannot be read for certain"),
            Cause::RowRejected => format!("a row of {field} rejected"),
            Cause::UnmatchedIds if field == "CHILD" => "an episode without an id".to_owned(),
            Cause::UnmatchedIds if field == "episodes" => "an id without an episode".to_owned(),
            Cause::UnmatchedIds => format!("no row in {field}, which has ids that match no episode"),
            Cause::NoRow if field == "DATE_INT" => "no decision date".to_owned(),
            Cause::NoRow => format!("no row in {field}"),
            Cause::EndAssumed => "the end of an episode assumed".to_owned(),
            Cause::Overlap => "episodes overlap".to_owned(),
            Cause::Twice => format!("two rows of {field} differ"),
            Cause::EarlierNotSeen => "what was before the returns is not seen".to_owned(),
            Cause::Stale if field == "oc2" => "the scores of the year before again".to_owned(),
            Cause::Stale if field == "reviews" => "no reviews in the last half year".to_owned(),
            Cause::Stale => "the extract stops before the window does".to_owned(),
        }
    }
}
