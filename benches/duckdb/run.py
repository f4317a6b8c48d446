"""Runs the DuckDB side of the comparison: `python3 run.py scan|job FOLDER`.

FOLDER is a collated national set, as `stocktake synth --scale national --out FOLDER` makes it.
Needs `pip install duckdb==2.0.0`.
"""

import argparse
import datetime
import pathlib

import duckdb

HERE = pathlib.Path(__file__).resolve().parent
FIGURES = """
FROM figure
ORDER BY list_position(['National', 'Regional', 'Local authority'], level), code, indicator
"""
CHILDREN = """
SELECT la_code, indicator, child, in_denominator::TINYINT AS in_denominator,
       in_numerator::TINYINT AS in_numerator, score, reason
FROM outcome JOIN place USING (la)
ORDER BY la_code, indicator, child
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["scan", "job"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--as-at", type=datetime.date.fromisoformat, default=datetime.date(2011, 3, 31))
    parser.add_argument("--out", type=pathlib.Path, help="the figures; the rows by child go beside, in NAME-children.csv")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()

    con = duckdb.connect(config={"threads": given.threads})
    for name, value in {
        "folder": str(given.folder),
        "authorities": str(HERE.parents[1] / "seeds" / "authorities.csv"),
        "as_at": given.as_at,
    }.items():
        con.execute(f"SET VARIABLE {name} = $1", [value])
    con.execute((HERE / f"{given.what}.sql").read_text(encoding="utf-8"))
    if given.what == "job" and given.out:
        con.sql(FIGURES).write_csv(str(given.out))
        con.sql(CHILDREN).write_csv(str(given.out.with_name(f"{given.out.stem}-children.csv")))


if __name__ == "__main__":
    main()
