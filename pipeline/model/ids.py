"""Ids made from content: the same record has the same id in every edition and every run."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

SLUG_WORDS = 8  # long enough to be recognised by a person, short enough for a file name or an address
HASH_DIGITS = 8  # 32 bits: two of the at most some thousand records of one dataset do not meet by chance

_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "ð": "d"})


def slug(text: str, words: int = SLUG_WORDS) -> str:
    """The first words of a text in `[a-z0-9]+(-[a-z0-9]+)*`; "x" and a hash where it has no Latin letter or digit."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"(?<=[a-z])['\u2019](?=[a-z])", "", plain)
    found = re.findall(r"[a-z0-9]+", plain)[:words]
    return "-".join(found) if found else f"x{content_hash(text)}"


def content_hash(*parts: object) -> str:
    """A short hash of what a record says."""
    joined = "\x1f".join(unicodedata.normalize("NFC", str(part)) for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:HASH_DIGITS]


def identifiers(keys: Sequence[tuple[str, str]]) -> list[str]:
    """An id for each (readable text, everything that tells the record from others).

    Where a slug says the whole readable text and is unique, it is the id; where several records share it, or words were
    cut off, a hash of the whole is added. Records alike in everything are numbered in their order.
    """
    slugs = [slug(readable) for readable, _ in keys]
    whole = [slug(readable, words=10_000) for readable, _ in keys]
    shared = Counter(slugs)
    ids = [
        s if shared[s] == 1 and s == w else f"{s}-{content_hash(readable, rest)}"
        for s, w, (readable, rest) in zip(slugs, whole, keys, strict=True)
    ]
    seen: Counter[str] = Counter()
    out = []
    for i in ids:
        seen[i] += 1
        out.append(i if seen[i] == 1 else f"{i}-{seen[i]}")
    return out
