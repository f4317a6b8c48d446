//! Which files of the packs a run makes.

use crate::command::error::CliError;
use crate::pack_files::destination::Wanted;
use crate::settings_file::{Key, SettingsFile, Text};

const TABLES: &str = "tables";
const CHARTS: &str = "charts";
const PNG: &str = "png";
const PDF: &str = "pdf";
const PPTX: &str = "pptx";

/// Which files are made, besides the tables.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub(crate) struct OutputArguments {
    /// Write only tables: no charts, pages or workbook
    #[arg(long)]
    no_charts: bool,
    /// Write charts, pages and the workbook, and nothing more, whatever the settings say
    #[arg(long, conflicts_with = "no_charts")]
    charts: bool,
    /// Draw every chart as PNG too, not only each authority's target bars
    #[arg(long, conflicts_with = "no_charts")]
    png: bool,
    /// Write a document for each place too, as a tagged PDF (needs a build with --features pdf)
    #[arg(long, conflicts_with = "no_charts")]
    pdf: bool,
    /// Write slides for each place too, as a PowerPoint deck with charts whose data can be edited
    #[arg(long, conflicts_with = "no_charts")]
    pptx: bool,
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
        let OutputArguments { no_charts, charts, png, pdf, pptx } = self;
        let (outputs, place) = match settings.texts(Key::Outputs) {
            Some(set) if !(no_charts || charts || png || pdf || pptx) => {
                let place = format!("{}: outputs", settings.place_of(Key::Outputs));
                (of_words(set, &place)?, place)
            }
            _ => (Wanted { packs: !no_charts, png, pdf, pptx }, "--pdf".to_owned()),
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

fn of_words(set: &[Text], place: &str) -> Result<Wanted, CliError> {
    let has = |word: &str| set.iter().any(|text| text.text == word);
    if has(TABLES) && set.iter().any(|text| text.text != TABLES) {
        let remedy = format!("leave out {TABLES}, or all but {TABLES}");
        return Err(CliError::with_remedy(format!("{place} asks for {TABLES} alone, and for more"), remedy));
    }
    let packs = [CHARTS, PNG, PDF, PPTX].into_iter().any(has);
    Ok(Wanted { packs, png: has(PNG), pdf: has(PDF), pptx: has(PPTX) })
}

impl Outputs {
    /// What the packs are made of.
    pub(crate) fn wanted(self) -> Wanted {
        self.0
    }

    /// The words that ask for them in the settings.
    pub(crate) fn words(self) -> Vec<&'static str> {
        let Wanted { packs, png, pdf, pptx } = self.0;
        let words = [(!packs, TABLES), (packs, CHARTS), (png, PNG), (pdf, PDF), (pptx, PPTX)];
        words.into_iter().filter(|(is_wanted, _)| *is_wanted).map(|(_, word)| word).collect()
    }
}
