"""Superior figures that a font draws as glyphs of their own, at full size on the baseline.

OpenType's `sups` feature replaces figures by small raised drawings: neither the font size nor the baseline tells, and
the text is often given as the plain figure. Their advance tells: figures of one font have one width (or the same figure
has one), and superior ones are a third narrower.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from pipeline.model.pages import Glyph

NARROW = 0.8  # of the plain figure's width: superior figures are drawn at 0.55 to 0.75 of it
ALIKE = 0.01  # ems: widths of one design differ by rounding only
FIGURES_ALIKE = 3  # different figures of one width show that the font's figures have one width
PLAIN = 0.5  # ems: the width of figures in most text faces, where the page has none to compare with
# Many fonts draw it narrower than the others, and in two widths: it is superior if others are, as narrow, or if each
# narrow one stands for itself, right behind a letter or a stop, or before the letter that its note starts with.
VARYING = "1"
TOUCHING = 0.15  # ems: a mark stands at its word; the white between words is a fifth of an em at least


def is_superior(text: str) -> bool:
    """Whether Unicode itself calls the characters superscripts."""
    return bool(text) and all(unicodedata.decomposition(c).startswith("<super>") for c in text)


def superior_figures(glyphs: Sequence[Glyph]) -> frozenset[int]:
    """The indices of a page's glyphs that are superior figures."""
    by_font: dict[str, list[Glyph]] = {}
    lettered = {glyph.font.name for glyph in glyphs if glyph.text.isalpha()}
    for glyph in glyphs:
        text = glyph.text
        if len(text) == 1 and (text.isdigit() if text.isascii() else is_superior(text)):
            by_font.setdefault(glyph.font.name, []).append(glyph)
    usual = _usual_width([g for name, group in by_font.items() if name in lettered for g in group])
    found: set[int] = set()
    for name, group in by_font.items():
        found |= _of_font(group, glyphs) if name in lettered else _of_figures_alone(group, usual)
    return frozenset(found)


def _of_figures_alone(figures: Sequence[Glyph], usual: float) -> set[int]:
    """The superior figures of a font that draws no letters: all, where all are narrower than the text's figures."""
    if all(_width(g) < NARROW * usual for g in figures):
        return {g.index for g in figures}
    return {g.index for g in figures if is_superior(g.text)}


def _usual_width(figures: Sequence[Glyph]) -> float:
    """The commonest width of the text's figures, PLAIN where there are none."""
    counts = Counter(_width(g) for g in figures)
    return max(counts, key=lambda w: (counts[w], w)) if counts else PLAIN


def _of_font(figures: Sequence[Glyph], glyphs: Sequence[Glyph]) -> set[int]:
    widths: dict[str, set[float]] = {}
    for g in figures:
        widths.setdefault(g.text, set()).add(_width(g))
    common = _common_width(widths)
    plain = {text: max(*found, common or 0.0) for text, found in widths.items()}
    certain = [g for g in figures if is_superior(g.text) or (g.text != VARYING and _width(g) < NARROW * plain[g.text])]
    superior = {_width(g) for g in certain}
    narrow = [g for g in figures if g.text == VARYING and _width(g) < NARROW * plain[VARYING]]
    ones = [g for g in narrow if any(abs(_width(g) - w) <= ALIKE for w in superior)]
    return {g.index for g in (*certain, *(ones or (narrow if _are_marks(narrow, glyphs) else ())))}


def _are_marks(narrow: Sequence[Glyph], glyphs: Sequence[Glyph]) -> bool:
    """Whether each of these figures stands for itself at a letter or a stop, and one of them behind it."""
    place = {g.index: i for i, g in enumerate(glyphs)} if narrow else {}
    behind = before = 0
    for figure in narrow:
        i = place[figure.index]
        last = glyphs[i - 1].text if i and _touch(glyphs[i - 1], figure) else ""
        following = glyphs[i + 1].text if i + 1 < len(glyphs) and _touch(figure, glyphs[i + 1]) else ""
        if last.isdigit() or following.isdigit():
            return False
        behind += bool(last) and (last.islower() or not last.isalnum())
        before += not last and following.isalpha()
    return behind > 0 and behind + before == len(narrow)


def _touch(first: Glyph, second: Glyph) -> bool:
    """Whether no white and no new line parts the two."""
    gap = second.box.x0 - first.box.x1
    return abs(first.baseline - second.baseline) < ALIKE * first.size and abs(gap) <= TOUCHING * first.size


def _common_width(widths: dict[str, set[float]]) -> float | None:
    """The width that several different figures share, the widest such."""
    counts = Counter(w for ws in widths.values() for w in ws)
    shared = [w for w, n in counts.items() if n >= FIGURES_ALIKE]
    return max(shared) if shared else None


def _width(glyph: Glyph) -> float:
    return round((glyph.box.x1 - glyph.box.x0) / glyph.size, 2)
