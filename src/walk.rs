//! One child followed: its timeline, and the walk through the definition of each indicator, in the words of the code that
//! decides.

pub(crate) mod answer;
mod doubt;
pub(crate) mod sheet;
pub(crate) mod side;
pub(crate) mod timeline;

use crate::care::{AuthorityHistories, ChildHistory};
use crate::code::{ChildId, Code};
use crate::day::Day;
use crate::doubt::AuthorityDoubts;
use crate::doubt::ask::DoubtfulAnswer;
use crate::identity::ID_NOT_SHOWN;
use crate::indicators::asked;
use crate::indicators::question::{Indicator, Question};
use crate::indicators::unavailable::Unavailable;
use crate::lines::visible;
use crate::quality::CleanReturns;
use crate::quality::ids::{known, may_hold};
use crate::returns::finding::Source;
use crate::seeds::authorities::Authority;
use crate::setting::Setting;
use std::collections::HashSet;

/// The children of one authority, to be followed one by one.
pub(crate) struct Followed<'run> {
    /// What every stage goes by.
    pub(crate) setting: Setting<'run>,
    /// The authority.
    pub(crate) authority: &'run Authority,
    /// The rows.
    pub(crate) clean: &'run CleanReturns,
    /// The care histories.
    pub(crate) histories: &'run AuthorityHistories<'run>,
    /// What is doubtful about the answers.
    pub(crate) doubts: &'run AuthorityDoubts,
    /// What each indicator, in order, looks at, or why it has no figure.
    pub(crate) asked: Vec<Asked<'run>>,
}

/// An indicator with its question, or why it has no figure.
type Asked<'run> = Result<(&'static dyn Indicator, Question<'run>), Unavailable>;

impl<'run> Followed<'run> {
    /// The children of an authority.
    pub(crate) fn of(
        histories: &'run AuthorityHistories<'run>,
        doubts: &'run AuthorityDoubts,
        setting: Setting<'run>,
        clean: &'run CleanReturns,
    ) -> Followed<'run> {
        let authority = setting.seeds.authorities.get(histories.clean.authority);
        let asked = setting.seeds.indicators.iter().map(|seed| asked(seed, histories, setting, clean)).collect();
        Followed { setting, authority, clean, histories, doubts, asked }
    }

    /// A child's id in full, as text that is safe to print.
    pub(crate) fn id(&self, id: ChildId) -> String {
        visible(&id.text(&self.clean.long))
    }

    /// A code as text that is safe to print: never the id of a child.
    pub(crate) fn code(&self, code: Code) -> String {
        let text = code.text(&self.clean.long);
        let is_id = may_hold("", &text, &self.clean.long)
            .is_some_and(|id| !known(HashSet::from([id]), &self.clean.authorities).is_empty());
        if is_id { ID_NOT_SHOWN.to_owned() } else { text }
    }

    /// Where a row is: `2011/episodes.csv, line 14`.
    pub(crate) fn place_of(&self, source: Source) -> String {
        self.clean.input.place_of(source, "")
    }

    /// A child's history.
    pub(crate) fn history(&self, child: usize) -> ChildHistory<'_> {
        self.histories.child(child, self.setting.timeframe.known)
    }

    /// What is doubtful about a child's answer to an indicator, if anything.
    pub(crate) fn doubtful(&self, child: usize, indicator: usize) -> Option<&DoubtfulAnswer> {
        let doubtful = self.doubts.indicators.get(indicator)?;
        let place = doubtful.binary_search_by_key(&child, |(child, _)| *child as usize).ok()?;
        doubtful.get(place).map(|(_, answer)| answer)
    }

    /// The month of birth and the age: `Born May 1995, aged 15 on 31 March 2011`.
    pub(crate) fn born(&self, birth: Option<Day>) -> String {
        let Some(birth) = birth else { return "Born: no table tells when".to_owned() };
        let as_at = self.setting.timeframe.as_at;
        let age = match birth.age_on(as_at) {
            age @ 0.. => format!("aged {age} on {}", as_at.in_words()),
            _ => format!("not yet born on {}", as_at.in_words()),
        };
        format!("Born {}, {age}", birth.month_in_words())
    }
}

/// An authority with its code: `Hollowdale (996)`.
pub(crate) fn whose(authority: &Authority) -> String {
    format!("{} ({})", authority.name, authority.code)
}
