//! How good forecasts have been: what would have been said before, set against what came.

use super::spread::Spread;
use std::ops::AddAssign;

/// One forecast that would have been made, and what came. All in the figure's unit, not rounded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trial {
    /// What would have been said.
    pub forecast: Spread,
    /// The figure at the outturn.
    pub came: f64,
    /// The figure on the day things were known.
    pub stays: f64,
    /// The figure if nothing further had happened, where there is one.
    pub steady: Option<f64>,
}

/// How trials turned out. Sums, so that those of authorities add up.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tested {
    /// How many there were.
    pub tested: u64,
    /// How many came within the limits of 80%.
    pub within_80: u64,
    /// How many came within the limits of 95%.
    pub within_95: u64,
    /// How many have a steady value.
    steady: u64,
    forecast_error: f64,
    stays_error: f64,
    steady_error: f64,
}

impl Tested {
    /// Adds a trial.
    pub fn add(&mut self, trial: &Trial) {
        let Trial { forecast, came, stays, steady } = *trial;
        self.tested += 1;
        self.within_80 += u64::from(Spread::holds(forecast.within_80, came));
        self.within_95 += u64::from(Spread::holds(forecast.within_95, came));
        self.forecast_error += (forecast.median - came).abs();
        self.stays_error += (stays - came).abs();
        if let Some(steady) = steady {
            self.steady += 1;
            self.steady_error += (steady - came).abs();
        }
    }

    /// The mean absolute error of the forecast. `None` where nothing was tested.
    pub fn mean_absolute_error(&self) -> Option<f64> {
        mean(self.forecast_error, self.tested)
    }

    /// That of "the figure stays as it is".
    pub fn error_of_stays(&self) -> Option<f64> {
        mean(self.stays_error, self.tested)
    }

    /// That of the steady value, over the trials that have one.
    pub fn error_of_steady(&self) -> Option<f64> {
        mean(self.steady_error, self.steady)
    }

    /// Whether the forecast did worse than "the figure stays as it is".
    pub fn worse_than_stays(&self) -> bool {
        self.forecast_error > self.stays_error
    }
}

fn mean(sum: f64, number: u64) -> Option<f64> {
    (number > 0).then(|| sum / number as f64)
}

impl AddAssign for Tested {
    fn add_assign(&mut self, other: Tested) {
        self.tested += other.tested;
        self.within_80 += other.within_80;
        self.within_95 += other.within_95;
        self.steady += other.steady;
        self.forecast_error += other.forecast_error;
        self.stays_error += other.stays_error;
        self.steady_error += other.steady_error;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: Spread = Spread { median: 10.0, within_80: [9.0, 12.0], within_95: [8.0, 14.0] };

    #[test]
    fn limits_count_as_within_and_errors_are_averaged() {
        let mut tested = Tested::default();
        tested.add(&Trial { forecast: SAID, came: 12.0, stays: 11.0, steady: Some(8.0) });
        tested.add(&Trial { forecast: SAID, came: 13.0, stays: 9.0, steady: None });
        tested.add(&Trial { forecast: SAID, came: 14.1, stays: 14.1, steady: None });
        assert_eq!((tested.tested, tested.within_80, tested.within_95), (3, 1, 2));
        assert_eq!(tested.error_of_steady(), Some(4.0));
        assert!((tested.mean_absolute_error().unwrap_or_default() - 9.1 / 3.0).abs() < 1e-12);
        assert!((tested.error_of_stays().unwrap_or_default() - 5.0 / 3.0).abs() < 1e-12);
        assert!(tested.worse_than_stays());
    }

    #[test]
    fn nothing_tested_has_no_error() {
        assert_eq!(Tested::default().mean_absolute_error(), None);
    }
}
