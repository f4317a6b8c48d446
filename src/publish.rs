//! The folder publish/: the protected tables, and the packs and tidy data made of them.
//!
//! Nothing here knows an exact figure: what is written comes from [`crate::disclosure::Protected`], or from tables that
//! were read back from it.

pub(crate) mod context;
pub(crate) mod folder;
pub(crate) mod forecast;
pub(crate) mod packs;
pub(crate) mod record;
pub(crate) mod registry;
pub(crate) mod series;
