//! restricted/authorities/CODE-name.csv: one authority's ten figures, for people to read.

use super::indicators::cells::bounds;
use crate::benchmark::significance::Significance;
use crate::benchmark::years::Change;
use crate::benchmark::{Against, ComparedFigure};
use crate::figures::{Figure, Status};
use crate::output::rows::Rows;
use crate::rounding::Tenths;
use crate::seeds::indicators::IndicatorSeed;
use crate::timeframe::Timeframe;
use crate::timeframe::year_names::YearNames;
use crate::wording::as_printed::AsPrinted;
use crate::wording::figure::{RANK_LEFT_OPEN, quarter, rank_in_words, value};
use crate::wording::target::TargetInWords;
use std::io::{self, Write};

/// The columns, one row per indicator, in order of number.
const COLUMNS: [&str; 15] = [
    "Indicator",
    "Title",
    "Value",
    "Unit",
    "95% interval",
    "Denominator",
    "Good is",
    "England",
    "Change since last year",
    "Rank",
    "Quarter",
    "National target",
    "Local target",
    "Verdict",
    "Note",
];

/// Writes the table of one authority's figures.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(
    figures: &[ComparedFigure],
    timeframe: &Timeframe,
    indicators: &[IndicatorSeed],
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    for compared in figures {
        let Some(seed) = indicators.iter().find(|seed| seed.number == compared.figure.indicator) else {
            continue;
        };
        let (figure, names) = (&compared.figure, seed.year_names(timeframe));
        let target = |against: Option<&Against>| {
            against.map(|against| TargetInWords::from(against).in_full(seed)).unwrap_or_default()
        };
        let counted = if figure.status == Status::Ok { figure.denominator.to_string() } else { String::new() };
        // Without a figure, change and place are those of a published one, which has no column here.
        let known = (figure.status == Status::Ok).then_some(compared);
        let placed = known.and_then(|compared| compared.placed.as_ref()).filter(|placed| placed.place.of > 1);
        let not_placed = || known.and_then(|compared| compared.not_placed).map(|_| RANK_LEFT_OPEN.to_owned());
        rows.write_record([
            format!("NI {}", figure.indicator),
            seed.title.clone(),
            value(figure, seed.unit),
            seed.unit.name().to_owned(),
            interval(compared),
            counted,
            seed.good.name().to_owned(),
            england(compared, names),
            known.and_then(|compared| compared.change.as_ref()).map(|of| change(of, names)).unwrap_or_default(),
            placed.map(rank_in_words).or_else(not_placed).unwrap_or_default(),
            placed.and_then(|placed| placed.place.band).map(quarter).unwrap_or_default().to_owned(),
            target(compared.national.as_ref()),
            target(compared.local.as_ref()),
            compared.verdict.reliance.name().to_owned(),
            Figure::note(compared),
        ])?;
    }
    rows.flush()
}

/// `7.3 to 16.9`.
fn interval(compared: &ComparedFigure) -> String {
    let at_95 = compared.uncertainty.map(|uncertainty| uncertainty.at_95);
    at_95.map(|at_95| bounds(Some(at_95)).join(" to ")).unwrap_or_default()
}

/// England's value, with its year where that is not the figure's.
fn england(compared: &ComparedFigure, names: YearNames) -> String {
    let england = compared.comparators.iter().find(|comparator| comparator.is_england() && comparator.used);
    let Some(whole) = england.and_then(|england| england.whole.as_ref()) else { return String::new() };
    match compared.years.first() {
        Some(now) if now.year != whole.year => format!("{} (of {})", whole.shown, names.published_in_words(whole.year)),
        _ => whole.shown.clone(),
    }
}

/// `up 5.4 from 5.8 in 2010 (not statistically significant)`.
fn change(change: &Change, names: YearNames) -> String {
    let Change { from, points, significance, not_compared, .. } = change;
    let points = Tenths::of(*points);
    let (size, before, year) = (Tenths(points.0.abs()), &from.shown, names.in_words(from.year));
    let moved = match points.0 {
        0 => format!("as {before} in {year}"),
        1.. => format!("up {size} from {before} in {year}"),
        _ => format!("down {size} from {before} in {year}"),
    };
    let told = match (significance, not_compared) {
        (_, Some(why)) => format!("not compared: {}", why.with_names(names)),
        (Significance::NotSignificant, None) => "not statistically significant".to_owned(),
        (_, None) => significance.name().to_owned(),
    };
    format!("{moved} ({told})")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::alike::NotCompared;
    use crate::benchmark::judgement::NotJudged;
    use crate::benchmark::standing::{Source, Standing};
    use crate::timeframe::{Basis, read_as_at};
    use crate::verdict::Reliance;

    #[test]
    fn a_change_in_words() {
        let from = Standing {
            year: 2010,
            value: 5.8,
            shown: "5.8".to_owned(),
            counts: None,
            printed_interval: None,
            source: Source::Returns(None),
            cover_too_short: false,
            accumulates: false,
            left_open: None,
            settled: false,
            reliance: Reliance::Usable,
        };
        let december = YearNames::of(&Timeframe::new(read_as_at("2010-12-31").unwrap(), Basis::Rolling).unwrap());
        let with = |points, significance, not_compared, names| {
            let of =
                Change { from: from.clone(), points, interval: None, p: None, method: "", significance, not_compared };
            change(&of, names)
        };
        let words = |points, told| with(points, told, None, YearNames::PLAIN);
        assert_eq!(
            words(5.36, Significance::NotSignificant),
            "up 5.4 from 5.8 in 2010 (not statistically significant)"
        );
        assert_eq!(words(-0.05, Significance::Better), "down 0.1 from 5.8 in 2010 (better)");
        assert_eq!(words(0.04, Significance::NotTested), "as 5.8 in 2010 (not tested)");
        let looks_back = Some(NotCompared::NotJudged(NotJudged::LooksBack, 2010));
        assert_eq!(
            with(1.0, Significance::NotTested, looks_back, YearNames::PLAIN),
            "up 1.0 from 5.8 in 2010 (not compared: 2010 needs earlier returns we do not have)"
        );
        assert_eq!(
            with(1.0, Significance::NotTested, looks_back, december),
            "up 1.0 from 5.8 in December 2009 (not compared: December 2009 needs earlier returns we do not have)"
        );
    }
}
