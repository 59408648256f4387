"""Names that are spelt in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.validation.material import Material, Passage
from pipeline.validation.registry import Check, Observation
from pipeline.validation.spelling import misspelt, plain, spaced_differently

LONGEST_NAME = 12  # words: no proper name that one would look up is longer
# Small words inside names.
LINKS = frozenset({
    "of", "and", "for", "the", "in", "on", "de", "la", "le", "du", "des", "del", "di", "da", "van", "von", "&", "y",
    "e", "et", "und", "to", "with", "at",
})  # fmt: skip
_HEAD_BEFORE = frozenset({"of", "for", "on", "in", "de", "du", "at", "to"})
_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ.-][^\W_]+)*\.?|&")
_ARTICLE = re.compile(r"^the\s+", re.I)


@dataclass(frozen=True, slots=True)
class Name:
    """A name whose spelling is known from the datasets."""

    form: str
    person: bool
    in_table: bool  # a row of the table of organizations: two rows are two organizations


@dataclass(frozen=True, slots=True)
class Printing:
    """A stretch of capitalised words: a name, or part of one."""

    words: tuple[str, ...]
    passage: Passage
    start: int
    end: int

    @property
    def form(self) -> str:
        """As printed, spaces single."""
        return " ".join(self.passage.text.content[self.start : self.end].split())


def name_variant(material: Material) -> Iterator[Observation]:
    """Two printed forms of what seems to be one name."""
    names = _known_names(material)
    index = _Index(printing for passage in material.passages for printing in _printings(passage))
    reported: set[frozenset[str]] = set()
    for name in names:
        own = index.of(name.form)
        for other in index.near(name):
            pair = frozenset({plain(name.form), plain(other.form)})
            if pair in reported or _two_names(name, other, names) or _listed_side_by_side(own, other):
                continue
            reported.add(pair)
            yield _observation(material, name, own, other)


def _observation(material: Material, name: Name, own: Sequence[Printing], other: Printing) -> Observation:
    spots = [*own[:1], other]
    evidence = [e for p in spots for e in material.evidence(p.passage.text, p.start, p.end)]
    what = "person" if name.person else "name"
    return Observation(
        f"“{name.form}” and “{other.form}” seem to be one {what} in two spellings.",
        (name.form, other.form),
        tuple(evidence),
    )


def _known_names(material: Material) -> list[Name]:
    """The names in the datasets, each once, in the datasets' order."""
    records = material.records
    people = [Name(p.name, True, False) for p in records.people]
    bodies = [Name(_ARTICLE.sub("", o.name), False, o.source == "table") for o in records.organizations]
    bodies += [Name(_ARTICLE.sub("", n.name), False, False) for n in records.networks]
    if records.report.publisher:
        bodies.append(Name(_ARTICLE.sub("", records.report.publisher), False, False))
    known: dict[str, Name] = {}
    for name in [*bodies, *people]:
        known.setdefault(plain(name.form), name)
    return list(known.values())


def _two_names(name: Name, other: Printing, names: Sequence[Name]) -> bool:
    """Whether both forms are rows of the table of organizations, which lists no organization twice."""
    rows = {plain(n.form) for n in names if n.in_table}
    return plain(name.form) in rows and plain(other.form) in rows


def _listed_side_by_side(own: Sequence[Printing], other: Printing) -> bool:
    """Whether both stand close together: who names two in one breath tells them apart."""
    return any(
        p.passage.element == other.passage.element
        and p.passage.cell == other.passage.cell
        and not re.search(r"[.!?]\s", p.passage.text.content[min(p.end, other.end) : max(p.start, other.start)])
        for p in own
    )


def _printings(passage: Passage) -> Iterator[Printing]:
    """Each stretch of words in the passage that begins and ends with a capital and is not broken by a mark."""
    content = passage.text.content
    tokens = list(_TOKEN.finditer(content))
    joined = [not content[a.end() : b.start()].strip() and not _stop(a[0]) for a, b in pairwise(tokens)]
    for first, token in enumerate(tokens):
        if not _capital(token[0]):
            continue
        for last in range(first, min(len(tokens), first + LONGEST_NAME)):
            if last > first and not joined[last - 1]:
                break
            word = tokens[last][0]
            if _capital(word):
                words = tuple(plain(t[0].rstrip(".")) for t in tokens[first : last + 1])
                yield Printing(words, passage, token.start(), tokens[last].start() + len(word.rstrip(".")))
            elif plain(word) not in LINKS:
                break


def _stop(word: str) -> bool:
    """Whether a full stop after this word ends a name: it does not after an initial or a short title."""
    return word.endswith(".") and len(word) > 4


def _capital(word: str) -> bool:
    return word[0].isupper() or (word[0].isdigit() and word[-1:].isalpha())


class _Index:
    """The printings of a report: by their words, by their words but one, and by their letters."""

    def __init__(self, printings: Iterable[Printing]) -> None:
        self._whole: dict[tuple[str, ...], list[Printing]] = {}
        self._gapped: dict[tuple[int, tuple[str, ...]], dict[tuple[str, ...], Printing]] = {}
        self._letters: dict[str, dict[str, Printing]] = {}
        for printing in printings:
            forms = self._whole.setdefault(printing.words, [])
            forms.append(printing)
            self._letters.setdefault("".join(printing.words), {}).setdefault(printing.form, printing)
            if len(forms) == 1:
                for i in range(len(printing.words)) if len(printing.words) > 1 else ():
                    gapped = self._gapped.setdefault((i, _but(printing.words, i)), {})
                    gapped.setdefault(printing.words, printing)

    def of(self, form: str) -> list[Printing]:
        """The printings of a name."""
        return self._whole.get(_words(form), [])

    def near(self, name: Name) -> Iterator[Printing]:
        """The first printing of each other form that seems to be the same name."""
        words = _words(name.form)
        for form, printing in self._letters.get("".join(words), {}).items():
            if spaced_differently(name.form, form):
                yield printing
        if len(words) < 2:
            return
        for i, word in enumerate(words):
            head = i == len(words) - 1 or words[i + 1] in _HEAD_BEFORE
            for other, printing in self._gapped.get((i, _but(words, i)), {}).items():
                if misspelt(word, other[i], head=head, person=name.person):
                    yield printing


def _words(form: str) -> tuple[str, ...]:
    return tuple(plain(m[0].rstrip(".")) for m in _TOKEN.finditer(form))


def _but(words: tuple[str, ...], i: int) -> tuple[str, ...]:
    return (*words[:i], *words[i + 1 :])


CHECKS = (
    Check(
        "name-variant",
        "source",
        "A name is spelt in two ways.",
        "A name of the datasets and another stretch of capitalised words differ in one letter of one word (left out, "
        "added, doubled, swapped; changed in words of seven letters and more), in accents or apostrophes, or in that "
        "one writes the words together. Not: other first letters, numerals, short words, a plural or another ending of "
        "the last word, two rows of the table of organizations, two names in one sentence.",
        "Look up the right spelling and correct the records, or acknowledge that these are two names.",
        name_variant,
    ),
)
