//! Writing: a report's folder, put into place as a whole, its tables row by row, and files handed over one by one.

pub mod destination;
pub mod error;
pub mod folder;
pub(crate) mod hash;
pub(crate) mod place;
pub mod rows;
