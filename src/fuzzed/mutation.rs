//! Bytes damaged at random, the same for the same number.

use super::files::NAMED;
use rand_core::Rng;
use rand_pcg::Pcg64Mcg;

/// Pieces that mean something to a reader of some kind of file.
const PIECES: [&[u8]; 48] = [
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r\n",
    b"\r",
    b"\0",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xE9",
    b" ",
    b"\xE2\x80\x8B",
    b"\xE2\x80\xAE",
    b"=\"",
    b"'",
    b"-",
    b"-1",
    b"0",
    b"1",
    b"1.0",
    b"0.05",
    b"1E+10",
    b"NaN",
    b"inf",
    b"999999999999999999999",
    b"18446744073709551615",
    b"-9223372036854775808",
    b"4294967296",
    b"29/02/2008",
    b"31/03/2011",
    b"01/13/2010",
    b"0000-00-00",
    b"9999-12-31",
    b"36648",
    b"<",
    b"</CHILD>",
    b"&lt;",
    b"&x;",
    b"<![CDATA[",
    b"[",
    b"]",
    b"{",
    b"}",
    b"[x]",
    b"Total",
    b"2010/11",
];

/// The most that is done to one file.
const MOST: usize = 8;

/// Damages done in an order that a number decides.
pub(super) struct Mutation(Pcg64Mcg);

impl Mutation {
    /// The damages of a number.
    pub(super) fn of(number: u64) -> Mutation {
        Mutation(Pcg64Mcg::new(u128::from(number) << 64 | 0xcafe_f00d))
    }

    /// One of `corpus`, damaged.
    pub(super) fn damaged(&mut self, corpus: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = corpus[self.below(corpus.len())].clone();
        for _ in 0..=self.below(MOST) {
            self.damage(&mut bytes, corpus);
        }
        bytes
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.0.next_u64() % limit.max(1) as u64) as usize
    }

    fn damage(&mut self, bytes: &mut Vec<u8>, corpus: &[Vec<u8>]) {
        let at = self.below(bytes.len() + 1);
        let longest = 1 << self.below(9);
        let length = self.below(longest).min(bytes.len() - at);
        match self.below(11) {
            0 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
            1 if at < bytes.len() => bytes[at] = self.below(256) as u8,
            2 => drop(bytes.drain(at..at + length)),
            3 => {
                let again = bytes[at..at + length].to_vec();
                let to = self.below(bytes.len() + 1);
                bytes.splice(to..to, again);
            }
            4 => {
                let other = &corpus[self.below(corpus.len())];
                let from = self.below(other.len() + 1);
                let piece = &other[from..(from + length).min(other.len())];
                bytes.splice(at..at + length, piece.iter().copied());
            }
            5 => bytes.truncate(at),
            6 => self.number(bytes, at),
            7 => self.line(bytes, at),
            8 => drop(bytes.splice(at..at, NAMED.iter().copied())),
            9 => {
                let piece = PIECES[self.below(PIECES.len())];
                bytes.splice(at..at + length, piece.iter().copied());
            }
            _ => drop(bytes.splice(at..at, PIECES[self.below(PIECES.len())].iter().copied())),
        }
    }

    /// Another number in place of the next.
    fn number(&mut self, bytes: &mut Vec<u8>, from: usize) {
        let is_digit = |at: &usize| bytes[*at].is_ascii_digit();
        let Some(start) = (from..bytes.len()).find(is_digit) else { return };
        let end = (start..bytes.len()).find(|at| !is_digit(at)).unwrap_or(bytes.len());
        let number = match self.below(4) {
            0 => self.below(2000).to_string(),
            1 => u64::MAX.to_string(),
            2 => format!("-{}", self.below(100)),
            _ => self.0.next_u64().to_string(),
        };
        bytes.splice(start..end, number.bytes());
    }

    /// The next line in another place.
    fn line(&mut self, bytes: &mut Vec<u8>, from: usize) {
        let next = |from: usize| memchr::memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |end| from + end + 1);
        let start = next(from);
        let line: Vec<u8> = bytes.drain(start..next(start)).collect();
        let to = self.below(bytes.len() + 1);
        let to = memchr::memrchr(b'\n', &bytes[..to]).map_or(0, |end| end + 1);
        bytes.splice(to..to, line);
    }
}
