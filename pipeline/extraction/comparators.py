"""Words that qualify a number: "more than 70", "at least half", "20 or more"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Comparator = Literal["exactly", "more_than", "less_than", "at_least", "at_most", "nearly", "about"]

# The longest first, so that "no more than" is not read as "more than".
_BEFORE: tuple[tuple[str, Comparator], ...] = (
    ("no fewer than|no less than|not less than|not fewer than|at least|a minimum of|as few as|as low as|≥", "at_least"),
    (
        "no more than|not more than|no greater than|at most|a maximum of|up to|as many as|as much as|as high as|≤",
        "at_most",
    ),
    (
        "more than|greater than|higher than|longer than|older than|in excess of|upwards? of|exceeding|over|above|>",
        "more_than",
    ),
    ("less than|fewer than|lower than|smaller than|shorter than|younger than|under|below|<", "less_than"),
    ("nearly|almost|close to|approaching|not quite", "nearly"),
    ("about|around|approximately|roughly|some|an estimated|estimated|circa|ca\\.|on the order of|~", "about"),
    ("exactly|precisely", "exactly"),
)
_AFTER: tuple[tuple[str, Comparator], ...] = (
    (r"\+| or more| or greater| and more| and over| or above", "at_least"),
    (r" or fewer| or less| or under", "at_most"),
    (r" or so", "about"),
)
_PHRASES = "|".join(f"(?P<c{i}>{phrases})" for i, (phrases, _) in enumerate(_BEFORE))
_BEFORE_RE = re.compile(rf"(?:^|(?<![\w-]))(?:{_PHRASES})(?:(?<=[~<>≤≥]) ?| )$", re.I)
_AFTER_RE = re.compile("|".join(f"(?P<c{i}>{words})" for i, (words, _) in enumerate(_AFTER)), re.I)
_LONGEST = 24  # characters: the longest phrase and the space after it

# "over five years" is a span of time more often than "more than five years"; only after one of these it compares.
_BEFORE_OVER = re.compile(
    r"\b(?:for|of|with|in|after|by|than|well|just|spans?|spanning|lasts?|lasted|took|takes|has|have)\s+$", re.I
)
# "talked about 20 schools" names a subject.
_SUBJECT_OF = re.compile(
    r"\b(?:talk\w*|learn\w*|ask\w*|know\w*|knew|think\w*|thought|hear\w*|writ\w+|wrote|information|data|questions?|concerns?"
    r"|stor(?:y|ies)|report\w*|tell\w*|told|read\w*)\s+$",
    re.I,
)


class Comparison(NamedTuple):
    """How a number is qualified; the words stand in content[start:end]."""

    start: int
    end: int
    comparator: Comparator


def comparison_before(content: str, at: int, *, of_time: bool = False) -> Comparison | None:
    """The qualification that ends where the number begins. `of_time`: the number counts years, days and the like."""
    window = max(0, at - _LONGEST)
    match = _BEFORE_RE.search(content[window:at])
    if match is None:
        return None
    start = window + match.start()
    phrase = match.group().strip().casefold()
    before = content[max(0, start - _LONGEST) : start]
    if of_time and phrase in ("over", "under", "around", "above", "below") and not _BEFORE_OVER.search(before):
        return None
    if phrase in ("about", "around") and _SUBJECT_OF.search(before):
        return None
    return Comparison(start, at, _which(match, _BEFORE))


def comparison_after(content: str, at: int) -> Comparison | None:
    """The qualification that begins where the number ends."""
    match = _AFTER_RE.match(content, at)
    return Comparison(at, match.end(), _which(match, _AFTER)) if match else None


def _which(match: re.Match[str], table: tuple[tuple[str, Comparator], ...]) -> Comparator:
    return next(comparator for i, (_, comparator) in enumerate(table) if match[f"c{i}"] is not None)
