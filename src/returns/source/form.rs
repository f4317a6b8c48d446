//! How a file is written, as far as that was recognised.

use std::path::Path;

/// How a file, or a sheet of one, is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Form {
    /// What it is.
    pub kind: FileKind,
    /// How its characters are written; none in a workbook, which keeps that to itself.
    pub encoding: Option<Encoding>,
    /// What separates its cells; none where it has no lines of text.
    pub delimiter: Option<Delimiter>,
    /// Lines above the heading that are titles.
    pub titles: u32,
}

/// The kinds of file that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FileKind {
    /// Lines of text, cells separated.
    #[default]
    Csv,
    /// A workbook of Excel since 2007.
    Xlsx,
    /// A workbook of Excel before 2007.
    Xls,
    /// A workbook of LibreOffice.
    Ods,
    /// The XML of the return.
    Xml,
}

/// How characters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, of either byte order.
    Utf16,
    /// What Windows used in western Europe before UTF-8.
    Windows1252,
}

/// What separates the cells of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

impl FileKind {
    /// The kind that the name of a file says.
    pub(crate) fn named(name: &Path) -> FileKind {
        let ending = name.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        match ending.as_str() {
            "xlsx" | "xlsm" => FileKind::Xlsx,
            "xls" => FileKind::Xls,
            "ods" => FileKind::Ods,
            "xml" => FileKind::Xml,
            _ => FileKind::Csv,
        }
    }

    /// Whether a spreadsheet names its cells.
    pub(crate) fn is_workbook(self) -> bool {
        matches!(self, FileKind::Xlsx | FileKind::Xls | FileKind::Ods)
    }

    /// The kind's name, as it ends the name of such a file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            FileKind::Csv => "csv",
            FileKind::Xlsx => "xlsx",
            FileKind::Xls => "xls",
            FileKind::Ods => "ods",
            FileKind::Xml => "xml",
        }
    }
}

impl Encoding {
    /// The encoding's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16 => "UTF-16",
            Encoding::Windows1252 => "windows-1252",
        }
    }
}

impl Delimiter {
    /// Every one, the likeliest first.
    pub(crate) const ALL: [Delimiter; 3] = [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab];

    /// The byte itself.
    pub(crate) fn byte(self) -> u8 {
        match self {
            Delimiter::Comma => b',',
            Delimiter::Semicolon => b';',
            Delimiter::Tab => b'\t',
        }
    }

    /// The delimiter's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Delimiter::Comma => "comma",
            Delimiter::Semicolon => "semicolon",
            Delimiter::Tab => "tab",
        }
    }
}
