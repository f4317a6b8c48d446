//! What plotters draws, as SVG.
//!
//! Ours rather than the SVG backend of plotters, which places everything on whole pixels, has no title or description
//! for people who cannot see the drawing, and writes each line as an element with attributes of its own.

use super::palette;
use super::typography::{FONT, HEIGHT};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind};
use std::convert::Infallible;
use std::fmt::Write;

/// The attribute that names a drawing, and the tags around its title and description.
const NAMED_BY: &str = "aria-labelledby=\"title\" aria-describedby=\"desc\"";
const TITLE: &str = "<title id=\"title\">";
const WORDS: &str = "<desc id=\"desc\">";
const END_OF_WORDS: &str = "</desc>";

/// A drawing in progress.
pub(crate) struct Svg {
    size: (u32, u32),
    drawing: String,
}

impl Svg {
    /// Begins a drawing of this size in pixels, with this many units to a pixel.
    pub(crate) fn begun((width, height): (u32, u32), scale: u32, title: &str, words: &str) -> Svg {
        let (wide, high) = (width * scale, height * scale);
        let drawing = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {wide} \
             {high}\" role=\"img\" {NAMED_BY} font-family=\"{FONT}\">\n{TITLE}{}</title>\n{WORDS}{}{END_OF_WORDS}\n\
             <rect width=\"{wide}\" height=\"{high}\" fill=\"#FFFFFF\"/>\n",
            escaped(title),
            escaped(words)
        );
        Svg { size: (wide, high), drawing }
    }

    /// The area that plotters draws on.
    pub(crate) fn area(&mut self) -> DrawingArea<Backend<'_>, Shift> {
        Backend { size: self.size, drawing: &mut self.drawing, strokes: None }.into_drawing_area()
    }

    /// The finished drawing.
    pub(crate) fn ended(mut self) -> String {
        self.drawing.push_str("</svg>\n");
        self.drawing
    }
}

/// A drawing as part of a page: its ids begin with this name, so much of its top is cut off, which the page says itself, and
/// what most of its parts share is left to the page's style.
pub(crate) fn in_page(drawing: &str, name: &str, cut: u32) -> String {
    let is_cut = |line: &str| -> Option<bool> {
        let (_, y) = line.strip_prefix("<text ")?.split_once(" y=\"")?;
        Some(y.split_once('"')?.0.parse::<u32>().ok()? < cut)
    };
    let kept = drawing.split_inclusive('\n').filter(|line| is_cut(line) != Some(true));
    let drawing: String = kept.collect();
    let drawing = without_top(&drawing, cut).unwrap_or(drawing);
    let with_ids = [
        (NAMED_BY, format!("aria-labelledby=\"{name}-title\" aria-describedby=\"{name}-desc\"")),
        (TITLE, format!("<title id=\"{name}-title\">")),
        (WORDS, format!("<desc id=\"{name}-desc\">")),
        // Letters are those of the page, which are no wider.
        (&format!(" font-family=\"{FONT}\""), String::new()),
    ];
    let drawing = with_ids.into_iter().fold(drawing, |drawing, (from, to)| drawing.replacen(from, &to, 1));
    [" fill=\"none\"", " font-size=\"160\""].iter().fold(drawing, |drawing, shared| drawing.replace(shared, ""))
}

/// Without its size and so much of its top; none of what is no drawing.
fn without_top(drawing: &str, cut: u32) -> Option<String> {
    let (head, after) = drawing.split_once(" height=\"")?;
    let (view, shapes) = after.split_once(" viewBox=\"")?.1.split_once('"')?;
    let [wide, high] = <[&str; 2]>::try_from(view.split(' ').skip(2).collect::<Vec<_>>()).ok()?;
    let high = high.parse::<u32>().ok()?.saturating_sub(cut);
    Some(format!("{head} viewBox=\"0 {cut} {wide} {high}\"{shapes}"))
}

/// The backend that plotters draws with.
pub(crate) struct Backend<'drawing> {
    size: (u32, u32),
    drawing: &'drawing mut String,
    /// Consecutive lines of one colour and width become one path, and so do discs of one colour and size.
    strokes: Option<Strokes>,
}

struct Strokes {
    colour: BackendColor,
    width: u32,
    /// Whether they are discs: lines of no length with round ends.
    are_discs: bool,
    path: String,
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl Backend<'_> {
    fn stroke(&mut self, points: impl IntoIterator<Item = BackendCoord>, style: &impl BackendStyle) {
        let strokes = self.strokes_of(style.color(), style.stroke_width(), false);
        let mut before = None;
        for (x, y) in points {
            let path = &mut strokes.path;
            match before {
                None => put(path, format_args!("M{x} {y}")),
                Some((at, _)) if at == x => put(path, format_args!("V{y}")),
                Some((_, at)) if at == y => put(path, format_args!("H{x}")),
                Some(_) => put(path, format_args!("L{x} {y}")),
            }
            before = Some((x, y));
        }
    }

    /// The strokes of this colour and width that are being gathered.
    fn strokes_of(&mut self, colour: BackendColor, width: u32, are_discs: bool) -> &mut Strokes {
        let same = |strokes: &Strokes| {
            strokes.colour.rgb == colour.rgb && strokes.width == width && strokes.are_discs == are_discs
        };
        if !self.strokes.as_ref().is_some_and(same) {
            self.put_strokes();
        }
        self.strokes.get_or_insert_with(|| Strokes { colour, width, are_discs, path: String::new() })
    }

    fn put_strokes(&mut self) {
        if let Some(Strokes { colour, width, are_discs, path }) = self.strokes.take() {
            let colour = hexadecimal(colour);
            let ends = if are_discs { " stroke-linecap=\"round\"" } else { "" };
            self.put(format_args!(
                "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"{ends}/>\n"
            ));
        }
    }

    fn put(&mut self, what: std::fmt::Arguments<'_>) {
        self.put_strokes();
        put(self.drawing, what);
    }
}

/// Writing into memory does not fail.
fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = text.write_fmt(what);
}

impl Drop for Backend<'_> {
    fn drop(&mut self) {
        self.put_strokes();
    }
}

impl DrawingBackend for Backend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Done {
        let colour = hexadecimal(colour);
        self.put(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"1\" height=\"1\" fill=\"{colour}\"/>\n"));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.stroke([from, to], style);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        self.stroke(path, style);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let (x, width) = (left.min(right), left.abs_diff(right));
        let (y, height) = (top.min(bottom), top.abs_diff(bottom));
        let paint = paint(style, fill);
        self.put(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {paint}/>\n"));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Done {
        if fill {
            put(&mut self.strokes_of(style.color(), 2 * radius, true).path, format_args!("M{x} {y}h0"));
            return Ok(());
        }
        let paint = paint(style, fill);
        self.put(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {paint}/>\n"));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Done {
        let corners: Vec<String> = corners.into_iter().map(|(x, y)| format!("{x} {y}")).collect();
        let paint = paint(style, true);
        self.put(format_args!("<polygon points=\"{}\" {paint}/>\n", corners.join(" ")));
        Ok(())
    }

    /// As in the bitmap backend, the baseline is half the font size below the point given.
    fn draw_text<S: BackendTextStyle>(&mut self, words: &str, style: &S, (x, y): BackendCoord) -> Done {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let weight = match style.style() {
            FontStyle::Bold => " font-weight=\"bold\"",
            _ => "",
        };
        let baseline = y + (style.size() / 2.0) as i32;
        let size = (style.size() / HEIGHT).round();
        let (colour, words) = (hexadecimal(style.color()), escaped(words));
        self.put(format_args!(
            "<text x=\"{x}\" y=\"{baseline}\" font-size=\"{size}\"{weight}{anchor} fill=\"{colour}\">{words}</text>\n"
        ));
        Ok(())
    }
}

fn paint(style: &impl BackendStyle, fill: bool) -> String {
    let colour = hexadecimal(style.color());
    if fill {
        format!("fill=\"{colour}\"")
    } else {
        format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\"", style.stroke_width())
    }
}

fn hexadecimal(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    palette::hexadecimal(RGBColor(red, green, blue))
}

/// Text escaped for XML, without the characters that no XML may hold.
fn escaped(text: &str) -> String {
    let allowed = |character: char| match character {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        _ => character >= ' ',
    };
    let text = text.replace(|character| !allowed(character), "\u{fffd}");
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::paper::{Anchor, Paper};
    use crate::charts::typography::Lettering;

    #[test]
    fn a_drawing_is_well_formed_whatever_a_name_holds() {
        let name = "A\u{1}<b>\u{b}&\u{1f}\"'\u{fffe}\u{ffff}]]>é\u{0}\u{1b}[2J";
        let drawing = Svg::begun((10, 5), 1, name, name).ended();
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
        let mut drawing = Svg::begun((10, 10), 1, "", "");
        {
            let area = drawing.area();
            for at in [1, 2, 3] {
                area.draw(&Circle::new((at, at), 2, BLACK.filled())).unwrap();
            }
            area.draw(&PathElement::new(vec![(1, 1), (1, 5), (4, 5), (6, 7)], BLACK)).unwrap();
        }
        let drawn = drawing.ended();
        let paths: Vec<&str> = drawn.lines().filter(|line| line.starts_with("<path")).collect();
        assert_eq!(
            paths,
            [
                "<path d=\"M1 1h0M2 2h0M3 3h0\" fill=\"none\" stroke=\"#000000\" stroke-width=\"4\" stroke-linecap=\"round\"/>",
                "<path d=\"M1 1V5H4L6 7\" fill=\"none\" stroke=\"#000000\" stroke-width=\"1\"/>",
            ]
        );
    }

    #[test]
    fn in_a_page_a_drawing_has_ids_of_its_own_and_no_heading() {
        let mut drawing = Svg::begun((10, 50), 10, "A & B", "Every place.");
        for y in [5.0, 40.0] {
            let area = drawing.area();
            let words = if y < 12.0 { "Heading" } else { "Below" };
            Paper::new(&area, 10).words((1.0, y), words, Lettering::PLAIN, Anchor::Start).unwrap();
        }
        let drawing = drawing.ended();
        let inside = in_page(&drawing, "spine", 120);
        for there in [
            "aria-labelledby=\"spine-title\" aria-describedby=\"spine-desc\"",
            "<title id=\"spine-title\">A &amp; B</title>",
            "<desc id=\"spine-desc\">Every place.</desc>",
            " viewBox=\"0 120 100 380\"",
        ] {
            assert!(inside.contains(there), "{there}: {inside}");
        }
        assert!(!inside.contains(" height=\"50\""), "the page gives it its size");
        assert!(drawing.contains("Heading") && !inside.contains("Heading") && inside.contains(">Below<"), "{inside}");
        assert!(!inside.contains("font-size"), "the page's style has what all share");
        assert_eq!(in_page("<svg/>", "spine", 1), "<svg/>", "what is no drawing is left as it is");
    }
}
