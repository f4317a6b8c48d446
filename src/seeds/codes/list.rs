//! The codes of one column, and what stands for them.

use crate::code::Code;
use crate::text::tidy;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// The columns of codes that may have a label behind them.
const LABELLED: [&str; 10] =
    ["RNE", "LS", "PLACE", "PLACE_PROVIDER", "REC", "SDQ_REASON", "IN_TOUCH", "ACTIV", "ACCOM", "KS4_LEVEL2_EM"];

/// Whether the codes of a column may have a label behind them.
pub(super) fn may_be_labelled(column: &str) -> bool {
    LABELLED.contains(&column)
}

/// Numbers of codes of at most three letters and digits: 37^3.
const SHORT_CODES: usize = 50_653;

/// The codes of one column: a bit for each short code there could be, so that a row's codes are looked up without
/// hashing.
#[derive(Debug, Clone, Default)]
pub(crate) struct CodeList {
    /// Every code with the years whose returns may hold it.
    codes: Vec<(Code, RangeInclusive<i32>)>,
    /// The codes of each run of years with the same list, the latest run first, each with its first year.
    runs: Vec<(i32, Codes)>,
    /// Every code as it is written with its meaning, in the order of the seed.
    meanings: Vec<(String, String)>,
    /// Whether codes may have a label behind them.
    labelled: bool,
    /// The codes of the user's own texts, by these as they are compared.
    pub(super) mapped: BTreeMap<String, String>,
}

/// Some of the codes of a column.
#[derive(Debug, Clone)]
struct Codes {
    short: Vec<u64>,
    longer: Vec<Code>,
}

impl Codes {
    fn of(codes: impl Iterator<Item = Code>) -> Codes {
        let mut listed = Codes { short: vec![0; SHORT_CODES.div_ceil(64)], longer: Vec::new() };
        for code in codes {
            let number = code.number() as usize;
            match listed.short.get_mut(number / 64) {
                Some(bits) => *bits |= 1 << (number % 64),
                None => listed.longer.push(code),
            }
        }
        listed
    }

    #[inline]
    fn contain(&self, code: Code) -> bool {
        let number = code.number() as usize;
        match self.short.get(number / 64) {
            Some(bits) => bits & (1 << (number % 64)) != 0,
            None => self.longer.contains(&code),
        }
    }
}

impl CodeList {
    /// The list of these codes, with their meanings.
    pub(super) fn of(
        codes: Vec<(Code, RangeInclusive<i32>)>,
        meanings: Vec<(String, String)>,
        labelled: bool,
    ) -> CodeList {
        // A list changes in the first year of a code and in the year after its last.
        let changes = codes.iter().flat_map(|(_, years)| [*years.start(), years.end().saturating_add(1)]);
        let firsts: BTreeSet<i32> = changes.chain([i32::MIN]).collect();
        let listed_in =
            |year: i32| Codes::of(codes.iter().filter(|(_, years)| years.contains(&year)).map(|(code, _)| *code));
        let runs = firsts.into_iter().rev().map(|first| (first, listed_in(first))).collect();
        CodeList { codes, runs, meanings, labelled, mapped: BTreeMap::new() }
    }

    /// Whether the code is on the list of some year.
    pub(crate) fn contains(&self, code: Code) -> bool {
        self.codes.iter().any(|(listed, _)| *listed == code)
    }

    /// Whether the return that ends in the year may hold the code.
    #[inline]
    pub(crate) fn holds(&self, code: Code, year: i32) -> bool {
        self.runs.iter().find(|(first, _)| *first <= year).is_some_and(|(_, codes)| codes.contain(code))
    }

    /// Every code with its meaning.
    pub(crate) fn meanings(&self) -> impl Iterator<Item = (&str, &str)> {
        self.meanings.iter().map(|(code, meaning)| (code.as_str(), meaning.as_str()))
    }

    /// The listed code that a tidy cell stands for: itself, or by another text.
    pub(crate) fn code_of(&self, cell: &[u8]) -> Option<Code> {
        let itself = std::str::from_utf8(cell).ok().and_then(Code::of_tidy).filter(|code| self.contains(*code));
        itself.or_else(|| self.mapped(cell)).or_else(|| self.with_label(cell))
    }

    /// The code that the user's file gives for the text of a tidy cell.
    pub(crate) fn mapped(&self, cell: &[u8]) -> Option<Code> {
        self.mapped_text(cell).and_then(Code::of_tidy)
    }

    /// The same, as it is written.
    pub(crate) fn mapped_text(&self, cell: &[u8]) -> Option<&str> {
        if self.mapped.is_empty() {
            return None;
        }
        self.mapped.get(&as_compared(cell)).map(String::as_str)
    }

    /// Whether the user's file gives a code for some text.
    pub(crate) fn is_mapped(&self) -> bool {
        !self.mapped.is_empty()
    }

    /// The listed code that a tidy cell begins with, where its column may have labels, and a space, a hyphen or a colon
    /// and more follow it: `U1 - With parents` is U1.
    pub(crate) fn with_label(&self, cell: &[u8]) -> Option<Code> {
        let end = cell.iter().position(|byte| matches!(byte, b' ' | b'-' | b':')).filter(|_| self.labelled)?;
        let code = std::str::from_utf8(&cell[..end]).ok().and_then(Code::of_tidy)?;
        (cell.len() > end + 1 && self.contains(code)).then_some(code)
    }
}

/// A text in place of a code, as it is compared.
pub(crate) fn as_compared(text: &[u8]) -> String {
    String::from_utf8_lossy(tidy(text)).to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listed_code_with_its_label_is_the_code() {
        let lists = crate::seeds::Seeds::built_in().unwrap().codes;
        let read = |cell: &str| lists.of_any_year("oc3", "ACCOM").unwrap().with_label(cell.as_bytes());
        for cell in ["U1 - With parents", "u1-With parents", "U1: x", "U1 x", "U1 -"] {
            assert_eq!(read(cell), Some(Code::of("U1")), "{cell}");
        }
        for cell in ["U1", "U1-", "U1:", "U11 - With parents", "- U1", "U1_x", ""] {
            assert_eq!(read(cell), None, "{cell}");
        }
    }
}
