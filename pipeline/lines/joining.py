"""Lines joined to a text: hyphenation undone, addresses whole, each character still knowing where it is printed."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

from pipeline.lines.vocabulary import Vocabulary
from pipeline.model.lines import Line
from pipeline.model.text import NOT_IN_TEXT, Run, Text

SOFT_HYPHEN = "\u00ad"
HYPHENS = "-\u2010"  # a non-breaking hyphen (U+2011) never ends a line for hyphenation

_LAST_WORD = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)[-\u2010]$")
_FIRST_WORD = re.compile(r"^([^\W\d_]+(?:['’][^\W\d_]+)*)")
# The start of an address, up to the line's end (RFC 3986: no white space inside).
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]*$|[\w.+-]+@[\w.-]*$", re.I)
_BARE_DOMAIN = re.compile(r"^(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?$", re.I)
_ADDRESS_PART = re.compile(r"^[\w\-./?=&%#~+:;,@!$'()*\[\]]+")
_BREAK_AFTER = ("/", "-", "_", ".", "=", "&", "?", "#", "%", "~", ":", "@")


def join_lines(lines: Sequence[Line], vocabulary: Vocabulary) -> Text:
    """The text of a paragraph's lines, in order.

    Between two lines stands one space, or nothing where a word or an address goes on. A hyphen at a line's end goes
    where the document prints the whole word elsewhere, stays where it prints the hyphenated one, and else goes before a
    small letter unless both halves are words of the document by themselves.
    """
    content: list[str] = []
    runs: list[Run] = []
    length = 0
    for k, line in enumerate(lines):
        drop, gap = (0, "") if k == len(lines) - 1 else _seam(line.text, lines[k + 1].text, vocabulary)
        kept = line.text[: len(line.text) - drop]
        at = array("i")
        for character in line.text:
            inside = len(at) < len(kept) and character != SOFT_HYPHEN
            at.append(length if inside else NOT_IN_TEXT)
            if inside:
                content.append(character)
                length += 1
        runs.append(Run(line, at))
        content.append(gap)
        length += len(gap)
    return Text("".join(content), tuple(runs))


def _seam(before: str, after: str, vocabulary: Vocabulary) -> tuple[int, str]:
    """How many characters to drop at the first line's end, and what to put between the lines."""
    if before.endswith(SOFT_HYPHEN):
        return 1, ""
    if _address_goes_on(before, after):
        return 0, ""
    if before[-1:] in HYPHENS and len(before) > 1 and not before[-2].isspace():
        return (1, "") if _hyphen_goes(before, after, vocabulary) else (0, "")
    if before.endswith(("—", "/")) and not before[-2:-1].isspace() and not after[:1].isspace():
        return 0, ""
    return 0, " "


def _hyphen_goes(before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether the hyphen at the line's end was put there by the typesetter."""
    first, second = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if not first or not second or not second[1][0].islower():
        return False
    head, tail = first[1], second[1]
    stem = head.rsplit("-", 1)[-1]
    whole, hyphenated = vocabulary.knows(stem + tail), vocabulary.knows(f"{stem}-{tail}")
    if whole or hyphenated:
        return whole >= hyphenated
    compound = re.match(rf"{re.escape(tail)}-[^\W\d_]+", after)  # "state-of-" / "the-art": tail is itself hyphenated
    if compound or "-" in head:
        return False
    return not (vocabulary.knows(stem) and vocabulary.knows(tail))


def _address_goes_on(before: str, after: str) -> bool:
    """Whether an address at the line's end goes on in the next line.

    It does where it breaks after one of its own delimiters or before one, or where the next line begins with more of a
    path, which prose does not: signs of addresses inside, or no letter case and no space for the rest of the line.
    """
    address = _OPEN_ADDRESS.search(before)
    bare = not address and _BARE_DOMAIN.match(before)
    part = _ADDRESS_PART.match(after)
    if not part or not (address or bare):
        return False
    printed = address[0] if address else before
    head = part[0]
    alone = len(head) == len(after)
    looks_like_path = bool(re.search(r"[\w][/_=&?%#][\w]|\w-\w+-\w|\.(?:html?|pdf|org|com|edu|gov|net)\b", head))
    if head[0] in "/?=&#%_":
        return True
    if printed.endswith(_BREAK_AFTER):
        return printed[-1] != "." or looks_like_path or ((alone and head[0].islower()) or head[0].isdigit())
    if alone and before == printed:
        return head[0].islower() or head[0].isdigit() or looks_like_path or head[0] == "."
    return looks_like_path
