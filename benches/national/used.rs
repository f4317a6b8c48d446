//! What a job used, by the kernel's own account, and how it is printed.

use std::fmt;

/// What one job used.
#[derive(Clone, Copy)]
pub struct Used {
    cpu: f64,
    wall: f64,
    peak_megabytes: f64,
}

impl Used {
    /// What this process and those it waited for have used; their peak, where they had one of their own.
    pub fn so_far(wall: f64, other_peak: f64) -> Option<Used> {
        Some(Used { cpu: cpu_seconds()?, wall, peak_megabytes: peak_megabytes()?.max(other_peak) })
    }

    /// Reads what was printed.
    pub fn read(line: &str) -> Option<Used> {
        let numbers: Vec<f64> = line.split(' ').filter_map(|number| number.parse().ok()).collect();
        match numbers[..] {
            [cpu, wall, peak_megabytes] => Some(Used { cpu, wall, peak_megabytes }),
            _ => None,
        }
    }
}

impl fmt::Display for Used {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Used { cpu, wall, peak_megabytes } = self;
        write!(out, "{cpu} {wall} {peak_megabytes}")
    }
}

/// User and system seconds of this process, its threads, and the processes that it waited for.
fn cpu_seconds() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = text.rsplit(')').next()?.split_whitespace().collect();
    let ticks: Option<f64> = (11..15).map(|field| fields.get(field)?.parse::<f64>().ok()).sum();
    // Linux counts processor time in hundredths of a second.
    Some(ticks? / 100.0)
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

/// Prints the medians of every job, and their ratios to the first.
pub fn print(jobs: &[(&str, &str)], used: &[Vec<Used>]) {
    println!(
        "{:<70} {:>7} {:>7} {:>7} {:>9} {:>10}",
        "median of rounds", "CPU s", "wall s", "peak MB", "CPU ratio", "wall ratio"
    );
    for ((_, what), of_job) in jobs.iter().zip(used) {
        let ratio = |of: fn(&Used) -> f64| median(of_job.iter().zip(&used[0]).map(|(one, bare)| of(one) / of(bare)));
        println!(
            "{what:<70} {:>7.2} {:>7.2} {:>7.0} {:>9.2} {:>10.2}",
            median(of_job.iter().map(|one| one.cpu)),
            median(of_job.iter().map(|one| one.wall)),
            median(of_job.iter().map(|one| one.peak_megabytes)),
            ratio(|used| used.cpu),
            ratio(|used| used.wall),
        );
    }
}

/// Prints how many times as much another program takes for the charts alone as a run that does all.
pub fn print_beside(run: &[Used], others: &[Used]) {
    let times = |of: fn(&Used) -> f64| median(others.iter().map(of)) / median(run.iter().map(of));
    println!(
        "matplotlib takes {:.0} times the CPU and {:.0} times the time of stocktake's whole run",
        times(|used| used.cpu),
        times(|used| used.wall)
    );
}
