"""The language of a document, from its own words.

py3langid (Lui and Baldwin, "langid.py", ACL 2012): naive Bayes over byte n-grams, a fixed model, so the same text gives
the same answer everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from pipeline.model.document import Element, ElementKind

SAMPLE = 20_000  # characters: more text changes no answer, only costs time
ENOUGH = 40  # characters of letters: a title alone is no evidence
CONFIDENT = 0.9  # probability among the languages below: mixed or broken text stays below it

# Languages in which reports are published and that the model tells apart; small ones with few readers among the 97 of
# the model would only take short or broken texts away from these.
LANGUAGES = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "he", "hi", "hr",
    "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "mk", "ms", "mt", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl",
    "sq", "sr", "sv", "sw", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip

_TEXT = (ElementKind.PARAGRAPH, ElementKind.LIST_ITEM, ElementKind.BLOCK_QUOTE, ElementKind.BOX)


def language_of(elements: Sequence[Element], declared: str | None) -> str | None:
    """The language as a BCP 47 tag; what the PDF declares where its words are too few or in doubt."""
    prose = " ".join(e.text.content for e in elements if e.kind in _TEXT)
    if not _says_enough(prose):
        prose = " ".join(e.text.content for e in elements)
    sample = prose[:SAMPLE]
    if _says_enough(sample):
        language, probability = _identifier().classify(sample)
        if probability >= CONFIDENT:
            return str(language)
    return declared or None


def _says_enough(text: str) -> bool:
    """Whether it has letters enough to tell a language by."""
    return sum(1 for _ in islice(filter(str.isalpha, text), ENOUGH)) == ENOUGH


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier
