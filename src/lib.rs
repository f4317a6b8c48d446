//! The ten National Indicators for children in care, worked out from a local authority's own
//! looked-after-children returns.

pub mod benchmark;
pub mod care;
pub mod check;
pub mod code;
pub mod command;
pub mod compare;
pub mod contract;
pub mod day;
pub mod figures;
pub mod finding;
pub mod indicators;
pub mod ledger;
pub mod lines;
pub mod policy;
pub mod progress;
pub mod quality;
pub mod reconciliation;
pub mod report;
pub mod returns;
pub mod run;
pub mod seeds;
pub mod synth;
pub mod text;
pub mod timeframe;
pub mod verdict;
