"""Drawings of a page, with the words that are labels in them."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.geometry import Box
from pipeline.model.lines import Line


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, diagram, map or the like: what it takes of its page, words included, and what told it.

    `lines` are its labels, from the top down; a picture without words has none. `caption` is the first glyph of the
    caption that stands beside it, None where none does.
    """

    page: int
    box: Box
    lines: tuple[Line, ...]
    reason: str
    caption: int | None = None
