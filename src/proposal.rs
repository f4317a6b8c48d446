//! `stocktake.toml` as `stocktake init` starts it: what was recognised of returns and what was not, in comments, and every
//! setting with what it can be.

mod seen;
mod text;

pub(crate) use seen::{Given, Proposal};
pub(crate) use text::as_toml;
