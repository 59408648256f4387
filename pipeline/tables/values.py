"""What kind of thing a cell says: a value (a number, a date, a dash for none, an address), or words."""

from __future__ import annotations

import re

# How captions, sources and notes begin in the languages of the reports at hand; they stand beside a table, not in it.
# A small word after that makes it a label: "Source of funds", "Table grapes".
CAPTION = re.compile(
    r"^\W*(?:table|tableau|tabelle|tabla|figure|fig\.|abbildung|chart|graph|exhibit|sources?|quellen?|fuentes?|notes?)\b"
    r"(?!\s+(?-i:(?!no\b|nr\b|n[°º]|[ivxlc]+\b)[a-z]{2}))",
    re.I,
)
# Signs for "nothing", "not available", "as above" or "yes" (The Chicago Manual of Style, 3.65-3.67), and letters in
# brackets for what is withheld, as statistical offices print them: (D), (NA).
_SIGNS = re.compile(
    r"^(?:[-–—−:.…*+x×✓✔•]|\.{2,}|-{2,}|n\.?\s?[ad]\.?|n/[as]|nil|none|s/o|[xyn]|\((?-i:[A-Z]{1,2})\))$", re.I
)
_LONGEST_SIGN = 4  # letters
# Also with a note's mark behind it ("2009 1/", as American offices set them).
_YEAR = re.compile(r"^(?:1[89]|20)\d\d(?:\s?[-–/]\s?(?:(?:1[89]|20)?\d\d))?(?:\s?[\da-z]/)?\W{0,3}$")
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^[\w.+-]+@[\w-]+\.[\w.-]+$", re.I)
_MAX_LETTERS = 3  # "12 km", "1.5 bn", "Q1 2009": a value may carry a unit, no words
_CURRENCY = re.compile(r"^(?:[A-Z]{3}|[A-Z]{0,2}[$€£¥])\s?[-–−]?\d[\d.,\s]*[a-z]{0,3}$")
_LEADERS = re.compile(r"(?:\s?[.·…_]){3,}\s*$")
# How a heading that is printed again over a further part says so, in the languages of the reports at hand: at its end,
# or after its name and number.
_GOES_ON = r"(?:cont(?:inued|inuation|['’]?d\b|\.)|fortsetzung|fortgesetzt|suite|continua(?:ción|zione)?|continuação)"
_CONTINUED = re.compile(rf"(?:^(?P<named>\w+\.?\s+[\w.]+)\W+{_GOES_ON}|\W+{_GOES_ON}\W*$)", re.I)


def says_continued(text: str) -> bool:
    """Whether a heading says that what stands under it goes on from before ("Costs—Continued", "Table 2 (cont.)")."""
    return _CONTINUED.search(text) is not None


def without_continued(text: str) -> str:
    """The heading as it was printed the first time, but for the signs around the word."""
    return _CONTINUED.sub(lambda match: match["named"] or "", text)


def is_value(text: str) -> bool:
    """Whether a cell's text is a value rather than words."""
    bare = text.strip()
    if not bare or (bare.isalpha() and len(bare) > _LONGEST_SIGN):
        return False
    if _SIGNS.match(bare) or _ADDRESS.match(bare):
        return True
    first = next((c for c in bare if c.isalnum()), "")
    if first.isalpha():  # "EU-15", "Q1 2009", "Table 5" are names, "EUR 5" is a value
        return bool(_CURRENCY.match(bare))
    digits = sum(c.isdigit() for c in bare)
    letters = sum(c.isalpha() for c in bare)
    return digits > 0 and (letters <= _MAX_LETTERS or digits > 2 * letters)


def is_year(text: str) -> bool:
    """Whether it is a year or a span of years: such values stand in headers, too."""
    return bool(_YEAR.match(text.strip()))


def without_leaders(text: str) -> str:
    """The text without a row of dots at its end."""
    return _LEADERS.sub("", text)
