//! The sets that jobs work on, made once and kept in the target folder.

#[path = "other_kinds.rs"]
mod other_kinds;

use super::job::{CHECK, carry_out};
use std::path::Path;
use stocktake::seeds::Seeds;
use stocktake::seeds::authorities::Authority;
use stocktake::synth::{self, Layout, Options, Place, Scale};

/// Makes all but the public fake return, so many times as large as the nation.
pub fn make(set: &Path, times: u32) -> Option<()> {
    let seeds = Seeds::built_in().ok()?;
    let places: Vec<Place> = seeds.authorities.iter().map(|(_, authority)| place(authority)).collect();
    made(&set.join("collated"), Layout::Collated, times, places.clone())?;
    made(&set.join("folders"), Layout::Folders, times, places.clone())?;
    let lasting: Vec<Place> =
        places.into_iter().filter(|place| place.first_return.or(place.last_return).is_none()).collect();
    // As many children in fewer authorities, so that what differs is the number of authorities.
    for (authorities, times_as_many) in [(76, 2), (19, 8)] {
        let some: Vec<Place> = lasting.iter().step_by(lasting.len() / authorities).take(authorities).cloned().collect();
        let folder = set.join(format!("collated-{authorities}"));
        made(&folder, Layout::Collated, times * times_as_many, some.clone())?;
        list(&folder, &some)?;
    }
    other_kinds::workbooks(&set.join("collated"), &set.join("workbooks"))?;
    other_kinds::xml(&set.join("folders"), &set.join("xml"))?;
    publish_three_years(set)
}

fn place(authority: &Authority) -> Place {
    let year = stocktake::day::Day::return_year;
    Place {
        first_return: authority.valid_from.map(year),
        last_return: authority.valid_to.map(year),
        ..Place::new(&authority.code, &authority.name)
    }
}

fn made(folder: &Path, layout: Layout, times: u32, authorities: Vec<Place>) -> Option<()> {
    if folder.exists() {
        return Some(());
    }
    let years = vec![2009, 2010, 2011];
    let options = Options { seed: 22, scale: Scale::National, layout, years, times, authorities };
    synth::write(&options, folder, &|_| ()).ok().map(|_| ())
}

/// Writes the list of some authorities beside their returns, so that they are all that there are.
fn list(folder: &Path, places: &[Place]) -> Option<()> {
    let all = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/authorities.csv")).ok()?;
    let (heading, rows) = all.split_once('\n')?;
    let is_wanted = |row: &&str| places.iter().any(|place| row.starts_with(&format!("{},", place.code)));
    let rows: Vec<&str> = rows.lines().filter(is_wanted).collect();
    std::fs::write(folder.join("authorities.csv"), format!("{heading}\n{}\n", rows.join("\n"))).ok()
}

/// Publishes the figures of three years as one set.
fn publish_three_years(set: &Path) -> Option<()> {
    let days = ["--as-at", "2009-03-31", "--as-at", "2010-03-31", "--as-at", "2011-03-31", "--no-charts"];
    carry_out("run", &set.join("collated"), &days, &set.join("report-years"))
}

/// Writes the public fake return ten times over, each time with other ids of children; none where it is
/// not there.
pub fn ten_times_the_sample(set: &Path) -> Option<()> {
    /// How many times as many children are checked as that return has.
    const TIMES: usize = 10;
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/returns/validator_2018");
    let folder = set.join(CHECK);
    std::fs::create_dir_all(&folder).ok()?;
    for entry in std::fs::read_dir(sample).ok()? {
        let entry = entry.ok()?;
        let text = std::fs::read_to_string(entry.path()).ok()?;
        let (heading, rows) = text.split_once('\n')?;
        let mut many = format!("{heading}\n");
        for time in 0..TIMES {
            for row in rows.lines().filter(|row| !row.is_empty()) {
                // CHILD is the first column of every table.
                let (child, rest) = row.split_once(',')?;
                many.push_str(&format!("{child}_{time},{rest}\n"));
            }
        }
        std::fs::write(folder.join(entry.file_name()), many).ok()?;
    }
    Some(())
}
