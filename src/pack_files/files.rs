//! The files of one place while its pack is made.

use crate::charts::chart::Chart;
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
}

impl<'run, D: Destination> Files<'run, D> {
    /// None yet.
    pub fn to(destination: &'run D) -> Files<'run, D> {
        Files { destination, charts: Vec::new(), written: Vec::new() }
    }

    /// Draws a chart into the folder of its place.
    ///
    /// # Errors
    /// Where the chart cannot be drawn, or a file cannot be written.
    pub(crate) fn draw(&mut self, folder: &str, name: &str, chart: &impl Chart) -> Result<(), ReportError> {
        self.draw_as(&format!("{folder}/{name}"), name, chart)
    }

    /// Draws a chart into this file, with the extensions of SVG and PNG.
    ///
    /// # Errors
    /// Where the chart cannot be drawn, or a file cannot be written.
    pub(crate) fn draw_as(&mut self, file: &str, name: &str, chart: &impl Chart) -> Result<(), ReportError> {
        let drawn = DrawnChart::of(name, chart)?;
        self.put(&format!("{file}.svg"), drawn.svg.as_bytes())?;
        self.make(&format!("{file}.png"), || Ok(png(chart)?))?;
        self.charts.push(drawn);
        Ok(())
    }

    /// Hands over a file, if it is wanted.
    fn put(&mut self, file: &str, bytes: &[u8]) -> Result<(), ReportError> {
        if self.destination.wants(file) {
            self.written.push(self.destination.take(file, bytes)?);
        }
        Ok(())
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
