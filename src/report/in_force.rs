//! Every setting that was in force in a run, by its key in `stocktake.toml`, wherever it was said.

use crate::seeds::configuration::Configuration;
use crate::seeds::mapping::Mapping;
use crate::seeds::policies::Settings;
use serde::Serialize;

/// The settings in force. A text or path that was not given is `none`, a list that comes with the program `built in`.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "each field is the key of the same name")]
pub(crate) struct InForce {
    /// The file that they are in, as far as they are in one.
    pub file: String,
    pub returns: Vec<String>,
    pub authority: String,
    pub year: String,
    pub resubmission: String,
    /// With `{as_at}` in it where each day has a folder of its own.
    pub out: String,
    pub basis: String,
    pub years: usize,
    pub outputs: Vec<&'static str>,
    pub authorities: String,
    pub targets: String,
    pub neighbours: String,
    pub published: String,
    pub population: String,
    pub own_columns: Vec<String>,
    pub seeds: String,
    pub disclosure: String,
    pub already_published: Vec<String>,
    pub publish_breakdowns: Vec<String>,
    pub publish_forecast: bool,
    pub brand: String,
    pub logo: String,
    /// As `#12436D`.
    pub colours: Vec<String>,
    pub policies: Settings,
    #[serde(flatten)]
    pub configuration: Configuration,
    #[serde(flatten)]
    pub mapping: Mapping,
}
