//! The files of one place while its pack is made.

use super::zipped::{ZIP, zipped};
use crate::charts::chart::Chart;
use crate::charts::svg::Ground;
use crate::charts::{DrawnChart, png};
use crate::output::destination::Destination;
use crate::output::error::ReportError;

/// The files of one place, and its charts, which its page shows.
pub(crate) struct Files<'run, D: Destination> {
    destination: &'run D,
    /// The charts drawn so far.
    pub charts: Vec<DrawnChart>,
    /// What the destination made of each file.
    pub written: Vec<D::Taken>,
    /// The files themselves, where they are to be sent as one.
    zipped: Option<Vec<(String, Vec<u8>)>>,
    /// Whether one of these is another than in its folder.
    is_sent_otherwise: bool,
}

impl<'run, D: Destination> Files<'run, D> {
    /// None yet.
    pub fn to(destination: &'run D) -> Files<'run, D> {
        Files { destination, charts: Vec::new(), written: Vec::new(), zipped: None, is_sent_otherwise: false }
    }

    /// None yet, of a place whose files are to be sent as one where that is wanted.
    pub fn of_place(destination: &'run D, file: &str) -> Files<'run, D> {
        let zipped = destination.wants(&format!("{file}.{ZIP}")).then(Vec::new);
        Files { zipped, ..Files::to(destination) }
    }

    /// Draws a chart into the folder of its place.
    ///
    /// # Errors
    /// Where the chart cannot be drawn, or a file cannot be written.
    pub(crate) fn draw(&mut self, folder: &str, name: &str, chart: &impl Chart) -> Result<(), ReportError> {
        self.draw_as(&format!("{folder}/{name}"), name, chart)
    }

    /// Draws a chart for the page of its place, and into this file, with the extensions of SVG and PNG.
    ///
    /// # Errors
    /// Where the chart cannot be drawn, or a file cannot be written.
    pub(crate) fn draw_as(&mut self, file: &str, name: &str, chart: &impl Chart) -> Result<(), ReportError> {
        self.draw_over(None, file, name, chart)
    }

    /// The same over its ground, where that is drawn already.
    ///
    /// # Errors
    /// Where the chart cannot be drawn, or a file cannot be written.
    pub(crate) fn draw_over(
        &mut self,
        ground: Option<&Ground>,
        file: &str,
        name: &str,
        chart: &impl Chart,
    ) -> Result<(), ReportError> {
        let drawn = DrawnChart::in_pages(name, chart, ground)?;
        let drawn = if self.wants(file, &["svg", "pdf"]) { drawn.with_file() } else { drawn };
        self.put(&format!("{file}.svg"), drawn.svg.as_bytes())?;
        self.make(&format!("{file}.png"), || Ok(png(chart)?))?;
        self.charts.push(drawn);
        Ok(())
    }

    /// Draws a chart that no page and no document shows, where it is wanted as a file.
    ///
    /// # Errors
    /// Where the chart cannot be drawn, or a file cannot be written.
    pub(crate) fn draw_alone(&mut self, file: &str, name: &str, chart: &impl Chart) -> Result<(), ReportError> {
        if self.wants(file, &["svg", "png"]) { self.draw_as(file, name, chart) } else { Ok(()) }
    }

    /// Whether a file is wanted with any of these extensions.
    fn wants(&self, file: &str, extensions: &[&str]) -> bool {
        extensions.iter().any(|extension| self.destination.wants(&format!("{file}.{extension}")))
    }

    /// Hands over a file, if it is wanted.
    fn put(&mut self, file: &str, bytes: &[u8]) -> Result<(), ReportError> {
        if self.destination.wants(file) {
            self.written.push(self.destination.take(file, bytes)?);
            if let Some(zipped) = &mut self.zipped {
                zipped.push((file.to_owned(), bytes.to_vec()));
            }
        }
        Ok(())
    }

    /// What goes into that one file in the place of a file of this name, where they are to be sent as one.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub(crate) fn send_instead(
        &mut self,
        file: &str,
        make: impl FnOnce() -> Result<Vec<u8>, ReportError>,
    ) -> Result<(), ReportError> {
        let sent = self.zipped.iter_mut().flatten().find(|(name, _)| name == file);
        if let Some((_, bytes)) = sent {
            *bytes = make()?;
            self.is_sent_otherwise = true;
        }
        Ok(())
    }

    /// Hands over all files of the place as one, with those that were made before its pack. One file alone is sent as it is,
    /// unless it needs others that lie beside it.
    ///
    /// # Errors
    /// Where a file cannot be read or written.
    pub(crate) fn zip(&mut self, file: &str, before: &[String]) -> Result<(), ReportError> {
        let Some(mut files) = self.zipped.take() else { return Ok(()) };
        for path in before {
            files.extend(self.destination.made_before(path)?.map(|bytes| (path.clone(), bytes)));
        }
        // As they lie in their folder.
        let folder = file.rfind('/').map_or(0, |end| end + 1);
        let files: Vec<_> = files.into_iter().map(|(path, bytes)| (path[folder..].to_owned(), bytes)).collect();
        let zip = format!("{file}.{ZIP}");
        if files.len() > 1 || self.is_sent_otherwise { self.put(&zip, &zipped(&zip, files)?) } else { Ok(()) }
    }

    /// Makes a file and hands it over, if it is wanted.
    ///
    /// # Errors
    /// Where the file cannot be made or written.
    pub(crate) fn make(
        &mut self,
        file: &str,
        make: impl FnOnce() -> Result<Vec<u8>, ReportError>,
    ) -> Result<(), ReportError> {
        if self.destination.wants(file) { self.put(file, &make()?) } else { Ok(()) }
    }
}
