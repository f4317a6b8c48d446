//! The frame of every page: its style, its security policy, whom it is for, and the symbols.

use super::lean;
use super::policy::{content_security_policy, policy_with_files_beside};
use super::shared::Shared;
use crate::charts::palette::{BLACK, DARK, DARK_BLUE, DARK_PINK, NAMED, WHITE, hexadecimal};
use crate::pack::{About, Audience, RESTRICTED};
use crate::seeds::branding::{Branding, Colours};
use crate::wording::glossary;
use crate::wording::holder::Holder;
use crate::wording::number::symbols;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use plotters::style::RGBColor;
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
    /// Who alone may have it, if they are.
    holder: Holder,
    /// Where the overview is, from this page.
    pub overview: &'static str,
    /// The style and the script.
    dressed: Arc<Dressed>,
    /// Where the style is.
    shared: Shared,
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
    /// The same where the style is in a file beside the page.
    policy_beside: String,
    /// The logo within the page; blank where there is none.
    logo: String,
}

/// What pages of a kind share.
#[derive(Debug, PartialEq, Eq)]
struct Kind {
    /// Their own style.
    own: &'static str,
    /// Their script.
    script: &'static str,
    /// Whether their figures are exact.
    is_restricted: bool,
    /// The look of whoever shows them.
    branding: Branding,
}

/// The styles and scripts that pages have had so far, made once for all pages of a kind.
static DRESSED: Mutex<Vec<(Kind, Arc<Dressed>)>> = Mutex::new(Vec::new());

impl Dressed {
    /// With a style of its own and a script, from their templates, in somebody's look.
    fn of(own: &'static str, script: &'static str, is_restricted: bool, branding: &Branding) -> Arc<Dressed> {
        let mut made = DRESSED.lock().unwrap_or_else(PoisonError::into_inner);
        let is_meant = |kind: &Kind| {
            (kind.own, kind.script, kind.is_restricted) == (own, script, is_restricted) && kind.branding == *branding
        };
        if let Some((_, dressed)) = made.iter().find(|(kind, _)| is_meant(kind)) {
            return Arc::clone(dressed);
        }
        let on_paper = if is_restricted { on_paper() } else { String::new() };
        let style = lean::style(&format!("{}{}{STYLE}{own}{on_paper}", colours(), accents(&branding.colours)));
        let lean_script = lean::script(script);
        let policy = content_security_policy(&style, &lean_script, branding.logo.is_some());
        let logo = branding.logo.as_ref().map(|logo| format!("data:image/png;base64,{}", STANDARD.encode(&logo.bytes)));
        let policy_beside = policy_with_files_beside(branding.logo.is_some());
        let logo = logo.unwrap_or_default();
        let dressed = Arc::new(Dressed { style, script: lean_script, policy, policy_beside, logo });
        let kind = Kind { own, script, is_restricted, branding: branding.clone() };
        made.push((kind, Arc::clone(&dressed)));
        dressed
    }
}

impl<'page> Frame<'page> {
    /// Of a page with this script.
    pub fn new(about: &'page About, holder: Holder, overview: &'static str, script: &'static str) -> Frame<'page> {
        Frame::styled(about, holder, overview, script, "")
    }

    /// Of a page with this script and a style of its own.
    pub fn styled(
        about: &'page About,
        holder: Holder,
        overview: &'static str,
        script: &'static str,
        own: &'static str,
    ) -> Frame<'page> {
        let is_restricted = about.audience == Audience::Owner;
        Frame {
            about,
            is_restricted,
            holder,
            overview,
            dressed: Dressed::of(own, script, is_restricted, &about.branding),
            shared: Shared::Within,
        }
    }

    /// The same with its style where that is.
    pub(super) fn sharing(self, shared: Shared) -> Frame<'page> {
        Frame { shared, ..self }
    }

    /// `for your authority only`.
    pub(crate) fn only(&self) -> &'static str {
        self.holder.only()
    }

    /// The style.
    pub(crate) fn style(&self) -> &str {
        &self.dressed.style
    }

    /// The file of the style, from the folder of the page; none where it is within the page.
    pub(crate) fn style_at(&self) -> Option<String> {
        self.shared.style_at()
    }

    /// The script.
    pub(crate) fn script(&self) -> &str {
        &self.dressed.script
    }

    /// The content security policy.
    pub(crate) fn policy(&self) -> &str {
        match self.shared {
            Shared::Within => &self.dressed.policy,
            Shared::Beside => &self.dressed.policy_beside,
        }
    }

    /// The logo with its width and height, where there is one.
    pub(crate) fn logo(&self) -> Option<(&str, [u32; 2])> {
        self.about.branding.logo.as_ref().map(|logo| (self.dressed.logo.as_str(), logo.size))
    }

    /// Whether the colours at its top are somebody's own.
    pub(crate) fn has_accents(&self) -> bool {
        self.about.branding.colours != Colours::default()
    }

    /// Each symbol and its meaning.
    pub(crate) fn symbols(&self) -> impl Iterator<Item = (String, &'static str)> {
        symbols(|_| true)
    }

    /// Each term of the glossary and its meaning.
    pub(crate) fn glossary(&self) -> Vec<String> {
        glossary::in_paragraphs()
    }

    /// The heading of a page with exact figures.
    pub(crate) fn restricted(&self) -> &'static str {
        RESTRICTED
    }
}

/// The line at the top of every printed sheet of an exact page.
fn on_paper() -> String {
    let said = format!("content: \"{RESTRICTED}. Not to be published or passed on.\"");
    format!("@page {{ @top-center {{ {said}; font: bold 9pt Arial, sans-serif }} }}\n")
}

/// Somebody's own two colours, for the top of a page: both are so dark that white can be read on them, by day and on a dark screen.
/// What is drawn keeps its colours, which are held against each other.
fn accents(colours: &Colours) -> String {
    let Colours { main, second } = colours;
    match *colours == Colours::default() {
        true => String::new(),
        false => format!(":root {{ --mast: #{main}; --accent: #{second} }}\n"),
    }
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
