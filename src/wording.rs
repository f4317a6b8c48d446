//! Wording that is the same everywhere: on pages, in the workbook, in documents, on the terminal and in tables.

pub mod as_printed;
pub mod counts;
pub mod figure;
pub mod glossary;
pub(crate) mod group;
pub(crate) mod holder;
pub mod mark;
pub mod methods;
pub mod names;
pub mod number;
pub mod sources;
pub mod target;
pub mod value;
