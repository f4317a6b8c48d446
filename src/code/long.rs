//! Texts too long for a number.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The texts too long for a number, each kept once. Places depend on the order of reading and
/// serve only to tell texts apart: nothing written is ever sorted by them.
#[derive(Debug, Default)]
pub struct LongTexts {
    texts: Mutex<Texts>,
}

/// Every text, and the place of each.
type Texts = (HashMap<String, usize>, Vec<String>);

impl LongTexts {
    /// The place of a text, which is kept where it is new.
    pub(super) fn place_of(&self, text: &str) -> usize {
        let mut texts = self.locked();
        let (places, texts) = &mut *texts;
        if let Some(&place) = places.get(text) {
            return place;
        }
        let place = texts.len();
        places.insert(text.to_owned(), place);
        texts.push(text.to_owned());
        place
    }

    /// The text at a place.
    pub(super) fn at(&self, place: usize) -> String {
        self.locked().1.get(place).cloned().unwrap_or_default()
    }

    fn locked(&self) -> MutexGuard<'_, Texts> {
        self.texts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A text in capitals, as long texts are kept.
pub(super) fn capitals(text: &[u8]) -> String {
    String::from_utf8_lossy(text).to_uppercase()
}
