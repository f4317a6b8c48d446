//! Which columns there are, before all else.

use crate::tidy::check::{Check, Fail, Found, Stage, none};
use crate::tidy::pair::Pair;
use crate::tidy::standard::{DATA_COLUMNS, META_COLUMNS, MORE_META_COLUMNS};

pub const STAGE: Stage = Stage {
    name: "Precheck columns",
    checks: &[
        Check {
            name: "precheck_col_req_meta",
            ask: precheck_col_req_meta,
            breaks: &[
                (Fail, |pair| pair.meta.remove("indicator_dp")),
                (Fail, |pair| pair.meta.rename("col_name", "name")),
            ],
        },
        Check {
            name: "precheck_col_invalid_meta",
            ask: precheck_col_invalid_meta,
            breaks: &[(Fail, |pair| pair.meta.add("note", "the twelve months"))],
        },
        Check {
            name: "precheck_col_req_data",
            ask: precheck_col_req_data,
            breaks: &[
                (Fail, |pair| pair.data.remove("time_identifier")),
                (Fail, |pair| pair.data.rename("country_code", "countrycode")),
            ],
        },
        Check {
            name: "precheck_col_to_rows",
            ask: precheck_col_to_rows,
            breaks: &[(Fail, |pair| {
                let row = pair.meta.rows[0].clone();
                pair.meta.rows.extend(std::iter::repeat_n(row, 6));
            })],
        },
    ],
};

fn precheck_col_req_meta(pair: &Pair) -> Found {
    none(Fail, META_COLUMNS.into_iter().filter(|column| !pair.meta.has(column)))
}

fn precheck_col_invalid_meta(pair: &Pair) -> Found {
    let is_known = |column: &str| META_COLUMNS.contains(&column) || MORE_META_COLUMNS.contains(&column);
    none(Fail, pair.meta.columns.iter().filter(|column| !is_known(column)))
}

fn precheck_col_req_data(pair: &Pair) -> Found {
    none(Fail, DATA_COLUMNS.into_iter().filter(|column| !pair.data.has(column)))
}

/// No more rows of metadata than columns beside the five that data must have.
fn precheck_col_to_rows(pair: &Pair) -> Found {
    let (rows, columns) = (pair.meta.rows.len(), pair.data.columns.len());
    none(Fail, (rows + DATA_COLUMNS.len() > columns).then(|| format!("{rows} rows, {columns} columns")))
}
