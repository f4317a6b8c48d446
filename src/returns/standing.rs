//! Which of several files stands: a file given twice counts once, and where two files of one table, authority and year
//! share children, one of them is a resubmission.

use super::file::{FileRows, Outcome};
use super::files::Standing;
use super::finding::{Finding, Rule, rules};
use super::notice::{Bearing, Notice};
use super::place::Place;
use super::set_aside::{SetAside, at_top};
use super::table::Table;
use super::tables::AuthorityRows;
use super::tables::row::Row;
use crate::code::ChildId;
use crate::seeds::authorities::AuthorityIndex;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

/// The kind of notice on files of which nobody said which stands.
const UNDECIDED: &str = "undecided";
/// The kind of notice on files that are the same under two years.
const SAME_IN_TWO_YEARS: &str = "same_in_two_years";
/// Fewer rows than these may well be the same in two years: of a few children nothing may have changed.
const TOO_MANY_TO_STAY: u64 = 20;

/// Two files that hold the same table of one return, of which nobody said which stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Disputed {
    /// The authority.
    pub authority: AuthorityIndex,
    /// The year in which the return ends.
    pub year: i32,
    /// The table.
    pub table: Table,
    /// The first two of the files, by path.
    pub files: [String; 2],
}

/// What came of files beside one another.
#[derive(Debug, Default)]
pub(crate) struct Stood {
    /// A finding for each file that is set aside.
    pub findings: Vec<Finding>,
    /// The rows that are.
    pub set_aside: Vec<(AuthorityIndex, SetAside)>,
    /// What nobody decided.
    pub disputed: Vec<Disputed>,
    /// The same in words.
    pub notices: Vec<Notice>,
}

impl Stood {
    /// Takes out the rows of files that do not stand.
    pub(crate) fn settle(files: &mut [FileRows], standing: Option<&Standing>) -> Stood {
        let mut stood = Stood::default();
        stood.given_twice(files);
        stood.given_for_two_years(files);
        stood.resubmitted(files, standing);
        stood
    }

    fn given_twice(&mut self, files: &mut [FileRows]) {
        let mut seen = HashMap::<(String, Option<String>, Place), usize>::new();
        for place in 0..files.len() {
            let report = &files[place].report;
            if !matches!(report.outcome, Outcome::Read { .. }) || report.sha256.is_empty() {
                continue;
            }
            let key = (report.sha256.clone(), report.sheet.clone(), report.place.place);
            let first = *seen.entry(key).or_insert(place);
            if first < place {
                let found = format!("the same bytes as {}", files[first].report.shown);
                self.take_out(files, place, None, &rules::FILE_GIVEN_TWICE, &found);
            }
        }
    }

    /// Says which files are the same under two years: one of them is probably a copy of the wrong one. Not so of exam results,
    /// each of which has its own year.
    fn given_for_two_years(&mut self, files: &[FileRows]) {
        let mut seen = HashMap::new();
        for report in files.iter().map(|file| &file.report) {
            let Outcome::Read { table, .. } = report.outcome else { continue };
            let Place { authority, year: Some(year) } = report.place.place else { continue };
            if table == Table::Attainment || report.sha256.is_empty() || report.rows < TOO_MANY_TO_STAY {
                continue;
            }
            let (first, other) = *seen.entry((&report.sha256, &report.sheet, authority)).or_insert((report, year));
            if year != other {
                let words = format!(
                    "{} and {} are the same, byte for byte, the one as {other}, the other as {year}: one is probably the other \
                     year's; extract it again",
                    first.shown, report.shown
                );
                self.notice(SAME_IN_TWO_YEARS, words);
            }
        }
    }

    fn resubmitted(&mut self, files: &mut [FileRows], standing: Option<&Standing>) {
        let mut holders = BTreeMap::<(AuthorityIndex, i32, Table), Vec<usize>>::new();
        for (place, file) in files.iter().enumerate() {
            if let Outcome::Read { table, .. } = file.report.outcome {
                for &(authority, year) in &file.returns {
                    holders.entry((authority, year, table)).or_default().push(place);
                }
            }
        }
        for ((authority, year, table), holders) in holders.into_iter().filter(|(_, holders)| holders.len() > 1) {
            let sharing = that_share_children(files, &holders, authority, year);
            let stands = |&place: &usize| match standing {
                Some(Standing::Latest) => sharing.last() == Some(&place),
                Some(Standing::Below(path)) => is_below(&files[place].report.shown, path),
                None => false,
            };
            let standing: Vec<usize> = sharing.iter().copied().filter(stands).collect();
            match (standing.as_slice(), sharing.as_slice()) {
                (_, [] | [_]) => {}
                (&[one], _) => {
                    let found = format!("{} stands", files[one].report.shown);
                    for place in sharing.into_iter().filter(|&place| place != one) {
                        self.take_out(files, place, Some((authority, year)), &rules::RESUBMITTED, &found);
                    }
                }
                (_, &[one, other, ..]) => {
                    let files = [one, other].map(|place| files[place].report.shown.clone());
                    let [one, other] = &files;
                    let words = format!(
                        "{one} and {other} hold {table} of {year} of the same children, so no figure is worked out that needs the table; \
                         say which stands with --resubmission (latest, or the file), or take the other away"
                    );
                    self.notice(UNDECIDED, words);
                    self.disputed.push(Disputed { authority, year, table, files });
                }
            }
        }
    }

    /// Takes out the rows of a file, or those of one return in it.
    fn take_out(
        &mut self,
        files: &mut [FileRows],
        place: usize,
        of: Option<(AuthorityIndex, i32)>,
        rule: &'static Rule,
        found: &str,
    ) {
        let unwanted = |authority, year| of.is_none_or(|of| of == (authority, year));
        files[place].written.iter_mut().for_each(|written| written.take_out(unwanted));
        let mut taken = BTreeMap::<(AuthorityIndex, Table, i32), u64>::new();
        for (authority, rows) in &mut files[place].rows {
            for ((table, _, year), rows) in rows.take_out(|year| unwanted(*authority, year)) {
                *taken.entry((*authority, table, year)).or_default() += rows;
            }
        }
        if !taken.is_empty() {
            let words = format!("{}: not used ({}): {found}", files[place].report.shown, rule.name);
            self.notice(rule.name, words);
        }
        let file = place as u32;
        let authorities: BTreeSet<AuthorityIndex> = taken.keys().map(|(authority, ..)| *authority).collect();
        self.findings.extend(authorities.into_iter().map(|authority| at_top(file, authority, rule, found.to_owned())));
        let set_aside = |((authority, table, year), rows)| (authority, SetAside { rule, table, file, year, rows });
        self.set_aside.extend(taken.into_iter().map(set_aside));
    }

    /// Says something once, however many authorities two files share.
    fn notice(&mut self, kind: &'static str, words: String) {
        if !self.notices.iter().any(|notice| notice.words == words) {
            self.notices.push(Notice { kind, bearing: Bearing::Figures, words });
        }
    }
}

/// The files among those of one table, authority and year that share a child with another of them, in order of path.
fn that_share_children(files: &[FileRows], holders: &[usize], authority: AuthorityIndex, year: i32) -> Vec<usize> {
    let children: Vec<HashSet<(ChildId, i32)>> =
        holders.iter().map(|&place| children(&files[place], authority, year)).collect();
    let shares =
        |one: usize| (0..holders.len()).any(|other| other != one && !children[one].is_disjoint(&children[other]));
    (0..holders.len()).filter(|&one| shares(one)).map(|one| holders[one]).collect()
}

/// The children of a return in a file; in attainment, each with the year of the exams.
fn children(file: &FileRows, authority: AuthorityIndex, year: i32) -> HashSet<(ChildId, i32)> {
    let mut children = HashSet::new();
    for (_, rows) in file.rows.iter().filter(|(of, _)| *of == authority) {
        let AuthorityRows { header, episodes, reviews, oc2, oc3, ad1, attainment, placed_adoption, .. } = rows;
        add(&rows.uasc, year, &mut children);
        add(&rows.missing, year, &mut children);
        add(header, year, &mut children);
        add(episodes, year, &mut children);
        add(reviews, year, &mut children);
        add(oc2, year, &mut children);
        add(oc3, year, &mut children);
        add(ad1, year, &mut children);
        add(placed_adoption, year, &mut children);
        let of_year = attainment.iter().filter(|row| row.year == year);
        children.extend(of_year.map(|row| (row.child, row.cells.exam_year)));
    }
    children
}

fn add<T>(rows: &[Row<T>], year: i32, children: &mut HashSet<(ChildId, i32)>) {
    children.extend(rows.iter().filter(|row| row.year == year).map(|row| (row.child, year)));
}

/// Whether a file, by its path as shown, is the one given or in the folder given.
fn is_below(shown: &str, given: &Path) -> bool {
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    Path::new(shown).starts_with(given) || real(Path::new(shown)).starts_with(real(given))
}
