//! The data of a path, in as few characters as they take: every step is from where the last one ended.

use std::fmt::Write;

/// A point, in units.
pub(super) type At = (i32, i32);

/// The data of a path in progress.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Path {
    data: String,
    /// Where it has come to.
    at: At,
    /// The command that the last numbers belong to: it goes for those that follow too.
    command: char,
}

impl Path {
    /// Its data.
    pub fn data(&self) -> &str {
        &self.data
    }

    /// Goes to a point without drawing.
    pub fn begin(&mut self, (x, y): At) {
        let first = self.data.is_empty();
        let (dx, dy) = if first { (x, y) } else { (x - self.at.0, y - self.at.1) };
        self.put(if first { 'M' } else { 'm' }, &[dx, dy]);
        self.at = (x, y);
    }

    /// Draws a line to a point.
    pub fn line(&mut self, (x, y): At) {
        match (x - self.at.0, y - self.at.1) {
            (0, dy) => self.put('v', &[dy]),
            (dx, 0) => self.put('h', &[dx]),
            (dx, dy) => self.put('l', &[dx, dy]),
        }
        self.at = (x, y);
    }

    /// A line of no length, which round ends make a disc.
    pub fn dot(&mut self, at: At) {
        self.begin(at);
        self.put('h', &[0]);
    }

    /// A shape with these corners, always round the same way: where two overlap, neither cuts a hole into the other.
    pub fn shape(&mut self, corners: &[At]) {
        let twice_the_area: i64 = around(corners).map(|((x, y), (to_x, to_y))| x * to_y - to_x * y).sum();
        let Some((first, others)) = corners.split_first() else { return };
        if twice_the_area < 0 {
            self.begin(corners[corners.len() - 1]);
            corners.iter().rev().skip(1).for_each(|corner| self.line(*corner));
            self.at = corners[corners.len() - 1];
        } else {
            self.begin(*first);
            others.iter().for_each(|corner| self.line(*corner));
            self.at = *first;
        }
        self.data.push('z');
        self.command = 'z';
    }

    /// Whether it has come to this point by a line, which another can go on from.
    pub fn goes_on_from(&self, at: At) -> bool {
        self.at == at && matches!(self.command, 'v' | 'h' | 'l')
    }

    fn put(&mut self, command: char, numbers: &[i32]) {
        let goes_on = self.command == command && command == 'l';
        if !goes_on {
            self.data.push(command);
            self.command = command;
        }
        for (place, number) in numbers.iter().enumerate() {
            if *number >= 0 && (goes_on || place > 0) {
                self.data.push(' ');
            }
            let _ = write!(self.data, "{number}");
        }
    }
}

/// Every corner with the next.
fn around(corners: &[At]) -> impl Iterator<Item = ((i64, i64), (i64, i64))> {
    let whole = |(x, y): At| (i64::from(x), i64::from(y));
    let next = corners.iter().cycle().skip(1);
    corners.iter().zip(next).map(move |(one, other)| (whole(*one), whole(*other)))
}
