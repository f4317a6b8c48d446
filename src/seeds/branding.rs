//! The user's own name, logo and colours, for what is put before a board.

use super::file::Mistake;

/// The contrast of text on white, at the least: W3C (2018). Web Content Accessibility Guidelines 2.1, 1.4.3.
const LEAST_CONTRAST: f64 = 4.5;
/// Bytes of a logo at the most, for it is in every deck.
const MOST_BYTES: usize = 512 << 10;
/// What a PNG begins with, up to its width and height.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// The user's own name, logo and colours.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Branding {
    /// Who puts it before the board.
    pub name: Option<String>,
    /// A logo.
    pub logo: Option<Logo>,
    /// The colours.
    pub colours: Colours,
}

/// A logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The PNG.
    pub bytes: Vec<u8>,
    /// Its width and height, in pixels.
    pub size: [u32; 2],
}

/// Two colours, as `12436D`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colours {
    /// Of titles, and of the place itself in charts of slides; of the top of pages.
    pub main: String,
    /// Of a band at the top of pages.
    pub second: String,
}

impl Default for Colours {
    /// The Analysis Function's dark blue and dark pink.
    fn default() -> Colours {
        Colours { main: "12436D".to_owned(), second: "801650".to_owned() }
    }
}

impl Logo {
    /// Of the bytes of a file.
    ///
    /// # Errors
    /// Where they are no PNG, or very many.
    pub(crate) fn of(bytes: Vec<u8>) -> Result<Logo, Mistake> {
        let four = |at: usize| bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes);
        let (true, Some(width @ 1..), Some(height @ 1..)) =
            (bytes.starts_with(PNG), four(PNG.len()), four(PNG.len() + 4))
        else {
            return Err(Mistake::new("is not a PNG", "save the logo as a PNG"));
        };
        if bytes.len() > MOST_BYTES {
            let remedy = format!("make it smaller: {} KB are enough for any slide", MOST_BYTES >> 10);
            return Err(Mistake::new(format!("has {} KB", bytes.len() >> 10), remedy));
        }
        Ok(Logo { bytes, size: [width, height] })
    }
}

impl Colours {
    /// Of two colours as they are written: `#12436D`.
    ///
    /// # Errors
    /// Where there are not two, one is none, or text in one could not be read on white.
    pub(crate) fn of(written: &[&str]) -> Result<Colours, Mistake> {
        let [main, second] = written else {
            return Err(Mistake::new(
                format!("{} colours", written.len()),
                "give two: one for titles and your own figures, one for targets, as #12436D,#801650",
            ));
        };
        Ok(Colours { main: colour(main)?, second: colour(second)? })
    }
}

/// A colour that can be read on white, in capitals and without its sign.
fn colour(written: &str) -> Result<String, Mistake> {
    let digits = written.trim().trim_start_matches('#').to_uppercase();
    let channel = |at: usize| digits.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
    let (6, true, Some(red), Some(green), Some(blue)) =
        (digits.len(), digits.bytes().all(|byte| byte.is_ascii_hexdigit()), channel(0), channel(2), channel(4))
    else {
        return Err(Mistake::new(format!("'{written}' is no colour"), "write it as #12436D"));
    };
    let contrast = contrast_with_white([red, green, blue]);
    if contrast < LEAST_CONTRAST {
        return Err(Mistake::new(
            format!("'{written}' is too pale: its contrast with white is {contrast:.2} to 1"),
            format!("take a darker one, of {LEAST_CONTRAST} to 1 at least, so that text in it can be read"),
        ));
    }
    Ok(digits)
}

/// By the guidelines: the relative luminance of white against that of a colour.
fn contrast_with_white(channels: [u8; 3]) -> f64 {
    let linear = |channel: u8| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = channels.map(linear);
    1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(mistake: Mistake) -> String {
        mistake.in_file("").to_string()
    }

    #[test]
    fn colours_are_two_that_can_be_read_on_white() {
        let of = |written: &[&str]| Colours::of(written);
        let both = of(&["#12436d", "801650"]).unwrap();
        assert_eq!(both, Colours::default());
        // Black is 21 to 1; #767676 is known as the lightest grey that passes, and the next one fails.
        assert!((contrast_with_white([0, 0, 0]) - 21.0).abs() < 1e-9);
        assert!(of(&["#767676", "#000000"]).is_ok());
        for (written, problem) in [
            (vec!["#777777", "#000000"], "'#777777' is too pale: its contrast with white is 4.48 to 1"),
            (vec!["#FFFFFF", "#000000"], "'#FFFFFF' is too pale: its contrast with white is 1.00 to 1"),
            (vec!["#F46A25", "#000000"], "'#F46A25' is too pale: its contrast with white is 3.03 to 1"),
            (vec!["blue", "#000000"], "'blue' is no colour"),
            (vec!["#12é4", "#000000"], "'#12é4' is no colour"),
            (vec!["#+1+2+3", "#000000"], "'#+1+2+3' is no colour"),
            (vec!["#000000"], "1 colours"),
        ] {
            let mistake = said(of(&written).unwrap_err());
            assert!(mistake.contains(problem), "{mistake}");
        }
    }

    #[test]
    fn a_logo_is_a_small_png() {
        let png = [PNG, &[0, 0, 0, 40, 0, 0, 0, 10]].concat();
        assert_eq!(Logo::of(png.clone()).unwrap().size, [40, 10]);
        for (bytes, problem) in [
            (b"GIF89a".to_vec(), "is not a PNG"),
            (PNG.to_vec(), "is not a PNG"),
            ([PNG, &[0; 8]].concat(), "is not a PNG"),
            ([png, vec![0; MOST_BYTES]].concat(), "has 512 KB"),
        ] {
            let mistake = said(Logo::of(bytes).unwrap_err());
            assert!(mistake.contains(problem), "{mistake}");
        }
    }
}
