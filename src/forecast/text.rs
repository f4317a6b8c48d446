//! What a look ahead prints: a place in a table and in sentences, and the children of the watch list.

use super::Forecast;
use super::outlook::Outlook;
use super::words::{NOT_SAID, STEADY, in_words};
use crate::contract::{BETWEEN_WARNINGS, COHORT_ASSUMED, COVER_TOO_SHORT, FEW_PAST_CHILDREN};
use crate::draws::spread::Spread;
use crate::draws::tested::Tested;
use crate::figures::Status;
use crate::level::Level;
use crate::lines::{hanging, indented, table};
use crate::quality::CleanReturns;
use crate::rounding::Tenths;
use crate::seeds::Seeds;
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::wording::counts::{authorities, count_with_commas};
use crate::wording::figure::reason;

/// One place: the only authority, or all that were given together.
pub(crate) fn of_place(forecast: &Forecast, seeds: &Seeds) -> String {
    let places = || forecast.outlooks.chunk_by(|one, other| one.steady.code == other.steady.code);
    let local = || places().filter(|place| place[0].steady.level == Level::LocalAuthority);
    let several = local().count();
    let whole = places().find(|place| place[0].steady.level.whole() == Level::National);
    let Some(place) = (if several == 1 { local().next() } else { whole }) else { return String::new() };
    let name = place.iter().max_by_key(|outlook| outlook.steady.behind.map(|behind| behind.available));
    let name = name.map_or("", |outlook| outlook.steady.name.as_str());
    let [known, outturn] = [forecast.timeframe.known, forecast.timeframe.as_at].map(|day| day.in_words());
    let of_several = if several == 1 { String::new() } else { format!(", {}", authorities(several)) };
    let mut text = format!("\n{name} at {known}, looking ahead to {outturn}{of_several}\n\n");
    text.push_str(&indented(STEADY, 0));
    text.push_str("\nNI   Indicator                             Now    Then  Children  Forecast (80% limits)  Note\n");
    let both =
        || place.iter().filter_map(|outlook| Some((outlook, find(&seeds.indicators, outlook.steady.indicator)?)));
    both().for_each(|(outlook, seed)| text.push_str(&line(outlook, seed)));
    text.push_str("\nWhat can still happen\n");
    for (outlook, seed) in both() {
        let words = in_words(outlook, seed, forecast.timeframe.as_at);
        if !words.is_empty() {
            text.push_str(&hanging(&seed.number.to_string(), &words, 5));
        }
    }
    text.push('\n');
    text.push_str(&indented(NOT_SAID, 0));
    text
}

fn line(outlook: &Outlook, seed: &IndicatorSeed) -> String {
    let shown = |value: Option<Tenths>| value.map_or("-".to_owned(), |value| format!("{value}{}", seed.unit.suffix()));
    let (now, then) = (shown(outlook.now), shown(outlook.value(seed.unit)));
    let available = !matches!(outlook.steady.status, Status::NotAvailable(_));
    let children = if available { outlook.steady.denominator.to_string() } else { "-".to_owned() };
    let forecast = match outlook.likely.spread {
        Some(Spread { median, within_80: [low, high], .. }) => {
            let [median, low, high] = [median, low, high].map(Tenths::of);
            format!("{median} ({low} to {high})")
        }
        None => "-".to_owned(),
    };
    let number = seed.number;
    let line = format!("{number:<4} {:<34} {now:>6}  {then:>6}  {children:>8}  {forecast:>21}  ", seed.short_title);
    format!("{}\n", (line + &note(outlook)).trim_end())
}

/// Why there is no figure, or what it lacks.
fn note(outlook: &Outlook) -> String {
    match &outlook.steady.status {
        Status::NotAvailable(_) => format!("not available: {}", reason(&outlook.steady)),
        _ if outlook.not_known_yet => "results not known yet".to_owned(),
        _ => {
            let pending = outlook.pending().filter(|pending| *pending > 0).map(|pending| format!("{pending} pending"));
            let warnings = outlook.warning_names().map(in_few_words);
            pending.into_iter().chain(warnings.map(str::to_owned)).collect::<Vec<_>>().join(BETWEEN_WARNINGS)
        }
    }
}

/// What a warning means, where there is room for a few words.
fn in_few_words(warning: &'static str) -> &'static str {
    match warning {
        COVER_TOO_SHORT => "needs earlier returns",
        COHORT_ASSUMED => "cohort assumed",
        FEW_PAST_CHILDREN => "few past children",
        _ => warning,
    }
}

/// How good the forecasts of past years have been, over all authorities, an indicator a line.
pub(crate) fn of_tests(forecast: &Forecast, seeds: &Seeds) -> String {
    let heading = ["NI", "Indicator", "Tested", "Within 80%", "Within 95%", "Mean error", "Stays as it is", "Steady"];
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    let mut worse = Vec::new();
    for seed in &seeds.indicators {
        let of_indicator = forecast.outlooks.iter().filter(|outlook| outlook.steady.indicator == seed.number);
        let mut tested = Tested::default();
        let authorities = of_indicator.filter(|outlook| outlook.steady.level == Level::LocalAuthority);
        authorities.for_each(|outlook| tested += outlook.likely.tested);
        let share = |within: u64| match tested.tested {
            0 => "-".to_owned(),
            all => format!("{:.0}%", 100.0 * within as f64 / all as f64),
        };
        let error = |error: Option<f64>| error.map_or("-".to_owned(), |error| format!("{error:.2}"));
        let mark = if tested.worse_than_stays() { " nearer" } else { "" };
        worse.extend(tested.worse_than_stays().then(|| seed.number.to_string()));
        rows.push(vec![
            seed.number.to_string(),
            seed.short_title.clone(),
            count_with_commas(tested.tested),
            share(tested.within_80),
            share(tested.within_95),
            error(tested.mean_absolute_error()),
            error(tested.error_of_stays()) + mark,
            error(tested.error_of_steady()),
        ]);
    }
    format!(
        "\nHow good the forecasts of past years have been, over all authorities\n{}\n{}{}",
        table(&rows, 2),
        indented(&no_help(&worse), 0),
        indented(TESTS, 0)
    )
}

/// Which forecasts have been no help; blank where each has been some.
fn no_help(numbers: &[String]) -> String {
    match numbers {
        [] => String::new(),
        _ => format!(
            "For NI {} \"the figure stays as it is\" has been nearer than the forecast: do not plan by the forecast there.\n",
            numbers.join(", ")
        ),
    }
}

/// What the table of tests shows.
const TESTS: &str = "Each authority's forecast for a past pair of days, made from the pairs before it, is set against what came. \
    Errors are means in percentage points, for NI 58 in points of the score: of the forecast, of \"the figure stays as it is\" \
    and of the figure if nothing further happens.";

/// How long the watch list is, in a sentence.
pub(crate) fn of_watch_list(forecast: &Forecast) -> String {
    let mut children: Vec<_> = forecast.watch_list.iter().map(|row| (row.authority, row.child)).collect();
    children.sort_unstable();
    children.dedup();
    let (rows, children) = (forecast.watch_list.len(), children.len());
    let row = if rows == 1 { "row" } else { "rows" };
    let child = if children == 1 { "child" } else { "children" };
    format!(
        "Watch list: {} {row} about {} {child}\n",
        count_with_commas(rows as u64),
        count_with_commas(children as u64)
    )
}

/// The children of the watch list, with their ids, a row each.
pub(crate) fn of_children(forecast: &Forecast, clean: &CleanReturns, seeds: &Seeds) -> String {
    let heading = ["LA", "By", "Days", "NI", "Child", "State", "Flags"].map(str::to_owned).to_vec();
    let mut rows = vec![heading];
    for row in &forecast.watch_list {
        let Some(children) = clean.authorities.iter().find(|clean| clean.authority == row.authority) else { continue };
        let days = row.by.map(|by| by.days_since(forecast.timeframe.known).to_string());
        rows.push(vec![
            seeds.authorities.get(row.authority).code.clone(),
            row.by.map(|by| by.to_string()).unwrap_or_default(),
            days.unwrap_or_default(),
            row.indicator.to_string(),
            children.children[row.child as usize].id.text(&clean.long),
            row.state.name().to_owned(),
            row.flags.text(&clean.long),
        ]);
    }
    format!("\n{}", table(&rows, 0))
}
