//! The keys of the file: what each can be, and an example.

use std::ops::Range;

/// What stands in `out` for the day of a report.
pub(crate) const DAY_IN_OUT: &str = "{as_at}";

/// A text in the file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    /// The text.
    pub text: String,
    /// Its bytes in the file.
    pub place: Range<usize>,
}

/// A key of the file. Each has the name of the option that stands for it, with `_` in place of `-`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is the option of the same name")]
pub(crate) enum Key {
    Returns,
    Authority,
    Year,
    Resubmission,
    Out,
    Basis,
    Years,
    Outputs,
    Authorities,
    Targets,
    Neighbours,
    Published,
    Population,
    Accepted,
    OwnColumns,
    Seeds,
    Interval,
    Funnel,
    Disclosure,
    AlreadyPublished,
    PublishBreakdowns,
    PublishForecast,
    Brand,
    Logo,
    Colours,
    Policies,
    Groups,
    Columns,
    Codes,
}

/// What a key can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text.
    Text,
    /// A text, or a list of them.
    Texts,
    /// A whole number, or a text that has one.
    Number,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Some of these words, each once.
    Choices(&'static [&'static str]),
    /// A table of policies, each with its value.
    Policies,
    /// A table of lists of texts.
    Lists,
    /// A table of tables, which its own reader looks at.
    Tables,
}

impl Key {
    /// Every key, in the order of a file.
    pub(crate) const ALL: [Key; 29] = [
        Key::Returns,
        Key::Authority,
        Key::Year,
        Key::Resubmission,
        Key::Out,
        Key::Basis,
        Key::Years,
        Key::Outputs,
        Key::Authorities,
        Key::Targets,
        Key::Neighbours,
        Key::Published,
        Key::Population,
        Key::Accepted,
        Key::OwnColumns,
        Key::Seeds,
        Key::Interval,
        Key::Funnel,
        Key::Disclosure,
        Key::AlreadyPublished,
        Key::PublishBreakdowns,
        Key::PublishForecast,
        Key::Brand,
        Key::Logo,
        Key::Colours,
        Key::Policies,
        Key::Groups,
        Key::Columns,
        Key::Codes,
    ];

    /// Its name in the file.
    pub(crate) fn name(self) -> &'static str {
        self.facts().0
    }

    /// What it can be.
    pub(super) fn kind(self) -> Kind {
        self.facts().1
    }

    /// A line, or the lines of a table, that set it.
    pub(super) fn example(self) -> &'static str {
        self.facts().2
    }

    fn facts(self) -> (&'static str, Kind, &'static str) {
        const BASES: &[&str] = &["rolling", "year-to-date"];
        const OUTPUTS: &[&str] = &["tables", "charts", "svg", "png", "pdf", "ods", "pptx", "zip", "children"];
        const INTERVALS: &[&str] = &["wilson", "clopper-pearson"];
        const FUNNELS: &[&str] = &["score", "wilson", "arcsine"];
        match self {
            Key::Returns => ("returns", Kind::Texts, "returns = [\"my-returns\"]"),
            Key::Authority => ("authority", Kind::Text, "authority = \"302\""),
            Key::Year => ("year", Kind::Number, "year = 2011"),
            Key::Resubmission => ("resubmission", Kind::Text, "resubmission = \"latest\""),
            Key::Out => ("out", Kind::Text, "out = \"reports/{as_at}\""),
            Key::Basis => ("basis", Kind::Choice(BASES), "basis = \"rolling\""),
            Key::Years => ("years", Kind::Number, "years = 5"),
            Key::Outputs => ("outputs", Kind::Choices(OUTPUTS), "outputs = [\"charts\", \"png\"]"),
            Key::Authorities => ("authorities", Kind::Text, "authorities = \"authorities.csv\""),
            Key::Targets => ("targets", Kind::Text, "targets = \"targets.csv\""),
            Key::Neighbours => ("neighbours", Kind::Text, "neighbours = \"neighbours.csv\""),
            Key::Published => ("published", Kind::Text, "published = \"published.csv\""),
            Key::Population => ("population", Kind::Text, "population = \"population.csv\""),
            Key::Accepted => ("accepted", Kind::Text, "accepted = \"accepted.csv\""),
            Key::OwnColumns => ("own_columns", Kind::Texts, "own_columns = [\"TEAM\"]"),
            Key::Seeds => ("seeds", Kind::Text, "seeds = \"seeds\""),
            Key::Interval => ("interval", Kind::Choice(INTERVALS), "interval = \"wilson\""),
            Key::Funnel => ("funnel", Kind::Choice(FUNNELS), "funnel = \"score\""),
            Key::Disclosure => ("disclosure", Kind::Text, "disclosure = \"sfr-2011\""),
            Key::AlreadyPublished => ("already_published", Kind::Texts, "already_published = [\"last-month/publish\"]"),
            Key::PublishBreakdowns => ("publish_breakdowns", Kind::Texts, "publish_breakdowns = [\"sex\"]"),
            Key::PublishForecast => ("publish_forecast", Kind::Flag, "publish_forecast = true"),
            Key::Brand => ("brand", Kind::Text, "brand = \"Barnet Council\""),
            Key::Logo => ("logo", Kind::Text, "logo = \"logo.png\""),
            Key::Colours => ("colours", Kind::Texts, "colours = [\"#12436D\", \"#801650\"]"),
            Key::Policies => ("policies", Kind::Policies, "[policies] exclude_disrupted = true"),
            Key::Groups => ("groups", Kind::Lists, "[groups] \"Our consortium\" = [\"302\", \"Brent\"]"),
            Key::Columns => ("columns", Kind::Lists, "[columns] PLACE = [\"Type of home\"]"),
            Key::Codes => ("codes", Kind::Tables, "[codes.ACCOM] \"With parents\" = \"B1\""),
        }
    }
}
