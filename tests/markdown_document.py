"""A document from a small Markdown dialect, so that extraction, validation and publishing can be tested without a PDF.

    # Title                 the title (front)                  1. / - / a) item    list items, nested by two spaces
    ## Contents             a contents list, where each item   > quote             a quote that is set off
    - Entry 3               under it ends with a page          >> quote            a display (pull) quote
    ## 2.1 Heading          heading, one level less than #s    text[^1]  [^1]: …   a note and its marker
    **bold** *italic*       styles; two spaces or a backslash  <https://…>         a printed address
    | a | b |               a table; a bold paragraph before   <!-- page -->       a page break
                            it is its caption, "Source:" and   <!-- front --> / <!-- body --> / <!-- back -->
                            "Note:" paragraphs after it notes                      what follows is in that zone

All is front matter up to the contents list or the first heading. Text is set on invented lines of about 90 characters,
fifty to a page, so each value has evidence; a line's end in the source is none in the document unless two spaces or a
backslash stand there. Notes are set after everything else.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from pipeline.model.blocks import PageInfo
from pipeline.model.document import ContentsEntry, Copy, Document, Element, ElementKind, Note, Section, Zone
from pipeline.model.lines import Style, StyleSpan
from pipeline.model.pages import Source
from pipeline.model.tables import Cell, Region, Table
from pipeline.model.text import EMPTY, NoteRef, Run, Text
from tests.builders import BODY, PITCH, WIDTH, line

LINE_CHARACTERS = 90
LINES_A_PAGE = 50
TOP = 72.0

_INLINE = re.compile(r"\[\^(?P<note>[^\]]+)\]|<(?P<url>https?://[^>]+)>|(?P<bold>\*\*)|(?P<italic>\*)")
_ITEM = re.compile(r"(?P<indent> *)(?P<label>[-•*]|\(?[0-9]{1,3}[.)]|\(?[a-z][.)]) +(?P<text>.*)", re.S)
_ENUMERATOR = re.compile(r"(?P<number>(?:[0-9]+(?:\.[0-9]+)*\.?|[IVXLC]+\.|[A-Z]\.)) +(?P<title>.*)", re.S)
_ZONES = {"front": Zone.FRONT, "body": Zone.BODY, "back": Zone.BACK}


def from_markdown(source: str, *, language: str | None = "en", name: str = "report.pdf") -> Document:
    """The document that this Markdown describes."""
    builder = _Builder()
    for block in _blocks(source):
        builder.add(block)
    return builder.document(language, name)


def _blocks(source: str) -> Iterator[str]:
    """Paragraph-like blocks: list items and notes each on their own, other lines joined up to an empty one."""
    current: list[str] = []
    for row in source.splitlines():
        own = re.match(r"#{1,6} |\[\^[^\]]+\]:|<!--|>> ", row) or (_ITEM.match(row) and not row.startswith("**"))
        if current and (not row.strip() or own or (row.startswith("|") != current[0].startswith("|"))):
            yield "\n".join(current)
            current = []
        if row.strip():
            current.append(row)
    if current:
        yield "\n".join(current)


@dataclass
class _Pen:
    """Sets text on lines and pages."""

    page: int = 1
    row: int = 0

    def break_page(self) -> None:
        self.page, self.row = self.page + 1, 0

    def set(self, content: str, styles: list[Style], breaks: set[int], left: float = 72.0) -> Text:
        """Set content, whose characters have these styles; a line ends at each offset of `breaks` at the latest."""
        texts = []
        for start, end in _wrapped(content, breaks):
            if self.row >= LINES_A_PAGE:
                self.break_page()
            drawn = line(content[start:end], page=self.page, top=TOP + PITCH * self.row, left=left)
            self.row += 1
            drawn = replace(drawn, styles=tuple(_spans(styles[start:end])))
            texts.append(Text(drawn.text, (Run(drawn, array("i", range(len(drawn)))),)))
        return Text.join(texts)


def _wrapped(content: str, breaks: set[int]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(content):
        stops = [i for i, c in enumerate(content[start:], start) if c == " " and i > start] + [len(content)]
        forced = min((b for b in breaks if b > start), default=len(content))
        fitting = [s for s in stops if s <= min(start + LINE_CHARACTERS, forced)]
        end = fitting[-1] if fitting else stops[0]
        yield start, end
        start = end + 1


def _spans(styles: list[Style]) -> Iterator[StyleSpan]:
    start = 0
    for i in range(1, len(styles) + 1):
        if i == len(styles) or styles[i] != styles[start]:
            yield StyleSpan(start, i, styles[start])
            start = i


@dataclass
class _Builder:
    pen: _Pen = field(default_factory=_Pen)
    zone: Zone = Zone.FRONT
    title: Text = EMPTY
    elements: list[Element] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    pending_notes: list[tuple[str, str]] = field(default_factory=list)
    group: int = 0
    in_list: bool = False

    def add(self, block: str) -> None:
        """One block of the source as one or more elements."""
        was_list, self.in_list = self.in_list, False
        if self.zone is Zone.CONTENTS and not _ITEM.match(block):
            self.zone = Zone.FRONT
        if block.startswith("<!--"):
            self._directive(block)
        elif heading := re.fullmatch(r"(#+) +(.*)", block, re.S):
            self._heading(len(heading[1]), heading[2])
        elif note := re.fullmatch(r"\[\^([^\]]+)\]: *(.*)", block, re.S):
            self.pending_notes.append((note[1], note[2]))
        elif block.startswith("|"):
            self._table(block.splitlines())
        elif block.startswith(">> "):
            self._element(ElementKind.PULL_QUOTE, block[3:])
        elif block.startswith(">"):
            self._element(ElementKind.BLOCK_QUOTE, "\n".join(r.lstrip("> ") for r in block.splitlines()))
        elif (item := _ITEM.fullmatch(block)) and not block.startswith("**"):
            self._item(item, was_list)
        elif re.match(r"(Source|Note|Notes):", block) and self.elements and self.elements[-1].table:
            self._table_note(block)
        else:
            self._element(ElementKind.PARAGRAPH, block)

    def _directive(self, block: str) -> None:
        word = block.strip("<!- >")
        if word == "page":
            self.pen.break_page()
        else:
            self.zone = _ZONES[word]

    def _text(self, source: str, left: float = 72.0) -> tuple[Text, tuple[NoteRef, ...]]:
        content, styles, refs = "", [], []
        breaks: set[int] = set()
        source = re.sub(r"(?:  |\\)\n", "\v", source.strip())
        source = re.sub(r"\s*\n\s*", " ", source)
        bold = italic = False
        at = 0
        for mark in [*_INLINE.finditer(source), None]:
            plain = source[at : mark.start() if mark else len(source)]
            for c in plain:
                if c == "\v":
                    breaks.add(len(content))
                content += " " if c == "\v" else c
                styles.append(replace(BODY, bold=bold, italic=italic))
            if mark is None:
                break
            at = mark.end()
            if mark["note"]:
                refs.append(NoteRef(len(content), mark["note"], None))
            elif mark["url"]:
                content += mark["url"]
                styles += [BODY] * len(mark["url"])
            bold, italic = bold != bool(mark["bold"]), italic != bool(mark["italic"])
        return self.pen.set(content, styles, breaks, left), tuple(refs)

    def _element(self, kind: ElementKind, source: str, **fields: object) -> Element:
        text, refs = self._text(source)
        section = len(self.sections) - 1 if self.sections and self.zone is Zone.BODY else None
        element = Element(kind, text, self.zone, section, note_refs=refs, **fields)  # type: ignore[arg-type]
        self.elements.append(element)
        return element

    def _heading(self, marks: int, source: str) -> None:
        if marks == 1:
            self.title = self._element(ElementKind.TITLE, source).text
            return
        if re.fullmatch(r"(table of )?contents|sommaire", source.strip(), re.I):
            self.zone = Zone.CONTENTS
            self._element(ElementKind.HEADING, source, level=1)
            return
        if self.zone is not Zone.BACK:
            self.zone = Zone.BODY
        number = _ENUMERATOR.fullmatch(source)
        level = marks - 1
        parent = next((k for k in range(len(self.sections) - 1, -1, -1) if self.sections[k].level < level), None)
        element = self._element(ElementKind.HEADING, source, level=level)
        title = element.text.slice(number.start("title")) if number else element.text
        self.sections.append(
            Section(title, number["number"] if number else None, level, parent, len(self.elements) - 1)
        )
        self.elements[-1] = replace(element, section=len(self.sections) - 1)

    def _item(self, item: re.Match[str], continues: bool) -> None:
        depth = len(item["indent"]) // 2
        if self.zone is Zone.CONTENTS and (entry := re.fullmatch(r"(.*\S)[ .]+(\d+|[ivxlc]+)", item["text"], re.S)):
            self._element(ElementKind.CONTENTS_ENTRY, item["text"], level=depth + 1, label=entry[2])
            return
        if self.zone is Zone.CONTENTS:
            self._element(ElementKind.CONTENTS_ENTRY, item["text"], level=depth + 1)
            return
        self.group += not continues
        self.in_list = True
        label = self.pen.set(item["label"], [BODY] * len(item["label"]), set())
        self.pen.row -= 1  # the label stands on the line of its text
        label_text = label
        text, refs = self._text(item["text"], left=72.0 + WIDTH * (len(item["label"]) + 1))
        section = len(self.sections) - 1 if self.sections and self.zone is Zone.BODY else None
        self.elements.append(
            Element(
                ElementKind.LIST_ITEM,
                text,
                self.zone,
                section,
                level=depth,
                label=item["label"],
                group=self.group,
                note_refs=refs,
                label_text=label_text,
            )
        )

    def _table(self, rows: list[str]) -> None:
        caption = None
        last = self.elements[-1] if self.elements else None
        if last and last.kind is ElementKind.PARAGRAPH and all(s.bold for _, _, s in last.text.styles()):
            caption = self.elements.pop().text
        ruled = next((i for i, r in enumerate(rows) if re.fullmatch(r"[|\s:-]+", r)), 0)
        grid = [[c.strip() for c in r.strip().strip("|").split("|")] for i, r in enumerate(rows) if i != ruled]
        cells = []
        refs: tuple[NoteRef, ...] = ()
        page = self.pen.page
        for r, row in enumerate(grid):
            for c, source in enumerate(row):
                text, found = self._text(source)
                refs += found
                boxes = tuple(Region(run.line.page, run.line.box) for run in text.runs)
                cells.append(Cell(r, c, 1, 1, text, r < ruled, boxes[:1]))
        columns = max(len(row) for row in grid)
        table = Table(
            len(grid), columns, ruled, tuple(cells), (Region(page, cells[0].regions[0].box),), "ruled", 1, "", caption
        )
        section = len(self.sections) - 1 if self.sections and self.zone is Zone.BODY else None
        whole = Text.join(c.text for c in cells)
        self.elements.append(Element(ElementKind.TABLE, whole, self.zone, section, table=table, note_refs=refs))

    def _table_note(self, block: str) -> None:
        element = self.elements[-1]
        assert element.table is not None
        note, _ = self._text(block)
        self.elements[-1] = replace(element, table=replace(element.table, notes=(*element.table.notes, note)))

    def document(self, language: str | None, name: str) -> Document:
        """Everything so far as a document: notes set, markers, copies and contents entries tied."""
        notes = []
        labels = {label: k for k, (label, _) in enumerate(self.pending_notes)}
        for label, source in self.pending_notes:
            text, _ = self._text(source)
            home = next((e.section for e in self.elements if any(r.label == label for r in e.note_refs)), None)
            self.elements.append(Element(ElementKind.NOTE, text, Zone.BODY, home, label=label))
            notes.append(Note(label, text, len(self.elements) - 1, home))
        elements = [
            replace(
                e,
                note_refs=tuple(NoteRef(r.at, r.label, labels.get(r.label)) for r in e.note_refs),
                copy=self._original(i) if e.kind is ElementKind.PULL_QUOTE else None,
            )
            for i, e in enumerate(self.elements)
        ]
        return Document(
            source=Source(name=name, sha256="0" * 64, page_count=self.pen.page),
            pages=tuple(PageInfo(n, str(n), 612.0, 792.0, 0) for n in range(1, self.pen.page + 1)),
            title=self.title,
            elements=tuple(elements),
            sections=tuple(self.sections),
            notes=tuple(notes),
            contents=tuple(self._contents()),
            discards=(),
            language=language,
        )

    def _original(self, index: int) -> Copy | None:
        wanted = self.elements[index].text.content.strip("\"'“”‘’ ")
        kinds = (ElementKind.PARAGRAPH, ElementKind.BLOCK_QUOTE, ElementKind.LIST_ITEM, ElementKind.BOX)
        found = []
        for k, element in enumerate(self.elements):
            if element.kind in kinds and len(element.text) >= len(wanted) / 2:
                hit = fuzz.partial_ratio_alignment(wanted, element.text.content)
                if hit is not None and hit.score >= 85:
                    found.append((hit.score, -k, Copy(k, hit.dest_start, hit.dest_end)))
        return max(found)[2] if found else None

    def _contents(self) -> Iterator[ContentsEntry]:
        for i, e in enumerate(self.elements):
            if e.kind is not ElementKind.CONTENTS_ENTRY:
                continue
            content = e.text.content
            stop = len(re.sub(r"\s*(?:\.\s?){2,}\Z|\s+\Z", "", content[: -len(e.label)])) if e.label else len(content)
            number = _ENUMERATOR.match(content[:stop])
            title = e.text.slice(number.start("title") if number else 0, stop)
            page = e.text.slice(len(content) - len(e.label)) if e.label else None
            section = next(
                (k for k, s in enumerate(self.sections) if _folded(s.title.content) == _folded(title.content)), None
            )
            yield ContentsEntry(title, page, e.level or 1, i, section)


def _folded(title: str) -> str:
    return title.casefold().strip(" .")
