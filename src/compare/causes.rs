//! Why a figure differs: the causes that can have changed it.

use super::setting::{Difference, Kind, SettingChanges};

/// Something that can have changed a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause<'compared> {
    /// Something was set differently.
    Set(&'compared Difference),
    /// Inputs differ.
    Data,
    /// The same files were read in a different order, which decides between rows for the same thing.
    Order,
    /// A list of the user's may have changed under the same name.
    Unsealed(&'compared str),
}

impl Cause<'_> {
    /// The name in tables.
    pub(crate) fn name(&self) -> String {
        match self {
            Cause::Set(Difference { kind, name, .. }) if name.is_empty() => kind.name().to_owned(),
            Cause::Set(Difference { kind, name, .. }) => format!("{} {name}", kind.name()),
            Cause::Data => "data".to_owned(),
            Cause::Order => "order of files".to_owned(),
            Cause::Unsealed(list) => format!("list {list}"),
        }
    }

    /// In words.
    pub(crate) fn in_words(&self, setting: &SettingChanges) -> String {
        match self {
            Cause::Set(difference) => {
                let (before, after) = (&difference.values.before, &difference.values.after);
                format!("{} ({before} -> {after})", what(difference))
            }
            Cause::Data => match setting.inputs_that_move().count() {
                1 => "the data (1 input differs)".to_owned(),
                inputs => format!("the data ({inputs} inputs differ)"),
            },
            Cause::Order => "the order of files, which decides between two rows for the same thing".to_owned(),
            Cause::Unsealed(list) => {
                format!("{list}, if it changed between the runs (run.json does not record its contents)")
            }
        }
    }

    /// How to repeat the later run with this put back.
    pub(crate) fn put_back(&self) -> String {
        match self {
            Cause::Set(difference @ Difference { kind, name, values, .. }) => {
                let before = &values.before;
                match kind {
                    Kind::Version => format!("with stocktake {before}"),
                    Kind::AsAt => format!("with --as-at {before}"),
                    Kind::Basis => format!("with --basis {}", before.replace('_', "-")),
                    Kind::Policy => format!("with --policy {name}={before}"),
                    Kind::Argument => format!("with {name} as before ({before})"),
                    Kind::Seeds
                    | Kind::Authorities
                    | Kind::Targets
                    | Kind::Published
                    | Kind::Neighbours
                    | Kind::Setting
                    | Kind::Disclosure => format!("with {} as before ({before})", what(difference)),
                }
            }
            Cause::Data => "with the earlier inputs".to_owned(),
            Cause::Order => "with the files where they were before".to_owned(),
            Cause::Unsealed(list) => format!("with {list} as it was before"),
        }
    }
}

fn what(difference: &Difference) -> String {
    let name = &difference.name;
    match difference.kind {
        Kind::Version => "the version of the program".to_owned(),
        Kind::AsAt => "the day of the figures".to_owned(),
        Kind::Basis => "the basis, which sets the window".to_owned(),
        Kind::Policy => format!("the policy {name}"),
        Kind::Seeds => "the seeds".to_owned(),
        Kind::Authorities => "the list of authorities".to_owned(),
        Kind::Targets => "the targets".to_owned(),
        Kind::Published => "the published figures".to_owned(),
        Kind::Neighbours => "the statistical neighbours".to_owned(),
        Kind::Disclosure => "the protection of what is published".to_owned(),
        Kind::Setting => format!("the setting {name}"),
        Kind::Argument => format!("the argument {name}"),
    }
}

/// The causes that can have changed an indicator's figures. A list whose contents no record keeps is named only where
/// there is no other cause; where there is none at all, the program has a bug.
pub(crate) fn of_indicator(setting: &SettingChanges, indicator: u16) -> Vec<Cause<'_>> {
    let affects = |difference: &&Difference| difference.moves.covers(indicator);
    let mut causes: Vec<Cause<'_>> = setting.differences.iter().filter(affects).map(Cause::Set).collect();
    // Data that differ are put back together with their order.
    match setting.inputs_that_move().next() {
        Some(_) => causes.push(Cause::Data),
        None => causes.extend(setting.reordered.then_some(Cause::Order)),
    }
    if causes.is_empty() {
        causes.extend(setting.unsealed.iter().map(|list| Cause::Unsealed(list)));
    }
    causes
}
