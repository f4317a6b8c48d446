//! Who is in care, who came and who left, and at what age: from the published care population.

use super::published::{Published, Within};
use super::{CareCount, InCare};
use crate::charts::ages::{Age, Ages, end};
use crate::level::Level;
use crate::pack::About;
use crate::pack::words::phrases::plain;
use crate::printed::Printed;
use crate::printed::context::{ByAge, CAME, CHURN, IN_WINDOW, LEFT, ON_DAY, PrintedContext};
use crate::seeds::authorities::ENGLAND_CODE;
use crate::timeframe::Basis;
use crate::unit::Unit;
use crate::wording::number::ShownNumber;

/// What its bars are called.
const CAME_IN_WORDS: &str = "Came into care";
const LEFT_IN_WORDS: &str = "Left care";

/// Of a place; none where nothing is published of it.
pub(super) fn of(day: &Published<'_>, within: &Within<'_>, about: &About) -> Option<InCare> {
    let context = day.days.first()?.context?;
    let code = within.pack.place.code.as_str();
    context.measure(code, ON_DAY)?;
    let number = |measure: &str| context.measure(code, measure).map_or(Printed::NotAvailable, |row| row.numerator);
    let count =
        |title: &str, measure: &str| CareCount { title: title.to_owned(), number: ShownNumber::count(number(measure)) };
    let churn = context.measure(code, CHURN).map_or(Printed::NotAvailable, |row| row.value);
    let churn = ShownNumber::value(churn, Unit::Percent);
    let of_region = within.pack.level != Level::National;
    let [came, left] =
        [(CAME_IN_WORDS, CAME), (LEFT_IN_WORDS, LEFT)].map(|(who, of)| (who, ages(context, code, &of, of_region)));
    let end = end(came.1.iter().chain(&left.1));
    let [came, left] = [came, left].map(|(who, ages)| Ages { who, ages, end });
    let counts = vec![
        count("In care on the day", ON_DAY),
        count("In care at any time", IN_WINDOW),
        CareCount {
            title: "Churn: those at any time, as a share of those on the day".to_owned(),
            number: churn.clone(),
        },
        count(CAME_IN_WORDS, CAME.whole),
        count(LEFT_IN_WORDS, LEFT.whole),
    ];
    let all = [number(CAME.whole), number(LEFT.whole)].map(ShownNumber::count);
    let of_ages = [(&came, "came"), (&left, "left")].map(|(ages, who)| of_ages(ages, who));
    Some(InCare {
        heading: heading(&all),
        sentences: sentences(about, &counts, &churn, &of_ages),
        of_ages,
        counts,
        came,
        left,
    })
}

/// The ages of those who came, or left; of a region with England's shares.
fn ages(context: &PrintedContext, code: &str, of: &ByAge, of_region: bool) -> Vec<Age> {
    let age = |(measure, name): &(&'static str, &'static str)| {
        let row = context.measure(code, measure);
        let england = context.measure(ENGLAND_CODE, measure).filter(|_| of_region).map(|row| row.value);
        Age {
            name,
            children: row.map_or(Printed::NotAvailable, |row| row.numerator),
            share: row.map_or(Printed::NotAvailable, |row| row.value),
            england,
        }
    };
    of.ages.iter().map(age).collect()
}

/// `360 children came into care and 350 left`.
fn heading([came, left]: &[ShownNumber; 2]) -> String {
    match (came.word, left.word) {
        ("", "") => format!("{} children came into care and {} left", came.text, left.text),
        _ => "Not every number of those who came and left can be shown".to_owned(),
    }
}

fn sentences(about: &About, counts: &[CareCount], churn: &ShownNumber, of_ages: &[Option<String>]) -> Vec<String> {
    let within = match about.timeframe.basis {
        Basis::Rolling => format!("in the {}", about.when),
        Basis::YearToDate => format!("from {}", about.when),
    };
    let [on_day, at_any_time, ..] = counts else { return Vec::new() };
    let is_shown = [&on_day.number, &at_any_time.number, churn].iter().all(|number| number.word.is_empty());
    let churned = is_shown.then(|| {
        format!(
            "{} children were in care at some time {within}. On the last day there were {}, so that the first number is {} \
             of the second",
            at_any_time.number.text, on_day.number.text, churn.text
        )
    });
    let rounded = "Each number is rounded or a sum of rounded ones, so none of them is exact".to_owned();
    let sentences = churned.into_iter().chain(of_ages.iter().flatten().cloned()).chain([rounded]);
    sentences.map(|sentence| plain(&sentence)).collect()
}

/// Of which age most of those were who came, or left, or why no age is shown; none where two ages have as many.
fn of_ages(ages: &Ages, who: &str) -> Option<String> {
    match ages.largest() {
        Some(age) => {
            let (name, share) = (age.name.to_lowercase(), age.shown().text);
            Some(plain(&format!("The largest group of those who {who} were aged {name}, with {share}")))
        }
        None if ages.has_any() => None,
        None => Some(plain(&format!("The ages of those who {who} are {}", not_shown(ages)))),
    }
}

/// Why no age is shown.
fn not_shown(ages: &Ages) -> &'static str {
    if ages.ages.iter().any(|age| age.share == Printed::Confidential) {
        "hidden to protect children"
    } else {
        "not known, because returns are missing"
    }
}
