//! Rows grouped by child.

use crate::code::{ChildId, LongTexts};
use crate::returns::tables::row::Row;
use std::collections::HashMap;

/// The ids of an authority's children in the order in which they are met.
#[derive(Debug, Default)]
pub(crate) struct ChildRegister {
    places: HashMap<ChildId, u32, foldhash::fast::FixedState>,
    last: Option<ChildId>,
}

impl ChildRegister {
    /// Notes a child.
    pub(crate) fn note(&mut self, child: ChildId) {
        // Rows of one child are mostly together.
        if self.last != Some(child) {
            self.last = Some(child);
            self.places.entry(child).or_default();
        }
    }

    /// The children in order of id.
    pub(crate) fn in_order(self, long: &LongTexts) -> OrderedChildren {
        let mut places = self.places;
        let mut ids: Vec<ChildId> = places.keys().copied().collect();
        if ids.iter().any(|id| id.is_long()) {
            ids.sort_by_cached_key(|id| id.text(long));
        } else {
            ids.sort_unstable();
        }
        for (place, id) in ids.iter().enumerate() {
            places.insert(*id, place as u32);
        }
        OrderedChildren { ids, places }
    }
}

/// An authority's children in order of id.
#[derive(Debug)]
pub(crate) struct OrderedChildren {
    ids: Vec<ChildId>,
    places: HashMap<ChildId, u32, foldhash::fast::FixedState>,
}

impl OrderedChildren {
    /// The ids in order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = ChildId> + '_ {
        self.ids.iter().copied()
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.ids.len()
    }

    /// The index of a child, where it is registered.
    pub(crate) fn place(&self, child: ChildId) -> Option<u32> {
        self.places.get(&child).copied()
    }

    /// The numbers of rows by child; the rows of one child keep their order. Every child must be
    /// registered. A counting sort: rows are large, so they stay where they are.
    pub(crate) fn order<T>(&self, rows: &[Row<T>], mut note: impl FnMut(i32, u32)) -> ByChild<u32> {
        let mut children = Vec::with_capacity(rows.len());
        let mut ends = vec![0u32; self.ids.len() + 1];
        let mut last = None;
        for row in rows {
            let place = match last {
                Some((child, place)) if child == row.child => place,
                _ => self.places.get(&row.child).copied().unwrap_or_default(),
            };
            last = Some((row.child, place));
            note(row.year, place);
            children.push(place);
            ends[place as usize + 1] += 1;
        }
        for place in 1..ends.len() {
            ends[place] += ends[place - 1];
        }
        let mut next = ends.clone();
        let mut items = vec![0u32; rows.len()];
        for (row, &child) in children.iter().enumerate() {
            items[next[child as usize] as usize] = row as u32;
            next[child as usize] += 1;
        }
        ByChild { items, ends }
    }
}

/// Items grouped by child, the children in order.
#[derive(Debug)]
pub struct ByChild<T> {
    items: Vec<T>,
    /// Where the items of child `n` end, at `n + 1`.
    ends: Vec<u32>,
}

impl<T> ByChild<T> {
    /// The items of a child.
    pub(crate) fn of(&self, child: usize) -> &[T] {
        &self.items[self.ends[child] as usize..self.ends[child + 1] as usize]
    }

    /// The items of all children.
    pub(crate) fn all(&self) -> &[T] {
        &self.items
    }

    /// How many children there are.
    pub(crate) fn children(&self) -> usize {
        self.ends.len() - 1
    }

    /// How many items there are for all children.
    pub(crate) fn count(&self) -> usize {
        self.items.len()
    }

    /// Items beside these, one for each.
    pub(super) fn beside<U>(&self, items: Vec<U>) -> ByChild<U> {
        ByChild { items, ends: self.ends.clone() }
    }

    /// Makes other items of each child's; `make` adds them to the list it is given.
    pub(crate) fn map<'items, U>(&'items self, mut make: impl FnMut(&'items [T], &mut Vec<U>)) -> ByChild<U> {
        let mut items = Vec::with_capacity(self.items.len());
        let mut ends = Vec::with_capacity(self.ends.len());
        ends.push(0);
        for child in 0..self.children() {
            make(self.of(child), &mut items);
            ends.push(items.len() as u32);
        }
        ByChild { items, ends }
    }
}

/// Rows and their order by child.
#[derive(Debug)]
pub struct RowsByChild<'rows, T> {
    rows: &'rows [Row<T>],
    order: ByChild<u32>,
}

impl<'rows, T> RowsByChild<'rows, T> {
    /// Rows of registered children; `note` hears the year and child of each.
    pub(crate) fn new(
        rows: &'rows [Row<T>],
        children: &OrderedChildren,
        note: impl FnMut(i32, u32),
    ) -> RowsByChild<'rows, T> {
        RowsByChild { rows, order: children.order(rows, note) }
    }

    /// The rows of a child, in the order in which they were read.
    pub(crate) fn of(&self, child: usize) -> impl Iterator<Item = &'rows Row<T>> {
        self.order.of(child).iter().map(|&row| &self.rows[row as usize])
    }

    /// Makes items of each child's rows, which are put in order of `key`; `make` adds them to the
    /// list it is given.
    pub(crate) fn map_in_order<K: Ord, U>(
        &self,
        key: impl Fn(&Row<T>) -> K,
        mut make: impl FnMut(&[&'rows Row<T>], &mut Vec<U>),
    ) -> ByChild<U> {
        let mut rows = Vec::new();
        self.order.map(|of_child, items| {
            rows.clear();
            rows.extend(of_child.iter().map(|&row| &self.rows[row as usize]));
            rows.sort_by_key(|row| key(row));
            make(&rows, items);
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::returns::finding::Source;

    #[test]
    fn rows_are_grouped_in_order_of_id_and_keep_their_order() {
        let long = LongTexts::default();
        let ids = ["B2", "A1", "B2", "an id longer than fifteen", "A1"];
        let rows: Vec<Row<usize>> = ids
            .iter()
            .enumerate()
            .map(|(place, id)| Row {
                child: ChildId::read(id.as_bytes(), &long).unwrap(),
                year: 2011,
                source: Source { file: 0, line: place as u32 },
                cells: place,
            })
            .collect();
        let mut register = ChildRegister::default();
        rows.iter().for_each(|row| register.note(row.child));
        let children = register.in_order(&long);
        let names: Vec<String> = children.ids().map(|id| id.text(&long)).collect();
        assert_eq!(names, ["A1", "AN ID LONGER THAN FIFTEEN", "B2"]);
        let order = children.order(&rows, |_, _| {});
        assert_eq!([order.of(0), order.of(1), order.of(2)], [&[1, 4][..], &[3], &[0, 2]]);
    }
}
