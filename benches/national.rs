//! The main job on a national set, side by side with the csv crate merely reading the same bytes, and with matplotlib
//! drawing the same charts.
//!
//! `cargo bench --profile dev --bench national` makes the set (152 authorities, returns for 2009, 2010
//! and 2011) in the target folder, runs the jobs in turn, each in a process of its own, and prints
//! CPU seconds, wall seconds and peak memory as medians, and the ratios to the bare reading.
//! `-- --times 10` makes ten times as many children; `-- --runs 9` takes nine rounds.
//!
//! Beside them stand `stocktake check` on ten times the sector validator's public fake return, where that
//! lies in `../shared/returns/validator_2018`, and benches/matplotlib, once, where `python3` has matplotlib
//! (`-- --python FILE` for another Python; `-- --every 8` lets it draw the charts of every eighth place alone).

#[path = "national/job.rs"]
mod job;
#[path = "national/sets.rs"]
mod sets;
#[path = "national/used.rs"]
mod used;

use job::{CHECK, JOBS, MATPLOTLIB, WITH_PACKS};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use used::Used;

/// What was asked.
struct Asked {
    times: u32,
    runs: u32,
    python: String,
    every: u32,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| words.iter().position(|word| word == name).and_then(|place| words.get(place + 1));
    let number = |name: &str, usual: u32| after(name).and_then(|text| text.parse().ok()).unwrap_or(usual);
    let asked = Asked {
        times: number("--times", 1),
        runs: number("--runs", 5).max(1),
        python: after("--python").cloned().unwrap_or_else(|| "python3".to_owned()),
        every: number("--every", 1),
    };
    match after("--job") {
        Some(job) => job::done_alone(job, &PathBuf::from(after("--set").cloned().unwrap_or_default()), &asked),
        None => all_jobs(&asked),
    }
}

/// Makes the sets, runs every job in turn, and prints what each used.
fn all_jobs(asked: &Asked) -> ExitCode {
    let set = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("national-{}", asked.times));
    if sets::make(&set, asked.times).is_none() {
        eprintln!("the sets could not be made in {}", set.display());
        return ExitCode::FAILURE;
    }
    let checked = sets::ten_times_the_sample(&set).is_some();
    if !checked {
        println!("The public fake return is not in ../shared/returns/validator_2018: the check of it is left out.");
    }
    let has_matplotlib = has_matplotlib(&asked.python);
    if !has_matplotlib {
        println!("{} has no matplotlib: what it takes for the same charts is left out.", asked.python);
    }
    let is_there = |job: &str| (job != CHECK || checked) && (job != MATPLOTLIB || has_matplotlib);
    let jobs: Vec<(&str, &str)> = JOBS.into_iter().filter(|(job, _)| is_there(job)).collect();
    let mut used = vec![Vec::new(); jobs.len()];
    for round in 0..=asked.runs {
        // It takes minutes, far more than rounds differ.
        let is_due = |job: &str| job != MATPLOTLIB || round == asked.runs;
        for ((job, _), of_job) in jobs.iter().zip(&mut used).filter(|((job, _), _)| is_due(job)) {
            match in_own_process(job, &set, asked) {
                // The first round warms the disk's cache.
                Some(_) if round == 0 => {}
                Some(one) => of_job.push(one),
                None => return ExitCode::FAILURE,
            }
        }
    }
    used::print(&jobs, &used);
    let of =
        |job: &str| jobs.iter().zip(&used).find(|((name, _), _)| *name == job).map(|(_, of_job)| of_job.as_slice());
    if let [Some(run), Some(others)] = [WITH_PACKS, MATPLOTLIB].map(of) {
        used::print_beside(run, others);
    }
    ExitCode::SUCCESS
}

fn has_matplotlib(python: &str) -> bool {
    Command::new(python).args(["-c", "import matplotlib"]).output().is_ok_and(|output| output.status.success())
}

fn in_own_process(job: &str, set: &Path, asked: &Asked) -> Option<Used> {
    let program = std::env::current_exe().ok()?;
    let every = asked.every.to_string();
    let mut command = Command::new(program);
    command.args(["--job", job, "--python", &asked.python, "--every", &every, "--set"]).arg(set);
    let output = command.output().ok()?;
    if !output.status.success() {
        eprintln!("{job}: {}", String::from_utf8_lossy(&output.stderr));
        return None;
    }
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if let (MATPLOTLIB, Some((said, _))) = (job, text.trim_end().rsplit_once('\n')) {
        println!("{job}: {said}");
    }
    Used::read(text.lines().last()?)
}
