//! Makes the stocktakes of a day: England's, if all its authorities have given returns, and those of whole regions.

use super::published::{Figures, Published, Within};
use super::{Stocktake, answer, areas, has_stocktake, in_care, moved, population, shown, spread, targets};
use crate::benchmark::Compared;
use crate::charts::of_run::RunCharts;
use crate::level::Level;
use crate::pack::of_run::RunPacks;
use crate::pack::{About, Pack};
use crate::printed::public::{PublicDay, PublicFigure};
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;

/// What the stocktakes of a day are made of: published figures alone.
#[derive(Debug)]
pub(crate) struct Stocktakes<'run> {
    day: Published<'run>,
    packs: RunPacks<'run, PublicFigure>,
    charts: RunCharts<'run, PublicFigure>,
    about: About,
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
        Stocktakes { day: Published { compared, days, seeds }, packs, charts: RunCharts::new(compared, seeds), about }
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
            .day
            .compared
            .by_authority()
            .filter(|figures| is_national || figures[0].figure.printed.region.as_ref() == Some(&pack.place.code))
            .collect();
        let parts = match is_national {
            true => self.regions().collect(),
            false => authorities.iter().filter_map(|figures| self.packs.pack(figures)).collect(),
        };
        let within = Within { pack: &pack, own, authorities, parts };
        let spread = spread::of(&self.day, &within);
        let moved = moved::of(&self.day, &within);
        let (shown, shown_in_words) = shown::of(&within);
        let areas = areas::of(&within);
        let headings = answer::headings(&within, &moved, &spread, &shown);
        Stocktake {
            trends: self.charts.trends(own),
            answer: answer::sentences(&within, &headings, &shown),
            headings,
            targets: targets::of(&self.day, &within),
            spread: spread.into_iter().map(|(of, _)| of).collect(),
            areas,
            moved: moved.told,
            in_care: in_care::of(&self.day, &within, &self.about),
            population: population::of(&self.day, &within),
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
}
