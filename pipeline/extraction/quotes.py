"""Quotes: each once, with every printing of it and how that differs from the canonical text."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.alignment import word_difference
from pipeline.extraction.printings import Printed, Printing, add_displayed, group
from pipeline.extraction.prose import Prose
from pipeline.extraction.quote_candidates import running_candidates
from pipeline.extraction.sections import section_id
from pipeline.extraction.speakers import Speakers
from pipeline.extraction.works import folded_words
from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.ids import identifiers
from pipeline.model.records import Occurrence, Person, Quote, SectionRecord, WordDifference


def extract_quotes(
    document: Document, prose: Prose, people: Sequence[Person], sections: Sequence[SectionRecord]
) -> list[Quote]:
    """All quotes in reading order of their canonical printing."""
    speakers = Speakers(prose, people)
    quotes = group(running_candidates(prose, speakers))
    add_displayed(prose, speakers, quotes)
    quotes.sort(key=lambda q: q.canonical.place)
    keys = [(q.canonical.text, f"{q.canonical.kind}\x1f{_speaker(q) or ''}") for q in quotes]
    ids = {person.name: person.id for person in people}
    return [_record(document, own, quote, ids, sections) for own, quote in zip(identifiers(keys), quotes, strict=True)]


def _record(
    document: Document, own: str, quote: Printed, people: dict[str, str], sections: Sequence[SectionRecord]
) -> Quote:
    canonical = quote.canonical.text
    occurrences = [_occurrence(document, canonical, p) for p in quote.printings]
    speaker = _speaker(quote)
    evidence = list(occurrences[0].evidence)
    named = next((c.speaker for c in quote.running if c.speaker), None)
    if named is not None:
        evidence += document.evidence(named.text, named.start, named.end, field="speaker")
    return Quote(
        id=own,
        text=canonical,
        kind=quote.canonical.kind,
        speaker=speaker,
        speaker_id=people.get(speaker) if speaker else None,
        section_id=section_id(sections, quote.canonical.section),
        occurrences=occurrences,
        pull_quotes=len(quote.displayed),
        variants=_variants(canonical, occurrences),
        evidence=evidence,
    )


def _speaker(quote: Printed) -> str | None:
    return next((c.speaker.name for c in quote.running if c.speaker), None)


def _occurrence(document: Document, canonical: str, printing: Printing) -> Occurrence:
    evidence: list[Evidence] = [e for text, start, end in printing.pieces for e in document.evidence(text, start, end)]
    steps = word_difference(canonical, printing.text)
    return Occurrence(
        text=printing.text,
        place=printing.place,
        difference=[
            WordDifference.model_validate({"op": op, "from": before, "to": after}) for op, before, after in steps
        ],
        evidence=evidence,
    )


def _variants(canonical: str, occurrences: Sequence[Occurrence]) -> list[str]:
    """Printings whose words are not those of the canonical text, each once, in order."""
    texts = dict.fromkeys(o.text for o in occurrences)
    known = {folded_words(canonical)}
    found = []
    for text in texts:
        if folded_words(text) not in known:
            known.add(folded_words(text))
            found.append(text)
    return found
