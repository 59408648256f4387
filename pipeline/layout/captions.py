"""Captions: what names a table or a figure, by its label and number."""

from __future__ import annotations

import re

# Words that name numbered things beside the text, in the languages that our reports come in.
_NAMES = (
    "table|figure|fig|chart|graph|exhibit|map|plate|box|panel|scheme|illustration|photo|image|"
    "tabelle|abbildung|abb|tableau|carte|graphique|encadré|tabla|figura|gráfico|cuadro|tabela|grafico|tabella"
)
_CAPTION = re.compile(rf"^(?:{_NAMES})\.?\s+(?:[A-Z]?\d*(?:[.\-–]\d+)*[A-Za-z]?|[IVXLC]+)\s*[.:|–—]\s*\S", re.I)
_BARE = re.compile(rf"^(?:{_NAMES})\.?\s+(?:[A-Z]?\d+(?:[.\-–]\d+)*|[IVXLC]+|[A-Z])$", re.I)
_NAMED = re.compile(rf"^(?:{_NAMES})\.?\s+[A-Z]?\d+(?:[.\-–]\d+)*\b", re.I)
_FLOAT = re.compile(
    r"^(?:table|figure|fig|chart|graph|tabelle|abbildung|tableau|tabla|tabela|tabella)\.?\s+"
    r"[A-Z]?\d+(?:[.\-–]\d+)*\s+(?-i:[A-Z])",
    re.I,
)
_SOURCE = re.compile(r"^(?:sources?|notes?|quelle|anmerkung|fuente|nota|fonte)\s*:\s*\S", re.I)


def is_caption(text: str) -> bool:
    """Whether a chunk reads as a caption: a name of such a thing, a number, a stop, then words."""
    return bool(_CAPTION.match(text) or _BARE.match(text))


def names_a_figure(text: str) -> bool:
    """Whether a text begins with the name and number of a table or figure, as captions do, with or without a stop."""
    return bool(_NAMED.match(text))


def names_a_float(text: str) -> bool:
    """Whether a text set like a heading names a table or figure by number and goes on with its title, no stop between.
    Boxes, maps, plates and panels may give a section its heading; nothing but a caption begins with a table's number.
    """
    return bool(_FLOAT.match(text))


def is_source_line(text: str) -> bool:
    """Whether a chunk reads as the note or source line under a table or figure."""
    return bool(_SOURCE.match(text))
