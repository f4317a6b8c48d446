"""What python-pptx and LibreOffice make of slides and workbooks: see .ci/slides."""

import io
import pathlib
import re
import subprocess
import sys

import openpyxl
import pptx

COMMENT = "Moves were planned \u2013 & agreed"
# The foot of charts and tables, the frame of a comment, and the lines below it, in points.
FOOT, FRAME, BELOW = 425, (452, 494), 500
HEADING = "Comment: type in the box; it is kept when these slides are made again".split()
OF_SLIDES = 12


def decks(report):
    found = sorted([*pathlib.Path(report).glob("*/*/*.pptx"), *pathlib.Path(report).glob("publish/national.pptx")])
    assert len(found) > 10, found
    return found


def boxes(deck):
    return [shape for slide in deck.slides for shape in slide.shapes if shape.name.startswith("Comment on ")]


def soffice(kind, folder, files):
    home = pathlib.Path(folder).resolve() / "home"
    command = ["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", kind, "--outdir", folder]
    subprocess.run([*command, *map(str, files)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def is_described(shape):
    return bool(shape._element._nvXxPr.cNvPr.get("descr"))


def read_deck(path):
    deck = pptx.Presentation(str(path))
    is_owner = "restricted" in path.parts
    slides = list(deck.slides)
    # A stocktake has slides of authorities and regions too, as many as their rows need.
    is_stocktake = path.stem == "national" or path.stem.endswith("-stocktake")
    assert len(slides) > OF_SLIDES if is_stocktake else len(slides) == OF_SLIDES, (path, len(slides))
    assert len(boxes(deck)) == (OF_SLIDES if is_owner else 0), path
    charts = 0
    for slide in slides:
        assert slide.shapes.title.text.strip(), path
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert is_described(shape), (path, shape.name)
                assert shape.left + shape.width <= deck.slide_width and shape.top + shape.height <= deck.slide_height
            if shape.has_chart:
                charts += 1
                compare(path, shape.chart)
    core = deck.core_properties
    assert core.language == "en-GB" and core.title and core.created is None and core.modified is None, path
    return charts


def compare(path, chart):
    """The numbers of a chart are those of the workbook in it, so that `Edit data` shows what is drawn."""
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))["Data"]
    columns = {column[0].value: [cell.value for cell in column[1:]] for column in sheet.columns}
    plot = chart.plots[0]
    assert [str(category) for category in plot.categories] == next(iter(columns.values())), path
    for series in plot.series:
        assert list(series.values) == columns[series.name], (path, series.name)


def look(report, folder):
    found = decks(report)
    charts = sum(read_deck(path) for path in found)
    assert charts > 50, charts
    drawn = [path for path in found if "restricted" in path.parts][2:6]
    soffice("pdf", folder, drawn)
    for path in drawn:
        pages = pathlib.Path(folder, f"{path.stem}.pdf")
        text = subprocess.run(["pdftotext", "-bbox", pages, "-"], check=True, capture_output=True, text=True).stdout
        drawn_pages = text.split("<page ")[1:]
        assert len(drawn_pages) == OF_SLIDES, (path, len(drawn_pages))
        for number, page in enumerate(drawn_pages, 1):
            for left, top, right, bottom, word in re.findall(
                r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<', page
            ):
                left, top, right, bottom = map(float, (left, top, right, bottom))
                is_within = left >= 0 and right <= 960 and bottom <= 540
                is_content = bottom <= FOOT + 2 or top >= BELOW or (word in HEADING and FOOT < top and bottom <= FRAME[0])
                assert is_within and is_content, (path, number, word, left, top, right, bottom)
    print(f"{len(found)} decks read, {charts} charts, {len(drawn)} decks drawn")


def pick(report, folder):
    """Another area is picked in the workbook, and LibreOffice works out what its cells say."""
    path = pathlib.Path(report, "restricted", "stocktake.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book["Your_area"]
    cell = sheet[str(sheet.data_validations.dataValidation[0].sqref)]
    areas = [row[0].value for row in book["Areas"].iter_rows(min_row=6)]
    assert cell.value in areas and len(areas) == len(set(areas)) == 9, (cell.value, areas)
    figures = {(row[1], row[3]): row for row in rows(openpyxl.load_workbook(path, data_only=True)["Figures"], "Area")}
    for area in (areas[0], areas[-1]):
        cell.value = area
        picked = pathlib.Path(folder, "picked.xlsx")
        book.save(picked)
        soffice("xlsx:Calc MS Excel 2007 XML", f"{folder}/calculated", [picked])
        sheet = openpyxl.load_workbook(pathlib.Path(folder, "calculated", "picked.xlsx"), data_only=True)
        code = re.search(r"\((\w+)\)$", area).group(1)
        found = rows(sheet["Your_area"], "Indicator")
        assert len(found) == 10, found
        for row in found:
            figure = figures[code, row[0]]
            assert row[2:5] == figure[10:13], (area, row, figure)
            assert row[11:13] == figure[8:10] and row[13] == figure[15], (area, row, figure)
        years = [row for row in rows(sheet["Charts"], "Indicator") if row[2] == area]
        # The note stands behind the last year.
        assert [row[-2] for row in years] == [row[2] for row in found], (area, years)
    print("the workbook follows the area that is picked")


def open_document(report, folder):
    """LibreOffice finds in the OpenDocument spreadsheets every cell that the workbooks have."""
    for path in sorted(pathlib.Path(report).glob("*/stocktake.ods")):
        whose = path.parent.name
        soffice("xlsx:Calc MS Excel 2007 XML", f"{folder}/{whose}", [path])
        found = openpyxl.load_workbook(pathlib.Path(folder, whose, "stocktake.xlsx"))
        book = openpyxl.load_workbook(path.with_suffix(".xlsx"), data_only=True)
        alone = ("Your_area", "Charts", "Areas")
        assert found.sheetnames == [name for name in book.sheetnames if name not in alone], found.sheetnames
        # The cover and the contents tell of what is not there.
        for name in found.sheetnames[2:]:
            assert cells(found[name]) == cells(book[name]), (path, name)
            assert found[name].print_title_rows == book[name].print_title_rows, (path, name)
    print("the OpenDocument spreadsheets have the cells of the workbooks")


def cells(sheet):
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}


def rows(sheet, heading):
    """The rows of a worksheet's table, below the row whose first cell is its first heading."""
    cells = list(sheet.iter_rows(values_only=True))
    first = next(at for at, row in enumerate(cells) if row[0] == heading)
    return [row for row in cells[first + 1 :] if row[0] is not None]


def one(report):
    return next(path for path in decks(report) if "restricted" in path.parts and "brindlecombe" in path.name)


def write(report, folder):
    """Writes a comment with python-pptx, and saves the deck with LibreOffice, as a user would with PowerPoint."""
    path = one(report)
    deck = pptx.Presentation(str(path))
    boxes(deck)[3].text_frame.text = COMMENT
    deck.save(str(path))
    soffice("pptx", folder, [path])
    path.write_bytes(pathlib.Path(folder, path.name).read_bytes())


def read(report):
    deck = pptx.Presentation(str(one(report)))
    said = {box.name: box.text_frame.text for box in boxes(deck) if box.text_frame.text}
    assert said == {"Comment on NI 62": COMMENT}, said


if __name__ == "__main__":
    {"look": look, "pick": pick, "open": open_document, "write": write, "read": read}[sys.argv[1]](*sys.argv[2:])
