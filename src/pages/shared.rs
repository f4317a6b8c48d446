//! What the pages of places share, their style and the grounds of their charts: within each page, which can then be sent by
//! itself, or once in files beside them, which makes a report of many places a seventh lighter.

use super::paths::SHARED;

/// Where what pages share is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// Within each page.
    Within,
    /// In the folder `shared/` of the report, a file each.
    Beside,
}

impl Shared {
    /// The file of the style, from the folder of a place's page; none where it is within.
    pub(super) fn style_at(self) -> Option<String> {
        self.address(STYLE)
    }

    /// The file of the ground of a chart, by the name of the chart, from the folder of a place's page; none where it is within.
    pub(super) fn ground_at(self, chart: &str) -> Option<String> {
        self.address(&ground(chart))
    }

    fn address(self, file: &str) -> Option<String> {
        (self == Shared::Beside).then(|| format!("../{file}"))
    }
}

/// The file of the style of all pages of places, from the overview.
pub(crate) const STYLE: &str = "shared/page.css";

/// The file of the ground of the charts of a name, from the overview: `shared/funnel-62.svg`.
pub(crate) fn ground(chart: &str) -> String {
    format!("{SHARED}/{chart}.svg")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::svg::PAGE_FONT;

    #[test]
    fn drawings_beside_pages_have_the_letters_of_pages() {
        let style = include_str!("../../templates/page.css");
        assert!(style.contains(&format!("html {{ font: 100%/1.5 {PAGE_FONT};")));
    }

    #[test]
    fn what_is_beside_is_addressed_from_the_folder_of_a_page() {
        let of = |shared: Shared| [shared.style_at(), shared.ground_at("funnel-62")];
        let beside = ["../shared/page.css", "../shared/funnel-62.svg"];
        assert_eq!(of(Shared::Beside), beside.map(|at| Some(at.to_owned())));
        assert_eq!(of(Shared::Within), [None, None]);
    }
}
