//! A user's settings.

use super::files::Files;
use crate::seeds::Seeds;
use crate::seeds::policies::Policies;
use crate::settings_file::{Key, NAME, SettingsFile};

/// Reads settings, and all that a run takes from them: every value has its line.
pub fn settings(bytes: &[u8]) {
    let Ok(files) = Files::of(bytes, "settings") else { return };
    let Ok(seeds) = Seeds::built_in() else { return };
    let Ok(settings) = SettingsFile::read(&files.at(NAME)) else { return };
    for key in Key::ALL {
        if settings.texts(key).is_some() {
            assert!(settings.place_of(key).starts_with(settings.name()), "a value without its line");
        }
        let _ = settings.paths(key);
    }
    let _ = settings.configuration(&seeds.authorities);
    let _ = Policies::from_seeds(&seeds.policies).and_then(|policies| policies.with_settings(settings.policies()));
    let _ = settings.add_mapping(seeds);
}
