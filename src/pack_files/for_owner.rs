//! What the owner's packs have, and nobody else's: where the year will end, figures by group, and the care population.

use crate::benchmark::Compared;
use crate::breakdowns::Breakdowns;
use crate::charts::of_run::year_end::year_end;
use crate::charts::year_end::YearEnd;
use crate::context::ContextRow;
use crate::forecast::Forecast;
use crate::forecast::outlook::Outlook;
use crate::forecast::quarters::Quarters;
use crate::level::Level;
use crate::pack::Pack;
use crate::pack::by_group::dimensions;
use crate::pack::care_population::care_population;
use crate::pack::year_ahead::YearAhead;
use crate::seeds::Seeds;
use crate::workbook::OwnerTables;
use std::ops::Range;

/// What the owner's packs have, and nobody else's.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ForOwner<'run> {
    /// The exact figures.
    pub compared: &'run Compared,
    /// The look ahead and the year so far; none on the last day of a year.
    pub ahead: Option<(&'run Forecast, &'run Quarters)>,
    /// The figures by group.
    pub breakdowns: &'run Breakdowns,
    /// The care population of every place.
    pub context: &'run [ContextRow],
    /// Whether each authority has a page of its children.
    pub has_children: bool,
    /// Whether the report has a folder of what may be published.
    pub is_published: bool,
}

impl<'run> ForOwner<'run> {
    /// What is said of the end of a place's year.
    fn outlooks(&self, pack: &Pack) -> Vec<&'run Outlook> {
        let of_place =
            |outlook: &&Outlook| outlook.steady.level == pack.level && outlook.steady.code == pack.place.code;
        self.ahead.into_iter().flat_map(|(forecast, _)| forecast.outlooks.iter().filter(of_place)).collect()
    }

    /// Adds it to the pack of a place.
    pub(super) fn add_to(&self, pack: &mut Pack, seeds: &Seeds) {
        let outlooks = self.outlooks(pack);
        pack.has_children = self.has_children && pack.level == Level::LocalAuthority;
        pack.ahead = self.ahead.and_then(|(forecast, _)| YearAhead::of(forecast, &outlooks, &seeds.indicators));
        let place = (pack.level.whole(), pack.place.code.as_str());
        let list = &self.compared.list;
        let of_place = rows_of(place, list, |compared| (compared.figure.level, &compared.figure.code));
        pack.by_group = dimensions(self.breakdowns, of_place.start, &list[of_place], &seeds.indicators);
        let of_place = rows_of(place, self.context, |row| (row.level, &row.code));
        pack.care = care_population(&self.context[of_place], &seeds.context, &self.breakdowns.dimensions);
    }

    /// The tables that the workbook has of it.
    pub(super) fn tables(&self) -> OwnerTables<'run> {
        OwnerTables { compared: self.compared, breakdowns: self.breakdowns, context: self.context }
    }

    /// The chart of the end of a place's year.
    pub(super) fn year_end(&self, pack: &Pack, seeds: &Seeds) -> Option<YearEnd> {
        let (forecast, quarters) = self.ahead?;
        year_end(pack.place.clone(), forecast, quarters, &self.outlooks(pack), &seeds.indicators)
    }
}

/// Where the rows of a place stand among those of all, which are in order of level and code.
fn rows_of<Row>(place: (Level, &str), rows: &[Row], place_of: impl Fn(&Row) -> (Level, &String)) -> Range<usize> {
    let place_of =
        |row: &Row| place_of(row).0.whole().cmp(&place.0).then_with(|| place_of(row).1.as_str().cmp(place.1));
    let start = rows.partition_point(|row| place_of(row).is_lt());
    start..start + rows[start..].partition_point(|row| place_of(row).is_eq())
}
