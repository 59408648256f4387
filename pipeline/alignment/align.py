"""One passage found again inside another text, although it was trimmed, shortened or changed.

Method: local alignment of words (Smith and Waterman, "Identification of common molecular subsequences", J. Mol. Biol.
147, 1981), with three adaptations to reprints. Words are compared in a plain form (`words_of`) and count as the same
where a letter or two differ (rapidfuzz ratio, so that a misprint is no other word). A word left out or put in costs
less than a match earns, so that an alignment survives it. An ellipsis in the needle may stand for any number of words
of the haystack at the price of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from pipeline.alignment.words import Word, forms_of, words_of

SAME_WORD = 80.0  # rapidfuzz ratio, 0 to 100: one letter of five may differ ("Middletown", "Middleton")
SHORTEST_FUZZY = 4  # letters: shorter words a letter apart are other words ("to", "too")

# Share of the needle's words that must stand in the haystack, in order. A reprint that drops or changes one word of
# five (the most that editors do without an ellipsis) keeps 0.8; two different sentences of one speaker on one subject
# share function words and a phrase, which in order is seldom more than half.
COVERED = 0.75
# Share of the haystack's words between first and last match that the needle must have: words strewn over a long text
# are no printing of a passage. Words that an ellipsis of the needle stands for do not count.
DENSE = 0.6
# Share of the needle's words that the haystack must have letter for letter, before misprints are looked for: a reprint
# has a misprint or two, not one in every other word. This rules out most texts at the cost of some look-ups.
EXACT = 0.5
FEWEST_WORDS = 3  # fewer words are found in any text by chance
EXACT_BELOW = 6  # of so few words none may be missing

MATCH = 2.0
MISS = -1.0  # a word of either side without a partner, or an ellipsis that stands for words


@dataclass(frozen=True, slots=True)
class Match:
    """Where the needle's text stands: haystack[start:end], and the part of it found there, needle[first:last].

    `score` is the share of the needle's words that are found, 0 to 1.
    """

    start: int
    end: int
    first: int
    last: int
    score: float


def align(needle: str, haystack: str) -> Match | None:
    """The place in the haystack that is a printing of the needle (the best, the earliest of several), or None.

    A printing has COVERED of the needle's words in their order and is DENSE with them; of less than EXACT_BELOW words
    it has all. The needle may be trimmed, drop or change words, have an ellipsis, other marks, other case.
    """
    asked = words_of(needle)
    count = sum(not word.omission for word in asked)
    if count < FEWEST_WORDS:
        return None
    known = forms_of(haystack)
    if sum(word.form in known for word in asked if not word.omission) < EXACT * count:
        return None
    same = _same_words(asked, known)
    needed = count if count < EXACT_BELOW else COVERED * count
    if sum(word.form in same for word in asked) < needed:
        return None
    given = tuple(word for word in words_of(haystack) if not word.omission)
    pairs, left_out = _best_path(asked, given, same)
    if not pairs or len(pairs) < needed:
        return None
    width = pairs[-1][1] - pairs[0][1] + 1 - left_out
    if len(pairs) < DENSE * width:
        return None
    (i, k), (last_i, last_k) = pairs[0], pairs[-1]
    return Match(given[k].start, given[last_k].end, asked[i].start, asked[last_i].end, len(pairs) / count)


def _same_words(asked: Sequence[Word], known: frozenset[str]) -> dict[str, frozenset[str]]:
    """For each form of the needle that the haystack has, alike or nearly so: the haystack's forms of it."""
    forms = sorted(known)
    same: dict[str, frozenset[str]] = {}
    for form in sorted({word.form for word in asked if not word.omission}):
        if form in known:
            same[form] = frozenset({form})
        elif len(form) >= SHORTEST_FUZZY and not form.isdigit():
            near = process.extract_iter(form, forms, scorer=fuzz.ratio, score_cutoff=SAME_WORD)
            found = frozenset(other for other, _, _ in near if len(other) >= SHORTEST_FUZZY)
            if found:
                same[form] = found
    return same


Pairs = list[tuple[int, int]]


def _best_path(asked: Sequence[Word], given: Sequence[Word], same: dict[str, frozenset[str]]) -> tuple[Pairs, int]:
    """The pairs (needle word, haystack word) of the best local alignment, and how many words ellipses stand for."""
    width = len(given) + 1
    rows: list[list[float]] = [[0.0] * width]
    best, place = 0.0, (0, 0)
    for i, word in enumerate(asked, 1):
        above = rows[-1]
        row = _omission_row(above) if word.omission else _word_row(above, same.get(word.form, frozenset()), given)
        rows.append(row)
        top = max(row)
        if top > best:
            best, place = top, (i, row.index(top))
    return _trace(rows, place, asked, given, same)


def _word_row(above: Sequence[float], partners: frozenset[str], given: Sequence[Word]) -> list[float]:
    row = [0.0]
    for k, word in enumerate(given, 1):
        step = MATCH if word.form in partners else MISS
        row.append(max(0.0, above[k - 1] + step, above[k] + MISS, row[k - 1] + MISS))
    return row


def _omission_row(above: Sequence[float]) -> list[float]:
    """An ellipsis stands for nothing at no price, or for all words since the best place before it at that of one."""
    row, best = [], 0.0
    for value in above:
        row.append(max(value, best + MISS, 0.0))
        best = max(best, value)
    return row


def _trace(
    rows: Sequence[Sequence[float]],
    place: tuple[int, int],
    asked: Sequence[Word],
    given: Sequence[Word],
    same: dict[str, frozenset[str]],
) -> tuple[Pairs, int]:
    """Back from the best place to where its alignment began."""
    i, k = place
    pairs: Pairs = []
    left_out = 0
    while i > 0 and rows[i][k] > 0.0:
        value, above = rows[i][k], rows[i - 1]
        if asked[i - 1].omission:
            if value != above[k]:
                origin = next(j for j in range(k) if above[j] + MISS == value)
                left_out += k - origin
                k = origin
            i -= 1
            continue
        matched = k > 0 and given[k - 1].form in same.get(asked[i - 1].form, frozenset())
        if matched and value == above[k - 1] + MATCH:
            pairs.append((i - 1, k - 1))
            i, k = i - 1, k - 1
        elif k > 0 and value == above[k - 1] + MISS:
            i, k = i - 1, k - 1
        elif value == above[k] + MISS:
            i -= 1
        else:
            k -= 1
    return pairs[::-1], left_out
