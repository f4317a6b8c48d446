//! What years are called on the pages and slides of a report of a day that is not a 31 March.

use crate::folder::{data, opened, said, stocktake};

/// The texts of all that has a mark before and a mark after it.
fn between<'text>(text: &'text str, before: &str, after: &str) -> Vec<&'text str> {
    text.split(before).skip(1).map(|rest| rest.split(after).next().unwrap_or_default()).collect()
}

/// The tables of years of indicators, by whether they are of exams.
fn tables_of_years(page: &str, of_exams: bool) -> Vec<&str> {
    let numbers: &[u16] = if of_exams { &[99, 100, 101] } else { &[58, 61, 62, 63, 66, 147, 148] };
    let tables = numbers.iter().map(|number| between(page, &format!("id=ni-{number}-years>"), "</table>"));
    tables.flatten().collect()
}

#[test]
fn no_area_calls_the_figures_of_a_december_by_the_year_in_which_the_return_ends() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = "--as-at 2010-12-31 --pptx --out r --quiet";
    said(stocktake(folder.path()).arg("run").arg(data()).args(arguments.split_whitespace()), 0);
    let files = opened(&folder.path().join("r"));
    let mut found = [0; 4];
    for (name, bytes) in &files {
        let is_of_area = name.contains("authorities/") || name.contains("regions/");
        if !is_of_area || name.contains("-children") || !(name.ends_with(".html") || name.contains("/slides/slide")) {
            continue;
        }
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(!text.contains("from 2010"), "{name}");
        // Until the next sentence: of the years, not the target.
        for said in between(text, "A line of the values of", "; lowest") {
            let is_of_exams = said.contains("in 2010");
            // Where the last is hidden, that before it is the last to be drawn.
            assert!(is_of_exams || said.contains(" in December 20"), "{name}: {said}");
            assert!(!said.contains("in 2011"), "{name}: {said}");
            found[0] += 1;
        }
        let heads = |table: &str, year: &str| table.contains(&format!("<th scope=col>{year}"));
        for table in tables_of_years(text, false) {
            assert!(heads(table, "Dec 2009") && heads(table, "Dec 2010"), "{name}: {table}");
            assert!(!heads(table, "2010") && !heads(table, "2011"), "{name}: {table}");
            found[1] += 1;
        }
        for table in tables_of_years(text, true) {
            assert!(heads(table, "2010") && !heads(table, "Dec"), "{name}: {table}");
            found[2] += 1;
        }
        found[3] += text.matches("The year before, December 2009").count();
    }
    assert!(found.iter().all(|found| *found > 5), "{found:?}");
    let asked = ["show", "r", "--authority", "England", "--indicator", "62"];
    let (shown, _) = said(stocktake(folder.path()).args(asked), 0);
    assert!(shown.contains("since 10.0 in December 2009, returns"), "{shown}");
    assert!(shown.contains("December 2009 needs earlier returns") && !shown.contains("2011"), "{shown}");
    assert!(shown.contains("  Dec 2010    9.8%") && shown.contains("  Dec 2009   10.0%"), "{shown}");
}
