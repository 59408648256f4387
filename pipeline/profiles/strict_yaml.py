"""YAML that people write by hand, read strictly: no aliases, no key twice, not deep, not long; with line numbers.

YAML's aliases let a small file stand for an enormous value ("billion laughs"), and its readers take the last of two
equal keys without a word. A profile needs neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import ProfileError

MAX_BYTES = 65_536  # the default profile, the longest there is, has about two thousand
MAX_DEPTH = 8  # a profile's values lie two deep

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file's value, and the line (from 1) at which each key or list item stands."""

    file: Path
    value: Any
    lines: dict[Place, int]

    def fail(self, place: Place, reason: str) -> ProfileError:
        """The error that names file, line and key."""
        line = next((self.lines[place[:n]] for n in range(len(place), -1, -1) if place[:n] in self.lines), 1)
        key = ".".join(str(p) for p in place)
        return ProfileError(f"{self.file}, line {line}", f"{key}: {reason}" if key else reason)


def read_yaml(file: Path) -> Source:
    """The YAML of a file; an empty one holds an empty mapping. Raises ProfileError."""
    text = _text(file)
    try:
        _refuse_aliases_and_depth(file, text)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        lines = dict(_lines(file, node)) if node else {}
        value = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{file}, line {mark.line + 1}" if mark else str(file)
        raise ProfileError(where, f"it is no YAML: {error.problem or error.context}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise ProfileError(str(file), f"it is no YAML: {' '.join(str(error).split())}") from error
    return Source(file, {} if value is None else value, lines)


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise ProfileError(str(file), f"it can't be read: {error.strerror or error}") from error
    if len(data) > MAX_BYTES:
        raise ProfileError(str(file), f"it is longer than {MAX_BYTES} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ProfileError(f"{file}, line {line}", "it is not UTF-8") from error


def _refuse_aliases_and_depth(file: Path, text: str) -> None:
    """Before anything is built of it: the parser's events come one by one, whatever they would stand for."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise ProfileError(f"{file}, line {line}", f"*{event.anchor}: aliases are not taken; write the value out")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise ProfileError(f"{file}, line {line}", f"values lie more than {MAX_DEPTH} deep")


def _lines(file: Path, node: yaml.Node, place: Place = ()) -> Iterator[tuple[Place, int]]:
    yield place, node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for i, item in enumerate(node.value):
            yield from _lines(file, item, (*place, i))
    elif isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            name = str(key.value)
            if name in seen:
                raise ProfileError(f"{file}, line {line}", f"{name}: the key stands in line {seen[name]} already")
            seen[name] = line
            yield from _lines(file, value, (*place, name))
            yield (*place, name), line
