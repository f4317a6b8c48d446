//! The area that is picked and England over the years: a table, and a chart of columns for each indicator. Columns join
//! nothing: published figures and those from the returns may stand beside each other. A year that is not comparable with the
//! latest has its value in round brackets, as words, so that no column stands for it.

use super::areas;
use super::cell::{Cell, Kind};
use super::heights::lines_of;
use super::sheet::{Column, Sheet, Table};
use super::years::{self, APART, NOTE, in_any_year};
use super::your_area::{self, PICKED, ROW};
use crate::charts::palette::{DARK_BLUE, OTHERS, RULE};
use crate::pack::{OfIndicator, Packs};
use crate::unit::Unit;
use plotters::style::RGBColor;
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartSolidFill, Color, RowNum, Worksheet, XlsxError,
};

/// The name on its tab.
pub(crate) const NAME: &str = "Charts";
/// The columns before those of years.
const BEFORE: usize = 3;
/// The width of the column behind them, in digits.
const NOTE_WIDTH: u16 = 36;
/// The width and height of a chart, in pixels, and what is between two.
const WIDTH: u32 = 520;
const HEIGHT: u32 = 280;
const BETWEEN: u32 = 20;
/// How many rows of charts are on a page of paper.
const ROWS_A_PAGE: u32 = 2;
/// The height of a row, in pixels.
const ROW_HEIGHT: u32 = 20;

/// The worksheet of charts, before they are drawn.
pub(crate) fn sheet(packs: &Packs) -> Sheet {
    let all = in_any_year(packs);
    let picked = your_area::picked(packs);
    let mut rows = Vec::new();
    for (number, of) in (1..).zip(picked.into_iter().flat_map(|pack| &pack.indicators)) {
        let begun = |whose: Cell| vec![Cell::words(of.indicator.name()), Cell::words(&of.indicator.title), whose];
        let shown = picked.map(areas::called).unwrap_or_default();
        let mut own = begun(Cell::formula(PICKED.to_owned(), Kind::Words(1), Cell::words(shown)));
        let of_area = |column: &str| format!("INDEX(years[{column}],INDEX(your_area[{ROW}],{number}))");
        own.extend(all.iter().map(|year| {
            let (apart, value) = (of_area(APART), of_area(&year.to_string()));
            let formula = format!("IF(ISNUMBER(SEARCH(\"{year}\",{apart})),\"(\"&FIXED({value},1)&\")\",{value})");
            Cell::formula(formula, Kind::Tenths, drawn(of, *year))
        }));
        own.push(Cell::formula(of_area(NOTE), Kind::Words(lines_of_notes(of, packs)), Cell::words(years::notes(of))));
        rows.push(own);
        let is_same = |other: &&OfIndicator| other.indicator.number == of.indicator.number;
        let england =
            packs.england.as_ref().and_then(|england| Some((england, england.indicators.iter().find(is_same)?)));
        rows.extend(england.map(|(england, of_england)| {
            let mut row = begun(Cell::words(&england.place.name));
            row.extend(all.iter().map(|year| drawn(of_england, *year)));
            row.push(Cell::words(years::notes(of_england)));
            row
        }));
    }
    let and_england = if packs.england.is_some() { ", and one for England" } else { "" };
    let columns = [Column::words("Indicator", 11), Column::words("Title", 30), Column::words("Area", 30)];
    let of_years = all.iter().map(|year| Column::numbers(year.to_string(), 9));
    Sheet {
        name: NAME,
        title: format!("Your area over the years, the latest that of {}", packs.about.timeframe.as_at.in_words()),
        about: vec![
            format!(
                "It has a row for each indicator of the area that is picked on the worksheet Your_area{and_england}."
            ),
            "Charts of the same numbers are below the table. A year without a number has no column there.".to_owned(),
            "Nor has a year with its value in round brackets: it is not comparable with the latest, and the note says why."
                .to_owned(),
        ]
        .into_iter()
        .chain(all.last().and_then(|year| years::called(packs, *year)))
        .collect(),
        is_of_figures: true,
        table: Table {
            name: "charts",
            columns: columns.into_iter().chain(of_years).chain([Column::words(NOTE, NOTE_WIDTH)]).collect(),
            rows: if all.is_empty() { Vec::new() } else { rows },
        },
    }
}

/// The value of a year as a chart has it: in round brackets, and no number, where it is not comparable with the latest.
fn drawn(of: &OfIndicator, year: i32) -> Cell {
    match years::value(of, year) {
        Cell::Tenths(value) if years::is_apart(of, year) => Cell::Words(format!("({value})")),
        cell => cell,
    }
}

/// How many lines the note on an indicator takes, whatever area is picked.
fn lines_of_notes(of: &OfIndicator, packs: &Packs) -> usize {
    let all = packs.all().flat_map(|pack| &pack.indicators);
    let same = all.filter(|other| other.indicator.number == of.indicator.number);
    same.map(|other| lines_of(&years::notes(other), NOTE_WIDTH)).max().unwrap_or(1)
}

/// Draws the charts of a worksheet below its table, whose heading is in a row.
///
/// # Errors
/// Where a chart has no place.
pub(crate) fn draw(worksheet: &mut Worksheet, sheet: &Sheet, packs: &Packs, heading: RowNum) -> Result<(), XlsxError> {
    let Some(picked) = your_area::picked(packs) else { return Ok(()) };
    let of_each = if packs.england.is_some() { 2 } else { 1 };
    let rows = RowNum::try_from(sheet.table.rows.len()).unwrap_or(RowNum::MAX);
    let below = heading.saturating_add(rows).saturating_add(2);
    // Behind the years there is the note.
    let last = u16::try_from(sheet.table.columns.len()).unwrap_or(u16::MAX).saturating_sub(2);
    // As many charts as a page of paper has room for.
    let page = ROWS_A_PAGE * (HEIGHT + BETWEEN) / ROW_HEIGHT;
    let pages = RowNum::try_from(picked.indicators.len()).unwrap_or(RowNum::MAX).div_ceil(2 * ROWS_A_PAGE);
    worksheet.set_page_breaks(&(0..pages).map(|number| below + number * page).collect::<Vec<_>>())?;
    for (number, of) in (0..).zip(&picked.indicators) {
        let first = heading + 1 + number * of_each;
        let chart = chart(of, (heading, first, of_each, last));
        let (down, across) = (number / 2 * (HEIGHT + BETWEEN) / ROW_HEIGHT, number % 2 * (WIDTH + BETWEEN));
        worksheet.insert_chart_with_offset(below + down, 0, &chart, across, 0)?;
    }
    Ok(())
}

fn colour(RGBColor(red, green, blue): RGBColor) -> Color {
    Color::RGB(u32::from(red) << 16 | u32::from(green) << 8 | u32::from(blue))
}

/// Columns of an indicator: years in the heading, values in so many rows from the first.
fn chart(of: &OfIndicator, (heading, first, rows, last): (RowNum, RowNum, RowNum, u16)) -> Chart {
    let begin = u16::try_from(BEFORE).unwrap_or_default();
    let mut chart = Chart::new_column();
    for (row, fill) in (first..first + rows).zip([DARK_BLUE, OTHERS]) {
        let series = chart.add_series();
        series
            .set_name((NAME, row, begin - 1))
            .set_categories((NAME, heading, begin, heading, last))
            .set_values((NAME, row, begin, row, last))
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour(fill))))
            .set_gap(80)
            .set_overlap(0);
        // What is no number is drawn as zero: it gets no label, for its symbol is in the table.
        let mut label = ChartDataLabel::new();
        label.show_value().set_num_format("0.0;;").set_position(ChartDataLabelPosition::OutsideEnd);
        label.set_font(ChartFont::new().set_name("Arial").set_size(9));
        series.set_data_label(&label);
    }
    let unit = match of.indicator.unit {
        Unit::Percent => "%",
        Unit::Score => "score",
    };
    let named = format!("{} ({unit}; {})", of.indicator.named(), of.indicator.good.in_words());
    let mut bold = ChartFont::new();
    bold.set_name("Arial").set_size(10).set_bold();
    let mut plain = ChartFont::new();
    plain.set_name("Arial").set_size(10);
    chart.title().set_name(named.as_str()).set_font(&bold);
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&plain);
    chart.x_axis().set_font(&plain);
    chart.y_axis().set_font(&plain).set_min(0).set_num_format("General");
    chart.y_axis().set_major_gridlines_line(ChartLine::new().set_color(colour(RULE)));
    let and_england = if rows > 1 { " and for England" } else { "" };
    let said =
        format!("Columns by year for the area that is picked{and_england}: {named}. The table above has the numbers.");
    chart.set_alt_text(said).set_width(WIDTH).set_height(HEIGHT);
    chart
}
