"""The contents list against the headings that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.model.document import ContentsEntry, Document, ElementKind, Zone
from pipeline.validation.material import Material
from pipeline.validation.registry import Check, Observation
from pipeline.validation.words import fold, squeeze, words_of

SHIFT_OF_ALL = 3  # entries at least, before one shift of all of them tells of another way of counting pages
MOSTLY = 0.75  # share of a level's headings that the list must have, before the others are missing from it
TITLE_WORDS = 4  # shorter headings have all their words in a title by chance
NAMED = 3  # headings or entries named in the sentence


def contents_page_differs(material: Material) -> Iterator[Observation]:
    """Entries whose page is not the one their heading stands on."""
    document = material.document
    compared = [(entry, page, _page_of(document, entry)) for entry in document.contents if (page := _printed(entry))]
    known = [(entry, page, stands) for entry, page, stands in compared if stands is not None]
    wrong = [
        (entry, page, stands)
        for entry, page, stands in known
        if page.casefold() != stands.casefold() and not _stands_on(document, entry, page)
    ]
    if not wrong or (not _numbered(document) and _one_shift([(p, s) for _, p, s in known])):
        return
    values = [f"{entry.title.content} {page}, stands on {stands}" for entry, page, stands in wrong]
    named = "; ".join(f"“{_short(e)}” is said to be on {p}, stands on {s}" for e, p, s in wrong[:NAMED])
    yield Observation(
        f"{len(wrong)} of {len(known)} entries of the contents list give another page than their heading's: {named}.",
        tuple(values),
        tuple(
            e
            for entry, _, _ in wrong
            for text in (entry.page, document.sections[entry.section or 0].title)
            if text is not None
            for e in material.evidence(text)
        ),
    )


def _printed(entry: ContentsEntry) -> str | None:
    return entry.page.content.strip() if entry.page is not None and entry.section is not None else None


def _page_of(document: Document, entry: ContentsEntry) -> str | None:
    """The printed page of the heading that an entry names; the physical one where the pages have no labels."""
    if entry.section is None:
        return None
    pages = document.elements[document.sections[entry.section].element].text.pages
    if not pages:
        return None
    labels = document.page_labels
    return labels.get(pages[0]) if any(labels.values()) else str(pages[0])


def _stands_on(document: Document, entry: ContentsEntry, label: str) -> bool:
    """Whether the entry's words do stand by themselves on the page that it gives, in whatever type."""
    title = squeeze(entry.title.content)
    return any(
        squeeze(element.text.content) == title and document.page_labels.get(element.text.pages[0]) == label
        for element in document.elements
        if element.kind is not ElementKind.CONTENTS_ENTRY and element.text.pages
    )


def _numbered(document: Document) -> bool:
    """Whether the pages carry printed numbers."""
    return any(d.reason == "page number" for d in document.discards)


def _one_shift(pairs: list[tuple[str, str]]) -> bool:
    """Whether all pages are off by one number: without printed numbers, the list then counts from another page."""
    shifts = {int(s) - int(p) if p.isdecimal() and s.isdecimal() else None for p, s in pairs}
    return len(pairs) >= SHIFT_OF_ALL and len(shifts) == 1 and None not in shifts


def contents_entry_without_heading(material: Material) -> Iterator[Observation]:
    """Entries that name no heading of the body."""
    entries = [e for e in material.document.contents if e.section is None]
    if entries and len(entries) < len(material.document.contents):
        named = ", ".join(f"“{_short(e)}”" for e in entries[:NAMED])
        yield Observation(
            f"{len(entries)} of {len(material.document.contents)} entries of the contents list have no heading in the "
            f"text: {named}.",
            tuple(e.title.content for e in entries),
            tuple(spot for e in entries for spot in material.evidence(e.title)),
        )


def heading_without_contents_entry(material: Material) -> Iterator[Observation]:
    """Headings that the contents list should have, since it has most of their level."""
    document = material.document
    listed = {entry.section for entry in document.contents}
    body = [(i, s) for i, s in enumerate(document.sections) if document.elements[s.element].zone is Zone.BODY]
    all_of, listed_of = Counter(s.level for _, s in body), Counter(s.level for i, s in body if i in listed)
    missing = [
        s
        for i, s in body
        if i not in listed
        and listed_of[s.level]
        and listed_of[s.level] >= MOSTLY * all_of[s.level]
        and not _repeats_title(s.title.content, document.title.content)
    ]
    if missing:
        named = ", ".join(f"“{s.title.content[:80]}”" for s in missing[:NAMED])
        number = "1 heading is" if len(missing) == 1 else f"{len(missing)} headings are"
        yield Observation(
            f"{number} not in the contents list, which has most headings of that level: {named}.",
            tuple(s.title.content for s in missing),
            tuple(spot for s in missing for spot in material.evidence(s.title)),
        )


def _repeats_title(heading: str, title: str) -> bool:
    """Whether a heading is the title once more, as on an annex or a back cover: no contents list names that."""
    ours, theirs = ({fold(word.text).casefold() for word in words_of(text)} for text in (heading, title))
    return min(len(ours), len(theirs)) >= TITLE_WORDS and (ours <= theirs or theirs <= ours)


def _short(entry: ContentsEntry) -> str:
    title = entry.title.content
    return title if len(title) <= 60 else f"{title[:59]}…"


CHECKS = (
    Check(
        "contents-page-differs",
        "source",
        "The contents list gives a page on which the heading does not stand.",
        "The page of each entry is compared with the printed number of the page that its heading stands on. Where no "
        "numbers are printed and all entries are off by the same, the list counts from another page and is not wrong.",
        "Look the heading up under the page of its evidence.",
        contents_page_differs,
    ),
    Check(
        "contents-entry-without-heading",
        "warning",
        "An entry of the contents list has no heading.",
        "No heading of the text has the entry's words, a letter or two aside.",
        "Look for the heading on the page that the entry names: it may be worded otherwise, or not be set as one.",
        contents_entry_without_heading,
    ),
    Check(
        "heading-without-contents-entry",
        "warning",
        "A heading is missing from the contents list.",
        "The list has three of four headings of that level, but not this one.",
        "Look at the heading: if it is none, or one of another level, the sections are wrong there.",
        heading_without_contents_entry,
    ),
)
