//! Makes the stocktakes of a day: England's, if all its authorities have given returns, and those of whole regions.

use super::{Stocktake, answer, areas, has_stocktake, moved, population, shown, spread, targets};
use crate::benchmark::across::{Across, OfAuthority};
use crate::benchmark::{Compared, ComparedFigure};
use crate::charts::of_run::RunCharts;
use crate::level::Level;
use crate::pack::of_run::RunPacks;
use crate::pack::{About, Pack};
use crate::printed::public::{PublicDay, PublicFigure};
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::seeds::indicators::{IndicatorSeed, find};

/// The public figures of one place.
pub(super) type Figures<'run> = &'run [ComparedFigure<PublicFigure>];

/// What the stocktakes of a day are made of: published figures alone.
#[derive(Debug)]
pub(crate) struct Stocktakes<'run> {
    pub(super) compared: &'run Compared<PublicFigure>,
    /// The tables of the day and of the years before it.
    pub(super) days: &'run [PublicDay<'run>],
    pub(super) seeds: &'run Seeds,
    packs: RunPacks<'run, PublicFigure>,
    charts: RunCharts<'run, PublicFigure>,
    about: About,
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

impl<'run> Stocktakes<'run> {
    /// Of the figures of one day; `days` are the tables that they are made of, the day's own first.
    pub fn new(
        compared: &'run Compared<PublicFigure>,
        days: &'run [PublicDay<'run>],
        seeds: &'run Seeds,
        profile: &Profile,
    ) -> Stocktakes<'run> {
        let packs = RunPacks::new(compared, seeds);
        let about = packs.about(Some(profile));
        Stocktakes { compared, days, seeds, packs, charts: RunCharts::new(compared, seeds), about }
    }

    /// What they share.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The figures of each place that has one: England first, then regions.
    pub fn places(&self) -> impl Iterator<Item = (Pack, Figures<'run>)> {
        let is_above = |figures: &Figures<'run>| figures[0].figure.printed.level != Level::LocalAuthority;
        let with_pack = |figures: Figures<'run>| Some((self.packs.pack(figures)?, figures));
        let places = self.packs.places().take_while(is_above).filter_map(with_pack);
        places.filter(|(pack, _)| has_stocktake(&self.about, pack))
    }

    /// The stocktake of a place.
    pub fn of(&self, pack: Pack, own: Figures<'run>) -> Stocktake {
        let is_national = pack.level == Level::National;
        let authorities: Vec<Figures<'run>> = self
            .compared
            .by_authority()
            .filter(|figures| is_national || figures[0].figure.printed.region.as_ref() == Some(&pack.place.code))
            .collect();
        let parts = match is_national {
            true => self.regions().collect(),
            false => authorities.iter().filter_map(|figures| self.packs.pack(figures)).collect(),
        };
        let within = Within { pack: &pack, own, authorities, parts };
        let spread = spread::of(self, &within);
        let moved = moved::of(self, &within);
        let (shown, shown_in_words) = shown::of(&within);
        let areas = areas::of(&within);
        let headings = answer::headings(&within, &moved, &spread, &shown);
        Stocktake {
            trends: self.charts.trends(own),
            answer: answer::sentences(&within, &headings),
            headings,
            targets: targets::of(self, &within),
            spread: spread.into_iter().map(|(of, _)| of).collect(),
            areas,
            moved: moved.told,
            population: population::of(self, &within),
            shown,
            shown_in_words,
            pack,
        }
    }

    /// The packs of all regions.
    fn regions(&self) -> impl Iterator<Item = Pack> {
        let is_above = |figures: &Figures<'run>| figures[0].figure.printed.level != Level::LocalAuthority;
        let is_region = |figures: &Figures<'run>| figures[0].figure.printed.level == Level::Regional;
        let regions = self.packs.places().take_while(is_above).filter(is_region);
        regions.filter_map(|figures| self.packs.pack(figures))
    }

    /// The indicators, in order.
    pub(super) fn indicators(&self) -> impl Iterator<Item = (&'run IndicatorSeed, &'run Across)> {
        let with_seed = |across: &'run Across| Some((find(&self.seeds.indicators, across.indicator)?, across));
        self.compared.across.iter().filter_map(with_seed)
    }
}

impl<'run> Within<'run> {
    /// Whether an authority is one of its own.
    pub(super) fn holds(&self, authority: &OfAuthority) -> bool {
        self.authorities.iter().any(|figures| figures[0].figure.printed.code == authority.code)
    }

    /// Its own figure of an indicator.
    pub(super) fn own(&self, number: u16) -> Option<&'run ComparedFigure<PublicFigure>> {
        self.own.iter().find(|compared| compared.figure.printed.indicator == number)
    }

    /// The figures of its authorities of an indicator.
    pub(super) fn of_indicator(&self, number: u16) -> impl Iterator<Item = &'run ComparedFigure<PublicFigure>> {
        self.authorities
            .iter()
            .flat_map(move |figures| figures.iter().filter(move |compared| compared.figure.printed.indicator == number))
    }
}
