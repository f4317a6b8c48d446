//! What else is published of a day: packs, stocktakes and tidy data, made of the published tables and of nothing else.

use crate::output::destination::Destination;
use crate::output::error::ReportError;
use crate::pack_files::{PackFolder, stocktakes};
use crate::printed::PrintedTable;
use crate::printed::public::{PublicDay, compare};
use crate::progress::Progress;
use crate::seeds::Seeds;
use crate::tidy::{DATA, METADATA, TidyData};

/// The folder of tidy data.
pub(crate) const TIDY: &str = "tidy";

/// Makes the packs, stocktakes and tidy data of a day; `days` are the day itself and the same day one year before, two, ...,
/// without a gap. Returns what the destination says of each file.
///
/// # Errors
/// Where a chart cannot be drawn, or a file cannot be taken.
pub(crate) fn write<D: Destination>(
    days: &[PublicDay<'_>],
    seeds: &Seeds,
    destination: &D,
    progress: Progress,
) -> Result<Vec<D::Taken>, ReportError> {
    let Some((day, earlier)) = days.split_first() else { return Ok(Vec::new()) };
    let mut taken = tidy_data(days, seeds, destination)?;
    if destination.wants_packs() {
        let compared = compare(*day, earlier, seeds);
        taken.extend(PackFolder::new(&compared, seeds, Some(day.profile), destination)?.write(progress)?);
        taken.extend(stocktakes::write(&compared, days, seeds, destination)?);
    }
    Ok(taken)
}

fn tidy_data<D: Destination>(
    days: &[PublicDay<'_>],
    seeds: &Seeds,
    destination: &D,
) -> Result<Vec<D::Taken>, ReportError> {
    let tables: Vec<&PrintedTable> = days.iter().map(|day| day.table).collect();
    let tidy = TidyData::of(&tables, &seeds.indicators, &seeds.authorities)?;
    let (mut data, mut metadata) = (Vec::new(), Vec::new());
    let filled = tidy.write_data(&mut data).and_then(|()| tidy.write_metadata(&mut metadata));
    filled.map_err(|source| ReportError::Write { path: DATA.into(), source: source.into() })?;
    let mut taken = Vec::new();
    for (name, bytes) in [(DATA, data), (METADATA, metadata)] {
        let file = format!("{TIDY}/{name}");
        if destination.wants(&file) {
            taken.push(destination.take(&file, &bytes)?);
        }
    }
    Ok(taken)
}
