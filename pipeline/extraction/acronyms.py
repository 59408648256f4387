"""Acronyms in brackets after the name that they stand for: "Rowan Street Foundation (RSF)"."""

from __future__ import annotations

import re

from pipeline.extraction.wordlists import words

_BRACKET = re.compile(r"\s?\(([^()\s]{2,10})\)")
_TRAILING = re.compile(r"\s*\(([^()]*)\)\s*\Z")
_CAPITALS_NEEDED = 2
_SMALL = words("of the and for on in to a an de la &")


def is_acronym(text: str) -> bool:
    """One word of letters, digits, "&" and hyphens with two capitals (a digit counts as one) and few small letters."""
    capitals = sum(c.isupper() for c in text)
    digits = sum(c.isdigit() for c in text)
    small = sum(c.islower() for c in text)
    return (
        0 < capitals >= _CAPITALS_NEEDED - digits and small <= capitals and re.fullmatch(r"[\w&-]+", text) is not None
    )


def stands_for(acronym: str, name: str) -> bool:
    """Whether an acronym's capitals are initials of the name's words, in order, from the first on.

    Small words may give a letter or none, and letters may come from inside a word ("TB"), as long as the order holds.
    """
    capitals = [c for c in acronym.casefold() if c.isalnum()]
    initials = [w[0] for w in re.findall(r"\w+", name.casefold()) if w not in _SMALL]
    if not initials or not capitals or capitals[0] not in (initials[0], name.strip()[0].casefold()):
        return False
    letters = iter(name.casefold())
    return all(c in letters for c in capitals) and len(capitals) <= len(re.findall(r"\w+", name)) + 2


def acronym_after(content: str, at: int) -> tuple[int, int] | None:
    """Where the acronym in brackets stands that follows a name ending at `at`; None where there is none."""
    found = _BRACKET.match(content, at)
    return found.span(1) if found and is_acronym(found[1]) else None


def split_brackets(printed: str) -> tuple[int, tuple[int, int] | None, tuple[int, int] | None]:
    """A printed name as (end of the name itself, the acronym's span, the note's span): brackets at its end."""
    end = len(printed)
    acronym = note = None
    while found := _TRAILING.search(printed, 0, end):
        if found.start() == 0:
            break
        if acronym is None and is_acronym(found[1]):
            acronym = found.span(1)
        elif note is None and not is_acronym(found[1]):
            note = found.span(1)
        else:
            break
        end = found.start()
    return end, acronym, note
