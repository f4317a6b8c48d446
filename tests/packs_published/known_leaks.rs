//! The leaks that tables of counts are known to have and their usual protection does not look for: each is caught, or
//! cannot be.

use super::country::{Year, compared, packs, printed, profile, protected, seeds};
use super::{audit, report};
use crate::folder::rows;
use std::fs;
use std::path::Path;
use stocktake::benchmark::targets::Children;
use stocktake::charts::chart::Chart;
use stocktake::charts::of_run::RunCharts;
use stocktake::printed::Printed;
use stocktake::rounding::Tenths;
use stocktake::seeds::Seeds;
use stocktake::seeds::published::Published;

/// Sets cells of one row of the published table, counted from the numerator.
fn set(folder: &Path, code: &str, indicator: &str, cells: &[(usize, &str)]) {
    let path = folder.join("r/publish/indicators.csv");
    let text = fs::read_to_string(&path).unwrap();
    let line = |line: &str| {
        let mut row: Vec<&str> = line.split(',').collect();
        if row[3] == code && row[6] == indicator {
            cells.iter().for_each(|(at, cell)| row[10 + at] = cell);
        }
        row.join(",") + "\n"
    };
    let changed: String = text.lines().map(line).collect();
    assert_ne!(changed, text);
    fs::write(path, changed).unwrap();
}

const ONE_IS_LEFT: &str = "NI 101, 996 Hollowdale, numerator: one whole number is left and 3 are required";

#[test]
fn a_rounded_percentage_beside_a_known_denominator_gives_the_count_back() {
    // 2 of 25: of all numerators 8.0% is that of one.
    let folder = report(&["--no-charts"]);
    set(folder.path(), "996", "101", &[(2, "8.0")]);
    assert!(audit(folder.path(), &["r"], 3).contains(ONE_IS_LEFT));
}

#[test]
fn limits_give_the_count_back_with_the_percentage_or_without() {
    for cells in [&[(3, "2.2"), (4, "25.0")][..], &[(2, "8.0"), (3, "2.2"), (4, "25.0")], &[(3, "2.2")]] {
        let folder = report(&["--no-charts"]);
        set(folder.path(), "996", "101", cells);
        assert!(audit(folder.path(), &["r"], 3).contains(ONE_IS_LEFT), "{cells:?}");
    }
    // With neither numerator nor denominator they do so still: a run prints none.
    for profile in ["sfr-2011", "round-5"] {
        let folder = report(&["--no-charts", "--disclosure", profile]);
        for table in ["", "years/2010-03-31/", "years/2009-03-31/"] {
            for row in rows(&folder.path().join(format!("r/publish/{table}indicators.csv"))) {
                let hidden = ["numerator", "denominator", "value"].iter().any(|column| row[*column] == "c");
                assert_eq!([&row["lower_95"], &row["upper_95"]].map(|limit| limit == "c"), [hidden; 2], "{row:?}");
            }
        }
    }
}

/// A region of ten authorities and one of three; the third of the first is hidden: 4 of 40.
fn thirteen() -> [Year; 2] {
    let of = |at: u64| if at == 2 { [4, 36] } else { [10 + 3 * at, 90 + at] };
    let other = [[20, 100], [4, 30], [30, 80]].to_vec();
    let year: Year = vec![(0..10).map(of).collect(), other];
    [year.clone(), year]
}

#[test]
fn a_mean_of_neighbours_has_nothing_of_one_that_is_hidden() {
    let years = thirteen();
    let (seeds, profile) = (seeds(&years[0]), profile("sfr-2011"));
    let protected = protected(&years, &seeds, &profile);
    let printed = printed(&protected[0]);
    assert_eq!(printed[&("220", 62)].numbers.value, Printed::Confidential);
    for pack in packs(&compared(&protected, &seeds), &seeds, &profile) {
        let Some(neighbours) =
            pack.indicators.iter().find(|of| of.indicator.number == 62).and_then(|of| of.neighbours.clone())
        else {
            continue;
        };
        let others =
            printed.iter().filter(|((code, number), _)| *number == 62 && code.len() == 3 && *code != pack.place.code);
        let counts: Vec<(i64, i64)> = others
            .filter_map(|(_, figure)| match figure.numbers.list() {
                [Printed::Number(met), Printed::Number(all), Printed::Number(_), ..] => Some((met, all)),
                _ => None,
            })
            .collect();
        let mean = counts.iter().map(|(met, all)| 100.0 * *met as f64 / *all as f64).sum::<f64>() / counts.len() as f64;
        let Printed::Number(tenths) = neighbours.value else { panic!("{neighbours:?}") };
        assert!((Tenths(tenths).as_f64() - mean).abs() <= 0.05 + 1e-9, "{}: {neighbours:?}", pack.place.name);
        assert_eq!(neighbours.name, format!("mean of {} of 12 neighbours", counts.len()));
    }
}

#[test]
fn what_is_worked_out_from_hidden_numbers_is_hidden_and_not_said_to_be_none() {
    // The second region is hidden as a whole, and nobody was in 210 in the year before.
    let year = |of_210| vec![vec![[40, 160], [50, 170], of_210], vec![[1, 30], [0, 2]]];
    let years: [Year; 2] = [year([60, 140]), year([0, 0])];
    let seeds = Seeds { published: Published::default(), ..seeds(&years[0]) };
    let profile = profile("sfr-2011");
    let protected = protected(&years, &seeds, &profile);
    assert_eq!(printed(&protected[0])[&("E12000001", 62)].numbers.value, Printed::Confidential);
    let packs = packs(&compared(&protected, &seeds), &seeds, &profile);
    let of = |code: &str| {
        let pack = packs.iter().find(|pack| pack.place.code == code).unwrap();
        pack.indicators.iter().find(|of| of.indicator.number == 62).unwrap()
    };
    let hidden = of("201");
    assert!(hidden.is_hidden() && hidden.targets.iter().all(|target| target.met.is_none()));
    assert_eq!(hidden.region.as_ref().map(|region| region.value), Some(Printed::Confidential));
    let nobody_before = of("220");
    assert_eq!(nobody_before.years[3].1, Printed::NotApplicable, "{:?}", nobody_before.years);
    assert_eq!(nobody_before.change, None);
}

#[test]
fn counts_are_said_to_be_rounded_where_they_are_and_a_percentage_of_few_is_not_said_to_be_hidden() {
    // 7 of 7 are printed; a percentage of so few is not. Of the region 157 of 214 (73.4%) are 160 of 210 (76.2%).
    let year: Year = vec![vec![[7, 0], [80, 30], [70, 27]], vec![[40, 60], [50, 50]]];
    let years = [year.clone(), year];
    let seeds = seeds(&years[0]);
    let of = |name: &str, code: &str| {
        let profile = profile(name);
        let packs = packs(&compared(&protected(&years, &seeds, &profile), &seeds), &seeds, &profile);
        let pack = packs.into_iter().find(|pack| pack.place.code == code).unwrap();
        pack.indicators.into_iter().find(|of| of.indicator.number == 62).unwrap()
    };
    let region = of("sfr-2011", "E12000000");
    assert_eq!(region.counted, "");
    assert_eq!(region.rounding, "Counts to the nearest 10 would give another percentage, so none is given.");
    assert!(region.words[0].starts_with("73.4% of children in care"), "{}", region.words[0]);
    let authority = of("sfr-2011", "210");
    assert_eq!((authority.counted.as_str(), authority.rounding.as_str()), ("80 of 110", ""));
    let rounded = of("round-5", "220");
    assert_eq!(rounded.counted, "about 70 of about 95");
    assert_eq!(rounded.rounding, "Counts are to the nearest 5; the percentage is of the rounded counts.");
    let few = of("both-sides", "200");
    assert_eq!(few.numbers.list()[..3], [Printed::Number(7), Printed::Number(7), Printed::Confidential]);
    assert_eq!(few.counted, "no percentage is given for such small numbers");
    assert_eq!(few.words[0], "No percentage is given for such small numbers.");
}

#[test]
fn order_tells_nothing_of_one_that_is_hidden() {
    let years = thirteen();
    let (seeds, profile) = (seeds(&years[0]), profile("sfr-2011"));
    let protected = protected(&years, &seeds, &profile);
    let printed = printed(&protected[0]);
    let compared = compared(&protected, &seeds);
    let shown = printed
        .iter()
        .filter(|((code, number), figure)| {
            *number == 62 && code.len() == 3 && matches!(figure.numbers.value, Printed::Number(_))
        })
        .count();
    // Places are counted among those that are shown, without a gap for another.
    let mut places: Vec<usize> = Vec::new();
    for pack in packs(&compared, &seeds, &profile).iter().filter(|pack| pack.place.code.len() == 3) {
        let of = pack.indicators.iter().find(|of| of.indicator.number == 62).unwrap();
        if let Some(rank) = &of.rank {
            let (place, among) = rank.split_once(" of ").unwrap();
            places.push(place.parse().unwrap());
            assert!(among.starts_with(&format!("the {shown} shown")), "{rank}");
        }
    }
    places.sort_unstable();
    assert_eq!(places, (1..=shown).collect::<Vec<_>>());
    // Nor is there a gap in a chart: names alone, in their own order.
    let charts = RunCharts::new(&compared, &seeds);
    let all = charts.caterpillars().into_iter().find(|all| all.indicator.number == 62).unwrap();
    assert_eq!(all.in_order().len(), shown);
    assert!(all.hidden.contains(&"La 220".to_owned()) && all.hidden.is_sorted());
    let caterpillars = charts.caterpillars();
    for figures in compared.by_authority() {
        // Nobody can know who is the best or the worst of all.
        let spine = charts.spine(figures, &caterpillars).map(|spine| spine.alternative_text()).unwrap_or_default();
        let claims: Vec<&str> = spine.split(". ").filter(|said| said.contains("It has the")).collect();
        assert!(claims.iter().all(|claim| !claim.contains("NI 62")), "{claims:?}");
    }
    let funnel = charts.funnels().into_iter().find(|all| all.indicator.number == 62).unwrap();
    assert!(funnel.points.iter().all(|point| !funnel.hidden.contains(&point.place.name)));
    let largest = funnel.points.iter().map(|point| point.of).max();
    assert_eq!(
        funnel.limits.iter().map(|limits| limits.of).max(),
        largest,
        "limits end where points that are shown do"
    );
}

#[test]
fn a_gap_in_children_is_told_of_exact_counts_alone() {
    // 16 of 48, of which 60% are 29: 13 more; of the printed 15 of 50 it would be 15.
    let year: Year = vec![vec![[32, 16], [40, 60]]];
    let years = [year.clone(), year];
    let seeds = seeds(&years[0]);
    let gap = |name: &str| {
        let profile = profile(name);
        let all = packs(&compared(&protected(&years, &seeds, &profile), &seeds), &seeds, &profile);
        let pack = all.into_iter().find(|pack| pack.place.code == "200").unwrap();
        let of = pack.indicators.into_iter().find(|of| of.indicator.number == 99).unwrap();
        assert!(matches!(of.numbers.value, Printed::Number(_)), "{name}");
        of.targets[0].clone()
    };
    let exact = gap("sfr-2011");
    assert_eq!(exact.children, Some(Children::Short(13)));
    assert!(exact.in_words.contains("13 more children"), "{}", exact.in_words);
    let rounded = gap("round-5");
    assert_eq!((rounded.met, rounded.children), (Some(false), None));
    assert!(!rounded.in_words.contains("child"), "{}", rounded.in_words);
}
