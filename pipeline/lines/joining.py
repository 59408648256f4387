"""Lines joined to a text: hyphenation undone, addresses whole, each character still knowing where it is printed."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

from pipeline.lines.bidi import reading_order
from pipeline.lines.vocabulary import HYPHENS, Vocabulary
from pipeline.model.lines import Line
from pipeline.model.text import NOT_IN_TEXT, Run, Text

SOFT_HYPHEN = "\u00ad"

_LAST_WORD = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)[-\u2010]$")
_FIRST_WORD = re.compile(r"^([^\W\d_]+(?:['’][^\W\d_]+)*)")
# Numbers and fractions in words, which English writes with a hyphen (Chicago Manual of Style, 7.89).
_IN_WORDS = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-"
    r"(?:one|two|three|four|five|six|seven|eight|nine|half|halves"
    r"|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?)",
    re.I,
)
_ALWAYS_A_COMPOUND = frozenset({"self"})  # what it opens keeps its hyphen (Chicago Manual of Style, 7.89)
# The start of an address, up to the line's end (RFC 3986: no white space inside).
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]*$|[\w.+-]+@[\w.-]*$", re.I)
_NEW_ADDRESS = re.compile(r"https?://|www\.|[\w.+-]+@[\w-]+\.", re.I)
_OPEN_HOST = re.compile(r"(?:https?://|www\.)[\w.-]*[-\u2010]$", re.I)
_BARE_DOMAIN = re.compile(r"^(?:(?:[\w-]+\.)+[a-z]+(?:/\S*)?|(?:[\w-]+\.){2,})$", re.I)
_ADDRESS_PART = re.compile(r"^[\w\-\u2010./?=&%#~+:;,@!$'()*\[\]]+")
_BREAK_AFTER = ("/", "-", "_", ".", "=", "&", "?", "#", "%", "~", ":", "@")


def join_lines(lines: Sequence[Line], vocabulary: Vocabulary) -> Text:
    """The text of a paragraph's lines, in order.

    Between two lines stands one space, or nothing where a word or an address goes on. A hyphen at a line's end goes
    where the document prints the whole word elsewhere, stays where it prints the hyphenated one, and else goes before a
    small letter, unless both halves are words of the document by themselves or the document breaks no words at all.
    """
    content: list[str] = []
    runs: list[Run] = []
    length = 0
    before = ""  # the line so far: with the lines above, where an address goes on
    for k, line in enumerate(lines):
        before += line.text
        drop, gap = (0, "") if k == len(lines) - 1 else _seam(before, lines[k + 1].text, vocabulary.in_type_of(line))
        if gap or drop or not _OPEN_ADDRESS.search(before):
            before = ""
        kept, at = _placed(line, len(line.text) - drop, length)
        runs.append(Run(line, at))
        content += (kept, gap)
        length += len(kept) + len(gap)
    return Text("".join(content), tuple(runs))


def _placed(line: Line, end: int, start: int) -> tuple[str, array[int]]:
    """What is read of a line's characters before `end`, and where each of the line's comes to stand in a text, from
    `start` on."""
    text = line.text
    order = reading_order(text, line.glyphs)
    if isinstance(order, range) and SOFT_HYPHEN not in text:  # as printed
        return text[:end], array("i", range(start, start + end)) + array("i", [NOT_IN_TEXT]) * (len(text) - end)
    read = [i for i in order if i < end and text[i] != SOFT_HYPHEN]
    at = array("i", [NOT_IN_TEXT]) * len(text)
    for place, i in enumerate(read, start=start):
        at[i] = place
    return "".join(text[i] for i in read), at


def _seam(before: str, after: str, vocabulary: Vocabulary) -> tuple[int, str]:
    """How many characters to drop at the first line's end, and what to put between the lines."""
    if before.endswith(SOFT_HYPHEN):
        return 1, ""
    if _address_goes_on(before, after):
        return (1, "") if _broken_in_address(before, after, vocabulary) else (0, "")
    if before[-1:] in HYPHENS and len(before) > 1 and not before[-2].isspace():
        return (1, "") if _hyphen_goes(before, after, vocabulary) else (0, "")
    if before.endswith(("—", "–", "/")) and not before[-2:-1].isspace() and after[:1] not in " ([":
        return 0, ""
    return 0, " "


def _hyphen_goes(before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether the hyphen at the line's end was put there by the typesetter."""
    if before[-1] in vocabulary.own_hyphens:
        return True
    first, second = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if not first or not second:
        return False
    head, tail = first[1], second[1]
    stem = head.rsplit("-", 1)[-1]
    whole, hyphenated = vocabulary.knows(stem + tail), vocabulary.knows(f"{stem}-{tail}")
    if whole or hyphenated:
        return whole >= hyphenated
    if not vocabulary.hyphenates or "-" in head or not _one_word(head, tail) or _IN_WORDS.fullmatch(f"{stem}-{tail}"):
        return False
    # "evid-" / "ence-based" goes on in a compound, "state-of-" / "the-art" is one: there the rest is a word.
    return not _is_word(tail, vocabulary) or not (_is_word(stem, vocabulary) or re.match(r"[^\W\d_]+-[^\W\d_]", after))


def _is_word(letters: str, vocabulary: Vocabulary) -> bool:
    """Whether the document has it as a word, or as the singular, plural or adjective of one (English endings)."""
    if letters.casefold() in _ALWAYS_A_COMPOUND:
        return True
    forms = {letters, f"{letters}s", letters.removesuffix("s"), letters.removesuffix("ly")}
    return any(len(form) > 1 and vocabulary.knows(form) for form in forms)


def _broken_in_address(before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether a typesetter hyphenated inside an address.

    A path has hyphens of its own, so there the whole word must stand elsewhere. Names of hosts seldom have some, and
    run words together that stand nowhere else: there it is enough that the rest is no word by itself.
    """
    if before.endswith("\u2010"):  # addresses have the hyphen of ASCII only (RFC 3986)
        return True
    first, second = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if not first or not second or not vocabulary.hyphenates:
        return False
    if vocabulary.knows(first[1].rsplit("-", 1)[-1] + second[1]):
        return True
    return _OPEN_HOST.search(before) is not None and not _is_word(second[1], vocabulary)


def _one_word(head: str, tail: str) -> bool:
    """Whether the letters' case lets both be parts of one word: small letters go on, or all are capitals."""
    return tail[0].islower() or (head.isupper() and tail.isupper())


def _address_goes_on(before: str, after: str) -> bool:
    """Whether an address at the line's end goes on in the next line.

    It does where it breaks after one of its own delimiters or before one, or where the next line begins with more of a
    path, which prose does not: signs of addresses inside, or no letter case and no space for the rest of the line.
    """
    address = _OPEN_ADDRESS.search(before)
    bare = not address and _BARE_DOMAIN.match(before)
    part = _ADDRESS_PART.match(after)
    if not part or not (address or bare) or part[0][0] in "([":  # a bracket opens a remark, not a path
        return False
    printed = address[0] if address else before
    if _NEW_ADDRESS.match(after) and not printed.endswith(("/", "=")):  # where it is a part of an archive's address
        return False
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
