"""Passages that are printed twice, not quite alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from pipeline.model.document import ElementKind
from pipeline.model.evidence import Evidence
from pipeline.validation.material import Material, Passage
from pipeline.validation.registry import Check, Observation
from pipeline.validation.words import Range, Word, around, fold, steps, words_of

SHORTEST = 25  # words: shorter passages that are nearly alike are formulas ("For more information, see ...")
SHINGLE = 6  # words in a row that both must have before they are compared (Broder, "On the resemblance", 1997)
FEWEST_SHINGLES = 10  # that two passages must share: half of those of the shortest
COMMON = 6  # a shingle in more passages than this is a formula of the document
FEWEST_ALIKE = 0.9  # of the longer passage's words: a reprint, not a text on the same subject
MOST_CHANGES = 4  # places: more are a revision
LONGEST_CHANGE = 3  # words in one place
WORDS_KEPT = 8192  # in comparable form: a report has a few thousand different words, each many times
SLIP = 2  # letters by which a word of a reprint may differ and be the same word


_Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A passage as words in comparable form. Few passages are reprints, so none of it is kept for all of them."""

    passage: Passage

    def words(self) -> list[Word]:
        """Its words as printed."""
        return words_of(self.passage.text.content)

    def forms(self) -> list[str]:
        """Its words in comparable form."""
        return [_form(word) for word in self.passage.text.content.split()]

    def shingles(self) -> dict[_Shingle, int]:
        """Each stretch of SHINGLE words, without marks, and where it stands first; glyphs without meaning are none."""
        bare = [_bare(form) for form in self.forms()]
        stretches = zip(*(bare[k:] for k in range(SHINGLE)), strict=False)
        last_first = reversed(list(enumerate(stretches)))
        return {stretch: i for i, stretch in last_first if any(map(_tells, stretch))}


@lru_cache(maxsize=WORDS_KEPT)
def _form(word: str) -> str:
    return fold(word).casefold()


@lru_cache(maxsize=WORDS_KEPT)
def _bare(form: str) -> str:
    return form.strip("\"'.,;:")


@lru_cache(maxsize=WORDS_KEPT)
def _tells(word: str) -> bool:
    return any(map(str.isalnum, word))


@dataclass(frozen=True, slots=True)
class _Repeat:
    """A stretch of words of one reading that the other has too, or nearly so: ranges of word indices."""

    first: _Reading
    second: _Reading
    in_first: Range
    in_second: Range


def repeated_text_differs(material: Material) -> Iterator[Observation]:
    """Long passages printed twice with a small difference."""
    readings = [
        _Reading(p)
        for p in material.passages
        if p.kind is not ElementKind.CONTENTS_ENTRY and p.text.content.count(" ") >= SHORTEST - 1
    ]
    for repeat in _candidates(readings):
        changed = _changes(repeat)
        if changed:
            yield _observation(material, repeat, changed)


def _candidates(readings: Sequence[_Reading]) -> Iterator[_Repeat]:
    """Stretches that share enough of their words in a row to be one text."""
    first: dict[_Shingle, int] = {}
    places: dict[_Shingle, list[int]] = {}  # of those in more than one reading
    for i, reading in enumerate(readings):
        for shingle in reading.shingles():
            if (before := first.setdefault(shingle, i)) != i:
                places.setdefault(shingle, [before]).append(i)
    shared: dict[tuple[int, int], list[_Shingle]] = {}
    for shingle, where in places.items():
        if len(where) <= COMMON:
            for k, i in enumerate(where):
                for j in where[k + 1 :]:
                    shared.setdefault((i, j), []).append(shingle)
    for (i, j), shingles in sorted(shared.items()):
        if len(shingles) >= FEWEST_SHINGLES:
            yield _stretch(readings[i], readings[j], shingles)


def _stretch(first: _Reading, second: _Reading, shingles: Sequence[_Shingle]) -> _Repeat:
    """From the first to the last shared shingle: how passages begin and end depends on what they stand in."""
    in_first, in_second = first.shingles(), second.shingles()
    ours, theirs = [in_first[s] for s in shingles], [in_second[s] for s in shingles]
    return _Repeat(first, second, (min(ours), max(ours) + SHINGLE), (min(theirs), max(theirs) + SHINGLE))


def _changes(repeat: _Repeat) -> list[tuple[Range, Range]]:
    """The places where the two differ, if they are a text and its reprint; nothing if they are two statements."""
    (start, end), (begin, stop) = repeat.in_first, repeat.in_second
    ours, theirs = repeat.first.forms()[start:end], repeat.second.forms()[begin:stop]
    longest = max(len(ours), len(theirs))
    found = [
        ((a, b), (c, d))
        for (a, b), (c, d) in steps(ours, theirs)
        if a > 0 and b < len(ours)  # marks at the ends belong to what comes before and after
    ]
    changed = sum(max(b - a, d - c) for (a, b), (c, d) in found)
    if longest < SHORTEST or len(found) > MOST_CHANGES or changed > (1 - FEWEST_ALIKE) * longest:
        return []
    in_first, in_second = repeat.first.words(), repeat.second.words()
    places = [
        (_place(in_first, start + a, start + b), _place(in_second, begin + c, begin + d)) for (a, b), (c, d) in found
    ]
    first, second = repeat.first.passage.text.content, repeat.second.passage.text.content
    return places if all(_slip(first[slice(*p)].split(), second[slice(*q)].split()) for p, q in places) else []


def _slip(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a changed place can be an oversight: another figure, name or notion makes it another statement."""
    if max(len(before), len(after)) > LONGEST_CHANGE:
        return False
    ours, theirs = _letters(before), _letters(after)
    if ours == theirs:
        return True
    if any(c.isdigit() for c in ours + theirs):
        return False
    if not ours or not theirs:
        return not any(word[:1].isupper() for word in [*before, *after])
    return OSA.distance(ours, theirs) <= SLIP < min(len(ours), len(theirs))


def _letters(words: Sequence[str]) -> str:
    return "".join(c for c in "".join(words).casefold() if c.isalnum())


def _place(words: Sequence[Word], first: int, last: int) -> Range:
    if first < last:
        return words[first].start, words[last - 1].end
    at = words[min(first, len(words) - 1)].start
    return at, at


def _observation(material: Material, repeat: _Repeat, changed: Sequence[tuple[Range, Range]]) -> Observation:
    values: list[str] = []
    evidence: list[Evidence] = []
    for places in changed:
        for reading, place in zip((repeat.first, repeat.second), places, strict=True):
            start, end = around(reading.passage.text.content, *place)
            values.append(reading.passage.text.content[start:end])
            evidence += material.evidence(reading.passage.text, start, end)
    more = {1: "", 2: " and one more difference"}.get(len(changed), f" and {len(changed) - 1} more differences")
    return Observation(
        f"One passage is printed twice, not quite alike: “{values[0]}” and “{values[1]}”{more}.",
        tuple(values),
        tuple(evidence),
    )


CHECKS = (
    Check(
        "repeated-text-differs",
        "source",
        "A passage is printed twice, not quite alike.",
        "Two passages, or stretches of them, of 25 words and more have nine of ten words in common and differ in at "
        "most four small places: in marks, in a word left out or put in, or in a letter or two of a word. Passages "
        "that differ in a figure, a name or a notion are two statements and no reprint.",
        "Look at both and decide which is meant; values taken from either keep what is printed there.",
        repeated_text_differs,
    ),
)
