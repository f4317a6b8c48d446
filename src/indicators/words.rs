//! Numbers of the definitions in words, for what a witness is told.

const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number below a hundred in words, any other in digits.
pub(crate) fn number_in_words(number: i32) -> String {
    let place = usize::try_from(number).unwrap_or(usize::MAX);
    match (place / 10, place % 10) {
        (0 | 1, _) => UNITS[place].to_owned(),
        (tens @ 2..=9, 0) => TENS[tens - 2].to_owned(),
        (tens @ 2..=9, units) => format!("{}-{}", TENS[tens - 2], UNITS[units]),
        _ => number.to_string(),
    }
}

/// A span of months: `twelve months`, `two years`, `thirty months`.
pub(crate) fn months_in_words(months: i32) -> String {
    match months {
        1 => "one month".to_owned(),
        _ if months > 12 && months % 12 == 0 => format!("{} years", number_in_words(months / 12)),
        _ => format!("{} months", number_in_words(months)),
    }
}

/// With a capital letter.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_people_say_them() {
        for (number, words) in [
            (0, "zero"),
            (3, "three"),
            (19, "nineteen"),
            (20, "twenty"),
            (42, "forty-two"),
            (99, "ninety-nine"),
            (100, "100"),
            (-1, "-1"),
        ] {
            assert_eq!(number_in_words(number), words);
        }
        for (months, words) in
            [(1, "one month"), (12, "twelve months"), (24, "two years"), (30, "thirty months"), (120, "ten years")]
        {
            assert_eq!(months_in_words(months), words);
        }
        assert_eq!(capital("three"), "Three");
    }
}
