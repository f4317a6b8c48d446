//! `stocktake::fuzzed::deck` with any bytes.

#![no_main]

libfuzzer_sys::fuzz_target!(init: stocktake::fault::set_panic_hook(), |bytes: &[u8]| stocktake::fuzzed::deck(bytes));
