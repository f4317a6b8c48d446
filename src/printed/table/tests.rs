//! What is written is read back, and nothing else is.

use super::*;
use crate::day::Day;
use Printed::{Confidential, NotApplicable, NotAvailable, Number, RoundsToNought};

fn table() -> PrintedTable {
    let figure = |level, code: &str, name: &str, numbers: [Printed; 5], behind| PrintedFigure {
        level,
        code: code.to_owned(),
        name: name.to_owned(),
        region: (level == Level::LocalAuthority).then(|| "E12000091".to_owned()),
        indicator: 62,
        group: None,
        unit: Unit::Percent,
        numbers: Numbers {
            numerator: numbers[0],
            denominator: numbers[1],
            value: numbers[2],
            lower: numbers[3],
            upper: numbers[4],
        },
        behind,
        cover_too_short: level == Level::National,
        left_open: false,
        reliance: if level == Level::National { Reliance::WithCare } else { Reliance::Usable },
    };
    let of_england = [Number(10), Number(20_000), RoundsToNought, Number(0), Number(1)];
    let hidden = [Confidential, Number(30), Confidential, Confidential, Confidential];
    let behind = Some(Behind { available: 2, listed: 4 });
    PrintedTable {
        timeframe: Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap(),
        same_children: Vec::new(),
        figures: vec![
            figure(Level::National, "E92000001", "England", of_england, behind),
            figure(Level::LocalAuthority, "991", "Ash, the larger", hidden, None),
            figure(Level::LocalAuthority, "992", "Elm", [NotAvailable; 5], None),
            figure(
                Level::LocalAuthority,
                "993",
                "Oak",
                [Number(0), Number(0), NotApplicable, NotApplicable, NotApplicable],
                None,
            ),
        ],
    }
}

fn written(table: &PrintedTable) -> String {
    let mut bytes = Vec::new();
    write(table, &crate::seeds::Seeds::built_in().unwrap().indicators, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn no_cell_is_blank_and_all_is_read_back() {
    let text = written(&table());
    assert!(text.lines().skip(1).all(|row| !row.contains(",,") && !row.ends_with(',')), "{text}");
    let ends: Vec<&str> = text.lines().skip(1).map(|row| row.split(",low,").last().unwrap()).collect();
    assert_eq!(
        ends,
        [
            "10,20000,k,0.0,0.1,ok,2 of 4,cover_too_short; use_with_care",
            "c,30,c,c,c,confidential,z,z",
            "x,x,x,x,x,not_available,z,z",
            "0,0,z,z,z,no_denominator,z,z"
        ]
    );
    assert_eq!(read(text.as_bytes()).unwrap(), table());
}

#[test]
fn warnings_are_a_list_and_how_far_a_value_can_be_relied_upon_is_said_of_a_value_that_is_shown() {
    use Reliance::{NotUsable, Usable, WithCare};
    let text = written(&table());
    let with = |warning: &str| read(text.replacen("cover_too_short; use_with_care", warning, 1).as_bytes());
    for (warning, cover_too_short, reliance) in [
        ("z", false, Usable),
        ("cover_too_short", true, Usable),
        ("cover_too_short; left_open; use_with_care", true, WithCare),
        ("use_with_care", false, WithCare),
        ("not_to_be_relied_upon", false, NotUsable),
        ("cover_too_short; not_to_be_relied_upon", true, NotUsable),
    ] {
        let england = with(warning).unwrap().figures.swap_remove(0);
        assert_eq!((england.cover_too_short, england.reliance), (cover_too_short, reliance), "{warning}");
    }
    for wrong in
        ["use_with_care; cover_too_short", "use_with_care; not_to_be_relied_upon", "z; use_with_care", "", "other"]
    {
        assert!(with(wrong).unwrap_err().to_string().contains("line 2: warning"), "{wrong}");
    }
    for shown in ["confidential,z,z", "not_available,z,z", "no_denominator,z,z"] {
        let status = shown.trim_end_matches(",z");
        let of_returns = text.replacen(shown, &format!("{status},z,cover_too_short"), 1);
        assert!(read(of_returns.as_bytes()).is_ok(), "what is known of the returns is said of any figure");
        let of_value = text.replacen(shown, &format!("{status},z,use_with_care"), 1);
        assert!(read(of_value.as_bytes()).unwrap_err().to_string().contains("warning 'use_with_care'"), "{shown}");
    }
}

#[test]
fn a_cell_that_it_would_not_write_is_refused_with_its_line() {
    let text = written(&table());
    for (from, to, said) in [
        ("c,30,c", "c,30.0,c", "line 3: denominator '30.0'"),
        ("c,30,c", "c,+30,c", "line 3: denominator '+30'"),
        ("c,30,c", "c,,c", "line 3: denominator ''"),
        ("k,0.0", "k,0.00", "line 2: lower_95 '0.00'"),
        (
            "2011-03-31,rolling,Local authority,992",
            "2010-03-31,rolling,Local authority,992",
            "line 4 is of another day",
        ),
        ("Local authority,992", "Local authority,991", "line 4 is not in order"),
        ("2 of 4", "two", "line 2"),
        ("upper_95", "upper", "line 1 lacks the column upper_95"),
    ] {
        let wrong = text.replacen(from, to, 1);
        assert_ne!(wrong, text, "{from}");
        match (read(wrong.as_bytes()), said) {
            (Err(problem), _) => assert!(problem.to_string().contains(said), "{problem}"),
            (Ok(table), "line 2") => {
                assert_ne!(written(&table), wrong, "what is not understood is not written back")
            }
            (Ok(_), _) => panic!("{to} is taken"),
        }
    }
}
