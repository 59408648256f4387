"""Corrections appended to a file that people keep: what stands there, comments and all, is not touched."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from pipeline.corrections.loading import load_corrections
from pipeline.corrections.values import NoSuchValue, value_at, with_value
from pipeline.errors import CorrectionsError, OutputError, UsageError
from pipeline.model.corrections import Correction
from pipeline.model.records import DATASETS

_KEY = re.compile(r"^corrections:[ \t]*(?P<rest>.*)$", re.M)
_EMPTY = re.compile(r"^(?:\[\s*\])?\s*(?P<comment>#.*)?$")
_NEXT_KEY = re.compile(r"^[^\s#-]", re.M)
_ITEM = re.compile(r"^(?P<indent>[ \t]*)- ", re.M)
HEAD = "# What people say about this report's values. See docs/corrections.md.\n"


def correction_for(folder: Path, identifier: str, field: str, value: str, *, reason: str, by: str) -> Correction:
    """The correction of one value of an output folder.

    `identifier` is a record's id, or dataset/id where several datasets have it. `value` is text where the schema allows
    text there, else JSON ("12", "null", "[\"a\"]"). Raises UsageError where there is no such record or key, where it
    stands in several datasets, has that value already, or where the schema allows no such value.
    """
    dataset, _, name = identifier.rpartition("/")
    found = [(d, row) for d in ([dataset] if dataset else DATASETS) for row in _rows(folder, d) if row["id"] == name]
    if not found:
        raise UsageError(str(folder), f"no dataset has a record {identifier}", "Look its id up in the JSON files.")
    if len(found) > 1:
        places = ", ".join(f"{d}/{name}" for d, _ in found)
        raise UsageError(str(folder), f"the id {name} stands in several datasets", f"Name one of {places}.")
    dataset, row = found[0]
    try:
        present = value_at(row, field)
    except NoSuchValue as error:
        keys = ", ".join(key for key in row if key not in ("id", "evidence", "corrected"))
        raise UsageError(f"{dataset}/{name}", str(error), f"Its keys are {keys}.") from error
    meant = _meant(f"{dataset}/{name}", row, field, value)
    if meant == present:
        raise UsageError(f"{dataset}/{name}", f"its {field} is {value!r} already", "There is nothing to correct.")
    said = {"dataset": dataset, "id": name, "field": field, "from": present, "to": meant, "reason": reason, "by": by}
    try:
        return Correction.model_validate(said)
    except ValidationError as error:
        wrong = error.errors()[0]
        key = ".".join(str(part) for part in wrong["loc"])
        raise UsageError(f"{dataset}/{name}", f"its {key}: {wrong['msg']}", "See docs/corrections.md.") from error


def append_correction(path: Path, correction: Correction) -> None:
    """Add a correction to a file (made where there is none), leaving every other byte of it as it is.

    Raises CorrectionsError where the file breaks its schema before, OutputError where it can't be written.
    """
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if text.strip():
        load_corrections(path)
    _replace(path, _with_item(path, text, correction))


def _with_item(path: Path, text: str, correction: Correction) -> str:
    key = _KEY.search(text)
    if key is None:
        gap = "" if not text or text.endswith("\n") else "\n"
        return f"{text or HEAD}{gap}corrections:\n{_item(correction, '  ')}"
    if not _EMPTY.match(key["rest"]):
        raise CorrectionsError(str(path), "the corrections stand in one line", "Write each as an item of its own.")
    following = _NEXT_KEY.search(text, key.end())
    end = following.start() if following else len(text)
    block = text[key.end() : end]
    kept = block.rstrip("\n")
    first = _ITEM.search(block)
    comment = f" {_EMPTY.match(key['rest'])['comment']}" if "#" in key["rest"] else ""  # type: ignore[index]
    item = _item(correction, first["indent"] if first else "  ")
    tail = "\n" if following else ""
    return f"{text[: key.start()]}corrections:{comment}{kept}\n{item}{tail}{text[end:]}"


def _item(correction: Correction, indent: str) -> str:
    plain = correction.model_dump(mode="json", by_alias=True)
    lines = yaml.safe_dump([plain], allow_unicode=True, sort_keys=False, width=2**31).splitlines()
    return "".join(f"{indent}{line}\n" for line in lines)


def _replace(path: Path, text: str) -> None:
    """Write beside, check, then rename: the file is the old one or the new one, never half of either."""
    staged = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with staged.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        load_corrections(staged)
        staged.replace(path)
    except OSError as error:
        raise OutputError(str(path), f"it can't be written: {error.strerror or error}") from error
    finally:
        staged.unlink(missing_ok=True)


def _rows(folder: Path, dataset: str) -> list[dict[str, Any]]:
    path = folder / f"{dataset}.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError(str(path), "there is no such file", "Give the folder that a run has written.") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise UsageError(str(path), "it is no JSON", "Run the report again.") from error
    return data if isinstance(data, list) else [data]


def _meant(record: str, row: dict[str, Any], field: str, value: str) -> Any:
    """What a word of the command line means: the first of its readings that leaves the record a record."""
    refusals = []
    for reading in _readings(value, value_at(row, field)):
        try:
            corrected = json.dumps(with_value(row, field, reading))
            DATASETS[record.split("/")[0]].model_validate_json(corrected, strict=True)
        except ValidationError as error:
            refusals.append(error.errors()[0]["msg"])
        else:
            return reading
    remedy = "Give a value that docs/datasets.md allows there."
    raise UsageError(record, f"its {field} can't be {value!r} ({refusals[0]})", remedy)


def _readings(value: str, present: Any) -> list[Any]:
    """A word as text and as JSON; lists and null are hardly ever meant as text, nor is a number where one stands."""
    try:
        read = json.loads(value)
    except json.JSONDecodeError:
        return [value]
    text_first = isinstance(read, int | float | bool) and (present is None or isinstance(present, str))
    return [value, read] if text_first else [read, value]
