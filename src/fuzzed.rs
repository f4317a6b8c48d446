//! The readers of what comes from outside, each as a function of any bytes at all: whatever they are, it neither panics nor
//! runs on. The targets in fuzz/ call these functions, and so do the tests here, with the files of fuzz/corpus damaged.
//!
//! The bytes say which files there are, see [`files`].

mod audited;
mod deck;
mod files;
mod mapping;
#[cfg(test)]
mod mutation;
mod report;
mod returns;
mod settings;
#[cfg(test)]
mod tests;

pub use audited::audit;
pub use deck::deck;
pub use mapping::mapping;
pub use report::report;
pub use returns::returns;
pub use settings::settings;
