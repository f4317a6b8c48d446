//! Zip files: the files in one, read into memory one at a time. Nothing is ever written under a name that an archive gives.

use crate::text::Problem;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Bytes of one file in an archive, unpacked: more than any return.
const MOST_BYTES: u64 = 1 << 30;

/// Bytes of all the files in an archive, unpacked.
const MOST_BYTES_TOGETHER: u64 = 4 << 30;

/// Files in an archive.
const MOST_FILES: usize = 20_000;

/// How many times smaller text of a return gets when it is packed, at the very most.
const MOST_PACKED: u64 = 400;

/// Bytes below which it does not matter how tightly they are packed.
const SMALL: u64 = 64 << 20;

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    /// Its place.
    pub place: usize,
    /// Its name, with forward slashes.
    pub name: String,
    /// How many bytes it has unpacked, as the archive says.
    pub bytes: u64,
}

/// The files in an archive, in order of name.
///
/// # Errors
/// Where it is damaged, or would unpack to more than any return.
pub(crate) fn members(bytes: &[u8]) -> Result<Vec<Member>, Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| said(&error))?;
    if archive.len() > MOST_FILES {
        return Err(too_large(&format!("{} files", archive.len())));
    }
    let (mut members, mut together) = (Vec::new(), 0u64);
    for place in 0..archive.len() {
        let file = archive.by_index_raw(place).map_err(|error| said(&error))?;
        let bytes = file.size();
        together = together.saturating_add(bytes);
        let packed_too_tightly = bytes > SMALL && bytes / MOST_PACKED > file.compressed_size();
        if packed_too_tightly {
            let found =
                format!("unpacks from {} KB to {} MB, as no return does", file.compressed_size() >> 10, bytes >> 20);
            return Err(Problem::at_top(found, "give the tables of the return alone"));
        }
        if bytes > MOST_BYTES || together > MOST_BYTES_TOGETHER {
            return Err(too_large(&format!("{} MB", together >> 20)));
        }
        if file.is_file() {
            let name = file.name().map_err(|error| said(&error))?.replace('\\', "/");
            members.push(Member { place, name, bytes });
        }
    }
    members.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(members)
}

/// The bytes of the file at a place.
///
/// # Errors
/// Where it is damaged, locked, or unpacks to more than any return.
pub(crate) fn member(bytes: &[u8], place: usize) -> Result<Vec<u8>, Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| said(&error))?;
    let file = archive.by_index(place).map_err(|error| said(&error))?;
    let mut unpacked = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut unpacked).map_err(|_| damaged())?;
    if unpacked.len() as u64 > MOST_BYTES {
        return Err(too_large(&format!("more than {} MB", MOST_BYTES >> 20)));
    }
    Ok(unpacked)
}

/// The bytes of the file of a name.
///
/// # Errors
/// Where there is none, it is damaged, locked, or unpacks to more than any return.
pub(crate) fn member_named(bytes: &[u8], name: &str) -> Result<Vec<u8>, Problem> {
    let place = members(bytes)?.into_iter().find(|member| member.name == name).map(|member| member.place);
    member(bytes, place.ok_or_else(damaged)?)
}

/// Unpacks a workbook, which is an archive, without keeping anything: whether it is no larger than any return.
///
/// # Errors
/// Where it is larger, or damaged.
pub(crate) fn check_size(bytes: &[u8]) -> Result<(), Problem> {
    let mut left = MOST_BYTES;
    for part in members(bytes)? {
        // An archive may say less than is true, but never packs more than a thousand bytes into one.
        if part.bytes <= left && bytes.len() as u64 <= MOST_BYTES / 1032 {
            left -= part.bytes;
            continue;
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| said(&error))?;
        let file = archive.by_index(part.place).map_err(|error| said(&error))?;
        let unpacked = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|_| damaged())?;
        left = left.checked_sub(unpacked).ok_or_else(|| too_large(&format!("more than {} MB", MOST_BYTES >> 20)))?;
    }
    Ok(())
}

fn too_large(size: &str) -> Problem {
    let found = format!("unpacks to {size}, more than any return holds");
    Problem::at_top(found, "give the tables of the return alone")
}

fn damaged() -> Problem {
    Problem::at_top("is damaged: it cannot be unpacked", "pack or save it anew, or give the files themselves")
}

fn said(error: &ZipError) -> Problem {
    match error {
        ZipError::UnsupportedArchive(why) if why.contains("assword") => {
            Problem::at_top("is locked with a password", "give the files themselves, or pack them without a password")
        }
        ZipError::UnsupportedArchive(_) => Problem::at_top(
            "is packed in a way that is not read here",
            "pack it as an ordinary zip file, or give the files themselves",
        ),
        _ => damaged(),
    }
}
