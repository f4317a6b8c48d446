//! The key of an anonymised copy, and the ids that it gives.
//!
//! An id is replaced by its HMAC-SHA256 (RFC 2104) under the key, so that nobody without the key can
//! find out which id it was, even by trying them all.

use crate::fault::SystemError;
use crate::output::hash::hexadecimal;
use crate::owner;
use hmac::{Hmac, KeyInit, Mac};
use miette::Diagnostic;
use sha2::Sha256;
use std::path::{Path, PathBuf};
use std::{fmt, io};
use thiserror::Error;

/// Bytes of randomness in a key that is made.
const RANDOM_BYTES: usize = 32;
/// Bits that a key has at least.
const FEWEST_BITS: f64 = 128.0;

/// A key that cannot be made or read.
#[derive(Debug, Error, Diagnostic)]
pub enum KeyError {
    /// The file does not exist.
    #[error("there is no key at {}", .0.display())]
    #[diagnostic(help("give --new-key to make one there, or the path of the one you used before"))]
    NotThere(PathBuf),
    /// A key was to be made where a file exists.
    #[error("{} already exists", .0.display())]
    #[diagnostic(help("leave --new-key out to use it, or make the new key elsewhere"))]
    ThereAlready(PathBuf),
    /// It is so short or so plain that it could be guessed.
    #[error("the key in {} is worth {found} bits at most, and needs {FEWEST_BITS}", path.display())]
    #[diagnostic(help(
        "make one with --new-key: 32 letters and digits taken at random are enough, a word or one letter many times is not"
    ))]
    Guessable {
        /// The file.
        path: PathBuf,
        /// How many bits it is worth at most.
        found: u32,
    },
    /// The file cannot be read or written.
    #[error("the key {} cannot be read or written", path.display())]
    #[diagnostic(help("check the path, and that you have permission"))]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: SystemError,
    },
}

/// A key: HMAC-SHA256 with the key taken in and no message yet.
#[derive(Clone)]
pub struct Key(Hmac<Sha256>);

/// A key is never shown.
impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Key")
    }
}

impl Key {
    /// Makes a key of 32 random bytes from the operating system and writes it, in hexadecimal, into a file
    /// that does not exist yet and that only its owner may read.
    ///
    /// # Errors
    /// Where the file exists, or cannot be written.
    pub fn make(path: &Path) -> Result<Key, KeyError> {
        let failed = |source: io::Error| match source.kind() {
            io::ErrorKind::AlreadyExists => KeyError::ThereAlready(path.to_owned()),
            _ => KeyError::File { path: path.to_owned(), source: source.into() },
        };
        let mut bytes = [0; RANDOM_BYTES];
        getrandom::fill(&mut bytes).map_err(|error| failed(io::Error::other(error.to_string())))?;
        let text = hexadecimal(&bytes);
        owner::write_new(path, format!("{text}\n").as_bytes()).map_err(failed)?;
        Ok(Key::of(text.as_bytes()))
    }

    /// Reads a key: the text of the file, without white space at either end.
    ///
    /// # Errors
    /// Where there is none, or it could be guessed.
    pub fn read(path: &Path) -> Result<Key, KeyError> {
        let bytes = std::fs::read(path).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => KeyError::NotThere(path.to_owned()),
            _ => KeyError::File { path: path.to_owned(), source: source.into() },
        })?;
        let text = bytes.trim_ascii();
        let bits = bits(text);
        if bits < FEWEST_BITS {
            return Err(KeyError::Guessable { path: path.to_owned(), found: bits as u32 });
        }
        Ok(Key::of(text))
    }

    /// The key of some bytes.
    #[allow(clippy::expect_used, reason = "HMAC takes a key of any length")]
    pub(crate) fn of(bytes: &[u8]) -> Key {
        Key(Hmac::new_from_slice(bytes).expect("HMAC takes a key of any length"))
    }

    /// HMAC-SHA256 of a message.
    fn mac(&self, message: &[u8]) -> [u8; 32] {
        self.0.clone().chain_update(message).finalize().into_bytes().into()
    }

    /// The id that replaces a child's, which is given as the definitions read it: a `K`, so that a spreadsheet
    /// takes it for text, and seventy bits as fourteen characters. The authority plays no part: the program
    /// already knows children by authority and id.
    pub fn id(&self, id: &str) -> String {
        format!("K{}", characters(&self.mac(id.as_bytes()), 14))
    }

    /// The replacement of a text that may not be copied: the same for the same text, and never a code, date
    /// or number.
    pub(crate) fn in_place_of(&self, text: &str) -> String {
        format!("?{}?", self.word(text))
    }

    /// A word in place of a text, for a name of a file: the same for the same text.
    pub(crate) fn word(&self, text: &str) -> String {
        let mut message = vec![0];
        message.extend(text.as_bytes());
        characters(&self.mac(&message), 10)
    }
}

/// How many bits a text is worth at most as a key, were it taken at random: by the kinds of its characters, and by how often each
/// of them is there. What is made of one piece again and again is worth no more than the piece.
fn bits(text: &[u8]) -> f64 {
    let repeats = |length: &usize| text.iter().zip(&text[*length..]).all(|(one, other)| one == other);
    let piece = &text[..(1..=text.len() / 2).find(repeats).unwrap_or(text.len())];
    let length = piece.len() as f64;
    let by_kind = length * kinds(piece).log2();
    let shares = (0..=u8::MAX).map(|byte| piece.iter().filter(|own| **own == byte).count() as f64 / length);
    let by_shares = length * shares.filter(|share| *share > 0.0).map(|share| -share * share.log2()).sum::<f64>();
    // So few characters are never as even as they are likely.
    by_kind.min(by_shares * LIKELY).max(0.0)
}

/// By how much the evenness of a few characters falls short of that of many, at most.
const LIKELY: f64 = 1.5;

/// How many characters there are of the kinds that a text has.
fn kinds(text: &[u8]) -> f64 {
    type Kind = (fn(&u8) -> bool, u32);
    const KINDS: [Kind; 5] = [
        (u8::is_ascii_digit, 10),
        (|byte| matches!(byte, b'a'..=b'f' | b'A'..=b'F'), 6),
        (|byte| matches!(byte, b'g'..=b'z' | b'G'..=b'Z'), 20),
        (|byte| matches!(byte, b' '..=b'/' | b':'..=b'@' | b'['..=b'`' | b'{'..=b'~'), 33),
        (|byte| !matches!(byte, b' '..=b'~'), 128),
    ];
    let both_cases = text.iter().any(u8::is_ascii_lowercase) && text.iter().any(u8::is_ascii_uppercase);
    let there = KINDS.iter().filter(|(is_of, _)| text.iter().any(is_of)).map(|(_, count)| count);
    let letters = if both_cases { 26 } else { 0 };
    f64::from(there.sum::<u32>() + letters)
}

/// So many characters, five bits each; I, L, O and U are left out, as in Crockford's base 32.
fn characters(bytes: &[u8; 32], count: usize) -> String {
    const CHARACTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let bit = |place: usize| bytes[place / 8] >> (7 - place % 8) & 1;
    let five = |place: usize| (0..5).fold(0, |number, next| number << 1 | bit(place * 5 + next));
    (0..count).map(|place| char::from(CHARACTERS[usize::from(five(place))])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4231, the test cases of HMAC-SHA-256 that give the whole of it.
    #[test]
    fn the_hash_is_that_of_rfc_4231() {
        let count: Vec<u8> = (1..=25).collect();
        let cases: [(&[u8], &[u8], &str); 6] = [
            (&[0x0b; 20], b"Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
            (
                b"Jefe",
                b"what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (&[0xaa; 20], &[0xdd; 50], "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
            (&count, &[0xcd; 50], "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
            (
                &[0xaa; 131],
                b"Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
            (
                &[0xaa; 131],
                b"This is a test using a larger than block-size key and a larger than block-size data. \
                  The key needs to be hashed before being used by the HMAC algorithm.",
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
            ),
        ];
        for (key, message, expected) in cases {
            assert_eq!(hexadecimal(&Key::of(key).mac(message)), expected);
        }
    }

    #[test]
    fn an_id_is_text_of_fifteen_characters_and_another_under_another_key() {
        let (one, other) = (Key::of(&[1; 32]), Key::of(&[2; 32]));
        let id = one.id("45194547");
        assert_eq!((id.len(), id.starts_with('K')), (15, true));
        assert!(id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()));
        assert_eq!(id, one.id("45194547"));
        assert_ne!(id, one.id("45194548"));
        assert_ne!(id, other.id("45194547"));
    }

    #[test]
    fn characters_are_the_bits_in_order() {
        let mut bytes = [0; 32];
        bytes[..3].copy_from_slice(&[0b0000_1000, 0b1011_1110, 0b0000_0001]);
        assert_eq!(characters(&bytes, 4), "12Z0");
    }

    #[test]
    fn what_stands_in_is_no_code_date_or_number() {
        let key = Key::of(&[1; 32]);
        let stands_in = key.in_place_of("AB1 2CD");
        assert!(stands_in.len() == 12 && stands_in.starts_with('?') && stands_in.ends_with('?'), "{stands_in}");
        assert_ne!(key.in_place_of("AB1 2CD"), key.in_place_of("AB1 2CE"));
    }

    #[test]
    fn a_key_is_made_once_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        assert!(matches!(Key::read(&path), Err(KeyError::NotThere(_))));
        let made = Key::make(&path).unwrap();
        assert_eq!(made.id("7"), Key::read(&path).unwrap().id("7"));
        assert!(matches!(Key::make(&path), Err(KeyError::ThereAlready(_))));
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.trim().len(), 64);
    }

    #[test]
    fn a_key_that_could_be_guessed_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let read = |text: &str| {
            std::fs::write(&path, text).unwrap();
            Key::read(&path).map(|_| ())
        };
        for (text, most) in [
            ("", 0),
            ("secret", 30),
            ("a".repeat(64).as_str(), 0),
            ("A".repeat(1000).as_str(), 0),
            ("ab".repeat(40).as_str(), 8),
            ("0123456789abcdef0123456789abcdef", 64),
            ("0123456789abcdef".repeat(8).as_str(), 64),
            (" bc5a4f7e01d28396bc5a4f7e01d2839\n", 127),
            ("9f86d081884c7d659a2feaa0c55ad01", 124),
            ("31415926535897932384626433832795028841", 127),
            (format!("{}bcdefgh", "a".repeat(40)).as_str(), 100),
        ] {
            let refused = read(text).unwrap_err();
            let KeyError::Guessable { found, .. } = refused else { panic!("{text}: {refused:?}") };
            assert!(found <= most, "{text}: {found}");
        }
        for text in [
            "9f86d081884c7d659a2feaa0c55ad015",
            " 9f86d081884c7d659a2feaa0c55ad015\n",
            "314159265358979323846264338327950288419",
            "correct horse battery staple, in a field of 9",
            "q7Zk0vLw2XbN8sRtYc4Hd6",
        ] {
            assert!(read(text).is_ok(), "{text}: {}", bits(text.trim().as_bytes()));
        }
        // Thirty-two random digits and letters of hexadecimal are never taken for plain.
        let mut chance = rand_pcg::Pcg64Mcg::new(0xcafe_f00d);
        for _ in 0..2_000 {
            let numbers = [rand_core::Rng::next_u64(&mut chance), rand_core::Rng::next_u64(&mut chance)];
            let text = format!("{:016x}{:016x}", numbers[0], numbers[1]);
            assert!(bits(text.as_bytes()) >= FEWEST_BITS, "{text}");
        }
    }
}
