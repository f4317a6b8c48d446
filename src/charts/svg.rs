//! A drawing as SVG: a file of its own, or a part of a page.
//!
//! Ours rather than the SVG backend of plotters, which places everything on whole pixels, has no title or description
//! for people who cannot see the drawing, and writes each line as an element with attributes of its own. A crowd is one
//! path here, and so are all marks of one look that nothing else lies between.

mod backend;
mod ground;
mod path;
mod shape;
mod words;

use super::chart::Part;
use super::typography::FONT;
pub(crate) use backend::Backend;
pub use ground::Ground;
#[cfg(test)]
pub(crate) use ground::PAGE_FONT;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use shape::Shape;
use words::escaped;

/// What is drawn, as shapes in the order in which they cover each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Its size in pixels.
    size: (u32, u32),
    /// Units to a pixel.
    scale: u32,
    /// What lies under it, and so many units lower than it was drawn.
    ground: Option<(Ground, u32)>,
    shapes: Vec<Shape>,
}

impl Drawing {
    /// Begins a drawing of this size in pixels, with this many units to a pixel.
    pub(crate) fn begun(size: (u32, u32), scale: u32) -> Drawing {
        Drawing { size, scale, ground: None, shapes: Vec::new() }
    }

    /// The same over a ground, which is so many pixels lower than it was drawn.
    pub(super) fn over(self, ground: &Ground, lower: u32) -> Drawing {
        Drawing { ground: Some((ground.clone(), lower * self.scale)), ..self }
    }

    /// As the ground of others.
    pub(super) fn into_ground(self) -> Ground {
        let units = self.units();
        Ground::of(self.shapes, units, self.scale)
    }

    /// The area that plotters draws on.
    pub(crate) fn area(&mut self) -> DrawingArea<Backend<'_>, Shift> {
        Backend::on(self.units(), &mut self.shapes).into_drawing_area()
    }

    /// Its size in units.
    fn units(&self) -> (u32, u32) {
        (self.size.0 * self.scale, self.size.1 * self.scale)
    }

    /// As a file, with its title and its description.
    pub(crate) fn in_file(&self, title: &str, words: &str) -> String {
        let ((width, height), (wide, high)) = (self.size, self.units());
        let mut file = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {wide} \
             {high}\" role=\"img\" aria-labelledby=\"title\" aria-describedby=\"desc\" font-family=\"{FONT}\">\n\
             <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n\
             <rect width=\"{wide}\" height=\"{high}\" fill=\"#FFFFFF\"/>\n",
            escaped(title),
            escaped(words)
        );
        self.put_ground(&mut file, Ground::put_in_file);
        self.shapes.iter().for_each(|shape| shape.put_in_file(&mut file));
        file.push_str("</svg>\n");
        file
    }

    /// As part of a page, which has its description in the element `{id}-words`. So much of its top is cut off, which the page
    /// says itself. Colours are classes of the page's style, and so is what most words share; letters are those of the page,
    /// which are no wider. Its ground is within it, or the file at an address.
    pub(crate) fn in_page(&self, title: &str, id: &str, cut: u32, ground_at: Option<&str>) -> String {
        let ((wide, high), cut) = (self.units(), cut * self.scale);
        let high = high.saturating_sub(cut);
        let mut part = format!(
            "<svg viewBox=\"0 {cut} {wide} {high}\" role=img aria-labelledby={id}-title aria-describedby={id}-words>\
             <title id={id}-title>{}</title>\n",
            escaped(title)
        );
        self.put_ground(&mut part, |ground, part| ground.put_in_page(part, ground_at));
        let seen = self.shapes.iter().filter(|shape| !shape.is_words_above(cut));
        seen.for_each(|shape| shape.put_in_page(&mut part, self.scale));
        part.push_str("</svg>");
        part
    }

    /// Writes its ground, as low as it lies.
    fn put_ground(&self, svg: &mut String, put: impl FnOnce(&Ground, &mut String)) {
        let Some((ground, lower)) = &self.ground else { return };
        svg.push_str(&format!("<g transform=\"translate(0 {lower})\">\n"));
        put(ground, svg);
        svg.push_str("</g>\n");
    }

    /// A drawing of one part alone, as part of a page.
    fn put_part(&self, part: &Part, page: &mut String) {
        let Part { corner: (left, top), size: (wide, high), is_key } = part;
        let [left, top, wide_units, high_units] = [left, top, wide, high].map(|pixels| pixels * self.scale);
        // An entry of the key is as large as it was drawn; a panel is as wide as its column.
        let size = if *is_key { format!(" width={wide} height={high}") } else { String::new() };
        page.push_str(&format!("<svg viewBox=\"{left} {top} {wide_units} {high_units}\"{size} aria-hidden=true>\n"));
        self.shapes.iter().for_each(|shape| shape.put_in_page(page, self.scale));
        page.push_str("</svg>\n");
    }
}

/// The parts of a chart in a page, one by one: panels, then entries of the key. It has its description as a whole drawing has.
pub(crate) fn in_parts(title: &str, id: &str, parts: &[(Part, Drawing)]) -> String {
    let mut page =
        format!("<div class=in-parts role=img aria-label=\"{}\" aria-describedby={id}-words>", escaped(title));
    for (class, is_key) in [("panels", false), ("keys", true)] {
        page.push_str(&format!("<div class={class}>\n"));
        let of_class = parts.iter().filter(|(part, _)| part.is_key == is_key);
        of_class.for_each(|(part, drawing)| drawing.put_part(part, &mut page));
        page.push_str("</div>");
    }
    page.push_str("</div>\n");
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::paper::{Anchor, Paper};
    use crate::charts::typography::Lettering;
    use plotters::prelude::*;

    fn drawn(draw: impl Fn(&DrawingArea<Backend<'_>, Shift>)) -> Drawing {
        let mut drawing = Drawing::begun((100, 100), 1);
        draw(&drawing.area());
        drawing
    }

    /// The elements of a drawing after its ground.
    fn elements(drawing: &Drawing) -> Vec<String> {
        let file = drawing.in_file("", "");
        file.lines().skip(4).take_while(|line| *line != "</svg>").map(str::to_owned).collect()
    }

    #[test]
    fn a_drawing_is_well_formed_whatever_a_name_holds() {
        let name = "A\u{1}<b>\u{b}&\u{1f}\"'\u{fffe}\u{ffff}]]>é\u{0}\u{1b}[2J";
        let drawing = Drawing::begun((10, 5), 1).in_file(name, name);
        let mut reader = quick_xml::Reader::from_str(&drawing);
        loop {
            match reader.read_event().unwrap() {
                quick_xml::events::Event::Eof => break,
                event => drop(event),
            }
        }
        let allowed = |character: char| matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
        assert!(drawing.chars().all(allowed), "{drawing:?}");
        assert!(drawing.contains("A\u{fffd}&lt;b&gt;\u{fffd}&amp;"), "{drawing}");
    }

    #[test]
    fn a_crowd_is_one_path() {
        let drawing = drawn(|area| {
            for at in [1, 2, 3] {
                area.draw(&Circle::new((at, at), 2, BLACK.filled())).unwrap();
            }
            area.draw(&PathElement::new(vec![(1, 1), (1, 5), (4, 5), (6, 7), (9, 9)], BLACK)).unwrap();
        });
        assert_eq!(
            elements(&drawing),
            [
                "<path d=\"M1 1h0m1 1h0m1 1h0\" fill=\"none\" stroke=\"#000000\" stroke-width=\"4\" stroke-linecap=\"round\"/>",
                "<path d=\"M1 1v4h3l2 2 3 2\" fill=\"none\" stroke=\"#000000\" stroke-width=\"1\"/>",
            ]
        );
        let alone = drawn(|area| area.draw(&Circle::new((1, 1), 2, BLACK.filled())).unwrap());
        assert!(elements(&alone)[0].starts_with("<path d=\"M1 1h1\""), "a dot by itself has a size");
        let part = drawing.in_page("Crowd", "chart-crowd", 0, None);
        assert!(part.contains("<path class=discs stroke-width=4 d=\"M1 1zm1 1zm1 1z\"/>"), "{part}");
    }

    #[test]
    fn marks_of_one_look_are_one_path_unless_something_lies_between() {
        let line = |y| PathElement::new(vec![(0, y), (50, y)], BLACK);
        let apart = drawn(|area| {
            area.draw(&line(10)).unwrap();
            area.draw(&Circle::new((30, 10), 3, RED.filled())).unwrap();
            area.draw(&line(30)).unwrap();
        });
        assert_eq!(elements(&apart).len(), 2);
        assert!(elements(&apart)[0].contains("M0 10h50m-50 20h50"));
        let across = drawn(|area| {
            area.draw(&line(10)).unwrap();
            area.draw(&Circle::new((30, 12), 3, RED.filled())).unwrap();
            area.draw(&line(12)).unwrap();
        });
        assert_eq!(elements(&across).len(), 3, "the second line crosses the disc, over it");
    }

    #[test]
    fn shapes_of_one_colour_cover_each_other() {
        // Going round the other way, a corner of one would cut a hole into the other.
        let drawing = drawn(|area| {
            area.draw(&Rectangle::new([(0, 0), (10, 10)], BLACK.filled())).unwrap();
            area.draw(&Polygon::new(vec![(5, 5), (5, 9), (9, 5)], BLACK.filled())).unwrap();
        });
        assert_eq!(elements(&drawing), ["<path d=\"M0 0h10v10h-10zm9 5l-4 4v-4z\" fill=\"#000000\"/>"]);
    }

    #[test]
    fn a_ground_lies_under_every_drawing_over_it_and_as_low_as_that() {
        let dot = |drawing: &mut Drawing, at, colour: RGBColor| {
            drawing.area().draw(&Circle::new((at, at), 2, colour.filled())).unwrap();
        };
        let mut below = Drawing::begun((100, 100), 10);
        dot(&mut below, 10, BLACK);
        let ground = below.into_ground();
        for lower in [0, 21] {
            let mut drawing = Drawing::begun((100, 100), 10).over(&ground, lower);
            dot(&mut drawing, 50, WHITE);
            let moved = format!("<g transform=\"translate(0 {})\">", lower * 10);
            let [file, page] = [drawing.in_file("", ""), drawing.in_page("", "chart", 0, None)];
            for (drawn, under) in [(&file, "M10 10h1"), (&page, "M10 10z")] {
                let at = [&moved, under, "</g>", "M50 50"]
                    .map(|there| drawn.find(there).unwrap_or_else(|| panic!("{there}: {drawn}")));
                assert!(at.is_sorted(), "{drawn}");
            }
        }
    }

    #[test]
    fn in_parts_each_panel_is_as_wide_as_its_column_and_the_key_as_it_was_drawn() {
        let part = |corner, is_key| (Part { corner, size: (40, 20), is_key }, Drawing::begun((100, 50), 10));
        let page =
            in_parts("A & B", "chart-series", &[part((0, 12), false), part((50, 12), false), part((5, 30), true)]);
        assert_eq!(
            page,
            "<div class=in-parts role=img aria-label=\"A &amp; B\" aria-describedby=chart-series-words><div class=panels>\n\
             <svg viewBox=\"0 120 400 200\" aria-hidden=true>\n</svg>\n\
             <svg viewBox=\"500 120 400 200\" aria-hidden=true>\n</svg>\n\
             </div><div class=keys>\n\
             <svg viewBox=\"50 300 400 200\" width=40 height=20 aria-hidden=true>\n</svg>\n\
             </div></div>\n"
        );
    }

    #[test]
    fn in_a_page_a_drawing_has_ids_of_its_own_and_no_heading() {
        let mut drawing = Drawing::begun((10, 50), 10);
        for y in [5.0, 40.0] {
            let area = drawing.area();
            let words = if y < 12.0 { "Heading" } else { "Below" };
            Paper::new(&area, 10).words((1.0, y), words, Lettering::PLAIN, Anchor::Start).unwrap();
        }
        let part = drawing.in_page("A & B", "chart-spine", 12, None);
        for there in [
            "aria-labelledby=chart-spine-title aria-describedby=chart-spine-words",
            "<title id=chart-spine-title>A &amp; B</title>",
            " viewBox=\"0 120 100 380\"",
            "<text x=10 y=400>Below</text>",
        ] {
            assert!(part.contains(there), "{there}: {part}");
        }
        assert!(drawing.in_file("", "").contains("Heading") && !part.contains("Heading"), "{part}");
    }
}
