//! The page of the children behind an authority's figures: every row of them, and a script that filters them and draws one.

use super::frame::Frame;
use crate::children::{Children, OfIndicator, Row, key};
use crate::pack::About;
use crate::seeds::breakdowns::Dimension;
use crate::walk::side::Side;
use crate::wording::counts::listed as joined;
use crate::wording::holder::Holder;
use askama::Template;
use std::collections::BTreeMap;

/// The style of this page alone.
const STYLE: &str = include_str!("../../templates/children.css");
/// Filters the tables, and draws a child.
const SCRIPT: &str = include_str!("../../templates/children.js");
/// The overview, from the folder of an authority's page.
const OVERVIEW_FROM_HERE: &str = "../index.html";

/// The page of children.
#[derive(Template)]
#[template(path = "children.html")]
pub(super) struct ChildrenPage<'page> {
    frame: Frame<'page>,
    children: &'page Children<'page>,
    /// The name of the file of the authority's page, in the same folder.
    place_page: &'page str,
    /// The groups of the children.
    groups: Vec<GroupsOfDays<'page>>,
    /// The timelines and walks, as JSON.
    drawn: String,
    /// The sides and the groups of each dimension in order, as JSON.
    order: String,
}

impl<'page> ChildrenPage<'page> {
    /// Of an authority.
    ///
    /// # Errors
    /// Where the data cannot be written, which its types rule out.
    pub fn new(
        about: &'page About,
        children: &'page Children<'page>,
        place_page: &'page str,
    ) -> serde_json::Result<Self> {
        let drawn = in_tag(serde_json::to_string(&children.drawn))?;
        let sides = ("side".to_owned(), Side::ALL.map(Side::in_short).to_vec());
        let groups =
            children.dimensions.iter().map(|of| (key(&of.name), of.groups.iter().map(String::as_str).collect()));
        let order: BTreeMap<String, Vec<&str>> = groups.chain([sides]).collect();
        let order = in_tag(serde_json::to_string(&order))?;
        let frame = Frame::styled(about, Holder::Authority, OVERVIEW_FROM_HERE, SCRIPT, STYLE);
        let groups = GroupsOfDays::of(children);
        Ok(ChildrenPage { frame, children, place_page, groups, drawn, order })
    }

    /// The sides on which a child is, of any indicator.
    fn sides(&self) -> Vec<Side> {
        let is_there = |side: &Side| self.children.indicators.iter().any(|of| of.on(*side) > 0);
        Side::ALL.into_iter().filter(is_there).collect()
    }

    /// What a dimension is called in the address.
    fn key(&self, dimension: &Dimension) -> String {
        key(&dimension.name)
    }

    /// The indicators that have a row, each with the place of the table of groups.
    fn listed(&self) -> impl Iterator<Item = (&OfIndicator, usize)> {
        let place =
            |of: &OfIndicator| self.groups.iter().position(|groups| groups.numbers.contains(&of.indicator.number));
        listed(self.children).filter_map(move |of| Some((of, place(of)?)))
    }
}

fn listed<'page>(children: &'page Children<'page>) -> impl Iterator<Item = &'page OfIndicator> {
    children.indicators.iter().filter(|of| !of.rows.is_empty())
}

/// The groups in which children are, once for all indicators that ask about the same days.
struct GroupsOfDays<'page> {
    /// The numbers of the indicators.
    numbers: Vec<u16>,
    /// The children, in order.
    rows: BTreeMap<u32, &'page Row>,
}

impl<'page> GroupsOfDays<'page> {
    /// Every indicator goes with the first before it that has no child in other groups.
    fn of(children: &'page Children<'page>) -> Vec<GroupsOfDays<'page>> {
        let mut all: Vec<GroupsOfDays<'page>> = Vec::new();
        for of in listed(children) {
            let is_same = |row: &Row, rows: &BTreeMap<u32, &Row>| {
                rows.get(&row.place).is_none_or(|other| other.groups == row.groups)
            };
            let same = all.iter().position(|groups| of.rows.iter().all(|row| is_same(row, &groups.rows)));
            let place = same.unwrap_or_else(|| {
                all.push(GroupsOfDays { numbers: Vec::new(), rows: BTreeMap::new() });
                all.len() - 1
            });
            all[place].numbers.push(of.indicator.number);
            all[place].rows.extend(of.rows.iter().map(|row| (row.place, row)));
        }
        all
    }

    /// The indicators: `NI 62, 63 and 66`.
    fn indicators(&self) -> String {
        format!("NI {}", joined(&self.numbers))
    }
}

/// JSON that ends no tag which it stands in.
fn in_tag(json: serde_json::Result<String>) -> serde_json::Result<String> {
    json.map(|json| json.replace('<', "\\u003c"))
}
