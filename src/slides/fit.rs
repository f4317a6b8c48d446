//! How large letters can be so that a text fits: PowerPoint shrinks a text only when somebody edits it.

use textwrap::wrap;

/// The sizes of sentences, in hundredths of a point, the largest first.
const SIZES: [u32; 5] = [1600, 1400, 1300, 1200, 1100];
/// The sizes of titles.
const OF_TITLES: [u32; 4] = [2600, 2400, 2200, 2000];
/// The sizes of comments; what is longer still is for whoever wrote it to shorten.
const OF_COMMENTS: [u32; 4] = [1400, 1200, 1100, 1000];
/// The sizes of what is measured.
const OF_MEASURES: [u32; 3] = [1400, 1300, 1200];
/// The width and height of what is measured.
const MEASURE: [f64; 2] = [888.0, 31.0];
/// The width and height of a title, in points; less where there is a logo.
const TITLE: [f64; 2] = [740.0, 64.0];
/// The width and height of a comment.
const COMMENT: [f64; 2] = [870.0, 35.0];
/// The width of a letter of Arial on average, in parts of its size, on the safe side.
const LETTER: f64 = 0.49;
/// The same of bold letters.
const BOLD: f64 = 0.57;
/// The height of a line, as LibreOffice draws it.
const LINE: f64 = 1.2;
/// Between paragraphs, in points.
const BETWEEN: f64 = 6.0;

/// A paragraph of one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// The words.
    pub words: String,
    /// The size, in hundredths of a point; none for that of its place.
    pub size: Option<u32>,
    /// Whether it is bold.
    pub is_bold: bool,
}

impl Paragraph {
    /// In the size of its place.
    pub fn plain(words: impl Into<String>) -> Paragraph {
        Paragraph { words: words.into(), size: None, is_bold: false }
    }

    /// The same, bold.
    pub(crate) fn bold(words: impl Into<String>) -> Paragraph {
        Paragraph { is_bold: true, ..Paragraph::plain(words) }
    }
}

/// A title in the largest size in which it fits.
pub(crate) fn title(words: String) -> Paragraph {
    let size = largest(&OF_TITLES, TITLE, BOLD, 0.0, &[&words]).or(OF_TITLES.last().copied());
    Paragraph { size, ..Paragraph::plain(words) }
}

/// What is measured, in the largest size in which it fits one line, else in the smallest, on two.
pub(crate) fn measure(words: String) -> Paragraph {
    let [width, height] = MEASURE;
    let size =
        largest(&OF_MEASURES, [width, height / 2.0 + 2.0], LETTER, 0.0, &[&words]).or(OF_MEASURES.last().copied());
    Paragraph { size, ..Paragraph::plain(words) }
}

/// The size of a comment of these lines.
pub(crate) fn of_comment(lines: &[&str]) -> u32 {
    largest(&OF_COMMENTS, COMMENT, LETTER, 0.0, lines).unwrap_or(OF_COMMENTS[OF_COMMENTS.len() - 1])
}

/// Paragraphs in the largest size in which all of them fit a width and height in points. Where there are too many, the last
/// are left out, and `left_out` says how many.
pub(crate) fn fitted(paragraphs: &[Paragraph], room: [f64; 2], left_out: impl Fn(usize) -> String) -> Vec<Paragraph> {
    let all = paragraphs.len();
    let first = |kept: usize| {
        let more = (kept < all).then(|| Paragraph::plain(left_out(all - kept)));
        let kept: Vec<Paragraph> = paragraphs[..kept].iter().cloned().chain(more).collect();
        let words: Vec<&str> = kept.iter().map(|paragraph| paragraph.words.as_str()).collect();
        let size = largest(&SIZES, room, LETTER, BETWEEN, &words)?;
        Some(kept.into_iter().map(|paragraph| Paragraph { size: Some(size), ..paragraph }).collect())
    };
    // A heading is not left alone.
    let ends_well = |kept: &usize| *kept == all || !paragraphs[kept - 1].is_bold;
    (1..=all).rev().filter(ends_well).find_map(first).unwrap_or_default()
}

fn largest(sizes: &[u32], [width, height]: [f64; 2], letter: f64, between: f64, texts: &[&str]) -> Option<u32> {
    let fits = |size: &&u32| {
        let points = f64::from(**size) / 100.0;
        let letters = (width / (points * letter)).floor().max(1.0) as usize;
        let lines: usize = texts.iter().map(|text| wrap(text, letters).len()).sum();
        lines as f64 * points * LINE + between * texts.len().saturating_sub(1) as f64 <= height
    };
    sizes.iter().find(fits).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_as_large_as_there_is_room() {
        // In 100 points there are 12 letters of 16 to a line, and 14 of 14; each line is of 18.6 or 16.2 points.
        let size = |words: &str, height| largest(&SIZES, [100.0, height], LETTER, BETWEEN, &[words]);
        assert_eq!(size("twelve chars", 20.0), Some(1600));
        assert_eq!(size("thirteen char", 20.0), Some(1400));
        assert_eq!(size("thirteen char", 39.0), Some(1600));
        assert_eq!(size(&"word ".repeat(50), 39.0), None);
    }

    #[test]
    fn what_does_not_fit_is_counted_and_left_out() {
        let paragraphs: Vec<Paragraph> = (1..=9).map(|number| Paragraph::plain(format!("Line {number}."))).collect();
        let said = |height| {
            let fitted = fitted(&paragraphs, [200.0, height], |number| format!("{number} more."));
            fitted.into_iter().map(|paragraph| paragraph.words).collect::<Vec<_>>()
        };
        assert_eq!(said(500.0).len(), 9);
        // Four lines of 13.2 points with three gaps of 6 are 70.8.
        assert_eq!(said(70.9), ["Line 1.", "Line 2.", "Line 3.", "6 more."]);
        assert_eq!(said(70.7), ["Line 1.", "Line 2.", "7 more."]);
        assert_eq!(said(1.0), [""; 0]);
        let headed = [Paragraph::plain("Line 1."), Paragraph::bold("Heading"), Paragraph::plain("Line 2.\nLine 3.")];
        let fitted = fitted(&headed, [200.0, 50.3], |number| format!("{number} more."));
        assert_eq!(fitted.iter().map(|line| line.words.as_str()).collect::<Vec<_>>(), ["Line 1.", "2 more."]);
    }
}
