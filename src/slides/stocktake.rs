//! The slides of a stocktake: the answer beside all ten indicators, each indicator over the years, and tables of how
//! authorities differ, of regions, of who moved, of who is in care, of the children and of what is hidden.

use super::comments::Comments;
use super::deck::{Deck, Maker, Picture, Slide, source};
use super::fit::{self, Paragraph};
use super::frame::{Frame, INCH};
use super::native::NativeChart;
use super::summary::{Cell, Row, Table};
use crate::charts::ages::{Age, Ages};
use crate::national::{Change, SHOWN, Stocktake, called};
use crate::pack::About;
use crate::unit::Unit;
use crate::wording::number::ShownNumber;

/// The most rows below a heading: more would run over the foot of a slide.
const MOST_ROWS: usize = 12;

/// A column: its heading, its width in hundredths of an inch, and whether it holds numbers.
type Column = (String, u32, bool);

impl Deck {
    /// The slides of a stocktake. They are published, so nobody's comment is in them.
    pub(super) fn of_stocktake(about: &About, of: &Stocktake) -> Deck {
        let comments = Comments::default();
        let maker = Maker { about, pack: &of.pack, frame: Frame::new(false), comments: &comments };
        let slides = Slides { maker: &maker, of };
        let mut all = vec![slides.answer()];
        all.extend(of.pack.indicators.iter().filter_map(|own| slides.indicator(own.indicator.number)));
        all.extend(slides.spread());
        all.extend(slides.areas());
        all.extend(slides.moved());
        all.extend(slides.in_care());
        all.push(slides.population());
        all.extend(slides.shown());
        all.push(maker.notes());
        Deck {
            title: format!("{}, {}", called(&of.pack.place), about.when),
            subject: format!("The ten National Indicators for children in care, {}", about.when),
            frame: maker.frame,
            source: source(about),
            slides: all,
        }
    }
}

struct Slides<'of> {
    maker: &'of Maker<'of>,
    of: &'of Stocktake,
}

impl Slides<'_> {
    /// All ten indicators, and what was found.
    fn answer(&self) -> Slide {
        let said: Vec<Paragraph> = self.of.answer.iter().map(Paragraph::plain).collect();
        let summary = self.maker.summary();
        Slide { sentences: self.maker.fitted(&said, &summary.picture), ..summary }
    }

    /// One indicator over the years; where it has a national target, with the path to that.
    fn indicator(&self, number: u16) -> Option<Slide> {
        let own = self.of.pack.indicators.iter().find(|own| own.indicator.number == number)?;
        let slide = self.maker.indicator(own, self.of.trend(number));
        let Some(target) = self.of.targets.iter().find(|target| target.indicator.number == number) else {
            return Some(slide);
        };
        let said: Vec<Paragraph> = target.sentences.iter().map(Paragraph::plain).collect();
        Some(Slide { sentences: self.maker.fitted(&said, &slide.picture), ..slide })
    }

    fn spread(&self) -> Vec<Slide> {
        let columns = [
            ("Indicator", 250, false),
            ("Spread between authorities", 270, false),
            ("Half lie within", 130, true),
            ("Outside limits", 90, false),
        ];
        let rows = self.of.spread.iter().map(|spread| {
            let named = spread.indicator.named().replacen(", ", " ", 1);
            vec![named, spread.finding.clone(), spread.middle.clone(), spread.outside.clone()]
        });
        let said = [
            "The limits are those of chance at 99.8%.",
            "The spread beyond chance is what is left when the chance of areas of their size is taken away.",
        ];
        let said: Vec<String> = said.map(str::to_owned).into_iter().chain([self.of.hidden_in_words()]).collect();
        self.tables(&self.of.headings.spread, "How authorities differ", &named(&columns), rows.collect(), &said)
    }

    fn areas(&self) -> Vec<Slide> {
        let Some(first) = self.of.areas.first() else { return Vec::new() };
        let mut columns: Vec<Column> = vec![("Area".to_owned(), 138, false)];
        columns.extend(self.of.areas.iter().map(|areas| (areas.indicator.name(), 60, true)));
        let row = |at: usize| {
            let values = self.of.areas.iter().map(|areas| areas.rows.get(at).map(|row| row.value.text.clone()));
            let name = first.rows[at].name.clone();
            std::iter::once(name).chain(values.map(Option::unwrap_or_default)).collect()
        };
        let rows = (0..first.rows.len()).map(row).collect();
        let said: Vec<String> =
            self.of.areas.iter().map(|areas| format!("{}: {}.", areas.indicator.name(), areas.finding)).collect();
        let about = format!("Values of {} beside {}", self.of.areas_called(), self.of.pack.place.name);
        self.tables(&self.of.headings.areas, &about, &columns, rows, &said)
    }

    fn moved(&self) -> Vec<Slide> {
        let moved = &self.of.moved;
        let columns = [
            ("Authority", 210, false),
            ("Indicator", 270, false),
            ("Year before", 85, true),
            ("Now", 75, true),
            ("Which way", 100, false),
        ];
        let row = |change: &Change, way: &str| {
            let named = change.indicator.named().replacen(", ", " ", 1);
            vec![change.place.name.clone(), named, change.from.clone(), change.to.clone(), way.to_owned()]
        };
        let better = moved.better.iter().map(|change| row(change, "better"));
        let rows: Vec<Vec<String>> = better.chain(moved.worse.iter().map(|change| row(change, "worse"))).collect();
        self.tables(
            &self.of.headings.moved,
            "Who moved since the year before",
            &named(&columns),
            rows,
            &moved.sentences,
        )
    }

    /// Who came and who left: the numbers, and the ages as bars.
    fn in_care(&self) -> Vec<Slide> {
        let Some(care) = &self.of.in_care else { return Vec::new() };
        let about = "Who is in care";
        let columns = [("Children".to_owned(), 560, false), ("Number".to_owned(), 180, true)];
        let counts = care.counts.iter().map(|count| vec![count.title.clone(), count.number.in_words()]);
        let numbers = self.slide(&care.heading, about, self.table(about, &columns, counts.collect()), &care.sentences);
        let bars = |ages: &Ages, whose: &str, colour: &'static str| {
            let bar = |age: &Age| Some((format!("{whose}: {}", age.name.to_lowercase()), age.number()?, colour));
            ages.ages.iter().filter_map(bar).collect::<Vec<_>>()
        };
        let bars = [bars(&care.came, "Came", "accent1"), bars(&care.left, "Left", "accent4")].concat();
        let title = "How old children were when they came into care, and when they left";
        let both = [&care.came, &care.left];
        let alternative = both.map(Ages::in_words).join(" ");
        let chart = NativeChart::of_bars(alternative, Unit::Percent, "Share of all who came, or left", bars.clone());
        let with_england = care.of_ages.iter().zip(both);
        let of_ages = with_england.flat_map(|(said, ages)| [said.clone(), ages.england_in_words()]).flatten();
        let said: Vec<String> = std::iter::once("Bars are shares of all who came, and of all who left.".to_owned())
            .chain(of_ages)
            .collect();
        let ages = (!bars.is_empty()).then(|| self.slide(title, "ages", Picture::Chart(chart), &said));
        std::iter::once(numbers).chain(ages).collect()
    }

    fn population(&self) -> Slide {
        let population = &self.of.population;
        let mut columns: Vec<Column> = vec![("Indicator".to_owned(), 140, false)];
        columns.extend(population.years.iter().map(|year| (year.clone(), 100, true)));
        let row = |of: &crate::national::PopulationRow| {
            std::iter::once(of.indicators.clone()).chain(of.counts.iter().map(ShownNumber::in_words)).collect()
        };
        let rows = population.rows.iter().map(row).collect();
        let said: Vec<String> =
            population.rows.iter().map(|of| format!("{}: {}", of.indicators, of.children)).collect();
        let title = "The children that each indicator counts among";
        self.slide(title, title, self.table(title, &columns, rows), &said)
    }

    fn shown(&self) -> Vec<Slide> {
        let mut columns: Vec<Column> = vec![("Indicator".to_owned(), 260, false)];
        columns.extend(SHOWN.iter().map(|column| ((*column).to_owned(), 95, true)));
        let rows = self.of.shown.iter().map(|of| {
            let named = of.indicator.named().replacen(", ", " ", 1);
            std::iter::once(named).chain(of.counts.map(|count| count.to_string())).collect()
        });
        let cautions = self.of.pack.summary.care.iter().cloned();
        let said: Vec<String> = self.of.shown_in_words.iter().cloned().chain(cautions).collect();
        let about = "What is hidden, and how good the figures are";
        self.tables(&self.of.headings.shown, about, &columns, rows.collect(), &said)
    }

    /// A slide for each so many rows; one without a table where there is none.
    fn tables(
        &self,
        title: &str,
        about: &str,
        columns: &[Column],
        rows: Vec<Vec<String>>,
        said: &[String],
    ) -> Vec<Slide> {
        if rows.is_empty() {
            return vec![self.slide(title, about, Picture::None, said)];
        }
        let of_rows = |rows: &[Vec<String>]| self.slide(title, about, self.table(about, columns, rows.to_vec()), said);
        rows.chunks(MOST_ROWS).map(of_rows).collect()
    }

    fn slide(&self, title: &str, about: &str, picture: Picture, said: &[String]) -> Slide {
        let said: Vec<Paragraph> = said.iter().map(Paragraph::plain).collect();
        Slide {
            title: fit::title(title.to_owned()),
            measure: fit::measure(format!("{}: {about}; {}", self.of.pack.place.name, self.maker.about.when)),
            sentences: self.maker.fitted(&said, &picture),
            picture,
            comment: None,
        }
    }

    fn table(&self, description: &str, columns: &[Column], rows: Vec<Vec<String>>) -> Picture {
        let row = |is_heading: bool, words: Vec<String>| {
            let cell = |(words, (_, _, is_number)): (String, &Column)| Cell { words, is_number: *is_number };
            Row { is_heading, cells: words.into_iter().zip(columns).map(cell).collect() }
        };
        let heading = row(true, columns.iter().map(|(heading, ..)| heading.clone()).collect());
        let rows: Vec<Row> = std::iter::once(heading).chain(rows.into_iter().map(|words| row(false, words))).collect();
        Picture::Table(Table {
            description: format!("{description}, a row each."),
            widths: columns.iter().map(|(_, width, _)| width * (INCH / 100)).collect(),
            height: (self.maker.frame.height / u32::try_from(rows.len()).unwrap_or(u32::MAX)).min(INCH / 2),
            rows,
        })
    }
}

fn named(columns: &[(&str, u32, bool)]) -> Vec<Column> {
    columns.iter().map(|(heading, width, is_number)| ((*heading).to_owned(), *width, *is_number)).collect()
}
