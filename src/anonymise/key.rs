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
/// Characters that a key has at least: those of sixteen bytes in hexadecimal.
const FEWEST_CHARACTERS: usize = 32;

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
    /// It is so short that it could be guessed.
    #[error("the key in {} has {found} characters, and needs {FEWEST_CHARACTERS}", path.display())]
    #[diagnostic(help("make one with --new-key"))]
    TooShort {
        /// The file.
        path: PathBuf,
        /// How many characters it has.
        found: usize,
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
    /// Where there is none, or it is too short.
    pub fn read(path: &Path) -> Result<Key, KeyError> {
        let bytes = std::fs::read(path).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => KeyError::NotThere(path.to_owned()),
            _ => KeyError::File { path: path.to_owned(), source: source.into() },
        })?;
        let text = bytes.trim_ascii();
        if text.len() < FEWEST_CHARACTERS {
            return Err(KeyError::TooShort { path: path.to_owned(), found: text.len() });
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
    /// or number. It keeps what the definitions read of such a text: the digit that a level begins with, and
    /// the one that a suitable ACCOM ends in.
    pub(crate) fn in_place_of(&self, text: &str) -> String {
        let mut message = vec![0];
        message.extend(text.as_bytes());
        let first = text.chars().next().filter(char::is_ascii_digit).map(String::from).unwrap_or_default();
        let last = if text.ends_with('1') { "1" } else { "?" };
        format!("{first}?{}{last}", characters(&self.mac(&message), 10))
    }
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
    fn what_stands_in_keeps_what_the_definitions_read() {
        let key = Key::of(&[1; 32]);
        for (text, first, last) in [("A12345678901", "?", "1"), ("4\nB", "4?", "?"), ("AB1 2CD", "?", "?")] {
            let stands_in = key.in_place_of(text);
            assert!(stands_in.starts_with(first) && stands_in.ends_with(last), "{stands_in}");
            assert!(!stands_in.contains(text));
        }
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
        std::fs::write(&path, " 0123456789012345678901234567890\n").unwrap();
        assert!(matches!(Key::read(&path), Err(KeyError::TooShort { found: 31, .. })));
    }
}
