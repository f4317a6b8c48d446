//! The input files of two runs, paired: moved, changed, added or removed.

use super::side::{Both, Side};
use crate::read_back::report::Input;
use std::collections::BTreeMap;

/// A file that is not the same in both runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InputChange {
    /// How it differs.
    pub(crate) kind: InputKind,
    /// The file in each run that has it.
    pub(crate) files: Both<Option<Input>>,
}

/// How a file differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum InputKind {
    /// Different bytes under the same path, or under the same path below another folder.
    Changed,
    /// Only the later run has it.
    Added,
    /// Only the earlier run has it.
    Removed,
    /// The same bytes in the folder of another authority or year.
    MovedElsewhere,
    /// The same bytes under another path.
    Moved,
}

impl InputKind {
    /// The name in tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            InputKind::Changed => "input_changed",
            InputKind::Added => "input_added",
            InputKind::Removed => "input_removed",
            InputKind::MovedElsewhere => "input_moved_to_another_return",
            InputKind::Moved => "input_moved",
        }
    }
}

impl InputChange {
    /// Whether it can change a figure. A file that neither run read rows from cannot; nor can one that was only moved,
    /// except through the order of files.
    pub(crate) fn moves_figures(&self) -> bool {
        let Both { before, after } = &self.files;
        let skipped = |input: &Option<Input>| input.as_ref().is_none_or(|input| input.left_aside.is_some());
        self.kind != InputKind::Moved && !(skipped(before) && skipped(after))
    }

    /// Its path in the later run, or in the earlier run if only that has the file.
    pub(crate) fn path(&self) -> &str {
        let Both { before, after } = &self.files;
        after.as_ref().or(before.as_ref()).map_or("", |input| input.path.as_str())
    }
}

/// How the inputs of two runs differ.
#[derive(Debug)]
pub(crate) struct Inputs {
    /// The files that differ, in order of kind and path.
    pub(crate) changes: Vec<InputChange>,
    /// Whether files that both runs have were read in a different order, which decides between rows for the same thing.
    pub(crate) reordered: bool,
}

/// What differs between the inputs of two runs.
pub(crate) fn compare(sides: &Both<Side>) -> Inputs {
    let Both { before, after } = sides;
    let mut inputs = Unpaired {
        before: before.report.record.inputs.iter().collect(),
        after: after.report.record.inputs.iter().collect(),
        pairs: Vec::new(),
    };
    inputs.pair_off(|input, _| input.path.as_str());
    inputs.pair_off(|input, _| input.sha256.as_str());
    // A newer extract is usually in another folder, with the same file names.
    inputs.pair_off(|input, later| if later { after.inside(input) } else { before.inside(input) });
    let mut changes: Vec<InputChange> = inputs.pairs.iter().filter_map(|pair| of_pair(pair, sides)).collect();
    let alone = |kind, before, after| InputChange { kind, files: Both { before, after } };
    changes.extend(inputs.before.iter().map(|&input| alone(InputKind::Removed, Some(input.clone()), None)));
    changes.extend(inputs.after.iter().map(|&input| alone(InputKind::Added, None, Some(input.clone()))));
    changes.sort_by(|one, other| (one.kind, one.path()).cmp(&(other.kind, other.path())));
    Inputs { changes, reordered: reordered(&inputs.pairs, sides) }
}

fn reordered(pairs: &[Both<&Input>], sides: &Both<Side>) -> bool {
    let partners: BTreeMap<&str, &str> =
        pairs.iter().map(|pair| (pair.before.path.as_str(), pair.after.path.as_str())).collect();
    let places = sides.after.report.record.inputs.iter().enumerate();
    let places: BTreeMap<&str, usize> = places.map(|(place, input)| (input.path.as_str(), place)).collect();
    let before = sides.before.report.record.inputs.iter();
    let order = before.filter_map(|input| places.get(partners.get(input.path.as_str())?));
    !order.is_sorted()
}

fn of_pair(pair: &Both<&Input>, sides: &Both<Side>) -> Option<InputChange> {
    let &Both { before, after } = pair;
    let elsewhere = || sides.before.whose(before) != sides.after.whose(after);
    let kind = match (before.sha256 == after.sha256, before.path == after.path) {
        (true, true) => return None,
        (true, false) if elsewhere() => InputKind::MovedElsewhere,
        (true, false) => InputKind::Moved,
        (false, _) => InputKind::Changed,
    };
    Some(InputChange { kind, files: Both { before: Some(before.clone()), after: Some(after.clone()) } })
}

/// The inputs without a partner so far, and the pairs.
struct Unpaired<'run> {
    before: Vec<&'run Input>,
    after: Vec<&'run Input>,
    pairs: Vec<Both<&'run Input>>,
}

impl<'run> Unpaired<'run> {
    /// Pairs inputs with the same key, starting with those whose paths share most at the end. `key` is also given
    /// whether the input is the later run's.
    fn pair_off<'key>(&mut self, key: impl Fn(&'run Input, bool) -> &'key str) {
        let mut groups = BTreeMap::<&str, Both<Vec<&Input>>>::new();
        for input in std::mem::take(&mut self.before) {
            groups.entry(key(input, false)).or_default().before.push(input);
        }
        for input in std::mem::take(&mut self.after) {
            groups.entry(key(input, true)).or_default().after.push(input);
        }
        for Both { before, after } in groups.into_values() {
            self.pair_group(before, after);
        }
    }

    fn pair_group(&mut self, mut before: Vec<&'run Input>, mut after: Vec<&'run Input>) {
        let mut candidates: Vec<_> =
            before.iter().flat_map(|&one| after.iter().map(move |&other| (one, other))).collect();
        candidates.sort_by_key(|(one, other)| {
            (std::cmp::Reverse(shared_end(&one.path, &other.path)), &one.path, &other.path)
        });
        for (one, other) in candidates {
            let places = (at(&before, one), at(&after, other));
            if let (Some(place), Some(other_place)) = places {
                before.remove(place);
                after.remove(other_place);
                self.pairs.push(Both { before: one, after: other });
            }
        }
        self.before.extend(before);
        self.after.extend(after);
    }
}

fn at(inputs: &[&Input], wanted: &Input) -> Option<usize> {
    inputs.iter().position(|input| input.path == wanted.path)
}

/// How many folders and names two paths share at their ends.
fn shared_end(one: &str, other: &str) -> usize {
    one.rsplit('/').zip(other.rsplit('/')).take_while(|(one, other)| one == other).count()
}
