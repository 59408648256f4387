"""Numbered themes and findings: the list that announces them and the headings that take them up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.extraction.lists import introduces, item_lists
from pipeline.extraction.numbers import printed_number
from pipeline.extraction.sections import section_id
from pipeline.extraction.sentences import Span, sentences
from pipeline.extraction.wordlists import words
from pipeline.model.document import Document, Element
from pipeline.model.evidence import Evidence
from pipeline.model.ids import identifiers
from pipeline.model.profile import Profile
from pipeline.model.records import Number, SectionRecord, Theme

# A heading says the item's title again, perhaps in capitals, without the stop or with a word changed: nine tenths
# of the characters agree then, while titles of different themes of one report share half at most.
SAME_TITLE = 90

_NUMBER = r"[0-9]{1,2}|[IVX]{1,4}|[A-H]|(?i:one|two|three|four|five|six|seven|eight|nine|ten)"
_LABELLED = re.compile(
    rf"(?P<label>[^\W\d_]\w*(?: [^\W\d_]\w*){{0,2}}?) #?(?P<number>{_NUMBER})"
    r"(?P<mark>\s*[:.–—-]\s*|\s+)(?P<title>\S.*)",
    re.S,
)
# Numbered headings under these labels are parts of the book or of a procedure, not what the report found.
_STRUCTURAL = words(
    "chapter section part appendix annex attachment exhibit table figure box map chart case example volume page note "
    "question interview module unit session panel week day month year grade step phase stage round wave cohort tier "
    "level group site scenario option activity exercise tool worksheet schedule article title rule act version draft"
)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A labelled heading: the section it opens, its label in lower case, and where its own title starts."""

    section: int
    label: str
    number: Number
    number_at: Span
    title_at: int
    title: str


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of the list that announces the themes: its element, and what in it is title and what summary."""

    element: Element
    number: Number | None
    title: Span
    summary: Span | None

    @property
    def name(self) -> str:
        return self.element.text.content[self.title.start : self.title.end]


@dataclass(frozen=True, slots=True)
class _Numbered:
    """An item of the list, the heading that takes it up, or both; one of them has a number."""

    item: _Item | None
    heading: _Heading | None

    @property
    def number(self) -> Number:
        number = _number(self.item, self.heading)
        assert number is not None
        return number

    @property
    def title(self) -> str:
        if self.item:
            return self.item.name
        return self.heading.title if self.heading else ""


def extract_themes(document: Document, profile: Profile, sections: Sequence[SectionRecord]) -> list[Theme]:
    """The report's themes in the order of its list, then those that only headings name.

    Labels that the profile knows (Theme, Finding, Lesson) come first; a report that has none of them may number its
    results under another label (Recommendation 1, Priority 2), which counts where at least two headings share it.
    """
    headings, introductions = _series(document, profile)
    items = _items(document, introductions)
    pairs: list[tuple[_Item | None, _Heading | None]] = []
    left = list(headings)
    for item in items:
        heading = _heading_of(item, left)
        if heading is not None:
            left.remove(heading)
        pairs.append((item, heading))
    pairs += [(None, heading) for heading in left]
    numbered = [_Numbered(item, heading) for item, heading in pairs if _number(item, heading) is not None]
    ids = identifiers([(theme.title, str(theme.number)) for theme in numbered])
    return [_record(document, sections, theme, own) for own, theme in zip(ids, numbered, strict=True)]


def _series(document: Document, profile: Profile) -> tuple[list[_Heading], list[str]]:
    """The labelled headings to take, and the phrases that introduce their list."""
    labelled = [h for i in range(len(document.sections)) if (h := _labelled(document, i, profile.theme_labels))]
    known = [h for h in labelled if h.label in {label.casefold() for label in profile.theme_labels}]
    if known:
        return known, profile.theme_introductions
    by_label: dict[str, list[_Heading]] = {}
    for heading in labelled:
        by_label.setdefault(heading.label, []).append(heading)
    for label, headings in by_label.items():
        if len({h.number for h in headings}) >= 2:
            return headings, [*profile.theme_introductions, f"{label}s", re.sub("y$", "ie", label) + "s"]
    return [], profile.theme_introductions


def _labelled(document: Document, index: int, known: Iterable[str]) -> _Heading | None:
    section = document.sections[index]
    match = _LABELLED.fullmatch(section.title.content)
    if match is None:
        return None
    label = match["label"].casefold()
    if set(label.split()) & _STRUCTURAL:
        return None
    if not match["mark"].strip() and (label not in {k.casefold() for k in known} or match["number"].isalpha()):
        return None  # "Theme 1 Trust" is labelled; of "Ideas A Reader Has" nobody could say so
    number = Span(*match.span("number"))
    return _Heading(index, label, printed_number(match["number"]), number, match.start("title"), match["title"])


def _items(document: Document, introductions: Sequence[str]) -> list[_Item]:
    """The items of the first list that is introduced as one of themes; a list of questions is none."""
    for item_list in item_lists(document):
        elements = [document.elements[i] for i in item_list.items]
        questions = all(e.text.content.rstrip().endswith("?") for e in elements)
        if len(elements) >= 2 and not questions and introduces(item_list, introductions):
            return [_item(e) for e in elements]
    return []


def _item(element: Element) -> _Item:
    content = element.text.content
    number = printed_number(element.label) if element.label and re.search(r"\w", element.label) else None
    start = 0
    labelled = _LABELLED.fullmatch(content)
    if number is None and labelled and labelled["mark"].strip():
        number, start = printed_number(labelled["number"]), labelled.start("title")
    end, resume = _title_end(element, start)
    rest = Span(resume, len(content)) if content[resume:].strip() else None
    return _Item(element, number, Span(start, end), rest)


def _title_end(element: Element, start: int) -> tuple[int, int]:
    """Where an item's title ends, and where what follows it begins.

    The title is set bold, or it stands before a colon that a capital follows, or it is the first sentence.
    """
    content = element.text.content
    bold = next((end for a, end, style in element.text.styles() if style.bold and a <= start < end), 0)
    lead = content[:bold].rstrip()
    colon = re.compile(r":\s+(?=[^\W\d_a-z])").search(content, start)
    first = next((s.end for s in sentences(content) if s.end > start), len(content))
    if start < len(lead) < len(content.rstrip()) and re.match(r"[.:!?–—-]|\s*[:–—]", content[len(lead) - 1 :]):
        end = len(lead)
    elif colon and colon.start() < first:
        end = colon.start()
    else:
        end = first
    title_end = len(content[:end].rstrip(" :–—-"))
    resume = end + len(content[end:]) - len(content[end:].lstrip(" :–—-"))
    return title_end, resume


def _heading_of(item: _Item, headings: Sequence[_Heading]) -> _Heading | None:
    """The heading with the item's title; else the one with its number, where only one has it."""
    by_title = [h for h in headings if _alike(h.title, item.name)]
    if by_title:
        return by_title[0]
    by_number = [h for h in headings if item.number is not None and h.number == item.number]
    return by_number[0] if len(by_number) == 1 else None


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(_folded(one), _folded(other)) >= SAME_TITLE


def _folded(title: str) -> str:
    return re.sub(r"\W+", " ", title).casefold().strip()


def _number(item: _Item | None, heading: _Heading | None) -> Number | None:
    """As the list prints it, else as the heading does."""
    if item is not None and item.number is not None:
        return item.number
    return heading.number if heading else None


def _record(document: Document, sections: Sequence[SectionRecord], theme: _Numbered, own: str) -> Theme:
    item, heading = theme.item, theme.heading
    section = heading.section if heading else _plain_heading(document, item)
    return Theme(
        id=own,
        number=theme.number,
        title=theme.title,
        summary=item.element.text.content[item.summary.start : item.summary.end] if item and item.summary else None,
        section=section_id(sections, section),
        evidence=_evidence(document, item, section, heading),
    )


def _plain_heading(document: Document, item: _Item | None) -> int | None:
    """The section under a heading that says the item's title without a label."""
    if item is None:
        return None
    return next((i for i, s in enumerate(document.sections) if _alike(s.title.content, item.name)), None)


def _evidence(document: Document, item: _Item | None, section: int | None, heading: _Heading | None) -> list[Evidence]:
    evidence = []
    if item:
        text = item.element.text
        evidence += document.evidence(text, *item.title, field="title")
        if item.summary:
            evidence += document.evidence(text, *item.summary, field="summary")
        evidence += document.evidence(item.element.label_text, field="number")
    if section is not None:
        title = document.sections[section].title
        evidence += document.evidence(title, heading.title_at if heading else 0, field="title")
        if heading:
            evidence += document.evidence(title, *heading.number_at, field="number")
    return evidence
