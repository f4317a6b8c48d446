//! What is on the slides of a place, in order.

use super::comments::{BOX, Comments, OF_FIGURES};
use super::fit::{self, Paragraph};
use super::frame::Frame;
use super::native::{NativeChart, TARGET};
use super::summary::{self, Table};
use super::{finding, of_years};
use crate::charts::trend::Trend;
use crate::decimal::Decimal;
use crate::pack::words::care::SEE_NOTE;
use crate::pack::{About, Audience, OfIndicator, Pack, RESTRICTED};
use crate::printed::Printed;
use crate::rounding::Tenths;
use crate::wording::number::symbols;
use crate::wording::sources::SOURCE;

/// What the summary is called in the name of its comment box.
const SUMMARY: &str = "the summary";
/// What the last slide is called there.
const READING: &str = "the notes";
/// The notes that the last slide repeats.
const NOTES: [&str; 2] = ["What is shown", "Chance"];

/// The slides of a place.
#[derive(Debug)]
pub(crate) struct Deck {
    /// What the deck is called.
    pub title: String,
    /// What it is about.
    pub subject: String,
    /// Where things stand.
    pub frame: Frame,
    /// The lines at the foot of every slide.
    pub source: Vec<Paragraph>,
    /// The slides.
    pub slides: Vec<Slide>,
}

/// A slide.
#[derive(Debug)]
pub(crate) struct Slide {
    /// What was found.
    pub title: Paragraph,
    /// Whose it is, what is measured, and in what unit.
    pub measure: Paragraph,
    /// A chart or a table.
    pub picture: Picture,
    /// What there is to say.
    pub sentences: Vec<Paragraph>,
    /// The box for a comment, where there is one.
    pub comment: Option<CommentBox>,
}

/// What stands at the left of a slide.
#[derive(Debug)]
pub(crate) enum Picture {
    /// A chart.
    Chart(NativeChart),
    /// A table.
    Table(Table),
    /// Nothing.
    None,
}

/// A box for a comment.
#[derive(Debug)]
pub(crate) struct CommentBox {
    /// The name by which it is found again.
    pub name: String,
    /// On which figures it is.
    pub about: String,
    /// How large its letters are, in hundredths of a point.
    pub size: u32,
    /// What was written into it.
    pub paragraphs: Vec<Lines>,
}

/// A paragraph of a comment.
#[derive(Debug)]
pub(crate) struct Lines {
    /// Its lines.
    pub lines: Vec<String>,
}

impl Deck {
    /// The slides of a pack.
    pub fn of(about: &About, pack: &Pack, trends: &[Trend], comments: &Comments) -> Deck {
        let frame = Frame::new(about.audience == Audience::Owner);
        let maker = Maker { about, pack, frame, comments };
        let mut slides = vec![maker.summary()];
        slides.extend(pack.indicators.iter().map(|of| {
            let trend = trends.iter().find(|trend| trend.indicator.number == of.indicator.number);
            maker.indicator(of, trend)
        }));
        slides.push(maker.notes());
        Deck {
            title: format!("{}: National Indicators for children in care, {}", pack.place.name, about.when),
            subject: format!("The ten National Indicators for children in care, {}", about.when),
            frame,
            source: source(about),
            slides,
        }
    }
}

/// Makes the slides of a pack.
pub(super) struct Maker<'pack> {
    pub about: &'pack About,
    pub pack: &'pack Pack,
    pub frame: Frame,
    pub comments: &'pack Comments,
}

impl Maker<'_> {
    pub(super) fn summary(&self) -> Slide {
        let (title, said) = finding::of_place(self.pack);
        let mut sentences: Vec<Paragraph> = said.into_iter().map(Paragraph::plain).collect();
        for part in self.pack.summary.parts() {
            let is_said = part.sentences.is_empty() && !part.nothing.is_empty();
            if is_said || !part.sentences.is_empty() {
                sentences.push(Paragraph::bold(part.heading));
            }
            sentences.extend(is_said.then(|| Paragraph::plain(part.nothing)));
            sentences.extend(part.sentences.iter().map(Paragraph::plain));
        }
        let picture = Picture::Table(summary::table(self.pack, self.frame.height));
        Slide {
            title: fit::title(title),
            measure: fit::measure(format!("{}, {}", self.pack.what(), self.about.when)),
            sentences: self.fitted(&sentences, &picture),
            picture,
            comment: self.comment(SUMMARY),
        }
    }

    pub(super) fn indicator(&self, of: &OfIndicator, trend: Option<&Trend>) -> Slide {
        let chart = trend.map(of_years::chart).or_else(|| self.bars(of));
        let picture = chart.map_or(Picture::None, Picture::Chart);
        let mut sentences: Vec<Paragraph> = of.words.iter().map(Paragraph::plain).collect();
        // Words that send a reader to the note do so on pages, where it stands below them.
        let sends_to_note = of.words.iter().any(|words| words.contains(SEE_NOTE));
        sentences.extend(of.remark().filter(|_| sends_to_note).map(|note| Paragraph::plain(format!("Note: {note}."))));
        let names = of.indicator.years;
        let of_year = |(year, note): &(i32, String)| Paragraph::plain(format!("{}: {note}.", names.in_words(*year)));
        // Why the year before is not compared is said among the words of the figure.
        let is_said = |(year, note): &&(i32, String)| {
            let said = format!("{} {note}", names.in_words(*year));
            of.words.iter().any(|words| words.contains(&said))
        };
        sentences.extend(of.year_notes.iter().filter(|noted| !is_said(noted)).map(of_year));
        let indicator = &of.indicator;
        Slide {
            title: fit::title(finding::of_indicator(of)),
            measure: fit::measure(format!(
                "{}, {}: {}; {}, {}; {}",
                self.pack.place.name,
                indicator.name(),
                of.title,
                indicator.unit.name(),
                indicator.good.in_words(),
                self.about.when
            )),
            sentences: self.fitted(&sentences, &picture),
            picture,
            comment: self.comment(&indicator.name()),
        }
    }

    /// The figure beside others, where there are no years to draw; none where there is nothing to set it beside.
    fn bars(&self, of: &OfIndicator) -> Option<NativeChart> {
        let number = |printed: Printed| match printed {
            Printed::Number(tenths) => Some(Tenths(tenths)),
            _ => None,
        };
        let indicator = &of.indicator;
        let name = of.part.as_ref().map_or(&self.pack.place.name, |part| &part.name);
        let mut bars = vec![(name.clone(), number(of.numbers.value)?, "accent1")];
        for beside in [&of.england, &of.region, &of.neighbours].into_iter().flatten() {
            let year = beside.year_in_words(indicator).map(|year| format!(", {year}")).unwrap_or_default();
            bars.extend(number(beside.value).map(|value| (format!("{}{year}", beside.name), value, "accent4")));
        }
        for target in &of.targets {
            let value = Decimal::read(&target.value).map(|value| Tenths::of(value.as_f64()));
            let name = format!("{} target, {}", target.whose(), target.year);
            bars.extend(value.map(|value| (name, value, TARGET)));
        }
        let said: Vec<String> =
            bars.iter().map(|(name, value, _)| format!("{name} {}", indicator.shown(*value))).collect();
        let said = format!("Bars: {}; {}.", said.join(", "), indicator.good.in_words());
        (bars.len() > 1).then(|| NativeChart::of_bars(said, indicator.unit, &indicator.title, bars))
    }

    /// How to read the slides.
    pub(super) fn notes(&self) -> Slide {
        let notes = self.about.notes.iter().filter(|note| NOTES.contains(&note.heading.as_str()));
        let mut sentences: Vec<Paragraph> = notes.flat_map(|note| &note.paragraphs).map(Paragraph::plain).collect();
        let is_there = |symbol: Printed| self.pack.indicators.iter().any(|of| of.numbers.list().contains(&symbol));
        let said: Vec<String> = symbols(is_there).map(|(shown, meaning)| format!("{shown} {meaning}")).collect();
        sentences.extend((!said.is_empty()).then(|| Paragraph::plain(format!("Shorthand: {}.", said.join("; ")))));
        sentences.push(Paragraph::plain(
            "Lines over dots are 95% limits. No line joins published figures to those from the returns: the two are not compared.",
        ));
        sentences.push(Paragraph::plain(
            "The pages of the report say more: how figures are compared, what is measured, and every caution in full.",
        ));
        Slide {
            title: fit::title("How to read these slides".to_owned()),
            measure: fit::measure(format!("{}, {}", self.pack.place.name, self.about.when)),
            sentences: self.fitted(&sentences, &Picture::None),
            picture: Picture::None,
            comment: self.comment(READING),
        }
    }

    pub(super) fn fitted(&self, sentences: &[Paragraph], beside: &Picture) -> Vec<Paragraph> {
        let left_out = |_| format!("There is more on the page of {} in the report.", self.pack.place.name);
        fit::fitted(sentences, self.frame.of_sentences(beside.width()), left_out)
    }

    fn comment(&self, on: &str) -> Option<CommentBox> {
        let day = self.about.timeframe.as_at.in_words();
        self.frame.has_comments.then(|| {
            let kept = self.comments.on(on, &day);
            let of = |paragraph: &String| Lines { lines: paragraph.split('\n').map(str::to_owned).collect() };
            let paragraphs: Vec<Lines> = kept.iter().map(of).collect();
            let lines: Vec<&str> = paragraphs.iter().flat_map(|of| &of.lines).map(String::as_str).collect();
            CommentBox {
                name: format!("{BOX}{on}"),
                about: format!("{OF_FIGURES}{day}"),
                size: fit::of_comment(&lines),
                paragraphs,
            }
        })
    }
}

impl Picture {
    /// How wide it is, if there is one; a chart takes its own room.
    fn width(&self) -> Option<u32> {
        match self {
            Picture::Chart(_) => Some(0),
            Picture::Table(table) => Some(table.width()),
            Picture::None => None,
        }
    }
}

impl Slide {
    /// Where its sentences begin and how wide they are, where that is not their usual place.
    pub(crate) fn moved_sentences(&self, frame: &Frame) -> Option<[u32; 2]> {
        let sentences = frame.sentences(self.picture.width());
        (sentences != frame.beside).then_some(sentences)
    }
}

/// The lines at the foot of every slide.
pub(super) fn source(about: &About) -> Vec<Paragraph> {
    let whom = match about.audience {
        Audience::Owner => Paragraph::bold(format!("{RESTRICTED}.")),
        Audience::Public => Paragraph::plain("Small counts of children are hidden."),
    };
    let name = about.branding.name.as_ref().map(|name| format!("{name}. ")).unwrap_or_default();
    vec![whom, Paragraph::plain(format!("{name}{SOURCE}"))]
}
