//! The colours of charts: the Government Analysis Function's, on a white background.
//!
//! Analysis Function (2022). Data visualisation: colours in charts. Adjacent colours have a contrast of at least
//! 3 to 1, and no colour has a meaning that a word or shape does not have too.

use plotters::style::RGBColor;

/// What the chart is about.
pub(crate) const DARK_BLUE: RGBColor = RGBColor(0x12, 0x43, 0x6D);
/// The national target; worse.
pub(crate) const ORANGE: RGBColor = RGBColor(0xF4, 0x6A, 0x25);
/// The local target.
pub(crate) const DARK_PINK: RGBColor = RGBColor(0x80, 0x16, 0x50);
/// Other authorities, in the background: the lightest grey that stands out from white.
pub(crate) const OTHERS: RGBColor = RGBColor(0x94, 0x94, 0x94);
/// How far the files could move a value: behind it, with an edge that stands out from white.
pub(crate) const PALE_BLUE: RGBColor = RGBColor(0xC4, 0xD6, 0xE8);
/// The inner limits of a forecast: between the pale blue of the outer ones and the dark blue of the line.
pub(crate) const MIDDLE_BLUE: RGBColor = RGBColor(0x7F, 0xA3, 0xC7);
/// Background lines, and text that matters less.
pub(crate) const QUIET: RGBColor = RGBColor(0x59, 0x59, 0x59);
/// Text, and England.
pub(crate) const BLACK: RGBColor = RGBColor(0, 0, 0);
/// The background.
pub(crate) const WHITE: RGBColor = RGBColor(0xFF, 0xFF, 0xFF);

/// Lines between rows.
pub(crate) const RULE: RGBColor = RGBColor(0xCF, 0xCF, 0xCF);
/// The ground of what stands apart from the page.
pub(crate) const GROUND: RGBColor = RGBColor(0xF3, 0xF3, 0xF3);
/// The ground of what is chosen.
pub(crate) const TINT: RGBColor = RGBColor(0xE9, 0xEF, 0xF5);
/// Words about a test that was failed.
pub(crate) const FAILED: RGBColor = RGBColor(0xB3, 0x40, 0x1F);

/// Every colour, by the name that the pages' style has for it.
pub(crate) const NAMED: [(&str, RGBColor); 13] = [
    ("dark-blue", DARK_BLUE),
    ("pale-blue", PALE_BLUE),
    ("middle-blue", MIDDLE_BLUE),
    ("orange", ORANGE),
    ("dark-pink", DARK_PINK),
    ("others", OTHERS),
    ("quiet", QUIET),
    ("black", BLACK),
    ("white", WHITE),
    ("rule", RULE),
    ("ground", GROUND),
    ("tint", TINT),
    ("failed", FAILED),
];

/// The colours that take their place on a dark ground, by the names of the pages' style: black is the text, white the ground.
pub(crate) const DARK: [(&str, RGBColor); 13] = [
    ("dark-blue", RGBColor(0x8A, 0xBD, 0xEB)),
    ("pale-blue", RGBColor(0x2B, 0x44, 0x5C)),
    ("middle-blue", RGBColor(0x41, 0x65, 0x87)),
    ("orange", RGBColor(0xF5, 0x8A, 0x4E)),
    ("dark-pink", RGBColor(0xE8, 0x8F, 0xC0)),
    ("others", RGBColor(0x7C, 0x84, 0x8B)),
    ("quiet", RGBColor(0xB4, 0xBB, 0xC1)),
    ("black", RGBColor(0xF2, 0xF4, 0xF5)),
    ("white", RGBColor(0x14, 0x19, 0x1D)),
    ("rule", RGBColor(0x3B, 0x43, 0x4A)),
    ("ground", RGBColor(0x20, 0x27, 0x2D)),
    ("tint", RGBColor(0x22, 0x30, 0x3D)),
    ("failed", RGBColor(0xF2, 0xA0, 0x7F)),
];

/// The name of a colour; charts have no other colours than these.
pub(crate) fn name(colour: RGBColor) -> &'static str {
    let named = NAMED.iter().find(|(_, other)| *other == colour);
    debug_assert!(named.is_some(), "{colour:?} has no name, and would be drawn in black");
    named.map_or("black", |(name, _)| name)
}

/// A colour as CSS and SVG write it: `#12436D`.
pub(crate) fn hexadecimal(RGBColor(red, green, blue): RGBColor) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// W3C (2018). Web Content Accessibility Guidelines 2.1: relative luminance.
    fn luminance(RGBColor(red, green, blue): RGBColor) -> f64 {
        let linear = |channel: u8| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn contrast(one: RGBColor, other: RGBColor) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 1e-9);
        // The published palette: dark blue on white.
        assert!((contrast(DARK_BLUE, WHITE) - 10.2).abs() < 0.05, "{}", contrast(DARK_BLUE, WHITE));
    }

    #[test]
    fn neighbours_stand_out_from_each_other_and_from_the_ground() {
        for mark in [DARK_BLUE, ORANGE, DARK_PINK, OTHERS, QUIET, BLACK] {
            assert!(contrast(mark, WHITE) >= 3.0, "{mark:?} on white: {:.2}", contrast(mark, WHITE));
        }
        for (one, other) in [(DARK_BLUE, ORANGE), (DARK_BLUE, OTHERS), (BLACK, OTHERS), (BLACK, ORANGE)] {
            assert!(contrast(one, other) >= 3.0, "{one:?} by {other:?}: {:.2}", contrast(one, other));
        }
    }

    #[test]
    fn in_the_dark_marks_stand_out_and_words_can_be_read() {
        let of = |wanted: &str| DARK.iter().find(|(name, _)| *name == wanted).unwrap().1;
        for mark in ["dark-blue", "orange", "dark-pink", "others", "quiet", "black"] {
            assert!(contrast(of(mark), of("white")) >= 3.0, "{mark}");
        }
        for ground in ["white", "ground", "tint"] {
            for words in ["black", "quiet", "dark-blue", "failed"] {
                assert!(contrast(of(words), of(ground)) >= 4.5, "{words} on {ground}");
            }
        }
        for on in ["dark-blue", "dark-pink"] {
            assert!(contrast(of("white"), of(on)) >= 4.5, "the ground's colour on {on}");
        }
        assert!(contrast(BLACK, of("orange")) >= 4.5);
    }

    #[test]
    fn words_can_be_read() {
        for (words, ground) in [(BLACK, WHITE), (QUIET, WHITE), (DARK_BLUE, WHITE), (WHITE, DARK_BLUE), (BLACK, ORANGE)]
        {
            assert!(contrast(words, ground) >= 4.5, "{words:?} on {ground:?}: {:.2}", contrast(words, ground));
        }
    }
}
