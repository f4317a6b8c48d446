//! Typography: one font, embedded in the program, at no less than 12 points on paper; the width of text, and wrapping.

use super::palette::{BLACK, QUIET};
use crate::wording::names::unbroken_at_spaces;
use foldhash::{HashMap, HashMapExt};
use plotters::prelude::*;
use plotters::style::register_font;
use std::cell::RefCell;
use std::sync::OnceLock;

/// The font's name, and its fallbacks.
pub(crate) const FONT: &str = "DejaVu Sans, Verdana, sans-serif";
/// The height of the font from descender to ascender over its nominal size: plotters takes the former for its size.
pub(crate) const HEIGHT: f64 = 2384.0 / 2048.0;
/// The line height, in pixels.
pub(crate) const LINE: f64 = 21.0;
/// How much narrower a line can be than its words measured one by one, in pixels, because of kerning.
const DRAWN_TOGETHER: f64 = 16.0;

/// How many widths of one lettering a thread keeps.
const MOST_KEPT: usize = 4096;

/// Widths by the size and weight of letters.
type Measured = HashMap<(u64, bool), HashMap<String, f64>>;

thread_local! {
    static MEASURED: RefCell<Measured> = RefCell::new(HashMap::new());
}

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lettering {
    /// The size in points on paper.
    pub points: f64,
    /// The colour.
    pub colour: RGBColor,
    /// Whether it is bold.
    pub bold: bool,
}

impl Lettering {
    /// Plain text.
    pub const PLAIN: Lettering = Lettering { points: 12.0, colour: BLACK, bold: false };
    /// Text that stands out.
    pub(crate) const BOLD: Lettering = Lettering { bold: true, ..Lettering::PLAIN };
    /// Text that matters less.
    pub(crate) const QUIET: Lettering = Lettering { colour: QUIET, ..Lettering::PLAIN };
    /// The chart's title.
    pub(crate) const TITLE: Lettering = Lettering { points: 16.5, ..Lettering::BOLD };

    /// The same in another colour.
    pub(crate) fn in_colour(self, colour: RGBColor) -> Lettering {
        Lettering { colour, ..self }
    }

    /// The size in pixels, at 96 to the inch.
    pub(crate) fn pixels(self) -> f64 {
        self.points * 96.0 / 72.0
    }

    /// The style for plotters, scaled up.
    pub(crate) fn style(self, scale: u32) -> TextStyle<'static> {
        let font = (FONT, self.size(scale), self.weight()).into_font();
        TextStyle { color: self.colour.to_backend_color(), ..TextStyle::from(font) }
    }

    /// The size for plotters, scaled up.
    pub(super) fn size(self, scale: u32) -> f64 {
        self.pixels() * HEIGHT * f64::from(scale)
    }

    /// The weight for plotters.
    pub(super) fn weight(self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    /// The width of some text, in pixels before scaling. Charts of one kind say much alike, so what was measured is kept.
    pub fn width(self, words: &str) -> f64 {
        let size = (self.points.to_bits(), self.bold);
        MEASURED.with_borrow_mut(|measured| {
            let of_size = measured.entry(size).or_default();
            if let Some(width) = of_size.get(words) {
                return *width;
            }
            if of_size.len() >= MOST_KEPT {
                of_size.clear();
            }
            let width = self.measured(words);
            of_size.insert(words.to_owned(), width);
            width
        })
    }

    fn measured(self, words: &str) -> f64 {
        // Measured large, because plotters gives whole pixels.
        const LARGE: u32 = 16;
        // Where that fails, no chart is drawn.
        let _ = use_own_font();
        let measured = self.style(LARGE).font.layout_box(words);
        // A character is about two thirds as wide as high; the embedded font always answers.
        measured.map_or(words.chars().count() as f64 * self.pixels() / 1.5, |((left, _), (right, _))| {
            f64::from(right - left) / f64::from(LARGE)
        })
    }

    /// Wraps text at spaces into lines of this width; a longer word gets its own line.
    pub(crate) fn lines(self, words: &str, width: f64) -> Vec<String> {
        self.lines_after(0.0, words, width)
    }

    /// The same, where this much of the first line is taken.
    pub(crate) fn lines_after(self, taken: f64, words: &str, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        // The width of the last line, summed over its words.
        let mut about = 0.0;
        let space = self.width(" ");
        for word in unbroken_at_spaces(words).split(' ') {
            let room = if lines.len() > 1 { width } else { width - taken };
            let of_word = self.width(word);
            let with_word = about + space + of_word;
            match lines.last_mut() {
                Some(line) if self.fits(line, word, with_word, room) => {
                    line.push(' ');
                    line.push_str(word);
                    about = with_word;
                    continue;
                }
                None if taken > 0.0 && of_word > room => lines.extend([String::new(), word.to_owned()]),
                _ => lines.push(word.to_owned()),
            }
            about = of_word;
        }
        lines.into_iter().map(|line| line.replace(HELD, " ")).collect()
    }

    /// Whether a line has room for another word. The whole line is measured only where the sum of its words leaves that
    /// in doubt: otherwise long lists would be measured from their first word again and again.
    fn fits(self, line: &str, word: &str, about: f64, room: f64) -> bool {
        if (about - room).abs() > DRAWN_TOGETHER { about < room } else { self.width(&format!("{line} {word}")) <= room }
    }
}

/// A space at which lines do not break.
const HELD: char = '\u{a0}';

/// Text that stays on one line.
pub(crate) fn held_together(words: &str) -> String {
    words.replace(' ', "\u{a0}")
}

/// Registers the embedded font, once.
///
/// # Errors
/// Where the embedded font cannot be read.
pub(crate) fn use_own_font() -> Result<(), String> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert_eq, proptest};

    #[test]
    fn words_are_as_wide_as_the_font_has_them() {
        use_own_font().unwrap();
        // An m is 1995 of 2048 parts of 16 pixels wide.
        assert!((Lettering::PLAIN.width("mm") - 2.0 * 16.0 * 1995.0 / 2048.0).abs() < 0.1);
        assert!(Lettering::BOLD.width("words") > Lettering::PLAIN.width("words"));
    }

    #[test]
    fn lines_hold_every_word_and_fit() {
        use_own_font().unwrap();
        let name = "Kingston upon Hull, City of";
        let lines = Lettering::PLAIN.lines(name, 140.0);
        assert_eq!(lines, ["Kingston upon", "Hull, City of"]);
        assert!(lines.iter().all(|line| Lettering::PLAIN.width(line) <= 140.0));
        assert_eq!(Lettering::PLAIN.lines("Northumberland", 20.0), ["Northumberland"]);
        assert_eq!(Lettering::PLAIN.lines(&held_together(name), 240.0), [name]);
        assert_eq!(Lettering::PLAIN.lines("", 20.0), [""]);
    }

    proptest! {
        #[test]
        fn lines_are_those_of_measuring_each_in_full(words in "([A-Za-z.,(]{1,12} ){0,30}[AVTY]{0,9}", width in 60.0..500.0) {
            use_own_font().unwrap();
            let mut expected: Vec<String> = Vec::new();
            for word in words.split(' ') {
                match expected.last_mut() {
                    Some(line) if Lettering::QUIET.width(&format!("{line} {word}")) <= width => *line += &format!(" {word}"),
                    _ => expected.push(word.to_owned()),
                }
            }
            prop_assert_eq!(Lettering::QUIET.lines(&words, width), expected);
        }
    }

    #[test]
    fn no_letters_are_under_twelve_points() {
        for lettering in [Lettering::PLAIN, Lettering::BOLD, Lettering::QUIET, Lettering::TITLE] {
            assert!(lettering.points >= 12.0 && lettering.pixels() >= 16.0);
        }
    }
}
