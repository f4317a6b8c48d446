//! The properties of the file.

use super::cover;
use crate::pack::{About, Audience, RESTRICTED};
use rust_xlsxwriter::DocProperties;

/// The properties of a workbook with a title. The date that the library gives them is taken out again.
pub fn of(about: &About, title: &str) -> DocProperties {
    let comment = match about.audience {
        Audience::Owner => format!("{RESTRICTED}."),
        Audience::Public => "Protected figures: hidden ones have a symbol in their place.".to_owned(),
    };
    DocProperties::new()
        .set_title(title)
        .set_subject(cover::subject(about))
        .set_author("stocktake")
        .set_keywords("children in care, looked-after children, National Indicators, SSDA903")
        .set_comment(comment)
}
