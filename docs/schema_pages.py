"""`docs/datasets.md` and `docs/files.md`: each field of each schema, with examples from the committed output."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.model.records import DATASETS
from pipeline.schemas import SCHEMA_VERSION, schema_for

EXAMPLES = Path(__file__).parents[1] / "output" / "voices-from-the-field"
SHORT = 110  # characters of an example's text
FEW = 2  # items of an example's list

CAVEATS = {
    "contents": "Page numbers are those that the list prints; a finding says where a heading stands elsewhere.",
    "people": "Authors of works that notes refer to are in `references`. Roles and organizations are as printed "
    "nearest the name; where the text leaves doubt, they are null.",
    "quotes": "A quote is one record however often it is printed. `occurrences` has each printing; a pull-quote may "
    "be trimmed or changed, and `difference` says by words how.",
    "organizations": "Two spellings are two records, tied by the finding `name-variant`. `mentions` counts running "
    "text and notes, not headings, pull-quotes and the table's own cells.",
    "statistics": "Years, dates and cells of numeric tables are no statistics. `value` is in `unit`: 70 is 70 percent.",
    "tables": "`rows` has null where a spanning cell covers a position; `spans` says which. Cells are text; numbers "
    "are not converted.",
    "report": "One object, not a list.",
}

FILES = {
    "document": "`document.json`: the whole text, of which `document.md` is the readable form.",
    "validation-report": "`validation/report.json`: what to know before trusting the datasets. The codes are explained "
    "in [checks.md](checks.md); `validation/report.html` shows each on its page.",
    "ledger": "`validation/ledger.json`: what became of every glyph.",
    "profile": "`pipeline/profiles/NAME.yaml`, or what `--profile` names: see [profiles.md](profiles.md).",
    "corrections": "`corrections/NAME.yaml`: see [corrections.md](corrections.md).",
}

FILES_HEAD = """# The other files

This page is made from the JSON Schemas in `schemas/` by `make docs`. The datasets are in [datasets.md](datasets.md).

`datapackage.json` follows the Data Package standard, version 2.0 (https://datapackage.org): a resource for each
dataset with its schema, hash, bytes and rows, licence, contributors and source. What it adds: `attribution` (the
sentence that CC BY asks for), and `pipeline` with the versions and the hash of every file.

Boxes are `[x0, top, x1, bottom]` in PDF points (1/72 inch), counted from the top left corner of the page as it is
shown. Pages are counted from 1.
"""

HEAD = f"""# The datasets

This page is made from the JSON Schemas in `schemas/` by `make docs`. Schema version {SCHEMA_VERSION}.

Each dataset is `NAME.json`, a list of records, and `NAME.yaml`, the same data. All have these conventions:

- Text is as printed, with line breaks and hyphenation undone, single spaces, Unicode NFC.
- What is not known is `null` or an empty list; no key is ever missing, and none is ever added without a new version.
- `id` is unique in its dataset and made from what the record says: the same in every run and every edition.
- Beside a name stands the id of the record that it names: `speaker_id`, `organization_id`, `section_id`, ...
- `evidence` says where on the page it is printed (see [Evidence](#evidence)); `corrected` what a person changed.

Versions are semantic. A key removed, renamed or given another meaning is a new major version; a new key, dataset or
finding code is a new minor one; a better value under the same key is none. CHANGELOG.md tells of each.
"""


def datasets_markdown() -> str:
    """The page."""
    return "\n".join(_lines()) + "\n"


def files_markdown() -> str:
    """The page of the files that are no datasets."""
    return "\n".join(_file_lines()) + "\n"


def _file_lines() -> Iterator[str]:
    yield FILES_HEAD
    for name, where in FILES.items():
        schema = schema_for(name)
        yield f"## {name}\n"
        yield f"{where} {schema['description']}\n"
        yield from _fields(schema)
        for part, body in sorted(schema.get("$defs", {}).items()):
            yield f"### {part}\n"
            yield f"{body['description']}\n"
            yield from _fields(body)


def _lines() -> Iterator[str]:
    yield HEAD
    parts: dict[str, Any] = {}
    for name, record in DATASETS.items():
        schema = schema_for(name)
        definitions = schema.get("$defs", {})
        body = definitions.pop(record.__name__) if record.__name__ in definitions else schema
        parts |= definitions
        yield f"## {name}\n"
        yield f"{schema['description']} {CAVEATS.get(name, '')}".strip() + "\n"
        yield from _fields(body)
        yield from _example(name)
    yield "# Parts of records\n"
    for name in sorted(parts):
        yield f"## {name}\n"
        yield f"{parts[name]['description']}\n"
        yield from _fields(parts[name])


def _fields(body: dict[str, Any]) -> Iterator[str]:
    yield "| field | type | meaning |"
    yield "|---|---|---|"
    for key, prop in body["properties"].items():
        yield f"| `{key}` | {_type(prop)} | {prop.get('description', '')} |"
    yield ""


def _type(prop: dict[str, Any]) -> str:
    """The type in words; parts of records as links."""
    if "$ref" in prop:
        name = prop["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.casefold()})"
    if "enum" in prop:
        return ", ".join(f"`{value}`" for value in prop["enum"])
    if "anyOf" in prop:
        return " or ".join(dict.fromkeys(_type(kind) for kind in prop["anyOf"]))
    if prop.get("type") == "array":
        return f"list of {_type(prop.get('items', {}))}"
    kind: str = prop.get("type", "any value")
    return f"{kind} ({prop['format']})" if "format" in prop else kind


def _example(name: str) -> Iterator[str]:
    path = EXAMPLES / f"{name}.json"
    value = json.loads(path.read_text(encoding="utf-8"))
    if value:
        record = value if isinstance(value, dict) else value[0]
        yield "```json"
        yield json.dumps(_shortened(record), ensure_ascii=False, indent=2)
        yield "```\n"


def _shortened(value: Any) -> Any:
    if isinstance(value, str) and len(value) > SHORT:
        return value[:SHORT].rsplit(" ", 1)[0] + " …"
    if isinstance(value, list):
        return [_shortened(v) for v in value[:FEW]]
    if isinstance(value, dict):
        return {k: _shortened(v) for k, v in value.items() if k not in ("evidence", "cell_evidence")}
    return value
