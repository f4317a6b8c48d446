//! Writing: a report's folder, put into place as a whole, its tables row by row, and files handed over one by one.

pub mod destination;
pub mod error;
pub(crate) mod file;
pub mod folder;
pub(crate) mod hash;
mod journal;
mod lock;
mod moves;
pub(crate) mod names;
mod places;
pub mod rows;
pub(crate) mod there;
pub(crate) mod unfinished;
