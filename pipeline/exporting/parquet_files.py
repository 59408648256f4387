"""Parquet with nested columns, for DuckDB, pandas, Polars and Arrow.

As one file it holds one row: a report, with a column of records for each dataset, so that many reports are one query
(`SELECT report.title, unnest(people) FROM 'output/*.parquet'`). As a folder it holds a file for each dataset.
"""

from __future__ import annotations

import io
import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from pipeline.errors import UsageError
from pipeline.exporting.any_record import as_json
from pipeline.exporting.folder import Output
from pipeline.model.records import DATASETS

EXTRA = "Install it with: pip install 'report-pipeline[parquet]'."


def parquet_file(output: Output) -> bytes:
    """All datasets as one row of one file."""
    arrow = _arrow()
    columns = {}
    for name, records in output.records.items():
        kind = _type(DATASETS[name], arrow)
        values = [_value(record, DATASETS[name]) for record in records]
        single = name == "report"
        columns[name] = arrow.array([values[0] if single else values], type=kind if single else arrow.list_(kind))
    return _written(arrow.table(columns))


def parquet_files(output: Output) -> dict[str, bytes]:
    """Each dataset as a file of its own, a record a row."""
    arrow = _arrow()
    files = {}
    for name, records in output.records.items():
        fields = [arrow.field(key, kind) for key, kind in _fields(DATASETS[name], arrow)]
        rows = [_value(record, DATASETS[name]) for record in records]
        files[f"{name}.parquet"] = _written(arrow.Table.from_pylist(rows, schema=arrow.schema(fields)))
    return files


def _arrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise UsageError("export", "Parquet needs pyarrow, which is not installed", EXTRA) from error
    return pyarrow


def _written(table: Any) -> bytes:
    from pyarrow import parquet

    buffer = io.BytesIO()
    parquet.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()


def _fields(model: type[BaseModel], arrow: Any) -> list[tuple[str, Any]]:
    return [
        (info.serialization_alias or info.alias or key, _type(info.annotation, arrow))
        for key, info in model.model_fields.items()
    ]


def _type(annotation: Any, arrow: Any) -> Any:
    """The Arrow type of a field; what can be number or word is a string, what can be anything is JSON in a string."""
    kind = _bare(annotation)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return arrow.struct([arrow.field(name, inner) for name, inner in _fields(kind, arrow)])
    if get_origin(kind) is list:
        return arrow.list_(_type(get_args(kind)[0], arrow))
    return {int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}.get(kind, arrow.string())


def _bare(annotation: Any) -> Any:
    """A type without None and metadata; int | float is float, other unions are str."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _bare(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        options = {_bare(option) for option in get_args(annotation) if option is not type(None)}
        if len(options) == 1:
            return options.pop()
        return float if options == {int, float} else str
    return str if origin is Literal else annotation


def _value(value: Any, annotation: Any) -> Any:
    kind = _bare(annotation)
    if value is None:
        return None
    if isinstance(value, BaseModel):
        return {
            info.serialization_alias or info.alias or key: _value(getattr(value, key), info.annotation)
            for key, info in type(value).model_fields.items()
        }
    if get_origin(kind) is list:
        return [_value(item, get_args(kind)[0]) for item in value]
    if kind is float:
        return float(value)
    if kind in (int, bool):
        return value
    return value if isinstance(value, str) else as_json(value)
