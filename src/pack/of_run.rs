//! Packs from compared figures: exact for their owner, or as printed for the public.

use super::notes::{audience, notes};
use super::summary::summary;
use super::words::{finding, sentences};
use super::{About, Beside, Change, OfIndicator, OfPart, Pack, Packs, Summary, Target};
use crate::benchmark::comparators::Comparator;
use crate::benchmark::footing::Footing;
use crate::benchmark::groups::GroupKind;
use crate::benchmark::standing::{Source, Standing};
use crate::benchmark::years::Year;
use crate::benchmark::{Against, Compared, ComparedFigure, naming};
use crate::charts::of_run::{RunCharts, place_of, rounded, value};
use crate::charts::strip::Strip;
use crate::level::Level;
use crate::printed::Printed;
use crate::rounding::Tenths;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::seeds::indicators::IndicatorSeed;
use crate::timeframe::Timeframe;
use crate::wording::as_printed::AsPrinted;
use crate::wording::figure::{RANK_LEFT_OPEN, quarter, rank_in_words};
use crate::wording::names::{Indicator, Place};
use crate::wording::target::TargetInWords;

/// Makes the packs of a day.
#[derive(Debug, Clone, Copy)]
pub struct RunPacks<'run, F> {
    compared: &'run Compared<F>,
    seeds: &'run Seeds,
}

impl<'run, F: AsPrinted> RunPacks<'run, F> {
    /// Of the figures of one day.
    pub fn new(compared: &'run Compared<F>, seeds: &'run Seeds) -> RunPacks<'run, F> {
        RunPacks { compared, seeds }
    }

    /// What the packs share: the owner's, or with the profile that protects the figures, public
    /// ones.
    pub fn about(&self, protected: Option<&Profile>) -> About {
        About {
            audience: audience(protected),
            timeframe: self.compared.timeframe,
            when: RunCharts::new(self.compared, self.seeds).when(),
            branding: self.seeds.branding.clone(),
            notes: notes(self.compared, self.seeds, protected),
        }
    }

    /// The figures of each place that has a pack, in the order of [`Compared::by_place`]. A region or England of which
    /// only one authority has figures has no pack: it would be that authority under another name.
    pub(crate) fn places(&self) -> impl Iterator<Item = &'run [ComparedFigure<F>]> {
        let is_of_one = |of: &ComparedFigure<F>| of.figure.behind().is_some_and(|behind| behind.available <= 1);
        self.compared.by_place().filter(move |figures| !figures.iter().all(is_of_one))
    }

    /// All packs of the day.
    pub fn all(&self, about: About) -> Packs {
        let mut packs = Packs { about, england: None, regions: Vec::new(), authorities: Vec::new() };
        for pack in self.places().filter_map(|figures| self.pack(figures)) {
            match pack.level {
                Level::National | Level::PartOfNational => packs.england = Some(pack),
                Level::Regional | Level::PartOfRegional => packs.regions.push(pack),
                Level::LocalAuthority => packs.authorities.push(pack),
            }
        }
        packs
    }

    /// The pack of one place; none without figures.
    pub fn pack(&self, figures: &[ComparedFigure<F>]) -> Option<Pack> {
        let named = naming(figures)?;
        let charts = RunCharts::new(self.compared, self.seeds);
        let with_seed = |compared: &ComparedFigure<F>| {
            let seed = self.seeds.indicators.iter().find(|seed| seed.number == compared.figure.indicator())?;
            let mut of = of_indicator(compared, seed, &self.compared.timeframe);
            of.part = part(&compared.figure, named);
            if let Some(part) = of.part.as_ref().filter(|_| of.is_shown()) {
                of.counted = format!("{}, {}", of.counted, part.name);
            }
            of.strip =
                charts.strip(compared, seed).map(|strip| Strip { own: strip.own.filter(|_| of.is_shown()), ..strip });
            of.finding = finding(&of, seed);
            of.words = sentences(&of, seed);
            Some(of)
        };
        let mut pack = Pack {
            level: named.level(),
            place: place_of(named),
            region: self.region(named),
            behind: named.behind(),
            summary: Summary::default(),
            indicators: figures.iter().filter_map(with_seed).collect(),
            ahead: None,
            by_group: Vec::new(),
            care: None,
            has_children: false,
        };
        pack.summary = summary(&pack);
        Some(pack)
    }

    /// The region of an authority.
    fn region(&self, figure: &F) -> Option<Place> {
        let authorities = &self.seeds.authorities;
        let index = authorities.find(figure.code()).filter(|_| figure.level() == Level::LocalAuthority)?;
        let authority = authorities.get(index);
        Some(Place { code: authority.region_code.clone(), name: authority.region_name.clone() })
    }
}

/// What a figure is of, where that is a part by another name than the place.
fn part(figure: &impl AsPrinted, named: &impl AsPrinted) -> Option<OfPart> {
    let is_other = figure.level().is_part() && figure.name() != named.name();
    is_other.then(|| OfPart { level: figure.level(), name: figure.name().to_owned(), behind: figure.behind() })
}

fn of_indicator<F: AsPrinted>(
    compared: &ComparedFigure<F>,
    seed: &IndicatorSeed,
    timeframe: &Timeframe,
) -> OfIndicator {
    let indicator = Indicator::on(seed, timeframe);
    let alone = OfIndicator::alone(seed, F::numbers(compared, seed.unit));
    // Where a published figure stands for the place, the comparisons are not of this one.
    let stands = |standing: &Standing| matches!(standing.source, Source::Returns(_));
    let is_told_of = alone.is_shown() && compared.standing.as_ref().is_some_and(stands);
    let placed = compared.placed.filter(|placed| is_told_of && placed.place.of > 1);
    let not_placed = || compared.not_placed.filter(|_| is_told_of).map(|_| RANK_LEFT_OPEN.to_owned());
    let of = |kind| beside(compared, kind, is_told_of);
    let targets = [(&compared.national, false), (&compared.local, true)];
    OfIndicator {
        counts_to: compared.figure.counts_to(),
        rounding: compared.figure.rounding(),
        counted: compared.figure.counted(seed.unit).unwrap_or_else(|| F::note(compared)),
        england: of(GroupKind::England),
        region: of(GroupKind::Region),
        neighbours: of(GroupKind::Neighbours),
        change: compared.change.as_ref().filter(|_| is_told_of).map(|change| Change {
            from_year: change.from.year,
            from: rounded(&change.from),
            points: Tenths::of(change.points),
            significance: change.significance,
            not_compared: change.not_compared.map(|why| why.with_names(indicator.years)),
        }),
        trend: compared.trending.as_ref().filter(|_| is_told_of).map(|trending| trending.name(seed.good).to_owned()),
        rank: placed.as_ref().map(rank_in_words).or_else(not_placed),
        quarter: placed.and_then(|placed| placed.place.band).map(|band| quarter(band).to_owned()),
        targets: targets
            .into_iter()
            .filter_map(|(against, is_local)| target(against.as_ref()?, is_local, seed, compared.figure.counts_to()))
            .collect(),
        years: years(compared, alone.numbers.value),
        footings: footings(compared),
        doubt: compared.figure.doubt(seed.unit).filter(|_| alone.is_shown()),
        year_notes: year_notes(compared),
        note: F::note(compared),
        indicator,
        ..alone
    }
}

/// What a figure is compared with.
fn beside<F>(compared: &ComparedFigure<F>, kind: GroupKind, is_told_of: bool) -> Option<Beside> {
    let comparator = compared.comparators.iter().find(|comparator| comparator.kind == kind && comparator.used)?;
    let year = compared.years.first().map(|year| year.year);
    let whole = comparator.whole.as_ref();
    let value = match kind {
        _ if comparator.is_hidden => Printed::Confidential,
        GroupKind::England | GroupKind::Region => Printed::Number(rounded(whole?).0),
        GroupKind::Neighbours | GroupKind::Own => Printed::Number(Tenths::of(comparator.mean?).0),
    };
    Some(Beside {
        name: name(comparator),
        value,
        of_year: whole.map(|whole| whole.year).filter(|of| Some(*of) != year),
        significance: comparator.significance.filter(|_| is_told_of),
        is_beyond_99_8: is_told_of && comparator.is_beyond_99_8,
        leaves_out_hidden: comparator.hidden > 0 && comparator.whole.is_none(),
        not_tested: comparator.not_judged.filter(|_| is_told_of).map(|why| format!("the figure {why}")),
    })
}

/// `England`, `London`, `mean of 9 of 10 neighbours`.
fn name(comparator: &Comparator) -> String {
    let Comparator { kind, name, authorities, with_figure, .. } = comparator;
    match kind {
        GroupKind::England | GroupKind::Region | GroupKind::Own => name.clone(),
        GroupKind::Neighbours if with_figure == authorities || *with_figure == 0 => {
            format!("mean of {authorities} neighbours")
        }
        GroupKind::Neighbours => format!("mean of {with_figure} of {authorities} neighbours"),
    }
}

/// A target beside a figure. From rounded counts nobody can say how many children are between the two.
fn target(against: &Against, is_local: bool, seed: &IndicatorSeed, counts_to: i64) -> Option<Target> {
    let against = Against { children: against.children.filter(|_| counts_to == 1), ..against.clone() };
    Some(Target {
        is_local,
        value: against.target.value.to_string(),
        year: against.target.year,
        met: against.met,
        significance: against.significance,
        is_beyond_99_8: against.is_beyond_99_8,
        above: against.above,
        children: against.children,
        in_words: TargetInWords::from(&against).in_plain_words(seed),
    })
}

/// The values of the years, the earliest first. The latest is the figure's own value or symbol, unless a published
/// figure stands in its place.
fn years<F>(compared: &ComparedFigure<F>, own: Printed) -> Vec<(i32, Printed)> {
    let mut years: Vec<(i32, Printed)> =
        compared.years.iter().rev().map(|year| (year.year, value(&year.known).into())).collect();
    let is_own = compared.standing.as_ref().is_none_or(|standing| matches!(standing.source, Source::Returns(_)));
    if let Some((_, latest)) = years.last_mut().filter(|_| is_own) {
        *latest = own;
    }
    years
}

/// What the values of years stand on that are not simply from the returns, the earliest first.
fn footings<F>(compared: &ComparedFigure<F>) -> Vec<(i32, Footing)> {
    let footing = |year: &Year| (year.year, Footing::of(&year.known, &compared.years));
    compared.years.iter().rev().map(footing).filter(|(_, footing)| *footing != Footing::Returns).collect()
}

/// The remarks on the values of years, the earliest first.
fn year_notes<F>(compared: &ComparedFigure<F>) -> Vec<(i32, String)> {
    let note = |year: &Year| Some((year.year, year.known.used.as_ref()?.remark()));
    compared.years.iter().rev().filter_map(note).filter(|(_, note)| !note.is_empty()).collect()
}
