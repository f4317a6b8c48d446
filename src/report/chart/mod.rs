//! restricted/authorities/CODE-name.svg and .png: one authority's indicators against target.
//!
//! One description, drawn twice with plotters and a font of its own, so that the same figures give
//! the same bytes on any machine.

mod bars;
mod description;
pub mod paper;

pub use description::AuthorityChart;

use super::ReportError;
use paper::{described, use_own_font};
use plotters::prelude::*;

/// Width and height of a chart before it is scaled, in pixels.
const SIZE: (u32, u32) = (1040, 896);
/// How much larger the pixels are drawn, so that print stays sharp.
const PIXEL_SCALE: u32 = 2;

/// A chart as SVG, with its title and its description for those who cannot see it.
///
/// # Errors
/// Where the font cannot be used or the drawing fails.
pub fn svg(chart: &AuthorityChart) -> Result<String, ReportError> {
    let mut drawing = String::new();
    {
        let area = SVGBackend::with_string(&mut drawing, SIZE).into_drawing_area();
        draw(chart, &area, 1)?;
    }
    Ok(described(&drawing, &chart.title(), &chart.in_words()))
}

/// A chart as PNG.
///
/// # Errors
/// Where the font cannot be used or the drawing fails.
pub fn png(chart: &AuthorityChart) -> Result<Vec<u8>, ReportError> {
    let (width, height) = (SIZE.0 * PIXEL_SCALE, SIZE.1 * PIXEL_SCALE);
    let mut pixels = vec![0; (width * height * 3) as usize];
    {
        let area = BitMapBackend::with_buffer(&mut pixels, (width, height)).into_drawing_area();
        draw(chart, &area, PIXEL_SCALE)?;
    }
    let failed = |error: png::EncodingError| problem(chart, &error);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&pixels).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(file)
}

fn draw<B: DrawingBackend>(
    chart: &AuthorityChart,
    area: &DrawingArea<B, plotters::coord::Shift>,
    scale: u32,
) -> Result<(), ReportError> {
    use_own_font().map_err(|error| problem(chart, &error))?;
    bars::draw(chart, area, scale).map_err(|error| problem(chart, &error))?;
    area.present().map_err(|error| problem(chart, &error))
}

fn problem(chart: &AuthorityChart, error: &dyn std::fmt::Display) -> ReportError {
    ReportError::Draw { place: chart.name.clone(), problem: error.to_string() }
}
