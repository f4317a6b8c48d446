//! Spreadsheet damage.
