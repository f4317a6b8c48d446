//! What lies under several drawings, drawn once: within each page, or in a file beside them.

use super::shape::Shape;
use super::words::put;
use crate::charts::palette::{DARK, NAMED, hexadecimal};
use std::sync::Arc;

/// The letters of pages, which a drawing in a page has too.
pub(crate) const PAGE_FONT: &str = "Arial, Helvetica, sans-serif";

/// What lies under several drawings, drawn once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground(Arc<Layer>);

/// The shapes of a ground, how they are written into a page, and their size in units.
#[derive(Debug, PartialEq, Eq)]
struct Layer {
    shapes: Vec<Shape>,
    in_page: String,
    units: (u32, u32),
}

impl Ground {
    /// Of shapes on so many units, with this many of them to a pixel.
    pub(super) fn of(shapes: Vec<Shape>, units: (u32, u32), scale: u32) -> Ground {
        let mut in_page = String::new();
        shapes.iter().for_each(|shape| shape.put_in_page(&mut in_page, scale));
        Ground(Arc::new(Layer { shapes, in_page, units }))
    }

    /// Writes it into a page; or the address of the file it is in, as an element of its size.
    pub(super) fn put_in_page(&self, page: &mut String, at: Option<&str>) {
        let (wide, high) = self.0.units;
        match at {
            None => page.push_str(&self.0.in_page),
            // A slash right after a number would become part of it.
            Some(address) => put(page, format_args!("<image href=\"{address}\" width={wide} height={high} />\n")),
        }
    }

    /// Writes it into a file that has more.
    pub(super) fn put_in_file(&self, file: &mut String) {
        self.0.shapes.iter().for_each(|shape| shape.put_in_file(file));
    }

    /// As a file of its own, which pages lay under their drawings. It has nothing behind it, and the colours of a dark screen
    /// where that is what shows it, for the style of a page does not reach into it.
    pub(crate) fn in_file(&self) -> String {
        let (wide, high) = self.0.units;
        let mut shapes = String::new();
        self.put_in_file(&mut shapes);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" font-family=\"{PAGE_FONT}\">\n\
             <style>@media screen and (prefers-color-scheme: dark) {{ {} }}</style>\n{shapes}</svg>\n",
            in_the_dark(&shapes)
        )
    }
}

/// The colours that take the place of those of these shapes on a dark screen, as style.
fn in_the_dark(shapes: &str) -> String {
    let mut style = String::new();
    for ((_, by_day), (_, dark)) in NAMED.iter().zip(&DARK) {
        for attribute in ["fill", "stroke"] {
            let by_day = format!("{attribute}=\"{}\"", hexadecimal(*by_day));
            if shapes.contains(&by_day) {
                style.push_str(&format!("[{by_day}]{{{attribute}:{}}}", hexadecimal(*dark)));
            }
        }
    }
    style
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::palette::{BLACK, QUIET};
    use crate::charts::svg::backend::Backend;
    use plotters::prelude::{Circle, Color, IntoDrawingArea, PathElement};

    fn ground() -> Ground {
        let mut shapes = Vec::new();
        let area = Backend::on((1000, 500), &mut shapes).into_drawing_area();
        area.draw(&Circle::new((10, 10), 2, BLACK.filled())).unwrap();
        area.draw(&PathElement::new(vec![(0, 5), (9, 5)], QUIET)).unwrap();
        drop(area);
        Ground::of(shapes, (1000, 500), 10)
    }

    #[test]
    fn in_a_page_it_is_drawn_or_the_file_at_its_address() {
        let put = |at| {
            let mut page = String::new();
            ground().put_in_page(&mut page, at);
            page
        };
        assert!(put(None).starts_with("<path class=discs stroke-width=4 d=\"M10 10z\"/>"), "{}", put(None));
        let there = put(Some("../shared/funnel-62.svg"));
        assert_eq!(there, "<image href=\"../shared/funnel-62.svg\" width=1000 height=500 />\n");
    }

    #[test]
    fn in_a_file_it_is_well_formed_and_has_the_colours_of_a_dark_screen() {
        let file = ground().in_file();
        let mut reader = quick_xml::Reader::from_str(&file);
        while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
        assert!(file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 500\""), "{file}");
        let dark = "{ [stroke=\"#595959\"]{stroke:#B4BBC1}[stroke=\"#000000\"]{stroke:#F2F4F5} }";
        assert!(file.contains(dark), "what is drawn alone: {file}");
        assert!(!file.contains("<rect"), "the page shows through: {file}");
    }
}
