//! Stage seven, for the owner alone: the exact tables of a run.

pub(crate) mod already_there;
pub(crate) mod authority;
pub mod breakdowns;
pub mod children;
pub(crate) mod cleaning;
pub(crate) mod columns;
pub(crate) mod comparators;
pub mod context;
pub(crate) mod disclosure;
pub(crate) mod flows;
pub mod forecast;
pub(crate) mod in_force;
pub mod indicators;
pub(crate) mod intake;
pub(crate) mod methods;
mod place;
pub(crate) mod quality;
pub(crate) mod reconciliation;
pub mod record;
pub(crate) mod series;
pub(crate) mod tables_record;
pub(crate) mod targets;
pub mod watchlist;
pub(crate) mod years;
