"""Where a report states its themes: in an announced list, under labelled or numbered headings, or inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.extraction.lists import introduces, item_lists, names_one_of
from pipeline.extraction.numbers import printed_number
from pipeline.extraction.sentences import Span, sentences
from pipeline.extraction.wordlists import words
from pipeline.model.document import Document, Element, ElementKind
from pipeline.model.profile import Profile
from pipeline.model.records import Number
from pipeline.model.text import EMPTY, Text

FEWEST = 2  # one labelled heading or item alone is no series

_NUMBER = r"[0-9]{1,2}|[IVX]{1,4}|[A-H]|(?i:one|two|three|four|five|six|seven|eight|nine|ten)"
_LABELLED = re.compile(
    rf"(?P<label>[^\W\d_]\w*(?: [^\W\d_]\w*){{0,2}}?) #?(?P<number>{_NUMBER})"
    r"(?P<mark>\s*[:.–—-]\s*|\s+)(?P<title>\S.*)",
    re.S,
)
_IN_SENTENCE = re.compile(r"(?:^|(?<=[\s;,:]))\((?P<number>[0-9]|[ivx]{1,4}|[a-e])\)\s+")
_CLAUSE_END = re.compile(r"[;,.]?\s*(?:\band\s*)?$")
# Numbered headings under these labels are parts of the book or of a procedure, not what the report found.
_STRUCTURAL = words(
    "chapter section part appendix annex attachment exhibit table figure box map chart case example volume page note "
    "question interview module unit session panel week day month year grade step phase stage round wave cohort tier "
    "level group site scenario option activity exercise tool worksheet schedule article title rule act version draft"
)
# And these prescribe: they say what should be done or reached, not what was found.
_PRESCRIPTIVE = words(
    "recommendation action strategy goal objective target priority proposal commitment measure policy task milestone "
    "principle standard criterion indicator aim step demand call ask request requirement deliverable"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A theme as one place states it: stretches of `text` for number, title and what is said after the title.

    `label_text` is a list item's own mark, where the number is printed apart from the text. `section` is the section
    that a heading opens, or None.
    """

    text: Text
    number: Number | None
    title_at: Span
    number_at: Span | None = None
    label_text: Text = EMPTY
    summary_at: Span | None = None
    section: int | None = None
    label: str = ""
    marked: bool = True  # a colon, stop or dash parts label and title

    @property
    def title(self) -> str:
        """The title without label and number."""
        return self.text.content[slice(*self.title_at)]

    @property
    def summary(self) -> str | None:
        """What is said after the title."""
        return self.text.content[slice(*self.summary_at)] if self.summary_at else None


def heading_statements(document: Document, profile: Profile) -> list[Statement]:
    """The headings that take themes up.

    Labels that the profile knows (Theme, Finding, Lesson) come first; then a series of at least two headings under
    another label (Barrier 1, Barrier 2) that neither numbers parts nor prescribes; then headings numbered 1, 2, …
    right under one that is called Findings or the like.
    """
    known = {label.casefold() for label in profile.theme_labels}
    labelled = [s for i in range(len(document.sections)) if (s := _labelled(document, i, known))]
    named = [s for s in labelled if s.label in known]
    bare = {s.number for s in named if not s.marked}  # "Conclusion 9 Annex" alone is no label with a title
    if named := [s for s in named if s.marked or len(bare) >= FEWEST]:
        return named
    by_label: dict[str, list[Statement]] = {}
    for statement in labelled:
        by_label.setdefault(statement.label, []).append(statement)
    series = next((g for g in by_label.values() if len({s.number for s in g}) >= FEWEST), None)
    return series or _numbered_sections(document, profile)


def announced_statements(document: Document, profile: Profile, headings: Sequence[Statement]) -> list[Statement]:
    """The statements that come before their discussion: a list, a sentence that enumerates, labelled paragraphs."""
    phrases = [*profile.theme_introductions, *_plurals(h.label for h in headings if h.label)]
    for item_list in item_lists(document):
        elements = [document.elements[i] for i in item_list.items]
        questions = all(e.text.content.rstrip().endswith("?") for e in elements)
        if len(elements) >= FEWEST and not questions and introduces(item_list, phrases):
            return [_item(e) for e in elements]
    for _, element in document.running():
        if found := list(_inside_sentence(element, phrases)):
            return found
    return [] if headings else _labelled_paragraphs(document, profile)


def _plurals(labels: Iterable[str]) -> list[str]:
    return [re.sub("y$", "ie", label) + "s" for label in dict.fromkeys(labels)]


def _labelled(document: Document, index: int, known: set[str]) -> Statement | None:
    text = document.sections[index].title
    match = _LABELLED.fullmatch(text.content)
    if match is None:
        return None
    label = match["label"].casefold()
    if set(label.split()) & (_STRUCTURAL | _PRESCRIPTIVE):
        return None
    if not match["mark"].strip() and (label not in known or match["number"].isalpha()):
        return None  # "Theme 1 Trust" is labelled; of "Ideas A Reader Has" nobody could say so
    number = printed_number(match["number"])
    title = Span(*match.span("title"))
    marked = bool(match["mark"].strip())
    return Statement(text, number, title, Span(*match.span("number")), section=index, label=label, marked=marked)


def _numbered_sections(document: Document, profile: Profile) -> list[Statement]:
    """Headings "1 …", "2 …" whose numbers count within the section above them, not through the whole report."""
    found = []
    for index, section in enumerate(document.sections):
        parent = document.sections[section.parent] if section.parent is not None else None
        own = re.fullmatch(r"([0-9]{1,2})[.)]?", section.number or "")
        if parent and own and not parent.number and names_one_of(parent.title.content, profile.theme_introductions):
            whole = Span(0, len(section.title))
            found.append(Statement(section.title, int(own[1]), whole, section=index))
    return found if len(found) >= FEWEST else []


def _item(element: Element) -> Statement:
    content = element.text.content
    number = printed_number(element.label) if element.label and re.search(r"\w", element.label) else None
    start, number_at = 0, None
    labelled = _LABELLED.fullmatch(content)
    if number is None and labelled and labelled["mark"].strip():
        number, start, number_at = printed_number(labelled["number"]), labelled.start("title"), labelled.span("number")
    end, resume = _title_end(element.text, start)
    rest = Span(resume, len(content)) if content[resume:].strip() else None
    label_text = EMPTY if number_at else element.label_text
    return Statement(element.text, number, Span(start, end), Span(*number_at) if number_at else None, label_text, rest)


def _title_end(text: Text, start: int) -> tuple[int, int]:
    """Where a title ends, and where what follows it begins.

    The title is set bold, or it stands before a colon that a capital follows, or it is the first sentence.
    """
    content = text.content
    bold = next((end for a, end, style in text.styles() if style.bold and a <= start < end), 0)
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


def _inside_sentence(element: Element, phrases: Sequence[str]) -> Iterator[Statement]:
    """ "Three themes emerged: (1) wells fail; (2) nobody pays; and (3) nothing is counted." """
    content = element.text.content
    for sentence in sentences(content):
        marks = list(_IN_SENTENCE.finditer(content, *sentence))
        lead = content[sentence.start : marks[0].start()] if marks else ""
        if len(marks) < FEWEST or not names_one_of(lead, phrases) or not lead.rstrip().endswith((":", "that", "are")):
            continue
        ends = [m.start() for m in marks[1:]] + [sentence.end]
        for mark, end in zip(marks, ends, strict=True):
            tail = _CLAUSE_END.search(content, mark.end(), end)
            title = Span(mark.end(), tail.start() if tail else end)
            yield Statement(element.text, printed_number(mark["number"]), title, Span(*mark.span("number")))


def _labelled_paragraphs(document: Document, profile: Profile) -> list[Statement]:
    """ "Finding 1: Wells fail. In two of three villages …": the label and title run into the paragraph."""
    known = {label.casefold() for label in profile.theme_labels}
    found = []
    for element in document.elements:
        match = _LABELLED.fullmatch(element.text.content)
        if element.kind not in (ElementKind.PARAGRAPH, ElementKind.BOX) or match is None or not match["mark"].strip():
            continue
        if match["label"].casefold() in known:
            end, _ = _title_end(element.text, match.start("title"))
            number = printed_number(match["number"])
            title = Span(match.start("title"), end)
            found.append(Statement(element.text, number, title, Span(*match.span("number")), section=element.section))
    return found if len({s.number for s in found}) >= FEWEST else []
