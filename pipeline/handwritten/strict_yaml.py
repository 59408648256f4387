"""YAML that people write by hand, read strictly: no aliases, no key twice, not deep, not long; with line numbers.

YAML's aliases let a small file stand for an enormous value ("billion laughs"), and its readers take the last of two
equal keys without a word. What a person writes needs neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import UsageError

MAX_BYTES = 1_048_576  # some thousand corrections; the default profile has about two thousand bytes
MAX_DEPTH = 8  # a profile's values lie two deep, a corrected value may be a list of records

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file's value, and the line (from 1) at which each key or list item stands."""

    file: Path
    value: Any
    lines: dict[Place, int]
    error: type[UsageError]

    def fail(self, place: Place, reason: str) -> UsageError:
        """The error that names file, line and key."""
        line = next((self.lines[place[:n]] for n in range(len(place), -1, -1) if place[:n] in self.lines), 1)
        key = ".".join(str(p) for p in place)
        return self.error(f"{self.file}, line {line}", f"{key}: {reason}" if key else reason)


def read_yaml(file: Path, error: type[UsageError]) -> Source:
    """The YAML of a file; an empty one holds an empty mapping. Raises `error`, which names file and line."""
    text = _text(file, error)
    try:
        _refuse_aliases_and_depth(file, text, error)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        lines = dict(_lines(file, node, error)) if node else {}
        value = yaml.safe_load(text)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        where = f"{file}, line {mark.line + 1}" if mark else str(file)
        raise error(where, f"it is no YAML: {fault.problem or fault.context}") from fault
    except (yaml.YAMLError, ValueError) as fault:
        raise error(str(file), f"it is no YAML: {' '.join(str(fault).split())}") from fault
    return Source(file, {} if value is None else value, lines, error)


def _text(file: Path, error: type[UsageError]) -> str:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as fault:
        raise error(str(file), f"it can't be read: {fault.strerror or fault}") from fault
    if len(data) > MAX_BYTES:
        raise error(str(file), f"it is longer than {MAX_BYTES} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        raise error(f"{file}, line {line}", "it is not UTF-8") from fault


def _refuse_aliases_and_depth(file: Path, text: str, error: type[UsageError]) -> None:
    """Before anything is built of it: the parser's events come one by one, whatever they would stand for."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise error(f"{file}, line {line}", f"*{event.anchor}: aliases are not taken; write the value out")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise error(f"{file}, line {line}", f"values lie more than {MAX_DEPTH} deep")


def _lines(file: Path, node: yaml.Node, error: type[UsageError], place: Place = ()) -> Iterator[tuple[Place, int]]:
    yield place, node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for i, item in enumerate(node.value):
            yield from _lines(file, item, error, (*place, i))
    elif isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            name = str(key.value)
            if name in seen:
                raise error(f"{file}, line {line}", f"{name}: the key stands in line {seen[name]} already")
            seen[name] = line
            yield from _lines(file, value, error, (*place, name))
            yield (*place, name), line
