"""Lines, texts, elements and documents made from plain strings, for tests that start in the middle of the walk.

Each string is set on invented lines of a page 612 points wide, each character `WIDTH` points wide, so that evidence
can be asked for as of a real page.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from pipeline.model.blocks import Block, BlockKind, Blocks, Discard, PageInfo
from pipeline.model.document import Document, Element, ElementKind, Note, Section
from pipeline.model.geometry import union
from pipeline.model.lines import SPACE_NOBODY_DREW, Line, Style, StyleSpan
from pipeline.model.pages import Source
from pipeline.model.text import NoteRef, Run, Text

WIDTH = 5.0
PITCH = 12.0
BODY = Style(family="Serif", size=10.0)
BOLD = Style(family="Serif", size=10.0, bold=True)


def line(
    text: str, *, page: int = 1, top: float = 72.0, left: float = 72.0, style: Style = BODY, first_glyph: int = 0
) -> Line:
    """One printed line; spaces are gaps without a glyph, each other character one glyph."""
    glyphs = count(first_glyph)
    return Line(
        page=page,
        text=text,
        x0=array("f", (left + WIDTH * i for i in range(len(text)))),
        x1=array("f", (left + WIDTH * (i + 1) for i in range(len(text)))),
        glyphs=array("i", (SPACE_NOBODY_DREW if c == " " else next(glyphs) for c in text)),
        top=top,
        bottom=top + style.size,
        baseline=top + 0.8 * style.size,
        styles=(StyleSpan(0, len(text), style),),
    )


def marked_line(source: str, **place: object) -> Line:
    """A line in which `^…^` stands for raised characters: "a word^1^ and more"."""
    plain = line(re.sub(r"\^", "", source), **place)  # type: ignore[arg-type]
    base = plain.styles[0].style
    raised = replace(base, size=0.6 * base.size, position="superscript")
    spans: list[StyleSpan] = []
    at = 0
    for i, part in enumerate(source.split("^")):
        if part:
            spans.append(StyleSpan(at, at + len(part), raised if i % 2 else base))
            at += len(part)
    return replace(plain, styles=tuple(spans))


def block(source: str, kind: BlockKind = BlockKind.PARAGRAPH, *, label: str | None = None, **fields: object) -> Block:
    """A block of these lines (parted by line ends; `^1^` is raised), with its label drawn on a line of its own.

    `page`, `top` and `style` are as in `line`, further fields as in Block. The last line is full, unless `short` says
    otherwise.
    """
    page = int(str(fields.pop("page", 1)))
    top = float(str(fields.pop("top", 72.0)))
    style = fields.pop("style", BODY)
    lines = tuple(
        marked_line(part, page=page, top=top + PITCH * i, style=style)
        for i, part in enumerate(source.split("\n"))
        if part
    )
    label_lines = (line(label, page=page, top=top, left=50.0),) if label else ()
    box = union([part.box for part in (*lines, *label_lines)])
    return Block(  # type: ignore[arg-type]
        kind, page, box, lines, fields.pop("rule", "test"), label=label, label_lines=label_lines, **fields
    )


def blocks(*parts: Block, discards: Sequence[Discard] = (), language: str | None = None) -> Blocks:
    """A report of these blocks. Each page's glyphs are numbered anew, block by block, so that none has two owners."""
    free: dict[int, count[int]] = {}
    numbered = tuple(_numbered(part, free.setdefault(part.page, count())) for part in parts)
    last = max((part.page for part in parts), default=1)
    glyphs = {n: next(free[n]) if n in free else 0 for n in range(1, last + 1)}
    return Blocks(
        source=Source(name="report.pdf", sha256="0" * 64, page_count=last, language=language),
        pages=tuple(PageInfo(n, str(n), 612.0, 792.0, glyphs[n]) for n in range(1, last + 1)),
        blocks=numbered,
        discards=tuple(discards),
        body_size=BODY.size,
    )


def _numbered(part: Block, glyphs: count[int]) -> Block:
    return replace(
        part,
        label_lines=tuple(_numbered_line(drawn, glyphs) for drawn in part.label_lines),
        lines=tuple(_numbered_line(drawn, glyphs) for drawn in part.lines),
    )


def _numbered_line(drawn: Line, glyphs: count[int]) -> Line:
    return replace(drawn, glyphs=array("i", (g if g == SPACE_NOBODY_DREW else next(glyphs) for g in drawn.glyphs)))


def text(content: str, *, page: int = 1, top: float = 72.0, style: Style = BODY) -> Text:
    """A text drawn on a single line, character by character."""
    if not content:
        return Text()
    drawn = line(content, page=page, top=top, style=style)
    return Text(content, (Run(drawn, array("i", range(len(content)))),))


def element(content: str, kind: ElementKind = ElementKind.PARAGRAPH, **fields: object) -> Element:
    """An element of that content; further fields as in Element, `page` and `style` as in `text`."""
    page = int(str(fields.pop("page", 1)))
    style = fields.pop("style", BODY)
    assert isinstance(style, Style)
    return Element(kind, text(content, page=page, style=style), **fields)  # type: ignore[arg-type]


def styled(*parts: tuple[str, Style]) -> Text:
    """A text of several styles, set without a space between the parts."""
    return Text.join([text(content, style=style) for content, style in parts], separator="")


def document(elements: Sequence[Element], *, title: str = "A Report", pages: int = 1, language: str = "en") -> Document:
    """A document of these elements: headings open sections (by their `level`), notes are collected by their label.

    Note references must be given on the elements; where their `note` is None it is filled in by label.
    """
    sections: list[Section] = []
    notes: list[Note] = []
    placed: list[Element] = []
    open_section: int | None = None
    for i, e in enumerate(elements):
        if e.kind is ElementKind.HEADING:
            level = e.level or 1
            parent = next((k for k in range(len(sections) - 1, -1, -1) if sections[k].level < level), None)
            sections.append(Section(e.text, None, level, parent, i))
            open_section = len(sections) - 1
        elif e.kind is ElementKind.NOTE:
            notes.append(Note(e.label or str(len(notes) + 1), e.text, i, open_section))
        placed.append(_replace(e, section=open_section))
    labels = {n.label: k for k, n in enumerate(notes)}
    placed = [
        _replace(e, note_refs=tuple(NoteRef(r.at, r.label, labels.get(r.label)) for r in e.note_refs)) for e in placed
    ]
    return Document(
        source=Source(name="report.pdf", sha256="0" * 64, page_count=pages),
        pages=tuple(PageInfo(n, str(n), 612.0, 792.0, 0) for n in range(1, pages + 1)),
        title=text(title),
        elements=tuple(placed),
        sections=tuple(sections),
        notes=tuple(notes),
        contents=(),
        discards=(),
        language=language,
    )


def _replace(e: Element, **fields: object) -> Element:
    return replace(e, **fields)  # type: ignore[arg-type]
