//! The setting that every stage of one day's figures works in.

use crate::seeds::Seeds;
use crate::seeds::policies::Policies;
use crate::timeframe::Timeframe;

/// The day and the window, the facts, and the choices in force.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'run> {
    /// The day and the window.
    pub timeframe: Timeframe,
    /// The facts: indicators, codes, authorities, targets and the rest.
    pub seeds: &'run Seeds,
    /// The choices in force, which the definitions leave open.
    pub policies: &'run Policies,
}
