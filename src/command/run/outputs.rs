//! Which files of the packs a run makes.

use crate::command::error::CliError;
use crate::pack_files::destination::Wanted;
use crate::settings_file::{Key, SettingsFile, Text};

const TABLES: &str = "tables";
const CHARTS: &str = "charts";
const SVG: &str = "svg";
const PNG: &str = "png";
const PDF: &str = "pdf";
const ODS: &str = "ods";
const PPTX: &str = "pptx";
const ZIP: &str = "zip";
const CHILDREN: &str = "children";

/// Which files are made, besides the tables.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct OutputArguments {
    /// Write only tables: no charts, pages or workbook
    #[arg(long)]
    no_charts: bool,
    /// Write charts, pages and the workbook, and nothing more, whatever the settings say
    #[arg(long, conflicts_with = "no_charts")]
    charts: bool,
    /// Write every chart as a file of its own too, as SVG, PNG or both
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    chart_files: Vec<ChartFile>,
    /// Write a document for each place too, as a tagged PDF (needs a build with --features pdf)
    #[arg(long)]
    pdf: bool,
    /// Write the workbook as an OpenDocument spreadsheet too
    #[arg(long)]
    ods: bool,
    /// Write slides for each place too, as a PowerPoint deck with charts whose data can be edited
    #[arg(long)]
    pptx: bool,
    /// Write one zip for each place too, of the files that are its own, for sending
    #[arg(long)]
    zip: bool,
    /// Write the page of the children of each authority, for the owner alone, even for more than 40 authorities
    #[arg(long)]
    children_pages: bool,
}

/// A kind of file for a single chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum ChartFile {
    /// Lines and shapes that stay sharp at any size
    Svg,
    /// Pixels
    Png,
}

/// What is made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Outputs(Wanted);

impl OutputArguments {
    /// What is made: what is given, else what is set.
    ///
    /// # Errors
    /// Where the settings ask for tables alone and for more, or this program has no documents.
    pub(crate) fn settled(self, settings: &SettingsFile) -> Result<Outputs, CliError> {
        if self.no_charts {
            self.is_tables_alone()?;
        }
        let OutputArguments { no_charts, charts, chart_files, pdf, ods, pptx, zip, children_pages: children } = self;
        let [svg, png] = [ChartFile::Svg, ChartFile::Png].map(|kind| chart_files.contains(&kind));
        let (outputs, place) = match settings.texts(Key::Outputs) {
            Some(set) if !(no_charts || charts || svg || png || pdf || ods || pptx || zip || children) => {
                let place = format!("{}: outputs", settings.place_of(Key::Outputs));
                (of_words(set, &place)?, place)
            }
            _ => (Wanted { packs: !no_charts, svg, png, pdf, ods, pptx, zip, children }, "--pdf".to_owned()),
        };
        if outputs.pdf && !cfg!(feature = "pdf") {
            return Err(CliError::with_remedy(
                format!("{place}: this program was built without documents"),
                "build it with `cargo build --features pdf`, or leave pdf out: the pages print well too",
            ));
        }
        Ok(Outputs(outputs))
    }
}

impl OutputArguments {
    /// Makes sure that nothing is asked for that is made of charts.
    ///
    /// # Errors
    /// Where something is, with why tables alone have none of it.
    fn is_tables_alone(&self) -> Result<(), CliError> {
        let asked = [
            (!self.chart_files.is_empty(), "--chart-files", "they are the charts"),
            (self.pdf, "--pdf", "documents are made of charts"),
            (self.ods, "--ods", "the workbook goes with the charts"),
            (self.pptx, "--pptx", "slides are made of charts"),
            (self.zip, "--zip", "it packs the pages, which have charts"),
            (self.children_pages, "--children-pages", "they are pages, and there are tables alone"),
        ];
        let Some((_, option, because)) = asked.into_iter().find(|(is_asked, ..)| *is_asked) else { return Ok(()) };
        Err(CliError::with_remedy(
            format!("{option} makes no sense with --no-charts: {because}"),
            "leave out one of the two",
        ))
    }
}

fn of_words(set: &[Text], place: &str) -> Result<Wanted, CliError> {
    let has = |word: &str| set.iter().any(|text| text.text == word);
    if has(TABLES) && set.iter().any(|text| text.text != TABLES) {
        let remedy = format!("leave out {TABLES}, or all but {TABLES}");
        return Err(CliError::with_remedy(format!("{place} asks for {TABLES} alone, and for more"), remedy));
    }
    let packs = [CHARTS, SVG, PNG, PDF, ODS, PPTX, ZIP, CHILDREN].into_iter().any(has);
    let [svg, png, pdf, ods, pptx, zip, children] = [SVG, PNG, PDF, ODS, PPTX, ZIP, CHILDREN].map(has);
    Ok(Wanted { packs, svg, png, pdf, ods, pptx, zip, children })
}

impl Outputs {
    /// What the packs are made of.
    pub(crate) fn wanted(self) -> Wanted {
        self.0
    }

    /// The words that ask for them in the settings.
    pub(crate) fn words(self) -> Vec<&'static str> {
        let Wanted { packs, svg, png, pdf, ods, pptx, zip, children } = self.0;
        let words = [(!packs, TABLES), (packs, CHARTS), (svg, SVG), (png, PNG), (pdf, PDF)];
        let words = words.into_iter().chain([(ods, ODS), (pptx, PPTX), (zip, ZIP), (children, CHILDREN)]);
        words.filter(|(is_wanted, _)| *is_wanted).map(|(_, word)| word).collect()
    }
}
