//! Where the authority and the year of a table stand: in folders, in columns, on the command line.

use super::{Returns, TABLES, cells, joined};
use std::collections::BTreeSet;

/// Folders and columns that tell the authority and the year, and how they do.
type Layout<'layout> = (&'layout str, &'layout str, &'layout [(&'layout str, &'layout str)]);

/// The table with further columns before its own, each of one text all the way down.
fn with_columns(text: &str, columns: &[(&str, &str)]) -> String {
    let mut rows = cells(text);
    for (line, row) in rows.iter_mut().enumerate() {
        let before = columns.iter().map(|(name, cell)| if line == 0 { *name } else { *cell });
        row.splice(0..0, before.map(str::to_owned).collect::<Vec<_>>());
    }
    joined(&rows)
}

#[test]
fn the_return_in_order_gives_the_answer() {
    Returns::in_order().must_give_the_answer("301/2011");
}

#[test]
fn folders_name_the_authority_and_the_year() {
    let authorities =
        ["301", "301-barking-and-dagenham", "301_B&D", "Barking and Dagenham", "barking & dagenham", "E09000002"];
    for authority in authorities {
        for year in ["2011", "2010-11", "2010_11", "2010-2011"] {
            for path in
                [format!("{authority}/{year}"), format!("{year}/{authority}"), format!("a/{authority}/b/{year}/c")]
            {
                let returns = Returns::new();
                for (table, text) in TABLES {
                    returns.write(&format!("{path}/{table}.csv"), text);
                }
                returns.must_give_the_answer(&path);
            }
        }
    }
}

#[test]
fn the_nearest_folder_counts() {
    let returns = Returns::new();
    for (table, text) in TABLES {
        returns.write(&format!("302/2009/301/2011/{table}.csv"), text);
    }
    returns.must_give_the_answer("302/2009/301/2011");
}

#[test]
fn folders_count_up_to_and_with_the_one_given() {
    let returns = Returns::in_order();
    returns.run("returns/301", &[], 0);
    returns.must_have_given_the_answer("the folder of the authority is given");
    returns.run("returns/301/2011", &["--authority", "301"], 0);
    returns.must_have_given_the_answer("the folder of the year is given");
    let said = returns.run("returns/301/2011", &[], 2);
    assert!(said.contains("--authority"), "the folder above the one given must not count: {said}");
}

#[test]
fn the_command_line_tells_what_folders_do_not() {
    for authority in ["301", "E09000002", "Barking & Dagenham"] {
        for year in ["2011", "2010-11", "2010/11"] {
            let returns = Returns::new();
            for (table, text) in TABLES {
                returns.write(&format!("{table}.csv"), text);
            }
            returns.run("returns", &["--authority", authority, "--year", year], 0);
            returns.must_have_given_the_answer(&format!("--authority {authority} --year {year}"));
        }
    }
    let returns = Returns::in_order();
    returns.run("returns", &["--authority", "302", "--year", "2009"], 0);
    returns.must_have_given_the_answer("folders before the command line");
}

#[test]
fn columns_name_the_authority_and_the_year() {
    let authorities = [
        "301",
        "301.0",
        " 301 ",
        "E09000002",
        "e09000002",
        "Barking and Dagenham",
        "BARKING & DAGENHAM",
        "barking-and-dagenham",
        "Barking  And  Dagenham.",
        "BarkingandDagenham",
    ];
    for authority in authorities {
        for year in ["2011", "2011.0", "2010/11", "2010-11", "2010_11", "2010/2011", "2010-2011"] {
            let returns = Returns::new();
            for (table, text) in TABLES {
                let text = with_columns(text, &[("LA", authority), ("YEAR", year)]);
                returns.write(&format!("{table}.csv"), text);
            }
            returns.must_give_the_answer(&format!("LA {authority}, YEAR {year}"));
        }
    }
}

#[test]
fn a_column_counts_before_the_folder_and_a_blank_cell_leaves_it_to_the_folder() {
    let layouts: [Layout<'_>; 6] = [
        ("both in cells, folders of another return", "302/2009", &[("LA", "301"), ("YEAR", "2011")]),
        ("the authority in cells, the year a folder", "2011", &[("LA", "301")]),
        ("the year in cells, the authority a folder", "301", &[("YEAR", "2010/11")]),
        ("blank cells", "301/2011", &[("LA", ""), ("YEAR", "")]),
        ("a blank authority", "301", &[("LA", ""), ("YEAR", "2011")]),
        ("a blank year", "2010-11", &[("LA", "301"), ("YEAR", "")]),
    ];
    for (how, path, columns) in layouts {
        let returns = Returns::new();
        for (table, text) in TABLES {
            returns.write(&format!("{path}/{table}.csv"), with_columns(text, columns));
        }
        returns.must_give_the_answer(how);
    }
}

#[test]
fn every_mixture_of_folders_and_columns_gives_the_answer() {
    // Each table in turn is collated while the others lie in folders, and the other way about.
    for (alone, _) in TABLES {
        for alone_is_collated in [true, false] {
            let returns = Returns::new();
            for (table, text) in TABLES {
                if (table == alone) == alone_is_collated {
                    let text = with_columns(text, &[("YEAR", "2010/11"), ("LA", "Barking & Dagenham")]);
                    returns.write(&format!("collated/{table}.csv"), text);
                } else {
                    returns.write(&format!("301-b-and-d/2010_11/{table}.csv"), text);
                }
            }
            let how = if alone_is_collated { "collated" } else { "in a folder" };
            returns.must_give_the_answer(&format!("{alone} alone {how}"));
        }
    }
}

#[test]
fn a_table_in_two_files_is_one_table() {
    let returns = Returns::new();
    for (table, text) in TABLES {
        let rows = cells(text);
        for child in rows[1..].iter().map(|row| row[0].as_str()).collect::<BTreeSet<_>>() {
            let of_child = rows[1..].iter().filter(|row| row[0] == child).cloned();
            let rows: Vec<_> = std::iter::once(rows[0].clone()).chain(of_child).collect();
            returns.write(&format!("301/2011/{table}-{child}.csv"), joined(&rows));
        }
    }
    returns.must_give_the_answer("a file a child");
}

#[test]
fn a_table_is_known_by_its_header_not_by_its_name() {
    let returns = Returns::new();
    for (place, (_, text)) in TABLES.into_iter().enumerate() {
        // Each table under the name of the next.
        let name = TABLES[(place + 1) % TABLES.len()].0;
        returns.write(&format!("301/2011/{name}.CSV"), text);
    }
    returns.must_give_the_answer("every file misnamed");
}
