//! The page of all places: England and the regions, every authority by every indicator, and the notes.

use super::answer::Answer;
use super::frame::Frame;
use super::paths::{INTAKE, OVERVIEW, path, path_of_stocktake};
use super::pieces::{Marked, SummaryPart, summary_parts};
use super::readers::{Held, Reader, readers};
use crate::national::has_stocktake;
use crate::pack::words::phrases::capital;
use crate::pack::{OfIndicator, Pack, Packs};
use crate::printed::Printed;
use crate::wording::counts::{HIDDEN_NOT_COUNTED, agreeing, authorities, listed, spelled_out};
use crate::wording::mark::{Mark, legend};
use crate::wording::names::Indicator;
use crate::wording::number::ShownNumber;
use askama::Template;

/// Sorts and filters the table of authorities.
const SCRIPT: &str = include_str!("../../templates/overview.js");

/// The page of all places.
#[derive(Debug, Template)]
#[template(path = "overview.html")]
pub(crate) struct OverviewPage<'page> {
    frame: Frame<'page>,
    packs: &'page Packs,
    /// The ten indicators of an authority that is the only place.
    answer: Option<Answer<'page>>,
    /// Which file is for whom.
    readers: Vec<Reader>,
    /// What England's summary says, in parts; or that of the only place.
    parts: Option<[SummaryPart<'page>; 4]>,
    /// The indicators, in order of number.
    columns: Vec<&'page Indicator>,
    /// England and the regions.
    wholes: Vec<Row<'page>>,
    /// The authorities, in order of name.
    rows: Vec<Row<'page>>,
    /// Each place that has a stocktake, with the path of that.
    stocktakes: Vec<(&'page str, String)>,
}

/// One place.
#[derive(Debug)]
struct Row<'page> {
    pack: &'page Pack,
    /// Where its page is.
    path: String,
    /// The authorities behind it: `6 of 33`; or the name of its region.
    of: String,
    /// A cell for each column.
    cells: Vec<Cell>,
}

/// One figure.
#[derive(Debug)]
struct Cell {
    value: ShownNumber,
    /// The sort key; none where there is no number.
    order: Option<i64>,
    /// How it differs from England.
    mark: Option<Marked>,
    /// How far it can be relied upon, where that is not all the way; else blank.
    caution: &'static str,
}

impl<'page> OverviewPage<'page> {
    /// Of all packs.
    pub fn new(packs: &'page Packs, held: Held) -> OverviewPage<'page> {
        let wholes = || packs.england.iter().chain(&packs.regions);
        let mut columns: Vec<&Indicator> =
            packs.all().flat_map(|pack| &pack.indicators).map(|of| &of.indicator).collect();
        columns.sort_by_key(|indicator| indicator.number);
        columns.dedup_by_key(|indicator| indicator.number);
        let mut rows: Vec<Row<'_>> = packs.authorities.iter().map(|pack| Row::new(pack, &columns)).collect();
        rows.sort_by(|one, other| {
            let [one, other] = [one, other].map(|row| (&row.pack.place.name, &row.pack.place.code));
            one.cmp(&other)
        });
        let alone = match packs.authorities.as_slice() {
            [one] if wholes().next().is_none() => Some(one),
            _ => None,
        };
        OverviewPage {
            frame: Frame::new(&packs.about, packs.holder(), OVERVIEW, if rows.len() > 1 { SCRIPT } else { "" }),
            packs,
            answer: alone.map(Answer::on_overview),
            readers: readers(packs, held),
            parts: packs.england.as_ref().or(alone).map(|pack| summary_parts(&pack.summary)),
            wholes: wholes().map(|pack| Row::new(pack, &columns)).collect(),
            rows,
            columns,
            stocktakes: wholes()
                .filter(|pack| has_stocktake(&packs.about, pack))
                .map(|pack| (pack.place.name.as_str(), path_of_stocktake(pack)))
                .collect(),
        }
    }

    /// The page of what was sent.
    fn intake(&self) -> &'static str {
        INTAKE
    }

    /// That hidden figures are not counted, where some are hidden; blank where none is.
    fn hidden(&self) -> &'static str {
        let is_any = self.packs.all().flat_map(|pack| &pack.indicators).any(OfIndicator::is_hidden);
        if is_any { HIDDEN_NOT_COUNTED } else { "" }
    }

    /// Whether the authorities come first: those of a part of England, of whom alone figures were asked for.
    fn leads_with_authorities(&self) -> bool {
        self.packs.england.as_ref().is_some_and(|pack| pack.level.is_part())
    }

    /// Which indicators have no national target, so that nobody looks for one; blank where each has one.
    fn without_target(&self) -> String {
        let has = |number: u16| {
            let of = self.packs.all().flat_map(|pack| &pack.indicators).filter(|of| of.indicator.number == number);
            of.flat_map(|of| &of.targets).any(|target| !target.is_local)
        };
        let without: Vec<u16> = self.columns.iter().map(|of| of.number).filter(|number| !has(*number)).collect();
        let (number, all) = (without.len(), self.columns.len());
        let has = agreeing(number, "has", "have");
        match number {
            0 => String::new(),
            _ if number == all => "No indicator has a national target; an authority may have set its own.".to_owned(),
            _ => format!(
                "{} of the {} indicators {has} no national target: NI {}. An authority may have set its own.",
                capital(&spelled_out(number)),
                spelled_out(all),
                listed(&without)
            ),
        }
    }

    /// The marks on the page and their meanings.
    fn marks(&self) -> String {
        let cells = self.wholes.iter().chain(&self.rows).flat_map(|row| &row.cells);
        let mut symbols: Vec<&str> = cells.filter_map(|cell| cell.mark.as_ref()).map(|mark| mark.symbol).collect();
        if let Some(answer) = &self.answer {
            symbols = answer.symbols().collect();
        }
        legend(|symbol| symbols.contains(&symbol))
    }

    /// `6 authorities`.
    fn authorities(&self) -> String {
        authorities(self.rows.len())
    }
}

impl<'page> Row<'page> {
    fn new(pack: &'page Pack, columns: &[&Indicator]) -> Row<'page> {
        let region = pack.region.as_ref().map(|region| region.name.clone());
        let of_column = |column: &&Indicator| pack.indicators.iter().find(|of| of.indicator.number == column.number);
        Row {
            pack,
            path: path(pack),
            of: pack.included_in_words().or(region).unwrap_or_default(),
            cells: columns.iter().map(|column| Cell::new(of_column(column), column)).collect(),
        }
    }
}

impl Cell {
    fn new(of: Option<&OfIndicator>, column: &Indicator) -> Cell {
        let printed = of.map_or(Printed::NotAvailable, |of| of.numbers.value);
        let england = of.filter(|of| of.is_shown()).and_then(|of| of.england.as_ref());
        let mark = england.and_then(|england| Some(Mark::at_both(england.significance?, england.is_beyond_99_8)));
        Cell {
            value: ShownNumber::value(printed, column.unit),
            order: match printed {
                Printed::Number(tenths) => Some(tenths),
                Printed::RoundsToNought => Some(0),
                Printed::Confidential | Printed::NotApplicable | Printed::NotAvailable => None,
            },
            mark: mark.map(Marked::from),
            caution: of.map_or("", OfIndicator::caution),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::significance::Significance;
    use crate::pack::Beside;
    use crate::pack::by_hand;

    #[test]
    fn a_figure_that_is_unreliable_says_so_beside_its_value() {
        let of = |note: &str| OfIndicator { note: note.to_owned(), ..by_hand::of(62, 19, 168, 113) };
        let cautions =
            ["unreliable: 2 in doubt, 21 in the figure: no row in attainment", "with care", ""].map(|note| {
                let of = of(note);
                Cell::new(Some(&of), &of.indicator).caution
            });
        assert_eq!(cautions, ["unreliable", "with care", ""]);
    }

    #[test]
    fn what_is_significant_at_99_8_is_marked_apart() {
        let symbol = |is_beyond_99_8| {
            let england = by_hand::beside("England", 102, Significance::Worse)
                .map(|england| Beside { is_beyond_99_8, ..england });
            let of = OfIndicator { england, ..by_hand::of(62, 19, 168, 113) };
            Cell::new(Some(&of), &of.indicator).mark.unwrap().symbol
        };
        assert_eq!([false, true].map(symbol), ["▼", "▼▼"]);
    }
}
