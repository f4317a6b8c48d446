//! Charts from descriptions by hand: what is drawn, what is said, and that nothing hidden leaves a trace.

pub mod by_hand;
mod drawing;
mod hidden;
mod known;
mod series;
mod years;

use by_hand::{bars, caterpillars, funnels, heat_table, slope, trend};
use stocktake::charts::caterpillar::Caterpillar;
use stocktake::charts::chart::Chart;
use stocktake::charts::funnel::Funnel;
use stocktake::charts::{png, svg};
use stocktake::rounding::Tenths;
use stocktake::wording::value::Value;

#[test]
fn each_chart_is_drawn_as_it_was() {
    let (caterpillars, funnels) = (caterpillars(3), funnels(3));
    insta::assert_snapshot!("target_bars", svg(&bars()).unwrap());
    insta::assert_snapshot!("caterpillar", svg(&Caterpillar::of(&caterpillars, "101").unwrap()).unwrap());
    insta::assert_snapshot!("funnel", svg(&Funnel::of(&funnels, "101").unwrap()).unwrap());
    insta::assert_snapshot!("trend", svg(&trend()).unwrap());
    insta::assert_snapshot!("spine", svg(&by_hand::spine()).unwrap());
    insta::assert_snapshot!("slope", svg(&slope()).unwrap());
    insta::assert_snapshot!("heat_table", svg(&heat_table(3)).unwrap());
    insta::assert_snapshot!("series", svg(&series::series(Value::NotAvailable)).unwrap());
    insta::assert_snapshot!("flows", svg(&series::flows()).unwrap());
}

#[test]
fn what_target_bars_show_is_said() {
    assert_eq!(bars().title(), "Kingston upon Hull, City of (810): ten National Indicators for children in care");
    assert_eq!(
        bars().alternative_text(),
        "Dots of ten indicators of Kingston upon Hull, City of, twelve months to 31 March 2011, the furthest from its target first. Percentages run from 0.0% \
         (NI 101, 5 A*-C with English and maths) to 100.0% (NI 66, Reviews held on time). Of 3 targets with a value, 1 is \
         met and 2 are not; 1 of these is not statistically significant. 1 without a figure. 1 figure is hidden. Hidden figures \
         are not counted; they may be better or worse."
    );
    let table = bars().table();
    assert_eq!(
        table.rows[0][..5],
        ["NI 58, Emotional and behavioural health", "14.1", "138 of 210 scored", "13.0", "15.2"]
    );
    assert_eq!(table.rows[1][..5], ["NI 61, Placed for adoption in 12 months", "[c] confidential", "", "", ""]);
}

#[test]
fn what_a_caterpillar_shows_is_said() {
    let all = caterpillars(3);
    let chart = Caterpillar::of(&all, "101").unwrap();
    assert_eq!(chart.title(), "NI 62, Three or more placements: Authority 101 among the 3 authorities shown");
    assert_eq!(
        chart.alternative_text(),
        "Values of the 3 authorities shown in order, with 95% limits, twelve months to 31 March 2011. They run from \
         8.0% (Authority 100) to 12.0% (Authority 102). Authority 101, in focus, has 10.0%: 1 is lower and 1 higher; lower is better. England \
         has 10.7%: Authority 101 is not significantly different from England. The national target is 9.5% by 2011. 1 figure is hidden. Hidden figures \
         are not counted; they may be better or worse."
    );
    let of_all = Caterpillar::of_all(&all).unwrap();
    assert_eq!(of_all.title(), "NI 62, Three or more placements: the 3 authorities shown in order");
    assert_eq!(
        of_all.alternative_text(),
        "Values of the 3 authorities shown in order, with 95% limits, twelve months to 31 March 2011. They run from \
         8.0% (Authority 100) to 12.0% (Authority 102). For this indicator lower is better. England has 10.7%. The \
         national target is 9.5% by 2011. 1 figure is hidden. Hidden figures are not counted; they may be better or worse."
    );
    let table = chart.table();
    assert_eq!(table.rows[3][..2], ["Hidden Vale", "[c] confidential"]);
    assert_eq!(table.rows.iter().rev().take(2).map(|row| row[1].as_str()).collect::<Vec<_>>(), ["9.5%", "10.7%"]);
}

#[test]
fn what_a_funnel_shows_is_said() {
    let all = funnels(3);
    let chart = Funnel::of(&all, "100").unwrap();
    assert_eq!(
        chart.alternative_text(),
        "Values of 3 authorities by their number of children, twelve months to 31 March 2011, between limits around \
         England's 10.7%. They run from 8.0% (Authority 100) to 12.0% (Authority 102). Authority 100, in focus, has 8.0%, \
         out of 100 children, and lies within the limits. 1 lies outside the 95% limits, but not outside \
         those of 99.8%. No figure is hidden."
    );
}

#[test]
fn what_a_trend_shows_is_said() {
    assert_eq!(trend().title(), "NI 99, Level 4 English at Key Stage 2: Rutland, 2007 to 2011");
    assert_eq!(
        trend().alternative_text(),
        "A line of the values of Rutland by year; higher is better. From 40.0% in 2007 to 58.3% in 2011; lowest 40.0% in 2007, \
         highest 61.5% in 2008. The target is 60% by 2011. No figure for 2009. 2010: needs earlier returns we do \
         not have. No figure is hidden."
    );
}

#[test]
fn what_a_spine_shows_is_said() {
    assert_eq!(
        by_hand::spine().alternative_text(),
        "The rank of Rutland among authorities in each indicator, twelve months to 31 March 2011, with England in the middle \
         and better to the right. 1 better than England: NI 62. 1 worse than England: NI 147. 1 not significantly different from England: \
         NI 66. It has the worst value of all in NI 147. 1 figure is hidden. Hidden figures \
         are not counted; they may be better or worse."
    );
}

#[test]
fn a_spine_is_scaled_by_the_further_end_and_better_is_to_the_right() {
    // Low is good, England 10.0, best 4.0, worst 22.0: 12 points are the whole way.
    let row = by_hand::spine_row(62, 60, 100, (40, 220), None);
    let at = |value| row.towards_better(Tenths(value)).unwrap();
    assert_eq!([at(220), at(100), at(40), at(60)], [-1.0, 0.0, 0.5, 1.0 / 3.0]);
    let level = by_hand::spine_row(62, 100, 100, (100, 100), None);
    assert_eq!(level.towards_better(Tenths(100)), None, "nobody differs from England");
}

#[test]
fn what_a_slope_shows_is_said() {
    assert_eq!(
        slope().alternative_text(),
        "Two dots for each indicator of Rutland, 2010 and 2011. Significantly better: NI 62, Three or more placements (from \
         14.0% to 8.0%). Significantly worse: NI 66, Reviews held on time (from 96.0% to 88.0%). 2 not statistically \
         significant. 1 without a value in both years. 1 figure is hidden. Hidden figures \
         are not counted; they may be better or worse."
    );
}

#[test]
fn what_a_heat_table_shows_is_said() {
    assert_eq!(
        heat_table(3).alternative_text(),
        "A table of 3 authorities by 10 indicators, twelve months to 31 March 2011. Of 28 values 10 are significantly better than England, \
         10 worse, and 8 not significantly different. 1 figure is hidden. Hidden figures \
         are not counted; they may be better or worse."
    );
    let table = heat_table(3).table();
    let cell_of = |name: &str, at: usize| table.rows.iter().find(|row| row[0] == name).unwrap()[at].as_str();
    assert_eq!(
        [cell_of("Authority 100", 3), cell_of("Bournemouth, Christchurch and Poole", 19)],
        ["[c] confidential", "[x] not available"]
    );
    assert_eq!(table.columns[..3], ["authority", "NI 58", "NI 58 is"]);
}

#[test]
fn authorities_are_in_order_of_what_is_shown() {
    let names: Vec<String> =
        caterpillars(12).in_order().iter().map(|of| format!("{} {}", of.value, of.place.name)).collect();
    let mut sorted = caterpillars(12).in_order().to_vec();
    sorted.reverse();
    let again = by_hand::all_of(sorted);
    let turned: Vec<String> = again.in_order().iter().map(|of| format!("{} {}", of.value, of.place.name)).collect();
    assert_eq!(names, turned, "equal values stand in order of name, however they came");
}

#[test]
fn one_alone_has_no_caterpillar_and_no_funnel() {
    assert!(Caterpillar::of(&caterpillars(1), "100").is_none());
    assert!(Caterpillar::of_all(&caterpillars(1)).is_none());
    assert!(Funnel::of(&funnels(1), "100").is_none());
    assert!(Caterpillar::of(&caterpillars(3), "999").is_none(), "its value is not shown");
}

#[test]
fn pixels_can_be_read_and_are_the_same_twice() {
    let chart = by_hand::spine();
    let file = png(&chart).unwrap();
    assert_eq!(file, png(&chart).unwrap());
    let mut decoder = png::Decoder::new(file.as_slice());
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((info.width, info.height), (2080, 2 * chart.height()));
    // 192 pixels an inch: what is planned as 12 points is 12 points on paper.
    assert_eq!(reader.info().pixel_dims.map(|dims| dims.xppu), Some(7559));
    assert!(pixels.contains(&0) && pixels[..3] == [255, 255, 255]);
}
