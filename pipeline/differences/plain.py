"""Differences as text for a terminal, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.alignment.difference import Step
from pipeline.differences.model import DatasetDifference, Differences, FieldChange, RecordChange

LABEL = 72  # characters of a record's name in a list
CONTEXT = 4  # words that are kept beside a difference; more of what is the same is cut


def render_text(differences: Differences, *, moved: bool = False) -> str:
    """The differences as lines; with `moved` also the records whose evidence alone differs."""
    lines = [f"warning: {warning}" for warning in differences.warnings]
    for dataset in _compared(differences):
        if not dataset.same or (moved and dataset.moved):
            lines += _dataset_lines(dataset, moved)
    lines += summary_lines(differences)
    return "\n".join(lines) + "\n"


def summary_lines(differences: Differences) -> list[str]:
    """Two lines: what changed in all, and in which datasets."""
    compared = _compared(differences)
    parts = [f"{d.name} {_signs(d)}" for d in compared if not d.same]
    moved = sum(len(d.moved) for d in differences.datasets)
    elsewhere = f"; {_count(moved, 'record')} only moved" if moved else ""
    if not parts:
        return [f"No record differs{elsewhere}.", "Datasets that changed: none."]
    added, removed, changed = (sum(len(getattr(d, kind)) for d in compared) for kind in ("added", "removed", "changed"))
    total = f"{_count(added, 'record')} added, {removed} removed, {changed} changed{elsewhere}."
    return [total, f"Datasets that changed: {', '.join(parts)}."]


def render_json(differences: Differences) -> str:
    """The differences as JSON, indented."""
    value: dict[str, Any] = {
        "before": differences.before,
        "after": differences.after,
        "same": differences.same,
        "warnings": list(differences.warnings),
        "datasets": {d.name: _plain(d) for d in differences.datasets},
    }
    if differences.findings is not None:
        value["findings"] = _plain(differences.findings)
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def excerpt(words: Sequence[Step]) -> list[Step]:
    """The steps with long stretches that are the same cut to a few words beside the differences."""
    cut: list[Step] = []
    for i, (operation, before, after) in enumerate(words):
        if operation != "equal":
            cut.append((operation, before, after))
            continue
        same = after.split()
        head = same[:CONTEXT] if i > 0 else []
        tail = same[-CONTEXT:] if i < len(words) - 1 else []
        kept = after if len(same) <= len(head) + len(tail) else " ".join([*head, "…", *tail])
        cut.append(("equal", kept, kept))
    return cut


def _compared(differences: Differences) -> list[DatasetDifference]:
    return [*differences.datasets, *([differences.findings] if differences.findings is not None else [])]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _signs(dataset: DatasetDifference) -> str:
    counts = (("+", len(dataset.added)), ("-", len(dataset.removed)), ("~", len(dataset.changed)))
    return " ".join(f"{sign}{count}" for sign, count in counts if count)


def _dataset_lines(dataset: DatasetDifference, moved: bool) -> Iterator[str]:
    yield f"{dataset.name}: {_signs(dataset) or 'the same'}"
    for sign, named in (("+", dataset.added), ("-", dataset.removed), ("=", dataset.moved if moved else ())):
        for record in named:
            yield f"  {sign} {record.id}  {_short(record.label)}{'  (moved)' if sign == '=' else ''}"
    for changed in dataset.changed:
        yield from _record_lines(changed)


def _record_lines(record: RecordChange) -> Iterator[str]:
    formerly = f"  (formerly {record.before_id})" if record.before_id != record.id else ""
    yield f"  ~ {record.id}  {_short(record.label)}{formerly}"
    for change in record.changes:
        yield f"      {change.field}: {_words(change)}"


def _words(change: FieldChange) -> str:
    """Words taken away in [-…-], words put there in {+…+}, as `git diff --word-diff` writes them."""
    if change.marks_only:
        return f"{_json(change.before)} → {_json(change.after)}"
    parts = []
    for operation, before, after in excerpt(change.words):
        if operation == "equal":
            parts.append(after)
            continue
        parts += [f"[-{before}-]"] if before else []
        parts += [f"{{+{after}+}}"] if after else []
    return " ".join(parts)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _short(label: str) -> str:
    return label if len(label) <= LABEL else f"{label[: LABEL - 1]}…"


def _plain(dataset: DatasetDifference) -> dict[str, Any]:
    return {
        "added": [{"id": n.id, "label": n.label} for n in dataset.added],
        "removed": [{"id": n.id, "label": n.label} for n in dataset.removed],
        "changed": [
            {
                "id": c.id,
                "before_id": c.before_id,
                "label": c.label,
                "changes": [
                    {
                        "field": f.field,
                        "from": f.before,
                        "to": f.after,
                        "words": [{"op": op, "from": a, "to": b} for op, a, b in f.words if op != "equal"],
                    }
                    for f in c.changes
                ],
            }
            for c in dataset.changed
        ],
        "moved": [{"id": n.id, "label": n.label} for n in dataset.moved],
    }
