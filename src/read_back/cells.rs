//! Cells of a report's tables, read into the types they were written from. Each function is for `deserialize_with`,
//! so that a table without the column is refused unless the field has a default.

use crate::benchmark::funnel::Position;
use crate::benchmark::groups::GroupKind;
use crate::benchmark::significance::Significance;
use crate::benchmark::targets;
use crate::day::Day;
use crate::decimal::Decimal;
use crate::figures::Status;
use crate::level::Level;
use crate::output::rows::as_before;
use crate::rounding::Tenths;
use crate::seeds::published::Cell;
use crate::statistics::quantile::Band;
use crate::verdict::Reliance;
use crate::wording::target::{NOT_KNOWN, met_or_not};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// A cell of any type that may be blank.
pub(super) fn filled<'de, D: Deserializer<'de>, T: Deserialize<'de>>(cell: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(cell)
}

/// A text in which nothing is a formula to a spreadsheet.
pub(super) fn text<'de, D: Deserializer<'de>>(cell: D) -> Result<String, D::Error> {
    let text = String::deserialize(cell)?;
    Ok(if text.starts_with('\'') { as_before(&text).to_owned() } else { text })
}

pub(super) fn day<'de, D: Deserializer<'de>>(cell: D) -> Result<Day, D::Error> {
    read(cell, |text| Day::read(text.as_bytes()))
}

pub(super) fn level<'de, D: Deserializer<'de>>(cell: D) -> Result<Level, D::Error> {
    read(cell, Level::named)
}

/// Why a figure is not available is in a column of its own.
pub(super) fn status<'de, D: Deserializer<'de>>(cell: D) -> Result<Status, D::Error> {
    let all = || [Status::Ok, Status::NoDenominator, Status::NotAvailable(None)];
    read(cell, |text| all().into_iter().find(|status| status.name() == text))
}

pub(super) fn reliance<'de, D: Deserializer<'de>>(cell: D) -> Result<Reliance, D::Error> {
    read(cell, |text| named(text, [Reliance::Usable, Reliance::WithCare, Reliance::NotUsable], Reliance::name))
}

pub(super) fn group_kind<'de, D: Deserializer<'de>>(cell: D) -> Result<GroupKind, D::Error> {
    let all = [GroupKind::England, GroupKind::Region, GroupKind::Neighbours, GroupKind::Own];
    read(cell, |text| named(text, all, GroupKind::name))
}

/// `yes` or `no`.
pub(super) fn yes<'de, D: Deserializer<'de>>(cell: D) -> Result<bool, D::Error> {
    read(cell, |text| match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    })
}

/// `1` or `0`; without a copy of the cell, for children.csv may have a million rows.
pub(super) fn one<'de, D: Deserializer<'de>>(cell: D) -> Result<bool, D::Error> {
    match u8::deserialize(cell)? {
        1 => Ok(true),
        0 => Ok(false),
        other => Err(unreadable(&other.to_string())),
    }
}

pub(super) fn number<'de, D: Deserializer<'de>>(cell: D) -> Result<Decimal, D::Error> {
    read(cell, Decimal::read)
}

pub(super) fn decimal<'de, D: Deserializer<'de>>(cell: D) -> Result<Option<Decimal>, D::Error> {
    read_filled(cell, Decimal::read)
}

/// A value that may be a symbol.
pub(super) fn published<'de, D: Deserializer<'de>>(cell: D) -> Result<Cell<Decimal>, D::Error> {
    read(cell, |text| Cell::value(text).ok())
}

pub(super) fn tenths<'de, D: Deserializer<'de>>(cell: D) -> Result<Option<Tenths>, D::Error> {
    read_filled(cell, |text| {
        let size = text.strip_prefix('-');
        let number = Decimal::read(size.unwrap_or(text)).filter(|number| number.decimals() == 1)?;
        Some(Tenths(if size.is_some() { -number.digits() } else { number.digits() }))
    })
}

pub(super) fn told<'de, D: Deserializer<'de>>(cell: D) -> Result<Option<Significance>, D::Error> {
    read_filled(cell, Significance::read)
}

pub(super) fn met<'de, D: Deserializer<'de>>(cell: D) -> Result<Option<bool>, D::Error> {
    let read = |text: &str| match text {
        NOT_KNOWN => Some(None),
        text => [true, false].into_iter().find(|met| met_or_not(*met) == text).map(Some),
    };
    read_filled(cell, read).map(Option::flatten)
}

pub(super) fn met_at_95<'de, D: Deserializer<'de>>(cell: D) -> Result<Option<targets::MetAt95>, D::Error> {
    read_filled(cell, targets::MetAt95::read)
}

pub(super) fn band<'de, D: Deserializer<'de>>(cell: D) -> Result<Option<Band>, D::Error> {
    read_filled(cell, |text| named(text, [Band::A, Band::B, Band::C, Band::D], Band::name))
}

pub(super) fn position<'de, D: Deserializer<'de>>(cell: D) -> Result<Option<Position>, D::Error> {
    let all = [Position::Below99_8, Position::Below95, Position::Within, Position::Above95, Position::Above99_8];
    read_filled(cell, |text| named(text, all, Position::name))
}

/// The one of the variants that tables call so.
fn named<T: Copy, const N: usize>(text: &str, all: [T; N], name: fn(T) -> &'static str) -> Option<T> {
    all.into_iter().find(|one| name(*one) == text)
}

fn read<'de, D: Deserializer<'de>, T>(cell: D, reader: impl FnOnce(&str) -> Option<T>) -> Result<T, D::Error> {
    let text = String::deserialize(cell)?;
    reader(&text).ok_or_else(|| unreadable(&text))
}

fn read_filled<'de, D: Deserializer<'de>, T>(
    cell: D,
    reader: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, D::Error> {
    match String::deserialize(cell)?.as_str() {
        "" => Ok(None),
        text => reader(text).map(Some).ok_or_else(|| unreadable(text)),
    }
}

fn unreadable<E: Error>(text: &str) -> E {
    E::custom(format!("'{text}' is not a value of this column"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, StrDeserializer};

    fn cell(text: &str) -> StrDeserializer<'_, Error> {
        text.into_deserializer()
    }

    #[test]
    fn a_number_with_one_decimal_is_read_with_its_sign() {
        for text in ["0.0", "10.7", "-0.5", "-100.0"] {
            assert_eq!(tenths(cell(text)).unwrap().unwrap().to_string(), text);
        }
        assert_eq!(tenths(cell("")), Ok(None));
        for text in ["10", "10.75", "--1.0", "+1.0", "c"] {
            assert!(tenths(cell(text)).is_err(), "{text}");
        }
    }

    #[test]
    fn every_name_that_is_written_is_read_back() {
        for status_written in [Status::Ok, Status::NoDenominator, Status::NotAvailable(None)] {
            assert_eq!(status(cell(status_written.name())), Ok(status_written));
        }
        for is_met in [true, false] {
            assert_eq!(met(cell(met_or_not(is_met))), Ok(Some(is_met)));
        }
        assert_eq!(position(cell("above 99.8%")), Ok(Some(Position::Above99_8)));
        assert_eq!(reliance(cell("with care")), Ok(Reliance::WithCare));
        assert_eq!(reliance(cell("certain")).unwrap_err().to_string(), "'certain' is not a value of this column");
    }
}
