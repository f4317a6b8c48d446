//! The parts of a deck, and the archive that they are in: each template filled, in a fixed order and without a date.

use super::deck::{Deck, Picture, Slide};
use super::fit::Paragraph;
use super::frame::{Frame, LogoPlace, title_width};
use super::native::NativeChart;
use crate::archive::{Archive, is_in_xml};
use crate::charts::palette::{ORANGE, hexadecimal};
use crate::seeds::branding::{Branding, Colours};
use crate::spreadsheet;
use askama::Template;
use std::error::Error;

/// What the content of a part is, by the folder that it is in.
const KINDS: [(&str, &str); 5] = [
    ("ppt/slides/", "officedocument.presentationml.slide"),
    ("ppt/slideLayouts/", "officedocument.presentationml.slideLayout"),
    ("ppt/slideMasters/", "officedocument.presentationml.slideMaster"),
    ("ppt/theme/", "officedocument.theme"),
    ("ppt/charts/", "officedocument.drawingml.chart"),
];

/// What a part is to the one that names it.
#[derive(Debug, Clone, Copy)]
enum Relation {
    Presentation,
    Properties,
    Master,
    Layout,
    Theme,
    Slide,
    Chart,
    Workbook,
    Image,
}

impl Relation {
    fn address(self) -> String {
        let name = match self {
            Relation::Properties => {
                return "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
                    .to_owned();
            }
            Relation::Presentation => "officeDocument",
            Relation::Master => "slideMaster",
            Relation::Layout => "slideLayout",
            Relation::Theme => "theme",
            Relation::Slide => "slide",
            Relation::Chart => "chart",
            Relation::Workbook => "package",
            Relation::Image => "image",
        };
        format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}")
    }
}

#[derive(Template)]
#[template(path = "slides/content_types.xml")]
struct ContentTypes<'deck> {
    parts: Vec<(&'deck str, &'static str)>,
}

#[derive(Template)]
#[template(path = "slides/relationships.xml")]
struct Relationships {
    to: Vec<(Relation, String)>,
}

#[derive(Template)]
#[template(path = "slides/core.xml")]
struct Core<'deck> {
    title: &'deck str,
    subject: &'deck str,
}

#[derive(Template)]
#[template(path = "slides/presentation.xml")]
struct Presentation {
    slides: usize,
}

#[derive(Template)]
#[template(path = "slides/theme.xml")]
struct Theme<'deck> {
    colours: &'deck Colours,
    /// The colour of targets.
    target: String,
}

#[derive(Template)]
#[template(path = "slides/master.xml")]
struct Master<'deck> {
    logo: Option<&'deck LogoPlace>,
    title_width: u32,
}

#[derive(Template)]
#[template(path = "slides/layout.xml")]
struct Layout {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "slides/slide.xml")]
struct SlidePart<'deck> {
    slide: &'deck Slide,
    frame: Frame,
    source: &'deck [Paragraph],
    number: usize,
}

#[derive(Template)]
#[template(path = "slides/chart.xml")]
struct ChartPart<'deck> {
    chart: &'deck NativeChart,
}

/// The parts of a deck so far, in order.
#[derive(Default)]
struct Parts(Vec<(String, Vec<u8>)>);

type Failed = Box<dyn Error + Send + Sync>;

/// A deck as the bytes of a file.
///
/// # Errors
/// Where a template fails or a workbook cannot be written.
pub(crate) fn packed(deck: &Deck, branding: &Branding) -> Result<Vec<u8>, Failed> {
    let mut parts = Parts::default();
    let top = [(Relation::Presentation, "ppt/presentation.xml"), (Relation::Properties, "docProps/core.xml")];
    parts.relationships("_rels/.rels", top.map(|(relation, to)| (relation, to.to_owned())).to_vec())?;
    parts.template("docProps/core.xml", &Core { title: &deck.title, subject: &deck.subject })?;
    parts.template("ppt/presentation.xml", &Presentation { slides: deck.slides.len() })?;
    let slides = (1..=deck.slides.len()).map(|number| (Relation::Slide, format!("slides/slide{number}.xml")));
    let master = [(Relation::Master, "slideMasters/slideMaster1.xml"), (Relation::Theme, "theme/theme1.xml")];
    let master = master.map(|(relation, to)| (relation, to.to_owned()));
    parts.relationships("ppt/_rels/presentation.xml.rels", master.into_iter().chain(slides).collect())?;
    parts.look(deck, branding)?;
    for (number, slide) in (1..).zip(&deck.slides) {
        parts.slide(number, slide, deck)?;
    }
    parts.zipped()
}

impl Parts {
    fn template(&mut self, name: &str, template: &impl Template) -> Result<(), Failed> {
        let mut text = template.render()?;
        text.retain(is_in_xml);
        self.0.push((name.to_owned(), text.into_bytes()));
        Ok(())
    }

    fn relationships(&mut self, name: &str, to: Vec<(Relation, String)>) -> Result<(), Failed> {
        self.template(name, &Relationships { to })
    }

    /// The theme, the master and the layout.
    fn look(&mut self, deck: &Deck, branding: &Branding) -> Result<(), Failed> {
        let described = || branding.name.as_ref().map_or("Logo".to_owned(), |name| format!("Logo of {name}"));
        let logo = branding.logo.as_ref().map(|logo| LogoPlace::of(logo.size, described()));
        self.template(
            "ppt/theme/theme1.xml",
            &Theme { colours: &branding.colours, target: hexadecimal(ORANGE).replace('#', "") },
        )?;
        let title_width = title_width(logo.as_ref());
        self.template("ppt/slideMasters/slideMaster1.xml", &Master { logo: logo.as_ref(), title_width })?;
        let mut to = vec![
            (Relation::Layout, "../slideLayouts/slideLayout1.xml".to_owned()),
            (Relation::Theme, "../theme/theme1.xml".to_owned()),
        ];
        if let Some(logo) = &branding.logo {
            self.0.push(("ppt/media/logo.png".to_owned(), logo.bytes.clone()));
            to.push((Relation::Image, "../media/logo.png".to_owned()));
        }
        self.relationships("ppt/slideMasters/_rels/slideMaster1.xml.rels", to)?;
        self.template("ppt/slideLayouts/slideLayout1.xml", &Layout { frame: deck.frame })?;
        let to = vec![(Relation::Master, "../slideMasters/slideMaster1.xml".to_owned())];
        self.relationships("ppt/slideLayouts/_rels/slideLayout1.xml.rels", to)
    }

    /// A slide, and its chart with the chart's workbook.
    fn slide(&mut self, number: usize, slide: &Slide, deck: &Deck) -> Result<(), Failed> {
        let (frame, source) = (deck.frame, deck.source.as_slice());
        self.template(&format!("ppt/slides/slide{number}.xml"), &SlidePart { slide, frame, source, number })?;
        let mut to = vec![(Relation::Layout, "../slideLayouts/slideLayout1.xml".to_owned())];
        if let Picture::Chart(chart) = &slide.picture {
            to.push((Relation::Chart, format!("../charts/chart{number}.xml")));
            self.template(&format!("ppt/charts/chart{number}.xml"), &ChartPart { chart })?;
            let workbook = format!("../embeddings/chart{number}.xlsx");
            let to = vec![(Relation::Workbook, workbook)];
            self.relationships(&format!("ppt/charts/_rels/chart{number}.xml.rels"), to)?;
            let workbook = spreadsheet::finished(chart.workbook()?)?;
            self.0.push((format!("ppt/embeddings/chart{number}.xlsx"), workbook));
        }
        self.relationships(&format!("ppt/slides/_rels/slide{number}.xml.rels"), to)
    }

    fn zipped(self) -> Result<Vec<u8>, Failed> {
        let kind = |name: &str| match name {
            "ppt/presentation.xml" => Some("officedocument.presentationml.presentation.main"),
            "docProps/core.xml" => Some("package.core-properties"),
            _ if name.ends_with(".rels") => None,
            _ => KINDS.iter().find(|(folder, _)| name.starts_with(folder)).map(|(_, kind)| *kind),
        };
        let parts = self.0.iter().filter_map(|(name, _)| Some((name.as_str(), kind(name)?))).collect();
        let mut types = Parts::default();
        types.template("[Content_Types].xml", &ContentTypes { parts })?;
        let mut archive = Archive::new();
        for (name, bytes) in types.0.iter().chain(&self.0) {
            let is_packed = name.ends_with(".xlsx") || name.ends_with(".png");
            if is_packed { archive.stored(name, bytes) } else { archive.part(name, bytes) }?;
        }
        Ok(archive.finished()?)
    }
}
