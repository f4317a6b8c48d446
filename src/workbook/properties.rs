//! The properties of the file.

use super::cover;
use crate::pack::{About, Audience, RESTRICTED};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};

/// The properties of a workbook with a title. It is dated to the day of the figures, so that the same packs give the same bytes.
///
/// # Errors
/// Where the day is before those that Excel has.
pub fn of(about: &About, title: &str) -> Result<DocProperties, XlsxError> {
    let (year, month, day) = about.timeframe.as_at.ymd();
    let out_of_range = |_| XlsxError::DateTimeRangeError(about.timeframe.as_at.to_string());
    let made = ExcelDateTime::from_ymd(
        u16::try_from(year).map_err(out_of_range)?,
        u8::try_from(month).map_err(out_of_range)?,
        u8::try_from(day).map_err(out_of_range)?,
    )?;
    let comment = match about.audience {
        Audience::Owner => format!("{RESTRICTED}."),
        Audience::Anybody => "Protected figures: hidden ones have a symbol in their place.".to_owned(),
    };
    Ok(DocProperties::new()
        .set_title(title)
        .set_subject(cover::subject(about))
        .set_author("stocktake")
        .set_keywords("children in care, looked-after children, National Indicators, SSDA903")
        .set_comment(comment)
        .set_creation_datetime(&made))
}
