//! Where a figure will probably end, and what that rests on.

use crate::draws::spread::Spread;
use crate::draws::tested::Tested;

/// With fewer past children behind it, a forecast has a warning.
const FEWEST_CHILDREN: u64 = 30;

/// Where a figure will probably end.
#[derive(Debug, Clone, Default)]
pub struct Likely {
    /// The forecast and its limits; none where no earlier year tells, or an authority of the place has none.
    pub spread: Option<Spread>,
    /// The chance of meeting each target, in the order of the rooms.
    pub chances: Vec<Option<f64>>,
    /// How many past children are behind it.
    pub past_children: u64,
    /// How past forecasts turned out, for the authority or for all of the place.
    pub tested: Tested,
    /// Whether, over all authorities, "the figure stays as it is" has been nearer than the forecast.
    pub worse_than_stays: bool,
}

impl Likely {
    /// Whether it rests on few past children.
    pub(crate) fn is_of_few(&self) -> bool {
        self.spread.is_some() && self.past_children < FEWEST_CHILDREN
    }
}
