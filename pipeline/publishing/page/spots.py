"""Spots: the places on pages that values, findings and blocks were read from, page by page.

A page's spots are written as one piece of JSON, which the page's script reads when that page is first shown. The data
side names a spot as "7.12": the twelfth of page 7.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.model.document import Document, Element
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box, union

SHOWN_TEXT = 160  # characters of a block's text in its label: enough to recognise it
COORDINATE_DIGITS = 1  # a tenth of a point is finer than a pixel at any zoom


class Spots:
    """Collects spots and gives each its name."""

    def __init__(self, pages: int) -> None:
        self._spots: dict[int, list[dict[str, Any]]] = {page: [] for page in range(1, pages + 1)}
        self._blocks: dict[int, list[dict[str, Any]]] = {page: [] for page in range(1, pages + 1)}

    def add(self, owner: str, evidence: Evidence) -> str:
        """A spot of a record or finding (its address, without #); returns the spot's name."""
        spots = self._spots.setdefault(evidence.page, [])
        spot: dict[str, Any] = {"owner": owner}
        if evidence.field:
            spot["field"] = evidence.field
        spot |= {"boxes": _rounded(evidence.boxes), "exact": evidence.exact}
        if evidence.prefix:
            spot["prefix"] = evidence.prefix
        if evidence.suffix:
            spot["suffix"] = evidence.suffix
        spots.append(spot)
        return f"{evidence.page}.{len(spots) - 1}"

    def add_all(self, owner: str, evidence: Iterable[Evidence]) -> list[str]:
        """Several spots of one owner."""
        return [self.add(owner, entry) for entry in evidence]

    def add_discard(self, page: int, reason: str, box: Box, text: str) -> str:
        """The spot of text that was set aside."""
        spots = self._spots.setdefault(page, [])
        spots.append({"reason": reason, "boxes": _rounded([box]), "exact": text})
        return f"{page}.{len(spots) - 1}"

    def add_blocks(self, document: Document) -> None:
        """All elements of the document with their order of reading."""
        for number, element in enumerate(document.elements, start=1):
            for page, boxes in element_places(element).items():
                self._blocks.setdefault(page, []).append(
                    {
                        "kind": element.kind.value,
                        "number": number,
                        "boxes": _rounded(boxes),
                        "text": shortened(element.text.content),
                        "rules": list(element.rules),
                    }
                )

    def page_json(self, page: int) -> str:
        """What is to be seen on a page, as JSON that can stand inside a script element."""
        content = {"blocks": self._blocks.get(page, []), "spots": self._spots.get(page, [])}
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def element_places(element: Element) -> dict[int, list[Box]]:
    """Where an element stands: for each page, one box for each column that it runs through."""
    lines: dict[int, list[Box]] = {}
    for run in (*element.label_text.runs, *element.text.runs):
        if run.line.text:
            lines.setdefault(run.line.page, []).append(run.line.box)
    places = {page: _columns(boxes) for page, boxes in lines.items()}
    for region in element.table.regions if element.table else ():
        places.setdefault(region.page, []).append(region.box)
    if element.image and element.image_page:
        places.setdefault(element.image_page, []).append(element.image)
    return places


def _columns(lines: Sequence[Box]) -> list[Box]:
    """Lines in reading order, gathered as long as they go down the page: a step up begins another column."""
    columns: list[list[Box]] = []
    for line in lines:
        if columns and line.top >= columns[-1][-1].top - line.height / 2:
            columns[-1].append(line)
        else:
            columns.append([line])
    return [union(column) for column in columns]


def shortened(text: str, length: int = SHOWN_TEXT) -> str:
    """The beginning of a text, cut at a word."""
    return text if len(text) <= length else f"{text[:length].rsplit(' ', 1)[0]} …"


def _rounded(boxes: Iterable[Sequence[float]]) -> list[list[float]]:
    return [[round(float(v), COORDINATE_DIGITS) + 0.0 for v in box] for box in boxes]
