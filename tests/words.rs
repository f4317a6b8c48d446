//! A place's words as they are read, and what is measured of their text.

pub mod reading_age;

use crate::packs::in_words::one_of_each;
use crate::packs::indicators;
use stocktake::pack::summary::summary;
use stocktake::pack::words::{finding, sentences};
use stocktake::pack::{Pack, Summary};
use stocktake::seeds::indicators::IndicatorSeed;
use stocktake::wording::glossary::GLOSSARY;

fn indicator_words(pack: &Pack, seeds: &[IndicatorSeed]) -> Vec<Vec<String>> {
    pack.indicators.iter().zip(seeds).map(|(of, seed)| sentences(of, seed)).collect()
}

fn summary_words(said: &Summary) -> Vec<(&'static str, &[String])> {
    vec![("Met", &said.met), ("Behind", &said.behind), ("Moved", &said.moved), ("Care", &said.care)]
}

#[test]
fn the_words_of_a_place_are_read_as_they_were() {
    let seeds = indicators();
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
    let seeds = indicators();
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
fn sentences_need_nine_years_of_school_at_most() {
    let seeds = indicators();
    let pack = one_of_each(&seeds, 0);
    let said = summary(&pack);
    let mut sentences = reading_age::sentences_of(&said.lead);
    sentences.extend(summary_words(&said).into_iter().flat_map(|(_, list)| list.to_vec()));
    sentences.extend(indicator_words(&pack, &seeds).concat());
    sentences.extend(pack.indicators.iter().zip(&seeds).map(|(of, seed)| format!("{}.", finding(of, seed))));
    let glossary: Vec<String> = GLOSSARY.iter().flat_map(|(_, meaning)| reading_age::sentences_of(meaning)).collect();
    for (name, sentences) in [("sentences", sentences), ("glossary", glossary)] {
        let grade = reading_age::grade(&sentences);
        assert!(grade <= 9.0, "{name}: grade {grade:.1}");
    }
}

#[test]
fn a_place_says_the_same_every_time() {
    let seeds = indicators();
    let all = || -> Vec<_> {
        let packs = (0..152).map(|shift| one_of_each(&seeds, shift));
        packs.map(|pack| (summary(&pack), indicator_words(&pack, &seeds))).collect()
    };
    let first = all();
    assert_eq!(std::thread::scope(|scope| scope.spawn(all).join()).unwrap(), first);
    assert_ne!(first[0].1, first[1].1);
}
