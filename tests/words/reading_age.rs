//! How many years of school a text needs.
//!
//! Kincaid JP and others (1975). Derivation of new readability formulas for Navy enlisted personnel. Research Branch Report
//! 8-75, Naval Air Station Memphis.

/// The Flesch-Kincaid grade of sentences, with the marks that end each.
pub fn grade(sentences: &[String]) -> f64 {
    let words: Vec<&str> = sentences.iter().flat_map(|sentence| sentence.split_whitespace()).collect();
    let of_words: usize = words.iter().map(|word| syllables(word)).sum();
    let all = words.len() as f64;
    0.39 * all / sentences.len() as f64 + 11.8 * of_words as f64 / all - 15.59
}

/// The sentences of a text.
pub fn sentences_of(text: &str) -> Vec<String> {
    text.split_inclusive(". ").map(|sentence| sentence.trim_end().to_owned()).collect()
}

/// Groups of vowels, without an e at the end that is not heard; a number counts as one.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let is_vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let groups = letters.chunk_by(|one, other| is_vowel(*one) == is_vowel(*other));
    let heard = groups.filter(|group| is_vowel(group[0])).count();
    let is_silent = matches!(letters.as_slice(), [.., before, 'e'] if !is_vowel(*before) && *before != 'l')
        || matches!(letters.as_slice(), [.., before, 'e', 'd'] if !is_vowel(*before) && !matches!(before, 't' | 'd'));
    (heard - usize::from(is_silent && heard > 1)).max(1)
}

#[test]
fn syllables_are_counted_as_they_are_heard() {
    for (word, expected) in
        [("care", 1), ("children", 2), ("missed,", 1), ("counted", 2), ("England", 2), ("little", 2), ("10.2%", 1)]
    {
        assert_eq!(syllables(word), expected, "{word}");
    }
}

#[test]
fn a_grade_by_hand() {
    // Six words of one syllable and two sentences: 0.39 * 3 + 11.8 - 15.59.
    let said = ["The cat sat.", "It is fine."].map(str::to_owned);
    assert!((grade(&said) - (0.39 * 3.0 + 11.8 - 15.59)).abs() < 1e-9);
}
