//! The steady course of one child: only time passes. What is open stays open, and every review that falls due is held on its
//! due day; a review that is overdue stays so, and the chain stands still.

use crate::care::ChildHistory;
use crate::day::Day;
use crate::indicators::question::Question;
use crate::indicators::review_chain::ReviewChain;
use crate::indicators::witness::Witness;
use std::borrow::Cow;

/// A child's history on the steady course.
pub(crate) struct Course<'clean> {
    known: ChildHistory<'clean>,
    reviews: Cow<'clean, [Day]>,
}

impl<'clean> Course<'clean> {
    /// The course that a history takes; `of_reviews` is what the indicator of reviews looks at, where it has a figure.
    pub(crate) fn of(known: ChildHistory<'clean>, of_reviews: Option<&Question<'_>>) -> Course<'clean> {
        let reviews = of_reviews.map_or(Cow::Borrowed(known.reviews), |question| held_when_due(&known, question));
        Course { known, reviews }
    }

    /// The history at the outturn.
    pub(crate) fn history(&self) -> ChildHistory<'_> {
        ChildHistory { reviews: &self.reviews, ..self.known }
    }
}

/// The reviews held so far and, each on its due day, those that fall due up to the outturn.
fn held_when_due<'clean>(known: &ChildHistory<'clean>, question: &Question<'_>) -> Cow<'clean, [Day]> {
    let timeframe = question.timeframe;
    let mut reviews = Cow::Borrowed(known.reviews);
    let Some(period) = known.period_on(timeframe.known) else { return reviews };
    loop {
        let so_far = ChildHistory { reviews: &reviews, ..*known };
        let chain = ReviewChain::start(&so_far, period, question, &mut Witness::silent());
        let due = chain.next_due(question.policies);
        if due <= timeframe.known || due > timeframe.as_at {
            return reviews;
        }
        reviews.to_mut().push(due);
    }
}
