//! A chart as PNG, in no more than 16 colours: two pixels are a byte.

use super::chart::{Chart, ChartError};
use super::heading::{draw, size};
use super::paper::Paper;
use super::typography::use_own_font;
use foldhash::{HashMap, HashMapExt};
use plotters::prelude::*;
use std::error::Error;

/// The scale of the pixels, so that print stays sharp.
const SCALE: u32 = 2;
/// Bytes per pixel as drawn: red, green, blue.
const CHANNELS: usize = 3;
/// The most colours in a palette.
const COLOURS: usize = 16;

type Colour = [u8; CHANNELS];

/// A chart as PNG.
///
/// # Errors
/// Where the font cannot be used or the drawing fails.
pub fn png(chart: &impl Chart) -> Result<Vec<u8>, ChartError> {
    let failed = |source| ChartError { title: chart.title(), source };
    let (width, height) = size(chart);
    let (width, height) = (width * SCALE, height * SCALE);
    let picture = Picture::of(&drawn(chart, width, height).map_err(failed)?);
    encoded(&picture, width, height).map_err(|error| failed(error.into()))
}

/// The pixels of a chart, row by row.
fn drawn(chart: &impl Chart, width: u32, height: u32) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
    use_own_font()?;
    let mut pixels = vec![u8::MAX; width as usize * height as usize * CHANNELS];
    {
        let area = BitMapBackend::with_buffer(&mut pixels, (width, height)).into_drawing_area();
        draw(chart, &Paper::new(&area, SCALE), false)?;
        area.present()?;
    }
    Ok(pixels)
}

/// Pixels as indices into a palette: a third of the bytes, and far smaller when compressed.
#[derive(Debug, PartialEq, Eq)]
struct Picture {
    colours: Vec<Colour>,
    pixels: Vec<u8>,
}

impl Picture {
    /// Keeps the most frequent colours; the others, at the edges of characters, become the nearest of these.
    fn of(pixels: &[u8]) -> Picture {
        let mut counts = HashMap::<Colour, usize>::new();
        each_run(pixels, |colour, length| *counts.entry(colour).or_default() += length);
        let mut by_count: Vec<(Colour, usize)> = counts.into_iter().collect();
        by_count.sort_by_key(|&(colour, count)| (std::cmp::Reverse(count), colour));
        let colours: Vec<Colour> = by_count.iter().take(COLOURS).map(|(colour, _)| *colour).collect();
        let mut places = HashMap::<Colour, u8>::new();
        for (place, (colour, _)) in by_count.iter().enumerate() {
            let place = if place < COLOURS { place } else { nearest(&colours, *colour) };
            places.insert(*colour, u8::try_from(place).unwrap_or_default());
        }
        let mut picture = Picture { colours, pixels: Vec::with_capacity(pixels.len() / CHANNELS) };
        each_run(pixels, |colour, length| {
            let place = places.get(&colour).copied().unwrap_or_default();
            picture.pixels.resize(picture.pixels.len() + length, place);
        });
        picture
    }
}

impl Picture {
    /// Two pixels to a byte, each row from a byte of its own.
    fn packed(&self, width: usize) -> Vec<u8> {
        let rows = self.pixels.chunks(width.max(1));
        rows.flat_map(|row| row.chunks(2).map(|two| two[0] << 4 | two.get(1).copied().unwrap_or_default())).collect()
    }
}

/// Reports runs of pixels of one colour, in order: most of a chart is white, so pixels are compared sixteen at a time.
fn each_run(pixels: &[u8], mut tell: impl FnMut(Colour, usize)) {
    const TOGETHER: usize = 16;
    const WHITE: [u8; TOGETHER * CHANNELS] = [u8::MAX; TOGETHER * CHANNELS];
    let mut white = 0;
    for block in pixels.chunks(WHITE.len()) {
        if block == WHITE {
            white += TOGETHER;
            continue;
        }
        if white > 0 {
            tell([u8::MAX; CHANNELS], std::mem::take(&mut white));
        }
        for run in block.as_chunks::<CHANNELS>().0.chunk_by(|one, other| one == other) {
            tell(run[0], run.len());
        }
    }
    if white > 0 {
        tell([u8::MAX; CHANNELS], white);
    }
}

/// The index of the nearest colour; the first, where several are.
fn nearest(colours: &[Colour], colour: Colour) -> usize {
    let distance = |other: &Colour| -> u32 {
        colour.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(*other)).pow(2)).sum()
    };
    let nearest = colours.iter().enumerate().min_by_key(|(_, other)| distance(other));
    nearest.map_or(0, |(place, _)| place)
}

fn encoded(picture: &Picture, width: u32, height: u32) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_palette(picture.colours.concat());
    encoder.set_compression(png::Compression::Fast);
    // 96 pixels to the inch before scaling, so that 12 points are 12 points on paper.
    let per_metre = (f64::from(96 * SCALE) / 0.0254).round() as u32;
    let (xppu, yppu) = (per_metre, per_metre);
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu, yppu, unit: png::Unit::Meter }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&picture.packed(width as usize))?;
    writer.finish()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_stay_as_they_are() {
        let picture = Picture::of(&[[9, 9, 9], [255, 255, 255], [255, 255, 255], [9, 9, 9], [255, 255, 255]].concat());
        assert_eq!(picture, Picture { colours: vec![[255; 3], [9; 3]], pixels: vec![1, 0, 0, 1, 0] });
    }

    #[test]
    fn runs_are_told_in_order_and_add_up() {
        // 16 whites, 1 black, 40 whites of which 15 share a block with the black, and 1 grey.
        let white = |times| vec![[u8::MAX; CHANNELS]; times];
        let pixels = [white(16), vec![[0; CHANNELS]], white(40), vec![[7; CHANNELS]]].concat();
        let mut told = Vec::new();
        each_run(&pixels.concat(), |colour, length| told.push((colour[0], length)));
        assert_eq!(told, [(255, 16), (0, 1), (255, 15), (255, 16), (255, 9), (7, 1)]);
        assert_eq!(told.iter().map(|(_, length)| length).sum::<usize>(), pixels.len());
        let mut last = Vec::new();
        each_run(&white(48).concat(), |colour, length| last.push((colour[0], length)));
        assert_eq!(last, [(255, 48)], "a chart ends in white");
    }

    #[test]
    fn of_too_many_the_rarest_take_the_nearest() {
        // 16 greys twice each, and once a blue that is nearest to grey 3.
        let greys = (0..16).flat_map(|grey| [[grey; 3]; 2]);
        let pixels: Vec<Colour> = greys.chain([[3, 3, 4]]).collect();
        let picture = Picture::of(&pixels.concat());
        assert_eq!(picture.colours.len(), 16);
        let drawn: Vec<Colour> = picture.pixels.iter().map(|place| picture.colours[usize::from(*place)]).collect();
        assert_eq!(drawn[..32], pixels[..32]);
        assert_eq!(drawn[32], [3; 3]);
    }

    #[test]
    fn two_pixels_are_a_byte_and_a_row_begins_with_one() {
        let picture = Picture { colours: Vec::new(), pixels: vec![1, 2, 3, 4, 5, 6] };
        assert_eq!(picture.packed(3), [0x12, 0x30, 0x45, 0x60]);
    }
}
