//! A child put to the indicators again, with something read otherwise; and with something else read otherwise on top of
//! that, for there are doubts that only together change an answer.

use super::cause::{Cause, Ground};
use super::otherwise::Child;
use super::possible::{Answer, Possible, answer_of};
use crate::care::ChildHistory;
use crate::indicators::outcome::Decision;
use crate::indicators::question::{Indicator, Question};
use crate::indicators::witness::{Seen, Sight, Witness};
use crate::returns::finding::Source;
use crate::returns::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// How many doubts are read otherwise together at the most: enough for care, age and a row of another table.
const MOST_TOGETHER: usize = 3;

/// On top of how many readings of one child anything else is read otherwise.
const MOST_READINGS: usize = 256;

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

/// What the files leave open about a child.
pub(crate) trait Open {
    /// Puts the child to the asker in every way in which it may be read otherwise.
    fn ask(&self, child: &Child<'_>, asker: &mut Asker<'_, '_>);
}

/// What an indicator decided, and what it looked at for that.
#[derive(Clone, Copy)]
struct Told {
    decision: Option<Decision>,
    answer: Answer,
    seen: Seen,
}

/// What is read otherwise, and why. Of several, the later one always comes later in this order.
type Step = (Sight, Cause);

/// A reading of the child: as it is, or with something read otherwise.
struct Layer {
    /// What was read otherwise last; none of the child as it is.
    step: Option<Step>,
    /// Why, of all that is read otherwise.
    clues: Vec<Clue>,
    /// What the indicators tell of it, by place; only those for which it is another reading.
    told: Vec<Option<Told>>,
}

/// A child who is put to the indicators again and again.
pub(crate) struct Asker<'ask, 'run> {
    asked: &'ask [Asked<'run>],
    open: &'ask dyn Open,
    /// The child as it is, then with one thing read otherwise on top of another.
    layers: Vec<Layer>,
    /// On top of how many more readings something else may be read otherwise.
    left: usize,
    /// The indicators that are asked, by place; all where there is none.
    only: Option<Vec<usize>>,
    heard: Vec<Option<DoubtfulAnswer>>,
    /// What was heard with several doubts read otherwise: how many, the place of the indicator, and why.
    together: BTreeMap<(usize, usize, Vec<Clue>), Possible>,
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

/// What is doubtful about a child, indicator by indicator.
pub(crate) fn doubts_of(child: &Child<'_>, asked: &[Asked<'_>], open: &dyn Open) -> Vec<Option<DoubtfulAnswer>> {
    let told = asked.iter().map(|asked| asked.as_ref().map(|asked| tell(asked, &child.history))).collect();
    let mut asker = Asker {
        asked,
        open,
        layers: vec![Layer { step: None, clues: Vec::new(), told }],
        left: MOST_READINGS,
        only: None,
        heard: vec![None; asked.len()],
        together: BTreeMap::new(),
    };
    open.ask(child, &mut asker);
    asker.end()
}

fn tell((indicator, question): &(&'static dyn Indicator, Question<'_>), history: &ChildHistory<'_>) -> Told {
    let mut witness = Witness::silent();
    let decided = indicator.decide(history, question, &mut witness);
    Told { answer: answer_of(&decided), decision: decided.ok(), seen: witness.seen() }
}

impl<'ask, 'run> Asker<'ask, 'run> {
    /// Whether the child is read as it is so far.
    pub(crate) fn is_first(&self) -> bool {
        self.layers.len() == 1
    }

    /// Whether something may be read otherwise for a cause, on top of what is already.
    pub(crate) fn is_open(&self, sight: Sight, cause: Cause) -> bool {
        self.layers.last().is_some_and(|layer| layer.step.is_none_or(|step| step < (sight, cause)))
    }

    /// The places of the indicators that are asked.
    pub(crate) fn places(&self) -> impl Iterator<Item = usize> + use<'_, 'ask, 'run> {
        (0..self.asked.len()).filter(|place| self.told(*place).is_some())
    }

    /// The places of the indicators that gave an answer, whatever it was, after looking at this.
    pub(crate) fn that_looked_at(&self, sight: Sight) -> impl Iterator<Item = usize> + use<'_, 'ask, 'run> {
        self.places().filter(move |place| self.told(*place).is_some_and(|told| told.seen.has(sight)))
    }

    /// What an indicator decided of the child as it is read so far.
    pub(crate) fn decision(&self, place: usize) -> Option<Decision> {
        self.told(place)?.decision
    }

    /// The answer that an indicator gave of the child as it is read so far.
    pub(crate) fn given(&self, place: usize) -> Answer {
        self.told(place)?.answer
    }

    fn told(&self, place: usize) -> Option<Told> {
        let told = self.layers.last()?.told[place];
        told.filter(|_| self.only.as_ref().is_none_or(|only| only.contains(&place)))
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
        tell(self.asked[place].as_ref()?, history).answer
    }

    /// Asks every indicator that looked at this again, of the child with it read otherwise.
    pub(crate) fn again(&mut self, child: &Child<'_>, sight: Sight, clues: &[Clue]) {
        if let Some(first) = clues.first() {
            self.again_and_on_from(child, sight, clues, first.ground.cause);
        }
    }

    /// The same of a child all of whose rows of that sight are made up, so that nothing more in them can be read otherwise.
    pub(crate) fn again_made_up(&mut self, child: &Child<'_>, sight: Sight, clues: &[Clue]) {
        self.again_and_on_from(child, sight, clues, Cause::LAST);
    }

    fn again_and_on_from(&mut self, child: &Child<'_>, sight: Sight, clues: &[Clue], cause: Cause) {
        if !self.is_open(sight, cause) {
            return;
        }
        let mut told = vec![None; self.asked.len()];
        let places: Vec<usize> = self.that_looked_at(sight).filter(|&place| !self.is_told(place, clues)).collect();
        for &place in &places {
            if let Some(asked) = &self.asked[place] {
                let of_place = tell(asked, &child.history);
                told[place] = Some(of_place);
                self.hear(place, Possible::only(of_place.answer), clues);
            }
        }
        if !places.is_empty() && self.layers.len() < MOST_TOGETHER && self.left > 0 {
            self.left -= 1;
            let clues = self.clues_and(clues);
            self.layers.push(Layer { step: Some((sight, cause)), clues, told });
            self.open.ask(child, self);
            self.layers.pop();
        }
    }

    /// Asks only the indicators at some places.
    pub(crate) fn of(&mut self, places: &[usize], ask: impl FnOnce(&mut Self)) {
        let before = self.only.replace(places.to_vec());
        ask(self);
        self.only = before;
    }

    /// Whether nothing more can be heard of an indicator for these clues.
    fn is_told(&self, place: usize, clues: &[Clue]) -> bool {
        let is_scored = self.asked[place].as_ref().is_some_and(|(of, _)| of.needs().contains(&Table::Oc2));
        let all = if is_scored { Possible::ANY_SCORE } else { Possible::ANY };
        let is_known = |heard: &DoubtfulAnswer| clues.iter().all(|clue| heard.clues.binary_search(clue).is_ok());
        self.heard[place].as_ref().is_some_and(|heard| heard.possible == all && is_known(heard))
    }

    /// All that is read otherwise so far, and this.
    fn clues_and(&self, clues: &[Clue]) -> Vec<Clue> {
        let mut all = self.layers.last().map(|layer| layer.clues.clone()).unwrap_or_default();
        all.extend(clues);
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Takes in answers that the child could have to every indicator that looked at this.
    pub(crate) fn hear_wherever(&mut self, looked_at: Sight, possible: Possible, clue: Clue) {
        if self.is_open(looked_at, clue.ground.cause) {
            let places: Vec<usize> = self.that_looked_at(looked_at).collect();
            for place in places {
                self.hear(place, possible, &[clue]);
            }
        }
    }

    /// Takes in answers that the child could have to one indicator.
    pub(crate) fn hear(&mut self, place: usize, possible: Possible, clues: &[Clue]) {
        if self.is_first() {
            self.take_in(place, possible, clues);
        } else {
            let key = (self.layers.len(), place, self.clues_and(clues));
            let heard = self.together.entry(key).or_insert(possible);
            *heard = heard.or(possible);
        }
    }

    /// Takes in answers to one indicator; the one that the figure takes is no news.
    fn take_in(&mut self, place: usize, possible: Possible, clues: &[Clue]) {
        let Some(given) = self.layers[0].told[place] else {
            return;
        };
        let known = Possible::only(given.answer);
        if known.or(possible) == known {
            return;
        }
        let fresh = DoubtfulAnswer { given: given.answer, possible: known, clues: Vec::new() };
        let heard = self.heard[place].get_or_insert(fresh);
        heard.possible = heard.possible.or(possible);
        for clue in clues {
            if let Err(at) = heard.clues.binary_search(clue) {
                heard.clues.insert(at, *clue);
            }
        }
    }

    /// The answers that are known of so far.
    fn known(&self, place: usize) -> Possible {
        let given = || Possible::only(self.layers[0].told[place].and_then(|told| told.answer));
        self.heard[place].as_ref().map_or_else(given, |heard| heard.possible)
    }

    /// What is doubtful, indicator by indicator: what several doubts do together where fewer of them do not.
    fn end(mut self) -> Vec<Option<DoubtfulAnswer>> {
        let together = std::mem::take(&mut self.together);
        for several in 2..=MOST_TOGETHER {
            let known: Vec<Possible> = (0..self.asked.len()).map(|place| self.known(place)).collect();
            for ((of, place, clues), possible) in &together {
                if *of == several && known[*place].or(*possible) != known[*place] {
                    self.take_in(*place, *possible, clues);
                }
            }
        }
        self.heard
    }
}
