//! What is said alike wherever it is said: on pages, in the workbook, in documents, on the terminal and in tables.

pub mod as_printed;
pub mod figure;
pub mod mark;
pub mod methods;
pub mod shown;
pub mod sources;
pub mod symbol;
pub mod target;
