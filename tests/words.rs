//! A place's words as they are read: a pack by hand that has every kind of figure, and what is measured of its text.

use stocktake::benchmark::targets::{self, Children};
use stocktake::benchmark::told::Told;
use stocktake::charts::shown::{Indicator, Place};
use stocktake::figures::Level;
use stocktake::figures::rounding::Tenths;
use stocktake::pack::summary::summary;
use stocktake::pack::words::sentences;
use stocktake::pack::{Beside, Change, OfIndicator, Pack, Summary, Target};
use stocktake::publish::{Numbers, Printed};
use stocktake::seeds::Seeds;
use stocktake::seeds::indicators::IndicatorSeed;

/// Numerator, denominator, value in tenths.
fn numbers(numerator: Printed, denominator: i64, value: i64) -> Numbers {
    let [denominator, value] = [denominator, value].map(Printed::Number);
    Numbers { numerator, denominator, value, lower: value, upper: value }
}

fn of(seed: &IndicatorSeed, numbers: Numbers) -> OfIndicator {
    OfIndicator {
        indicator: Indicator::of(seed),
        title: seed.title.clone(),
        numbers,
        counts_to: 1,
        counted: String::new(),
        england: None,
        region: None,
        neighbours: None,
        change: None,
        trend: None,
        rank: None,
        band: None,
        targets: Vec::new(),
        years: (2007..=2011).map(|year| (year, Printed::Number(100))).collect(),
        words: Vec::new(),
        note: String::new(),
    }
}

fn beside(name: &str, value: i64, told: Told) -> Option<Beside> {
    Some(Beside { name: name.to_owned(), value: Tenths(value), of_year: None, told: Some(told) })
}

fn change(from: i64, told: Told) -> Option<Change> {
    Some(Change { from_year: 2010, from: Tenths(from), points: Tenths(0), told })
}

fn target(value: &str, above: i64, children: Children, told: targets::Told) -> Target {
    Target {
        is_local: false,
        value: value.to_owned(),
        year: 2011,
        met: Some(matches!(children, Children::ToSpare(_))),
        told: Some(told),
        above: Some(Tenths(above)),
        children: Some(children),
        in_words: String::new(),
    }
}

/// One of each kind; `shift` moves every count, so that there are many places.
fn one_of_each(seeds: &[IndicatorSeed], shift: i64) -> Pack {
    let counted = |met: i64, all: i64, value| numbers(Printed::Number(met + shift), all + shift, value);
    let fill = |seed: &IndicatorSeed| match seed.number {
        58 => OfIndicator {
            england: beside("England", 139, Told::Not),
            change: change(132, Told::Untested),
            note: "with care: 14 of 66 children who should have a score without one (21.2%)".to_owned(),
            ..of(seed, numbers(Printed::NotApplicable, 52 + shift, 144))
        },
        61 => of(seed, Numbers::all(Printed::Confidential)),
        62 => OfIndicator {
            england: beside("England", 107, Told::Not),
            region: beside("London", 113, Told::Not),
            neighbours: beside("mean of 10 neighbours", 70, Told::Worse),
            change: change(58, Told::Not),
            trend: Some("no trend".to_owned()),
            ..of(seed, counted(19, 168, 113))
        },
        63 => OfIndicator {
            england: beside("England", 682, Told::Better),
            change: change(601, Told::Better),
            trend: Some("getting better".to_owned()),
            ..of(seed, counted(80, 98, 816))
        },
        66 => OfIndicator {
            england: beside("England", 905, Told::Worse),
            change: change(902, Told::Worse),
            ..of(seed, counted(120, 160, 750))
        },
        99 => OfIndicator {
            england: beside("England", 500, Told::Not),
            targets: vec![target("60", -76, Children::Short(2), targets::Told::CannotBeTold)],
            ..of(seed, counted(11, 21, 524))
        },
        100 => OfIndicator {
            england: beside("England", 480, Told::Not),
            targets: vec![target("55", 117, Children::ToSpare(2), targets::Told::CannotBeTold)],
            ..of(seed, counted(14, 21, 667))
        },
        101 => OfIndicator {
            england: beside("England", 128, Told::Not),
            targets: vec![target("20", -160, Children::Short(5), targets::Told::NotMet)],
            ..of(seed, counted(2, 50, 40))
        },
        147 => OfIndicator { england: beside("England", 900, Told::Not), ..of(seed, counted(5, 7, 714)) },
        _ => OfIndicator {
            note: "not available: no oc3 in the return for 2011".to_owned(),
            england: beside("England", 610, Told::Not),
            ..of(seed, Numbers::all(Printed::NotAvailable))
        },
    };
    Pack {
        level: Level::LocalAuthority,
        place: Place { code: "301".to_owned(), name: "Barking and Dagenham".to_owned() },
        region: None,
        behind: None,
        summary: Summary::default(),
        indicators: seeds.iter().map(fill).collect(),
    }
}

fn indicator_words(pack: &Pack, seeds: &[IndicatorSeed]) -> Vec<Vec<String>> {
    pack.indicators.iter().zip(seeds).map(|(of, seed)| sentences(of, seed)).collect()
}

fn summary_words(said: &Summary) -> Vec<(&'static str, &[String])> {
    vec![("Met", &said.met), ("Behind", &said.behind), ("Moved", &said.moved), ("Care", &said.care)]
}

#[test]
fn the_words_of_a_place_are_read_as_they_were() {
    let seeds = Seeds::built_in().unwrap().indicators;
    let pack = one_of_each(&seeds, 0);
    let said = summary(&pack);
    let mut text = format!("{}\n", said.lead);
    for (heading, list) in summary_words(&said) {
        text.push_str(&format!("\n{heading}\n"));
        text.extend(list.iter().map(|sentence| format!("- {sentence}\n")));
    }
    for (of, words) in pack.indicators.iter().zip(indicator_words(&pack, &seeds)) {
        text.push_str(&format!("\n{}\n{}\n", of.indicator.named(), words.join(" ")));
    }
    insta::assert_snapshot!("words", text);
}

#[test]
fn sentences_are_short() {
    let seeds = Seeds::built_in().unwrap().indicators;
    let pack = one_of_each(&seeds, 0);
    let said = summary(&pack);
    let mean = |sentences: &[String]| {
        let words: usize = sentences.iter().map(|sentence| sentence.split_whitespace().count()).sum();
        words as f64 / sentences.len() as f64
    };
    let of_indicators = indicator_words(&pack, &seeds);
    let lists: Vec<String> = summary_words(&said).into_iter().flat_map(|(_, list)| list.to_vec()).collect();
    let means = [mean(&of_indicators.concat()), mean(&lists)];
    assert!(means.iter().all(|mean| *mean <= 16.0), "{means:?}");
    assert!(of_indicators.iter().all(|words| (1..=5).contains(&words.len())));
}

#[test]
fn a_place_says_the_same_every_time() {
    let seeds = Seeds::built_in().unwrap().indicators;
    let all = || -> Vec<_> {
        let packs = (0..152).map(|shift| one_of_each(&seeds, shift));
        packs.map(|pack| (summary(&pack), indicator_words(&pack, &seeds))).collect()
    };
    let first = all();
    assert_eq!(std::thread::scope(|scope| scope.spawn(all).join()).unwrap(), first);
    assert_ne!(first[0].1, first[1].1);
}
