"""Draws with matplotlib what `stocktake run` draws for the owner of the returns: `python3 charts.py REPORT OUT`.

REPORT is the folder of a report, of which the tables in restricted/ alone are read. For every place: target bars (of
authorities as PNG too), spine, slope and trends; for every authority and indicator a caterpillar and a funnel; a table
of all. Figures are kept and only what differs is drawn anew, words stay words, and both cores work.

Needs `pip install matplotlib==3.11.2 numpy==2.4.6`.
"""

import argparse
import functools
import multiprocessing
import os
import pathlib
import resource
import textwrap

import matplotlib
import numpy
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from tables import Tables, numbers

matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "stocktake", "font.size": 12, "path.simplify": True})
BLUE, ORANGE, GREY, QUIET, BLACK = "#12436D", "#F46A25", "#A6A6A6", "#595959", "#000000"
COLOUR = {"better": BLUE, "worse": ORANGE}
MARKER = {"better": "^", "worse": "v"}
WIDTH = 1040 / 96


class Drawer:
    """Draws charts of one report into a folder."""

    def __init__(self, report, out):
        self.tables, self.out = Tables.read(report), out
        self.sizes = {number: f"NI {number}" for number in self.tables.indicators}

    def save(self, figure, code, name, words):
        folder = self.out / f"{code}-{self.tables.places.get(code, 'all')}"
        folder.mkdir(parents=True, exist_ok=True)
        figure.savefig(folder / f"{name}.svg", metadata={"Title": name, "Description": words, "Date": None})
        if name == "target-bars" and code in self.tables.authorities:
            figure.savefig(folder / f"{name}.png", dpi=192)

    def figures(self, code):
        found = (self.tables.figures.get((code, number)) for number in self.tables.indicators)
        return [row for row in found if row]

    @functools.cached_property
    def sheet(self):
        return Figure(figsize=(WIDTH, 7.6))

    def axes(self, title, **about):
        """The one figure of charts of which nothing stays the same, empty."""
        self.sheet.clear()
        axes = self.sheet.add_axes(about.pop("place", (0.34, 0.1, 0.36, 0.78)))
        axes.spines[["top", "right"]].set_visible(False)
        self.sheet.text(0.02, 0.95, title, weight="bold", size=16)
        axes.set(**about)
        return axes

    def target_bars(self, code):
        rows = self.figures(code)
        at = numpy.arange(len(rows))[::-1]
        values = numpy.array(numbers(rows, "value"))
        reach = [numpy.maximum(values - numbers(rows, "lower_95"), 0), numpy.maximum(numbers(rows, "upper_95") - values, 0)]
        axes = self.axes(self.tables.places[code], xlim=(0, 100), ylim=(-0.6, len(rows) - 0.4))
        axes.set_yticks(at, [textwrap.fill(row["title"], 42)[:84] for row in rows])
        axes.barh(at, values, height=0.4, color=BLUE, xerr=numpy.nan_to_num(reach), ecolor=BLACK, capsize=4)
        england = [(float(row["england_value"]), y) for row, y in zip(rows, at) if row["england_value"]]
        axes.plot(*zip(*england), "D", color=BLACK, label="England")
        targets = [(float(row["national_target"]), y) for row, y in zip(rows, at) if row["national_target"]]
        axes.plot(*zip(*targets), "|", color=ORANGE, ms=22, mew=4, label="Target")
        for row, y in zip(rows, at):
            axes.text(104, y + 0.1, f"{row['value']} ({row['numerator']} of {row['denominator']})", weight="bold")
            axes.text(104, y - 0.3, f"{row['national_target_met_95']} {row['verdict']}", color=QUIET)
        axes.legend(loc="upper left", bbox_to_anchor=(0, -0.06), ncol=2, frameon=False)
        self.save(self.sheet, code, "target-bars", f"Bars of {len(rows)} indicators.")

    def spine(self, code):
        rows = [row for row in self.figures(code) if row["value"] and row["england_value"]]
        axes = self.axes(self.tables.places[code], xlim=(-1.05, 1.05), ylim=(-0.6, len(rows) - 0.4), xticks=[])
        at = numpy.arange(len(rows))[::-1]
        axes.set_yticks(at, [textwrap.fill(row["title"], 42)[:84] for row in rows])
        for row, y in zip(rows, at):
            values = self.quarters[row["indicator"]]
            england = float(row["england_value"])
            sign = 1 if row["good"] == "high" else -1
            scale = max(abs(values - england).max(), 0.1)
            worst, lower, _, upper, best = numpy.sort(sign * (values - england) / scale)
            axes.plot([worst, best], [y, y], color=GREY, lw=2)
            axes.plot([lower, upper], [y, y], color=GREY, lw=10, solid_capstyle="butt")
            told = self.told(code, row["indicator"])
            x = sign * (float(row["value"]) - england) / scale
            axes.plot(x, y, MARKER.get(told, "o"), color=COLOUR.get(told, BLACK), ms=11, mec="white")
            axes.text(1.12, y, f"{row['value']}, England {row['england_value']}: {told}")
        axes.axvline(0, color=BLACK, lw=1.6)
        self.save(self.sheet, code, "spine", f"The place in {len(rows)} indicators.")

    @functools.cached_property
    def quarters(self):
        """Of each indicator the lowest and highest value and the quarters."""
        parts = [0, 25, 50, 75, 100]
        return {
            number: numpy.percentile(numbers(self.tables.shown(number), "value") or [0], parts)
            for number in self.tables.indicators
        }

    def told(self, code, number):
        return self.tables.beside.get((code, number, "England"), {}).get("told_95", "")

    def slope(self, code):
        pairs = [self.tables.years.get((code, number), [])[-2:] for number in self.tables.indicators]
        pairs = [pair for pair in pairs if len(pair) == 2]
        if not pairs:
            return
        axes = self.axes(self.tables.places[code], place=(0.2, 0.1, 0.4, 0.78), xlim=(0, 1), ylim=(0, 100), xticks=[0, 1])
        axes.set_xticklabels([pairs[0][0]["year"], pairs[0][1]["year"]])
        places = apart([float(pair[1]["value"]) for pair in pairs], 4.0)
        for pair, place in zip(pairs, places):
            before, now = numbers(pair, "value")
            told = self.tables.figures[code, pair[0]["indicator"]]["change_told"]
            axes.plot([0, 1], [before, now], "o-", color=COLOUR.get(told, QUIET), lw=3 if told in COLOUR else 1)
            axes.annotate(
                f"{self.sizes[pair[0]['indicator']]} {now:.1f} {told}",
                (1, now),
                xytext=(1.08, place),
                annotation_clip=False,
                va="center",
                arrowprops={"arrowstyle": "-", "lw": 0.6},
            )
        self.save(self.sheet, code, "slope", f"Lines of {len(pairs)} indicators.")

    def trends(self, code):
        for number in self.tables.indicators:
            years = self.tables.years.get((code, number), [])
            if len(years) < 2:
                continue
            axes = self.axes(f"{self.tables.places[code]}: {self.sizes[number]}", place=(0.08, 0.12, 0.78, 0.74))
            at, values = numbers(years, "year"), numpy.array(numbers(years, "value"))
            known = [row for row in years if row["lower_95"]]
            limits = list(zip(numbers(known, "year"), numbers(known, "lower_95"), numbers(known, "upper_95")))
            axes.vlines(*(zip(*limits) if limits else ([], [], [])), color=BLUE, lw=1.6)
            axes.plot(at, values, "o-", color=BLUE)
            england = self.tables.years.get(("E92000001", number), []) if code != "E92000001" else []
            axes.plot(numbers(england, "year"), numbers(england, "value"), color=BLACK, lw=1)
            target = self.tables.targets.get((code, number))
            if target and target["path_from_year"]:
                start = next((row for row in years if row["year"] == target["path_from_year"]), years[0])
                ends = [float(start["year"]), float(target["target_year"])]
                axes.plot(ends, [float(start["value"]), float(target["target"])], "--", color=ORANGE)
            axes.set_xticks(range(int(min(at)), int(max(at)) + 1))
            axes.grid(axis="y", lw=0.4)
            for x, value in zip(at, values):
                axes.annotate(f"{value:.1f}", (x, value), xytext=(0, 12), textcoords="offset points", ha="center")
            self.save(self.sheet, code, f"trend-{number}", f"Values of {len(years)} years.")

    def caterpillars(self, number, codes):
        rows = self.tables.shown(number)
        if len(rows) < 2:
            return
        figure = Figure(figsize=(WIDTH, 6.2))
        axes = figure.add_axes((0.08, 0.14, 0.77, 0.7))
        axes.spines[["top", "right"]].set_visible(False)
        at, values = numpy.arange(len(rows)), numbers(rows, "value")
        lower, upper = numbers(rows, "lower_95"), numbers(rows, "upper_95")
        segments = [((x, low), (x, high)) for x, low, high in zip(at, lower, upper)]
        axes.add_collection(LineCollection(segments, colors=GREY, linewidths=1.4))
        axes.plot(at, values, "o", color=GREY, ms=4)
        self.levels(axes, rows[0])
        axes.set(xlim=(-1, len(rows)), xticks=[], xlabel="In order of value, the lowest at the left, each with its 95% limits.")
        (limits,) = axes.plot([], [], color=BLUE, lw=3)
        (dot,) = axes.plot([], [], "o", color=BLUE, ms=11)
        title, label = figure.text(0.02, 0.94, "", weight="bold", size=16), figure.text(0.5, 0.87, "", color=BLUE, ha="center")
        for x, row in enumerate(rows):
            if row["code"] in codes:
                dot.set_data([x], [values[x]])
                limits.set_data([x, x], [lower[x], upper[x]])
                title.set_text(f"{row['name']}: {row['title'][:60]}")
                label.set_text(f"{row['name']} {row['value']}")
                words = f"{row['name']} has {row['value']}, between {values[0]} and {values[-1]}."
                self.save(figure, row["code"], f"caterpillar-{number}", words)

    def levels(self, axes, row):
        """England's value and the target, across the chart."""
        for name, value, style in [("England", row["england_value"], "-"), ("Target", row["national_target"], "--")]:
            if value:
                axes.axhline(float(value), color=BLACK if style == "-" else ORANGE, ls=style)
                axes.text(1.01, float(value), f"{name} {value}", transform=axes.get_yaxis_transform(), va="center")

    def funnels(self, number, codes):
        rows = [row for row in self.tables.shown(number) if row["funnel_centre"]]
        if len(rows) < 2:
            return
        figure = Figure(figsize=(WIDTH, 6.4))
        axes = figure.add_axes((0.08, 0.16, 0.74, 0.7))
        axes.spines[["top", "right"]].set_visible(False)
        at, values = numbers(rows, "denominator"), numbers(rows, "value")
        axes.plot(at, values, "o", color=GREY, ms=6)
        by_size = sorted(rows, key=lambda row: float(row["denominator"]))
        for limit, style in [("95", "--"), ("99_8", "-")]:
            for side in ["lower", "upper"]:
                axes.plot(numbers(by_size, "denominator"), numbers(by_size, f"funnel_{side}_{limit}"), style, color=QUIET)
        axes.axhline(float(rows[0]["funnel_centre"]), color=BLACK)
        for x, value, row in [of for of in zip(at, values, rows) if "99.8" in of[2]["funnel_position"]][:8]:
            axes.annotate(row["name"], (x, value), xytext=(6, 6), textcoords="offset points", color=QUIET)
        axes.set(xlim=(0, None), ylim=(min(values) - 2, max(values) + 2), xlabel="Children counted")
        (dot,) = axes.plot([], [], "o", color=BLUE, ms=13)
        label = axes.annotate("", (0, 0), xytext=(10, 10), textcoords="offset points", color=BLUE, weight="bold")
        title = figure.text(0.02, 0.94, "", weight="bold", size=16)
        for x, value, row in zip(at, values, rows):
            if row["code"] in codes:
                dot.set_data([x], [value])
                label.xy = (x, value)
                label.set_text(f"{row['name']} {row['value']}")
                title.set_text(f"{row['name']}: {row['title'][:60]}")
                words = f"{row['name']} has {row['value']} and lies {row['funnel_position']}."
                self.save(figure, row["code"], f"funnel-{number}", words)

    def heat_table(self, _):
        codes, indicators = self.tables.authorities, self.tables.indicators
        figure = Figure(figsize=(WIDTH, 0.3 * len(codes) + 1))
        axes = figure.add_axes((0.26, 0.01, 0.72, 0.97))
        axes.set(xlim=(0, len(indicators)), ylim=(len(codes), 0))
        axes.set_xticks(numpy.arange(len(indicators)) + 0.5, [f"NI {number}" for number in indicators])
        axes.set_yticks(numpy.arange(len(codes)) + 0.5, [self.tables.places[code] for code in codes])
        axes.xaxis.tick_top()
        level = {"better": 2, "worse": 1}
        told = [[self.told(code, number) for number in indicators] for code in codes]
        colours = matplotlib.colors.ListedColormap(["white", ORANGE, BLUE])
        axes.pcolormesh([[level.get(word, 0) for word in row] for row in told], cmap=colours, edgecolors="white")
        symbol = {"better": "▲", "worse": "▼"}
        for y, code in enumerate(codes):
            for x, number in enumerate(indicators):
                value = self.tables.figures[code, number]["value"] or "–"
                colour = "white" if told[y][x] == "better" else BLACK
                axes.text(x + 0.5, y + 0.55, f"{value} {symbol.get(told[y][x], '●')}", ha="center", va="center", color=colour)
        self.save(figure, "all", "heat-table", f"{len(codes)} authorities by {len(indicators)} indicators.")


def apart(values, distance):
    """Places for labels, in the order of the values and so far apart."""
    places, last = [0.0] * len(values), -distance
    for at in sorted(range(len(values)), key=values.__getitem__):
        last = max(values[at], last + distance)
        places[at] = last
    return places


DRAWER = None


def begin(report, out):
    global DRAWER
    DRAWER = Drawer(report, out)


def draw(work):
    kind, of = work[0], work[1:]
    getattr(DRAWER, kind)(*of)
    return os.getpid(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--every", type=int, default=1, help="draw only every so manieth place, for a quick look")
    given = parser.parse_args()

    tables = Tables.read(given.report)
    codes = list(tables.places)[:: given.every]
    # The longest first, so that no core waits at the end.
    work = [("heat_table", None)]
    work += [(kind, number, frozenset(codes)) for number in tables.indicators for kind in ["caterpillars", "funnels"]]
    work += [(kind, code) for kind in ["trends", "target_bars", "spine", "slope"] for code in codes]
    with multiprocessing.Pool(os.cpu_count(), begin, (given.report, given.out)) as pool:
        # The last of a process is its highest.
        peaks = dict(sorted(pool.map(draw, work, chunksize=1)))
    svg, png = (sum(1 for _ in given.out.rglob(f"*.{kind}")) for kind in ["svg", "png"])
    print(f"{svg} SVG and {png} PNG of {len(codes)} places, {len(peaks)} processes with {sum(peaks.values()):.0f} MB")


if __name__ == "__main__":
    main()
