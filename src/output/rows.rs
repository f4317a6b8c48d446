//! Tables as CSV, row by row.

use std::borrow::Cow;
use std::io;

/// A writer of a table's heading and rows as CSV, the only one: no cell is a formula to a spreadsheet. Writing into memory
/// or an open file fails only where the disk does.
pub(crate) struct Rows<'out>(csv::Writer<&'out mut dyn io::Write>);

impl<'out> Rows<'out> {
    /// A table in a file.
    pub(crate) fn of(file: &'out mut dyn io::Write) -> Rows<'out> {
        Rows(csv::Writer::from_writer(file))
    }

    /// Writes a row.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(crate) fn write_record(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) -> csv::Result<()> {
        for cell in cells {
            self.0.write_field(plain_in_spreadsheets(cell.as_ref()).as_bytes())?;
        }
        self.0.write_record(None::<&[u8]>)
    }

    /// Hands on what is kept back.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Text with a leading apostrophe where a spreadsheet would take it for a formula; a number with its sign stays one.
pub fn plain_in_spreadsheets(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text of a cell that was written by [`plain_in_spreadsheets`].
pub(crate) fn as_before(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_formula(text)).unwrap_or(cell)
}

/// Whether a spreadsheet takes a text for a formula.
fn is_formula(text: &str) -> bool {
    matches!(text.as_bytes(), [b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r', ..]) && !is_number(text)
}

/// Whether a text is a number with a sign: `-3.2`, `+4`.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.strip_prefix(['-', '+']).unwrap_or_default();
    number.split_once('.').map_or_else(|| digits(number), |(whole, rest)| digits(whole) && digits(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_back_as_it_was() {
        for text in ["=Ash", "-A", "-3.2", "Ash", "'Ash", "'", ""] {
            assert_eq!(as_before(&plain_in_spreadsheets(text)), text);
        }
    }

    #[test]
    fn no_text_is_a_formula_and_a_number_stays_a_number() {
        let mut bytes = Vec::new();
        let mut rows = Rows::of(&mut bytes);
        rows.write_record(["=1+1", "+A1", "-A1", "@sum", "\tx", "\rx", "-", "-1-1", "-.5"]).unwrap();
        rows.write_record(["-3.2", "+4", "3", "a=b", "", "'=1", "-0.0", "12", "x"]).unwrap();
        rows.flush().unwrap();
        drop(rows);
        let text = "'=1+1,'+A1,'-A1,'@sum,'\tx,\"'\rx\",'-,'-1-1,'-.5\n-3.2,+4,3,a=b,,'=1,-0.0,12,x\n";
        assert_eq!(String::from_utf8(bytes).unwrap(), text);
    }
}
