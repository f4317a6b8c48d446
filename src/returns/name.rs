//! What the name of a file tells of its authority and year: `LAC_Episodes_2010-11 (final v2).csv`, `2011 Brent oc3.xlsx`.
//!
//! Each is taken only where exactly one fits.

mod authority;
mod year;

pub(super) use authority::authority_in;
pub(super) use year::year_in;
