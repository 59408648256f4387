"""When two spellings seem to be of one name, and when they are two names.

Slips of the pen and of the keyboard leave out, double, add or swap a letter inside a word; they seldom touch its first
letter (Pollock and Zamora, "Automatic spelling correction in scientific and scholarly text", CACM 27, 1984: 90 to 95
percent of misspellings have a single error, 7.8 percent one in the first letter). Different names that are close to
each other mostly differ in their first letters ("North", "South"), in an ending that grammar adds ("Network",
"Networks"; "America", "American"), in a numeral ("Title I", "Title II"), or are short ("Iran", "Iraq").
"""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import OSA

SHORTEST = 5  # letters of a word in which one letter more or less is a slip; shorter words are other words
SHORTEST_IN_PERSON = 3  # "Jon" and "John" with one surname are one person more likely than two
SHORTEST_CHANGED = 7  # letters of a word in which a changed letter is a slip: "Policy" and "Police" are two words
ENDINGS = frozenset({"s", "es", "n", "an", "al", "d", "ed", "'s", "s'", "'", "ly", "y", "e"})

_NUMERAL = re.compile(r"[ivxlc]+|.*\d.*")
_JOINER = re.compile(r"[A-Za-zÀ-ž]*[a-zà-ž][A-Z]")  # a capital inside a word: CompetencyWorks


def plain(word: str) -> str:
    """A word in lower case, with one form of apostrophe."""
    return unicodedata.normalize("NFC", word).casefold().replace("’", "'").replace("ʼ", "'")


def without_accents(word: str) -> str:
    """A word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def misspelt(a: str, b: str, *, head: bool = False, person: bool = False) -> bool:
    """Whether two different words seem to be one word in two spellings.

    `head` says that they are the last word of a name or stand before its "of": there an ending is grammar. In names
    of persons, no ending is.
    """
    a, b = plain(a), plain(b)
    if a == b or _NUMERAL.fullmatch(a) or _NUMERAL.fullmatch(b):
        return False
    if without_accents(a) == without_accents(b):
        return True
    if head and not person and _differ_in_ending(a, b):
        return False
    if a.replace("'", "") == b.replace("'", ""):
        return True
    if a[0] != b[0] or min(len(a), len(b)) < (SHORTEST_IN_PERSON if person else SHORTEST):
        return False
    if _single(a) == _single(b):
        return True
    if OSA.distance(a, b) != 1:
        return False
    changed = len(a) == len(b) and sorted(a) != sorted(b)
    return not changed or len(a) >= SHORTEST_CHANGED


def spaced_differently(a: str, b: str) -> bool:
    """Whether two forms of a name differ only in that one writes its words together, with a capital inside."""
    if a.count(" ") == b.count(" "):
        return False
    joined = min(a, b, key=lambda form: form.count(" "))
    return plain(a).replace(" ", "") == plain(b).replace(" ", "") and bool(_JOINER.match(joined.split(" ")[0]))


def _differ_in_ending(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and long[len(short) :] in ENDINGS:
        return True
    return short.endswith("y") and long == f"{short[:-1]}ies"


def _single(word: str) -> str:
    """Each doubled letter once."""
    return re.sub(r"(.)\1", r"\1", word)
