"""A report's exact tables, as the charts need them."""

import collections
import csv
import dataclasses
import pathlib


@dataclasses.dataclass(frozen=True)
class Tables:
    """The rows of a report, by place and indicator."""

    places: dict[str, str]  # name by code, England first, then regions, then authorities
    authorities: list[str]  # codes
    indicators: list[str]  # numbers
    figures: dict[tuple[str, str], dict[str, str]]
    years: dict[tuple[str, str], list[dict[str, str]]]  # the earliest first
    beside: dict[tuple[str, str, str], dict[str, str]]  # by place, indicator and kind of comparator
    targets: dict[tuple[str, str], dict[str, str]]

    @staticmethod
    def read(report: pathlib.Path) -> "Tables":
        folder = report / "restricted"
        places, authorities, figures = {}, [], {}
        for row in rows(folder / "indicators.csv"):
            if row["code"] not in places and row["geographic_level"] == "Local authority":
                authorities.append(row["code"])
            places[row["code"]] = row["name"]
            figures[row["code"], row["indicator"]] = row
        years = collections.defaultdict(list)
        for row in rows(folder / "years.csv"):
            if row["used"] == "yes" and row["value"]:
                years[row["code"], row["indicator"]].insert(0, row)
        beside = {
            (row["code"], row["indicator"], row["comparator_kind"]): row
            for row in rows(folder / "comparators.csv")
            if row["used"] == "yes"
        }
        targets = {
            (row["code"], row["indicator"]): row for row in rows(folder / "targets.csv") if row["used"] == "yes"
        }
        indicators = list(dict.fromkeys(number for _, number in figures))
        return Tables(places, authorities, indicators, figures, dict(years), beside, targets)

    def shown(self, number: str) -> list[dict[str, str]]:
        """Authorities with a value of an indicator, the lowest first."""
        found = (self.figures.get((code, number)) for code in self.authorities)
        return sorted((row for row in found if row and row["value"]), key=lambda row: (float(row["value"]), row["name"]))


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def numbers(of, column):
    """A column as numbers, nought where it is blank."""
    return [float(row[column] or 0) for row in of]
