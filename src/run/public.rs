//! What a run publishes: the figures of its days and of the years before them, protected and audited as one set, and the
//! packs that are made of what was printed.

use super::error::RunError;
use super::groups::not_published_again;
use super::measured::Earlier;
use super::request::Publication;
use crate::attack::Aim;
use crate::audit::{Audit, Extent, audit};
use crate::benchmark::Compared;
use crate::context::ContextRow;
use crate::contract::{PUBLISH, RESTRICTED};
use crate::day::Day;
use crate::disclosure::{DayToProtect, Decided, GroupToProtect, Protected, protect};
use crate::forecast::Forecast;
use crate::output::error::ReportError;
use crate::output::folder::{ReportFolder, Written};
use crate::pack_files::destination::{BelowReport, Wanted};
use crate::printed::folders::folders_of;
use crate::printed::published::{Published, published_in};
use crate::progress::Progress;
use crate::publish;
use crate::publish::registry;
use crate::publish::series::{SERIES_TABLE, series};
use crate::report::disclosure;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::timeframe::Timeframe;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What is to be published.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ToPublish<'run> {
    /// How it is protected, and together with what.
    pub publication: &'run Publication,
    /// The lists in force.
    pub seeds: &'run Seeds,
    /// Which files of the packs are made.
    pub wanted: Wanted,
    /// The figures of each day.
    pub days: &'run [Compared],
    /// What was decided on each day about each child, hashed.
    pub decided: &'run [Decided],
    /// Those of the years before.
    pub earlier: &'run Earlier,
    /// The groups of each day that are published, as far as any are.
    pub groups: &'run [Vec<GroupToProtect>],
    /// The exact care population of each day.
    pub populations: &'run [&'run [ContextRow]],
    /// Where each day's figures will probably end, as far as that is published.
    pub ahead: &'run [Option<&'run Forecast>],
    /// Where each day's report is written.
    pub folders: &'run [ReportFolder],
}

/// What was published.
#[derive(Debug, Default)]
pub(crate) struct Public {
    /// The files of each day.
    pub written: Vec<Vec<Written>>,
    /// What was published already and cannot be undone, a line each.
    pub already: Vec<String>,
    /// What hiding costs, a line each day; none where nobody is told.
    pub costs: Vec<String>,
    /// The published figures of several days.
    pub series: Option<Vec<u8>>,
}

impl ToPublish<'_> {
    /// Protects the figures, writes them, audits what is written, and only then makes packs, of nothing but the tables
    /// that were audited.
    ///
    /// # Errors
    /// Where a file cannot be written, or what would be published gives too much away.
    pub fn publish(&self, progress: Progress) -> Result<Public, RunError> {
        if let Some(problem) = not_published_again(self.groups, self.days, &self.publication.already) {
            return Err(problem);
        }
        let protected = self.protected()?;
        self.cost_of_groups(&protected).iter().for_each(|cost| progress.say(cost));
        let mut public = Public::default();
        let more = self.populations.iter().zip(self.ahead);
        for ((day, folder), (population, ahead)) in self.days.iter().zip(self.folders).zip(more) {
            public.written.push(self.tables(day.timeframe, &protected, (population, *ahead), folder)?);
        }
        let audit = audited(self.folders, &self.publication.already, self.seeds)?;
        for (written, folder) in public.written.iter_mut().zip(self.folders) {
            written.extend(self.packs(folder, &audit.tables, progress)?);
            all_registered(written)?;
        }
        public.series = self.series(&audit.tables)?;
        public.already = audit.already;
        // What nobody is told is not worked out: what another profile would hide takes as long as what this one does.
        if progress.tells() {
            public.costs = self.costs(&protected);
        }
        Ok(public)
    }

    /// The figures of all days and of the years before them, protected as one set.
    fn protected(&self) -> Result<BTreeMap<Day, Protected>, RunError> {
        let mut set = BTreeMap::<Day, DayToProtect<'_>>::new();
        for day in self.days {
            for before in self.earlier.before(day.timeframe) {
                let (timeframe, figures) = (before.figures.timeframe, before.judged().collect());
                let decided = &before.decided;
                set.entry(timeframe.as_at).or_insert(DayToProtect { timeframe, figures, decided, groups: &[] });
            }
        }
        let with_groups = self.own_days().zip(self.groups).map(|(day, groups)| DayToProtect { groups, ..day });
        set.extend(with_groups.map(|day| (day.timeframe.as_at, day)));
        self.protect(set.into_values().collect(), &self.publication.profile)
    }

    /// The figures of the days alone, without groups.
    pub(super) fn own_days(&self) -> impl Iterator<Item = DayToProtect<'_>> {
        self.days.iter().zip(self.decided).map(|(day, decided)| {
            let figures = day.list.iter().map(|compared| (&compared.figure, compared.verdict.reliance)).collect();
            DayToProtect { timeframe: day.timeframe, figures, decided, groups: &[] }
        })
    }

    pub(super) fn protect(
        &self,
        days: Vec<DayToProtect<'_>>,
        profile: &Profile,
    ) -> Result<BTreeMap<Day, Protected>, RunError> {
        let already = &self.publication.already;
        let protected = protect(&days, profile, self.seeds, already).map_err(|_| RunError::Contradiction)?;
        Ok(protected.into_iter().map(|protected| (protected.table().timeframe.as_at, protected)).collect())
    }

    /// Writes the tables of a day and of the years before it, and for the owner what is hidden there and why.
    fn tables(
        &self,
        day: Timeframe,
        protected: &BTreeMap<Day, Protected>,
        (population, ahead): (&[ContextRow], Option<&Forecast>),
        folder: &ReportFolder,
    ) -> Result<Vec<Written>, RunError> {
        let before = self.earlier.before(day);
        let days = std::iter::once(day.as_at).chain(before.iter().map(|before| before.figures.timeframe.as_at));
        let tables: Vec<&Protected> = days.filter_map(|as_at| protected.get(&as_at)).collect();
        let mut written = publish::folder::write(&tables, population, ahead, self.seeds, folder)?;
        written.push(folder.write(&format!("{RESTRICTED}/disclosure.csv"), |file| disclosure::write(&tables, file))?);
        Ok(written)
    }

    /// The published figures of several days, from the tables as they were audited.
    fn series(&self, audited: &[Published]) -> Result<Option<Vec<u8>>, RunError> {
        if self.folders.len() < 2 {
            return Ok(None);
        }
        let days: Vec<_> =
            self.folders.iter().map(|folder| published_in(&folder.unfinished(PUBLISH), audited)).collect();
        let made = series(&days, self.seeds);
        made.map(Some).map_err(|source| ReportError::Write { path: SERIES_TABLE.into(), source: source.into() }.into())
    }

    /// Writes the packs of a day, from the tables as they were audited.
    fn packs(
        &self,
        folder: &ReportFolder,
        audited: &[Published],
        progress: Progress,
    ) -> Result<Vec<Written>, RunError> {
        let days = published_in(&folder.unfinished(PUBLISH), audited);
        let destination = BelowReport { report: folder, folder: PUBLISH, wanted: self.wanted };
        Ok(publish::packs::write(&days, self.seeds, &destination, progress)?)
    }
}

/// Whether the registry has the kind of every file that is to be published.
///
/// # Errors
/// Where one is of no kind that may be published.
fn all_registered(written: &[Written]) -> Result<(), RunError> {
    let published = written.iter().filter_map(|written| Path::new(&written.path).strip_prefix(PUBLISH).ok());
    match published.into_iter().find(|file| registry::kind(file).is_none()) {
        Some(file) => Err(RunError::NotRegistered(file.to_owned())),
        None => Ok(()),
    }
}

/// Audits what was written, all days as one set with what was published already.
///
/// # Errors
/// Where it gives too much away.
fn audited(folders: &[ReportFolder], already_published: &[Published], seeds: &Seeds) -> Result<Audit, RunError> {
    let written: Vec<PathBuf> = folders.iter().flat_map(|folder| folders_of(&folder.unfinished(PUBLISH))).collect();
    let audit = audit(&written, already_published, seeds, Aim::Breaches, Extent::Tables)?;
    if audit.is_safe() { Ok(audit) } else { Err(RunError::Breach([audit.breaches, audit.not_audited].concat())) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{PROFILE, PUBLISHED_FIGURES};
    use crate::figures::Behind;
    use crate::level::Level;
    use crate::output::folder::OF_RUN;
    use crate::printed::{Numbers, Printed, PrintedFigure, PrintedTable, print, table, words};
    use crate::timeframe::Basis;
    use crate::unit::Unit;
    use crate::verdict::Reliance;

    /// NI 62 of a place in London.
    fn printed(profile: &Profile, level: Level, [code, name]: [&str; 2], [met, all]: [i64; 2]) -> PrintedFigure {
        PrintedFigure {
            level,
            code: code.to_owned(),
            name: name.to_owned(),
            region: (level == Level::LocalAuthority).then(|| "E12000007".to_owned()),
            indicator: 62,
            group: None,
            unit: Unit::Percent,
            numbers: print::percentage(profile, level, met, all),
            behind: (level != Level::LocalAuthority).then_some(Behind { available: 2, listed: 2 }),
            cover_too_short: false,
            left_open: false,
            reliance: Reliance::Usable,
        }
    }

    #[test]
    fn what_no_one_knows_is_not_published() {
        let written = |path: &str| vec![Written { path: path.to_owned(), bytes: 0, sha256: String::new() }];
        for path in ["publish/indicators.csv", "publish/authorities/302-barnet.html", "restricted/children.csv"] {
            assert!(all_registered(&written(path)).is_ok(), "{path}");
        }
        for path in ["publish/children.csv", "publish/authorities/302-barnet.csv", "publish/years/302.csv"] {
            assert!(matches!(all_registered(&written(path)), Err(RunError::NotRegistered(_))), "{path}");
        }
    }

    #[test]
    fn what_gives_too_much_away_is_not_put_into_place() {
        // 3 of 20 and 40 of 60: the first is hidden, and so must the second be, or the region gives it away.
        let seeds = Seeds::built_in().unwrap();
        let profile = &seeds.disclosure[0];
        let first = printed(profile, Level::LocalAuthority, ["301", "Barking and Dagenham"], [3, 20]);
        let hidden = Numbers { denominator: first.numbers.denominator, ..Numbers::all(Printed::Confidential) };
        let second = printed(profile, Level::LocalAuthority, ["302", "Barnet"], [40, 60]);
        let both = |second: PrintedFigure| {
            let whole = |level, place| printed(profile, level, place, [43, 80]);
            vec![
                whole(Level::National, ["E92000001", "England"]),
                whole(Level::Regional, ["E12000007", "London"]),
                PrintedFigure { numbers: hidden, ..first.clone() },
                second,
            ]
        };
        let timeframe = Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap();
        for (figures, is_safe) in [
            (
                both(PrintedFigure {
                    numbers: Numbers { denominator: second.numbers.denominator, ..hidden },
                    ..second.clone()
                }),
                true,
            ),
            (both(second.clone()), false),
        ] {
            let out = tempfile::tempdir().unwrap();
            let folder = ReportFolder::open(out.path(), OF_RUN).unwrap();
            let settings = words::settings(profile, &[]);
            folder.write(&format!("{PUBLISH}/{PROFILE}"), |file| file.write_all(settings.as_bytes())).unwrap();
            let figures = PrintedTable { timeframe, same_children: Vec::new(), figures };
            let write = |file: &mut dyn std::io::Write| table::write(&figures, &seeds.indicators, file);
            folder.write(&format!("{PUBLISH}/{PUBLISHED_FIGURES}"), write).unwrap();
            match audited(&[folder], &[], &seeds) {
                Ok(audit) => assert!(is_safe && audit.already.is_empty()),
                Err(RunError::Breach(breaches)) => {
                    assert!(
                        !is_safe
                            && breaches[0].contains("NI 62, 301 Barking and Dagenham, numerator: one whole number"),
                        "{breaches:?}"
                    );
                }
                Err(other) => panic!("{other}"),
            }
            assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 0, "nothing is left behind");
        }
    }
}
