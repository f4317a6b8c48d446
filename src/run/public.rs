//! What one run gives to anybody: the figures of its days and of the years before them, protected and attacked as one
//! set, and the packs that are made of what was printed.

use super::measured::Earlier;
use super::{Request, RunError};
use crate::attack::Aim;
use crate::attack::earlier::Published;
use crate::attack::published::{audit, folders_of};
use crate::benchmark::Compared;
use crate::contract::{PUBLISH, RESTRICTED};
use crate::day::Day;
use crate::disclosure::{DayToProtect, Protected, protect};
use crate::figures::Figure;
use crate::pack::folder::BelowReport;
use crate::progress::Progress;
use crate::publish;
use crate::publish::public::PublicDay;
use crate::report::disclosure;
use crate::report::folder::{ReportFolder, Written};
use crate::seeds::disclosure::Profile;
use crate::timeframe::Timeframe;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What is to be published.
#[derive(Debug, Clone, Copy)]
pub struct ToPublish<'run> {
    /// What was asked.
    pub request: &'run Request,
    /// How it is protected.
    pub profile: &'run Profile,
    /// The figures of each day.
    pub days: &'run [Compared],
    /// Those of the years before.
    pub earlier: &'run Earlier,
    /// Where each day's report is written.
    pub folders: &'run [ReportFolder],
}

/// What was published.
#[derive(Debug, Default)]
pub struct Public {
    /// The files of each day.
    pub written: Vec<Vec<Written>>,
    /// What was published already and can be mended no more, a line each.
    pub already: Vec<String>,
}

impl ToPublish<'_> {
    /// Protects the figures, writes them, attacks what is written, and only then makes packs, of nothing but what is
    /// written there.
    ///
    /// # Errors
    /// Where a file cannot be written, or what would be published gives too much away.
    pub fn publish(&self, progress: Progress) -> Result<Public, RunError> {
        let protected = self.protected()?;
        let mut public = Public::default();
        for (day, folder) in self.days.iter().zip(self.folders) {
            public.written.push(self.tables(day.timeframe, &protected, folder)?);
        }
        public.already = self.stand_the_attack()?;
        for (written, folder) in public.written.iter_mut().zip(self.folders) {
            written.extend(self.packs(folder, progress)?);
        }
        Ok(public)
    }

    /// The figures of all days and of the years before them, protected as one set.
    fn protected(&self) -> Result<BTreeMap<Day, Protected>, RunError> {
        let mut set = BTreeMap::<Day, DayToProtect<'_>>::new();
        for day in self.days {
            for before in self.earlier.before(day.timeframe) {
                let figures = before.list.iter().collect();
                set.entry(before.timeframe.as_at).or_insert(DayToProtect { timeframe: before.timeframe, figures });
            }
            let figures: Vec<&Figure> = day.list.iter().map(|compared| &compared.figure).collect();
            set.insert(day.timeframe.as_at, DayToProtect { timeframe: day.timeframe, figures });
        }
        let days: Vec<DayToProtect<'_>> = set.into_values().collect();
        let Request { seeds, already_published, .. } = self.request;
        let protected = protect(&days, self.profile, seeds, already_published).map_err(|_| RunError::Contradiction)?;
        Ok(protected.into_iter().map(|protected| (protected.table().timeframe.as_at, protected)).collect())
    }

    /// Writes the tables of a day and of the years before it, and for the owner what is hidden there and why.
    fn tables(
        &self,
        day: Timeframe,
        protected: &BTreeMap<Day, Protected>,
        folder: &ReportFolder,
    ) -> Result<Vec<Written>, RunError> {
        let before = self.earlier.before(day);
        let days = std::iter::once(day.as_at).chain(before.iter().map(|figures| figures.timeframe.as_at));
        let tables: Vec<&Protected> = days.filter_map(|as_at| protected.get(&as_at)).collect();
        let mut written = publish::folder::write(&tables, &self.request.seeds.indicators, folder)?;
        written.push(folder.write(&format!("{RESTRICTED}/disclosure.csv"), |file| disclosure::write(&tables, file))?);
        Ok(written)
    }

    /// Attacks what was written, all days as one set with what was published already; what of that can be mended no
    /// more.
    fn stand_the_attack(&self) -> Result<Vec<String>, RunError> {
        let written: Vec<PathBuf> =
            self.folders.iter().flat_map(|folder| folders_of(&folder.unfinished(PUBLISH))).collect();
        let Request { already_published, seeds, .. } = self.request;
        let audit = audit(&written, already_published, seeds, Aim::Breaches)?;
        if audit.is_safe() {
            Ok(audit.already)
        } else {
            Err(RunError::Breach([audit.breaches, audit.not_audited].concat()))
        }
    }

    /// Writes the packs of a day, from the tables as anybody reads them.
    fn packs(&self, folder: &ReportFolder, progress: Progress) -> Result<Vec<Written>, RunError> {
        let Request { seeds, wanted, .. } = self.request;
        let tables: Result<Vec<Published>, _> =
            folders_of(&folder.unfinished(PUBLISH)).iter().map(|folder| Published::read(folder)).collect();
        let tables = tables?;
        let days: Vec<PublicDay<'_>> =
            tables.iter().map(|Published { table, profile, .. }| PublicDay { table, profile }).collect();
        let destination = BelowReport { report: folder, folder: PUBLISH, wanted: *wanted };
        Ok(publish::packs::write(&days, seeds, &destination, progress)?)
    }
}
