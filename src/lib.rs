//! The ten National Indicators for children in care, worked out from a local authority's own
//! looked-after-children returns. ARCHITECTURE.md shows the house on one page.

// The stages, in the order data flows.

// Files in, typed rows out, or the rule that rejected them.
pub mod returns;

// One row for each child and episode, one row for each child elsewhere.
pub mod quality;

// Periods of care and placements, as they were known on a day.
mod care;

// Each child put to each indicator: in, out, met, and why.
pub mod indicators;

// What the files leave open about a child's answers.
mod doubt;

// Outcomes summed for authorities, regions and England.
pub mod figures;

// What stands behind each figure, from rows read to numerator.
mod reconciliation;

// What was sent: every file, and every table of every return.
pub mod intake;

// How far each figure can be relied upon.
pub mod verdict;

// Each figure beside targets, other places and other years.
pub mod benchmark;
pub mod breakdowns;
pub mod context;

// What happened in each month alone.
mod flows;

// What can still happen to each child before a later day.
pub mod forecast;

// What must be hidden; only what is protected can be published.
pub mod disclosure;

// The exact tables and the record.
pub mod report;

// The tables that anybody may read, and what is made of them.
mod publish;

// All of it, one stage after another.
pub mod run;

// What the stages share.

// What every stage of one day goes by.
pub mod setting;

// The pages of docs/, and what each column of a table holds.
mod papers;

// The facts: indicators, codes, authorities, targets, published figures.
pub mod seeds;

// What a user asks for every time, in stocktake.toml.
mod settings_file;

// Intervals, ranks, funnels and trends, a file each.
pub mod statistics;

// Where a year may end, by counting.
pub mod draws;

// Figures as they are printed, with symbols for what is hidden.
pub mod printed;

// What a reader can work out from printed figures.
mod attack;

// What is published, read and attacked as a stranger would.
mod audit;

// What is said alike in pages, tables and on the terminal.
pub mod wording;

// Folders, rows and files that are written.
pub mod output;

// The pack.

// Every number and word of it.
pub mod pack;

// Those of the stocktake of England, or of a region.
mod national;

// Its charts.
pub mod charts;

// Its pages.
pub mod pages;

// Its workbook.
mod archive;
mod spreadsheet;
pub mod workbook;

// Its slides.
pub mod slides;
mod worklist;

// Its documents, behind the feature `pdf`.
#[cfg(feature = "pdf")]
pub mod document;

// Its figures as tidy data.
pub mod tidy;

// All of these as files.
mod pack_files;

// What else a person can ask for.

// Readers of what comes from outside, put to any bytes.
#[cfg(any(test, fuzzing))]
pub mod fuzzed;

// The commands, a file each.
pub mod command;

// Rules put to every child of every return.
pub mod check;

// One figure followed to its children, one child through the definition.
mod explain;

// One child followed, below both `explain` and the page of children.
mod walk;

// The children behind figures, for a page that can be asked.
mod children;

// The settings that `stocktake init` starts.
mod proposal;

// A report that was written, read back.
pub mod read_back;

// One place of a report, on a terminal.
mod show;

// Two reports, and what changed.
mod compare;

// Reports beside published figures.
mod backtest;

// What is made of a file's headings and codes, and a mapping to start from.
mod columns;

// A copy of returns without what identifies.
pub mod anonymise;

// The fields that identify, and how coarse they are made.
mod identity;

// Made-up returns.
pub mod synth;

// Small things.

// Codes and ids as numbers.
pub mod code;

// Names that other programs rely on.
mod contract;

// Days as whole numbers.
pub mod day;

// Numbers as they are printed, exact.
mod decimal;

// What the system says of a failure.
pub mod fault;

// Bold and colour, on a terminal that has them.
mod ink;

// England, a region or an authority.
pub mod level;

// How alike two names are.
mod likeness;

// Text in lines that fit a terminal.
mod lines;

// Files that their owner alone may read.
mod owner;

// Everything that is printed.
pub mod printing;

// Progress on long work.
pub mod progress;

// Rounding once, half up.
pub mod rounding;

// Bytes as text.
mod text;

// The day of figures and its window.
pub mod timeframe;

// What an indicator is measured in, and which way is better.
pub mod unit;

// Years as people write them.
mod year;
