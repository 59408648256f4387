"""Limits that guard the machine against files made or broken to exhaust it."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read before giving up with LimitReached.

    The defaults lie an order of magnitude above the largest policy reports: some thousand pages, a page of small print
    with some ten thousand glyphs. `objects_a_page` counts glyphs, paths and forms: a dense map has some 100,000 paths.
    """

    file_bytes: int = 1024 * MEBIBYTE
    pages: int = 20_000
    objects_a_page: int = 1_000_000
