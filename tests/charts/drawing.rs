//! What every drawing must keep to: words of 12 points that lie on the paper and on no other, the same bytes twice, no
//! number that is not in its table.

use super::by_hand::{bars, caterpillars, funnels, heat_table, slope, spine, trend};
use proptest::prelude::*;
use std::collections::BTreeSet;
use stocktake::charts::caterpillar::Caterpillar;
use stocktake::charts::chart::Chart;
use stocktake::charts::funnel::Funnel;
use stocktake::charts::svg;
use stocktake::charts::typography::Lettering;

/// Words in a drawing, in pixels.
#[derive(Debug)]
pub struct Drawn {
    pub words: String,
    size: f64,
    from: (f64, f64),
    to: (f64, f64),
}

/// An attribute of a tag, or nothing.
fn attribute<'tag>(tag: &'tag str, name: &str) -> &'tag str {
    let Some((_, after)) = tag.split_once(&format!(" {name}=\"")) else { return "" };
    after.split('"').next().unwrap()
}

/// Every piece of words in a drawing.
pub fn words(drawing: &str) -> Vec<Drawn> {
    let wide: f64 = attribute(drawing, "viewBox").split(' ').nth(2).unwrap().parse().unwrap();
    let scale = wide / attribute(drawing, "width").parse::<f64>().unwrap();
    let number = |tag: &str, name: &str| attribute(tag, name).parse::<f64>().unwrap() / scale;
    drawing
        .split("<text")
        .skip(1)
        .map(|piece| {
            let (tag, after) = piece.split_once('>').unwrap();
            let words =
                after.split("</text>").next().unwrap().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            let (x, y, size) = (number(tag, "x"), number(tag, "y"), number(tag, "font-size"));
            let bold = attribute(tag, "font-weight") == "bold";
            let wide = Lettering { points: size * 0.75, bold, ..Lettering::PLAIN }.width(&words);
            let left = match attribute(tag, "text-anchor") {
                "end" => x - wide,
                "middle" => x - wide / 2.0,
                _ => x,
            };
            Drawn { words, size, from: (left, y - 0.73 * size), to: (left + wide, y) }
        })
        .collect()
}

/// Words of 12 points that lie on the paper and not on each other.
pub fn is_well_set(chart: &impl Chart) {
    let drawing = svg(chart).unwrap();
    let words = words(&drawing);
    assert!(!words.is_empty());
    for (at, one) in words.iter().enumerate() {
        assert!(one.size >= 16.0, "{one:?} is smaller than 12 points");
        let size = |name: &str| attribute(&drawing, name).parse::<f64>().unwrap();
        let (right, bottom) = (size("width") - 4.0, size("height") - 4.0);
        let inside = one.from.0 >= 4.0 && one.from.1 >= 4.0 && one.to.0 <= right && one.to.1 <= bottom;
        assert!(inside, "{}: {one:?} is off the paper", chart.title());
        for other in &words[..at] {
            let apart = one.from.0 >= other.to.0
                || one.to.0 <= other.from.0
                || one.from.1 >= other.to.1
                || one.to.1 <= other.from.1;
            assert!(apart || one.words.is_empty(), "{}: {one:?} lies on {other:?}", chart.title());
        }
    }
}

/// The numbers in words.
fn numbers(words: &str) -> BTreeSet<String> {
    let numeric = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',';
    let pieces = words.split(|letter| !numeric(letter));
    pieces.map(|piece| piece.trim_matches(['.', ',']).to_owned()).filter(|piece| !piece.is_empty()).collect()
}

/// Every number with a decimal is in the table, and every other in the table, the words, or round as those of an axis.
pub fn tells_no_more_than_its_table(chart: &impl Chart) {
    let drawing = svg(chart).unwrap();
    assert!(drawing.contains("<title id=\"title\">") && drawing.contains("<desc id=\"desc\">"));
    let table = chart.table();
    let cells = [table.columns.join(" "), table.rows.concat().join(" ")];
    let known = numbers(&format!("{} {} 95 99.8", cells.join(" "), chart.title()));
    let said = chart.alternative_text();
    for drawn in words(&drawing) {
        for number in numbers(&drawn.words).difference(&known) {
            let is_axis = drawn.words.trim_end_matches('%') == number && !number.contains('.');
            let is_said = !number.contains('.') && numbers(&said).contains(number);
            // The title of an indicator has numbers of its own.
            let is_title = drawn.words.starts_with("NI ");
            assert!(
                is_axis || is_said || is_title || drawn.words.contains("authorit"),
                "{number} in '{}' is nowhere else",
                drawn.words
            );
        }
    }
    let said_alone: Vec<String> =
        numbers(&said).difference(&known).filter(|number| number.contains('.')).cloned().collect();
    assert!(said_alone.is_empty(), "{said_alone:?} are said and not in the table");
}

#[test]
fn words_can_be_read_and_nothing_is_drawn_that_is_not_in_the_table() {
    fn each(chart: &impl Chart) {
        is_well_set(chart);
        tells_no_more_than_its_table(chart);
        assert_eq!(svg(chart).unwrap(), svg(chart).unwrap());
    }
    for number in [2, 3, 6, 8, 40, 152] {
        let (caterpillars, funnels) = (caterpillars(number), funnels(number));
        for code in [100, 101, 99 + number].map(|code| code.to_string()) {
            each(&Caterpillar::of(&caterpillars, &code).unwrap());
            each(&Funnel::of(&funnels, &code).unwrap());
        }
        each(&Caterpillar::of_all(&caterpillars).unwrap());
        each(&heat_table(number));
    }
    each(&bars());
    each(&trend());
    each(&spine());
    each(&slope());
}

#[test]
fn the_longest_names_find_room() {
    let mut all = caterpillars(7);
    let mut shown = all.in_order().to_vec();
    for of in &mut shown {
        of.place.name = "Kingston upon Hull, City of".to_owned();
    }
    all = super::by_hand::all_of(shown);
    is_well_set(&Caterpillar::of(&all, "100").unwrap());
    let mut funnels = funnels(6);
    for point in &mut funnels.points {
        point.place.name = "Bournemouth, Christchurch and Poole".to_owned();
    }
    is_well_set(&Funnel::of(&funnels, "105").unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_values_find_room(
        values in prop::collection::vec((0i64..=1000, 0i64..=1000, 0u8..4), 9),
        years in prop::collection::vec((0i64..=1000, any::<bool>(), any::<bool>()), 5),
    ) {
        use stocktake::wording::value::Value;
        use stocktake::rounding::Tenths;
        use super::by_hand;
        use stocktake::benchmark::significance::Significance;
        let numbers = [61, 62, 63, 66, 99, 100, 101, 147, 148];
        let rows = numbers.iter().zip(&values).map(|(number, (before, now, significance))| {
            let significance = [Significance::Better, Significance::Worse, Significance::NotSignificant, Significance::NotTested][usize::from(*significance)];
            by_hand::slope_row(*number, Value::Shown(Tenths(*before)), *now, Some(significance))
        });
        let slope = stocktake::charts::slope::Slope::new(by_hand::place("857", "Rutland"), rows.collect());
        is_well_set(&slope);
        tells_no_more_than_its_table(&slope);
        let years = years.iter().enumerate().map(|(at, (value, is_shown, is_published))| stocktake::charts::trend::Year {
            year: 2007 + at as i32,
            value: if *is_shown { Value::Shown(Tenths(*value)) } else { Value::NotAvailable },
            limits: is_shown.then(|| by_hand::limits((value - 100).max(0), (value + 100).min(1000))),
            doubt: None,
            footing: if *is_published { stocktake::benchmark::footing::Footing::Published } else { stocktake::benchmark::footing::Footing::Apart },
            remark: if *is_published { String::new() } else { "needs earlier returns we do not have".to_owned() },
            england: None,
        });
        let trend = stocktake::charts::trend::Trend::new(
            by_hand::place("857", "Rutland"), by_hand::indicator(99), years.collect(), None, None);
        if trend.has_two_years() {
            is_well_set(&trend);
            tells_no_more_than_its_table(&trend);
        }
    }
}
