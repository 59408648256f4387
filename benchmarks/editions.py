"""What differs between the documents of two editions of one text.

    python benchmarks/editions.py ONE.pdf OTHER.pdf [MORE.pdf ...]

Prints, for each further file, a unified diff of what must be equal: running text with kinds, levels and zones, then
(since an edition may set them elsewhere) notes, display copies, tables and captions. Exit code 1 where any differs.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

from pipeline.assembly import assemble
from pipeline.layout import lay_out
from pipeline.model.document import Document, Element, ElementKind
from pipeline.reading import Limits, read

# An edition places these as its page has room for them, so they are compared apart from the running text.
PLACED_FREELY = (ElementKind.NOTE, ElementKind.PULL_QUOTE, ElementKind.FIGURE, ElementKind.CAPTION, ElementKind.TABLE)


def document_of(pdf: Path) -> Document:
    """The assembled document of a file."""
    return assemble(lay_out(read(pdf, Limits())))


def described(document: Document) -> list[str]:
    """One line for each thing that must be equal."""
    lines = [f"title: {document.title.content}", f"language: {document.language}"]
    lines += [f"section {s.level} of {s.parent}: {s.title.content}" for s in document.sections]
    lines += [f"contents {c.level} page {c.page}: {c.title.content} -> {c.section}" for c in document.contents]
    lines += [_element(document, e) for e in document.elements if e.kind not in PLACED_FREELY]
    lines += [f"note {n.label} in section {n.section}: {n.text.content}" for n in document.notes]
    lines += sorted(_element(document, e) for e in document.elements if e.kind is ElementKind.PULL_QUOTE)
    lines += sorted(f"caption: {e.text.content}" for e in document.elements if e.kind is ElementKind.CAPTION)
    for e in document.elements:
        lines += list(_table(e))
    return lines


def _element(document: Document, e: Element) -> str:
    head = " ".join(str(part) for part in (e.zone.value, e.kind.value, e.level, e.label) if part is not None)
    text = e.text.content
    for ref in reversed(e.note_refs):
        text = f"{text[: ref.at]}[^{ref.label}:{ref.note}]{text[ref.at :]}"
    copy = ""
    if e.copy:
        original = document.elements[e.copy.element]
        copy = f" COPIES {original.kind.value}: {original.text.content[e.copy.start : e.copy.end]}"
    return f"{head}: {text}{copy}"


def _table(e: Element) -> Iterator[str]:
    if e.table is not None:
        yield f"table: {e.table.caption} notes {[n.content for n in e.table.notes]} header {e.table.header_rows}"
        yield from (f"  row: {row}" for row in e.table.grid())


def main(names: list[str]) -> int:
    """Compare the first file with each other one."""
    if len(names) < 2:
        print(__doc__)
        return 2
    first = described(document_of(Path(names[0])))
    differs = False
    for name in names[1:]:
        other = described(document_of(Path(name)))
        steps = list(difflib.unified_diff(first, other, names[0], name, n=0, lineterm=""))
        differs |= bool(steps)
        print("\n".join(steps) if steps else f"{name}: the same document")
    return int(differs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
