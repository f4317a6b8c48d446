//! The source as modules with arrows between them: an arrow is a `use`, or a path in the code, that names an item of
//! another file. What is compiled for tests alone has none.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, UseTree};

/// One file that names an item of another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    /// The line on which it is named.
    pub line: usize,
    /// The path as it stands, from the crate on: `care::period::Period`.
    pub names: String,
    /// The file that defines it.
    pub to: String,
}

/// The files of a source tree, each with its arrows; by their paths below the tree's folder.
pub type House = BTreeMap<String, BTreeSet<Arrow>>;

/// Reads every file below a folder but `main.rs` and `lib.rs`, which only list the rooms.
pub fn read(folder: &Path) -> House {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok) {
        let inside = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        if inside.ends_with(".rs") && !["main.rs", "lib.rs"].contains(&inside.as_str()) {
            let text = fs::read_to_string(entry.path()).unwrap();
            files.push((inside.clone(), Module::parse(&inside, &text)));
        }
    }
    let for_tests: Vec<Vec<String>> = files.iter().flat_map(|(_, module)| module.for_tests.clone()).collect();
    files.retain(|(_, module)| !for_tests.iter().any(|path| module.path.starts_with(path)));
    let by_path: BTreeMap<&[String], (&str, &Module)> =
        files.iter().map(|(file, module)| (module.path.as_slice(), (file.as_str(), module))).collect();
    let arrows = |file: &str, module: &Module| {
        let named = module.named.iter().filter_map(|(line, path)| {
            let to = defining_file(path, &by_path)?;
            (to != file).then(|| Arrow { line: *line, names: path.join("::"), to: to.to_owned() })
        });
        named.collect()
    };
    files.iter().map(|(file, module)| (file.clone(), arrows(file, module))).collect()
}

/// The file that defines what a path from the crate on names, re-exports followed; none for what is no file's.
fn defining_file<'a>(path: &[String], by_path: &BTreeMap<&[String], (&'a str, &'a Module)>) -> Option<&'a str> {
    let mut path = path.to_vec();
    // A re-export leads to another, seldom further.
    for _ in 0..8 {
        let depth = (1..=path.len()).rev().find(|&depth| by_path.contains_key(&path[..depth]))?;
        let (file, module) = by_path[&path[..depth]];
        match path.get(depth).and_then(|name| module.exported.get(name)) {
            Some(from) if *from != path => path = from.iter().chain(&path[depth + 1..]).cloned().collect(),
            _ => return Some(file),
        }
    }
    None
}

/// What one file says of others.
struct Module {
    /// Its own path from the crate on.
    path: Vec<String>,
    /// The modules it declares.
    children: BTreeSet<String>,
    /// Those that it declares for tests alone.
    for_tests: Vec<Vec<String>>,
    /// What it names, with the line.
    named: Vec<(usize, Vec<String>)>,
    /// What it hands on under its own name: the name, and what it stands for.
    exported: BTreeMap<String, Vec<String>>,
}

impl Module {
    fn parse(file: &str, text: &str) -> Module {
        let path = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        let (children, for_tests, named, exported) = Default::default();
        let mut module = Module { path, children, for_tests, named, exported };
        let parsed = syn::parse_file(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        for item in &parsed.items {
            if let Item::Mod(declared) = item {
                let name = declared.ident.to_string();
                if is_for_tests(&declared.attrs) {
                    module.for_tests.push(module.path.iter().cloned().chain([name]).collect());
                } else {
                    module.children.insert(name);
                }
            }
        }
        module.visit_file(&parsed);
        module
    }

    /// A path from the crate on; none where it leads out of it.
    fn absolute(&self, segments: &[String]) -> Option<Vec<String>> {
        let (first, rest) = segments.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some(self.path.iter().chain(rest).cloned().collect()),
            "super" => {
                let ups = segments.iter().take_while(|segment| *segment == "super").count();
                let above = self.path.len().checked_sub(ups)?;
                Some(self.path[..above].iter().chain(&segments[ups..]).cloned().collect())
            }
            child if self.children.contains(child) => Some(self.path.iter().chain(segments).cloned().collect()),
            _ => None,
        }
    }

    fn name(&mut self, line: usize, segments: &[String]) {
        if let Some(path) = self.absolute(segments).filter(|path| !path.is_empty()) {
            self.named.push((line, path));
        }
    }

    fn uses(&mut self, tree: &UseTree, before: &[String], is_exported: bool) {
        let with = |ident: &dyn ToString| before.iter().cloned().chain([ident.to_string()]).collect::<Vec<_>>();
        let (leaf, name, span) = match tree {
            UseTree::Path(path) => return self.uses(&path.tree, &with(&path.ident), is_exported),
            UseTree::Group(group) => {
                return group.items.iter().for_each(|item| self.uses(item, before, is_exported));
            }
            UseTree::Name(name) if name.ident == "self" => (before.to_vec(), None, name.ident.span()),
            UseTree::Name(name) => (with(&name.ident), Some(name.ident.to_string()), name.ident.span()),
            UseTree::Rename(renamed) => (with(&renamed.ident), Some(renamed.rename.to_string()), renamed.ident.span()),
            UseTree::Glob(glob) => (before.to_vec(), None, glob.star_token.spans[0]),
        };
        self.name(span.start().line, &leaf);
        if let (true, Some(name), Some(path)) = (is_exported, name, self.absolute(&leaf)) {
            self.exported.insert(name, path);
        }
    }
}

impl<'code> Visit<'code> for Module {
    fn visit_item(&mut self, item: &'code Item) {
        match item {
            Item::Mod(item) if is_for_tests(&item.attrs) => {}
            Item::Fn(item) if is_for_tests(&item.attrs) => {}
            Item::Impl(item) if is_for_tests(&item.attrs) => {}
            Item::Const(item) if is_for_tests(&item.attrs) => {}
            Item::Use(item) if is_for_tests(&item.attrs) => {}
            Item::Use(item) => self.uses(&item.tree, &[], !matches!(item.vis, syn::Visibility::Inherited)),
            _ => visit::visit_item(self, item),
        }
    }

    fn visit_impl_item(&mut self, item: &'code ImplItem) {
        match item {
            ImplItem::Fn(item) if is_for_tests(&item.attrs) => {}
            _ => visit::visit_impl_item(self, item),
        }
    }

    fn visit_path(&mut self, path: &'code syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if segments.len() > 1 {
            self.name(path.segments[0].ident.span().start().line, &segments);
        }
        visit::visit_path(self, path);
    }

    /// `pub(in crate::x)` names no item.
    fn visit_visibility(&mut self, _: &'code syn::Visibility) {}
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let list = attribute.meta.require_list();
        attribute.path().is_ident("cfg") && list.is_ok_and(|list| list.tokens.to_string() == "test")
    })
}
