"""Printed lines: the text of one baseline, with where each character stands and how it is set."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from pipeline.model.geometry import Box

SPACE_NOBODY_DREW = -1


@dataclass(frozen=True, slots=True)
class Style:
    """How characters are set.

    `size` in points; `color` as seen (dark greys are black); `position` tells raised and lowered small characters.
    """

    family: str
    size: float
    bold: bool = False
    italic: bool = False
    color: str = "#000000"
    position: Literal["normal", "superscript", "subscript"] = "normal"
    fixed_pitch: bool = False


@dataclass(frozen=True, slots=True)
class StyleSpan:
    """`style` holds for the characters from `start` up to `end` (not included)."""

    start: int
    end: int
    style: Style


_WORD = re.compile(r"\S+")
_NO_EDGES = array("f")  # of all lines that run across the page: one, and never changed


@dataclass(frozen=True)
class Line:
    """A stretch of text on one baseline, as drawn: words with single spaces, hyphens kept, Unicode NFC.

    `x0` and `x1` hold each character's left and right edge; `glyphs` the index of the glyph that drew it, or
    SPACE_NOBODY_DREW for a gap without a glyph; `merged` further glyphs of a character (an accent drawn apart, a second
    drawn space) as (character, glyph) pairs. The characters of a ligature name the same glyph. `top` and `bottom` are
    those of the em box of the line's main size. `styles` covers every character, in order, without gap. A line set
    sideways (turned by 90 or 270 degrees) also keeps each character's top and bottom edge, `y0` and `y1`; others none.
    What layout asks for again and again is worked out once.
    """

    page: int
    text: str
    x0: array[float]
    x1: array[float]
    glyphs: array[int]
    top: float
    bottom: float
    baseline: float
    styles: tuple[StyleSpan, ...]
    merged: tuple[tuple[int, int], ...] = ()
    rotation: int = 0
    y0: array[float] = field(default_factory=lambda: _NO_EDGES)
    y1: array[float] = field(default_factory=lambda: _NO_EDGES)

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def box(self) -> Box:
        """The line's box."""
        return Box(min(self.x0), self.top, max(self.x1), self.bottom)

    @cached_property
    def style(self) -> Style:
        """The style of most of its visible characters (the earliest, where two are level)."""
        if len(self.styles) == 1:
            return self.styles[0].style
        counts: dict[Style, int] = {}
        for span in self.styles:
            visible = sum(map(len, self.text[span.start : span.end].split()))
            counts[span.style] = counts.get(span.style, 0) + visible
        return max(counts, key=lambda s: counts[s])

    @property
    def size(self) -> float:
        """The font size of most of its characters, in points."""
        return self.style.size

    def style_at(self, index: int) -> Style:
        """The style of the character at `index`."""
        return next(span.style for span in self.styles if span.start <= index < span.end)

    def all_glyphs(self) -> Iterator[int]:
        """The index of each glyph that the line accounts for, each once."""
        seen = {g for g in self.glyphs if g != SPACE_NOBODY_DREW}
        seen.update(g for _, g in self.merged)
        return iter(sorted(seen))

    def slice(self, start: int, end: int) -> Line:
        """The characters from `start` up to `end` as a line of their own (same baseline, top and bottom)."""
        styles = tuple(
            StyleSpan(max(s.start, start) - start, min(s.end, end) - start, s.style)
            for s in self.styles
            if s.start < end and s.end > start
        )
        return Line(
            page=self.page,
            text=self.text[start:end],
            x0=self.x0[start:end],
            x1=self.x1[start:end],
            glyphs=self.glyphs[start:end],
            top=self.top,
            bottom=self.bottom,
            baseline=self.baseline,
            styles=styles,
            merged=tuple((c - start, g) for c, g in self.merged if start <= c < end),
            rotation=self.rotation,
            y0=self.y0[start:end],
            y1=self.y1[start:end],
        )

    def joined(self, other: Line) -> Line:
        """This line and, after a space, another that stands to its right on the same baseline."""
        shift = len(self.text) + 1
        last = self.styles[-1]
        return Line(
            page=self.page,
            text=f"{self.text} {other.text}",
            x0=self.x0 + array("f", [self.x1[-1]]) + other.x0,
            x1=self.x1 + array("f", [other.x0[0]]) + other.x1,
            glyphs=self.glyphs + array("i", [SPACE_NOBODY_DREW]) + other.glyphs,
            top=min(self.top, other.top),
            bottom=max(self.bottom, other.bottom),
            baseline=self.baseline,
            styles=(
                *self.styles[:-1],
                StyleSpan(last.start, last.end + 1, last.style),
                *(StyleSpan(s.start + shift, s.end + shift, s.style) for s in other.styles),
            ),
            merged=self.merged + tuple((c + shift, g) for c, g in other.merged),
            rotation=self.rotation,
            y0=self.y0 + self.y1[-1:] + other.y0,
            y1=self.y1 + other.y0[:1] + other.y1,
        )

    def words(self) -> Iterator[tuple[int, int]]:
        """The (start, end) of each stretch between spaces."""
        return (word.span() for word in _WORD.finditer(self.text))

    def box_of(self, start: int, end: int) -> Box:
        """The box around the characters from `start` up to `end`, as high as the line (set sideways: as wide)."""
        x0, x1 = min(self.x0[start:end]), max(self.x1[start:end])
        if self.y0:
            return Box(x0, min(self.y0[start:end]), x1, max(self.y1[start:end]))
        return Box(x0, self.top, x1, self.bottom)
