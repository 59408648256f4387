"""Link annotations tied to the stretch of text that they lie on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.blocks import PageInfo
from pipeline.model.document import Element, TextLink
from pipeline.model.lines import Line
from pipeline.model.pages import Link
from pipeline.model.text import NOT_IN_TEXT, Text


def tie_links(elements: Sequence[Element], pages: Sequence[PageInfo]) -> list[Element]:
    """The elements with their links to addresses; a link over several lines is one."""
    by_page = {page.number: [link for link in page.links if link.uri] for page in pages}
    return [replace(e, links=tuple(_links(e.text, by_page))) for e in elements]


def _links(text: Text, by_page: dict[int, list[Link]]) -> list[TextLink]:
    found: dict[int, str] = {}
    for run in text.runs:
        for link in by_page.get(run.line.page, ()):
            if link.uri is None or not link.box.overlaps_y(run.line.box):
                continue
            for i, at in enumerate(run.at):
                if at != NOT_IN_TEXT and _lies_on(link, run.line, i):
                    found[at] = link.uri
    links: list[TextLink] = []
    for at in sorted(found):
        between = text.content[links[-1].end : at] if links else ""
        if links and links[-1].uri == found[at] and not between.strip():
            links[-1] = TextLink(links[-1].start, at + 1, found[at])
        else:
            links.append(TextLink(at, at + 1, found[at]))
    return links


def _lies_on(link: Link, line: Line, index: int) -> bool:
    middle = (line.x0[index] + line.x1[index]) / 2
    return link.box.contains_point(middle, (line.top + line.bottom) / 2)
