//! What to make.

/// What to make.
#[derive(Clone, Debug)]
pub struct Options {
    /// The same seed gives the same returns.
    pub seed: u64,
    /// How much is made.
    pub scale: Scale,
    /// How the files are laid out.
    pub layout: Layout,
    /// The years in which the returns end, on 31 March.
    pub years: Vec<i32>,
    /// How many times the usual number of children.
    pub times: u32,
    /// The authorities to make returns for; the sample has its own.
    pub authorities: Vec<Place>,
}

/// How much is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Six fictional authorities, with an example of every fault that cleaning must find.
    Sample,
    /// The authorities given, of realistic sizes, without faults.
    National,
}

/// How the files are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// `YEAR/CODE-name/table.csv`.
    Folders,
    /// `table.csv`, with the authority and the year in columns LA and YEAR.
    Collated,
    /// Folders, but the last year is collated in `YEAR/table.csv`.
    Mixed,
}

/// An authority to make returns for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its three-digit code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The year its first return ends, if it has not always existed.
    pub first_return: Option<i32>,
    /// The year its last return ends, if it was abolished.
    pub last_return: Option<i32>,
}

impl Place {
    /// An authority that has a return in every year.
    pub fn new(code: impl Into<String>, name: impl Into<String>) -> Place {
        Place { code: code.into(), name: name.into(), first_return: None, last_return: None }
    }

    /// Whether it has a return for the year that ends on 31 March of `year`.
    pub fn returns(&self, year: i32) -> bool {
        self.first_return.is_none_or(|first| first <= year) && self.last_return.is_none_or(|last| year <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_authority_returns_only_while_it_exists() {
        let abolished = Place { last_return: Some(2009), ..Place::new("820", "Bedfordshire") };
        assert!(abolished.returns(2009) && !abolished.returns(2010));
        let successor = Place { first_return: Some(2010), ..Place::new("822", "Bedford") };
        assert!(!successor.returns(2009) && successor.returns(2010));
    }
}
