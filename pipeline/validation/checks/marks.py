"""Straight and curly quotation marks in one report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.document import ElementKind
from pipeline.validation.material import RUNNING, Material, Passage
from pipeline.validation.registry import Check, Observation
from pipeline.validation.words import around

# A pair of marks around words. Inches and seconds (5") have no partner before them; after an operator, and after a word
# with its bracket (call("x")), stands code.
_STRAIGHT = re.compile(r'(?<![\w"])(?<!\w\()(?<![=<>+|&]\s)(?<![=<>+|&])"[^\W_][^"“”]{0,400}?"(?!\w)')
_CURLY = re.compile(r"“[^\"“”]{1,400}”")


def mixed_quotation_marks(material: Material) -> Iterator[Observation]:
    """Quotations in straight and in curly marks."""
    read = [p for p in material.passages if p.kind in RUNNING or p.kind is ElementKind.NOTE]
    straight, curly = _found(_STRAIGHT, read), _found(_CURLY, read)
    if straight and curly:
        few = min((len(straight), "straight"), (len(curly), "curly"))
        spots = (straight[0], curly[0])
        spans = [around(p.text.content, start, start + 1, before=1, after=1) for p, start in spots]
        yield Observation(
            f"Quotations stand in straight marks ({len(straight)}) and in curly ones ({len(curly)}); the {few[1]} ones "
            "are the fewer.",
            tuple(p.text.content[a:b] for (p, _), (a, b) in zip(spots, spans, strict=True)),
            tuple(e for (p, _), (a, b) in zip(spots, spans, strict=True) for e in material.evidence(p.text, a, b)),
        )


def _found(pattern: re.Pattern[str], passages: list[Passage]) -> list[tuple[Passage, int]]:
    """Where quotations begin; type of one width is code, where straight marks mean something else."""
    return [
        (p, m.start())
        for p in passages
        for m in pattern.finditer(p.text.content)
        if not any(start <= m.start() < end and style.fixed_pitch for start, end, style in p.text.styles())
    ]


CHECKS = (
    Check(
        "mixed-quotation-marks",
        "source",
        "Straight and curly quotation marks are mixed.",
        "In running text and notes (code aside), at least one quotation stands in a pair of straight marks and one "
        "in curly ones.",
        "Search for both kinds of marks. The datasets keep each as it is printed.",
        mixed_quotation_marks,
    ),
)
