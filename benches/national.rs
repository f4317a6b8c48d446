//! The main job on a national set, side by side with the csv crate merely reading the same bytes.
//!
//! `cargo bench --profile dev --bench national` makes the set (152 authorities, returns for 2009, 2010
//! and 2011) in the target folder, runs the jobs in turn, each in a process of its own, and prints
//! CPU seconds, wall seconds and peak memory as medians, and the ratios to the bare reading.
//! `-- --times 10` makes ten times as many children; `-- --runs 9` takes nine rounds.
//!
//! Beside them stands `stocktake check` on ten times the sector validator's public fake return, where that
//! lies in `../shared/returns/validator_2018`.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

/// What is timed.
const JOBS: [(&str, &str); 7] = [
    ("read", "csv crate, reading every row of the collated set"),
    ("collated", "stocktake run, bare work, 7 collated files"),
    ("folders", "stocktake run, bare work, a folder for each authority and year"),
    ("whole", "stocktake run --no-charts: with earlier years, and what is published"),
    ("charts", "stocktake run: all of it with every chart"),
    (AUDIT, "stocktake audit, what is published of three years"),
    (CHECK, "stocktake check, ten times the public fake return"),
];

/// The job that attacks what is published of three years.
const AUDIT: &str = "audit";
/// The job that checks the public fake return.
const CHECK: &str = "check";
/// How many times as many children are checked as that return has.
const CHECKED_TIMES: usize = 10;

/// What one process used.
#[derive(Clone, Copy)]
struct Used {
    cpu: f64,
    wall: f64,
    peak_megabytes: f64,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| words.iter().position(|word| word == name).and_then(|place| words.get(place + 1));
    let number = |name: &str, usual: u32| after(name).and_then(|text| text.parse().ok()).unwrap_or(usual);
    match after("--job") {
        Some(job) => one_job(job, &PathBuf::from(after("--set").cloned().unwrap_or_default())),
        None => all_jobs(number("--times", 1), number("--runs", 5)),
    }
}

/// Makes the set, runs every job in turn, and prints what each used.
fn all_jobs(times: u32, runs: u32) -> ExitCode {
    let set = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("national-{times}"));
    for layout in ["collated", "folders"] {
        let folder = set.join(layout);
        if !folder.exists() {
            let times = times.to_string();
            let made = Command::new(env!("CARGO_BIN_EXE_stocktake"))
                .args(["synth", "--scale", "national", "--years", "2009,2010,2011", "--quiet"])
                .args(["--layout", layout, "--times", &times, "--out"])
                .arg(&folder)
                .status();
            if !made.is_ok_and(|status| status.success()) {
                eprintln!("the set could not be made in {}", folder.display());
                return ExitCode::FAILURE;
            }
        }
    }
    if publish_three_years(&set).is_none() {
        eprintln!("the tables of three years could not be made in {}", set.display());
        return ExitCode::FAILURE;
    }
    let checked = ten_times_the_sample(&set);
    if checked.is_none() {
        println!("The public fake return is not in ../shared/returns/validator_2018: the check of it is left out.");
    }
    let jobs = || JOBS.iter().filter(|(job, _)| *job != CHECK || checked.is_some());
    let mut used = vec![Vec::new(); jobs().count()];
    for round in 0..=runs {
        for ((job, _), of_job) in jobs().zip(&mut used) {
            match in_own_process(job, &set) {
                // The first round warms the disk's cache.
                Some(_) if round == 0 => {}
                Some(one) => of_job.push(one),
                None => return ExitCode::FAILURE,
            }
        }
    }
    print(&used);
    ExitCode::SUCCESS
}

fn in_own_process(job: &str, set: &Path) -> Option<Used> {
    let program = std::env::current_exe().ok()?;
    let output = Command::new(program).args(["--job", job, "--set"]).arg(set).output().ok()?;
    if !output.status.success() {
        eprintln!("{}", String::from_utf8_lossy(&output.stderr));
        return None;
    }
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let numbers: Vec<f64> = text.lines().last()?.split(' ').filter_map(|number| number.parse().ok()).collect();
    match numbers[..] {
        [cpu, wall, peak_megabytes] => Some(Used { cpu, wall, peak_megabytes }),
        _ => None,
    }
}

/// One job, and a line with what it used.
fn one_job(job: &str, set: &Path) -> ExitCode {
    let start = Instant::now();
    let done = match job {
        "read" => read_bare(&set.join("collated")),
        "collated" | "folders" => run(set, job, job, &BARE),
        "whole" => run(set, "collated", job, &["--no-charts"]),
        "charts" => run(set, "collated", job, &[]),
        AUDIT => audit(&set.join("report-years")),
        CHECK => {
            let whose = ["--authority", "301", "--year", "2018"];
            carry_out(CHECK, &set.join(CHECK), &whose, &set.join("report-check"))
        }
        _ => None,
    };
    let wall = start.elapsed().as_secs_f64();
    match (done, cpu_seconds(), peak_megabytes()) {
        (Some(()), Some(cpu), Some(peak)) => {
            println!("{cpu} {wall} {peak}");
            ExitCode::SUCCESS
        }
        _ => ExitCode::FAILURE,
    }
}

/// Reads every row of every file into byte records, and does nothing with them.
fn read_bare(folder: &Path) -> Option<()> {
    let mut cells = 0usize;
    for entry in std::fs::read_dir(folder).ok()? {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(entry.ok()?.path()).ok()?;
        let mut record = csv::ByteRecord::new();
        while reader.read_byte_record(&mut record).ok()? {
            cells += record.len();
        }
    }
    (cells > 0).then_some(())
}

/// Bare work: one day's figures, reconciled, in the exact tables.
const BARE: [&str; 5] = ["--no-charts", "--years", "1", "--disclosure", "none"];

/// Works the figures of the last year out.
fn run(set: &Path, returns: &str, report: &str, choices: &[&str]) -> Option<()> {
    let day = [&["--as-at", "2011-03-31"], choices].concat();
    carry_out("run", &set.join(returns), &day, &set.join(format!("report-{report}")))
}

/// Carries a command of the program out in this process.
fn carry_out(command: &str, returns: &Path, choices: &[&str], out: &Path) -> Option<()> {
    use clap::Parser;
    let words = ["stocktake", command, returns.to_str()?, "--quiet", "--out", out.to_str()?];
    let line = stocktake::command::CommandLine::try_parse_from(words.iter().chain(choices)).ok()?;
    line.carry_out(Vec::new()).ok().map(|_| ())
}

/// Publishes the figures of three years as one set.
fn publish_three_years(set: &Path) -> Option<()> {
    let days = ["--as-at", "2009-03-31", "--as-at", "2010-03-31", "--as-at", "2011-03-31", "--no-charts"];
    carry_out("run", &set.join("collated"), &days, &set.join("report-years"))
}

/// Attacks what is published.
fn audit(folder: &Path) -> Option<()> {
    use clap::Parser;
    let line = stocktake::command::CommandLine::try_parse_from(["stocktake", AUDIT, folder.to_str()?]).ok()?;
    line.carry_out(Vec::new()).ok().filter(|ending| *ending == stocktake::command::Ending::Done).map(|_| ())
}

/// Writes the public fake return ten times over, each time with other ids of children; none where it is
/// not there.
fn ten_times_the_sample(set: &Path) -> Option<()> {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/returns/validator_2018");
    let folder = set.join(CHECK);
    std::fs::create_dir_all(&folder).ok()?;
    for entry in std::fs::read_dir(sample).ok()? {
        let entry = entry.ok()?;
        let text = std::fs::read_to_string(entry.path()).ok()?;
        let (heading, rows) = text.split_once('\n')?;
        let mut many = format!("{heading}\n");
        for time in 0..CHECKED_TIMES {
            for row in rows.lines().filter(|row| !row.is_empty()) {
                // CHILD is the first column of every table.
                let (child, rest) = row.split_once(',')?;
                many.push_str(&format!("{child}_{time},{rest}\n"));
            }
        }
        std::fs::write(folder.join(entry.file_name()), many).ok()?;
    }
    Some(())
}

/// User and system seconds of this process and its threads, from the kernel's own account.
fn cpu_seconds() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = text.rsplit(')').next()?.split_whitespace().collect();
    let ticks = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
    // Linux counts processor time in hundredths of a second.
    Some(ticks / 100.0)
}

fn peak_megabytes() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
}

fn median(of: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = of.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn print(used: &[Vec<Used>]) {
    println!(
        "{:<64} {:>6} {:>6} {:>7} {:>9} {:>10}",
        "median of rounds", "CPU s", "wall s", "peak MB", "CPU ratio", "wall ratio"
    );
    for ((_, what), of_job) in JOBS.iter().zip(used) {
        let ratio = |of: fn(&Used) -> f64| median(of_job.iter().zip(&used[0]).map(|(one, bare)| of(one) / of(bare)));
        println!(
            "{what:<64} {:>6.2} {:>6.2} {:>7.0} {:>9.2} {:>10.2}",
            median(of_job.iter().map(|one| one.cpu)),
            median(of_job.iter().map(|one| one.wall)),
            median(of_job.iter().map(|one| one.peak_megabytes)),
            ratio(|used| used.cpu),
            ratio(|used| used.wall),
        );
    }
}
