//! CSV in UTF-8, with commas.

mod lines;
mod quoted;
pub mod raw;
pub mod regions;
pub mod rows;
mod split;
