//! The stages of the screener, a file each.

mod api;
mod columns;
mod filename;
mod filters;
mod general;
mod geography;
mod harmonised;
mod indicators;
mod lower_places;
mod meta;
mod meta_groups;
mod precheck_columns;
mod precheck_cross_file;
mod precheck_filters;
mod precheck_geography;
mod precheck_meta;
mod precheck_time;
mod time;

use super::check::Stage;

/// All of them, in the order in which the screener goes through them.
pub const STAGES: [Stage; 16] = [
    filename::STAGE,
    precheck_columns::STAGE,
    precheck_cross_file::STAGE,
    columns::STAGE,
    precheck_meta::STAGE,
    meta::STAGE,
    precheck_time::STAGE,
    precheck_filters::STAGE,
    precheck_geography::STAGE,
    time::STAGE,
    filters::STAGE,
    geography::STAGE,
    general::STAGE,
    indicators::STAGE,
    harmonised::STAGE,
    api::STAGE,
];
