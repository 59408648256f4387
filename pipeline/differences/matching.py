"""Which record of one output is which of the other: by id, and where ids changed, by likeness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, utils

from pipeline.differences.outputs import Row

# A record whose id changed is taken for the same where its text is still this much alike (rapidfuzz ratio, 0 to 100):
# a word of five may have changed. Two different records of a dataset are seldom half alike.
ALIKE = 75.0
LABELS = ("name", "title", "text", "message")  # the key that says what a record is


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs of records, in the later output's order, and those without a partner."""

    pairs: tuple[tuple[Row, Row], ...]
    removed: tuple[Row, ...]
    added: tuple[Row, ...]


def match(before: Sequence[Row], after: Sequence[Row]) -> Matching:
    """Match the records of a dataset one to one."""
    partner: dict[int, int] = {}  # index in `after`: index in `before`
    free: dict[str, list[int]] = {}
    for i, row in enumerate(before):
        free.setdefault(str(row.get("id")), []).append(i)
    for k, row in enumerate(after):
        same = free.get(str(row.get("id")))
        if same:
            partner[k] = same.pop(0)
    left = sorted(i for group in free.values() for i in group)
    new = [k for k in range(len(after)) if k not in partner]
    for i, k in _by_likeness(before, left, after, new):
        partner[k] = i
    taken = set(partner.values())
    return Matching(
        pairs=tuple((before[partner[k]], after[k]) for k in range(len(after)) if k in partner),
        removed=tuple(row for i, row in enumerate(before) if i not in taken),
        added=tuple(row for k, row in enumerate(after) if k not in partner),
    )


def label(row: Row) -> str:
    """What a record is called."""
    return next((str(row[key]) for key in LABELS if row.get(key)), str(row.get("id", "")))


def _by_likeness(
    before: Sequence[Row], left: Sequence[int], after: Sequence[Row], new: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs of records that are alike, the likest first; among equals the first of each."""
    scored = []
    for i in left:
        text = utils.default_process(label(before[i]))
        for k in new:
            score = fuzz.ratio(text, utils.default_process(label(after[k])), score_cutoff=ALIKE)
            if score:
                scored.append((-score, i, k))
    done_before: set[int] = set()
    done_after: set[int] = set()
    for _, i, k in sorted(scored):
        if i not in done_before and k not in done_after:
            done_before.add(i)
            done_after.add(k)
            yield i, k
