//! restricted/methods.txt: how figures are compared, in words, said once for all the tables beside it.

use crate::benchmark::{Compared, YEARS};
use crate::lines::indented;
use crate::seeds::Seeds;
use crate::seeds::quality::Quality;
use crate::statistics::funnel::Convention;
use crate::unit::Unit;
use crate::wording::methods::{CENSUS, MANY, intervals_in_words};
use crate::wording::sources;
use std::io::{self, Write};

/// Writes the text.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(compared: &Compared, seeds: &Seeds, file: &mut dyn Write) -> io::Result<()> {
    file.write_all(text(compared, seeds).as_bytes())
}

fn text(compared: &Compared, seeds: &Seeds) -> String {
    let mut text = format!("How the figures at {} are compared\n", compared.timeframe.as_at.in_words());
    for (heading, sentences) in [
        ("What an interval means", vec![CENSUS.to_owned(), MANY.to_owned()]),
        ("Where the figures come from", sources_in_words(compared, seeds)),
        ("Intervals (lower_95 to upper_99_8)", vec![intervals_in_words(seeds.configuration.interval)]),
        ("What the files leave open (doubtful, data_low, data_high, doubt_causes)", vec![LEFT_OPEN.to_owned()]),
        ("How reliable a figure is (verdict)", vec![verdict(&seeds.quality)]),
        ("Unreliable figures (not_judged)", vec![NOT_USABLE.to_owned()]),
        ("Figures with a range (not_judged)", vec![NOT_SAID.to_owned()]),
        ("Rank (rank to listed)", vec![RANK.to_owned()]),
        ("Funnel (funnel_convention to widened_position)", vec![funnel(seeds.configuration.funnel)]),
        ("Years (change, trend; years.csv)", vec![years()]),
        ("Comparators (comparators.csv)", vec![COMPARATORS.to_owned()]),
        ("Targets (targets.csv)", vec![TARGETS.to_owned()]),
    ] {
        text.push_str(&format!("\n{heading}\n"));
        for sentence in sentences {
            text.push_str(&indented(&sentence, 2));
        }
    }
    text
}

fn sources_in_words(compared: &Compared, seeds: &Seeds) -> Vec<String> {
    let mut sentences = sources::in_words(compared);
    if sentences.is_empty() {
        sentences.push("Every figure is from the returns given.".to_owned());
    }
    sentences.push(
        "Figures from returns stand for an authority, and for a region or England where every authority of the \
         day's list is among them; else a published figure stands, where there is one. The one that is not used is \
         beside the other in years.csv, comparators.csv and targets.csv. Returns of a part of the authorities are called \
         that, Part of National or Part of Regional: they stand for no place, nothing is compared with them, and they are \
         not published. Published figures are of 31 March, and of the year's exams: on another day comparators.csv has \
         England and regions as last published, with the year."
            .to_owned(),
    );
    if let Some(neighbours) = &seeds.neighbours {
        sentences.push(format!("Neighbours: {}.", neighbours.name()));
    }
    sentences
}

const LEFT_OPEN: &str = "A child is doubtful where its answer rests on something that the files do not tell for certain: a code \
    that is on no list of the return's year, a date that cannot be read or could be another day, a row that was rejected, \
    ids that match no episode, a row or date that is missing, an end that was assumed, episodes that overlap, two rows that \
    differ, care before the first return, or an extract that stops too early; and where another reading would give another answer. \
    The value takes the answer that the definitions give. data_low and data_high are the smallest and the largest value over \
    every choice of answers that the doubtful children could have; where nobody is doubtful both are the value. doubtful \
    counts the children, those whom a doubt alone could bring in among them; doubt_causes counts them by cause, the most \
    first, a child with several causes under each. children.csv names the causes of each child (doubt), and `stocktake explain` \
    the file and line. A range of a region or of England is that of its authorities added up, low with low and high with high. What \
    chance could have done is another matter: the interval shows that.";

fn verdict(quality: &Quality) -> String {
    let limits = |unit| {
        let limits = quality.range_limits(unit)?;
        let [usable, with_care] = [limits.usable, limits.with_care].map(|tenths| tenths as f64 / 10.0);
        let of_what = if unit == Unit::Percent { "percentages, in points" } else { "mean scores" };
        Some(format!("{usable} and {with_care} ({of_what})"))
    };
    let limits: Vec<String> = [Unit::Percent, Unit::Score].into_iter().filter_map(limits).collect();
    let measures: Vec<&str> = quality
        .measures
        .iter()
        .filter(|seed| seed.with_care_above.or(seed.not_usable_above).is_some())
        .map(|seed| seed.words.as_str())
        .collect();
    format!(
        "By data_high less data_low: usable up to the first limit, with care up to the second or where one child alone is \
         doubtful, else not usable (unreliable). The limits are {}. Beside it a share of these above its limit makes the verdict worse: {}. \
         The worst counts; verdict_reason names the greatest cause with its count, and how far the figure could move. The other \
         measures of quality.csv decide nothing.",
        limits.join("; "),
        measures.join("; ")
    )
}

const NOT_SAID: &str = "Of a figure that the files leave a range nothing is said that does not hold at both ends of it: a target is met or \
    not met, and it is better or worse than a comparator or an earlier year, only where both ends are on the same side, the \
    other's range allowed for. Else it is not known or not tested, and left open is the reason. It has a rank and a band only \
    where both ends would put it in the same band (among fewer than four, at the same rank), and a position in the funnel only where \
    they lie at the same position, the others taken as they are; not_placed and not_in_funnel say why not. No trend is given over a year with a range.";

const NOT_USABLE: &str = "An unreliable figure (verdict: not usable), one that needs earlier returns we do not have (warning \
    cover_too_short), or that counts what happens from 1 April and is not yet of 31 March (NI 62 and 66, year to date) is \
    not judged: no rank or band, no position in the funnel, nothing tested beside what it is compared with, no change or \
    trend tested, and of no target is it known whether it is met; not_judged says why. Its value, its interval, the comparators, \
    the targets and the same day of the year before still stand side by side. It is left out where others are ranked and \
    put in bands, and of how much authorities differ in the funnel; one that is unreliable of means and medians too. \
    England and regions are sums of all the same. What is known of a published figure that stands in its place is given.";

const RANK: &str = "Rank 1 is the best, by which way is good; equal values share the best rank; values are not \
    rounded first, save published ones of which only the printed value is known. Bands A (best) to D are quarters by \
    type 7 quantiles, a value on an edge lying below it, so that with many at the best value of a high-is-good figure band A can be \
    empty; fewer than four have none. not_told_apart counts those whose \
    difference from this one includes zero at 95% (square-and-add, Zou and Donner 2008; for percentages with Wilson's \
    intervals this is Newcombe's method 10), or, where a cell would hold fewer than five, for which Fisher's exact test finds no difference; best_rank and worst_rank are what that allows. One without an interval \
    is not significantly different from any. Authorities without a figure have no rank: those that publications hide are mostly \
    small.";

fn funnel(convention: Convention) -> String {
    let convention = match convention {
        Convention::Score => "score: p -/+ z sqrt(p (1 - p) / n), as in PHEindicatormethods",
        Convention::Wilson => "wilson: Wilson's interval around England's figure, as in Fingertips",
        Convention::Arcsine => "arcsine: sin^2(asin sqrt p -/+ z / (2 sqrt n)), as in FunnelPlotR",
    };
    format!(
        "Where chance alone would put an authority of the size, around England's figure of the day, returned or \
         published (funnel_centre); none around a single authority's. Limits by the convention {convention}. Mean \
         scores: England's mean -/+ z s / sqrt(n), with s that of all scores in the returns. Widened limits allow for \
         authorities differing by more than chance (Spiegelhalter's additive model, 2005, on the arcsine, tails drawn in \
         at a tenth): the limits of the same convention for 1 / (1 / n + 4 tau squared) children. Fewer than ten \
         authorities have none."
    )
}

fn years() -> String {
    format!(
        "Change: this year less the last, by Newcombe's method 10 (1998); where a cell would hold fewer than five, \
         Fisher's exact test must agree. Mean scores: square-and-add of the two t-intervals. Trend: {YEARS} years \
         without a gap, chi-squared above 9.55 (99.8%; Cochran-Armitage, for mean scores weighted regression) and a \
         slope whose sign no single year turns, as Fingertips judges it. Years from several sources are named. A year that \
         may not be judged, that covers different authorities, or that is from another source (published or returned, or \
         another publication) stands beside this one and is not compared: its change is not tested, and change_not_compared says why; it makes no \
         trend and begins no path to a target."
    )
}

const COMPARATORS: &str = "England and regions are as published, or sums of numerators over sums of denominators, \
    never means of percentages; beside them, and for neighbours and groups alone, stand the mean and median of their \
    authorities, each counting once, and how many had a figure. told_95 is whether the figure's own 95% interval \
    leaves out the comparator's value, which is taken as it is; of children so few that fewer than five would be \
    expected to be counted at that value, or not to be, the exact interval (Clopper and Pearson, 1934) must leave it out \
    too, and likewise for targets. Nothing is compared with itself alone.";

const TARGETS: &str = "met is by the figure as it is; met_95 by its interval: met or not met where the whole interval \
    is on one side, else it is not statistically significant. children_short are the children who, if they were counted too (where low \
    is good: if they were not), would meet the target with the same number counted. The path is straight to \
    the target from the first of the five years of which a figure is known; where that figure meets the target there is no path, \
    and already_met_in is the year. yearly_change is what must be added each \
    year to meet it yet.";
