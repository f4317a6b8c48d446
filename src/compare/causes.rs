//! Why a figure differs: the causes that can have moved it, by rule.

use super::setting::{Difference, Kind, Setting};

/// A cause that can have moved a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause<'compared> {
    /// Something was set differently.
    Set(&'compared Difference),
    /// Inputs differ.
    Data,
    /// The same files were read in another order, which decides between rows for the same thing.
    Order,
    /// A list of the user's may have been changed under the same name.
    Unsealed(&'compared str),
}

impl Cause<'_> {
    /// As the tables have it.
    pub fn name(&self) -> String {
        match self {
            Cause::Set(Difference { kind, name, .. }) if name.is_empty() => kind.name().to_owned(),
            Cause::Set(Difference { kind, name, .. }) => format!("{} {name}", kind.name()),
            Cause::Data => "data".to_owned(),
            Cause::Order => "order of files".to_owned(),
            Cause::Unsealed(list) => format!("list {list}"),
        }
    }

    /// As people read it.
    pub fn in_words(&self, setting: &Setting) -> String {
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
                format!("{list}, if it was changed meanwhile (run.json does not keep what it held)")
            }
        }
    }

    /// How to run the later again with this put back, as words of the command line or beside it.
    pub fn put_back(&self) -> String {
        match self {
            Cause::Set(Difference { kind, name, values, .. }) => {
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
                    | Kind::Configuration
                    | Kind::Disclosure => format!("with the {} of before ({before})", kind.name()),
                }
            }
            Cause::Data => "on the inputs of before".to_owned(),
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
        Kind::Configuration => "the configuration".to_owned(),
        Kind::Argument => format!("the argument {name}"),
    }
}

/// The causes that can have moved figures of an indicator. A list that no record seals is named where
/// nothing else can be; where there is no cause at all, the program is at fault.
pub fn of_indicator(setting: &Setting, indicator: u16) -> Vec<Cause<'_>> {
    let bears = |difference: &&Difference| difference.moves.covers(indicator);
    let mut causes: Vec<Cause<'_>> = setting.differences.iter().filter(bears).map(Cause::Set).collect();
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
