"""A first profile for a report, guessed by looking at it, with the reason for each guess beside it.

Only what the genre's default profile does not know is proposed: labels of numbered headings, headings of columns whose
cells tell what they hold, the heading of the contents list. Where the report gives a hint but no phrase (what
introduces its questions), the hint stands in a comment.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.model.document import Document, ElementKind, Zone
from pipeline.model.profile import Profile
from pipeline.model.tables import Table

LABELLED = re.compile(r"^(?P<label>\w+(?: \w+)?) (?:\d{1,2}|[IVX]{1,4})\s*[:.–—-] *\w")
# Labels of parts of any document: what they number is no theme or finding.
PARTS = frozenset(
    {"chapter", "part", "section", "appendix", "annex", "table", "figure", "box", "volume", "step", "page"}
)
ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^\S+\.(?:org|com|net|edu|gov|info|int)(?:/\S*)?$", re.IGNORECASE)

OFTEN = 2  # a label on one heading alone numbers nothing
MOST = 0.5  # of a column's cells
LONG = 60  # characters: a description is a sentence, a name is not
HINT = 8  # words of a hint


@dataclass(frozen=True)
class Guess:
    """A line of the profile. Without values it is only a hint, and stands in a comment."""

    key: str
    because: str
    values: tuple[str, ...] = ()


def propose(document: Document, known: Profile) -> list[Guess]:
    """What a profile of this report should say beyond `known` (the genre's default)."""
    return [
        *_contents_heading(document, known),
        *_labels(document, known),
        *_columns(document, known),
        *_questions(document, known),
    ]


def profile_text(name: str, guesses: Sequence[Guess]) -> str:
    """The profile as YAML, with comments; `name` is the report's file name."""
    lines = [
        f"# A first profile for {name}, guessed by looking at it. Read each line before you use it;",
        "# what is wrong can be deleted, and docs/profiles.md explains the keys.",
    ]
    section = ""
    for guess in sorted(guesses, key=lambda g: (g.key, g.values)):
        outer, _, inner = guess.key.partition(".")
        lines += ["", f"# {guess.because}"]
        if inner and guess.values and outer != section:
            lines.append(f"{outer}:")
        section = outer
        shown = f"{inner or outer}: {json.dumps(list(guess.values), ensure_ascii=False)}"
        lines.append(("  " if inner else "") + shown if guess.values else f"# {inner or outer}: []")
    if not any(guess.values for guess in guesses):
        lines += ["", "# Nothing is needed that the genre's default profile does not know.", "{}"]
    return "\n".join(lines) + "\n"


def _contents_heading(document: Document, known: Profile) -> Iterator[Guess]:
    """The heading in the contents list's own zone."""
    for e in document.elements:
        if e.zone is Zone.CONTENTS and e.kind is ElementKind.HEADING:
            heading = " ".join(e.text.content.split())
            if not _is_known(heading, known.contents_introductions):
                page = e.text.pages[0]
                yield Guess("contents_introductions", f"The heading of the contents list on page {page}.", (heading,))
            return


def _labels(document: Document, known: Profile) -> Iterator[Guess]:
    """Words before the numbers of several headings."""
    found = (LABELLED.match(section.title.content) for section in document.sections)
    counts = Counter(match["label"].capitalize() for match in found if match)
    for label, count in sorted(counts.items()):
        if count >= OFTEN and label.casefold() not in PARTS and not _is_known(label, known.theme_labels):
            yield Guess("theme_labels", f"{count} headings begin with {label} and a number.", (label,))


def _columns(document: Document, known: Profile) -> Iterator[Guess]:
    """Headings over a column of names beside one of web addresses or of long texts."""
    table_keys = known.organization_table
    for _, table in document.tables():
        columns = {c: _cells(table, c) for c in range(table.columns)}
        if not table.header_rows or table.rows - table.header_rows < OFTEN:
            continue
        web = next((c for c, cells in columns.items() if _share(bool(ADDRESS.match(t)) for t in cells) > MOST), None)
        long = next((c for c, cells in columns.items() if c != web and median(map(len, cells or [""])) > LONG), None)
        name = next((c for c, cells in columns.items() if c not in (web, long) and _are_names(cells)), None)
        if name is None or web is None:
            continue
        where = f"The table on page {table.regions[0].page}"
        for key, column, reason in (
            ("name", name, "a column of names beside one of web addresses"),
            ("description", long, "a column of long texts"),
            ("website", web, "a column of web addresses"),
        ):
            heading = _heading(table, column) if column is not None else ""
            if heading and not _is_known(heading, getattr(table_keys, key)):
                yield Guess(f"organization_table.{key}", f"{where} has {reason}.", (heading,))


def _questions(document: Document, known: Profile) -> Iterator[Guess]:
    """A hint where a list of questions stands after other words than those known; which words, a person must say."""
    elements = document.elements
    for before, first, second in zip(elements, elements[1:], elements[2:], strict=False):
        items = (first, second)
        asked = all(e.kind is ElementKind.LIST_ITEM and e.text.content.endswith("?") for e in items)
        said = before.text.content.casefold()
        if asked and before.kind is ElementKind.PARAGRAPH and not any(k in said for k in known.question_introductions):
            words = " ".join(before.text.content.split()[-HINT:])
            because = f"A list of questions on page {first.text.pages[0]} stands after: … {words}"
            yield Guess("question_introductions", because)
            return


def _cells(table: Table, column: int) -> list[str]:
    texts = (row[column] for row in table.grid()[table.header_rows :])
    return [text for text in texts if text]


def _heading(table: Table, column: int) -> str:
    cells = dict.fromkeys(table.cell_at(r, column).text.content for r in range(table.header_rows))
    return " ".join(" ".join(cells).casefold().split())


def _are_names(cells: Sequence[str]) -> bool:
    """Short, each another, with capitals."""
    short = _share(len(text) <= LONG and text[0].isupper() for text in cells)
    return bool(cells) and short > MOST and len(set(cells)) == len(cells)


def _share(signs: Iterator[bool] | Sequence[bool]) -> float:
    found = list(signs)
    return sum(found) / len(found) if found else 0.0


def _is_known(phrase: str, known: Sequence[str]) -> bool:
    """Whether the default says it, or a part of it of two words or more."""
    spoken = phrase.casefold()
    return any(k.casefold() == spoken or (" " in k and k.casefold() in spoken) for k in known)
