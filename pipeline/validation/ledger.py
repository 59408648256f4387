"""The ledger: text is conserved, so every glyph that the reader handed over must stand in exactly one account.

An account is a kind of element of the document or the reason of a discard. It is drawn up from the finished document
alone, so that no stage before it can hide what it lost: glyph indices of a page run from 0, and those that no account
names are lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from pipeline.model.document import Document, Element, ElementKind
from pipeline.model.geometry import Box, union
from pipeline.model.ledger import Account, Ledger, PageBalance
from pipeline.model.tables import Table
from pipeline.model.text import Text

COPY = "pull quote copy"  # a display quote whose text stands elsewhere: kept in the document, left out of its Markdown
REPEATED_HEADER = "repeated table header"
MANY = 255  # a glyph counted more often than a byte can tell is as wrong as one counted that often

_Place = tuple[int, int]
_Key = tuple[str, bool]  # account, and whether it is a discard


@dataclass
class _PageBook:
    """The accounts of one page while they are drawn up."""

    times: bytearray  # how often each glyph was entered
    counts: dict[_Key, int] = field(default_factory=dict)
    boxes: dict[_Key, list[Box]] = field(default_factory=dict)
    strangers: int = 0  # entries for glyphs that the reader never handed over

    def enter(self, key: _Key, glyphs: Iterable[int]) -> None:
        """Some glyphs stand in this account."""
        entered = 0
        for glyph in glyphs:
            entered += 1
            if 0 <= glyph < len(self.times):
                self.times[glyph] = min(MANY, self.times[glyph] + 1)
            else:
                self.strangers += 1
        self.counts[key] = self.counts.get(key, 0) + entered


def draw_up_ledger(document: Document) -> Ledger:
    """The balance of a document by page and account."""
    books = {page.number: _PageBook(bytearray(page.glyphs)) for page in document.pages}
    for account, text in accounts(document):
        lines: dict[int, list[Box]] = {}
        for run in text.runs:
            books[run.line.page].enter((account, False), run.line.all_glyphs())
            lines.setdefault(run.line.page, []).append(run.line.box)
        for page, boxes in lines.items():
            books[page].boxes.setdefault((account, False), []).append(union(boxes))
    for discard in document.discards:
        key = (str(discard.reason), True)
        books[discard.page].enter(key, discard.glyphs)
        books[discard.page].boxes.setdefault(key, []).append(discard.box)
    pages = [_balance(number, book) for number, book in sorted(books.items())]
    glyphs, accounted = sum(p.glyphs for p in pages), sum(book.times.count(1) for book in books.values())
    balanced = all(p.lost == 0 and p.doubled == 0 for p in pages)
    return Ledger(glyphs=glyphs, accounted=accounted, balanced=balanced, pages=pages)


def accounts(document: Document) -> Iterator[tuple[str, Text]]:
    """Every text that the document keeps, once, with the account that its glyphs stand in."""
    placed = _places(e.text for e in document.elements if e.table is None)
    for element in document.elements:
        yield from _accounts(element, placed)


def _accounts(element: Element, placed: frozenset[_Place]) -> Iterator[tuple[str, Text]]:
    """An element's texts, each with its account."""
    account = COPY if element.copy is not None else element.kind.value
    yield account, element.label_text
    if element.table is None:
        yield account, element.text
    else:  # the element's own text, if it has one, is that of the cells once more
        yield from _table_accounts(element.table, placed)


def _table_accounts(table: Table, placed: frozenset[_Place]) -> Iterator[tuple[str, Text]]:
    """A table's texts. A caption or note that is an element of its own too is entered there and not again here."""
    for cell in table.cells:
        yield ElementKind.TABLE.value, cell.text
    for caption in (table.caption,) if table.caption is not None else ():
        if placed.isdisjoint(_places([caption])):
            yield ElementKind.CAPTION.value, caption
    for note in table.notes:
        if placed.isdisjoint(_places([note])):
            yield ElementKind.TABLE.value, note
    for header in table.repeated_headers:
        yield REPEATED_HEADER, header


def _places(texts: Iterable[Text]) -> frozenset[_Place]:
    """Where each line of some texts begins: its page and first glyph."""
    return frozenset(
        (run.line.page, glyph) for text in texts for run in text.runs for glyph in islice(run.line.all_glyphs(), 1)
    )


def _balance(number: int, book: _PageBook) -> PageBalance:
    accounts = [
        Account(
            account=account,
            discarded=discarded,
            glyphs=book.counts[account, discarded],
            boxes=[list(box.rounded()) for box in book.boxes.get((account, discarded), ())],
        )
        for account, discarded in sorted(book.counts, key=lambda key: (key[1], key[0]))
        if book.counts[account, discarded]
    ]
    doubled = sum(n > 1 for n in book.times)
    lost = book.times.count(0)
    return PageBalance(
        page=number, glyphs=len(book.times), accounts=accounts, lost=lost, doubled=doubled + book.strangers
    )
