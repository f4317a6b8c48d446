//! The frame of every page: its style, its security policy, whom it is for, and the symbols.

use super::lean;
use super::policy::content_security_policy;
use crate::charts::palette::{BLACK, DARK, DARK_BLUE, DARK_PINK, NAMED, WHITE, hexadecimal};
use crate::pack::{About, Audience, RESTRICTED};
use crate::wording::mark::{AT_99_8, LEGEND};
use crate::wording::number::symbols;
use plotters::style::RGBColor;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The style of all pages.
const STYLE: &str = include_str!("../../templates/page.css");

/// The frame of a page.
#[derive(Debug)]
pub(crate) struct Frame<'page> {
    /// What all packs share.
    pub about: &'page About,
    /// Whether its figures are exact.
    pub is_restricted: bool,
    /// Where the overview is, from this page.
    pub overview: &'static str,
    /// The style and the script.
    dressed: Arc<Dressed>,
}

/// The style of a page, its script, and the policy that allows both.
#[derive(Debug)]
struct Dressed {
    /// The style, with the colours of charts.
    style: String,
    /// The script; blank where there is none.
    script: String,
    /// The content security policy.
    policy: String,
}

/// By a style, a script and whether figures are exact.
type Kinds = BTreeMap<(&'static str, &'static str, bool), Arc<Dressed>>;

/// The styles and scripts that pages have had so far, made once for all pages of a kind.
static DRESSED: Mutex<Kinds> = Mutex::new(BTreeMap::new());

impl Dressed {
    /// With a style of its own and a script, from their templates.
    fn of(own: &'static str, script: &'static str, is_restricted: bool) -> Arc<Dressed> {
        let make = || {
            let on_paper = if is_restricted { on_paper() } else { String::new() };
            let style = lean::style(&format!("{}{STYLE}{own}{on_paper}", colours()));
            let script = lean::script(script);
            let policy = content_security_policy(&style, &script);
            Arc::new(Dressed { style, script, policy })
        };
        let mut made = DRESSED.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(made.entry((own, script, is_restricted)).or_insert_with(make))
    }
}

impl<'page> Frame<'page> {
    /// Of a page with this script.
    pub fn new(about: &'page About, overview: &'static str, script: &'static str) -> Frame<'page> {
        Frame::styled(about, overview, script, "")
    }

    /// Of a page with this script and a style of its own.
    pub fn styled(
        about: &'page About,
        overview: &'static str,
        script: &'static str,
        own: &'static str,
    ) -> Frame<'page> {
        let is_restricted = about.audience == Audience::Owner;
        Frame { about, is_restricted, overview, dressed: Dressed::of(own, script, is_restricted) }
    }

    /// The style.
    pub(crate) fn style(&self) -> &str {
        &self.dressed.style
    }

    /// The script.
    pub(crate) fn script(&self) -> &str {
        &self.dressed.script
    }

    /// The content security policy.
    pub(crate) fn policy(&self) -> &str {
        &self.dressed.policy
    }

    /// Each symbol and its meaning.
    pub(crate) fn symbols(&self) -> impl Iterator<Item = (String, &'static str)> {
        symbols(|_| true)
    }

    /// The heading of a page with exact figures.
    pub(crate) fn restricted(&self) -> &'static str {
        RESTRICTED
    }

    /// The marks and their meanings.
    pub(crate) fn marks(&self) -> String {
        format!("{LEGEND}; {AT_99_8}")
    }
}

/// The line at the top of every printed sheet of an exact page.
fn on_paper() -> String {
    let said = format!("content: \"{RESTRICTED}. Not to be published or passed on.\"");
    format!("@page {{ @top-center {{ {said}; font: bold 9pt Arial, sans-serif }} }}\n")
}

/// The colours of charts, by name: on paper and by day, and on a screen that is dark. What is drawn takes its own by a class.
fn colours() -> String {
    let others = [("mast", DARK_BLUE), ("warning", DARK_PINK), ("on-mast", WHITE), ("on-orange", BLACK)];
    let named = |(name, colour): &(&str, RGBColor)| format!("--{name}: {};", hexadecimal(*colour));
    let by_day: String = NAMED.iter().chain(&others).map(named).collect();
    let dark: String = DARK.iter().map(named).collect();
    let drawn: String =
        NAMED.iter().map(|(name, _)| format!(".chart svg .{name} {{ --drawn: var(--{name}) }}\n")).collect();
    format!(
        ":root {{ color-scheme: light dark; {by_day} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n{drawn}"
    )
}
