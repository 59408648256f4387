"""Headers that name the page's section are running matter, although each is printed on few pages."""

from __future__ import annotations

from dataclasses import replace

from pipeline.layout.section_names import section_names
from pipeline.model.blocks import PageInfo
from pipeline.model.lines import Line
from pipeline.model.sheets import Sheet
from tests.builders import BODY, line

SMALL = replace(BODY, size=8.0)
LARGE = replace(BODY, size=14.0)


def sheet(page: int, *lines: Line) -> Sheet:
    return Sheet(PageInfo(page, None, 612.0, 792.0, 0), lines)


def named(*sheets: Sheet) -> list[str]:
    candidates = [(s, i, x) for s in sheets for i, x in enumerate(s.lines) if x.bottom < 100]
    return [x.text for _, _, x in section_names(candidates, sheets, 3)]


def header(text: str, page: int) -> Line:
    return line(text, page=page, top=40.0, style=SMALL)


def heading(text: str, page: int, top: float = 200.0) -> Line:
    return line(text, page=page, top=top, style=LARGE)


def test_a_header_that_repeats_the_pages_heading_names_its_section() -> None:
    assert named(
        sheet(1, header("1 Rain", 1), heading("1 RAIN", 1)),
        sheet(2, header("1 Rain", 2)),
        sheet(3, header("2 Snow", 3), heading("2 SNOW", 3)),
    ) == ["1 Rain", "1 Rain", "2 Snow"]


def test_headings_that_open_their_pages_at_one_height_are_no_headers() -> None:
    contents = sheet(1, line("Rain", top=300.0), line("Snow", top=320.0), line("Hail", top=340.0))
    assert not named(
        contents,
        sheet(2, heading("Rain", 2, top=60.0)),
        sheet(3, heading("Snow", 3, top=60.0)),
        sheet(4, heading("Hail", 4, top=60.0)),
    )


def test_first_lines_of_prose_are_no_headers() -> None:
    assert not named(
        sheet(1, line("It rained for days", top=72.0), heading("Rain", 1)),
        sheet(2, line("and then it snowed", page=2, top=72.0)),
        sheet(3, line("until it hailed", page=3, top=72.0)),
    )
