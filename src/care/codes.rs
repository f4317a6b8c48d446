//! Codes by name for rules of the checks that do not yet ask for roles (seeds/codes.csv).

use crate::code::Code;

/// The period of care starts.
pub const STARTED: Code = Code::of("S");
/// Episodes ended by adoption (NI 61).
pub const ADOPTED: [Code; 2] = [Code::of("E11"), Code::of("E12")];
/// Care ended with death.
pub const DIED: Code = Code::of("E2");
/// Care was taken over by another authority.
pub const OTHER_AUTHORITY: Code = Code::of("E3");
