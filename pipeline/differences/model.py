"""What changed, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.alignment.difference import Step


@dataclass(frozen=True, slots=True)
class Named:
    """A record that only one of the two has: its id, and what it is called."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that differs: the way to it (`role`, `rows.3.1`), both values, and the words of both in steps."""

    field: str
    before: Any
    after: Any
    words: tuple[Step, ...]

    @property
    def marks_only(self) -> bool:
        """Whether no word differs, but only marks, spaces or the kind of value."""
        return all(operation == "equal" for operation, _, _ in self.words)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that both have and that differs. `before_id` is its former id, where that is another."""

    id: str
    before_id: str
    label: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class DatasetDifference:
    """What changed in one dataset. `moved` are records whose evidence alone differs: the text stands elsewhere."""

    name: str
    added: tuple[Named, ...] = ()
    removed: tuple[Named, ...] = ()
    changed: tuple[RecordChange, ...] = ()
    moved: tuple[Named, ...] = ()

    @property
    def same(self) -> bool:
        """Whether the records say the same, wherever they stand."""
        return not (self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class Differences:
    """All that changed between two outputs. `findings` is None where findings were not compared."""

    before: str
    after: str
    datasets: tuple[DatasetDifference, ...]
    findings: DatasetDifference | None = None
    warnings: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing changed that was asked for; moved evidence is no change."""
        return all(d.same for d in self.datasets) and (self.findings is None or self.findings.same)
