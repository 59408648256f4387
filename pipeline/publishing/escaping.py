"""Plain text inside Markdown: only what would be taken for markup gets a backslash, so that texts stay clean.

After CommonMark 0.31 (sections 4 and 6) and GitHub's additions for notes, tables and strikethrough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# At the start of a block: a heading, a quote, a list item, a note's or link's definition, a fence, a rule.
# Letters count items, too, in our lists and in Pandoc's: "J. Baker" is none.
_BLOCK_START = re.compile(
    r"#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|(?:\d{1,9}|[A-Za-z](?=[.)]\s))(?P<stop>[.)])(?=\s|$)|\[(?=[^\]]+\]:)|~~~|```"
)
_RULE = re.compile(r"([-*_=]\s*){3,}")
_CLOSING_HASHES = re.compile(r"(?<=\s)#(?=#*$)")
# Anywhere: a tag or address in angle brackets, a character reference, a link's or note's bracket, a backslash that
# would hide the sign after it (at the end of a block it would reach into what follows).
_INLINE = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w{1,31};)|(?<=\])\(|\[(?=\^)|\\(?=[!-/:-@\[-`{-~]|$)|(?<!\\)!(?=\[)")
_PAIRED = re.compile(r"\*+|_+|~+|`+")


def escaped(text: str, *, block_start: bool = False) -> list[str]:
    """Each character of the text as it is written in Markdown (one string a character, for insertions between them).

    `block_start` says that the text opens a paragraph or list item, where more signs have a meaning.
    """
    out = list(text)
    for at in {*_to_escape(text, block_start)}:
        out[at] = "\\" + text[at]
    return out


def escaped_heading(text: str) -> list[str]:
    """The same for a heading, where a row of # at the end would be dropped as closing signs."""
    out = escaped(text)
    for match in _CLOSING_HASHES.finditer(text):
        out[match.start()] = "\\#"
    return out


def _to_escape(text: str, block_start: bool) -> Iterator[int]:
    yield from (m.start() for m in _INLINE.finditer(text))
    yield from _pairs(text)
    if not block_start:
        return
    if _RULE.fullmatch(text):
        yield 0
    elif start := _BLOCK_START.match(text):
        yield start.start("stop") if start["stop"] else 0


def _pairs(text: str) -> Iterator[int]:
    """Signs of emphasis, code and strikethrough that have a partner; one alone is only itself."""
    runs: dict[str, list[tuple[re.Match[str], bool, bool]]] = {}
    for match in _PAIRED.finditer(text):
        sign = match[0][0]
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        opens, closes = bool(after.strip()), bool(before.strip())
        if sign == "_":  # inside a word it marks nothing
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        if sign == "`":  # code needs no flanks
            opens = closes = True
        runs.setdefault(sign, []).append((match, opens, closes))
    for found in runs.values():
        first = next((i for i, (_, opens, _) in enumerate(found) if opens), len(found))
        last = max((i for i, (_, _, closes) in enumerate(found) if closes), default=-1)
        if first < last:
            for match, opens, closes in found[first : last + 1]:
                if opens or closes:
                    yield from range(match.start(), match.end())
