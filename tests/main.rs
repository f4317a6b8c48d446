//! The tests of the whole program, in one binary.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod already_published;
mod anonymise;
mod audit;
mod backtest;
mod benchmark;
mod breakdowns;
mod cases;
mod charts;
mod check;
mod children_page;
mod columns;
mod compare;
mod completions;
mod context;
mod damage;
mod definitions;
#[cfg(feature = "pdf")]
mod document;
mod doubt;
mod explain;
mod folder;
mod forecast;
mod help;
mod house;
mod identity;
mod indicators;
mod init;
mod intake;
mod intervals;
mod main_job;
mod packs;
mod packs_published;
mod pages;
mod papers;
mod profiles;
mod properties;
mod public_sample;
mod published;
mod quality;
mod read_back;
mod reconciliation;
mod rules;
mod run;
mod settings;
mod show;
mod sources;
mod synth;
mod tidy;
mod unfinished;
mod unwritable;
mod vectors;
mod words;
mod workbook;
mod worklist;
