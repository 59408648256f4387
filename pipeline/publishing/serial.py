"""Values as JSON and YAML text: UTF-8, LF line ends, keys in the models' order, the same bytes everywhere."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import yaml
from pydantic import BaseModel

UNFOLDED = 2**31  # PyYAML folds long strings at a width; folded text is hard to search and to compare


def plain(value: BaseModel | Sequence[BaseModel]) -> Any:
    """Records as plain dictionaries and lists, in the form in which they are written."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    return [item.model_dump(mode="json", by_alias=True) for item in value]


def to_json(value: Any) -> str:
    """Indented JSON, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def to_yaml(value: Any) -> str:
    """Block-style YAML 1.1 with the same data; strings that YAML would read otherwise are quoted."""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=UNFOLDED)


class _Dumper(yaml.SafeDumper):
    """The pure Python dumper (libyaml's folds differently), without anchors for equal values."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _numbers_in_one_line(dumper: _Dumper, value: list[Any]) -> yaml.Node:
    flow = bool(value) and all(isinstance(v, int | float) for v in value)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flow)


_Dumper.add_representer(list, _numbers_in_one_line)
