//! What spreadsheets and case systems do to a CSV, none of which changes the answer.

use super::{Returns, cells, joined};
use crate::folder::rows;

/// What is done to the text of a table, and in words.
type Damage<'damage> = (&'damage str, &'damage dyn Fn(&str) -> String);

/// Another way of writing a date, from its day, month and year, and in words.
type DateForm<'form> = (&'form str, &'form dyn Fn([&str; 3]) -> String);

/// The table with something done to each cell below the heading.
fn each_cell(text: &str, change: impl Fn(&str) -> String) -> String {
    let mut rows = cells(text);
    rows.iter_mut().skip(1).flatten().for_each(|cell| *cell = change(cell));
    joined(&rows)
}

/// The table with something done to each heading.
fn each_heading(text: &str, change: impl Fn(&str) -> String) -> String {
    let mut rows = cells(text);
    rows[0].iter_mut().for_each(|name| *name = change(name));
    joined(&rows)
}

/// The parts of a cell that holds a date.
fn date(cell: &str) -> Option<[&str; 3]> {
    let parts: Vec<&str> = cell.split('/').collect();
    parts.try_into().ok()
}

/// The table with something done to each date.
fn each_date(text: &str, change: impl Fn([&str; 3]) -> String) -> String {
    each_cell(text, |cell| date(cell).map_or_else(|| cell.to_owned(), &change))
}

/// The month of a number in words.
fn month(number: &str) -> &'static str {
    let months = ["January", "February", "March", "April", "May", "June", "July", "August", "September"];
    months[number.parse::<usize>().unwrap() - 1]
}

/// A line of nothing but commas for the table.
fn commas(text: &str) -> String {
    ",".repeat(text.lines().next().unwrap().matches(',').count()) + "\n"
}

fn must_not_change_the_answer(damages: &[Damage<'_>]) {
    for (what, damage) in damages {
        Returns::damaged(damage).must_give_the_answer(what);
    }
}

#[test]
fn other_bytes_and_line_ends() {
    must_not_change_the_answer(&[
        ("a byte-order mark", &|text| format!("\u{feff}{text}")),
        ("CRLF", &|text| text.replace('\n', "\r\n")),
        ("CR", &|text| text.replace('\n', "\r")),
        ("no line end at the end", &|text| text.trim_end().to_owned()),
        ("a byte-order mark and CRLF", &|text| format!("\u{feff}{}", text.replace('\n', "\r\n"))),
        ("empty lines at the end", &|text| format!("{text}\n\n\n")),
    ]);
}

#[test]
fn headings_in_other_shapes() {
    must_not_change_the_answer(&[
        ("lower case", &|text| each_heading(text, str::to_lowercase)),
        ("outer spaces", &|text| each_heading(text, |name| format!("  {name} "))),
        ("spaces for underscores", &|text| each_heading(text, |name| name.replace('_', " "))),
        ("hyphens for underscores", &|text| each_heading(text, |name| name.to_lowercase().replace('_', "-"))),
        ("no underscores", &|text| each_heading(text, |name| name.replace('_', ""))),
        ("columns the other way round", &|text| {
            let mut rows = cells(text);
            rows.iter_mut().for_each(|row| row.reverse());
            joined(&rows)
        }),
        ("quotes after a byte-order mark", &|text| {
            format!("\u{feff}{}", each_heading(text, |name| format!("\"{name}\"")))
        }),
        ("columns without a name at the end", &|text| text.replace('\n', ",,\n")),
    ]);
}

#[test]
fn extra_columns_are_allowed_and_named_once() {
    let with_colour = |text: &str| {
        let mut rows = cells(text);
        for (line, row) in rows.iter_mut().enumerate() {
            row.insert(1, if line == 0 { "Favourite colour" } else { "\"red, or\nblue\"" }.to_owned());
        }
        joined(&rows)
    };
    Returns::damaged(with_colour).must_give_the_answer("an extra column in every table");

    let returns = Returns::in_order();
    returns.write("301/2011/header.csv", with_colour(super::TABLES[0].1));
    returns.write("301/2010/header.csv", "CHILD,SEX,DOB,ETHNIC,FAVOURITE COLOUR\n101,1,01/01/1990,WBRI,red\n");
    let said = returns.run("returns", &[], 0);
    returns.must_have_given_the_answer("an extra column in the headers of two returns");
    assert_eq!(said.to_uppercase().matches("THE COLUMN FAVOURITE COLOUR").count(), 1, "{said}");
}

#[test]
fn lines_of_nothing_but_commas_are_dropped() {
    must_not_change_the_answer(&[
        ("first", &|text| commas(text) + text),
        ("second", &|text| text.replacen('\n', &format!("\n{}", commas(text)), 1)),
        ("last", &|text| text.to_owned() + &commas(text)),
        ("between all lines", &|text| text.replace('\n', &format!("\n{}", commas(text)))),
        ("with spaces and quotes among the commas", &|text| text.replacen('\n', "\n \n", 1) + "\"\",\"\"\n"),
        ("empty lines between all lines", &|text| text.replace('\n', "\n\n")),
    ]);
}

#[test]
fn cells_in_other_shapes() {
    must_not_change_the_answer(&[
        ("every cell quoted", &|text| each_cell(text, |cell| format!("\"{cell}\""))),
        ("outer spaces", &|text| each_cell(text, |cell| format!("  {cell} "))),
        ("no-break spaces", &|text| each_cell(text, |cell| format!("{cell}\u{a0}"))),
        ("lower case", &|text| each_cell(text, str::to_lowercase)),
        ("a trailing .0 behind whole numbers", &|text| {
            let whole = |cell: &str| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
            each_cell(text, |cell| if whole(cell) { format!("{cell}.0") } else { cell.to_owned() })
        }),
        ("blank cells at the end of a line cut off", &|text| {
            text.lines().map(|line| line.trim_end_matches(',').to_owned() + "\n").collect()
        }),
        ("a span for the year of the exams", &|text| text.replace(",2011,", ",2010/11,")),
    ]);
}

#[test]
fn dates_in_other_shapes() {
    let short = |part: &str| part.trim_start_matches('0').to_owned();
    must_not_change_the_answer(&[
        ("one digit for day and month", &|text| each_date(text, |[d, m, y]| format!("{}/{}/{y}", short(d), short(m)))),
        ("ISO", &|text| each_date(text, |[d, m, y]| format!("{y}-{m}-{d}"))),
        ("the month in three letters", &|text| each_date(text, |[d, m, y]| format!("{d}-{}-{y}", &month(m)[..3]))),
        ("the month in words", &|text| {
            each_date(text, |[d, m, y]| format!("{} {} {y}", short(d), month(m).to_lowercase()))
        }),
        ("midnight", &|text| each_date(text, |[d, m, y]| format!("{d}/{m}/{y} 00:00"))),
        ("midnight and seconds", &|text| each_date(text, |[d, m, y]| format!("{d}/{m}/{y} 00:00:00"))),
        ("ISO and midnight", &|text| each_date(text, |[d, m, y]| format!("{y}-{m}-{d} 00:00:00"))),
        ("ISO and midnight with a T", &|text| each_date(text, |[d, m, y]| format!("{y}-{m}-{d}T00:00:00"))),
    ]);
}

#[test]
fn all_at_once() {
    Returns::damaged(|text| {
        let text = each_date(&text.to_lowercase(), |[d, m, y]| format!("{y}-{m}-{d}T00:00:00"));
        let mut rows = cells(&text);
        rows.iter_mut().for_each(|row| row.reverse());
        rows.iter_mut().flatten().for_each(|cell| *cell = format!("\" {cell} \""));
        let line = commas(&text);
        format!("\u{feff}{line}{}{line}", joined(&rows)).replace('\n', "\r\n")
    })
    .must_give_the_answer("all at once");
}

#[test]
fn dates_in_any_other_form_are_unreadable() {
    let forms: [DateForm<'_>; 7] = [
        ("two digits for the year", &|[d, m, y]| format!("{d}/{m}/{}", &y[2..])),
        ("a thirty-second month", &|[d, _, y]| format!("{d}/32/{y}")),
        ("dots", &|[d, m, y]| format!("{d}.{m}.{y}")),
        ("dashes", &|[d, m, y]| format!("{d}-{m}-{y}")),
        ("a word", &|[d, _, y]| format!("{d} Mai {y}")),
        ("noon", &|[d, m, y]| format!("{d}/{m}/{y} 12:00")),
        ("a number too small for the day of a spreadsheet", &|_| "19999".to_owned()),
    ];
    for (what, form) in forms {
        let returns = Returns::in_order();
        // A row that can be read, for without any the run stops.
        let readable = "105,01/05/2010,S,C2,Q2,02/05/2010,E4\n";
        returns.write("301/2011/episodes.csv", each_date(super::TABLES[1].1, form) + readable);
        returns.run("returns", &[], 0);
        let cleaning = rows(&returns.folder.path().join("out/restricted/cleaning.csv"));
        let rejected: Vec<[&str; 4]> =
            cleaning.iter().map(|row| [row["line"].as_str(), &row["child"], &row["step"], &row["field"]]).collect();
        let expected = [
            ["2", "101", "a", "DECOM"],
            ["3", "101", "a", "DECOM"],
            ["4", "101", "a", "DECOM"],
            ["5", "102", "a", "DECOM"],
            ["6", "104", "a", "DECOM"],
        ];
        assert_eq!(rejected, expected, "{what}");
        let children = rows(&returns.folder.path().join("out/restricted/children.csv"));
        let mut of_placements = children.iter().filter(|row| row["indicator"] == "62").peekable();
        assert!(of_placements.peek().is_some(), "{what}: those whose rows were rejected could be looked after");
        for row in of_placements {
            assert_eq!([&row["in_denominator"], &row["reason"]], ["0", ""], "{what}: nobody is known to be");
            assert!(row["doubt"].contains("row_rejected"), "{what}: {row:?}");
        }
    }
}

#[test]
fn lines_are_counted_as_a_spreadsheet_shows_them() {
    for ending in ["\n", "\r\n"] {
        let text = [
            "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,NOTE", // line 1
            ",,,,,,,",                               // 2
            "1,01/05/2010,S,C2,Q1,,,\"one",          // 3, with a line end inside
            "two\"",
            "",                       // 4
            "2,yesterday,S,C2,Q1,,,", // 5
            "3,01/05/2010,S,C2,,,,",  // 6
        ];
        let returns = Returns::new();
        returns.write("301/2011/episodes.csv", text.join(ending));
        returns.run("returns", &[], 0);
        let cleaning = rows(&returns.folder.path().join("out/restricted/cleaning.csv"));
        let lines: Vec<[&str; 3]> =
            cleaning.iter().map(|row| [row["line"].as_str(), &row["child"], &row["field"]]).collect();
        assert_eq!(lines, [["5", "2", "DECOM"], ["6", "3", "PLACE"]], "{ending:?}");
    }
}

#[test]
fn a_line_longer_than_the_heading_is_rejected_unless_all_are_and_blank() {
    let heading = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC";
    let row = |child: &str, surplus: &str| format!("{child},01/05/2010,S,C2,Q1,,{surplus}");
    for (what, lines, rejected) in [
        ("all with a blank cell more", &[row("1", ","), row("2", ",")][..], &[][..]),
        ("with a space in it", &[row("1", ", "), row("2", ",\u{200b}")], &[]),
        ("one with a blank cell more", &[row("1", ","), row("2", "")], &["2"]),
        // A third row that can be used, for without any the run stops.
        ("of different length", &[row("1", ","), row("2", ",,"), row("3", "")], &["2", "3"]),
        ("with something in it", &[row("1", ","), row("2", ",x"), row("3", "")], &["2", "3"]),
    ] {
        let returns = Returns::new();
        returns.write("301/2011/episodes.csv", format!("{heading}\n{}\n", lines.join("\n")));
        returns.run("returns", &[], 0);
        let cleaning = rows(&returns.folder.path().join("out/restricted/cleaning.csv"));
        let found: Vec<&str> = cleaning.iter().map(|row| row["line"].as_str()).collect();
        assert_eq!(found, rejected, "{what}");
        assert!(cleaning.iter().all(|row| row["rule"] == "row_longer_than_header"), "{what}");
    }
}

#[test]
fn a_line_that_is_too_long_names_no_authority() {
    let returns = Returns::new();
    let heading = "LA,YEAR,CHILD,DECOM,RNE,LS,PLACE,DEC,REC";
    let text = format!("{heading}\n301,2011,1,01/05/2010,S,C2,Q1,,\n302,2011,1,01/05/2010,S,C2,Q1,,,x\n");
    returns.write("episodes.csv", text);
    returns.run("returns", &[], 0);
    let cleaning = rows(&returns.folder.path().join("out/restricted/cleaning.csv"));
    let found: Vec<[&str; 3]> =
        cleaning.iter().map(|row| [row["line"].as_str(), &row["la_code"], &row["rule"]]).collect();
    assert_eq!(found, [["3", "", "row_longer_than_header"]]);
    assert!(!returns.report("indicators.csv").contains("Barnet"), "302 is named by that line alone");
}

#[test]
fn lines_that_are_no_rows_are_dropped_and_named() {
    for (line, rule) in [
        ("\u{1a}", "control_characters"),
        ("\u{1a}\u{7},", "control_characters"),
        ("\u{feff}CHILD,REVIEW", "headings_repeated"),
        ("\u{feff}\"CHILD\",\"Review\"", "headings_repeated"),
        ("CHILD,REVIEW,", "headings_repeated"),
    ] {
        let returns = Returns::in_order();
        returns.write("301/2011/reviews.csv", format!("CHILD,REVIEW\n{line}\n101,30/09/2010\n"));
        let said = returns.run("returns", &[], 0);
        returns.must_have_given_the_answer(line);
        let cleaning = rows(&returns.folder.path().join("out/restricted/cleaning.csv"));
        let found: Vec<[&str; 2]> = cleaning.iter().map(|row| [row["line"].as_str(), &row["rule"]]).collect();
        assert_eq!(found, [["2", rule]]);
        assert!(said.contains("301/2011/reviews.csv, line 2: ") && said.contains("the line is dropped"), "{said}");
    }
}

#[test]
fn what_is_put_round_ids_and_codes_changes_nothing() {
    let plain = |cell: &str| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let each = |text: &str, write: &dyn Fn(&str) -> String| {
        each_cell(text, |cell| if plain(cell) { write(cell) } else { cell.to_owned() })
    };
    must_not_change_the_answer(&[
        ("an apostrophe", &|text| each(text, &|cell| format!("'{cell}"))),
        ("a formula in quotes", &|text| each(text, &|cell| format!("\"=\"\"{cell}\"\"\""))),
        ("a formula without", &|text| each(text, &|cell| format!("=\"{cell}\""))),
        ("characters without a width", &|text| each(text, &|cell| format!("\u{200b}{cell}\u{feff}"))),
    ]);
}

#[test]
fn two_columns_of_one_name_are_refused() {
    let returns = Returns::in_order();
    returns.write("301/2011/reviews.csv", "Child ID,child,REVIEW\n101,101,30/09/2010\n");
    let said = returns.run("returns", &[], 0);
    assert!(said.contains("has two columns for one of the return: Child ID and child"), "{said}");
}

#[test]
fn a_column_known_by_another_name_is_named_once() {
    let returns = Returns::in_order();
    returns.write("301/2011/reviews.csv", "Child identifier,Review date\n101,30/09/2010\n");
    let said = returns.run("returns", &[], 0);
    returns.must_have_given_the_answer("two columns known by another name");
    for read in ["`Child identifier` is read as CHILD", "`Review date` is read as REVIEW"] {
        assert_eq!(said.matches(read).count(), 1, "{said}");
    }
}
