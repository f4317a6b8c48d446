//! restricted/cleaning.csv: every row rejected, set aside, left out for cause or repaired.

use crate::care::CareHistories;
use crate::identity::shown_id;
use crate::output::rows::Rows;
use crate::quality::CleanReturns;
use crate::returns::finding::{Finding, Remedies};
use crate::seeds::authorities::Authorities;
use std::io::{self, Write};

/// The columns, one row per finding, in order of file, line and rule.
const COLUMNS: [&str; 9] = ["file", "line", "la_code", "child", "step", "rule", "field", "found", "remedy"];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(
    clean: &CleanReturns,
    histories: &CareHistories<'_>,
    authorities: &Authorities,
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    let mut findings: Vec<&Finding> = clean.input.findings.iter().chain(&histories.findings).collect();
    findings.sort_by_key(|finding| (finding.source, finding.rule.step, finding.rule.name, finding.field));
    let mut remedies = Remedies::new(authorities);
    for finding in findings {
        let shown = clean.input.files.get(finding.source.file as usize).map_or("", |file| file.shown.as_str());
        rows.write_record([
            shown,
            &finding.source.line.to_string(),
            finding.authority.map_or("", |authority| authorities.get(authority).code.as_str()),
            &finding.child.map(|child| shown_id(&child.text(&clean.long))).unwrap_or_default(),
            finding.rule.step.letter(),
            finding.rule.name,
            finding.field,
            &finding.found,
            remedies.of(finding),
        ])?;
    }
    rows.flush()
}
