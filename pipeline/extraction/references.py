"""The works that a report refers to: in its notes, and in its list of references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extraction.numbers import printed_number
from pipeline.extraction.prose import is_entry
from pipeline.extraction.reference_parsing import Work, parse_work
from pipeline.extraction.sentences import Span
from pipeline.model.document import Document, ElementKind, Zone
from pipeline.model.evidence import Evidence
from pipeline.model.ids import identifiers
from pipeline.model.records import Footnote, Number, Reference
from pipeline.model.text import Text

_LIST_HEADING = re.compile(
    r"(?:(?:selected|key|list of|cited|further) )?(?:references?|bibliography|works cited|literature(?: cited)?|sources"
    r"|reading|endnotes|end notes|notes)(?: and (?:notes|sources|further reading|bibliography|references))?",
    re.I,
)
_ENTRY_KINDS = (ElementKind.PARAGRAPH, ElementKind.LIST_ITEM)
FEWEST_ENTRIES = 3  # one or two alone may be a citation that a paragraph begins with
_CUT = re.compile(r";\s+(?=[^\W\d_]|[“\"])|(?<=[.)”\"/])\s+(?=(?:See|See also|Also see|Cf\.)\b)")


@dataclass(frozen=True, slots=True)
class _Cited:
    text: Text
    whole: Span
    work: Work
    note: int | None  # index of the note


def extract_references(document: Document, footnotes: Sequence[Footnote]) -> list[Reference]:
    """One record for each work of each note, in order, then those of reference lists (which have no note)."""
    cited = [*_in_notes(document), *_in_lists(document)]
    ids = identifiers([_key(c) for c in cited])
    return [_record(document, c, own, footnotes) for own, c in zip(ids, cited, strict=True)]


def _in_notes(document: Document) -> Iterator[_Cited]:
    for index, note in enumerate(document.notes):
        for span, work in works_in(note.text):
            yield _Cited(note.text, span, work, index)


def _in_lists(document: Document) -> Iterator[_Cited]:
    lists = {i for i, s in enumerate(document.sections) if _LIST_HEADING.fullmatch(s.title.content.strip(" .:"))}
    unannounced = _runs_of_entries(document)
    for i, element in enumerate(document.elements):
        if (element.section in lists or i in unannounced) and element.kind in _ENTRY_KINDS:
            text = element.text
            work = parse_work(text, 0, len(text))
            if work is not None:
                yield _Cited(text, Span(0, len(text)), work, None)


def _runs_of_entries(document: Document) -> set[int]:
    """Elements of a list of works that no heading announces: entries that follow each other."""
    runs: list[list[int]] = [[]]
    for i, element in enumerate(document.elements):
        if element.kind in _ENTRY_KINDS and element.zone is Zone.BODY and is_entry(element.text.content):
            runs[-1].append(i)
        else:
            runs.append([])
    return {i for run in runs if len(run) >= FEWEST_ENTRIES for i in run}


def works_in(text: Text) -> list[tuple[Span, Work]]:
    """The works of a note with the stretch of each.

    Works are divided by semicolons or by a new "See"; but semicolons divide authors, too, so a piece that is no whole
    reference is read together with the next.
    """
    content = text.content
    cuts = [(0, 0), *(m.span() for m in _CUT.finditer(content)), (len(content), len(content))]
    found: list[tuple[Span, Work]] = []
    start = 0
    for end, resume in cuts[1:]:
        work = parse_work(text, start, end)
        if work is not None:
            found.append((Span(start, end), work))
            start = resume
        elif resume == len(content):
            break
        elif not _may_go_on(content, start, end):
            start = resume
    return found


def _may_go_on(content: str, start: int, end: int) -> bool:
    """Whether a piece without a work can be the beginning of one: authors, without a sentence of their own."""
    return re.search(r"[.!?]\s+[^\W\d_a-z][a-z]+ [a-z]", content[start:end]) is None


def _key(cited: _Cited) -> tuple[str, str]:
    content, work = cited.text.content, cited.work
    authors = "\x1e".join(content[a.start : a.end] for a in work.authors)
    year = content[work.year.start : work.year.end] if work.year else ""
    return content[work.title.start : work.title.end], f"{authors}\x1f{year}"


def _record(document: Document, cited: _Cited, own: str, footnotes: Sequence[Footnote]) -> Reference:
    work, content = cited.work, cited.text.content
    number: Number | None = None if cited.note is None else printed_number(document.notes[cited.note].label)
    return Reference(
        id=own,
        note=number,
        footnote_id=None if cited.note is None else footnotes[cited.note].id,
        authors=[content[a.start : a.end] for a in work.authors],
        year=int(content[work.year.start : work.year.end]) if work.year else None,
        title=content[work.title.start : work.title.end],
        publisher=_text(content, work.publisher),
        place=_text(content, work.place),
        url=work.url,
        evidence=_evidence(document, cited),
    )


def _text(content: str, span: Span | None) -> str | None:
    return content[span.start : span.end] if span else None


def _evidence(document: Document, cited: _Cited) -> list[Evidence]:
    work = cited.work
    places: list[tuple[str | None, Span | None]] = [
        (None, cited.whole),
        *(("authors", author) for author in work.authors),
        ("year", work.year),
        ("title", work.title),
        ("publisher", work.publisher),
        ("place", work.place),
        ("url", work.url_at),
    ]
    return [e for field, span in places if span for e in document.evidence(cited.text, *span, field=field)]
