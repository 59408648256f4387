"""Values as JSON and YAML text: UTF-8, LF line ends, keys in the models' order, the same bytes everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pydantic_core
import yaml
from pydantic import BaseModel

UNFOLDED = 2**31 - 1  # PyYAML folds long strings at a width; folded text is hard to search and to compare
FURTHER_PLANE, NEXT_LINE = "\\U000", "\\N"  # how libyaml escapes them


def plain(value: BaseModel | Sequence[BaseModel]) -> Any:
    """Records as plain dictionaries and lists, in the form in which they are written."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    return [item.model_dump(mode="json", by_alias=True) for item in value]


def to_json(value: Any) -> str:
    """Records, or plain values, as indented JSON, letters as they are."""
    return pydantic_core.to_json(value, indent=2, by_alias=True).decode() + "\n"


def to_yaml(value: Any) -> str:
    """Block-style YAML 1.1 with the same data; strings that YAML would read otherwise are quoted.

    libyaml writes it, five times as fast as PyYAML itself and to the same bytes but for one thing: it escapes the
    letters of Unicode's further planes. (PyYAML alone loses U+0085.)
    """
    written = _dumped(value, _FastDumper)
    return _dumped(value, _Dumper) if FURTHER_PLANE in written and NEXT_LINE not in written else written


def _dumped(value: Any, dumper: type[_Dumper | _FastDumper]) -> str:
    text: str = yaml.dump(value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=UNFOLDED)
    return text


class _Whole:
    """No anchors for equal values."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


class _Dumper(_Whole, yaml.SafeDumper):
    """PyYAML's own."""


class _FastDumper(_Whole, getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # not in every build
    """libyaml's."""


def _numbers_in_one_line(dumper: Any, value: list[Any]) -> yaml.Node:
    flow = bool(value) and all(isinstance(v, int | float) for v in value)
    node: yaml.Node = dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flow)
    return node


_Dumper.add_representer(list, _numbers_in_one_line)
_FastDumper.add_representer(list, _numbers_in_one_line)
