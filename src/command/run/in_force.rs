//! Every setting of a run for its record, wherever each was said.

use super::outputs::Outputs;
use super::publishing::Publishing;
use crate::command::branding::ChosenBranding;
use crate::command::shared::{Inputs, shown};
use crate::report::in_force::InForce;
use crate::report::record::path_of;
use crate::settings_file::SettingsFile;
use crate::timeframe::Basis;
use clap::ValueEnum;
use std::path::{Path, PathBuf};

/// What was chosen, besides what the returns are read with.
pub(crate) struct Chosen<'run> {
    /// The file of settings.
    pub settings: &'run SettingsFile,
    /// The returns.
    pub returns: &'run [PathBuf],
    /// Where reports go.
    pub out: &'run Path,
    /// Where windows start.
    pub basis: Basis,
    /// How many years each figure is followed over.
    pub years: usize,
    /// What is made.
    pub outputs: Outputs,
    /// How figures are published.
    pub publishing: &'run Publishing,
    /// The user's own name, logo and colours.
    pub branding: &'run ChosenBranding,
}

impl Chosen<'_> {
    /// All of it, with what the returns are read with.
    pub(crate) fn in_force(&self, inputs: &Inputs) -> InForce {
        let Inputs { said, policies, seeds, lists, .. } = inputs;
        let paths = |paths: &[PathBuf]| paths.iter().map(|path| path_of(path)).collect();
        InForce {
            file: self.settings.name().to_owned(),
            returns: paths(self.returns),
            authority: said.authority.clone(),
            year: said.year.clone(),
            resubmission: said.resubmission.clone(),
            out: path_of(self.out),
            basis: self.basis.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned()),
            years: self.years,
            outputs: self.outputs.words(),
            authorities: lists.authorities.clone(),
            targets: lists.targets.clone(),
            neighbours: lists.neighbours.clone(),
            published: lists.published.clone(),
            population: lists.population.clone(),
            own_columns: seeds.own_columns.names().to_vec(),
            seeds: lists.seeds.clone(),
            disclosure: self.publishing.said.clone(),
            already_published: paths(&self.publishing.already),
            publish_breakdowns: self.publishing.breakdowns.clone(),
            publish_forecast: self.publishing.forecast,
            brand: self.branding.name(),
            logo: shown(self.branding.logo()),
            colours: self.branding.colours(),
            policies: policies.settings(),
            configuration: seeds.configuration.clone(),
            mapping: seeds.mapping.clone(),
        }
    }
}
