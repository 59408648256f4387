"""Two outputs compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.alignment.difference import word_steps
from pipeline.differences.matching import Matching, label, match
from pipeline.differences.model import DatasetDifference, Differences, FieldChange, Named, RecordChange
from pipeline.differences.outputs import Output, Row, read_output
from pipeline.model.records import DATASETS, REFERENCES

# Where something stands is compared apart; which file it was read from is no difference of what is said.
PLACES = frozenset({"evidence", "cell_evidence"})
NOT_SAID = PLACES | {"id", "source_file"}
# A typesetter may number headings; that one edition does and the other does not is no difference of the text.
TYPOGRAPHIC = {("sections", "number")}

Ids = Mapping[str, Mapping[str, str]]


def diff_outputs(before: Path, after: Path, *, findings: bool = False) -> Differences:
    """What changed from one output folder to another: records added, removed and changed, and evidence moved.

    Records are matched by id, and where ids changed by the likeness of their text. Keys that name other records are
    the same where these are matched. Findings are compared only where asked for. Both folders are read as they stand;
    what is odd about them is in `warnings`. Raises UsageError where a folder is no output.
    """
    return compare(read_output(before), read_output(after), findings=findings)


def compare(old: Output, new: Output, *, findings: bool = False) -> Differences:
    """The same for two outputs that have been read."""
    matched = {name: match(old.datasets[name], new.datasets[name]) for name in DATASETS}
    later_ids = {name: {str(a.get("id")): str(b.get("id")) for a, b in m.pairs} for name, m in matched.items()}
    datasets = tuple(_difference(name, matched[name], later_ids) for name in DATASETS)
    told = _difference("findings", match(old.findings, new.findings), {}) if findings else None
    return Differences(str(old.folder), str(new.folder), datasets, told, (*old.warnings, *new.warnings))


def _difference(name: str, matching: Matching, later_ids: Ids) -> DatasetDifference:
    changed, moved = [], []
    for a, b in matching.pairs:
        changes = tuple(_changes(name, a, b, later_ids))
        if changes:
            changed.append(RecordChange(str(b.get("id")), str(a.get("id")), label(b), changes))
        elif _places(a) != _places(b):
            moved.append(_named(b))
    return DatasetDifference(
        name,
        added=tuple(_named(row) for row in matching.added),
        removed=tuple(_named(row) for row in matching.removed),
        changed=tuple(changed),
        moved=tuple(moved),
    )


def _named(row: Row) -> Named:
    return Named(str(row.get("id")), label(row))


def _changes(name: str, before: Row, after: Row, later_ids: Ids) -> Iterator[FieldChange]:
    targets = {key: target for dataset, key, target in REFERENCES if dataset == name}
    for key in [*before, *(key for key in after if key not in before)]:
        if key in NOT_SAID:
            continue
        a, b = before.get(key), after.get(key)
        if key in targets:
            a = _translated(a, later_ids.get(targets[key], {}))
        if (name, key) in TYPOGRAPHIC and (a is None or b is None):
            continue
        yield from _compare(key, a, b)


def _translated(value: Any, ids: Mapping[str, str]) -> Any:
    """An id (or a list of them) as it is called in the later output."""
    return [ids.get(v, v) for v in value] if isinstance(value, list) else ids.get(value, value)


def _compare(field: str, before: Any, after: Any) -> Iterator[FieldChange]:
    """The innermost values that differ; lists of different length are one value."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*before, *(key for key in after if key not in before)]:
            if key not in NOT_SAID:
                yield from _compare(f"{field}.{key}", before.get(key), after.get(key))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for i, (a, b) in enumerate(zip(before, after, strict=True)):
            yield from _compare(f"{field}.{i}", a, b)
    elif _said(before) != _said(after):
        yield FieldChange(field, before, after, tuple(word_steps(_text(before), _text(after))))


def _said(value: Any) -> Any:
    """A value without where its parts stand."""
    if isinstance(value, dict):
        return {key: _said(inner) for key, inner in value.items() if key not in NOT_SAID}
    return [_said(inner) for inner in value] if isinstance(value, list) else value


def _text(value: Any) -> str:
    """A value as words: the parts of a list or record one after the other."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return _text([inner for key, inner in value.items() if key not in NOT_SAID])
    if isinstance(value, list):
        return "; ".join(text for inner in value if (text := _text(inner)))
    return str(value)


def _places(value: Any) -> Any:
    """All evidence inside a value, in order."""
    if isinstance(value, dict):
        return [inner if key in PLACES else _places(inner) for key, inner in value.items()]
    return [_places(inner) for inner in value] if isinstance(value, list) else None
