//! The properties of the file.

use crate::pack::{About, Audience, RESTRICTED};

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its name says")]
pub(crate) struct Properties {
    pub title: String,
    pub subject: String,
    pub author: &'static str,
    pub keywords: &'static str,
    pub comment: String,
}

/// The properties of a workbook with a title.
pub fn of(about: &About, title: &str) -> Properties {
    let comment = match about.audience {
        Audience::Owner => format!("{RESTRICTED}."),
        Audience::Public => "Protected figures: hidden ones have a symbol in their place.".to_owned(),
    };
    Properties {
        title: title.to_owned(),
        subject: subject(about),
        author: "stocktake",
        keywords: "children in care, looked-after children, National Indicators, SSDA903",
        comment,
    }
}

/// What a workbook is about.
pub(crate) fn subject(about: &About) -> String {
    format!("The ten National Indicators for children in care, {}", about.when)
}
