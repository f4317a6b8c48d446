//! The identities that must hold exactly in every run.

use super::reconciled::{Reconciled, Reconciliation};
use crate::figures::{Figure, Status};
use crate::level::Level;
use crate::returns::file::{FileReport, LineCounts, Outcome};
use crate::returns::table::Table;
use crate::seeds::indicators::IndicatorSeed;

/// The identities that do not hold, in words; none, unless the program is at fault.
pub(crate) fn broken(
    reconciliation: &Reconciliation,
    files: &[FileReport],
    figures: &[Figure],
    indicators: &[IndicatorSeed],
) -> Vec<String> {
    let mut broken = Broken::default();
    for table in Table::ALL {
        broken.unless_equal(
            "rows of the files and of the ledger",
            table.name(),
            [rows_of_files(files, table), reconciliation.rows.table(table).read],
        );
        let ledger = reconciliation.rows.table(table);
        broken.unless_equal("rows read and accounted for", table.name(), [ledger.read, ledger.accounted()]);
    }
    for file in files.iter().filter(|file| matches!(file.outcome, Outcome::Read { .. })) {
        let LineCounts { passed, no_row, inside } = file.lines;
        let accounted = file.rows + file.blank_lines + no_row + inside;
        broken.unless_equal("lines of the file and accounted for", &file.shown, [passed, accounted]);
    }
    for (figure, reconciled) in figures.iter().zip(&reconciliation.list) {
        of_figure(figure, reconciled, &mut broken);
    }
    broken.unless_equal(
        "figures and what stands behind them",
        "all",
        [figures.len() as u64, reconciliation.list.len() as u64],
    );
    for indicator in indicators.iter().map(|seed| seed.number) {
        let [national, regional, local] = [Level::National, Level::Regional, Level::LocalAuthority].map(|level| {
            sums(figures.iter().filter(|figure| figure.indicator == indicator && figure.level.whole() == level))
        });
        for (place, count) in ["numerators", "denominators", "populations"].into_iter().enumerate() {
            let counts = [local[place], regional[place], national[place]];
            broken.unless_equal(
                &format!("{count} of authorities, regions and England"),
                &format!("NI {indicator}"),
                counts,
            );
        }
    }
    broken.0
}

/// Rows and children of one figure.
fn of_figure(figure: &Figure, reconciled: &Reconciled, broken: &mut Broken) {
    let whose = format!("{} NI {}", figure.code, figure.indicator);
    for (table, rows) in &reconciled.rows {
        let what = format!("rows of {table} read and accounted for");
        broken.unless_equal(&what, &whose, [rows.read, rows.accounted()]);
    }
    let there = u64::from(!matches!(figure.status, Status::NotAvailable(_)));
    broken.unless_equal("figures and tallies", &whose, [there, u64::from(reconciled.children.is_some())]);
    if let Some(tally) = &reconciled.children {
        broken.unless_equal("children and children accounted for", &whose, [tally.children, tally.accounted()]);
        broken.unless_equal("populations", &whose, [tally.population(), figure.population]);
        broken.unless_equal("denominators", &whose, [tally.denominator(), figure.denominator]);
        broken.unless_equal("numerators", &whose, [tally.numerator(), figure.numerator]);
    }
}

fn rows_of_files(files: &[FileReport], table: Table) -> u64 {
    files.iter().filter(|file| file.table() == Some(table)).map(|file| file.rows).sum()
}

/// The sums of the numerators, denominators and populations of figures.
fn sums<'figures>(figures: impl Iterator<Item = &'figures Figure>) -> [u64; 3] {
    figures.fold([0; 3], |[numerators, denominators, populations], figure| {
        [numerators + figure.numerator, denominators + figure.denominator, populations + figure.population]
    })
}

/// The identities that do not hold.
#[derive(Default)]
struct Broken(Vec<String>);

impl Broken {
    fn unless_equal<const N: usize>(&mut self, what: &str, whose: &str, counts: [u64; N]) {
        if counts.iter().any(|count| *count != counts[0]) {
            let counts: Vec<String> = counts.iter().map(u64::to_string).collect();
            self.0.push(format!("{whose}: {what} should be equal and are {}", counts.join(", ")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::outcome::Reason;
    use crate::quality::ledger::{Ledger, TableLedger};
    use crate::reconciliation::children::ChildTally;

    /// Figures of NI 62 in one authority of one region: one of three children, from two of four rows.
    fn sound() -> (Reconciliation, Vec<Figure>) {
        let mut rows = TableLedger { read: 4, used: 2, ..TableLedger::default() };
        rows.set_aside.insert("no_nights", 1);
        rows.rejected.insert("code_blank", 1);
        let mut whole = Ledger::default();
        whole.of(Table::Episodes).add(&rows);
        let mut children = ChildTally { children: 5, met: 1, ..ChildTally::default() };
        children.not_met.insert(Reason::FewerThanThreePlacements, 2);
        children.outside.insert(crate::indicators::outside::Outside::NotLookedAfter, 2);
        let reconciled = Reconciled { rows: vec![(Table::Episodes, rows)], children: Some(children), silent: (0, 365) };
        let levels = [Level::National, Level::Regional, Level::LocalAuthority];
        let figure = |level| Figure {
            level,
            code: "301".to_owned(),
            name: String::new(),
            indicator: 62,
            status: Status::Ok,
            numerator: 1,
            squares: 1,
            denominator: 3,
            population: 3,
            cover_too_short: false,
            behind: None,
            doubt: Default::default(),
        };
        let list = vec![reconciled; levels.len()];
        (Reconciliation { rows: whole, list }, levels.map(figure).to_vec())
    }

    fn indicators() -> Vec<IndicatorSeed> {
        crate::seeds::Seeds::built_in().unwrap().indicators
    }

    fn files(rows: u64) -> Vec<FileReport> {
        vec![FileReport {
            shown: "episodes.csv".to_owned(),
            sheet: None,
            bytes: 0,
            sha256: String::new(),
            form: Default::default(),
            outcome: Outcome::Read { table: Table::Episodes, collated: false },
            place: Default::default(),
            by_place: Default::default(),
            rows,
            rejected: 1,
            blank_lines: 0,
            lines: LineCounts { passed: rows, ..LineCounts::default() },
            rejected_table: None,
            exact: Default::default(),
            extra_columns: Vec::new(),
            renamed_columns: Vec::new(),
            columns: Vec::new(),
        }]
    }

    #[test]
    fn what_agrees_is_sound() {
        let (reconciliation, figures) = sound();
        assert_eq!(broken(&reconciliation, &files(4), &figures, &indicators()), Vec::<String>::new());
    }

    #[test]
    fn a_row_or_a_child_too_many_anywhere_is_found() {
        let (reconciliation, figures) = sound();
        assert_eq!(
            broken(&reconciliation, &files(5), &figures, &indicators()),
            ["episodes: rows of the files and of the ledger should be equal and are 5, 4"]
        );
        type Damage = fn(&mut Reconciliation, &mut [Figure]);
        let damages: [(&str, Damage); 10] = [
            ("rows read and accounted for", |made, _| made.rows.of(Table::Episodes).used += 1),
            ("rows of episodes read and accounted for", |made, _| made.list[2].rows[0].1.used += 1),
            ("children and children accounted for", |made, _| {
                made.list[2].children.as_mut().unwrap().children += 1;
            }),
            ("figures and tallies", |made, _| made.list[1].children = None),
            ("figures and what stands behind them", |made, _| made.list.truncate(2)),
            ("301 NI 62: numerators", |_, figures| figures[2].numerator = 2),
            ("301 NI 62: denominators", |_, figures| figures[2].denominator = 4),
            ("301 NI 62: populations", |_, figures| figures[2].population = 4),
            ("denominators of authorities, regions and England", |_, figures| figures[1].denominator = 4),
            ("populations of authorities, regions and England", |_, figures| figures[0].population = 4),
        ];
        for (said, damage) in damages {
            let (mut reconciliation, mut figures) = sound();
            damage(&mut reconciliation, &mut figures);
            let broken = broken(&reconciliation, &files(4), &figures, &indicators());
            assert!(broken.iter().any(|broken| broken.contains(said)), "{said}: {broken:?}");
        }
    }
}
