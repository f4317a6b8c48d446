//! Days against themselves, and against the calendar of `jiff`.

use super::order::{DateOrder, Settled, Slashed};
use super::*;
use jiff::civil::Date;
use jiff::{ToSpan, Unit};
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd(year, month, day).unwrap()
}

#[test]
fn months_keep_the_day_or_end_with_the_month() {
    assert_eq!(day(2011, 4, 1).plus_months(-30), day(2008, 10, 1));
    assert_eq!(day(2010, 3, 31).plus_months(-1), day(2010, 2, 28));
    assert_eq!(day(2008, 2, 29).plus_months(12), day(2009, 2, 28));
    assert_eq!(day(2010, 12, 31).plus_months(2), day(2011, 2, 28));
    assert_eq!(day(2011, 1, 15).plus_months(-1), day(2010, 12, 15));
}

#[test]
fn ages_turn_on_the_birthday() {
    let born = day(1995, 4, 1);
    assert_eq!(born.age_on(day(2011, 3, 31)), 15);
    assert_eq!(born.age_on(day(2011, 4, 1)), 16);
    let leap = day(1992, 2, 29);
    assert_eq!(leap.age_on(day(2011, 2, 28)), 18);
    assert_eq!(leap.age_on(day(2011, 3, 1)), 19);
    assert_eq!(leap.birthday(19), day(2011, 3, 1));
    assert_eq!(leap.birthday(16), day(2008, 2, 29));
}

#[test]
fn a_return_covers_the_days_up_to_its_31_march() {
    assert_eq!(day(2011, 3, 31).return_year(), 2011);
    assert_eq!(day(2011, 4, 1).return_year(), 2012);
    assert_eq!(Day::first_of_april(2010), Day::thirty_first_of_march(2010).plus_days(1));
}

proptest! {
    #[test]
    fn a_day_and_its_date_are_one(count in 400i32..3_600_000) {
        let day = Day::counted(count);
        let (year, month, date) = day.ymd();
        prop_assert_eq!(Day::from_ymd(year, month, date), Some(day));
        prop_assert_eq!(Day::read(day.to_string().as_bytes()), Some(day));
        prop_assert_eq!(Day::read(day.slashed().as_bytes()), Some(day));
    }
}

proptest! {
    /// A column that is written month first, and settles it, is read as the days it was written of; one with a day
    /// above the twelfth, written day first, is never read month first.
    #[test]
    fn a_column_is_read_as_the_days_it_was_written_of(counts in proptest::collection::vec(730_000i32..735_000, 1..80)) {
        let days: Vec<Day> = counts.into_iter().map(Day::counted).collect();
        let month_first = |day: &Day| {
            let (year, month, date) = day.ymd();
            format!("{month}/{date:02}/{year}")
        };
        let read = |texts: &[String], order: DateOrder, slashed: &mut Slashed| -> Vec<Option<Day>> {
            texts.iter().map(|text| Day::read_noting(text.as_bytes(), order, slashed)).collect()
        };
        let expected: Vec<Option<Day>> = days.iter().copied().map(Some).collect();
        let texts: Vec<String> = days.iter().map(month_first).collect();
        let mut slashed = Slashed::default();
        read(&texts, DateOrder::DayFirst, &mut slashed);
        let beyond_months = days.iter().filter(|day| day.ymd().2 > 12).count();
        let settles = beyond_months >= 3 && beyond_months * 50 >= days.len();
        prop_assert_eq!(slashed.settled(false) == Settled::MonthFirst, settles);
        if settles {
            prop_assert_eq!(&read(&texts, slashed.order(false), &mut Slashed::default()), &expected);
        }
        let texts: Vec<String> = days.iter().map(|day| day.slashed()).collect();
        let mut slashed = Slashed::default();
        let found = read(&texts, DateOrder::DayFirst, &mut slashed);
        prop_assert_eq!(found, expected);
        prop_assert!(slashed.order(false) != DateOrder::MonthFirst);
    }
}

/// Every day from 1900 to 2199, as `jiff` has it.
fn dates() -> impl Iterator<Item = Date> {
    let first = Date::new(1900, 1, 1).unwrap();
    first.series(1.day()).take_while(|date| date.year() < 2200)
}

fn of(date: Date) -> Day {
    day(date.year().into(), date.month() as u32, date.day() as u32)
}

#[test]
fn the_calendar_is_that_of_jiff() {
    let date = |year: i32, month: u32, day: u32| Date::new(year as i16, month as i8, day as i8).ok();
    for (year, month, day) in
        (1900..2200).flat_map(|year| (0..=13).flat_map(move |month| (0..=32).map(move |day| (year, month, day))))
    {
        let theirs = date(year, month, day);
        assert_eq!(Day::from_ymd(year, month, day).is_some(), theirs.is_some(), "{year}-{month}-{day}");
    }
    let first = Date::new(1900, 1, 1).unwrap();
    for (count, date) in dates().enumerate() {
        let ours = of(date);
        assert_eq!(ours.ymd(), (date.year().into(), date.month() as u32, date.day() as u32));
        assert_eq!(ours.days_since(of(first)), count as i32, "{date}");
        assert_eq!(of(first).plus_days(count as i32), ours, "{date}");
        assert_eq!(ours.to_string(), date.to_string());
        assert_eq!(ours.first_of_month(), of(date.first_of_month()), "{date}");
    }
    assert_eq!(dates().count(), 109_573);
}

#[test]
fn months_are_added_and_taken_away_as_jiff_does() {
    for date in dates() {
        for months in [-228, -36, -30, -24, -12, -6, -3, -2, -1, 0, 1, 2, 3, 6, 11, 12, 23, 240] {
            let theirs = date.checked_add(i64::from(months).months()).unwrap();
            assert_eq!(of(date).plus_months(months), of(theirs), "{date} and {months} months");
        }
    }
}

/// The birthday in a year, 1 March where the year has no 29 February.
fn birthday(born: Date, year: i16) -> Date {
    Date::new(year, born.month(), born.day()).unwrap_or_else(|_| Date::new(year, 3, 1).unwrap())
}

#[test]
fn ages_are_those_of_jiff() {
    let is_near_leap_day = |date: &Date| matches!((date.month(), date.day()), (2, 28 | 29) | (3, 1));
    let born = dates().enumerate().filter(|(at, date)| at % 97 == 0 || is_near_leap_day(date)).map(|(_, born)| born);
    for born in born.filter(|born| born.year() < 2170) {
        for age in 0..30 {
            let birthday = birthday(born, born.year() + age);
            assert_eq!(of(born).birthday(age.into()), of(birthday), "{born}");
            let days = [birthday.yesterday(), Ok(birthday), birthday.tomorrow(), birthday.checked_add(123.days())];
            for (day, expected) in days.map(Result::unwrap).into_iter().zip([age - 1, age, age, age]) {
                assert_eq!(of(born).age_on(of(day)), i32::from(expected), "born {born}, on {day}");
                // The birthday of someone born on 29 February is for the definitions to say, not for a calendar.
                if expected >= 0 && (born.month(), born.day()) != (2, 29) {
                    assert_eq!(born.until((Unit::Year, day)).unwrap().get_years(), expected, "born {born}, on {day}");
                }
            }
        }
    }
}
