"""Captions that name a figure: what stands next to them is one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model.lines import Line

# Words for numbered pictures, in the languages that our reports come in. Boxes, panels and exhibits may hold text.
_NAMES = (
    "figures?|fig|chart|graph|diagram|map|plate|scheme|illustration|photo|image|abbildung|abb|schaubild|diagramm|karte|"
    "graphique|graphe|carte|schéma|figura|gráfico|mapa|ilustración|grafico|mappa"
)
_TABLES = "tables?|tab|tabelle|übersicht|tableau|tabla|cuadro|tabella|quadro"
LEADING = 1.5  # ems from baseline to baseline inside a caption
INDENT = 8.0  # ems: the title of a caption may hang behind its name
MOST = 8  # lines
_NUMBER = r"\.?\s+(?:[A-Z]{0,3}\d+(?:[.\-–]\d+)*[a-z]?|[IVXLC]+)\s*(?:[.:|–—(-]|$|(?-i:[A-Z«“\"]))"
_NAMED = re.compile(rf"^(?:\W\s?)?(?:{_NAMES}){_NUMBER}", re.I)
_NAMED_TABLE = re.compile(rf"^(?:\W\s?)?(?:{_TABLES}){_NUMBER}", re.I)
_SOURCE = re.compile(r"^(?:sources?|notes?|quelle|anmerkung|fuente|nota|fonte)\s*:", re.I)


def names_a_picture(text: str) -> bool:
    """Whether a line begins a figure's caption: the name, the number, then a stop or the title's capital; a sentence
    about the figure goes on in small letters."""
    return bool(_NAMED.match(text))


def names_a_table(text: str) -> bool:
    """Whether a line begins a table's caption."""
    return bool(_NAMED_TABLE.match(text))


def tells_source(text: str) -> bool:
    """Whether a line is the source or the note under a figure."""
    return bool(_SOURCE.match(text))


def captions_of(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """The lines of each caption that names a figure, from the top down."""
    upright = sorted((x for x in lines if not x.rotation), key=lambda x: (x.baseline, x.glyphs[0]))
    return tuple(_caption(line, upright[k + 1 :]) for k, line in enumerate(upright) if names_a_picture(line.text))


def _caption(first: Line, below: Sequence[Line]) -> tuple[Line, ...]:
    """The line that begins a caption with those that go on from it."""
    caption = [first]
    for line in below:
        step = line.baseline - caption[-1].baseline
        if step > LEADING * first.size or len(caption) == MOST or names_a_picture(line.text):
            break
        inset = line.box.x0 - first.box.x0
        if -first.size <= inset <= INDENT * first.size and abs(line.size - first.size) <= 0.1 * first.size:
            caption.append(line)
    return tuple(caption)
