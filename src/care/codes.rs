//! The codes that the definitions give a meaning of their own.

use crate::code::Code;

/// The period of care starts.
pub const STARTED: Code = Code::of("S");
/// Why a new placement opens: started, new carer, new carer and legal status (3.6).
pub const OPENS_PLACEMENT: [Code; 3] = [STARTED, Code::of("P"), Code::of("B")];
/// Why the episode changed within a placement: legal status, place with the same carer, both (3.6).
pub const CONTINUES_PLACEMENT: [Code; 3] = [Code::of("L"), Code::of("T"), Code::of("U")];
/// Legal statuses of an agreed series of short breaks (3.2).
pub const SHORT_BREAK: [Code; 2] = [Code::of("V3"), Code::of("V4")];
/// Places of temporary stays (3.6).
pub const TEMPORARY: [Code; 5] = [Code::of("T0"), Code::of("T1"), Code::of("T2"), Code::of("T3"), Code::of("T4")];
/// Places of children missing, in use until 2009-10 (3.6).
pub const MISSING: [Code; 3] = [Code::of("M1"), Code::of("M2"), Code::of("M3")];
/// Foster placements (3.6).
pub const FOSTER: [Code; 8] = [
    Code::of("Q1"),
    Code::of("Q2"),
    Code::of("U1"),
    Code::of("U2"),
    Code::of("U3"),
    Code::of("U4"),
    Code::of("U5"),
    Code::of("U6"),
];
/// Placed for adoption with the current foster carer (3.6).
pub const ADOPTED_BY_CARER: [Code; 2] = [Code::of("A3"), Code::of("A5")];
/// Adoptive placements (3.6).
pub const ADOPTIVE: [Code; 6] =
    [Code::of("A1"), Code::of("A2"), Code::of("A3"), Code::of("A4"), Code::of("A5"), Code::of("A6")];
/// Episodes ended by adoption (NI 61).
pub const ADOPTED: [Code; 2] = [Code::of("E11"), Code::of("E12")];
/// Care ended with death.
pub const DIED: Code = Code::of("E2");
/// Care was taken over by another authority.
pub const OTHER_AUTHORITY: Code = Code::of("E3");
/// Either of the two (NI 147 and 148).
pub const LEFT_THE_COHORT: [Code; 2] = [DIED, OTHER_AUTHORITY];
