"""Cards in batches, so that the page of a long report answers its reader as quickly as that of a short one.

A browser reads a document in pieces of its own choosing, and lays out at once whatever comes near. So what it lays out
is a batch at most, and of the later batches it reads the headlines only: the rest of those cards waits as text, which
the page's script makes into elements bit by bit. The cards themselves, with their addresses, are in the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

BATCH = 20  # cards: two or three screens
WRITTEN_OUT = 400  # cards that are read whole: a report of some forty pages needs no script to be read


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Batch(Generic[T]):
    """Cards that are laid out together; `waiting` where all but their headlines is text for the script."""

    cards: tuple[T, ...]
    waiting: bool


class Batches:
    """Makes batches for one page, and counts what it has written out."""

    def __init__(self) -> None:
        self._written = 0

    def of(self, cards: Sequence[T]) -> list[Batch[T]]:
        """The cards of one section of the page; sections are asked for in the order in which they stand there."""
        made = []
        for first in range(0, len(cards), BATCH):
            batch = tuple(cards[first : first + BATCH])
            self._written += len(batch)
            made.append(Batch(batch, waiting=self._written > WRITTEN_OUT))
        return made
