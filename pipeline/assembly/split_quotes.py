"""Display quotes that layout saw in pieces, put together by the passage that they repeat.

Large type is set with odd gaps, in a margin, around a picture or over a column's end, and its lines may look like
several texts. What they say shows whether they are one: pieces whose originals follow each other in the running text,
with nothing in between, were one quote.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.assembly.printings import Printing, printings
from pipeline.assembly.units import RUNNING, Unit
from pipeline.lines import Vocabulary, join_lines
from pipeline.model.blocks import BlockKind

BETWEEN = 4  # characters of the original between two pieces: a space, a stop, a closing mark


def join_split_quotes(units: Sequence[Unit], vocabulary: Vocabulary) -> list[Unit]:
    """The units with the pieces of each display quote in one, at the place of the first."""
    displayed = [i for i, unit in enumerate(units) if unit.kind is BlockKind.PULL_QUOTE]
    if not displayed:
        return list(units)
    texts = {i: _text(unit, vocabulary) for i, unit in enumerate(units) if unit.kind in RUNNING or i in displayed}
    found = printings({i: texts[i] for i in displayed}, texts)
    joined = list(units)
    homes: dict[int, int] = {}  # the unit that holds each piece
    for i in displayed:
        home = _piece_before(i, homes, found, joined)
        homes[i] = i if home is None else home
        if home is not None:
            joined[home] = Unit((*joined[home].blocks, *units[i].blocks))
    return [unit for i, unit in enumerate(joined) if homes.get(i, i) == i]


def _piece_before(piece: int, homes: dict[int, int], found: dict[int, Printing], joined: Sequence[Unit]) -> int | None:
    """The display unit so far whose last piece's original goes on in this one's, on the same page or the next."""
    for before in reversed(homes):
        near = joined[piece].blocks[0].page - joined[before].last.page <= 1
        if near and piece in found and before in found and _goes_on(found[before], found[piece]):
            return homes[before]
    return None


def _text(unit: Unit, vocabulary: Vocabulary) -> str:
    return join_lines([line for block in unit.blocks for line in block.lines], vocabulary).content


def _goes_on(before: Printing, after: Printing) -> bool:
    return before.place == after.place and 0 <= after.start - before.end <= BETWEEN
