//! Where a year may end, by counting: what became before of children in each state, and draws from it.
//!
//! The room knows no child, no indicator and no return, only counts (forecast, section 4). An authority and an indicator
//! at a time: [`evidence`] makes weights of the past, [`course`] is what is drawn from, [`drawn`] the draws,
//! [`spread`] what is said of them and [`tested`] how earlier ones turned out.

pub mod chance;
pub mod course;
pub mod drawn;
pub mod evidence;
pub mod scores;
pub mod spread;
pub mod tested;
