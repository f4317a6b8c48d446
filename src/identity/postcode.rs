//! Postcodes and their sectors: `AB1 2CD` lies in `AB1 2`.

/// The sector of a full postcode.
pub(crate) fn sector(text: &[u8]) -> Option<String> {
    let closed = closed(text).filter(|_| is_full(text))?;
    let [district @ .., sector, _, _] = closed.as_slice() else {
        return None;
    };
    let district: String = district.iter().copied().map(char::from).collect();
    Some(format!("{district} {}", char::from(*sector)))
}

/// Whether a text is a sector or a district, which is as much as an anonymised return gives.
pub(crate) fn is_sector_or_district(text: &[u8]) -> bool {
    let Some(closed) = closed(text) else {
        return false;
    };
    let is_sector =
        matches!(closed.as_slice(), [district @ .., last] if last.is_ascii_digit() && is_district(district));
    is_sector || is_district(&closed)
}

/// Whether a text is a full postcode, with or without its space, in capitals or not.
pub(crate) fn is_full(text: &[u8]) -> bool {
    // Most cells do not end in two letters, and nothing is copied for them.
    let may_be = matches!(text, [.., one, other] if one.is_ascii_alphabetic() && other.is_ascii_alphabetic());
    if !may_be || text.len() > LONGEST {
        return false;
    }
    match closed(text).as_deref() {
        Some([district @ .., sector, _, _]) => sector.is_ascii_digit() && is_district(district),
        _ => false,
    }
}

/// Bytes of the longest cell that is a postcode, some spaces included.
const LONGEST: usize = 16;

/// The letters and digits in capitals, without spaces; `None` where there is anything else.
fn closed(text: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(text).ok()?;
    let characters = text.chars().filter(|character| !character.is_whitespace());
    characters
        .map(|character| character.is_ascii_alphanumeric().then(|| character.to_ascii_uppercase() as u8))
        .collect()
}

/// `A9`, `A99`, `AA9`, `AA99`, `A9A`, `AA9A`.
fn is_district(closed: &[u8]) -> bool {
    let rest = match closed {
        [one, other, rest @ ..] if one.is_ascii_alphabetic() && other.is_ascii_alphabetic() => rest,
        [one, rest @ ..] if one.is_ascii_alphabetic() => rest,
        _ => return false,
    };
    matches!(rest, [digit] | [digit, _] if digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_postcode_is_cut_to_its_sector_however_it_is_spaced() {
        for (text, sector) in [
            ("M1 1AE", "M1 1"),
            ("m11ae", "M1 1"),
            ("B33 8TH", "B33 8"),
            ("CR2 6XH", "CR2 6"),
            ("DN551PT", "DN55 1"),
            ("W1A  0AX", "W1A 0"),
            ("EC1A 1BB", "EC1A 1"),
            ("E C 1 A1BB", "EC1A 1"),
        ] {
            assert_eq!(super::sector(text.as_bytes()).as_deref(), Some(sector), "{text}");
            assert!(is_full(text.as_bytes()), "{text}");
            assert!(is_sector_or_district(sector.as_bytes()), "{sector}");
        }
    }

    #[test]
    fn sectors_and_districts_stand_and_anything_else_cannot_be_read() {
        for text in ["EC1A 1", "EC1A", "ec1", "M1", "M11"] {
            assert!(is_sector_or_district(text.as_bytes()), "{text}");
        }
        for text in ["GIR 0AA", "AB1 2C", "AB1 2CDE", "ABROAD", "12345", "A", "EC1A 1B", "12 High Street, AB1 2CD", "é"]
        {
            assert!(!is_sector_or_district(text.as_bytes()), "{text}");
            assert!(!is_full(text.as_bytes()), "{text}");
            assert_eq!(sector(text.as_bytes()), None, "{text}");
        }
    }
}
