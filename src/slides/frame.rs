//! Where things stand on a slide, in EMU: 914,400 to the inch.

/// Of an inch.
pub(crate) const INCH: u32 = 914_400;
/// Of a point.
const POINT: u32 = 12_700;
/// The width of a slide, 16 to 9.
const SLIDE: u32 = 12_192_000;
/// From the sides.
const MARGIN: u32 = INCH / 2;
/// The width between the sides.
const WIDTH: u32 = SLIDE - 2 * MARGIN;
/// The room for a logo.
const LOGO: [u32; 2] = [INCH * 3 / 2, INCH * 7 / 10];
/// Between things beside each other.
const GAP: u32 = INCH * 3 / 10;
/// The width of a chart or table.
const PICTURE: u32 = INCH * 37 / 5;

/// Where the content of a slide stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame {
    /// Whether there is a box for a comment below it.
    pub has_comments: bool,
    /// How far down it begins.
    pub top: u32,
    /// How high it is.
    pub height: u32,
    /// Where a chart or table begins, and how wide it is.
    pub picture: [u32; 2],
    /// The same of the sentences beside it.
    pub beside: [u32; 2],
    /// The same of sentences that stand alone.
    pub wide: [u32; 2],
}

impl Frame {
    /// Of slides with comments or without.
    pub fn new(has_comments: bool) -> Frame {
        let beside = MARGIN + PICTURE + GAP;
        Frame {
            has_comments,
            top: INCH * 8 / 5,
            height: if has_comments { INCH * 43 / 10 } else { INCH * 5 },
            picture: [MARGIN, PICTURE],
            beside: [beside, SLIDE - MARGIN - beside],
            wide: [MARGIN, WIDTH],
        }
    }

    /// Where sentences begin and how wide they are, beside a picture so wide; alone where there is none.
    pub(crate) fn sentences(&self, beside: Option<u32>) -> [u32; 2] {
        match beside {
            None => self.wide,
            Some(width) if width <= PICTURE => self.beside,
            Some(width) => {
                let at = (MARGIN + width + GAP).min(SLIDE - MARGIN);
                [at, SLIDE - MARGIN - at]
            }
        }
    }

    /// The width and height of sentences, in points.
    pub(crate) fn of_sentences(&self, beside: Option<u32>) -> [f64; 2] {
        let [_, width] = self.sentences(beside);
        [width, self.height].map(|length| f64::from(length) / f64::from(POINT))
    }
}

/// A logo on every slide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LogoPlace {
    /// What it shows, in words.
    pub description: String,
    /// How far to the right it begins.
    pub x: u32,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

impl LogoPlace {
    /// As large as there is room, in its own proportions, at the right.
    pub fn of(size: [u32; 2], description: String) -> LogoPlace {
        let [wide, high] = size.map(|length| u64::from(length.max(1)));
        let [most_wide, most_high] = LOGO.map(u64::from);
        let (width, height) = if wide * most_high > high * most_wide {
            (most_wide, (most_wide * high / wide).max(1))
        } else {
            ((most_high * wide / high).max(1), most_high)
        };
        let length = |length: u64| u32::try_from(length).unwrap_or(LOGO[0]);
        LogoPlace { description, x: SLIDE - MARGIN - length(width), width: length(width), height: length(height) }
    }
}

/// The width of titles, which leave room for a logo.
pub(crate) fn title_width(logo: Option<&LogoPlace>) -> u32 {
    logo.map_or(WIDTH, |logo| WIDTH - logo.width - GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_keeps_its_proportions_and_fits() {
        let of = |size| {
            let LogoPlace { width, height, .. } = LogoPlace::of(size, String::new());
            (width, height)
        };
        assert_eq!(of([100, 100]), (LOGO[1], LOGO[1]));
        assert_eq!(of([300, 100]), (LOGO[0], LOGO[0] / 3));
        assert_eq!(of([1, 10_000]), (64, LOGO[1]));
        assert_eq!(of([u32::MAX, 1]), (LOGO[0], 1));
    }

    #[test]
    fn nothing_stands_beyond_the_slide() {
        for frame in [true, false].map(Frame::new) {
            let ends = [frame.picture, frame.beside, frame.wide].map(|[at, width]| at + width);
            assert!(ends.iter().all(|end| *end <= SLIDE - MARGIN) && ends[0] < frame.beside[0], "{frame:?}");
        }
    }
}
