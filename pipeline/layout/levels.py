"""The levels of headings, from their looks, numbers and witnesses.

A document sets all headings of one level alike, so the level is decided for a look, not for a heading: all its headings
vote, with the outline's, the contents list's and the tags' levels where these name them. Where no witness speaks,
numbers rank first, then size, then what comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from pipeline.layout.headings import Look

CLEARLY_LARGER = 0.75  # points: a difference that a designer means to be seen


@dataclass(frozen=True, slots=True)
class Found:
    """A heading as found: its text, look, and what witnesses say of its level."""

    text: str
    look: Look
    witnessed: int | None


def levels_of(found: Sequence[Found]) -> dict[Look, int]:
    """The level of each look, from 1, without gaps; `found` are all headings in order. Run-in headings open paragraphs:
    they stand one level below the deepest heading that has such paragraphs directly under it."""
    meant = _meant([f.look for f in found])
    votes: dict[Look, Counter[int]] = {}
    for f in found:
        if f.witnessed is not None:
            votes.setdefault(meant[f.look], Counter())[f.witnessed] += 1
    looks = [meant[f.look] for f in found if not f.look.run_in]
    ranked = _ranked(looks)
    known = {look: max(c, key=lambda level: (c[level], -level)) for look, c in votes.items()}
    levels: dict[Look, int] = {}
    for i, look in enumerate(ranked):
        levels[look] = known[look] if look in known else _between(look, ranked[:i], levels, looks)
    levels |= {look: max(above) + 1 for look, above in _levels_above(found, levels, meant).items()}
    steps = {level: i for i, level in enumerate(sorted(set(levels.values())), start=1)}
    return {look: steps[levels[meaning]] for look, meaning in meant.items()}


def _levels_above(
    found: Sequence[Found], levels: Mapping[Look, int], meant: Mapping[Look, Look]
) -> dict[Look, list[int]]:
    """For each look of run-in headings the levels of the headings under which they stand, 0 under none."""
    above: dict[Look, list[int]] = {}
    level = 0
    for f in found:
        if f.look.run_in:
            above.setdefault(meant[f.look], []).append(level)
        else:
            level = levels[meant[f.look]]
    return above


def _meant(looks: Sequence[Look]) -> dict[Look, Look]:
    """For each look the one that was meant: a heading alone among its like may stand in the middle by its length, or at
    the edge since it fills its line."""
    counts = Counter(looks)
    meant = {}
    for look, n in counts.items():
        other = replace(look, centred=not look.centred)
        meant[look] = other if counts[other] > n == 1 else look
    return meant


def _ranked(looks: Sequence[Look]) -> list[Look]:
    """The looks from the outermost to the innermost, `looks` being those of all headings in order.

    One after the other is placed: of those that numbers and size leave open, the one that comes first most often in the
    stretches between headings already placed, since a section begins with its own heading and not with a part's; else
    the most prominent.
    """
    left = list(dict.fromkeys(looks))
    seen = {look: i for i, look in enumerate(left)}
    placed: list[Look] = []
    while left:
        open_ = [k for k in left if not any(_clearly_outer(other, k) for other in left if other != k)] or left
        firsts = _firsts(looks, set(open_), set(placed))
        certain = sum(firsts.values()) > 1
        best = min(open_, key=lambda k: (-firsts[k] if certain else 0, *_prominence(k), seen[k]))
        placed.append(best)
        left.remove(best)
    return placed


def _clearly_outer(a: Look, b: Look) -> bool:
    """Whether headings of look `a` stand above those of look `b` by their numbers' depth or by size."""
    if a.depth and b.depth and a.depth != b.depth:
        return a.depth < b.depth
    return a.size - b.size >= CLEARLY_LARGER


def _firsts(looks: Sequence[Look], wanted: Set[Look], placed: Set[Look]) -> Counter[Look]:
    """How often each of the wanted looks is the first of them in a stretch between headings already placed."""
    firsts: Counter[Look] = Counter()
    waiting = True
    for look in looks:
        if look in placed:
            waiting = True
        elif waiting and look in wanted:
            firsts[look] += 1
            waiting = False
    return firsts


def _between(look: Look, higher: Sequence[Look], levels: Mapping[Look, int], looks: Sequence[Look]) -> int:
    """A level for a look without witness: as its number is deeper than that of another; that of the look which differs
    in nothing but its number, wherever the one without stands; else one below the last.

    A part, numbered as one, stands below what has no number. What has none stands below the parts where it follows one
    (numbers end at a depth, headings may go on), and beside them in a chapter that has no numbers.
    """
    if not higher:
        return 1
    for other in higher:
        if look.depth and other.depth:
            return levels[other] + look.depth - other.depth
    for k, other in enumerate(higher):
        one_numbered = bool(look.scheme) != bool(other.scheme)
        alike = replace(other, scheme=look.scheme, centred=look.centred if one_numbered else other.centred) == look
        if alike and (not look.scheme or not other.scheme or look.scheme == other.scheme):
            if look.depth > 1 and not other.scheme:
                return levels[other] + look.depth - 1
            goes_on = other.depth > 1 and not look.scheme and _follows(look, other, set(higher[: k + 1]), looks)
            return levels[other] + int(goes_on)
    return levels[higher[-1]] + 1


def _follows(look: Look, other: Look, higher: Set[Look], looks: Sequence[Look]) -> bool:
    """Whether a heading of a look stands in a section of another, `higher` being those that begin or end such one."""
    section: Look | None = None
    for each in looks:
        if each == look and section == other:
            return True
        section = each if each in higher else section
    return False


def _prominence(look: Look) -> tuple[float, ...]:
    return (
        -look.size,
        not look.centred,
        not look.bold,
        not look.capitals,
        not look.underlined,
        look.italic,
        look.depth,
    )
