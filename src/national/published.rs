//! What is published of a day, and of a place and those within it: all that a stocktake is made of.

use crate::benchmark::across::{Across, OfAuthority};
use crate::benchmark::{Compared, ComparedFigure};
use crate::pack::Pack;
use crate::printed::public::{PublicDay, PublicFigure};
use crate::seeds::Seeds;
use crate::seeds::indicators::{IndicatorSeed, find};

/// The public figures of one place.
pub(super) type Figures<'run> = &'run [ComparedFigure<PublicFigure>];

/// What is published of a day.
#[derive(Debug)]
pub(super) struct Published<'run> {
    /// The figures, compared.
    pub compared: &'run Compared<PublicFigure>,
    /// The tables of the day and of the years before it.
    pub days: &'run [PublicDay<'run>],
    /// The lists in force.
    pub seeds: &'run Seeds,
}

/// A place and those within it.
pub(super) struct Within<'run> {
    /// The place itself.
    pub pack: &'run Pack,
    /// Its figures.
    pub own: Figures<'run>,
    /// The figures of each of its authorities.
    pub authorities: Vec<Figures<'run>>,
    /// The packs of its regions, or of its authorities where it is a region.
    pub parts: Vec<Pack>,
}

impl<'run> Published<'run> {
    /// The indicators, in order.
    pub fn indicators(&self) -> impl Iterator<Item = (&'run IndicatorSeed, &'run Across)> {
        let with_seed = |across: &'run Across| Some((find(&self.seeds.indicators, across.indicator)?, across));
        self.compared.across.iter().filter_map(with_seed)
    }
}

impl<'run> Within<'run> {
    /// Whether an authority is one of its own.
    pub fn holds(&self, authority: &OfAuthority) -> bool {
        self.authorities.iter().any(|figures| figures[0].figure.printed.code == authority.code)
    }

    /// Its own figure of an indicator.
    pub fn own(&self, number: u16) -> Option<&'run ComparedFigure<PublicFigure>> {
        self.own.iter().find(|compared| compared.figure.printed.indicator == number)
    }

    /// The figures of its authorities of an indicator.
    pub fn of_indicator(&self, number: u16) -> impl Iterator<Item = &'run ComparedFigure<PublicFigure>> {
        self.authorities
            .iter()
            .flat_map(move |figures| figures.iter().filter(move |compared| compared.figure.printed.indicator == number))
    }
}
