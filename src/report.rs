//! Stage seven, for the owner alone: the exact tables of a run.

pub mod authority;
pub mod children;
pub mod cleaning;
pub mod comparators;
pub mod disclosure;
pub mod indicators;
pub mod methods;
mod place;
pub mod quality;
pub mod reconciliation;
pub mod record;
pub mod targets;
pub mod years;
