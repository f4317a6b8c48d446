//! What every drawing shares: the font, the colours, words on the paper, and words for those who cannot see it.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::register_font;
use std::sync::OnceLock;

/// The font's name, and what a viewer without it may use instead.
pub const FONT: &str = "DejaVu Sans, Verdana, sans-serif";

/// Dark blue of the Government Analysis Function's palette.
pub const VALUE: RGBColor = RGBColor(0x12, 0x43, 0x6D);
/// Its orange.
pub const TARGET: RGBColor = RGBColor(0xF4, 0x6A, 0x25);
/// Its dark pink.
pub const LOCAL_TARGET: RGBColor = RGBColor(0x80, 0x16, 0x50);
/// A grey for lines behind.
pub const GRID: RGBColor = RGBColor(0xD9, 0xD9, 0xD9);
/// A grey for words that may be passed over.
pub const QUIET: RGBColor = RGBColor(0x59, 0x59, 0x59);

/// Whether something could be drawn.
pub type Drawn<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

/// The paper, and how much larger than planned it is.
pub struct Paper<'area, B: DrawingBackend> {
    /// What is drawn on.
    pub area: &'area DrawingArea<B, Shift>,
    /// Pixels for each that is planned.
    pub scale: u32,
}

impl<B: DrawingBackend> Paper<'_, B> {
    /// Where something planned for a pixel stands.
    pub fn px(&self, planned: u32) -> i32 {
        (planned * self.scale) as i32
    }

    /// Words, whose left upper corner is given.
    pub fn text(&self, (x, y): (u32, u32), text: &str, size: u32, colour: RGBColor, weight: FontStyle) -> Drawn<B> {
        let style = TextStyle::from((FONT, size * self.scale, weight).into_font()).color(&colour);
        self.area.draw_text(text, &style, (self.px(x), self.px(y)))
    }
}

/// Registers the font once.
///
/// # Errors
/// Where the font in the program cannot be read.
pub fn use_own_font() -> Result<(), String> {
    static REGISTERED: OnceLock<Result<(), String>> = OnceLock::new();
    REGISTERED
        .get_or_init(|| {
            let register = |style, bytes| {
                register_font(FONT, style, bytes).map_err(|_| "the font in the program cannot be read".to_owned())
            };
            register(FontStyle::Normal, dejavu::sans::regular())?;
            register(FontStyle::Bold, dejavu::sans::bold())
        })
        .clone()
}

/// An SVG drawing with its title and a description in words.
pub fn described(drawing: &str, title: &str, words: &str) -> String {
    let described = format!(
        " role=\"img\" aria-labelledby=\"title desc\">\n<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>",
        escaped(title),
        escaped(words)
    );
    drawing.replacen('>', &described, 1)
}

/// Text as XML has it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
