"""Is the report in a language that the rules of extraction know?"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.validation.material import Material
from pipeline.validation.registry import Check, Observation

SUPPORTED = "en"  # the primary subtag (BCP 47) of the language whose grammar the extraction rules know


def language_not_supported(material: Material) -> Iterator[Observation]:
    """A language other than English."""
    language = material.document.language
    if language is not None and language.split("-")[0].casefold() != SUPPORTED:
        yield Observation(
            f"The text's language is “{language}”. Sections, tables and footnotes are given; what needs the grammar of "
            "the language (people, quotes, statistics) is left out, not guessed.",
            (language,),
            material.evidence(material.document.title),
        )


CHECKS = (
    Check(
        "language-not-supported",
        "warning",
        "The report is in a language that extraction does not know.",
        "The language is recognised from the text's own words; the rules that find people, quotes and figures are "
        "those of English.",
        "Use sections, tables, footnotes and the document; for the rest, read the report.",
        language_not_supported,
    ),
)
