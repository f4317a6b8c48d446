//! Lines of text in UTF-8, their cells separated by commas, semicolons or tabs.

pub mod lines;
pub(super) mod quoted;
pub mod raw;
pub mod regions;
pub mod rows;
mod split;
