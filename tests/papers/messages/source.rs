//! What a source file says with a remedy, read from its syntax.

use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprCall, ExprMethodCall, ExprStruct, FnArg, Item, Lit, LitStr, Local, Member, Pat, Stmt};

/// The messages of a source file that have a remedy, each with it, `…` for what differs from one time to the next.
#[derive(Debug, Default)]
pub struct Said {
    /// Each message with its remedy.
    pub messages: BTreeSet<(String, String)>,
    /// Messages whose remedy is said by whoever makes them.
    pub with_another: BTreeSet<String>,
    /// The lines of calls whose words are not told by the syntax.
    pub untold: Vec<usize>,
}

/// What a source file says; what is compiled for tests alone says nothing.
pub fn said(source: &str) -> Said {
    let file = syn::parse_file(source).unwrap();
    let mut reader = Reader::default();
    let consts = file.items.iter().filter_map(|item| match item {
        Item::Const(item) => Some((item.ident.to_string(), texts(&item.expr, &[])?)),
        _ => None,
    });
    reader.scopes.push(consts.map(|(name, texts)| (name, Value::Texts(texts))).collect());
    reader.visit_file(&file);
    reader.said
}

/// What a name stands for.
#[derive(Debug, Clone)]
enum Value {
    /// One of these texts.
    Texts(Vec<String>),
    /// What a function is given: its callers tell.
    Given,
}

type Scope = BTreeMap<String, Value>;

#[derive(Default)]
struct Reader {
    scopes: Vec<Scope>,
    said: Said,
}

/// What makes a message and its remedy of its first two arguments.
const CALLS: [[&str; 2]; 4] =
    [["Problem", "at_top"], ["CliError", "with_remedy"], ["CliError", "with_source"], ["Mistake", "new"]];

/// Closures that do so.
const CLOSURES: [&str; 2] = ["wrong", "refused"];

impl Reader {
    fn is_given(&self, expression: &Expr) -> bool {
        matches!(named(expression).and_then(|name| value(&name, &self.scopes)), Some(Value::Given))
    }

    /// Notes a message and its remedy, unless the remedy is given by a caller, who is seen too.
    fn note(&mut self, line: usize, message: &Expr, remedy: &Expr) {
        match (texts(message, &self.scopes), texts(remedy, &self.scopes)) {
            (Some(messages), Some(remedies)) => {
                let pairs =
                    messages.iter().flat_map(|message| remedies.iter().map(|remedy| (message.clone(), remedy.clone())));
                self.said.messages.extend(pairs);
            }
            _ if self.is_given(remedy) => {}
            _ => self.said.untold.push(line),
        }
    }

    fn in_a_scope(&mut self, scope: Scope, visit: impl FnOnce(&mut Self)) {
        self.scopes.push(scope);
        visit(self);
        self.scopes.pop();
    }

    /// Notes the message of an error, with the remedy that its attributes or one of its fields give.
    fn error(&mut self, attributes: &[Attribute], fields: &syn::Fields) {
        let words = |name: &str| {
            let attribute = attributes.iter().find(|attribute| attribute.path().is_ident(name))?;
            Some(attribute.meta.require_list().ok()?.tokens.clone())
        };
        let message = words("error").and_then(first_text);
        let help = words("diagnostic").and_then(|words| {
            let mut words = words
                .into_iter()
                .skip_while(|word| !matches!(word, proc_macro2::TokenTree::Ident(name) if name == "help"));
            match words.nth(1)? {
                proc_macro2::TokenTree::Group(group) => first_text(group.stream()),
                _ => None,
            }
        });
        let is_help = |field: &syn::Field| field.attrs.iter().any(|attribute| attribute.path().is_ident("help"));
        match (message, help) {
            (Some(message), Some(help)) => {
                self.said.messages.insert((message, help));
            }
            // A message that is all its maker's is seen where it is made.
            (Some(message), None) if fields.iter().any(is_help) && message != "…" => {
                self.said.with_another.insert(message);
            }
            _ => {}
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Fn(item) => &item.attrs,
            Item::Mod(item) => &item.attrs,
            _ => &Vec::new(),
        };
        if !attributes.iter().any(is_for_tests) {
            visit::visit_item(self, item);
        }
    }

    fn visit_variant(&mut self, variant: &'ast syn::Variant) {
        self.error(&variant.attrs, &variant.fields);
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.error(&item.attrs, &item.fields);
    }

    fn visit_signature(&mut self, signature: &'ast syn::Signature) {
        let given = signature.inputs.iter().filter_map(|input| match input {
            FnArg::Typed(input) => bound(&input.pat),
            FnArg::Receiver(_) => None,
        });
        // It is seen before the body, and belongs to it alone.
        self.scopes.truncate(1);
        self.scopes.push(given.map(|name| (name, Value::Given)).collect());
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        let given = closure.inputs.iter().filter_map(bound).map(|name| (name, Value::Given)).collect();
        self.in_a_scope(given, |reader| visit::visit_expr_closure(reader, closure));
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.in_a_scope(Scope::new(), |reader| visit::visit_block(reader, block));
    }

    fn visit_local(&mut self, local: &'ast Local) {
        visit::visit_local(self, local);
        let texts = local.init.as_ref().and_then(|init| texts(&init.expr, &self.scopes));
        if let (Some(name), Some(texts), Some(scope)) = (bound(&local.pat), texts, self.scopes.last_mut()) {
            scope.insert(name, Value::Texts(texts));
        }
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        visit::visit_expr_call(self, call);
        let Expr::Path(path) = &*call.func else { return };
        let names: Vec<String> = path.path.segments.iter().map(|part| part.ident.to_string()).collect();
        let is_told = || call.args.len() == 2 && texts(&call.args[0], &self.scopes).is_some();
        let is_of_closure = CLOSURES.iter().any(|name| names == [*name]) && is_told();
        if is_of_closure || CALLS.iter().any(|call| names.ends_with(&call.map(str::to_owned))) {
            self.note(call.paren_token.span.open().start().line, &call.args[0], &call.args[1]);
        }
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        visit::visit_expr_method_call(self, call);
        let arguments: Vec<&Expr> = call.args.iter().collect();
        match arguments.as_slice() {
            // With a place and a mistake made before, it says nothing itself.
            [place, _] if texts(place, &self.scopes).is_none() => {}
            [.., message, remedy] if call.method == "wrong" => {
                self.note(call.method.span().start().line, message, remedy)
            }
            _ => {}
        }
    }

    fn visit_expr_struct(&mut self, made: &'ast ExprStruct) {
        visit::visit_expr_struct(self, made);
        let field =
            |name: &str| made.fields.iter().find(|field| matches!(&field.member, Member::Named(own) if own == name));
        if let (Some(found), Some(remedy)) = (field("found"), field("remedy")) {
            self.note(made.brace_token.span.open().start().line, &found.expr, &remedy.expr);
        }
    }
}

fn is_for_tests(attribute: &Attribute) -> bool {
    let is_test = |word| matches!(word, proc_macro2::TokenTree::Ident(name) if name == "test");
    attribute.path().is_ident("cfg")
        && attribute.meta.require_list().is_ok_and(|list| list.tokens.clone().into_iter().any(is_test))
}

/// The name that a pattern binds, where it is one.
fn bound(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::Ident(pattern) => Some(pattern.ident.to_string()),
        Pat::Type(pattern) => bound(&pattern.pat),
        _ => None,
    }
}

/// The name that an expression is.
fn named(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
        Expr::Reference(reference) => named(&reference.expr),
        Expr::MethodCall(call) if is_conversion(call) => named(&call.receiver),
        _ => None,
    }
}

/// Whether a call makes another type of text of a text.
fn is_conversion(call: &ExprMethodCall) -> bool {
    ["to_owned", "into", "to_string"].iter().any(|name| call.method == name)
}

fn value(name: &str, scopes: &[Scope]) -> Option<Value> {
    scopes.iter().rev().find_map(|scope| scope.get(name)).cloned()
}

/// The texts that an expression can be, where the syntax tells.
fn texts(expression: &Expr, scopes: &[Scope]) -> Option<Vec<String>> {
    let all = |parts: Vec<&Expr>| -> Option<Vec<String>> {
        let lists = parts.into_iter().map(|part| texts(part, scopes)).collect::<Option<Vec<_>>>()?;
        Some(lists.concat())
    };
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(vec![text.value()]),
            _ => None,
        },
        Expr::Macro(call) if call.mac.path.is_ident("format") => {
            first_text(call.mac.tokens.clone()).map(|text| vec![text])
        }
        Expr::MethodCall(call) if is_conversion(call) => texts(&call.receiver, scopes),
        Expr::Reference(reference) => texts(&reference.expr, scopes),
        Expr::Match(choice) => {
            let goes_on = |body: &&Expr| !matches!(body, Expr::Return(_) | Expr::Continue(_));
            all(choice.arms.iter().map(|arm| &*arm.body).filter(goes_on).collect())
        }
        Expr::If(choice) => {
            let Some(Stmt::Expr(then, None)) = choice.then_branch.stmts.last() else { return None };
            all(vec![then, &choice.else_branch.as_ref()?.1])
        }
        Expr::Block(block) => match block.block.stmts.last()? {
            Stmt::Expr(last, None) => texts(last, scopes),
            _ => None,
        },
        Expr::Path(_) => match value(&named(expression)?, scopes)? {
            Value::Texts(texts) => Some(texts),
            Value::Given => None,
        },
        _ => None,
    }
}

/// The text that tokens begin with, as a person reads it.
fn first_text(tokens: proc_macro2::TokenStream) -> Option<String> {
    let first = tokens.into_iter().next()?;
    syn::parse2::<LitStr>(first.into()).ok().map(|text| as_read(&text.value()))
}

/// A text with `…` for what differs from one time to the next.
fn as_read(text: &str) -> String {
    let mut pieces = text.replace("{{", "\u{1}").replace("}}", "\u{2}");
    while let Some((start, end)) = pieces.find('{').zip(pieces.find('}')) {
        pieces.replace_range(start..=end, "…");
    }
    pieces.replace('\u{1}', "{").replace('\u{2}', "}")
}
