//! Places names beside dots, where they overlap nothing else.

use super::paper::At;
use super::typography::LINE;

/// The areas that are taken, and the bounds that names must stay within.
#[derive(Debug)]
pub(crate) struct Labels {
    bounds: Area,
    taken: Vec<Area>,
}

/// Where a name begins, and the line that leads to it from its dot where it does not stand right beside that.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Placed {
    /// Where its baseline begins.
    pub at: At,
    /// From the edge of the dot to the nearest edge of the name.
    pub leader: Option<[At; 2]>,
}

/// The upper left corner and the lower right one.
type Area = (At, At);

/// How far text reaches above its baseline, and below it.
const UP: f64 = 15.0;
const DOWN: f64 = 4.0;

impl Labels {
    /// Bounds in which nothing is taken yet.
    pub(crate) fn within(upper: At, lower: At) -> Labels {
        Labels { bounds: (upper, lower), taken: Vec::new() }
    }

    /// Takes the area of a dot, or of a point on a line.
    pub(crate) fn take(&mut self, (x, y): At, radius: f64) {
        self.taken.push(((x - radius, y - radius), (x + radius, y + radius)));
    }

    /// Where a name of this width stands beside, above or below a dot; none where there is no room. Takes its area.
    pub fn place(&mut self, (x, y): At, radius: f64, wide: f64) -> Option<Placed> {
        let away = radius + 6.0;
        let sides = [x + away, x - away - wide];
        let lines = [y + 5.5, y - away, y + away + UP - DOWN];
        let beside = sides.map(|left| (left, lines[0]));
        let corners = sides.into_iter().flat_map(|left| [(left, lines[1]), (left, lines[2])]);
        let about = [(x - wide / 2.0, lines[1]), (x - wide / 2.0, lines[2])];
        let further = sides.into_iter().flat_map(|left| [(left, lines[1] - LINE), (left, lines[2] + LINE)]);
        let near = beside.into_iter().chain(about).map(|at| (at, true));
        let away = corners.chain(further).map(|at| (at, false));
        let is_free = |((left, line), _): &(At, bool)| self.is_free(((*left, line - UP), (left + wide, line + DOWN)));
        let ((left, line), is_near) = near.chain(away).find(is_free)?;
        self.taken.push(((left - 4.0, line - UP), (left + wide + 4.0, line + DOWN)));
        let end = (x.clamp(left, left + wide), if line < y { line + DOWN } else { line - UP });
        let part = radius / (end.0 - x).hypot(end.1 - y);
        let begin = (x + (end.0 - x) * part, y + (end.1 - y) * part);
        Some(Placed { at: (left, line), leader: (!is_near).then_some([begin, end]) })
    }

    fn is_free(&self, ((left, top), (right, bottom)): Area) -> bool {
        let ((first, highest), (last, lowest)) = self.bounds;
        let inside = left >= first && right <= last && top >= highest && bottom <= lowest;
        let over = |((from, above), (to, below)): &Area| left < *to && right > *from && top < *below && bottom > *above;
        inside && !self.taken.iter().any(over)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_where_nothing_is() {
        let mut labels = Labels::within((0.0, 0.0), (200.0, 100.0));
        labels.take((50.0, 50.0), 4.0);
        let beside = Placed { at: (60.0, 55.5), leader: None };
        assert_eq!(labels.place((50.0, 50.0), 4.0, 60.0), Some(beside));
        // That is taken now, too close to the lines above and below it, and the left has no room: further above, where a
        // line leads to it from the dot's edge.
        let above = labels.place((50.0, 50.0), 4.0, 60.0).unwrap();
        let [begin, end] = above.leader.unwrap();
        assert_eq!((above.at, end), ((60.0, 19.0), (60.0, 23.0)));
        assert!((((begin.0 - 50.0).hypot(begin.1 - 50.0)) - 4.0).abs() < 1e-9, "{begin:?}");
        assert_eq!(labels.place((50.0, 50.0), 4.0, 300.0), None);
    }
}
