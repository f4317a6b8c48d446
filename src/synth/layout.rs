//! How returns are laid out: a folder for each authority and year, or collated tables.

use super::error::{SynthError, failed};
use super::faults;
use super::options::{Layout, Options, Place};
use super::report::Return;
use super::table::{Style, Table};
use crate::contract::file_name;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// How the rows of an authority's return for `year` are written.
pub(crate) fn style(options: &Options, place: &Place, year: i32) -> Style {
    if is_collated(options, year) {
        Style::Collated { authority: in_quotes(&place.name), year }
    } else {
        Style::Separate
    }
}

/// A name as a cell, in quotes if it has a comma.
fn in_quotes(name: &str) -> String {
    if name.contains(',') { format!("\"{name}\"") } else { name.to_owned() }
}

fn is_collated(options: &Options, year: i32) -> bool {
    match options.layout {
        Layout::Folders => false,
        Layout::Collated => true,
        Layout::Mixed => options.years.iter().max() == Some(&year),
    }
}

/// How much was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files.
    pub files: u64,
    /// Rows, not counting headings.
    pub rows: u64,
    /// Bytes.
    pub bytes: u64,
}

impl Written {
    fn add(&mut self, files: u64, rows: u64, bytes: usize) {
        self.files += files;
        self.rows += rows;
        self.bytes += bytes as u64;
    }
}

/// The folder into which returns are written, one authority after another.
pub(crate) struct Folder<'a> {
    options: &'a Options,
    folder: &'a Path,
    /// Collated files, kept open until every authority is in them.
    collated: BTreeMap<PathBuf, BufWriter<File>>,
    written: Written,
}

impl<'a> Folder<'a> {
    /// Creates the folder, if it does not exist, and its collated files.
    pub(crate) fn open(options: &'a Options, folder: &'a Path) -> Result<Folder<'a>, SynthError> {
        make_folder(folder)?;
        let mut opened = Folder { options, folder, collated: BTreeMap::new(), written: Written::default() };
        for &year in options.years.iter().filter(|&&year| is_collated(options, year)) {
            for table in Table::ALL {
                opened.open_collated(table, year)?;
            }
        }
        Ok(opened)
    }

    fn open_collated(&mut self, table: Table, year: i32) -> Result<(), SynthError> {
        let path = self.collated_path(table, year);
        if self.collated.contains_key(&path) {
            return Ok(());
        }
        if let Some(parent) = path.parent() {
            make_folder(parent)?;
        }
        let headings = format!("LA,YEAR,{}\n", table.columns());
        let mut file = BufWriter::new(File::create(&path).map_err(failed(&path))?);
        file.write_all(headings.as_bytes()).map_err(failed(&path))?;
        self.written.add(1, 0, headings.len());
        self.collated.insert(path, file);
        Ok(())
    }

    /// One file for each table, in the folder of its year unless every year is collated.
    fn collated_path(&self, table: Table, year: i32) -> PathBuf {
        let file = format!("{}.csv", table.name());
        match self.options.layout {
            Layout::Collated => self.folder.join(file),
            Layout::Folders | Layout::Mixed => self.folder.join(year.to_string()).join(file),
        }
    }

    /// Writes one authority's return.
    pub(crate) fn write(&mut self, place: &Place, made: &Return) -> Result<(), SynthError> {
        if is_collated(self.options, made.year) { self.collate(made) } else { self.write_folder(place, made) }
    }

    fn collate(&mut self, made: &Return) -> Result<(), SynthError> {
        for table in Table::ALL {
            let path = self.collated_path(table, made.year);
            let sheet = made.sheet(table);
            if let Some(file) = self.collated.get_mut(&path) {
                file.write_all(&sheet.bytes).map_err(failed(&path))?;
                self.written.add(0, sheet.rows, sheet.bytes.len());
            }
        }
        Ok(())
    }

    fn write_folder(&mut self, place: &Place, made: &Return) -> Result<(), SynthError> {
        let folder = self.folder.join(made.year.to_string()).join(file_name(&place.code, &place.name));
        make_folder(&folder)?;
        for table in Table::ALL {
            let path = folder.join(format!("{}.csv", table.name()));
            let sheet = made.sheet(table);
            let mut bytes = format!("{}\n", table.columns()).into_bytes();
            bytes.extend_from_slice(&sheet.bytes);
            let bytes = faults::saved_by_a_spreadsheet(self.options.scale, place, made.year, table, bytes);
            fs::write(&path, &bytes).map_err(failed(&path))?;
            self.written.add(1, sheet.rows, bytes.len());
        }
        Ok(())
    }

    /// Writes a file that is not part of a return.
    pub(crate) fn write_file(&mut self, name: &str, text: &str) -> Result<(), SynthError> {
        let path = self.folder.join(name);
        fs::write(&path, text).map_err(failed(&path))?;
        self.written.add(1, 0, text.len());
        Ok(())
    }

    /// Closes the collated files and says how much was written in all.
    pub(crate) fn close(self) -> Result<Written, SynthError> {
        for (path, mut file) in self.collated {
            file.flush().map_err(failed(&path))?;
        }
        Ok(self.written)
    }
}

fn make_folder(folder: &Path) -> Result<(), SynthError> {
    fs::create_dir_all(folder).map_err(failed(folder))
}
