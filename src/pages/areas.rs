//! The page of all areas: of each indicator every authority in order, drawn and in numbers, once for the pages of all.

use super::frame::Frame;
use super::paths::OVERVIEW;
use super::pieces::Drawing;
use crate::charts::DrawnChart;
use crate::charts::table::Table;
use crate::charts::{caterpillar, funnel};
use crate::pack::About;
use crate::wording::holder::Holder;
use crate::wording::names::Indicator;
use askama::Template;

/// The page of all areas.
#[derive(Debug, Template)]
#[template(path = "areas.html")]
pub(super) struct AreasPage<'page> {
    frame: Frame<'page>,
    sections: Vec<Section<'page>>,
}

/// One indicator.
#[derive(Debug)]
struct Section<'page> {
    indicator: &'page Indicator,
    /// Every authority in order, drawn; none where that is of one alone.
    drawing: Option<Drawing<'page>>,
    /// Every authority in order of value.
    in_order: Table,
    /// Every authority by its size; none where there is no funnel.
    by_size: Option<Table>,
}

impl<'page> AreasPage<'page> {
    /// Of what the charts of all authorities share, and those drawn of all alike.
    pub fn new(
        about: &'page About,
        in_order: &'page [caterpillar::Authorities],
        by_size: &[funnel::Authorities],
        charts: &'page [DrawnChart],
    ) -> AreasPage<'page> {
        let section = |all: &'page caterpillar::Authorities| {
            let by_size = by_size.iter().find(|funnel| funnel.indicator.number == all.indicator.number);
            let name = format!("caterpillar-{}", all.indicator.number);
            Section {
                indicator: &all.indicator,
                drawing: Drawing::named(charts, &[name]).pop(),
                in_order: all.table(),
                by_size: by_size.map(funnel::Authorities::table),
            }
        };
        let frame = Frame::new(about, Holder::Organisation, OVERVIEW, "");
        AreasPage { frame, sections: in_order.iter().map(section).collect() }
    }
}

impl Section<'_> {
    fn order_id(&self) -> String {
        format!("in-order-{}", self.indicator.number)
    }

    fn order_caption(&self) -> String {
        format!("{} in order of value", self.indicator.name())
    }

    fn size_id(&self) -> String {
        format!("by-size-{}", self.indicator.number)
    }

    fn size_caption(&self) -> String {
        format!("{} by number of children", self.indicator.name())
    }
}
