//! A report read back as its run wrote it: the record, and the rows of its tables with the types they were written from.

mod cells;
pub mod figure;
pub(crate) mod given;
pub(crate) mod report;
pub mod rows;
