//! Which children have a row in which table of which return.

use crate::returns::table::{Table, TableSet};

/// Which tables of each return have a row of each child; a rejected row of episodes counts as one.
#[derive(Debug, Default)]
pub struct Presence {
    children: usize,
    /// The years in which returns end, as they are met, each with the tables of every child.
    returns: Vec<(i32, Vec<TableSet>)>,
    /// The place of the return noted last: neighbouring rows mostly share it.
    last: usize,
}

impl Presence {
    /// Of that many children, none of whom has a row yet.
    pub(super) fn none_of(children: usize) -> Presence {
        Presence { children, returns: Vec::new(), last: 0 }
    }

    /// Notes a row of a child.
    #[inline]
    pub(super) fn note(&mut self, year: i32, table: Table, child: u32) {
        if self.returns.get(self.last).is_none_or(|(of, _)| *of != year) {
            self.last = self.place_of(year);
        }
        self.returns[self.last].1[child as usize].add(table);
    }

    fn place_of(&mut self, year: i32) -> usize {
        self.returns.iter().position(|(of, _)| *of == year).unwrap_or_else(|| {
            self.returns.push((year, vec![TableSet::default(); self.children]));
            self.returns.len() - 1
        })
    }

    /// Notes rows of a table, each by the year of its return and its child.
    pub(super) fn of_table(&mut self, table: Table) -> impl FnMut(i32, u32) {
        move |year, child| self.note(year, table, child)
    }

    /// Whether a return has a row of the child in a table.
    pub(crate) fn has(&self, year: i32, table: Table, child: u32) -> bool {
        self.of(year).get(child as usize).is_some_and(|tables| tables.has(table))
    }

    /// The children with a row in a table of a return, by index.
    pub(crate) fn in_table(&self, year: i32, table: Table) -> impl Iterator<Item = u32> {
        let children = self.of(year).iter().enumerate();
        children.filter(move |(_, tables)| tables.has(table)).map(|(child, _)| child as u32)
    }

    /// How many children have a row in a table of a return and none in another of it.
    pub(crate) fn in_table_alone(&self, year: i32, table: Table, other: Table) -> usize {
        self.of(year).iter().filter(|tables| tables.has(table) && !tables.has(other)).count()
    }

    /// The years of the returns with a row of any child, in order.
    pub(crate) fn years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = self.returns.iter().map(|(year, _)| *year).collect();
        years.sort_unstable();
        years
    }

    fn of(&self, year: i32) -> &[TableSet] {
        self.returns.iter().find(|(of, _)| *of == year).map_or(&[], |(_, tables)| tables)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_is_in_the_tables_and_returns_that_have_a_row() {
        let mut presence = Presence::none_of(3);
        presence.note(2011, Table::Episodes, 0);
        presence.note(2011, Table::Oc2, 2);
        presence.note(2010, Table::Oc2, 1);
        assert_eq!(presence.in_table(2011, Table::Oc2).collect::<Vec<_>>(), [2]);
        assert_eq!(presence.years(), [2010, 2011]);
        assert!(presence.has(2011, Table::Episodes, 0) && !presence.has(2010, Table::Episodes, 0));
        assert_eq!(presence.in_table(2009, Table::Oc2).count(), 0);
    }
}
