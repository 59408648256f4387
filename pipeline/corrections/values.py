"""Values inside a record by their path: `role`, `authors.0.name`, `rows.3.1`."""

from __future__ import annotations

from typing import Any

# Ids, evidence and what was corrected are not for people to write: they say where a value comes from.
NOT_WRITABLE = frozenset({"id", "evidence", "cell_evidence", "corrected"})


class NoSuchValue(LookupError):
    """A path that leads nowhere; the message says where it ends."""


def value_at(record: dict[str, Any], path: str) -> Any:
    """The value that a path leads to. Raises NoSuchValue."""
    value: Any = record
    for part in _parts(path):
        value = _step(value, part, path)
    return value


def with_value(record: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The record with another value there; the one given is not changed. Raises NoSuchValue."""
    value_at(record, path)
    replaced: dict[str, Any] = _replaced(record, _parts(path), value)
    return replaced


def _parts(path: str) -> list[str]:
    parts = path.split(".")
    if not NOT_WRITABLE.isdisjoint(parts):
        raise NoSuchValue(f"{path} is not for people to write")
    return parts


def _step(value: Any, part: str, path: str) -> Any:
    if isinstance(value, dict) and part in value:
        return value[part]
    if isinstance(value, list) and part.isdecimal() and int(part) < len(value):
        return value[int(part)]
    raise NoSuchValue(f"there is no {part} in {path}" if part != path else f"there is no key {part}")


def _replaced(value: Any, parts: list[str], new: Any) -> Any:
    if not parts:
        return new
    head, *rest = parts
    if isinstance(value, dict):
        return {key: _replaced(inner, rest, new) if key == head else inner for key, inner in value.items()}
    return [_replaced(inner, rest, new) if i == int(head) else inner for i, inner in enumerate(value)]
