//! A child put to the indicators again, with something read otherwise.

use super::cause::{Cause, Ground};
use super::possible::{Answer, Possible, answer_of};
use crate::care::ChildHistory;
use crate::indicators::question::{Indicator, Question};
use crate::indicators::witness::{Sight, Witness};
use crate::returns::finding::Source;
use std::collections::BTreeSet;

/// An indicator and what it looks at besides a child's history; none where there is no figure.
pub(crate) type Asked<'run> = Option<(&'static dyn Indicator, Question<'run>)>;

/// Why an answer is doubtful, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clue {
    /// Why.
    pub ground: Ground,
    /// The row, where it is a row.
    pub source: Option<Source>,
}

/// What is doubtful about one child's answer to one indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoubtfulAnswer {
    /// The answer that the figure takes.
    pub(crate) given: Answer,
    /// The answers that the child could have, the one that the figure takes among them.
    pub(crate) possible: Possible,
    /// Why, each once, in order.
    pub clues: Vec<Clue>,
}

/// What an indicator answered, and what it looked at for that.
struct Given {
    answer: Answer,
    seen: Witness,
}

/// A child who is put to the indicators again and again.
pub(crate) struct Asker<'ask, 'run> {
    asked: &'ask [Asked<'run>],
    given: Vec<Option<Given>>,
    /// The indicators that are asked, by place; all where there is none.
    only: Option<Vec<usize>>,
    heard: Vec<Option<DoubtfulAnswer>>,
}

impl DoubtfulAnswer {
    /// Why, by cause and column or table, each once.
    pub(crate) fn grounds(&self) -> BTreeSet<Ground> {
        self.clues.iter().map(|clue| clue.ground).collect()
    }

    /// Why, by cause, each once.
    pub(crate) fn causes(&self) -> BTreeSet<Cause> {
        self.clues.iter().map(|clue| clue.ground.cause).collect()
    }
}

impl<'ask, 'run> Asker<'ask, 'run> {
    /// Asks once, of the history as it is.
    pub(crate) fn begin(asked: &'ask [Asked<'run>], history: &ChildHistory<'_>) -> Asker<'ask, 'run> {
        let given = asked.iter().map(|asked| {
            let (indicator, question) = asked.as_ref()?;
            let mut witness = Witness::silent();
            let answer = answer_of(&indicator.decide(history, question, &mut witness));
            Some(Given { answer, seen: witness })
        });
        Asker { asked, given: given.collect(), only: None, heard: vec![None; asked.len()] }
    }

    /// The places of the indicators that gave an answer, whatever it was, after looking at this.
    pub(crate) fn that_looked_at(&self, sight: Sight) -> impl Iterator<Item = usize> + use<'_, 'ask, 'run> {
        let looked = move |given: &Given| given.seen.seen().has(sight);
        self.given
            .iter()
            .enumerate()
            .filter(move |(_, given)| given.as_ref().is_some_and(looked))
            .map(|(place, _)| place)
            .filter(|place| self.is_asked(*place))
    }

    /// The answer that an indicator gave of the history as it is.
    pub(crate) fn given(&self, place: usize) -> Answer {
        self.given[place].as_ref().and_then(|given| given.answer)
    }

    /// The indicator at a place, with its question.
    pub(crate) fn indicator(&self, place: usize) -> Option<&'ask (&'static dyn Indicator, Question<'run>)> {
        self.asked[place].as_ref()
    }

    /// The indicators that have a figure, with their questions.
    pub(crate) fn indicators(
        &self,
    ) -> impl Iterator<Item = &'ask (&'static dyn Indicator, Question<'run>)> + use<'ask, 'run> {
        self.asked.iter().flatten()
    }

    /// What an indicator answers of another history.
    pub(crate) fn answer(&self, place: usize, history: &ChildHistory<'_>) -> Answer {
        let (indicator, question) = self.asked[place].as_ref()?;
        answer_of(&indicator.decide(history, question, &mut Witness::silent()))
    }

    /// Asks every indicator that looked at this again, of a history that reads it otherwise.
    pub(crate) fn again(&mut self, history: &ChildHistory<'_>, sight: Sight, clue: Clue) {
        for place in 0..self.asked.len() {
            if self.is_asked(place)
                && !self.is_told(place, clue)
                && self.given[place].as_ref().is_some_and(|given| given.seen.seen().has(sight))
            {
                let answer = self.answer(place, history);
                self.hear(place, Possible::only(answer), clue);
            }
        }
    }

    /// Asks only the indicators at some places.
    pub(crate) fn of(&mut self, places: &[usize], ask: impl FnOnce(&mut Self)) {
        let before = self.only.replace(places.to_vec());
        ask(self);
        self.only = before;
    }

    /// Whether nothing more can be heard of an indicator for this clue.
    fn is_told(&self, place: usize, clue: Clue) -> bool {
        let heard = self.heard[place].as_ref();
        heard.is_some_and(|heard| heard.possible == Possible::ANY && heard.clues.binary_search(&clue).is_ok())
    }

    fn is_asked(&self, place: usize) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(&place))
    }

    /// Takes in answers that the child could have to every indicator that looked at this.
    pub(crate) fn hear_wherever(&mut self, looked_at: Sight, possible: Possible, clue: Clue) {
        let places: Vec<usize> = self.that_looked_at(looked_at).collect();
        for place in places {
            self.hear(place, possible, clue);
        }
    }

    /// Takes in answers that the child could have to one indicator; those that it has already are no news.
    pub(crate) fn hear(&mut self, place: usize, possible: Possible, clue: Clue) {
        let Some(given) = &self.given[place] else {
            return;
        };
        let known = Possible::only(given.answer);
        if known.or(possible) == known {
            return;
        }
        let fresh = DoubtfulAnswer { given: given.answer, possible: known, clues: Vec::new() };
        let heard = self.heard[place].get_or_insert(fresh);
        heard.possible = heard.possible.or(possible);
        if let Err(at) = heard.clues.binary_search(&clue) {
            heard.clues.insert(at, clue);
        }
    }

    /// What is doubtful, indicator by indicator.
    pub(crate) fn end(self) -> Vec<Option<DoubtfulAnswer>> {
        self.heard
    }
}
