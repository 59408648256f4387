"""Quoted stretches of a text, by their marks: curly, straight, single, angle, mixed.

Outer quotations only: marks inside belong to the quotation. What makes it hard is that one character closes single
quotations, drops letters and marks possession ("the teachers’ views"): see `_single_close`. Marks follow English use as
in New Hart's Rules (2014), chapter 9, and the Chicago Manual of Style, 13.9 to 13.32: double or single outer marks, and
each paragraph of a long quotation opened anew while only its last is closed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENING = "“„«‘\"'"
_CLOSERS = {"“": '”"“', "„": "“”", "«": "»", '"': '"”'}
_BEFORE_OPENING = re.compile(r"[\s(\[—–\-/“‘\"'…:]")
_MARK = re.compile(rf"[{OPENING}”`]")  # what a quotation can begin with
_DOUBLED = re.compile(r"(?:‘‘|``)(?=\S).*?(?:’’|'')")
_DEFINITE = ".,!?…;:—–)]"  # before a single mark: it closes, for possession follows a letter


@dataclass(frozen=True, slots=True)
class Quoted:
    """content[start:end] with its marks; content[inner_start:inner_end] without. `closed`: has a closing mark."""

    start: int
    end: int
    closed: bool
    width: int = 1  # of a mark, in characters: typewriters and TeX double the single ones (‘‘ ’’)

    @property
    def inner_start(self) -> int:
        """Offset after the opening mark."""
        return self.start + self.width

    @property
    def inner_end(self) -> int:
        """Offset of the closing mark, or of the end."""
        return self.end - self.width if self.closed else self.end


def quotations(content: str) -> list[Quoted]:
    """The quotations of a paragraph in order, none inside another. One that nothing closes runs to the end."""
    found: list[Quoted] = []
    hopeless: set[str] = set()  # marks that nothing closes from here on
    at = 0
    while next_mark := _MARK.search(content, at):
        at = next_mark.start()
        doubled = _DOUBLED.match(content, at)
        if doubled:
            found.append(Quoted(at, doubled.end(), True, width=2))
            at = doubled.end()
            continue
        if not _opens(content, at):
            at += 1
            continue
        mark = content[at]
        end = None if mark in hopeless else _close(content, at)
        if end is not None:
            found.append(Quoted(at, end + 1, True))
            at = end + 1
        elif content[at] in "“„«":
            found.append(Quoted(at, len(content), False))
            break
        else:
            hopeless |= {mark} & set("\"'”")
            at += 1  # a lone straight or single mark: inches, an apostrophe, a slip
    return found


def _opens(content: str, at: int) -> bool:
    mark = content[at]
    if mark not in OPENING and mark != "”":
        return False
    free = at == 0 or _BEFORE_OPENING.match(content[at - 1]) is not None
    inside = at + 1 < len(content) and not content[at + 1].isspace()
    if mark in "„«":
        return inside
    if mark == "'":
        return free and inside and content[at + 1].isalpha()
    return free and inside


def _close(content: str, at: int) -> int | None:
    mark = content[at]
    if mark in "‘'":
        return _single_close(content, at)
    for i in range(at + 1, len(content)):
        if content[i] not in _CLOSERS.get(mark, '"”'):
            continue
        outside = i + 1 == len(content) or not content[i + 1].isalnum()
        if content[i] == "”" or content[i] == "»" or (outside and not content[i - 1].isspace()):
            return i
    return None


def _single_close(content: str, at: int) -> int | None:
    """The mark that closes a single quotation.

    Candidates stand before no letter. One after a stop or comma is certain; one after a letter may mark possession
    ("teachers’ views"). The first certain one before the next opening mark is taken, else the first of all: a quotation
    of a few words closes without a stop, and possession after it does not matter then.
    """
    opener = content[at]
    closer = "’" if opener == "‘" else "'"
    first = None
    for i in range(at + 1, len(content)):
        if content[i] == opener and i > at + 1 and _opens(content, i) and opener != closer:
            break
        if content[i] != closer or content[i - 1].isspace() or (i + 1 < len(content) and content[i + 1].isalnum()):
            continue
        if content[i - 1] in _DEFINITE:
            return i
        if first is None:
            first = i
            if content[i - 1] not in "sS":
                return i
    return first
