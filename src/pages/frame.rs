//! The frame of every page: its style, its security policy, whom it is for, and the symbols.

use super::policy::content_security_policy;
use crate::charts::palette::{
    BLACK, DARK, DARK_BLUE, DARK_PINK, FAILED, GROUND, ORANGE, OTHERS, PALE_BLUE, QUIET, RULE, TINT, WHITE, hexadecimal,
};
use crate::pack::{About, Audience, RESTRICTED};
use crate::wording::mark::{AT_99_8, LEGEND};
use crate::wording::number::symbols;

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
    /// The style, with the colours of charts.
    pub style: String,
    /// The script; blank where there is none.
    pub script: &'static str,
    /// The content security policy.
    pub policy: String,
}

impl<'page> Frame<'page> {
    /// Of a page with this script.
    pub fn new(about: &'page About, overview: &'static str, script: &'static str) -> Frame<'page> {
        Frame::styled(about, overview, script, "")
    }

    /// Of a page with this script and a style of its own.
    pub fn styled(about: &'page About, overview: &'static str, script: &'static str, own: &str) -> Frame<'page> {
        let is_restricted = about.audience == Audience::Owner;
        let style = format!("{}{STYLE}{own}{}", colours(), if is_restricted { on_paper() } else { String::new() });
        let policy = content_security_policy(&style, script);
        Frame { about, is_restricted, overview, style, script, policy }
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

/// The colours of charts, by name: on paper and by day, and on a screen that is dark.
fn colours() -> String {
    let by_day = [
        ("dark-blue", DARK_BLUE),
        ("pale-blue", PALE_BLUE),
        ("orange", ORANGE),
        ("dark-pink", DARK_PINK),
        ("others", OTHERS),
        ("quiet", QUIET),
        ("black", BLACK),
        ("white", WHITE),
        ("rule", RULE),
        ("ground", GROUND),
        ("tint", TINT),
        ("failed", FAILED),
        ("mast", DARK_BLUE),
        ("warning", DARK_PINK),
        ("on-mast", WHITE),
        ("on-orange", BLACK),
    ];
    let named = |(name, colour)| format!("--{name}: {};", hexadecimal(colour));
    let [by_day, dark] = [&by_day[..], &DARK[..]].map(|colours| colours.iter().copied().map(named).collect::<String>());
    format!(
        "\n:root {{ color-scheme: light dark; {by_day} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
    )
}
