//! Charts drawn from descriptions by hand.
