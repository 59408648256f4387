"""Note markers in a text: where they stand, what they say, and the text without them."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.text import NOT_IN_TEXT, Run, Text

SYMBOLS = "*∗†‡§¶‖#"  # the star also as a sign of operation, as TeX sets it

_RAISED = re.compile(rf"\(?(?P<label>\d{{1,3}}|[{SYMBOLS}]+|[a-z])\)?(?![^\W\d_])")
_BETWEEN = re.compile(r"[\s,;–—-]*")
_RAISED_DIGITS = re.compile("[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+")
_BRACKETED = re.compile(r"\[(\d{1,3}|[a-z*†‡])\]")
_PLAIN_SYMBOL = re.compile(rf"(?<=[\w.,;:!?'\"’”)\]])[{SYMBOLS}]+(?=[\s.,;:!?'\"’”)\]]|$)")

# Units of length, a ten, a lone letter.
_UNIT = re.compile(r"(?:^|[^\w])(?:[kcmdµ]?m|in|ft|yd|mi|sq|10|[^\W\d_])$")


@dataclass(frozen=True, slots=True)
class Mark:
    """content[start:end] reads `label`. `sure` marks are markers even where no note has that label; a `power` is one
    only where a note asks for it that no other mark points to.
    """

    start: int
    end: int
    label: str
    page: int
    sure: bool
    power: bool = False


def bare_label(label: str) -> str:
    """A marker without the brackets and stops that it is printed with: "[3]", "3." and "³" are "3"."""
    return unicodedata.normalize("NFKC", label).strip(" .:()[]")


def is_power(before: str) -> bool:
    """Whether a raised figure after this text is more likely a power ("m²", "10⁶", "R²") than a marker."""
    return _UNIT.search(before) is not None


def marks_in(text: Text) -> list[Mark]:
    """All that may be a note's marker, in order: raised figures, symbols and letters; bracketed ones; plain symbols."""
    found = {mark.start: mark for mark in _plain_marks(text)}
    found.update({mark.start: mark for mark in _raised_marks(text)})
    return [found[start] for start in sorted(found)]


def without_marks(text: Text, marks: Sequence[Mark]) -> tuple[Text, list[int]]:
    """The text without these marks, whose characters stay in its runs as no text, and each mark's place in it."""
    starts = {mark.start for mark in marks}
    gone = {i for mark in marks for i in _stretch(text.content, mark, starts)}
    places = array("i")
    length = 0
    for i in range(len(text.content) + 1):
        places.append(NOT_IN_TEXT if i in gone else length)
        length += i not in gone
    runs = tuple(
        Run(run.line, array("i", (NOT_IN_TEXT if a == NOT_IN_TEXT else places[a] for a in run.at))) for run in text.runs
    )
    content = "".join(c for i, c in enumerate(text.content) if i not in gone)
    kept = [sum(i not in gone for i in range(mark.start)) for mark in marks]
    return Text(content, runs), [min(at, len(content)) for at in kept]


def _stretch(content: str, mark: Mark, starts: set[int]) -> range:
    """The mark with the comma that parts it from the next one, and a space that would stand before a stop or twice."""
    start, end = mark.start, mark.end
    if content[start - 1 : start] == "(" and content[end : end + 1] == ")":
        start, end = start - 1, end + 1  # set around a raised figure, as in the Union's Official Journal: "(³)"
    between = _BETWEEN.match(content, end)
    if between and between.end() in starts:
        end = between.end()
    spaced = start > 0 and content[start - 1] == " "
    if spaced and (end == len(content) or content[end] in " .,;:!?)”’"):
        start -= 1
    return range(start, end)


def _raised_marks(text: Text) -> Iterator[Mark]:
    content = text.content
    for start, end in raised_stretches(text):
        at = start
        labels = []
        while match := _RAISED.match(unicodedata.normalize("NFKC", content[at:end])):
            labels.append((at, at + match.end(), match["label"]))
            between = _BETWEEN.match(content[at + match.end() : end])
            at += match.end() + (between.end() if between else 0)
        if at < end or not content[:start].strip("([ ") or _is_prefix(content, start, end):
            continue  # something else is raised there ("1st"), or the text begins with it (a label)
        power = is_power(content[:start])
        for first, last, label in labels:
            sure = not power and label.isdigit()  # a star may belong to a name or to a table's own note
            yield Mark(first, last, label, _page_at(text, first), sure, power)


def _is_prefix(content: str, start: int, end: int) -> bool:
    """Whether something raised belongs to the word behind it ("*ALL", "¹⁴C"): a marker stands behind its word."""
    return content[start - 1 : start].isspace() and content[end : end + 1].isalnum()


def raised_stretches(text: Text) -> list[tuple[int, int]]:
    """Where characters are set raised, or are raised figures of their own in the font; neighbours are one stretch."""
    raised = [(start, end) for start, end, style in text.styles() if style.position == "superscript"]
    raised += [match.span() for match in _RAISED_DIGITS.finditer(text.content)]
    stretches: list[tuple[int, int]] = []
    for start, end in sorted(raised):
        bare = text.content[start:end]
        first, last = start + len(bare) - len(bare.lstrip()), start + len(bare.rstrip())
        if stretches and first <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(last, stretches[-1][1]))
        elif first < last:
            stretches.append((first, last))
    return stretches


def _plain_marks(text: Text) -> Iterator[Mark]:
    for match in _BRACKETED.finditer(text.content):
        if match.start() > 0:
            yield Mark(match.start(), match.end(), match[0], _page_at(text, match.start()), sure=False)
    for match in _PLAIN_SYMBOL.finditer(text.content):
        yield Mark(match.start(), match.end(), match[0], _page_at(text, match.start()), sure=False)


def _page_at(text: Text, index: int) -> int:
    """The page where a character is printed."""
    return next(run.line.page for run in text.runs if index in run.at)
