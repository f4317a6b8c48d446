//! What was found in one row of input: where, by which rule, and how to fix it.

use crate::code::ChildId;
use crate::seeds::authorities::{Authorities, AuthorityIndex};
use std::collections::BTreeMap;

/// Where a row is: the file's place in order of path, and the line as a spreadsheet shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// The file's place among the files of the run, in order of path.
    pub file: u32,
    /// The line as a spreadsheet shows it; the header of an ordinary file is line 1.
    pub line: u32,
}

/// A step of cleaning, by its letter in definitions 3.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Rejected rows, and codes that are not on any year's list.
    A,
    /// More than one row for the same thing.
    B,
    /// Rows without a night, and rows that a later return tells otherwise.
    C,
    /// Open rows that are not the child's last.
    E,
    /// Open rows that the current return does not hold.
    F,
    /// Rows that overlap.
    G,
}

impl Step {
    /// The letter, as tables show it.
    pub(crate) fn letter(self) -> &'static str {
        match self {
            Step::A => "a",
            Step::B => "b",
            Step::C => "c",
            Step::E => "e",
            Step::F => "f",
            Step::G => "g",
        }
    }
}

/// What becomes of a row because of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// The row is not used at all.
    Rejected,
    /// Another row is used instead, or the row holds nothing to count.
    SetAside,
    /// The row is used with a value it did not have.
    Repaired,
    /// The row is used as it is.
    Kept,
    /// There is no row: it is about a line that is none, or about a whole column of the file.
    NoRow,
}

/// A rule that findings are made by.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The step it belongs to.
    pub step: Step,
    /// Its name in the tables.
    pub name: &'static str,
    /// What becomes of the row.
    pub fate: Fate,
    /// How to fix the input.
    pub remedy: &'static str,
}

/// One finding.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The row.
    pub source: Source,
    /// The row's authority, where known.
    pub authority: Option<AuthorityIndex>,
    /// The row's child, where it has one.
    pub child: Option<ChildId>,
    /// The rule.
    pub rule: &'static Rule,
    /// The column; empty for a whole row.
    pub field: &'static str,
    /// What the cell held, or what was done.
    pub found: String,
}

impl Finding {
    /// Whether the row is not used because of it.
    pub(crate) fn rejects(&self) -> bool {
        self.rule.fate == Fate::Rejected
    }
}

/// How to fix what was found: as the rule says, or of an authority that is not known, what was probably meant.
#[derive(Debug)]
pub(crate) struct Remedies<'run> {
    authorities: &'run Authorities,
    /// What is said of authorities that are not known: many rows have the same.
    advice: BTreeMap<String, Option<String>>,
}

impl<'run> Remedies<'run> {
    /// Those for returns of the authorities of a list.
    pub(crate) fn new(authorities: &'run Authorities) -> Remedies<'run> {
        Remedies { authorities, advice: BTreeMap::new() }
    }

    /// The remedy of a finding.
    pub(crate) fn of(&mut self, finding: &Finding) -> &str {
        if *finding.rule != rules::AUTHORITY_UNKNOWN {
            return finding.rule.remedy;
        }
        if !self.advice.contains_key(&finding.found) {
            self.advice.insert(finding.found.clone(), self.authorities.advice(&finding.found));
        }
        let advice = self.advice.get(&finding.found).and_then(Option::as_deref);
        advice.unwrap_or(finding.rule.remedy)
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $constant:ident = $step:ident $fate:ident $name:literal, $remedy:literal;)*) => {
        $($(#[$doc])* pub const $constant: Rule =
            Rule { step: Step::$step, name: $name, fate: Fate::$fate, remedy: $remedy };)*
    };
}

/// Every rule of cleaning.
pub mod rules {
    use crate::returns::finding::{Fate, Rule, Step};

    rules! {
        /// CHILD is empty.
        CHILD_BLANK = A Rejected "child_blank", "give the child's id";
        /// CHILD holds what a spreadsheet leaves of a long number.
        CHILD_CUT = A Rejected "child_cut_by_spreadsheet", "export again with the id as text: the spreadsheet has cut it";
        /// LA names no authority that existed at the end of the return.
        AUTHORITY_UNKNOWN = A Rejected "authority_unknown",
            "write the authority's three-digit code, nine-character code or name as it was on the 31 March that ends the return";
        /// Neither cell, folder nor command line gives the authority.
        AUTHORITY_NOT_TOLD = A Rejected "authority_not_told",
            "fill LA, put the file in a folder named for the authority, or give --authority";
        /// YEAR is not a year.
        YEAR_UNKNOWN = A Rejected "year_unknown",
            "write the year in which the return ends, such as 2011 or 2010/11";
        /// Neither cell, folder nor command line gives the year.
        YEAR_NOT_TOLD = A Rejected "year_not_told",
            "fill YEAR, put the file in a folder named for the year, or give --year";
        /// The row has more cells than there are headings.
        ROW_TOO_LONG = A Rejected "row_longer_than_header",
            "put quotes around a cell that has a comma in it, or take the surplus cells away";
        /// The row has fewer cells than there are named headings.
        ROW_TOO_SHORT = A Kept "row_shorter_than_header",
            "extract the table again: the row may have been cut off; the cells it lacks are read as blank";
        /// The last line has neither all its cells nor an end.
        FILE_CUT_OFF = A NoRow "file_cut_off",
            "extract the table again: the file ends in the middle of a line, and whatever followed is lost";
        /// A cell spans several lines.
        CELL_OVER_LINES = A Kept "cell_over_several_lines",
            "take the quote or the line end out of the cell: the lines are read as one row";
        /// A required date is missing.
        DATE_MISSING = A Rejected "date_missing", "fill in the date, such as 01/04/2010";
        /// A date cannot be read.
        DATE_UNREADABLE = A Rejected "date_unreadable",
            "write the date as 01/04/2010 or 2010-04-01, with a four-digit year";
        /// An optional date cannot be read; the rest of the row is used.
        DATE_IGNORED = A Kept "date_unreadable_ignored",
            "write the date as 01/04/2010 or 2010-04-01, with a four-digit year";
        /// A date is written as words for no date.
        DATE_WORD_UNREADABLE = A Rejected "date_unreadable", "leave the cell blank";
        /// The same of a date that a row can do without.
        DATE_WORD_IGNORED = A Kept "date_unreadable_ignored", "leave the cell blank";
        /// A date is written month first in a column that is not.
        MONTH_FIRST_UNREADABLE = A Rejected "date_unreadable",
            "the month seems to come first: write the day first, such as 13/05/2007, or the whole column month first";
        /// The same of a date that a row can do without.
        MONTH_FIRST_IGNORED = A Kept "date_unreadable_ignored",
            "the month seems to come first: write the day first, such as 13/05/2007, or the whole column month first";
        /// DEC is earlier than DECOM.
        END_BEFORE_START = A Rejected "end_before_start", "correct DECOM or DEC: an episode cannot end before it starts";
        /// REC says why the episode ended, and DEC does not say when.
        ENDED_UNDATED = A Kept "reason_ended_without_end", "fill in DEC, or clear REC if the episode is still open";
        /// A required code is missing.
        CODE_BLANK = A Rejected "code_blank", "fill in the code";
        /// The code is not on any year's list.
        CODE_UNLISTED = A Kept "code_unlisted", "use a code of the return's list: this one passes no test";
        /// A code is written as words for no code.
        CODE_WORD = A Kept "code_unlisted", "leave the cell blank";
        /// SDQ_SCORE is not a whole number from 0 to 40.
        SCORE_IMPOSSIBLE = A Kept "score_impossible", "write a whole number from 0 to 40, or leave it blank";
        /// ACADYR is not a year of exams.
        EXAM_YEAR_UNKNOWN = A Rejected "exam_year_unknown", "write the year of the exams, such as 2011 or 2010/11";

        /// A line repeats the headings.
        HEADINGS_REPEATED = A NoRow "headings_repeated", "none needed: the line is dropped";
        /// A line holds nothing but control characters.
        CONTROL_CHARACTERS = A NoRow "control_characters", "none needed: the line is dropped";
        /// A line holds the sums of those above it.
        TOTAL_ROW = A NoRow "total_row", "none needed: the line is dropped";
        /// Lines above the heading are titles.
        TITLES = A NoRow "titles_above_heading", "none needed: the lines are dropped";
        /// The file is not in UTF-8, and read as what Windows used before it.
        OLDER_ENCODING = A NoRow "windows_1252",
            "none needed where letters with accents come out right: the file is read as windows-1252";
        /// The dates of a column are written month first.
        MONTH_FIRST = A NoRow "month_first", "none needed: the whole column is read month first";
        /// Nothing tells whether the dates of a column are written day first.
        DATE_ORDER_UNSETTLED = A NoRow "date_order_unsettled",
            "write the dates as 2010-04-01: nothing in the column tells which number is the month, and it is read day first";
        /// Some dates of a column are written day first and some month first.
        DATE_ORDER_MIXED = A NoRow "date_order_mixed",
            "write the dates as 2010-04-01: some have the day first and some the month, and all are read day first";
        /// Dates are the day numbers of a spreadsheet.
        SERIAL_DAYS = A NoRow "serial_days",
            "none needed where the numbers are days that a spreadsheet counts: they are read as such";
        /// Codes have their labels behind them.
        CODE_WITH_LABEL = A NoRow "code_with_label", "none needed: the code before the label is read";
        /// A code that is on the lists of other years is not on that of its return's year.
        CODE_OF_OTHER_YEARS = A NoRow "code_of_other_years",
            "use a code of the list of the return's year: this one is read as it is, and what rests on it is doubtful";
        /// Ids are dates, as a spreadsheet makes of some.
        CHILD_MADE_DATE = A NoRow "child_made_date",
            "export again with the id as text: a spreadsheet seems to have made dates of ids such as MAR9 or 9-3, and children \
             whose ids became the same date are read as one";
        /// Texts of the user's own stand for codes.
        CODE_MAPPED = A NoRow "code_mapped", "none needed: your own codes (--columns, stocktake.toml) give it";
        /// The dates of a return fit another year's.
        ANOTHER_YEARS_RETURN = A SetAside "another_years_return",
            "put the return in a folder named for the year that it ends in, or correct YEAR";
        /// A file has the bytes of another of the same return.
        FILE_GIVEN_TWICE = B SetAside "file_given_twice", "give the file once";
        /// Another file of the same table, authority and year stands.
        RESUBMITTED = B SetAside "resubmitted", "none needed: --resubmission says that the other file stands";

        /// The same child and DECOM twice in one return.
        DUPLICATE_EPISODE = B SetAside "duplicate_in_return", "keep one row for the child and DECOM";
        /// A later return changed the episode.
        EPISODE_CHANGED = B SetAside "changed_by_later_return", "none needed: the later return's row is used";
        /// A table of one row a child has another, later row in the same return.
        DUPLICATE_ROW = B SetAside "duplicate_in_return", "keep one row for the child: the last line is used";
        /// Two rows of a child whose id a spreadsheet seems to have made a date of.
        DUPLICATE_OF_DATE = B SetAside "duplicate_in_return",
            "export again with the id as text: the ids of two children may have become the same date";

        /// DEC is DECOM.
        NO_NIGHTS = C SetAside "no_nights", "correct DECOM or DEC: an episode covers a night at least";

        /// An open row that a later return tells otherwise.
        SUPERSEDED = C SetAside "superseded",
            "none needed where the later return corrected it; else return the episode again, with its end or with DEC blank";
        /// The end of a row whose next row's start a later return corrected.
        END_MOVED = C Repaired "end_moved",
            "correct DEC: the later return starts the next episode on another day";

        /// An open row was closed at the next row's start.
        OPEN_NOT_LAST = E Repaired "open_not_last", "fill in DEC and REC: a later episode of the child follows";
        /// An open row would have no nights once closed at the next row's start.
        OPEN_NOT_LAST_NO_NIGHTS = E SetAside "open_not_last_no_nights",
            "fill in DEC and REC: the child's next episode starts at once";
        /// An open row that the current return does not hold was closed at its own return's end.
        OPEN_NOT_RETURNED = F Repaired "open_but_not_returned",
            "return the episode again with its end, or with DEC blank if it is still open";
        /// The same, leaving no nights.
        OPEN_NOT_RETURNED_NO_NIGHTS = F SetAside "open_but_not_returned_no_nights",
            "return the episode again with its end, or with DEC blank if it is still open";

        /// The row starts before an earlier row of the child has ended.
        OVERLAP = G Kept "overlap", "correct DECOM, or the DEC of the earlier episode";
    }
}
