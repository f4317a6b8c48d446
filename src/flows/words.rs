//! What a series says and what must not be read into it, in words.

use super::flow::Flow;

/// What successive figures of a series share.
const SHARED: &str = "A figure at a month end is of the twelve months to it, or of the children of that day: the figures of \
    successive months share most of their children, and a child who counts once counts for a year. So a line that rises for \
    months on end, or stays on one side of its mean, may be one month's children seen again and again: no rule of control \
    charts is used on it. A figure is compared with that of the same day a year before, which is of other months, though of \
    many of the same children: the interval of the change takes the two to be independent.";

const PATH: &str = "national_target_path and local_target_path are where the straight path from the first year known to the \
    target is in the year of the figure; the other columns are those of indicators.csv of each day.";

const ALONE: &str = "What happened in a month is counted in that month and no other, as it is known on the last day of the \
    series, by the definitions of the indicators. A month is counted for an authority whose returns tell of it without a gap \
    up to that day; a region or England is the sum of these, and called a part where it is not all of them.";

const LIMITS: &str = "The centre is the count of all months over their denominators, of the same authorities. The limits \
    follow the denominator of each month: the quantiles at 2.5 and 97.5%, and at 0.1 and 99.9%, of the binomial distribution \
    (p-chart) or of the Poisson distribution (u-chart) about the centre. They are exact for few children, never go beyond 0 \
    or 100%, and a month on a limit lies within it, so that all in time, or none, is not by itself a signal. Of twenty months, \
    one is beyond the limits of 95% by chance. With fewer than twelve months the centre is only a beginning.";

/// What a series says: what each part is about, and its sentences.
pub(crate) fn notes() -> [(&'static str, Vec<String>); 4] {
    let kinds = Flow::ALL.map(|flow| format!("{} (NI {}): {}.", flow.name(), flow.indicator(), flow.says_how()));
    [
        ("The days (series.csv)", vec![SHARED.to_owned(), PATH.to_owned()]),
        ("The months (flows.csv)", vec![ALONE.to_owned()]),
        ("What is counted (flow)", kinds.to_vec()),
        ("Control charts (chart, centre, lower_95 to position)", vec![LIMITS.to_owned()]),
    ]
}
